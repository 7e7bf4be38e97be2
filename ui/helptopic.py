"""What F1 tells: what the page is for, what has the keyboard, and, in a chapter, the item on show."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from app.language import content, headed, in_english, tr
from app.model import Mode
from app.report.visible import one_line, visible
from app.screen.presentation import Kind, kind_measured, kind_of
from ui.explained import explanation
from ui.widgets.sides import numbered
from ui.words import kind_sentence

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.model import Rule
    from app.record import Finding


class Part(NamedTuple):
    """A heading, and paragraphs with a label each, which may be empty."""

    heading: str
    paragraphs: tuple[tuple[str, str], ...]
    badges: bool = False  # whether it speaks of results, so that their badges are explained with it


def page_part(title: str, about: str) -> Part:
    """What a page or dialog is for."""
    return Part(title, (("", about),))


def field_part(focus: QWidget | None) -> tuple[Part, ...]:
    """What has the keyboard, if it or something around it explains itself."""
    name, text = explanation(focus)
    return (Part(name or tr("Where the keyboard is"), (("", text),)),) if text else ()


def item_part(rule: Rule, finding: Finding) -> Part:
    """What an item asks, why, how it is decided, and what to do about its result on one host."""
    kind = kind_of(finding)
    where = one_line(finding.measured.target) if finding.measured.target else tr("the whole site")
    remedy = visible(finding.measured.remediation).strip()
    paragraphs = [
        (tr("What must hold"), content(rule.requirement).strip()),
        (headed(tr("Why it matters"), content(rule.rationale)), content(rule.rationale).strip()),
        (tr("How it is decided"), _decided(rule)),
        (headed(tr("Evidence to attach"), *rule.evidence), "\n".join(f"• {one}" for one in rule.evidence)),
        (tr("On {host}: {result}").format(host=where, result=kind_sentence(kind)), _what_to_do(kind)),
        (in_english(tr("How to mend it")), remedy if Kind.FAIL in {kind, kind_measured(finding)} else ""),
    ]
    return Part(numbered(rule.id, content(rule.title)), tuple(one for one in paragraphs if one[1]), badges=True)


def _decided(rule: Rule) -> str:
    text = {
        Mode.AUTOMATED: tr(
            "Commands on the host decide it; the tab Evidence shows each one with what it printed. If you know better, "
            "sign another result over it and say why: what was measured stays in the report beside it."
        ),
        Mode.ASSISTED: tr(
            "Commands collect the facts, which the tab Evidence shows; whether they are good enough is yours to say."
        ),
        Mode.MANUAL: tr(
            "No command can see it: you answer from documents, from a talk, or from a look at the place, and attach "
            "what proves it."
        ),
    }[rule.mode]
    return text if rule.mode is Mode.AUTOMATED else f"{text}\n{content(rule.question).strip()}"


def _what_to_do(kind: Kind) -> str:
    return {
        Kind.PASS: tr("Nothing. It is looked at again in the next run."),
        Kind.FAIL: tr(
            "Mend it as the tab “Mend it” says and run again. What has to stay so for a while is waived: until a "
            "day, with the reason; it still counts as failed."
        ),
        Kind.WAIVED: tr("Mend it before the waiver's last day; then what was measured counts again."),
        Kind.ERROR: tr(
            "Read what happened on the tab Evidence, mend that, and run this host again. What you know from elsewhere "
            "can be signed off meanwhile."
        ),
        Kind.UNKNOWN: tr(
            "Most often the account lacks rights or the host lacks a program. Give it root rights on the page Hosts "
            "and run it again, or answer from what you know."
        ),
        Kind.WAITING: tr(
            "Press P, F or A for pass, fail or not applicable, write what you looked at, and save with Ctrl+Enter."
        ),
        Kind.UNSEEN: tr("Run the audit; if the host could not be reached, the page Run says why."),
        Kind.NOTAPPLICABLE: tr("Nothing: the item doesn't concern this machine."),
        Kind.NOTSELECTED: tr("Nothing, or take the chapter in on the page Scope."),
        Kind.INFORMATIONAL: tr("Nothing: it is said for your information."),
    }[kind]
