"""Whether failed logins lock the account: pam_faillock(8) with faillock.conf(5), and pam_tally2(8) of older releases.

Three calls of pam_faillock play together, each with options of its own: ``authfail`` counts a failure, unless there are
``deny`` of them by its own options; ``preauth`` and ``authsucc`` refuse where there are ``deny`` by theirs. So a lock
that waits for more failures than are counted never comes, and a call in the account stack refuses nobody (tried with
Linux-PAM 1.5). Options on a line beat the file, and the last of several counts in both.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from app.parsers import Answer
from app.parsers.pam import Line, lines_of, must, read_pam

_REMOTE = ("login", "sshd", "cockpit", "gdm-password", "xrdp-sesman")  # where a stranger gives a password
_DENY, _UNLOCK = 3, 600  # defaults of pam_faillock(8)
_FOREVER = frozenset({"never", "0"})


def parse_lockout(answer: Answer) -> dict[str, Any]:
    """``services`` that take passwords from strangers: whether failures lock the account, after how many, how long."""
    files, settings = read_pam(answer)
    if not files:
        return {"pam": False, "services": [{"name": "login (without PAM)", "locks": False}]}
    conf = settings.get("faillock.conf", {})
    services = [{"name": name, **_service(lines_of(files, name, "auth"), conf)} for name in _REMOTE if name in files]
    if not services:
        raise ValueError("expected a service such as login or sshd, found none")
    return {"pam": True, "services": services, "locking": [one for one in services if one["locks"]]}


def _service(auth: Iterable[Line], conf: Mapping[str, str]) -> dict[str, Any]:
    lines = [line for line in auth if line.module in {"pam_faillock", "pam_tally2"}]
    tally = [line for line in lines if line.module == "pam_tally2"]
    if tally:
        return _tally(_options(tally))
    counting = [line for line in lines if "authfail" in line.arguments]
    refusing = [
        line for line in lines if "authsucc" in line.arguments or ("preauth" in line.arguments and must(line.control))
    ]
    if not counting or not refusing:
        return {"locks": False}
    if "conf" in _options(lines):  # the settings in a file of another name aren't known
        return {"locks": True}
    most = max(_deny({**conf, **_options([line])}) or float("inf") for line in counting)
    reached = [options for line in refusing if _deny(options := {**conf, **_options([line])}) <= most]
    if not reached:
        return {"locks": False}
    options = min(reached, key=_deny)
    unlock = options.get("unlock_time", "")
    return {
        "locks": True,
        "deny": _deny(options),
        "deny_source": "file" if options.get("deny") else "default",
        "unlock_time": 0 if unlock in _FOREVER else int(unlock) if unlock.isdigit() else _UNLOCK,
        "unlock_time_source": "file" if unlock else "default",
        "root_too": "even_deny_root" in options,
    }


def _tally(options: Mapping[str, str]) -> dict[str, Any]:
    """pam_tally2 counts without ``deny``, and without ``unlock_time`` only an administrator opens the account again."""
    if "deny" not in options:
        return {"locks": False}
    unlock = options.get("unlock_time", "")
    return {
        "locks": True,
        "deny": _deny(options),
        "deny_source": "file",
        "unlock_time": int(unlock) if unlock.isdigit() else 0,
        "unlock_time_source": "file" if unlock else "default",
        "root_too": "even_deny_root" in options,
    }


def _options(lines: Iterable[Line]) -> dict[str, str]:
    pairs = (word.partition("=") for line in lines for word in line.arguments)
    return {name: value for name, _, value in pairs}


def _deny(options: Mapping[str, str]) -> int:
    """Failures after which it refuses; 0 means never."""
    text = options.get("deny", "")
    return int(text) if text.isdigit() else _DENY
