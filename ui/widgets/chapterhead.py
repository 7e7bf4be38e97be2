"""The head of a chapter: title, how much is decided, what it is about, filters and search."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from app.language import content, told
from app.model import Chapter
from app.report.wording import number
from app.screen.chapterlist import Filter
from app.screen.wizard import Progress
from ui.explained import explain
from ui.text import Paragraph, PlainLabel
from ui.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.filterchips import FilterChips
from ui.widgets.searchfield import SearchField

_BAR = 150  # pixels
_EDGE, _APART = 20, 12  # pixels: at the sides, and between the parts of the first line
_SEARCH_PAUSE = 120  # milliseconds after the last key before the list is searched


class ChapterHead(QWidget):
    """Tells when filters or search changed, and when all introductions are to be shown or hidden."""

    changed = Signal()
    introduced = Signal(bool)

    def __init__(self, theme: Theme, chapter: Chapter) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, 14, _EDGE, 10)
        column.setSpacing(8)
        line = QHBoxLayout()
        line.setSpacing(_APART)
        self._title = Paragraph(f"{chapter.id}  {content(chapter.title)}", "title")
        line.addWidget(self._title)
        self._more = button(self.tr("About this chapter"), self._toggle, role="link")
        self._more.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard on the list
        line.addWidget(self._more, 0, Qt.AlignmentFlag.AlignBottom)
        line.addStretch(1)
        self._decided = PlainLabel(role="muted")
        line.addWidget(self._decided)
        self._bar = QProgressBar()
        self._bar.setFixedWidth(_BAR)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Decided items of this chapter"))
        line.addWidget(self._bar)
        column.addLayout(line)
        self._introduction = Paragraph(told(chapter.introduction), "muted", selectable=True)
        self._introduction.hide()
        column.addWidget(self._introduction)
        line = QHBoxLayout()
        line.setSpacing(12)
        self.chips = FilterChips()
        self.chips.changed.connect(self.changed)
        line.addWidget(self.chips, 1)
        self.search = SearchField(theme, self.tr("Search items, hosts, machines"))
        self.search.setFixedWidth(250)
        explain(
            self.search,
            self.tr(
                "Only items stay that hold every word that you type, in their own text or in what was found and said: "
                "names of hosts and of virtual machines, results in words, remarks."
            ),
        )
        line.addWidget(self.search, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(line)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SEARCH_PAUSE)
        self._timer.timeout.connect(self.changed)
        self.search.textChanged.connect(lambda _text: self._timer.start())

    def show_progress(self, progress: Progress, counts: Mapping[Filter, int]) -> None:
        """How much is decided, and how many items each chip has."""
        text = self.tr("{a} of {b} decided")
        self._decided.setText(text.format(a=number(progress.decided), b=number(progress.total)))
        self._bar.setMaximum(max(1, progress.total))
        self._bar.setValue(progress.decided)
        self.chips.show_counts(counts)
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """The title first: how much is decided stands in the rail too, and goes where there is no room for it."""
        room = self.width() - 2 * _EDGE
        room -= self._title.sizeHint().width() + self._more.sizeHint().width() + _APART
        room -= self._decided.sizeHint().width() + _APART
        self._decided.setVisible(room >= 0)
        self._bar.setVisible(room >= _BAR + _APART)

    def set(self, filters: tuple[Filter, ...], query: str) -> None:
        """Choose these without saying so in a signal."""
        self.chips.choose(filters)
        self.search.setText(query)
        self._timer.stop()

    @Slot()
    def _toggle(self) -> None:
        shown = self._introduction.isHidden()
        self._introduction.setVisible(shown)
        self._more.setText(self.tr("Hide") if shown else self.tr("About this chapter"))
        self.introduced.emit(shown)
