"""File integrity checkers: AIDE with baseline, schedule and last report (aide.conf(5)), and what its rules cover.

``aide``: sections ``== now``, ``== conf PATH``, ``== baseline PATH`` and ``== report PATH`` (seconds and
bytes by stat), ``== schedule`` (timers with their state, or files of cron that call it), ``== end``.
"""

from collections.abc import Mapping
from typing import Any

from app.parsers import Answer, shell_lines
from app.parsers.sections import Section, sections

_DAY = 86400
# Services that watch files by themselves; where their baseline lies only their server or their key knows.
OTHERS = (
    "auditbeat", "falco", "osqueryd", "ossec", "ossec-hids", "samhain", "tripwire", "wazuh-agent", "fapolicyd",
)  # fmt: skip


def parse_aide(answer: Answer) -> dict[str, Any]:
    """Whether AIDE has a configuration, a baseline and a schedule; ages in days."""
    found = sections(answer)
    if not found or found[-1].head != "end":
        raise ValueError("the look at AIDE has no end")
    now = next((one.text.strip() for one in found if one.head == "now"), "")
    if not now.isdigit():
        raise ValueError("the host did not say what time it is")
    baselines = [_file(one, int(now)) for one in found if one.head.startswith("baseline ")]
    reports = [_file(one, int(now)) for one in found if one.head.startswith("report ")]
    filled = [one for one in baselines if one["bytes"] > 0]
    schedule = [line.strip() for one in found if one.head == "schedule" for line in one.lines if line.strip()]
    pairs = [(words[0], words[1] if words[1:] else "enabled") for words in (line.split() for line in schedule)]
    jobs = [name for name, state in pairs if state in {"enabled", "enabled-runtime"}]
    facts: dict[str, Any] = {
        "installed": True,
        "configuration": next((one.head.partition(" ")[2] for one in found if one.head.startswith("conf ")), None),
        "baselines": filled,
        "baseline": bool(filled),
        "jobs": jobs,
        "reports": reports,
    }
    if reports:
        facts["report_days"] = min(one["days"] for one in reports)
    return facts


def _file(section: Section, now: int) -> dict[str, Any]:
    words = section.text.split()
    if len(words) != 2 or not words[0].isdigit() or not words[1].isdigit():  # noqa: PLR2004 - time and size
        raise ValueError(f"expected time and size of {section.head[:60]!r}")
    path = section.head.partition(" ")[2]
    return {"name": path, "days": round((now - int(words[0])) / _DAY, 1), "bytes": int(words[1])}


def parse_aide_cover(answer: Answer) -> dict[str, Any]:
    """``paths``: each with ``covered``, left out where AIDE gave no answer; lines ``STATUS PATH``, - without AIDE."""
    paths: list[dict[str, Any]] = []
    ended = False
    for line in shell_lines(answer.text):
        status, _, path = line.strip().partition(" ")
        if status == "end":
            ended = True
        elif path.startswith("/"):
            known = {"0": {"covered": True}, "1": {"covered": False}, "-": {"covered": False}}
            paths.append({"name": path, "by": "nothing" if status == "-" else "AIDE", **known.get(status, {})})
        elif line.strip():
            raise ValueError(f"expected a status and a path, got {line[:60]!r}")
    if not ended:
        raise ValueError("the list of paths has no end")
    return {"paths": paths}


def integrity(facts: Mapping[str, Any]) -> dict[str, Any]:
    """The checker that works here: AIDE, or a service that watches files; facts of ``aide`` and ``units`` joined."""
    aide = facts["aide"]
    services = [name for name in OTHERS if name in facts["units"].get("services", [])]
    tools = [*(["AIDE"] if aide["installed"] else []), *services]
    joined: dict[str, Any] = {"tools": tools, "services": services, "aide": aide["installed"]}
    if aide["installed"] or not services:
        joined |= {"baseline": aide["baseline"], "jobs": aide["jobs"]}
        if "report_days" in aide:
            joined["report_days"] = aide["report_days"]
    return joined


def integrity_cover(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Paths with ``covered``; where a service watches files in place of AIDE, what it covers is not known here."""
    services = [name for name in OTHERS if name in facts["units"].get("services", [])]
    paths = facts["aide_cover"]["paths"]
    if services:
        paths = [{"name": one["name"]} if one["by"] == "nothing" else one for one in paths]
    return {"paths": paths}
