"""The chapters of a report: each item once, with all machines below it, grouped so that two hundred fit."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from app import language, model
from app.language import content, tr
from app.model import Reason, Result, Rule
from app.overrides import WAIVED, WARNING_DAYS, AnswerState, counting
from app.record import Finding, Override, OverrideKind, ScanResult
from app.report import document as doc
from app.report.exhibits import Desk
from app.report.masking import mask
from app.report.standing import rule_of, standing
from app.report.verdict import ORDER, Verdict, standing_verdict, verdict_of, word_within
from app.report.wording import REMARK, changed_word, mode_word, natural_key, review_word, scope_word, short, stranger

_TELLING = (Verdict.FAIL, Verdict.WAIVED, Verdict.ERROR, Verdict.UNKNOWN)  # verdicts that need explaining
_PASSING_ROWS = 8  # more passing subjects than this are named in one line
_HOLDS = (Verdict.PASS, Verdict.NOTAPPLICABLE)
_WORDS = 40  # by which an output is searched
_ROWS = 400  # subjects of one item that are listed, the worst first; more stand in the JSON
_EXCERPTS = 3  # per item; further exhibits are named


def count(verdicts: Iterable[Verdict]) -> doc.Counts:
    """Count verdicts, the worst first."""
    counted = Counter(verdicts)
    return tuple((verdict, counted[verdict]) for verdict in Verdict if counted[verdict])


def chapters(scan: ScanResult, desk: Desk) -> tuple[doc.Chapter, ...]:
    """Lay all findings out by chapter, section and item, in the order of the benchmark."""
    rules = rule_of(scan.benchmark)
    by_item: dict[str, list[Finding]] = {}
    for finding in scan.findings:
        by_item.setdefault(finding.measured.item, []).append(finding)
    threats = {section.id: section.title for chapter in scan.benchmark.chapters for section in chapter.sections}
    checks = {check.id: check.title for addendum in scan.benchmark.addenda for check in addendum.checks}
    left_out = dict(scan.info.profile.left_out)
    strangers = [stranger(item) for item in by_item if item not in rules]
    known = [*rules.values(), *strangers]
    parts = []
    for chapter in _frame(scan, strangers):
        sections = []
        for section in chapter.sections:
            items = tuple(
                _item(rule, by_item[rule.id], (threats, checks), desk)
                for rule in known
                if rule.section == section.id and rule.id in by_item
            )
            if items:
                sections.append(doc.Section(section.id, content(section.title), content(section.introduction), items))
        verdicts = [
            standing_verdict(finding)
            for rule in known
            if rule.chapter == chapter.id
            for finding in by_item.get(rule.id, ())
        ]
        parts.append(
            doc.Chapter(
                id=chapter.id,
                title=content(chapter.title),
                introduction=content(chapter.introduction),
                left_out=left_out.get(chapter.id, ""),
                counts=count(verdicts),
                sections=tuple(sections),
            )
        )
    return tuple(parts)


def _frame(scan: ScanResult, strangers: Sequence[Rule]) -> list[model.Chapter]:
    """The benchmark's chapters and sections, with one more for whatever has no place in them: nothing is dropped."""
    frame = list(scan.benchmark.chapters)
    placed = {section.id for chapter in frame for section in chapter.sections}
    lost = sorted({rule.section for rule in (*scan.benchmark.rules, *strangers)} - placed, key=natural_key)
    by_chapter: dict[str, list[model.Section]] = {}
    for section in lost:
        by_chapter.setdefault(section.split(".", 1)[0], []).append(model.Section(section, tr("Further items"), ""))
    for index, chapter in enumerate(frame):
        more = by_chapter.pop(chapter.id, [])
        frame[index] = model.Chapter(chapter.id, chapter.title, chapter.introduction, (*chapter.sections, *more))
    frame += [model.Chapter(key, tr("Further items"), "", tuple(more)) for key, more in by_chapter.items()]
    return frame


def _item(
    rule: Rule, findings: Sequence[Finding], titles: tuple[Mapping[str, str], Mapping[str, str]], desk: Desk
) -> doc.Item:
    """Lay one item out; the titles are those of threats and those of checks."""
    threats, checks = titles
    findings = [finding.whole() for finding in findings]
    verdicts = [standing_verdict(finding) for finding in findings]
    worst = min(verdicts, key=ORDER.__getitem__)
    telling = [finding for finding, verdict in zip(findings, verdicts, strict=True) if verdict in _TELLING]
    subjects, passing = _subjects(findings, checks)
    exhibits = _exhibits(findings, desk)
    leading = _exhibits(telling, desk, failing=True)
    words = _words(telling)
    return doc.Item(
        id=rule.id,
        title=content(rule.title),
        severity=str(rule.severity),
        mode=mode_word(rule.mode),
        scope=scope_word(rule.scope),
        basis=rule.basis,
        threats=tuple(_threat(threat, threats) for threat in rule.threats),
        requirement=content(rule.requirement).strip(),
        rationale=content(rule.rationale).strip(),
        question=content(rule.question).strip() if Verdict.AWAITING in verdicts else "",
        references=rule.references,
        verdict=worst,
        counts=count(verdicts),
        rows=_rows(findings),
        subjects=subjects[:_ROWS],
        further=max(len(subjects) - _ROWS, 0),
        passing=passing,
        remedies=_remedies(telling),
        excerpts=tuple(desk.excerpt(key, words) for key in desk.telling(leading, words, _EXCERPTS)),
        exhibits=tuple(desk.number(key) for key in exhibits),
    )


def _threat(threat: str, titles: Mapping[str, str]) -> str:
    title = content(titles.get(threat, "")).removeprefix(tr("Threat:")).strip()
    if language.current() == language.ENGLISH:  # where a noun in the middle of a sentence begins with a small letter
        title = f"{title[:1].lower()}{title[1:]}"
    return f"{title} ({threat})" if title else threat


def _rows(findings: Sequence[Finding]) -> tuple[doc.ResultRow, ...]:
    grouped: dict[tuple[Verdict, str, tuple[str, ...]], list[str]] = {}
    for finding in findings:
        measured = finding.measured
        key = (standing_verdict(finding), _message(finding), _answers(finding))
        names = grouped.setdefault(key, [])
        names.extend([measured.target] if measured.target else measured.targets)
    rows = [doc.ResultRow(key[0], tuple(names), key[1], key[2]) for key, names in grouped.items()]
    return tuple(sorted(rows, key=lambda row: ORDER[row.verdict]))


def _message(finding: Finding) -> str:
    """What was measured; nothing where only a person could say it, and did."""
    measured = finding.measured
    if measured.reason is Reason.UNREACHABLE:
        return tr("Not reached: see “Scope and method”.")  # the cause stands there once
    asked = verdict_of(str(measured.result), measured.reason) is Verdict.AWAITING
    return "" if asked and counting(finding.overrides) else short(mask(measured.message).text)


def _answers(finding: Finding) -> tuple[str, ...]:
    """Who laid what over the measured result: the answer that counts, in one line."""
    answers = standing(finding.overrides)
    if not answers:
        return ()
    last = answers[-1]
    measured = verdict_of(str(finding.measured.result), finding.measured.reason)
    day = {"name": last.by, "role": last.role, "day": f"{last.time:%Y-%m-%d}"}
    if last.kind is OverrideKind.WAIVER:
        line = _waiver(last, in_force=finding.effective == WAIVED)
    elif measured is Verdict.AWAITING:
        line = tr("Answered as “{word}” by {name} ({role}) on {day}")
    else:
        line = tr("Answered as “{word}” by {name} ({role}) on {day}; measured: {measured}")
    line = line.format(
        **day, word=word_within(Verdict(last.new.value)), measured=word_within(measured), until=last.expires
    )
    if last.review:
        line += tr("; {state} by {name}").format(state=review_word(last.review), name=last.review_by)
    line += f".{_standing_of_answer(finding, last)}"
    remark = short(last.remark.strip(), REMARK)
    if remark:
        line += " " + tr("“{remark}”").format(remark=remark)
    return (line,)


def _waiver(last: Override, *, in_force: bool) -> str:
    if in_force:
        return (
            tr("Fails; waived until {until} by {name} ({role}) on {day}")
            if last.expires
            else tr("Fails; waived without an end date by {name} ({role}) on {day}")
        )
    return (
        tr("The waiver until {until} by {name} ({role}) is not in force")
        if last.expires
        else tr("The waiver without an end date by {name} ({role}) is not in force")
    )


def _standing_of_answer(finding: Finding, last: Override) -> str:
    """A sentence where the answer can't be left as it is, or an empty text."""
    match finding.state:
        case AnswerState.EXPIRED:
            sentence = tr("It ended on {day}: to be confirmed again.").format(day=last.expires)
        case AnswerState.WAIVER_EXPIRED if finding.effective == Result.FAIL:
            sentence = tr("It ended on {day}: the item counts as failed again.").format(day=last.expires)
        case AnswerState.WAIVER_EXPIRED:
            sentence = tr("It ended on {day}: what was measured counts again.").format(day=last.expires)
        case AnswerState.WAIVER_ENDS:
            sentence = tr("It ends within {n} days.").format(n=WARNING_DAYS)
        case AnswerState.OUTDATED:
            sentence = tr("Outdated: {what} changed after it was given.").format(what=changed_word(finding.outdated))
        case _:
            return ""
    return f" {sentence}"


def _subjects(
    findings: Sequence[Finding], titles: Mapping[str, str]
) -> tuple[tuple[doc.SubjectRow, ...], tuple[doc.Passing, ...]]:
    """Rows for what doesn't hold, and for what does if it is little; else names only, none left out."""
    merged: dict[tuple[Verdict, str, str, str, str], dict[str, None]] = {}
    for finding in findings:
        for check in finding.measured.checks:
            key = (
                verdict_of(str(check.result), check.reason),
                titles.get(check.check, check.check),
                short(check.subject or ""),
                short(mask(check.expected).text),
                short(mask(check.actual or check.message).text),
            )
            names = [finding.measured.target] if finding.measured.target else finding.measured.targets
            merged.setdefault(key, {}).update(dict.fromkeys(names))
    rows = [doc.SubjectRow(key[0], tuple(hosts), *key[1:]) for key, hosts in merged.items()]
    rows.sort(key=lambda row: ORDER[row.verdict])
    good = [row for row in rows if row.verdict in _HOLDS]
    if len(good) <= _PASSING_ROWS:
        return tuple(rows), ()
    names_of: dict[tuple[tuple[str, ...], str], list[str]] = {}
    for row in good:
        names_of.setdefault((row.hosts, row.expected), []).append(row.subject or row.check)
    passing = tuple(doc.Passing(hosts, expected, tuple(names)) for (hosts, expected), names in names_of.items())
    return tuple(row for row in rows if row.verdict not in _HOLDS), passing


def _exhibits(findings: Sequence[Finding], desk: Desk, *, failing: bool = False) -> list[str]:
    """The ids of evidence that findings rest on, in order; only those of checks that don't hold, if asked."""
    keys: dict[str, None] = {}
    for finding in findings:
        for check in finding.measured.checks:
            if not failing or verdict_of(str(check.result), check.reason) in _TELLING:
                keys.update(dict.fromkeys(check.evidence))
        if not failing or not finding.measured.checks:
            keys.update(dict.fromkeys(finding.measured.evidence))
    return [key for key in keys if desk.has(key)]


def _words(findings: Sequence[Finding]) -> tuple[str, ...]:
    """Words by which the telling lines of an output can be found."""
    words: dict[str, None] = {}
    for finding in findings:
        for check in finding.measured.checks:
            if verdict_of(str(check.result), check.reason) in _TELLING:
                words.update(dict.fromkeys(text for text in (check.actual, check.subject or "") if len(text) > 2))  # noqa: PLR2004
        if len(words) >= _WORDS:
            break
    return tuple(words)[:_WORDS]


def _remedies(findings: Sequence[Finding]) -> tuple[doc.Remedy, ...]:
    grouped: dict[str, list[str]] = {}
    for finding in findings:
        if finding.measured.remediation.strip():
            names = grouped.setdefault(finding.measured.remediation, [])
            names.extend([finding.measured.target] if finding.measured.target else finding.measured.targets)
    return tuple(doc.Remedy(tuple(names), blocks(text)) for text, names in grouped.items())


_CODE_LINE = re.compile(r"(?: {4}|\t|\$ |# )")


def blocks(text: str) -> tuple[doc.Block, ...]:
    """Split a remedy into prose and commands: lines that are indented, fenced, or begin with a prompt are commands."""
    parts: list[tuple[bool, list[str]]] = []
    fenced = False
    for line in text.expandtabs(4).strip("\n").split("\n"):
        if line.strip().startswith("```"):
            fenced = not fenced
            continue
        code = fenced or bool(_CODE_LINE.match(line))
        if not line.strip() and parts:
            parts[-1][1].append("")
        elif parts and parts[-1][0] == code:
            parts[-1][1].append(line)
        else:
            parts.append((code, [line]))
    return tuple(_block(code, lines) for code, lines in parts if any(line.strip() for line in lines))


def _block(code: bool, lines: list[str]) -> doc.Block:  # noqa: FBT001 - the first of a pair made above
    text = "\n".join(lines).strip("\n")
    if not code:
        paragraphs = re.split(r"\n\s*\n", text)
        return doc.Block("\n".join(" ".join(part.split()) for part in paragraphs), code=False)
    indent = min(len(line) - len(line.lstrip()) for line in lines if line.strip())
    return doc.Block("\n".join(line[indent:] for line in text.split("\n")), code=True)
