"""Include lines of sshd_config as the probe follows them, beside what sshd itself makes of the same files."""

import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest

from app.benchmark.load import load
from app.model import Probe
from app.parsers import Answer
from app.parsers.sshmatch import parse_ssh_match

SSHD = shutil.which("sshd") or "/usr/sbin/sshd"
Files = dict[str, str]

IN_A_BLOCK = {
    "sshd_config": "PermitRootLogin no\nMatch Address 10.0.0.0/8\n  Include roots.conf\n",
    "roots.conf": "PermitRootLogin yes\n",
}
FOR_ONE_ACCOUNT = {
    "sshd_config": "PermitRootLogin no\nMatch User backup\n  Include lan.conf\n",
    "lan.conf": "PermitRootLogin yes\nMatch Address 10.0.0.0/8\n  PermitRootLogin yes\n",
}
GLOBAL_WITH_A_BLOCK = {
    "sshd_config": "Include sub.d/*.conf\nPermitRootLogin no\n",
    "sub.d/10.conf": "Match Address 10.0.0.0/8\n  PermitRootLogin yes\n",
}
NOT_BEYOND_ITS_FILE = {
    "sshd_config": "Include sub.d/*.conf\nPermitRootLogin no\nMatch User backup\n  PermitRootLogin yes\n",
    "sub.d/10.conf": "Match Address 10.0.0.0/8\n  X11Forwarding no\n",
    "sub.d/20.conf": "X11Forwarding no\n",
}
BACK_IN_THE_BLOCK = {
    "sshd_config": "PermitRootLogin no\nMatch Address 10.0.0.0/8\n  Include one.conf\n  PermitRootLogin yes\n",
    "one.conf": "Match User backup\n  X11Forwarding no\n",
}
FIRST_IN_ORDER = {
    "sshd_config": "PermitRootLogin no\nMatch Address 10.0.0.0/8\n  Include sub.d/*.conf\n",
    "sub.d/10.conf": "PermitRootLogin no\n",
    "sub.d/20.conf": "PermitRootLogin yes\n",
}
SEVERAL_LEVELS = {
    "sshd_config": "PermitRootLogin no\nMatch Address 10.0.0.0/8\nInclude a.conf\n",
    "a.conf": "Include b.conf\n",
    "b.conf": "Include c.conf\n",
    "c.conf": "Include d.conf\n",
    "d.conf": "Include=e.conf # the last one\n",
    "e.conf": "PermitRootLogin yes\n",
}
QUOTED_AND_SEVERAL = {
    "sshd_config": 'PermitRootLogin no\nMatch Address 10.0.0.0/8\n\tInclude none.conf "with blank/x.conf" # end\n',
    "with blank/x.conf": "PermitRootLogin yes\n",
}
TWICE = {
    "sshd_config": "Include x.conf\nMatch Address 10.0.0.0/8\n  Include x.conf\n",
    "x.conf": "PermitRootLogin no\nX11Forwarding no\n",
}
EVERY = [
    IN_A_BLOCK, FOR_ONE_ACCOUNT, GLOBAL_WITH_A_BLOCK, NOT_BEYOND_ITS_FILE, BACK_IN_THE_BLOCK, FIRST_IN_ORDER,
    SEVERAL_LEVELS, QUOTED_AND_SEVERAL, TWICE,
]  # fmt: skip


@cache
def probe() -> Probe:
    addenda = load([Path(__file__).parents[2] / "checks"]).addenda
    return next(one for addendum in addenda for one in addendum.probes if one.id == "ssh_match")


def look(root: Path, files: Files) -> str:
    """What the probe prints where these files lie in place of /etc/ssh."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    command = probe().command.replace("/etc/ssh", str(root))
    done = subprocess.run(["/bin/sh", "-c", command], check=True, capture_output=True, text=True, timeout=60)
    assert not done.stderr
    return done.stdout


def absolute(root: Path, files: Files) -> Files:
    """The same with whole paths: sshd's own folder can't be moved."""
    lines = {name: text.replace("Include sub.d", f"Include {root}/sub.d") for name, text in files.items()}
    for other in files:
        lines = {
            name: text.replace(f"Include {other}", f"Include {root}/{other}")
            .replace(f"Include={other}", f"Include={root}/{other}")
            .replace(f'"{other}"', f'"{root}/{other}"')
            for name, text in lines.items()
        }
    return lines


@pytest.mark.parametrize("files", EVERY)
@pytest.mark.parametrize("wholly", [False, True])
@pytest.mark.real
@pytest.mark.skipif(not Path(SSHD).exists(), reason="sshd is asked itself")
def test_root_is_let_in_where_sshd_says_so(files: Files, wholly: bool, tmp_path: Path) -> None:
    written = absolute(tmp_path, files)
    found = parse_ssh_match(Answer(look(tmp_path, written if wholly else files)))["root_login"]
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", tmp_path / "key"], check=True)
    look(tmp_path, written)  # sshd reads whole paths in any case
    asked = subprocess.run(
        [
            *(SSHD, "-T", "-f", tmp_path / "sshd_config", "-h", tmp_path / "key"),
            *("-C", "user=root,host=localhost,addr=10.1.1.1,laddr=127.0.0.1,lport=22"),
        ],
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert bool(found) is ("permitrootlogin yes" in asked.stdout.splitlines())


@pytest.mark.real
def test_a_block_within_a_block_is_named_with_both(tmp_path: Path) -> None:
    found = parse_ssh_match(Answer(look(tmp_path, FOR_ONE_ACCOUNT)))
    assert found["blocks"] == ["Match User backup", "Match User backup, in it Match Address 10.0.0.0/8"]


@pytest.mark.real
def test_files_that_include_each_other_are_not_judged(tmp_path: Path) -> None:
    said = look(
        tmp_path, {"sshd_config": "Include a.conf\n", "a.conf": "Include b.conf\n", "b.conf": "Include a.conf\n"}
    )
    with pytest.raises(ValueError, match="ever deeper"):
        parse_ssh_match(Answer(said))


def test_files_that_include_several_others_each_end_the_reading_soon() -> None:
    twice = "|include /a\n|include /a\n"
    with pytest.raises(ValueError, match="ever deeper"):
        parse_ssh_match(Answer(f"== file /a\n{twice * 5}== include /a\n|/a\n== end\n"))
    files = "".join(f"== file /{n}\n" + f"|include /{n + 1}\n" * 10 for n in range(15))
    patterns = "".join(f"== include /{n}\n|/{n}\n" for n in range(1, 16))
    with pytest.raises(ValueError, match="ever deeper"):
        parse_ssh_match(Answer(f"{files}== file /15\n{patterns}== end\n"))


@pytest.mark.parametrize(
    "said",
    [
        "== file /etc/ssh/sshd_config\n|include /etc/ssh/a.conf\n== end\n",
        "== file /etc/ssh/c\n|include /etc/ssh/a.conf\n== include /etc/ssh/a.conf\n|/etc/ssh/a.conf\n== end\n",
    ],
)
def test_an_answer_that_lacks_an_included_file_is_not_judged(said: str) -> None:
    with pytest.raises(ValueError, match="was not printed"):
        parse_ssh_match(Answer(said))


def test_evidence_from_before_include_lines_were_followed_is_read_file_by_file() -> None:
    said = "== file /etc/ssh/sshd_config\n== file /etc/ssh/a.conf\n|Match all\n|PermitRootLogin yes\n== end\n"
    assert parse_ssh_match(Answer(said))["root_login"] == ["Match all"]


def test_lists_of_accounts_in_a_block_add_up() -> None:
    said = "== file /etc/ssh/sshd_config\n|Match all\n|AllowUsers backup\n|AllowUsers root\n== end\n"
    assert parse_ssh_match(Answer(said))["root_let_in"] == ["Match all"]
