"""Beneath the hosts: what waits for a person, how far the tests are, and the buttons to start and to stop them."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from app.report.wording import counted
from ui.text import PlainLabel
from ui.theme import Theme
from ui.trials import Trials
from ui.widgets.buttons import button


class TestBar(QWidget):
    """Says nothing while there is nothing to say."""

    __test__ = False  # no test of pytest's
    test_all = Signal()
    show_keys = Signal()
    show_guests = Signal()

    def __init__(self, theme: Theme, trials: Trials) -> None:
        super().__init__()
        self._trials = trials
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        self.guests_button = button("", self.show_guests.emit, role="link")
        line.addWidget(self.guests_button)
        line.addStretch(1)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(120)
        self.progress.setAccessibleName(self.tr("Progress of the tests"))
        line.addWidget(self.progress)
        self.words = PlainLabel(role="muted")
        line.addWidget(self.words)
        self.keys_button = button("…", self.show_keys.emit, theme=theme, icon="fingerprint")
        line.addWidget(self.keys_button)
        self.cancel_button = button(self.tr("Cancel the tests"), trials.cancel, theme=theme, icon="square")
        line.addWidget(self.cancel_button)
        self.test_button = button(
            self.tr("Test all"),
            self.test_all.emit,
            theme=theme,
            icon="activity",
            tip=self.tr("Connect and log in to every host, ask for its rights and its platform, and leave again."),
        )
        line.addWidget(self.test_button)
        trials.changed.connect(self.refresh)
        self.refresh()

    def show_standing(self, *, hosts: int, keys: int, guests: int, found: int) -> None:
        """How many hosts there are, keys nobody confirmed, guests known, and those that aren't in the audit."""
        self.test_button.setEnabled(bool(hosts))
        self.keys_button.setText(self.tr("Confirm {n} host keys…").format(n=keys))
        self.keys_button.setVisible(keys > 1)
        one, many = self.tr("1 guest found, {m} in this audit"), self.tr("{n} guests found, {m} in this audit")
        text = counted(guests, one, many, m=guests - found)
        self.guests_button.setText(text)
        self.guests_button.setVisible(bool(found))
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """How far the tests are."""
        how_far, running = self._trials.round, bool(self._trials.testing)
        text = ""
        if how_far.total > 1 or running:
            text = self.tr("{n} of {m} tested").format(n=how_far.done, m=how_far.total)
        if text and how_far.failed:
            text += " · " + self.tr("{n} not ready").format(n=how_far.failed)
        self.words.setText(text)
        self.progress.setVisible(running)
        self.progress.setRange(0, max(1, how_far.total))
        self.progress.setValue(how_far.done)
        self._show_instead(self.cancel_button, self.test_button, first=running)

    @staticmethod
    def _show_instead(one: QPushButton, other: QPushButton, *, first: bool) -> None:
        """The one or the other, in the same place; who had the keyboard on the one that goes has it on the other."""
        comes, goes = (one, other) if first else (other, one)
        comes.show()
        if goes.hasFocus():
            comes.setFocus(Qt.FocusReason.OtherFocusReason)
        goes.hide()
