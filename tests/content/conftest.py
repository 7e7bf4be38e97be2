"""Says how many broken states the checks found, and how often they cried wolf."""

import re
from typing import Any

_SAMPLE = re.compile(r"test_samples\.py::test_sample\[.*\.(?P<verdict>[a-z]+)\]$")


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Count over all samples of this run: each is one state of a system with a known verdict."""
    found = {"fail": [0, 0], "other": [0, 0]}
    for outcome in ("passed", "failed"):
        for report in terminalreporter.stats.get(outcome, []):
            match = _SAMPLE.search(getattr(report, "nodeid", ""))
            if match and report.when == "call":
                tally = found["fail" if match["verdict"] == "fail" else "other"]
                tally[0] += outcome == "passed"
                tally[1] += 1
    if found["fail"][1] or found["other"][1]:
        broken, sound = found["fail"], found["other"]
        terminalreporter.write_line(
            f"Samples: {broken[0]} of {broken[1]} broken states found, "
            f"{sound[1] - sound[0]} false alarms in {sound[1]} others"
        )
