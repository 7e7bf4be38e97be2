"""Jobs that start by the clock: timers of systemd (systemd.timer(5)) and lines of cron (crontab(5), anacrontab(5)).

``timers``: KEY=value blocks of ``systemctl show``. ``cron_jobs``: sections ``== settings`` (SHELL, START_HOURS_RANGE,
RANDOM_DELAY of anacron), ``== lines`` (schedule, ``;``, words that say what the job is, ``;``, its sleep), ``== scripts
PERIOD`` (names below /etc/cron.PERIOD) and ``== end``. The commands themselves, which may hold passwords, stay there.
"""

import re
from collections.abc import Mapping
from typing import Any

from app.parsers import Answer, shell_lines
from app.parsers.sections import by_head

_UNITS = {
    "us": 1e-6,
    "ms": 1e-3,
    "s": 1,
    "min": 60,
    "h": 3600,
    "d": 86400,
    "w": 604800,
    "month": 2629800,
    "y": 31557600,
}
_SPAN = re.compile(r"(\d+(?:\.\d+)?)(us|ms|s|min|h|d|w|month|y)(?=\s|$|\d)")
_CALENDAR = re.compile(r"OnCalendar=([^;]*);")
_TIME = re.compile(r"([^\s:]+):([^\s:]+)(?::[^\s:]+)?\s*(?:[A-Za-z/_]+)?\s*$")
_KINDS = (
    ("integrity", r"aide|tripwire|samhain|osqueryd|integrit|debsums"),
    ("malware", r"clam(?!p)|rkhunter|chkrootkit|lmd|maldet|savscan|sophos|eset"),
    ("update", r"apt-|unattended|dnf|yum|zypper|transactional-update|packagekit|pkcon|apk\b|fwupd|snapd"),
    ("backup", r"backup|restic|borg|duplicity|rsnapshot|vzdump|bacula|bareos|veeam|rclone|amanda|proxmox-backup|rsync"),
    ("logrotate", r"logrotate|savelog"),
    ("index", r"updatedb|locate|man-db|mandb|tracker|baloo|recoll|localsearch"),
)  # fmt: skip
_SMALL = ("dpkg-db-backup",)  # copies a few kilobytes
_PERIODS = {"@yearly": 0, "@annually": 0, "@monthly": 0, "@weekly": 0, "@daily": 0, "@midnight": 0}
_RANDOM_MOST = 32767  # RANDOM of bash and ksh
_MANY = 4  # starts a day from which a job counts as running all day


def kind_of(text: str) -> str:
    """What a job does, by the names in it."""
    if text.startswith(_SMALL):
        return "other"
    return next((kind for kind, words in _KINDS if re.search(words, text, re.IGNORECASE)), "other")


def seconds(span: str) -> int:
    """A time span as systemd prints it (``1h 40min``, ``0``) in seconds; ValueError for anything else."""
    if span.strip() in {"", "0"}:
        return 0
    parts = _SPAN.findall(span.strip())
    if not parts:
        raise ValueError(f"expected a time span, got {span[:40]!r}")
    return int(sum(float(number) * _UNITS[unit] for number, unit in parts))


def starts(expression: str) -> list[str]:
    """Times of the day, HH:MM, of a normalised OnCalendar expression; none where it runs all day or isn't clear."""
    match = _TIME.search(expression.strip())
    if match is None:
        return []
    hours, minutes = _numbers(match[1], 24), _numbers(match[2], 60)
    if not hours or not minutes or len(hours) * len(minutes) > _MANY:
        return []
    return [f"{hour:02}:{minute:02}" for hour in hours for minute in minutes]


def _numbers(field: str, limit: int) -> list[int]:
    """The numbers of a field of OnCalendar or cron: ``*``, lists, ranges (``..`` or ``-``), steps."""
    found: list[int] = []
    for part in field.split(","):
        base, _, step = part.partition("/")
        base = base.replace("..", "-")
        first, dash, last = base.partition("-")
        every = int(step) if step.isdigit() and int(step) else 1
        if base in {"*", ""}:
            found += range(0, limit, every)
        elif first.isdigit() and (not dash or last.isdigit()):
            end = int(last) if dash else limit - 1 if step else int(first)
            found += range(int(first), min(end, limit - 1) + 1, every)
        else:
            return []
    return sorted(set(found))


def parse_timers(answer: Answer) -> dict[str, Any]:
    """Active timers: name, kind, times of the day at which they start, and the random delay in seconds."""
    jobs: list[dict[str, Any]] = []
    for block in re.split(r"\n\s*\n", answer.text.strip()):
        values: dict[str, list[str]] = {}
        for line in shell_lines(block):
            key, separator, value = line.partition("=")
            if separator:
                values.setdefault(key.strip(), []).append(value.strip())
        name = values.get("Id", [""])[0]
        if not name.endswith(".timer") or values.get("ActiveState", ["active"])[0] != "active":
            continue
        delay = seconds(values.get("RandomizedDelayUSec", ["0"])[0])
        times = [one for text in values.get("TimersCalendar", []) for match in [_CALENDAR.search(text)] if match
                 for one in starts(match[1])]  # fmt: skip
        jobs += _entries(name, kind_of(name), times, delay)
    return {"jobs": jobs}


def _entries(name: str, kind: str, times: list[str], delay: int) -> list[dict[str, Any]]:
    return [
        {"name": name, "kind": kind, "start": one, "random_delay": delay} for one in [*times, None][: len(times) or 1]
    ]


def parse_cron_jobs(answer: Answer) -> dict[str, Any]:
    """Jobs of cron in the same form; scripts of cron.daily and its kin start with the line that runs the folder."""
    found = by_head(answer)
    if not {"settings", "lines", "end"} <= found.keys():
        raise ValueError("the list of cron jobs has no end")
    settings = dict(line.split("=", 1) for line in found["settings"].lines if "=" in line)
    lines = [line for line in found["lines"].lines if line.strip()]
    listed: list[dict[str, Any]] = []
    periods: dict[str, tuple[list[str], int]] = {}
    for line in lines:
        schedule, _, rest = line.partition(";")
        words, _, pause = rest.partition(";")
        times, delay = _cron_times(schedule.split()), _sleep(pause)
        folder = re.search(r"(?:cron\.|periodic/)(daily|weekly|monthly)", words)
        if folder is not None and "anacron" in words and settings.get("ANACRON") == "yes":
            continue  # the line only fills in where anacron is not installed
        if folder is not None:
            periods[folder[1]] = (times, delay)
        else:
            listed += _entries(f"cron: {words.strip() or 'a command'}", kind_of(words), times, delay)
    for period in ("daily", "weekly", "monthly"):
        scripts = found.get(f"scripts {period}")
        times, delay = periods.get(period, _anacron(settings))
        for name in scripts.lines if scripts else ():
            if name.strip():
                listed += _entries(f"cron.{period}/{name.strip()}", kind_of(name), times, delay)
    return {"jobs": listed}


def _cron_times(fields: list[str]) -> list[str]:
    if fields and fields[0] in _PERIODS:
        return ["00:00"]
    if len(fields) < 2:  # noqa: PLR2004 - minute and hour
        return []
    minutes, hours = _numbers(fields[0], 60), _numbers(fields[1], 24)
    if not minutes or not hours or len(minutes) * len(hours) > _MANY:
        return []
    return [f"{hour:02}:{minute:02}" for hour in hours for minute in minutes]


def _sleep(pause: str) -> int:
    """Width of the random pause before a job: RANDOM is 0 to 32767 in bash; a shell without it sleeps 0 seconds."""
    if "bash" not in pause and "RANDOM" in pause:
        return 0
    match = re.search(r"RANDOM\s*/\s*(\d+)", pause)
    if match is not None:
        return _RANDOM_MOST // max(int(match[1]), 1)
    match = re.search(r"(?:RANDOM\s*\\?%\s*|shuf\s+-i\s*0-|rand\(?\s*\(?)(\d+)", pause)
    return int(match[1]) if match is not None else 0


def _anacron(settings: Mapping[str, str]) -> tuple[list[str], int]:
    """Start and random delay of anacron's jobs, in minutes in its file."""
    first = settings.get("START_HOURS_RANGE", "").partition("-")[0]
    delay = settings.get("RANDOM_DELAY", "0")
    times = [f"{int(first):02}:00"] if first.isdigit() else []
    return times, int(delay) * 60 if delay.isdigit() else 0


def jobs(facts: Mapping[str, Any]) -> dict[str, Any]:
    """All jobs by the clock: timers and cron together."""
    return {"jobs": [*facts["timers"]["jobs"], *facts["cron_jobs"]["jobs"]]}
