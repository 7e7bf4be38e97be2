"""The ledger for people: who did what when, for one item on one target or for the whole audit."""

from collections.abc import Callable, Iterable, Iterator

from app.model import AuditInfo, HistoryLine, OverrideKind, Result, RuleResult
from app.store import codec, ledger
from app.store.ledger import Entry
from app.store.payload import (
    Answered,
    Attached,
    Created,
    InfoSet,
    Looked,
    Payload,
    Reviewed,
    Revised,
    RunFinished,
    RunStarted,
    SiteJudged,
    StateSet,
    TargetsSet,
)


def lines(entries: Iterable[Entry]) -> Iterator[HistoryLine]:
    """A line for every entry; a review of several answers has one line."""
    answers: dict[str, Answered] = {}
    judged = False
    for entry in entries:
        payload = ledger.decode(entry)
        if isinstance(payload, Answered):
            answers[str(entry.seq)] = payload
        if isinstance(payload, RunStarted):
            judged = payload.judged
        who, what = _told(payload, answers, judged=judged)
        places = _places(payload, answers)
        item, target = places[0] if len(places) == 1 else ("", None)
        yield HistoryLine(entry.seq, codec.read_time(entry.time), entry.kind, who, what, item, target, places)


def of_item(
    entries: Iterable[Entry], item: str, target: str | None, results: Callable[[str], Iterable[RuleResult]]
) -> Iterator[HistoryLine]:
    """What was measured of one item on one target, and what people said to it; ``results`` reads a list of results."""
    answers: dict[str, Answered] = {}
    place = (item, target, ((item, target),))
    for entry in entries:
        time = codec.read_time(entry.time)
        match ledger.decode(entry):
            case Looked() | SiteJudged() as said:
                if isinstance(said, Looked) and said.state.target.name != target:
                    continue
                for result in results(said.results):
                    if (result.item, result.target) == (item, target):
                        yield HistoryLine(entry.seq, time, entry.kind, "", _measured(result), *place)
            case Answered() as said if (said.item, said.target) == (item, target):
                answers[str(entry.seq)] = said
                yield HistoryLine(entry.seq, time, entry.kind, said.by, _answered(said), *place)
            case Reviewed() as said if not answers.keys().isdisjoint(said.overrides):
                what = f"{said.verdict} the answer{_because(said.remark)}"
                yield HistoryLine(entry.seq, time, entry.kind, said.by, what, *place)


def _places(payload: Payload, answers: dict[str, Answered]) -> tuple[tuple[str, str | None], ...]:
    """Every item and target that an entry is about."""
    match payload:
        case Answered():
            return ((payload.item, payload.target),)
        case Reviewed():
            said = [answers[name] for name in payload.overrides if name in answers]
            return tuple(dict.fromkeys((one.item, one.target) for one in said))
        case Looked():
            return (("", payload.state.target.name),)
    return ()


def _told(payload: Payload, answers: dict[str, Answered], *, judged: bool) -> tuple[str, str]:  # noqa: C901, PLR0912 - one per kind
    match payload:
        case Created():
            return (
                payload.info.auditor,
                f"created the audit {payload.info.title!r} with {payload.program}{_alone(payload.info)}",
            )
        case InfoSet():
            return payload.info.auditor, f"described the audit as {payload.info.title!r}{_alone(payload.info)}"
        case TargetsSet():
            return "", f"targets are now: {_names(target.name for target in payload.targets)}"
        case RunStarted():
            guideline = f"{payload.benchmark} {payload.version}"
            began = "began to judge again what is stored of" if payload.judged else "started to look at"
            return payload.by, f"{began} {_names(payload.targets)} with {guideline}"
        case Looked() if judged:
            return "", f"judged again what is stored of {payload.state.target.name}"
        case Looked():
            name, error = payload.state.target.name, payload.state.error
            return "", f"could not look at {name}: {error}" if error else f"looked at {name}"
        case SiteJudged():
            return "", "judged what concerns the site or several machines"
        case RunFinished():
            return "", "finished judging" if judged else "finished looking"
        case Answered():
            where = f"{payload.item} on {payload.target or 'the site'}"
            return payload.by, f"{where}: {_answered(payload)}"
        case Reviewed():
            items = _names(dict.fromkeys(answers[name].item for name in payload.overrides if name in answers))
            return payload.by, f"{payload.verdict} {items}{_because(payload.remark)}"
        case Attached():
            return "", f"attached {payload.attachment.name!r} ({payload.attachment.size} bytes)"
        case StateSet():
            role = f" as {payload.role}" if payload.role else ""
            return payload.by, f"the audit is now {payload.state}{role}{_because(payload.remark)}"
        case Revised():
            sealed = f"signed under the seal {payload.predecessor[:16]}"
            return payload.by, f"opened the audit again, {sealed}{_because(payload.remark)}"


def _alone(info: AuditInfo) -> str:
    return ", marked as the work of a single person" if info.single_person else ""


def _answered(said: Answered) -> str:
    if said.kind is OverrideKind.WITHDRAWN:
        return f"withdrew the answer{_because(said.remark)}"
    verb = f"waived ({said.old})" if said.kind is OverrideKind.WAIVER else f"signed off as {said.new}"
    if said.kind is OverrideKind.SIGNOFF and said.old not in (said.new, Result.NOTCHECKED):
        verb += f" in place of {said.old}"
    until = f" until {said.expires.isoformat()}" if said.expires else ""
    origin = f", carried over from {said.origin}" if said.origin else ""
    return f"{verb}{until}{origin}{_because(said.remark)}"


def _measured(result: RuleResult) -> str:
    reason = f" ({result.reason})" if result.reason else ""
    return f"measured: {result.result}{reason}{_because(result.message)}"


def _because(remark: str) -> str:
    return f": {remark}" if remark else ""


def _names(names: Iterable[str], most: int = 5) -> str:
    listed = list(names)
    more = f" and {len(listed) - most} more" if len(listed) > most else ""
    return ", ".join(listed[:most]) + more or "nothing"
