"""Content samples: recorded outputs with the expected verdict in the file name.

``tests/content/samples/<check id>/<what>.<result>.txt`` holds what the check's probes printed, one block a probe:

    ### probe sshd                     exit status 0 unless said otherwise
    permitrootlogin yes
    ### probe findmnt exit 1
    ### probe chrony missing           a program that the probe needs isn't installed
    ### probe sudoers no-rights        not run: no root rights
    ### probe domains from common/hardened.txt        the block's text stands in another file of samples/

A probe that is left out was not answered. The verdict is the worst of the check's results.
"""

import re
from datetime import UTC, datetime
from pathlib import Path

from app.model import Evidence, Reason

SAMPLES = Path(__file__).parent / "samples"
_HEAD = re.compile(
    r"^### probe (?P<probe>[a-z][a-z0-9_]*)(?: exit (?P<exit>\d+))?"
    r"(?: (?P<fault>missing|no-rights|timeout|truncated))?(?: from (?P<file>\S+))?$"
)
_FAULTS = {
    "missing": Reason.TOOL_MISSING,
    "no-rights": Reason.NO_RIGHTS,
    "timeout": Reason.TIMEOUT,
    "truncated": Reason.TRUNCATED,
}
WHEN = datetime(2026, 11, 1, 12, 0, tzinfo=UTC)


def read_sample(path: Path) -> dict[str, Evidence]:
    """The evidence of one sample file, by probe."""
    evidence: dict[str, Evidence] = {}
    head, body = None, []
    for line in [*path.read_text("utf-8").splitlines(keepends=True), None]:
        if line is None or line.startswith("### probe "):
            if head is not None:
                evidence[head["probe"]] = _evidence(head, "".join(body))
            if line is None:
                break
            head, body = _HEAD.match(line.rstrip("\n")), []
            assert head is not None, f"{path}: unreadable block head {line!r}"
        else:
            assert head is not None, f"{path}: text before the first block"
            body.append(line)
    return evidence


def _evidence(head: re.Match[str], body: str) -> Evidence:
    data = (SAMPLES / head["file"]).read_bytes() if head["file"] else body.encode()
    fault = _FAULTS.get(head["fault"] or "")
    return Evidence(
        probe=head["probe"],
        target="sample",
        command="",
        privileged=False,
        started=WHEN,
        seconds=0.01,
        exit_status=None if fault else int(head["exit"] or 0),
        output=data,
        truncated=fault is Reason.TRUNCATED,
        bytes_total=len(data),
        fault=fault,
    )
