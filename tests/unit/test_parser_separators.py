"""Only a line feed parts the lines of an output: who names a process, a file or a job can forge no line of a probe."""

import re
from pathlib import Path

import pytest

from app.parsers import Answer, shell_lines
from app.parsers.registry import PARSERS

PARSER_FILES = sorted((Path(__file__).parents[2] / "app" / "parsers").glob("*.py"))
OTHERS = ("\v", "\f", "\r", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029")


@pytest.mark.parametrize("other", OTHERS)
def test_lines_are_those_of_the_shell(other: str) -> None:
    assert shell_lines(f"a{other}b\nc\n") == [f"a{other}b", "c"]


@pytest.mark.parametrize(
    ("text", "lines"), [("", []), ("a", ["a"]), ("a\n\nb", ["a", "", "b"]), ("a\r\nb\r\n", ["a", "b"]), ("\n", [""])]
)
def test_ends_of_lines(text: str, lines: list[str]) -> None:
    assert shell_lines(text) == lines


@pytest.mark.parametrize("other", OTHERS)
def test_the_job_of_one_account_says_nothing_about_accounts(other: str) -> None:
    """As a crontab of mallory's has it: the account that runs her job would have no login shell."""
    forged = f"virsh {other}shell mallory|/sbin/nologin"
    text = f"job /var/spool/cron/crontabs/mallory|mallory|{forged}\nshell mallory|/bin/bash\nend\n"
    try:
        jobs = PARSERS["backup_jobs"](Answer(text)).get("jobs", [])
    except ValueError:
        return  # it can't be told: never a pass
    assert [job["login_shell"] for job in jobs] == [True]


def test_a_job_with_a_pipe_in_it_hides_no_other() -> None:
    text = "job a|mallory|virsh list | backup\njob b|root|restic\nshell mallory|/bin/sh\nend\n"
    jobs = PARSERS["backup_jobs"](Answer(text))["jobs"]
    assert [(job["account"], job["tool"]) for job in jobs] == [("mallory", "virsh list | backup"), ("root", "restic")]


@pytest.mark.parametrize("other", OTHERS)
def test_arguments_of_one_process_are_no_other_process(other: str) -> None:
    text = f"== running\n|mallory /tmp/qemu-ga {other}root /usr/bin/vmtoolsd\n== ports\n== end\n"
    found = PARSERS["guest_agents"](Answer(text))
    assert found["agents"] == []
    assert found["correctors"] == []


@pytest.mark.parametrize("file", PARSER_FILES, ids=[one.stem for one in PARSER_FILES])
def test_no_parser_parts_lines_by_itself(file: Path) -> None:
    code = re.sub(r'""".*?"""', "", file.read_text("utf-8"), flags=re.DOTALL)
    assert "splitlines" not in code
