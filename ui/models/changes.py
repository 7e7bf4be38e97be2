"""Columns of the comparison with an earlier audit."""

from PySide6.QtCore import QObject

from app.compare import Change
from app.compare import Kind as ChangeKind
from app.language import content, in_english, tr
from app.model import Benchmark
from app.record import Finding
from app.report.visible import one_line
from app.screen.presentation import Kind, kind_of
from ui.models.table import Column, TableModel
from ui.widgets.sides import numbered
from ui.words import change_word, kind_word

_TONES = {ChangeKind.WORSE: "fail", ChangeKind.BETTER: "pass"}


def _kind(finding: Finding | None) -> Kind | None:
    return kind_of(finding) if finding is not None else None


def _word(finding: Finding | None) -> str:
    return kind_word(kind_of(finding)) if finding is not None else "–"


def changes_model(benchmark: Benchmark, parent: QObject) -> TableModel[Change]:
    """One row a finding that differs."""
    titles = {rule.id: content(rule.title) for rule in benchmark.rules}

    def message(change: Change) -> str:
        there = change.new or change.old
        return one_line(there.measured.message) if there is not None else ""

    return TableModel(
        (
            Column(tr("Change"), lambda row: change_word(row.kind), tone=lambda row: _TONES.get(row.kind, "text")),
            Column(tr("Item"), lambda row: numbered(row.item, titles.get(row.item, ""))),
            Column(tr("Host"), lambda row: one_line(row.target or tr("whole site"))),
            Column(tr("Before"), lambda row: _word(row.old), kind=lambda row: _kind(row.old)),
            Column(tr("Now"), lambda row: _word(row.new), kind=lambda row: _kind(row.new)),
            Column(in_english(tr("What is found")), message, tone=lambda _row: "muted"),
        ),
        parent,
    )
