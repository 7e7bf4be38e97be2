"""Guests that hosts run and that aren't in the audit: each needs an address to log in to, then several join at once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QWidget

from app.errors import UsageError
from app.hostlist import guest_of, is_plain_name
from app.hostrows import HostRow
from app.model import Target
from app.report.visible import one_line
from ui.explained import explain
from ui.text import Paragraph, PlainLabel, elided_middle, mnemonic_free
from ui.theme import Theme
from ui.widgets.scroller import Scroller
from ui.widgets.sidepage import SidePage
from ui.widgets.sides import keep_off

_NAME = 22  # characters of a guest's name that are shown
_MOST = 200  # lines at once; more come when these are in the audit


@dataclass(frozen=True, slots=True)
class _Line:
    row: HostRow
    tick: QCheckBox
    address: QLineEdit


class FoundGuestsPage(SidePage):
    """A line for each guest: a tick and its address; one pattern fills all addresses that are empty."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "", "")
        self.title.setText(self.tr("Guests that were found"))
        self.sentence.setText(
            self.tr("Hosts of this audit run these guests. To look inside one, give it an address to log in to.")
        )
        self.pattern = QLineEdit()
        self.pattern.setPlaceholderText(self.tr("audit@{name}.example.org").format(name="{name}"))
        self.pattern.setAccessibleName(self.tr("Address of all guests that have none yet"))
        explain(
            self.pattern,
            self.tr(
                "How the guests are reached, with {name} for the guest's name, such as audit@{name}.example.org. "
                "It fills every address below that is empty."
            ).format(name="{name}"),
        )
        self.column.addWidget(PlainLabel(self.tr("Address of all that have none, {name} being the guest:"), "small"))
        self.column.addWidget(self.pattern)
        self.pattern.editingFinished.connect(self._fill_in)
        self._inner = QWidget()
        self._grid = QGridLayout(self._inner)
        keep_off(self._grid, 0, 0, 6, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self.column.addWidget(Scroller(self._inner, self.tr("Guests that were found")), 1)
        self._fault = Paragraph(role="fail", selectable=True)
        self._fault.hide()
        self.column.addWidget(self._fault)
        self.add_button = self.act(self.tr("Add to the audit"))
        self.lines: list[_Line] = []

    def fill(self, rows: Sequence[HostRow], ticked: Callable[[HostRow], bool]) -> None:
        """Offer these; what was typed for one of them before stays."""
        typed = {(one.row.parent, one.row.name): one for one in self.lines}
        if [(one.row.parent, one.row.name) for one in self.lines] == [(row.parent, row.name) for row in rows[:_MOST]]:
            for one in self.lines:
                one.tick.setChecked(one.tick.isChecked() or ticked(one.row))
            return
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.lines = []
        for row in rows[:_MOST]:
            before = typed.get((row.parent, row.name))
            text = before.address.text() if before is not None else ""
            self._add(row, text, on=ticked(row) or (before is not None and before.tick.isChecked()))
        self._grid.setRowStretch(len(self.lines), 1)
        self._fault.hide()
        self._count()

    def _add(self, row: HostRow, text: str, *, on: bool) -> None:
        place = len(self.lines)
        name, host = one_line(row.name), one_line(row.parent)
        tick = QCheckBox(mnemonic_free(elided_middle(name, _NAME)))
        tick.setAccessibleName(self.tr("{guest} on {host}").format(guest=name, host=host))
        explain(tick, self.tr("Ticked: this guest becomes a machine of the audit, looked at from within."))
        tick.setChecked(on)
        address = QLineEdit(text)
        address.setPlaceholderText(self.tr("user@host:port"))
        address.setAccessibleName(self.tr("Address of {guest}").format(guest=name))
        explain(address, self.tr("Where the guest itself answers, as user@host:port; a guest that is ticked needs it."))
        tick.toggled.connect(lambda _on: self._count())
        address.textEdited.connect(lambda typed, tick=tick: tick.setChecked(bool(typed.strip())))
        address.returnPressed.connect(self.chosen)
        self._grid.addWidget(tick, place, 0, Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(address, place, 1)
        self.lines.append(_Line(row, tick, address))

    def _fill_in(self) -> None:
        pattern = self.pattern.text().strip()
        if "{name}" not in pattern:
            return
        for one in self.lines:
            if not one.address.text().strip() and is_plain_name(one.row.name):
                one.address.setText(pattern.replace("{name}", one.row.name))

    def _count(self) -> None:
        count = sum(one.tick.isChecked() for one in self.lines)
        self.add_button.setText(
            self.tr("Add {n} to the audit").format(n=count) if count else self.tr("Add to the audit")
        )
        self.add_button.setEnabled(bool(count))

    def ticked(self) -> tuple[Target, ...]:
        """The guests that are ticked, if each has an address; otherwise none, and the faults are shown."""
        found: list[Target] = []
        faults: list[str] = []
        for one in self.lines:
            wrong = False
            if one.tick.isChecked():
                try:
                    found.append(guest_of(one.row.name, one.row.parent, one.address.text()))
                except UsageError as error:
                    faults.append(one_line(f"{one.row.name}: {error}"))
                    wrong = True
            if one.address.property("wrong") != str(wrong).lower():
                one.address.setProperty("wrong", str(wrong).lower())
                one.address.style().unpolish(one.address)
                one.address.style().polish(one.address)
        self._fault.setText("\n".join(faults[:4]))
        self._fault.setVisible(bool(faults))
        return () if faults else tuple(found)
