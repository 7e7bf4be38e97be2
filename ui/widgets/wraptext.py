"""Sentences that may hold a name or path longer than the line: broken anywhere, selectable, never too wide."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QResizeEvent, QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

from ui.widgets.typeset import wrapped_height

_WIDTH, _NARROW = 240, 80  # pixels that it asks for, and that it needs
_MARGIN = 2  # pixels: the frame that shows the focus, above and below


class WrapText(QPlainTextEdit):
    """As high as its text, up to ``most`` pixels; more scrolls. A label would ask for the width of its longest word."""

    def __init__(self, role: str = "", parent: QWidget | None = None, *, most: int = 400) -> None:
        super().__init__(parent)
        self._most = most
        self.setReadOnly(True)
        self.setProperty("role", "words")
        self.setProperty("tone", role)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(0)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def text(self) -> str:
        return self.toPlainText()

    def setText(self, text: str) -> None:  # noqa: N802 - as labels have it
        if text != self.toPlainText():
            self.setPlainText(text)
            self.updateGeometry()
            self._offer_bar()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._offer_bar()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.updateGeometry()

    def _offer_bar(self) -> None:
        """A bar to scroll with, where the text is higher than it may be."""
        scrolls = self._whole(self.width()) > self._most
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if scrolls else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if policy != self.verticalScrollBarPolicy():
            self.setVerticalScrollBarPolicy(policy)

    def _whole(self, width: int) -> int:
        """How high all of the text is, in pixels, where the widget is so wide."""
        sides = self.contentsMargins().left() + self.contentsMargins().right() + 2 * self.frameWidth()
        line = QFontMetricsF(self.font()).lineSpacing()
        height = wrapped_height(self.toPlainText(), self.font(), max(40, width - sides))
        return round(max(line, height)) + 2 * _MARGIN + 1

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        return min(self._whole(width), self._most)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(_WIDTH, self.heightForWidth(_WIDTH))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(_NARROW, self.heightForWidth(self.width()))
