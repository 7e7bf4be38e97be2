"""The bar under every step: back, how much is open, and what comes next."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from ui.text import PlainLabel
from ui.theme import Theme
from ui.widgets.buttons import button

_OWN_BUTTON = frozenset({"start", "run"})  # steps that have a first button of their own
_EDGE = 16  # pixels
_ROUND = 2 * _EDGE + 4 * 8  # pixels of the edges and between its parts


class BottomBar(QFrame):
    """Says what the next button leads to."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "bar")
        self.setFixedHeight(theme.scaled(52))
        line = QHBoxLayout(self)
        line.setContentsMargins(_EDGE, 9, _EDGE, 9)
        self.back = button(self.tr("Back"), theme=theme, icon="arrow-left", role="flat")
        line.addWidget(self.back)
        line.addStretch(1)
        self.hint = PlainLabel(role="muted")
        line.addWidget(self.hint)
        line.addStretch(1)
        self.next = button(self.tr("Next"), role="primary")
        line.addWidget(self.next)

    def show_step(self, step: str, following: str, waiting: int | None) -> None:
        """``following`` is the title of the next step; ``waiting`` how many findings are undecided, on their steps."""
        self.back.setVisible(step != "start")
        self.next.setVisible(bool(following))
        self.hint.setText(self._open_in_all(waiting) if waiting else "")
        if waiting is None:
            text = self.tr("Next: {step}  →").format(step=following)
        elif waiting:
            text = self.tr("Next undecided (N)  →")
        else:
            text = self.tr("Review  →")
        self.next.setText(text.replace("→", "←") if self.isRightToLeft() else text)
        role = "" if step in _OWN_BUTTON else "primary"
        if self.next.property("role") != role:
            self.next.setProperty("role", role)
            self.next.style().unpolish(self.next)
            self.next.style().polish(self.next)

        self._make_room()

    def free(self) -> tuple[int, int]:
        """From where to where there is no button, in pixels."""
        buttons = [one.geometry() for one in (self.back, self.next) if not one.isHidden()]
        middle = self.width() // 2
        left = max((one.right() + 1 for one in buttons if one.center().x() < middle), default=_EDGE)
        right = min((one.left() for one in buttons if one.center().x() >= middle), default=self.width() - _EDGE)
        return left, right

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """The buttons have their words; what is told between them goes where there is no room for it."""
        needs = sum(one.sizeHint().width() for one in (self.back, self.hint, self.next))
        self.hint.setVisible(bool(self.hint.text()) and needs + _ROUND <= self.width())

    def _open_in_all(self, count: int) -> str:
        from app.report.wording import number  # noqa: PLC0415 - the first window has no use for it

        return self.tr("{n} undecided in all").format(n=number(count))
