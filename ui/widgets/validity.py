"""How long an answer holds: for ever, for a period, or until a day; a waiver always has its last day."""

from datetime import date

from PySide6.QtCore import QDate, QSize, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QDateEdit, QWidget

from ui.accessible import name_choice
from ui.explained import explain
from ui.widgets.dropdown import DropDown
from ui.widgets.fields import indent

_WAIVER_DAYS = 90  # what the end of a waiver starts with; a person sets the day
_FOR_EVER, _OTHER = 0, -1
_GAP = 6  # pixels


class Validity(QWidget):
    """A period chosen fills the day in; a day chosen is its own period."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._waiver = False
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(_GAP)
        self.period = DropDown()
        name_choice(self.period, self.tr("How long the answer holds"))
        explain(
            self.period,
            self.tr(
                "When the answer has to be given anew. “until it changes” holds until item, result or facts change; a "
                "waiver always has a last day."
            ),
        )
        self.period.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.period.setMinimumContentsLength(6)
        self.until = QDateEdit()
        self.until.setDisplayFormat("yyyy-MM-dd")
        self.until.setCalendarPopup(True)
        indent(self.until)
        self.until.setAccessibleName(self.tr("Last day on which the answer holds"))
        explain(
            self.until, self.tr("Year-month-day, today or later. On the day after, what was measured counts again.")
        )
        self.until.setMinimumWidth(self.until.fontMetrics().horizontalAdvance("2000-00-00") + 52)
        self._line.addWidget(self.period, 1)
        self._line.addWidget(self.until)
        self.period.currentIndexChanged.connect(self._period_chosen)
        self.until.dateChanged.connect(self._day_chosen)
        self.set_waiver(waiver=False)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The wider of the two, since they stand one below the other where both don't fit on a line."""
        widths = [one.minimumSizeHint().width() for one in (self.period, self.until)]
        return QSize(max(*widths, self.until.minimumWidth()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        needs = self.period.minimumSizeHint().width() + _GAP + self.until.minimumWidth()
        fits = event.size().width() >= needs
        self._line.setDirection(QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom)

    def set_waiver(self, *, waiver: bool) -> None:
        """Start anew, for a waiver or for another answer."""
        self._waiver = waiver
        periods = [
            (self.tr("for 30 days"), 30),
            (self.tr("for 90 days"), 90),
            (self.tr("for half a year"), 182),
            (self.tr("for a year"), 365),
            (self.tr("until a day"), _OTHER),
        ]
        if not waiver:
            periods.insert(0, (self.tr("until it changes"), _FOR_EVER))
        self.period.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.period.clear()
        for text, days in periods:
            self.period.addItem(text, days)
        self.period.setCurrentIndex(self.period.findData(_WAIVER_DAYS if waiver else _FOR_EVER))
        self.period.blockSignals(False)  # noqa: FBT003 - Qt's signature
        self.until.setMinimumDate(QDate.currentDate())
        self._period_chosen()

    def day(self) -> date | None:
        """The last day; None: it holds until something changes."""
        if self.period.currentData() == _FOR_EVER:
            return None
        chosen = self.until.date()
        return date(chosen.year(), chosen.month(), chosen.day())

    def set_day(self, day: date | None) -> None:
        """Take over the end of another answer; one that is over is left out."""
        if day is not None and day >= date(*QDate.currentDate().getDate()):
            self.until.setDate(QDate(day.year, day.month, day.day))
            self._day_chosen()

    @Slot()
    def _period_chosen(self) -> None:
        days = self.period.currentData()
        if days > 0:
            self.until.blockSignals(True)  # noqa: FBT003 - Qt's signature
            self.until.setDate(QDate.currentDate().addDays(days))
            self.until.blockSignals(False)  # noqa: FBT003 - Qt's signature
        self.until.setVisible(days != _FOR_EVER)
        self.changed.emit()

    @Slot()
    def _day_chosen(self) -> None:
        self.period.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.period.setCurrentIndex(self.period.findData(_OTHER))
        self.period.blockSignals(False)  # noqa: FBT003 - Qt's signature
        self.until.show()
        self.changed.emit()
