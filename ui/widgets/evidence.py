"""Evidence as it came: the command above it, lines with numbers, a search within, and a button to copy it all.

Long evidence is shown page by page (app.screen.evidencetext); search and copy know all of it.
"""

from bisect import bisect_right

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
)
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from app.report.wording import number
from app.screen.evidencetext import Page, PagedText
from ui.explained import explain
from ui.text import Paragraph, PlainLabel
from ui.theme import Theme
from ui.widgets.buttons import icon_button
from ui.widgets.searchfield import SearchField

_COMMAND, _COMMAND_LOW = 5, 2  # lines of a command that are seen at once
_LOW = 420  # pixels: where the view is lower, what was printed has the room
_MARKS = 300  # so many finds of a page are highlighted; the count says how many there are


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
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # what a host printed reads like that everywhere
        self._line_numbers: tuple[int, ...] = ()
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

    def show_page(self, page: Page) -> None:
        """Show these rows under their numbers."""
        self._line_numbers = page.numbers
        self.setPlainText(page.text)
        self._resize_margin()

    def margin(self) -> int:
        digits = len(str(max(1, self.blockCount(), *self._line_numbers[-1:])))
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
            place = block.blockNumber()
            shown = self._line_numbers[place] if place < len(self._line_numbers) else place + 1
            if block.isVisible() and top + height >= event.rect().top():
                painter.drawText(
                    0, top, self._numbers.width() - 9, self.fontMetrics().height(),
                    Qt.AlignmentFlag.AlignRight, str(shown or "›"),
                )  # fmt: skip
            block = block.next()
            top += height

    def highlight(self, words: str) -> None:
        """Mark the places where that text stands on this page, so many as eyes can take in."""
        marks: list[QTextEdit.ExtraSelection] = []
        if words:
            mark = QTextCharFormat()
            mark.setBackground(self._theme.colour("highlight"))
            mark.setForeground(self._theme.colour("highlight_text"))
            cursor = self.document().find(words, 0)
            while not cursor.isNull() and len(marks) < _MARKS:
                selection = QTextEdit.ExtraSelection()
                selection.cursor = QTextCursor(cursor)
                selection.format = mark
                marks.append(selection)
                cursor = self.document().find(words, cursor)
        self.setExtraSelections(marks)


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
        self._paged = PagedText("")
        self._page = 0
        self._found = -1  # offset of the place that the search shows
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
        self._about = Paragraph(role="small", selectable=True)
        self.code = CodeView(theme)
        self.code.setAccessibleName(self.tr("Output of the command"))
        self._search = SearchField(theme, self.tr("Search in this output"))
        explain(self._search, self.tr("Marks every place where this text stands; Return or F3 leads to the next one."))
        self._search.textChanged.connect(self._find)
        self._search.returnPressed.connect(self._next)
        self._count = PlainLabel(role="small")
        layout.addWidget(self._command)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._about, 1)
        line.addWidget(icon_button(theme, "copy", self.tr("Copy the command and its output"), self._copy))
        layout.addLayout(line)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._search, 1)
        line.addWidget(self._count)
        layout.addLayout(line)
        layout.addWidget(self.code, 1)
        layout.addWidget(self._build_turner(theme))
        QShortcut(
            QKeySequence.StandardKey.FindNext, self, self._next, context=Qt.ShortcutContext.WidgetWithChildrenShortcut
        )

    def _build_turner(self, theme: Theme) -> QWidget:
        self._turner = QWidget()
        line = QHBoxLayout(self._turner)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        self._where = PlainLabel(role="small")
        self.before = icon_button(theme, "chevron-left", self.tr("Page before"), lambda: self._turn(-1))
        self.after = icon_button(theme, "chevron-right", self.tr("Page after"), lambda: self._turn(1))
        line.addWidget(self._where, 1)
        line.addWidget(self.before)
        line.addWidget(self.after)
        self._turner.hide()  # until something has pages
        return self._turner

    def _fit_command(self) -> None:
        """A long command scrolls where what it printed would have no room beneath it."""
        most = _COMMAND if self.height() >= _LOW else _COMMAND_LOW
        lines = min(most, max(self._text.count("\n") + 1, len(self._text) // 48 + 1))
        self._command.setFixedHeight(round(self._command.fontMetrics().lineSpacing() * lines) + 24)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._fit_command()

    def show_evidence(self, command: str, about: str, output: PagedText) -> None:
        """Show these texts; control characters in them must have been made visible before."""
        self._text = f"$ {command}" if command else ""
        self._command.setPlainText(self._text)
        self._fit_command()
        self._command.setVisible(bool(command))
        self._about.setText(about)
        self._paged = output
        self._show_page(0)
        self._find(self._search.text())

    def text(self) -> str:
        """All of the output, whatever page is shown."""
        return self._paged.text

    def _show_page(self, place: int) -> None:
        self._page = place
        page = self._paged.page(place)
        self.code.show_page(page)
        self._turner.setVisible(self._paged.pages > 1)
        shown = [one for one in page.numbers if one]
        self._where.setText(
            self.tr("Lines {a} to {b} of {n}").format(
                a=number(shown[0] if shown else 1), b=number(shown[-1] if shown else 1), n=number(self._paged.lines)
            )
        )
        self.before.setEnabled(place > 0)
        self.after.setEnabled(place + 1 < self._paged.pages)
        self.code.highlight(self._search.text())

    def _turn(self, step: int) -> None:
        self._show_page(self._page + step)

    @Slot(str)
    def _find(self, words: str) -> None:
        count = self._paged.count(words)
        self._count.setText(self.tr("{n} found").format(n=count) if words else "")
        self._count.setVisible(bool(words))
        self._found = -1
        if count:
            self._go_to(self._paged.find(words, 0), words)
        else:
            self.code.highlight(words)

    @Slot()
    def _next(self) -> None:
        words = self._search.text()
        place = self._paged.find(words, self._found + 1)
        if place >= 0:
            self._go_to(place, words)

    def _go_to(self, place: int, words: str) -> None:
        """Turn to the page of that offset and select what was found."""
        self._found = place
        wanted = self._paged.page_of(place)
        if wanted != self._page:
            self._show_page(wanted)
        else:
            self.code.highlight(words)
        page = self._paged.page(wanted)
        line = bisect_right(page.offsets, place) - 1
        cursor = QTextCursor(self.code.document().findBlockByNumber(line))
        cursor.movePosition(QTextCursor.MoveOperation.Right, n=place - page.offsets[line])
        cursor.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor, len(words))
        self.code.setTextCursor(cursor)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(f"{self._text}\n{self._about.text()}\n{self._paged.text}")
        self.copied.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.matches(QKeySequence.StandardKey.Find):
            self._search.setFocus()
            return
        super().keyPressEvent(event)
