"""Columns of the review's list of findings."""

from PySide6.QtCore import QObject

from app.language import content, in_english, tr
from app.model import Benchmark
from app.record import Finding
from app.report.visible import one_line
from app.screen.presentation import kind_of
from ui.models.table import Column, TableModel
from ui.widgets.sides import numbered
from ui.words import kind_word, severity_word


def findings_model(benchmark: Benchmark, parent: QObject) -> TableModel[Finding]:
    """One row a finding."""
    rules = {rule.id: rule for rule in benchmark.rules}
    titles = {rule.id: numbered(rule.id, content(rule.title)) for rule in benchmark.rules}
    return TableModel(
        (
            Column(tr("Result"), lambda row: kind_word(kind_of(row)), kind=kind_of),
            Column(
                tr("Severity"),
                lambda row: severity_word(rules[row.measured.item].severity),
                severity=lambda row: rules[row.measured.item].severity,
            ),
            Column(tr("Item"), lambda row: titles[row.measured.item], tip=lambda row: titles[row.measured.item]),
            Column(tr("Host"), lambda row: one_line(row.measured.target or tr("whole site"))),
            Column(
                in_english(tr("What is found")),
                lambda row: one_line(row.measured.message),
                tip=lambda row: one_line(row.measured.message),
                tone=lambda _row: "muted",
            ),
        ),
        parent,
    )
