"""Columns of the review's list of answers."""

from PySide6.QtCore import QObject

from app.carry import Left
from app.language import content, tr
from app.record import OverrideKind
from app.report.visible import one_line
from app.screen.presentation import Kind, kind_of
from app.screen.reviewing import AnswerRow
from ui.models.table import Column, TableModel
from ui.widgets.sides import numbered
from ui.words import answer_word, kind_word


def _kind(row: AnswerRow) -> Kind:
    return Kind.WAIVED if row.override.kind is OverrideKind.WAIVER else Kind(row.override.new.value)


def _review(row: AnswerRow) -> str:
    return {
        "accepted": tr("accepted by {who}"),
        "rejected": tr("rejected by {who}"),
        "submitted": tr("submitted"),
    }.get(row.override.review, tr("not reviewed")).format(who=one_line(row.override.review_by))


def _tone(row: AnswerRow) -> str | None:
    return {"accepted": "pass", "rejected": "fail"}.get(row.override.review, "muted")


def _until(row: AnswerRow) -> str:
    return row.override.expires.isoformat() if row.override.expires else ""


def answers_model(parent: QObject) -> TableModel[AnswerRow]:
    """One row an answer that counts."""
    return TableModel(
        (
            Column(tr("Answer"), lambda row: kind_word(kind_of(row.finding)), kind=_kind),
            Column(tr("Item"), lambda row: numbered(row.rule.id, content(row.rule.title)), part=2),
            Column(tr("Host"), lambda row: one_line(row.override.target or tr("whole site"))),
            Column(
                tr("By"),
                lambda row: one_line(row.override.by),
                tip=lambda row: one_line(f"{row.override.by}, {row.override.role}"),
            ),
            Column(tr("Until"), _until),
            Column(tr("Remark"), lambda row: one_line(row.override.remark)),
            Column(tr("Review"), _review, tone=_tone),
        ),
        parent,
    )


def left_model(parent: QObject) -> TableModel[Left]:
    """One row an answer of an earlier audit that was left behind, and why."""
    return TableModel(
        (
            Column(tr("Item"), lambda row: row.override.item),
            Column(tr("Host"), lambda row: one_line(row.override.target or tr("whole site"))),
            Column(tr("Answer"), lambda row: answer_word(row.override)),
            Column(tr("By"), lambda row: one_line(row.override.by)),
            Column(tr("Why it was left behind"), lambda row: row.reason),
        ),
        parent,
    )
