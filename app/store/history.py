"""The ledger for people: who did what when, for one item on one target or for the whole audit."""

from collections.abc import Callable, Iterable, Iterator

from app.language import tr
from app.model import Result, RuleResult
from app.overrides import Answer
from app.record import AuditInfo, HistoryLine, OverrideKind
from app.store import codec, ledger
from app.store.ledger import Entry
from app.store.payload import (
    KINDS,
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
    answers: dict[str, Answer] = {}
    judged = False
    for entry in entries:
        payload = ledger.decode(entry)
        if isinstance(payload, Answer):
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
    answers: dict[str, Answer] = {}
    place = (item, target, ((item, target),))
    for entry in entries:
        if not _may_tell(entry, item, target, answered=bool(answers)):
            continue
        time = codec.read_time(entry.time)
        match ledger.decode(entry):
            case Looked() | SiteJudged() as said:
                if isinstance(said, Looked) and said.state.target.name != target:
                    continue
                for result in results(said.results):
                    if (result.item, result.target) == (item, target):
                        yield HistoryLine(entry.seq, time, entry.kind, "", _measured(result), *place)
            case Answer() as said if (said.item, said.target) == (item, target):
                answers[str(entry.seq)] = said
                yield HistoryLine(entry.seq, time, entry.kind, said.by, _answered(said), *place)
            case Reviewed() as said if not answers.keys().isdisjoint(said.overrides):
                reviewed = {"submitted": tr("submitted the answer"), "accepted": tr("accepted the answer")}
                what = reviewed.get(said.verdict, tr("rejected the answer")) + _because(said.remark)
                yield HistoryLine(entry.seq, time, entry.kind, said.by, what, *place)


def _may_tell(entry: Entry, item: str, target: str | None, *, answered: bool) -> bool:
    """Whether an entry can be about that item there, by its text: decoding thousands takes a tenth of a second.

    Without a backslash nothing in JSON is escaped, so what it names stands there as it is.
    """
    kind = KINDS.get(entry.kind)
    if kind is Reviewed:
        return answered
    if kind is Looked or kind is Answer:
        named = target if kind is Looked else item
        return "\\" in entry.payload or f'"{named}"' in entry.payload
    return kind is SiteJudged


def _places(payload: Payload, answers: dict[str, Answer]) -> tuple[tuple[str, str | None], ...]:
    """Every item and target that an entry is about."""
    match payload:
        case Answer():
            return ((payload.item, payload.target),)
        case Reviewed():
            said = [answers[name] for name in payload.overrides if name in answers]
            return tuple(dict.fromkeys((one.item, one.target) for one in said))
        case Looked():
            return (("", payload.state.target.name),)
    return ()


def _told(payload: Payload, answers: dict[str, Answer], *, judged: bool) -> tuple[str, str]:  # noqa: C901, PLR0912 - one per kind
    match payload:
        case Created():
            said = tr("created the audit {title!r} with {program}")
            text = said.format(title=payload.info.title, program=payload.program)
            return payload.info.auditor, text + _alone(payload.info)
        case InfoSet():
            text = tr("described the audit as {title!r}").format(title=payload.info.title)
            return payload.info.auditor, text + _alone(payload.info)
        case TargetsSet():
            return "", tr("targets are now: {names}").format(names=_names(target.name for target in payload.targets))
        case RunStarted():
            said = (
                tr("began to judge again what is stored of {names} with {guideline}")
                if payload.judged
                else tr("started to look at {names} with {guideline}")
            )
            return payload.by, said.format(
                names=_names(payload.targets), guideline=f"{payload.benchmark} {payload.version}"
            )
        case Looked() if judged:
            return "", tr("judged again what is stored of {target}").format(target=payload.state.target.name)
        case Looked():
            error = payload.state.error
            said = tr("could not look at {target}: {error}") if error else tr("looked at {target}")
            return "", said.format(target=payload.state.target.name, error=error)
        case SiteJudged():
            return "", tr("judged what concerns the site or several machines")
        case RunFinished():
            return "", tr("finished judging") if judged else tr("finished looking")
        case Answer():
            said = tr("{item} on {target}: {answer}") if payload.target else tr("{item} on the site: {answer}")
            return payload.by, said.format(item=payload.item, target=payload.target, answer=_answered(payload))
        case Reviewed():
            items = _names(dict.fromkeys(answers[name].item for name in payload.overrides if name in answers))
            reviewed = {"submitted": tr("submitted {items}"), "accepted": tr("accepted {items}")}
            said = reviewed.get(payload.verdict, tr("rejected {items}"))
            return payload.by, said.format(items=items) + _because(payload.remark)
        case Attached():
            return "", tr("attached {name!r} ({size} bytes)").format(
                name=payload.attachment.name, size=payload.attachment.size
            )
        case StateSet():
            said = tr("the audit is now {state} as {role}") if payload.role else tr("the audit is now {state}")
            return payload.by, said.format(state=payload.state, role=payload.role) + _because(payload.remark)
        case Revised():
            text = tr("opened the audit again, signed under the seal {seal}").format(seal=payload.predecessor[:16])
            return payload.by, text + _because(payload.remark)


def _alone(info: AuditInfo) -> str:
    return ", " + tr("marked as the work of a single person") if info.single_person else ""


def _answered(said: Answer) -> str:
    if said.kind is OverrideKind.WITHDRAWN:
        return tr("withdrew the answer") + _because(said.remark)
    if said.kind is OverrideKind.WAIVER:
        verb = tr("waived ({old})")
    elif said.kind is OverrideKind.SIGNOFF and said.old not in (said.new, Result.NOTCHECKED):
        verb = tr("signed off as {new} in place of {old}")
    else:
        verb = tr("signed off as {new}")
    parts = [verb.format(new=said.new, old=said.old)]
    if said.expires:
        parts.append(tr("until {day}").format(day=said.expires.isoformat()))
    origin = ", " + tr("carried over from {origin}").format(origin=said.origin) if said.origin else ""
    return f"{' '.join(parts)}{origin}{_because(said.remark)}"


def _measured(result: RuleResult) -> str:
    reason = f" ({result.reason})" if result.reason else ""
    return tr("measured: {result}").format(result=result.result) + reason + _because(result.message)


def _because(remark: str) -> str:
    return f": {remark}" if remark else ""


def _names(names: Iterable[str], most: int = 5) -> str:
    listed = list(names)
    if len(listed) > most:
        return tr("{names} and {n} more").format(names=", ".join(listed[:most]), n=len(listed) - most)
    return ", ".join(listed) or tr("nothing")
