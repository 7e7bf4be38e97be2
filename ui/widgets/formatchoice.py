"""Which forms of the report are written: for people, for other programs, for checklists, each with what it is for."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from app.report.formats import FORMATS
from ui.explained import explain
from ui.text import Paragraph, PlainLabel
from ui.theme import Theme

_ELSEWHERE = frozenset({"form"})  # stands in a card of its own
_COLUMN = 196  # pixels that a group needs beside the others; narrower, and they stand below each other
_GAP = 24  # pixels between groups
_BEHIND = 30  # pixels: a description stands below its box's words


class FormatChoice(QWidget):
    """A box for each format of app.report.formats; ``boxes`` has them by their keys."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.boxes: dict[str, QCheckBox] = {}
        self._column = theme.scaled(_COLUMN)
        self._across = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(16)
        words = {
            "pdf": ("PDF", self.tr("The report for the auditor, with evidence")),
            "html": ("HTML", self.tr("The report as one page for a browser")),
            "folder": (
                self.tr("Folder"),
                self.tr("Report, data and attached files with their hashes, for an auditor without Bartizan"),
            ),
            "json": ("JSON", self.tr("Everything that is in the audit")),
            "csv": ("CSV", self.tr("One line a finding, for spreadsheets")),
            "hdf": ("HDF", self.tr("For Heimdall")),
            "oscal": ("OSCAL", self.tr("Assessment results, for compliance platforms")),
            "xccdf": ("XCCDF 1.2", self.tr("For SCAP tools")),
            "ckl": ("CKL", self.tr("For STIG Viewer 2")),
            "cklb": ("CKLB", self.tr("For STIG Viewer 3")),
        }
        groups = [
            (self.tr("For people"), self.tr("To read, print and file"), ["pdf", "html", "folder"]),
            (self.tr("For other programs"), self.tr("The same findings as data"), ["json", "csv", "hdf", "oscal"]),
            (self.tr("For checklists"), self.tr("To import where checklists are kept"), ["xccdf", "ckl", "cklb"]),
        ]
        groups[1][2].extend(key for key in FORMATS if key not in words and key not in _ELSEWHERE)
        self._groups = [self._group(*group, words) for group in groups]
        self._arrange(len(self._groups))

    def _group(self, title: str, purpose: str, keys: Sequence[str], words: dict[str, tuple[str, str]]) -> QWidget:
        group = QWidget()
        group.setAccessibleName(title)
        column = QVBoxLayout(group)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(PlainLabel(title, "strong"))
        column.addWidget(Paragraph(purpose, "small"))
        for key in keys:
            if key not in FORMATS:
                continue
            name, about = words.get(key, (key.upper(), ""))
            column.addSpacing(6)
            column.addWidget(self._box(key, name, about))
            if about:
                under = Paragraph(about, "small")
                under.setIndent(_BEHIND)
                column.addWidget(under)
        column.addStretch(1)
        return group

    def _box(self, key: str, name: str, about: str) -> QCheckBox:
        box = QCheckBox(name)
        box.setAccessibleName(f"{name}: {about}" if about else name)
        box.setChecked(key == "pdf")
        explain(box, self.tr("Ticked: this form of the report is written into the folder below."))
        box.toggled.connect(lambda _checked: self.changed.emit())
        self.boxes[key] = box
        return box

    def chosen(self) -> list[str]:
        """Keys of what is ticked, in the order of the boxes."""
        return [key for key, box in self.boxes.items() if box.isChecked()]

    def _arrange(self, across: int) -> None:
        """So many groups beside each other."""
        if across == self._across:
            return
        self._across = across
        for place, group in enumerate(self._groups):
            self._grid.removeWidget(group)
            self._grid.addWidget(group, place // across, place % across, Qt.AlignmentFlag.AlignTop)
        for column in range(len(self._groups)):
            self._grid.setColumnStretch(column, 1 if column < across else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        everything = len(self._groups)
        wide = self.width() >= everything * self._column + (everything - 1) * _GAP
        self._arrange(everything if wide else 1)
