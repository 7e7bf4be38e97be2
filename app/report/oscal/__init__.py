"""An audit as OSCAL assessment results (NIST, JSON): one result with an observation for each finding of the audit.

OSCAL's findings know only "satisfied" and "not-satisfied", so they are there for what was decided; what could not be
looked at has its observation alone. A failure is a risk too, and a waived one a risk with a deviation. There is no
assessment plan and no catalog elsewhere: both are described within, so that the file stands alone.
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from app.model import Result
from app.record import ScanResult
from app.report.oscal.outcomes import SATISFIED, finding_of, observation, risk
from app.report.oscal.scope import metadata, objective, plan, result, rules
from app.report.standing import rule_of, unknown_rule
from app.report.telling import result_of, uuid_of
from app.report.writing import write_file


def write_oscal(scan: ScanResult, path: Path) -> None:
    """Write the audit as OSCAL assessment results; ReportError if the file can't be written."""
    write_file(path, (part.encode("ascii") for part in oscal(scan)))


def oscal(scan: ScanResult) -> Iterator[str]:
    """Give the document in parts, one line for each observation, risk and finding."""
    assessment_plan = plan(scan)
    head = {
        "uuid": uuid_of(scan, "document", scan.seal),
        "metadata": metadata(scan),
        "import-ap": {"href": f"#{assessment_plan['uuid']}"},
        "local-definitions": {"objectives-and-methods": [objective(rule) for rule in rules(scan)]},
    }
    yield f'{{"assessment-results": {_dump(head)[:-1]},\n"results": [{_dump(result(scan))[:-1]}'
    own = rule_of(scan.benchmark)
    known = {state.target.name: state for state in scan.targets}
    pairs = [
        (finding, own.get(finding.measured.item) or unknown_rule(finding.measured.item)) for finding in scan.findings
    ]
    yield from _array("observations", (observation(scan, *pair, known) for pair in pairs))
    yield from _array("risks", (risk(scan, *pair) for pair in pairs if result_of(pair[0]) is Result.FAIL))
    yield from _array("findings", (finding_of(scan, *pair) for pair in pairs if result_of(pair[0]) in SATISFIED))
    yield f'}}],\n"back-matter": {_dump({"resources": [assessment_plan]})}}}}}\n'


def _array(name: str, values: Iterable[dict[str, Any]]) -> Iterator[str]:
    """An array within what was begun; OSCAL has none that is empty."""
    begun = False
    for value in values:
        yield f"{',' if begun else f',{chr(10)}{_dump(name)}: ['}\n{_dump(value)}"
        begun = True
    if begun:
        yield "\n]"


def _dump(value: Any) -> str:
    return json.dumps(value, allow_nan=False)
