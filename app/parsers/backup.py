"""Jobs that call a backup tool: names of the files, the account that each runs under, and that account's shell.

Lines ``job PATH|ACCOUNT|TOOL`` (crontab(5), systemd.exec(5)), ``shell ACCOUNT|SHELL``, and ``end``. Only names leave
the host, as such files often hold passwords.
"""

from typing import Any

from app.parsers import Answer, shell_lines

_CLOSED = frozenset({"false", "git-shell", "nologin", "rbash", "rssh", "scponly", "true"})


def parse_backup_jobs(answer: Answer) -> dict[str, Any]:
    """``jobs`` with account and whether that account has a login shell; left out where no job was found."""
    listed: list[list[str]] = []
    shells: dict[str, str] = {}
    ended = False
    for line in shell_lines(answer.text):
        word, _, rest = line.strip().partition(" ")
        fields = rest.split("|", 2)  # what stands last comes from a crontab of anybody's
        if word == "end":
            ended = True
        elif word == "job" and len(fields) == 3:  # noqa: PLR2004 - path, account, tool
            listed.append(fields)
        elif word == "shell" and len(fields) == 2:  # noqa: PLR2004 - account and shell
            shells[fields[0]] = fields[1]
        elif word:
            raise ValueError(f"expected a job or a shell, got {line[:60]!r}")
    if not ended:
        raise ValueError("the list of backup jobs has no end")
    jobs = []
    for path, account, tool in listed:
        job: dict[str, Any] = {"name": path, "account": account, "tool": tool, "root": account == "root"}
        shell = shells.get(account)
        if shell is not None:
            job |= {"shell": shell, "login_shell": shell.rsplit("/", 1)[-1] not in _CLOSED}
        jobs.append(job)
    return {"jobs": jobs} if jobs else {}
