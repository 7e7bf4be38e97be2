"""Whether updates wait for a restart: flag files, ``needs-restarting -r``, kernels newer than the running one.

Lines ``flag PATH``, ``needs-restarting STATUS``, ``running RELEASE``, ``installed RELEASE`` and ``end``.
"""

import re
from typing import Any

from app.parsers import Answer, shell_lines

_DISTRIBUTION = re.compile(r"(?:\.?(?:el|fc|deb|amzn|bpo)\d+(?:[._]\d+)*)")


def flavour(release: str) -> str:
    """The kind of kernel (amd64, cloud-amd64, default, lts ...): what stands behind the version."""
    return re.sub(r"^[\d.+~_-]*", "", _DISTRIBUTION.sub("", release)).lstrip(".-")


def _key(release: str) -> list[tuple[int, str]]:
    """Releases in the order of their versions."""
    return [(int(word), "") if word.isdigit() else (-1, word) for word in re.findall(r"\d+|[a-z]+", release)]


def parse_restart(answer: Answer) -> dict[str, Any]:
    """``reasons`` for a restart; left out where no sign of one could be looked at (a container)."""
    flags: list[str] = []
    installed: list[str] = []
    running, tool, ended = "", "", False
    for line in shell_lines(answer.text):
        word, _, rest = line.strip().partition(" ")
        if word == "flag":
            flags.append(rest)
        elif word == "needs-restarting":
            tool = rest
        elif word == "running":
            running = rest
        elif word == "installed":
            installed.append(rest)
        elif word == "end":
            ended = True
        elif word:
            raise ValueError(f"expected a sign of a restart, got {line[:60]!r}")
    if not ended or not running:
        raise ValueError("the look for a restart has no end")
    reasons = [f"{path} is there" for path in flags]
    if tool == "1":
        reasons.append("needs-restarting asks for it")
    alike = [one for one in installed if flavour(one) == flavour(running)]
    newest = max(alike, key=_key, default="")
    if newest and _key(newest) > _key(running):
        reasons.append(f"kernel {newest} is installed, {running} runs")
    facts: dict[str, Any] = {"running": running, "newest": newest or None}
    if reasons or newest or tool in {"0", "1"}:
        facts["reasons"] = reasons
    return facts
