"""A small audit after its run, with a clock that a test can set: what tests of people's part start from."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from content_sample import NOON, evidence, small_benchmark
from recording import record

from app.audit import Audit, new_info
from app.model import Privilege, Profile, Result, Role, Target, TargetState
from app.record import Override, OverrideKind
from app.scan import TargetScan, judge_target

HV1 = Target("hv1", address="hv1", role=Role.HOST)
HV2 = Target("hv2", address="hv2", role=Role.HOST)
ALL = Profile(chapters=("4", "6"))
ANN = {"by": "A. Example", "role": "administrator"}
BEN = "B. Example"


class Clock:
    """A clock that stands still until a test moves it, and then a microsecond a look."""

    def __init__(self, now: datetime = NOON) -> None:
        self.now = now

    def __call__(self) -> datetime:
        self.now += timedelta(microseconds=1)
        return self.now


@contextmanager
def zone(name: str) -> Iterator[None]:
    """The operator's time zone for a while."""
    before = os.environ.get("TZ")
    os.environ["TZ"] = name
    time.tzset()
    try:
        yield
    finally:
        if before is None:
            del os.environ["TZ"]
        else:
            os.environ["TZ"] = before
        time.tzset()


def looked(target: Target, colour: str = "green", size: int = 4) -> TargetScan:
    """One look at a target: 4.1-a passes where the colour is green, 4.1-c where the size is at most 3."""
    state = TargetState(
        target, reachable=True, role=Role.HOST, addenda=("tiny",), privilege=Privilege.ROOT, started=NOON, seconds=1.0
    )
    answers = {
        "os_release": b"ID=debian\n",
        "settings": f"colour={colour}\nsize={size}\n".encode(),
        "things": b"first\nsecond\n",
    }
    found = tuple(evidence(name, output, target=target.name) for name, output in answers.items())
    return TargetScan(state, found, judge_target(state, small_benchmark(), ALL, found))


def run(audit: Audit, *scans: TargetScan) -> None:
    """A whole run that gave these."""
    audit.start_run()
    for scan in scans or (looked(HV1), looked(HV2)):
        record(audit, scan)
    audit.finish_run()


def audited(folder: Path, name: str = "a.bartizan", **info: Any) -> tuple[Audit, Clock]:
    """An audit of two hosts after its run."""
    clock = Clock()
    head = new_info("Autumn", profile=ALL, **info)
    audit = Audit.create(folder / name, head, small_benchmark(), (HV1, HV2), clock=clock)
    run(audit)
    return audit, clock


def sign_off(
    audit: Audit, item: str = "4.2-a", target: str | None = "hv1", new: Result = Result.PASS, **more: Any
) -> Override:
    """A sign-off by Ann."""
    said = {**ANN, "remark": "seen", **more}
    return audit.answer([item], [target], OverrideKind.SIGNOFF, new, **said)[0]


def waive(audit: Audit, until: date, item: str = "4.1-c", target: str = "hv1") -> Override:
    """A waiver by Ann."""
    return audit.answer([item], [target], OverrideKind.WAIVER, Result.FAIL, **ANN, remark="next year", expires=until)[0]


def at(year: int, month: int, day: int, hour: int = 12, minute: int = 0) -> datetime:
    """A moment in UTC."""
    return datetime(year, month, day, hour, minute, tzinfo=UTC)
