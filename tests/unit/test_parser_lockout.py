"""Several calls of pam_faillock in one stack: what Linux-PAM 1.5 made of eight wrong passwords in a row."""

import pytest

from app.parsers import Answer
from app.parsers.lockout import parse_lockout

UNIX = "auth [success=1 default=bad] pam_unix.so"
FAIL = "auth [default=die] pam_faillock.so authfail"
PRE = "auth required pam_faillock.so preauth"
SUCC = "auth sufficient pam_faillock.so authsucc"
ACCOUNT = "account required pam_faillock.so"


def locked_after(stack: list[str], conf: list[str] | None = None) -> int | None:
    text = "== pam /etc/pam.d/login\n" + "".join(f"|{line}\n" for line in stack)
    if conf is not None:
        text += "== conf /etc/security/faillock.conf\n" + "".join(f"|{line}\n" for line in conf)
    (service,) = parse_lockout(Answer(f"{text}== end\n"))["services"]
    found: int | None = service["deny"] if service["locks"] else None
    return found


@pytest.mark.parametrize(
    ("stack", "conf", "failures"),
    [
        ([PRE, UNIX, FAIL, ACCOUNT], None, 3),
        ([f"{PRE} deny=5", UNIX, f"{FAIL} deny=3"], None, None),  # no more than three are counted
        ([f"{PRE} deny=3", UNIX, f"{FAIL} deny=5"], None, 3),
        ([f"{PRE} deny=3", UNIX, f"{FAIL} deny=0"], None, 3),
        ([UNIX, f"{FAIL} deny=3", ACCOUNT], None, None),
        ([UNIX, f"{FAIL} deny=3", f"{SUCC} deny=3"], None, 3),
        ([UNIX, f"{FAIL} deny=5", f"{SUCC} deny=3"], None, 3),
        ([UNIX, f"{FAIL} deny=3", f"{SUCC} deny=4"], None, None),
        ([f"{PRE} deny=6", UNIX, f"{FAIL} deny=3", f"{SUCC} deny=4"], None, None),
        ([f"{PRE} deny=6", UNIX, f"{FAIL} deny=6", f"{SUCC} deny=4"], None, 4),
        ([f"{PRE} deny=4", UNIX, FAIL], ["deny = 2"], None),
        ([PRE, UNIX, f"{FAIL} deny=4"], ["deny = 2"], 2),
        ([PRE, UNIX, FAIL], ["deny = 2", "deny=4"], 4),
        ([f"{PRE} deny=5 deny=2", UNIX, f"{FAIL} deny=5"], None, 2),
        (["auth optional pam_faillock.so preauth", UNIX, FAIL], None, None),
        ([PRE, UNIX, FAIL], ["# deny = 2", "deny = 0"], 0),
    ],
)
def test_a_lock_comes_after_as_many_failures_as_linux_pam_said(
    stack: list[str], conf: list[str] | None, failures: int | None
) -> None:
    assert locked_after(stack, conf) == failures
