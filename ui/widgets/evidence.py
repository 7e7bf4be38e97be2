"""Evidence as it came: the command above it, lines with numbers, a search within, and a button to copy it all."""

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from ui.text import PlainLabel
from ui.theme import Theme
from ui.widgets.basics import icon_button, row

_MARKS = 500  # so many finds are highlighted; the count says how many there are
_SHOWN = 2_000_000  # characters; more would hold up the screen, and the file keeps them all


class CodeView(QPlainTextEdit):
    """Read-only monospaced text with line numbers."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("role", "code")
        self.setReadOnly(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self._numbers = _Numbers(self)
        self.blockCountChanged.connect(self._resize_margin)
        self.updateRequest.connect(self._scrolled)
        theme.changed.connect(self.restyle)
        self.restyle()

    @Slot()
    def restyle(self) -> None:
        self.setFont(self._theme.mono())
        self._resize_margin()
        self.viewport().update()

    def margin(self) -> int:
        digits = len(str(max(1, self.blockCount())))
        return 18 + self.fontMetrics().horizontalAdvance("9") * max(2, digits)

    @Slot()
    def _resize_margin(self) -> None:
        self.setViewportMargins(self.margin(), 0, 0, 0)

    @Slot(QRect, int)
    def _scrolled(self, rect: QRect, dy: int) -> None:
        if dy:
            self._numbers.scroll(0, dy)
        else:
            self._numbers.update(0, rect.y(), self._numbers.width(), rect.height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        inner = self.contentsRect()
        self._numbers.setGeometry(QRect(inner.left(), inner.top(), self.margin(), inner.height()))

    def paint_numbers(self, event: QPaintEvent) -> None:
        painter = QPainter(self._numbers)
        painter.fillRect(event.rect(), self._theme.colour("sunken"))
        painter.setFont(self.font())
        painter.setPen(self._theme.colour("muted"))
        block = self.firstVisibleBlock()
        top = round(self.blockBoundingGeometry(block).translated(self.contentOffset()).top())
        while block.isValid() and top <= event.rect().bottom():
            height = round(self.blockBoundingRect(block).height())
            if block.isVisible() and top + height >= event.rect().top():
                painter.drawText(
                    0, top, self._numbers.width() - 9, self.fontMetrics().height(),
                    Qt.AlignmentFlag.AlignRight, str(block.blockNumber() + 1),
                )  # fmt: skip
            block = block.next()
            top += height

    def highlight(self, words: str) -> int:
        """Mark every place where that text stands; returns how many there are."""
        marks: list[QTextEdit.ExtraSelection] = []
        count = 0
        if words:
            mark = QTextCharFormat()
            mark.setBackground(self._theme.colour("highlight"))
            mark.setForeground(self._theme.colour("highlight_text"))
            cursor = self.document().find(words, 0)
            while not cursor.isNull():
                count += 1
                if count <= _MARKS:
                    selection = QTextEdit.ExtraSelection()
                    selection.cursor = QTextCursor(cursor)  # type: ignore[attr-defined]  # PySide's stubs lack it
                    selection.format = mark  # type: ignore[attr-defined]  # PySide's stubs lack it
                    marks.append(selection)
                cursor = self.document().find(words, cursor)
        self.setExtraSelections(marks)
        return count


class _Numbers(QWidget):
    def __init__(self, view: CodeView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(self._view.margin(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        self._view.paint_numbers(event)


class EvidenceView(QWidget):
    """Command, circumstances, output."""

    copied = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        self._command = QPlainTextEdit()
        self._command.setProperty("role", "code")
        self._command.setReadOnly(True)
        self._command.setTabChangesFocus(True)
        self._command.setFont(theme.mono())
        self._command.setAccessibleName(self.tr("Command"))
        self._about = PlainLabel(role="small", wrap=True, selectable=True)
        self.code = CodeView(theme)
        self.code.setAccessibleName(self.tr("Output of the command"))
        self._search = QLineEdit()
        self._search.setPlaceholderText(self.tr("Search in this output"))
        self._search.setAccessibleName(self.tr("Search in this output"))
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._find)
        self._search.returnPressed.connect(self._next)
        self._count = PlainLabel(role="small")
        layout.addWidget(self._command)
        line: QHBoxLayout = row()
        line.addWidget(self._about, 1)
        line.addWidget(icon_button(theme, "copy", self.tr("Copy the command and its output"), self._copy))
        layout.addLayout(line)
        line = row()
        line.addWidget(self._search, 1)
        line.addWidget(self._count)
        layout.addLayout(line)
        layout.addWidget(self.code, 1)
        QShortcut(
            QKeySequence.StandardKey.FindNext, self, self._next, context=Qt.ShortcutContext.WidgetWithChildrenShortcut
        )

    def show_evidence(self, command: str, about: str, output: str) -> None:
        """Show these texts; control characters in them must have been made visible before."""
        self._text = f"$ {command}" if command else ""
        self._command.setPlainText(self._text)
        lines = min(5, max(command.count("\n") + 1, len(command) // 48 + 1))
        self._command.setFixedHeight(round(self._command.fontMetrics().lineSpacing() * lines) + 24)
        self._command.setVisible(bool(command))
        self._about.setText(about)
        if len(output) > _SHOWN:
            output = output[:_SHOWN]
            self._about.setText(
                about + " · " + self.tr("first {n} characters shown, the file holds all").format(n=_SHOWN)
            )
        self.code.setPlainText(output)
        self._find(self._search.text())

    def text(self) -> str:
        return self.code.toPlainText()

    @Slot(str)
    def _find(self, words: str) -> None:
        count = self.code.highlight(words)
        self._count.setText(self.tr("{n} found").format(n=count) if words else "")
        self._count.setVisible(bool(words))

    @Slot()
    def _next(self) -> None:
        words = self._search.text()
        if words and not self.code.find(words):
            self.code.moveCursor(QTextCursor.MoveOperation.Start)
            self.code.find(words, QTextDocument.FindFlag(0))

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(f"{self._text}\n{self._about.text()}\n{self.code.toPlainText()}")
        self.copied.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.matches(QKeySequence.StandardKey.Find):
            self._search.setFocus()
            return
        super().keyPressEvent(event)
