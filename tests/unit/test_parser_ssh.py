"""What opens an SSH server although its first lines say otherwise: Match blocks, PAM lines that lead past a factor."""

import pytest

from app.parsers import Answer
from app.parsers.sshmatch import parse_ssh_match
from app.parsers.sshserver import parse_ssh_pam, parse_ssh_server

FACTOR = "auth required pam_google_authenticator.so"


def match(*lines: str) -> dict[str, list[str]]:
    text = "".join(f"|{line}\n" for line in lines)
    facts: dict[str, list[str]] = parse_ssh_match(Answer(f"== file /etc/ssh/sshd_config\n{text}== end\n"))
    return facts


@pytest.mark.parametrize(
    ("line", "lets_root_in"),
    [
        ("Match all", True),
        ("Match Address 10.0.0.0/8", True),
        ("Match User r*", True),
        ("Match User=root", True),
        ("Match User backup", False),
        ("Match User *,!root", False),
        ("match group wheel", True),
    ],
)
def test_a_match_block_lets_root_in(line: str, lets_root_in: bool) -> None:
    assert bool(match(line, "  PermitRootLogin yes")["root_login"]) is lets_root_in


def test_the_first_value_of_a_block_counts() -> None:
    assert not match("Match all", "PermitRootLogin no", "PermitRootLogin yes")["root_login"]


def test_settings_before_any_match_line_are_not_of_a_block() -> None:
    assert not match("PasswordAuthentication yes")["password_login"]


def test_a_list_without_an_end_is_refused() -> None:
    with pytest.raises(ValueError, match="no end"):
        parse_ssh_match(Answer("== file /etc/ssh/sshd_config\n|Match all\n"))


def pam(sshd: list[str], others: dict[str, list[str]] | None = None) -> bool:
    files = {"sshd": sshd, **(others or {})}
    text = "".join(
        f"== pam /etc/pam.d/{name}\n" + "".join(f"|{line}\n" for line in lines) for name, lines in files.items()
    )
    return bool(parse_ssh_pam(Answer(f"{text}== end\n"))["second_factor_required"])


@pytest.mark.parametrize(
    ("lines", "required"),
    [
        (["auth required pam_unix.so", FACTOR], True),
        (["auth [success=1 default=ignore] pam_unix.so", "auth requisite pam_deny.so", FACTOR], True),
        (["auth sufficient pam_unix.so", FACTOR], False),
        (["auth [success=done default=ignore] pam_unix.so", FACTOR], False),
        (["auth [success=1 default=ignore] pam_access.so accessfile=/etc/security/lan.conf", FACTOR], False),
        (["auth sufficient pam_google_authenticator.so"], False),
        (["auth [success=done new_authtok_reqd=done default=die] pam_google_authenticator.so"], True),
        ([f"{FACTOR} nullok"], False),
        (["auth substack password-auth", FACTOR], True),
        (["auth include password-auth", FACTOR], False),
    ],
)
def test_a_second_factor_is_required_where_nothing_leads_past_it(lines: list[str], required: bool) -> None:
    assert pam(lines, {"password-auth": ["auth sufficient pam_unix.so", "auth required pam_deny.so"]}) is required


def test_a_stack_that_takes_in_a_file_that_is_not_there_is_not_judged() -> None:
    with pytest.raises(ValueError, match="was not found"):
        pam(["@include common-auth"])


def test_a_session_over_ssh_without_a_known_server_is_not_a_machine_without_ssh() -> None:
    with pytest.raises(ValueError, match="came over SSH"):
        parse_ssh_server(Answer("== session\n== end\n"))
    assert parse_ssh_server(Answer("== end\n")) == {"installed": False, "servers": []}
