"""Where hosts come from: the SSH config and a pasted list. Pages of the hosts' side panel."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QColor, QTextCursor, QTextFormat
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QTextEdit

from app.hostlist import Pasted, pasted
from app.report.visible import one_line
from app.report.wording import counted
from ui.explained import explain
from ui.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.searchfield import SearchField
from ui.widgets.sidepage import SidePage
from ui.widgets.ticklist import TickList
from ui.widgets.wraptext import WrapText

_SHOWN = 8  # faults that are spelt out


class SshConfigPage(SidePage):
    """The names that the SSH config spells out, to tick."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "", "")
        self.title.setText(self.tr("From your SSH config"))
        self.sentence.setText(self.tr("Tick the hosts to add. Patterns such as * are left out."))
        self.filter = SearchField(theme, self.tr("Filter the names"), self.tr("Filter"))
        explain(self.filter, self.tr("Only names that hold what you type stay; what is ticked stays ticked."))
        self.column.addWidget(self.filter)
        self.names = TickList()
        self.names.setAccessibleName(self.tr("Hosts in your SSH config"))
        self.filter.textChanged.connect(self.names.set_filter)
        self.filter.leads_to = self.names
        self.column.addWidget(self.names, 1)
        line = QHBoxLayout()
        self.all_button = button(self.tr("Tick all"), lambda: self.names.tick_shown(on=True), role="link")
        self.none_button = button(self.tr("Tick none"), lambda: self.names.tick_shown(on=False), role="link")
        line.addWidget(self.all_button)
        line.addWidget(self.none_button)
        line.addStretch(1)
        self.column.addLayout(line)
        self.add_button = self.act("")
        self.names.ticks_changed.connect(self._count)

    def fill(self, names: Sequence[str], present: frozenset[str] = frozenset()) -> bool:
        """Offer these but for those that are there already; False if there are none."""
        self.filter.clear()
        self.names.fill([(name, one_line(name)) for name in names if name not in present])
        self.filter.setVisible(self.names.count() > _SHOWN)
        self._count()
        return self.names.count() > 0

    @Slot()
    def _count(self) -> None:
        count = len(self.names.ticked())
        self.add_button.setText(self.tr("Add {n}").format(n=count) if count else self.tr("Add"))
        self.add_button.setEnabled(bool(count))


class PastePage(SidePage):
    """A list of hosts as text, its faults beneath it and marked in it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "", "")
        self.title.setText(self.tr("Paste a list"))
        self.sentence.setText(self.tr("One host a line, or separated by commas. What follows a # is a remark."))
        self.field = QPlainTextEdit()
        self.field.setPlaceholderText("root@hv1\nroot@hv2:2222\naudit@192.0.2.21  # mail")
        self.field.setAccessibleName(self.tr("List of hosts"))
        explain(
            self.field,
            self.tr("A host a line, or several with commas: user@host:port. Lines with a fault are marked and kept."),
        )
        self.field.setTabChangesFocus(True)
        self.column.addWidget(self.field, 2)
        self._faults = WrapText("fail", most=180)
        self._faults.setAccessibleName(self.tr("Lines with a fault"))
        self.column.addWidget(self._faults)
        self.add_button = self.act(self.tr("Add these"))
        self.rest_button = button("", role="link")
        self.column.addWidget(self.rest_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.field.textChanged.connect(self._mend)
        self._mend()

    def read(self) -> Pasted:
        """What stands in the field; its faults are shown."""
        found = pasted(self.field.toPlainText())
        self._mark([number for number, _, _ in found.problems])
        lines = [
            self.tr("Line {n}: {why}").format(n=number, why=one_line(why)) for number, _, why in found.problems[:_SHOWN]
        ]
        if len(found.problems) > _SHOWN:
            more = len(found.problems) - _SHOWN
            lines.append(counted(more, self.tr("… and 1 more line"), self.tr("… and {n} more lines")))
        self._faults.setText("\n".join(lines))
        self._faults.setVisible(bool(lines))
        self.rest_button.setText(self.tr("Add the other {n} and keep these lines").format(n=len(found.targets)))
        self.rest_button.setVisible(bool(lines) and bool(found.targets))
        return found

    def faults(self) -> str:
        """The sentences beneath the field."""
        return self._faults.text()

    def _mend(self) -> None:
        """Somebody is at it: the marks speak of a text that was."""
        self._faults.setText("")
        self._faults.hide()
        self.rest_button.hide()
        self._mark([])

    def _mark(self, numbers: Sequence[int]) -> None:
        marks = []
        for number in numbers:
            mark = QTextEdit.ExtraSelection()
            mark.cursor = QTextCursor(self.field.document().findBlockByNumber(number - 1))
            mark.format.setBackground(QColor(self.theme.colour("fail_soft")))
            mark.format.setProperty(QTextFormat.Property.FullWidthSelection, True)  # noqa: FBT003 - a value
            marks.append(mark)
        self.field.setExtraSelections(marks)
