"""Evidence to facts: exit status first, then the parser; whatever can't be read says why."""

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from app.model import Evidence, Facts, Probe, Reason
from app.parsers import Answer
from app.secrecy import HIDDEN

# What programs say when rights are missing; matched on stderr and on the head of short output only.
_NO_RIGHTS = re.compile(
    r"permission denied|operation not permitted|must be root|need to be root|are you root|requires root|"
    r"you must be (?:super|root)|access denied|not authorized|authentication (?:failed|unavailable)|"
    r"a password is required|operation forbidden",
    re.IGNORECASE,
)
_SHORT = 2000  # characters in which an error message is looked for; longer output is an answer
_DEPTH = 50  # levels of facts; the deepest real output (nft -j) has 12
_STATUS_MISSING, _STATUS_NOT_EXECUTABLE = 127, 126  # POSIX sh, "Exit Status for Commands"

FAULT_TEXT: dict[Reason, str] = {
    Reason.NO_RIGHTS: "needs root rights, which this login doesn't have",
    Reason.TIMEOUT: "took longer than its time limit",
    Reason.CONNECTION_LOST: "was not answered before the connection ended",
    Reason.CANCELLED: "was cancelled",
    Reason.TAMPERED: "came back in a broken or doubled frame",
    Reason.TRUNCATED: "printed more than is kept, so its end is not known",
    Reason.UNREACHABLE: "was not asked, since the target can't be reached",
}


def evidence_id(target: str, probe: str) -> str:
    """The id of a probe's evidence within an audit."""
    return f"{target}/{probe}"


def decode(data: bytes) -> str:
    """Text for parsers and messages: UTF-8; other bytes become visible escapes."""
    return data.decode("utf-8", "backslashreplace")


def load_parsers() -> None:
    """Load all parsers, which takes longer than a login; without it they are loaded with the first facts."""
    from app.parsers import registry  # noqa: F401, PLC0415 - see above


def read_facts(probes: Iterable[Probe], evidence: Mapping[str, Evidence], target: str) -> dict[str, Facts]:
    """The facts of all probes, derived ones too; ``evidence`` is by probe id. Never raises for what a host sent."""
    listed = list(probes)
    facts = {probe.id: read(probe, evidence.get(probe.id), target) for probe in listed if not probe.derived_from}
    for probe in listed:
        if probe.derived_from:
            facts[probe.id] = _derive(probe, facts)
    return facts


def read(probe: Probe, evidence: Evidence | None, target: str) -> Facts:
    """The facts of one probe with a command."""
    ids = (evidence_id(target, probe.id),)
    if evidence is None:
        return Facts(probe.id, reason=Reason.CONNECTION_LOST, message=f"{probe.id} was not answered")
    if evidence.fault is Reason.TOOL_MISSING or (evidence.fault is None and evidence.exit_status == _STATUS_MISSING):
        if probe.if_missing is not None and evidence.fault is Reason.TOOL_MISSING:
            return Facts(probe.id, value=probe.if_missing, evidence=ids)
        needed = f"one of {', '.join(probe.needs)}" if probe.needs[1:] else "".join(probe.needs) or "the program"
        return Facts(probe.id, reason=Reason.TOOL_MISSING, message=f"{needed} is not installed", evidence=ids)
    if evidence.fault is not None:
        why = FAULT_TEXT.get(evidence.fault, "could not be looked at")
        if evidence.fault is Reason.TAMPERED and HIDDEN.encode() in evidence.output + evidence.stderr:
            why = "held a password of this login, which is hidden, so the rest of it counts for nothing"
        return Facts(probe.id, reason=evidence.fault, message=f"{probe.id} {why}", evidence=ids)
    if evidence.truncated:
        why = FAULT_TEXT[Reason.TRUNCATED]
        return Facts(probe.id, reason=Reason.TRUNCATED, message=f"{probe.id} {why}", evidence=ids)
    status = evidence.exit_status
    text, stderr = decode(evidence.output), decode(evidence.stderr)
    if status is None or status not in probe.exits:
        return Facts(probe.id, evidence=ids, **_failed(evidence, status, text, stderr))
    if not text.strip() and _NO_RIGHTS.search(stderr[:_SHORT]):
        return Facts(
            probe.id, evidence=ids, **_failed(evidence, status, text, stderr)
        )  # not the empty answer it looks like
    if not text.strip() and probe.complete:
        message = f"{probe.id} printed nothing, where something was expected"
        return Facts(probe.id, reason=Reason.UNPARSEABLE, message=message, evidence=ids)
    return _parse(probe, Answer(text, status, stderr), ids)


def _parse(probe: Probe, answer: Answer, ids: Sequence[str]) -> Facts:
    from app.parsers.registry import PARSERS  # noqa: PLC0415 - see load_parsers

    try:
        value = _clean(PARSERS[probe.parser](answer))
    except (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError) as error:
        # A parser stumbling over what a host sent is an answer of the host, not a bug that may stop an audit.
        message = f"{probe.id} can't be read: {_sentence(error)}"
        return Facts(probe.id, reason=Reason.UNPARSEABLE, message=message, evidence=tuple(ids))
    return Facts(probe.id, value=value, evidence=tuple(ids))


def _clean(value: Any, depth: int = 0) -> Any:
    """Facts that can be judged, stored and printed whatever a host sent.

    JSON may hold half a surrogate pair, which no file can store, numbers that are none, and a nesting at which looking
    at it ends the program. ValueError for the last two.
    """
    if depth > _DEPTH:
        raise ValueError(f"nested more than {_DEPTH} levels deep")
    if isinstance(value, str):
        return value if value.isascii() else value.encode("utf-8", "backslashreplace").decode()
    if isinstance(value, float) and not math.isfinite(value):
        raise ValueError(f"{value} is not a number")
    if isinstance(value, list | tuple):
        return [_clean(element, depth + 1) for element in value]
    if isinstance(value, Mapping):
        return {_clean(str(key)): _clean(element, depth + 1) for key, element in value.items()}
    return value


def _sentence(error: BaseException) -> str:
    words = str(error) if isinstance(error, ValueError) else f"unexpected form ({type(error).__name__})"
    return " ".join(words.split())[:300]


def _failed(evidence: Evidence, status: int | None, text: str, stderr: str) -> dict[str, Any]:
    lines = re.split(r"\n(?=\S)", (stderr or text)[:_SHORT])  # an indented line goes on with the one before
    said = "; ".join(filter(None, (" ".join(line.split()) for line in lines)))[:200]
    words = f": {said}" if said else ""
    short = len(text) <= _SHORT
    if status == _STATUS_NOT_EXECUTABLE or _NO_RIGHTS.search(stderr[:_SHORT]) or (short and _NO_RIGHTS.search(text)):
        # What needs root was run as root, or it has a fault of its own: a container or a policy refuses root, too.
        why = f"was refused, though it ran as root{words}" if evidence.privileged else FAULT_TEXT[Reason.NO_RIGHTS]
        return {"reason": Reason.NO_RIGHTS, "message": f"{evidence.probe} {why}"}
    return {"reason": Reason.COMMAND_FAILED, "message": f"{evidence.probe} ended with status {status}{words}"}


def _derive(probe: Probe, facts: Mapping[str, Facts]) -> Facts:
    from app.parsers.registry import DERIVATIONS  # noqa: PLC0415 - see load_parsers

    sources = [facts[name] for name in probe.derived_from]
    ids = tuple(one for source in sources for one in source.evidence)
    for source in sources:
        if source.reason is not None:
            return Facts(probe.id, reason=source.reason, message=source.message, evidence=ids)
    try:
        value = _clean(DERIVATIONS[probe.parser]({source.probe: source.value for source in sources}))
    except (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError) as error:
        message = f"{probe.id} can't be worked out: {_sentence(error)}"
        return Facts(probe.id, reason=Reason.UNPARSEABLE, message=message, evidence=ids)
    return Facts(probe.id, value=value, evidence=ids)
