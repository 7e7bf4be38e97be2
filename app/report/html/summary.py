"""For those who read one screen: score, charts and what to mend first; then how the audit was done, and on what."""

from collections.abc import Iterator

from app.language import ENGLISH, current, tr
from app.report.document import Host, Overview, Report, Risk
from app.report.html.badges import bars, key, ring, sign
from app.report.html.markup import NOTHING, Html, anchor, as_written, english, joined, link, tag, text
from app.report.html.tables import paragraph, table
from app.report.verdict import Verdict, word_within
from app.report.wording import counted, decimal, listed, number, severity_word

_MOST = 12  # risks that are shown


def summary(view: Overview) -> Iterator[Html]:
    """The figures and what they mean."""
    yield paragraph(view.headline, "lead")
    yield tag(
        "div",
        _card(tr("Results"), tag("div", ring(view.counts, view.score), key(view.counts), cls="result")),
        _card(tr("To bear in mind"), _notes(view)),
        _card(tr("By chapter"), bars(view.chapters, tr("Chapter"), _places(view)), cls="wide"),
        _card(tr("By severity"), bars(view.severities, tr("Severity")), cls="wide"),
        _card(tr("Mend these first"), _risks(view), cls="wide"),
        cls="overview",
    )


def _card(title: str, *content: Html, cls: str = "") -> Html:
    return tag("section", tag("h3", text(title)), *content, cls=f"card {cls}".strip())


def _places(view: Overview) -> list[str]:
    return [anchor("chapter", bar.key) if bar.counts or bar.note else "" for bar in view.chapters]


def _notes(view: Overview) -> Html:
    notes = list(view.notes)
    if view.score is not None and view.score_before_waivers not in (None, view.score):
        notes.insert(0, tr("Score before waivers: {n}.").format(n=view.score_before_waivers))
    if not notes and view.decided:
        notes = [tr("Nothing stands against reading the figures as they are.")]
    shown = notes or [tr("This report says nothing yet about any machine.")]
    return tag("ul", *(tag("li", text(note)) for note in shown), cls="minded")


def _risks(view: Overview) -> Html:
    if not view.risks:
        return paragraph(
            tr("Nothing that was decided fails.")
            if view.decided
            else tr("Nothing was decided, so nothing can be ranked.")
        )
    kept = NOTHING
    if current() != ENGLISH:
        kept = paragraph(tr("What was found is kept in English."), "quiet small")
    shown = tag("ol", *(_risk(at, risk) for at, risk in enumerate(view.risks[:_MOST], 1)), cls="risks")
    more = len(view.risks) - _MOST
    if more <= 0:
        return joined((kept, shown))
    rest = counted(
        more, tr("1 further failing item: see the chapters."), tr("{n} further failing items: see the chapters.")
    )
    return joined((kept, shown, paragraph(rest, "quiet small")))


def _risk(at: int, risk: Risk) -> Html:
    where = tr("Fails for the whole site.")
    if risk.hosts:
        where = tr("Fails on {hosts}.").format(hosts=listed(risk.hosts, 4))
    return tag(
        "li",
        tag("span", text(str(at)), cls="rank", aria_hidden="true"),
        tag("span", link(anchor("item", risk.item), text(f"{risk.item} {risk.title}"))),
        tag("span", text(severity_word(risk.severity)), cls=f"sev sev-{risk.severity}"),
        tag(
            "p",
            tag("b", text(f"{where} ")),
            tag("span", text(risk.found), lang=english()),
            text(" "),
            tag("span", text(risk.why), lang=as_written(risk.why)),
        ),
    )


# --- scope and method ------------------------------------------------------------------------------------------------


def method(report: Report) -> Iterator[Html]:
    """How it was looked at, at which chapters, and at which machines."""
    for head, said in report.method:
        yield tag("h3", text(head))
        yield paragraph(said)
    yield tag("h3", text(tr("Chapters")))
    left_out = (
        tr("Chapter {chapter} was left out. Reason given: {reason}").format(
            chapter=chapter, reason=reason or tr("none")
        )
        for chapter, reason in report.cover.left_out
    )
    yield tag("ul", *(tag("li", text(one)) for one in (*report.cover.chapters, *left_out)))
    yield tag("h3", text(tr("Machines")))
    if not report.hosts:
        yield paragraph(tr("There is no machine in the audit yet."))
        return
    heads = (
        tr("Result"),
        tr("Machine"),
        tr("Account, rights"),
        tr("Platform"),
        tr("Host key, or why it was not reached"),
    )
    yield table(heads, [_machine(host) for host in report.hosts], "icons")
    for sentence in report.clones:
        yield paragraph(sentence, "note")
    yield tag("h3", text(tr("What was learnt about the machines")))
    yield table((tr("Machine"), tr("Facts"), tr("Findings")), [_learnt(host) for host in report.hosts])


def _below(words: str, cls: str = "quiet small") -> Html:
    return tag("div", text(words), cls=cls) if words else NOTHING


def _machine(host: Host) -> list[Html]:
    role = tr("{role} of {host}").format(role=host.role, host=host.parent) if host.parent else host.role
    name = joined((tag("b", text(host.name)), _below(host.address), _below(role)))
    if not host.reached:
        why = joined((tag("b", text(tr("Not reached.")), cls="v-error"), text(f" {host.why_not}")))
        return [sign(Verdict.ERROR, alone=True), name, text(host.account), text(tr("not known")), why]
    when = f"{host.started}, {decimal(host.seconds)} s" if host.started else ""
    shown = host.host_key or tr("no host key: looked at without SSH")
    return [
        sign(Verdict.PASS, alone=True),
        name,
        joined((text(host.account), _below(host.privilege))),
        joined((text(host.platform), _below(host.system))),
        joined((tag("span", text(shown), cls="mono"), _below(when))),
    ]


def _learnt(host: Host) -> list[Html]:
    facts = (
        joined((tag("span", text(f"{fact}: "), cls="quiet"), tag("span", text(value), lang=english())))
        for fact, value in host.facts
    )
    counts = (
        joined((tag("b", text(f"{number(count)} "), cls=f"v-{verdict}"), text(word_within(verdict))))
        for verdict, count in host.counts
    )
    return [
        tag("b", text(host.name)),
        joined(facts, " · ") or text(tr("none")),
        joined(counts, ", ") or text(tr("none of its own")),
    ]
