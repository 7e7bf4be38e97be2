"""What every step of the wizard is to the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from ui.text import Paragraph, PlainLabel
from ui.widgets.scroller import Scroller
from ui.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from app.screen.chapterlist import Place
    from ui.helptopic import Part


class Step(QWidget):
    """A page. The window calls ``refresh`` when it comes on screen, and ``follow`` when the audit changes meanwhile.

    ``about`` says what it is for, to whoever presses F1.
    """

    about = ""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.theme = workspace.theme
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def parts(self) -> tuple[QWidget, ...]:
        """What the theme dresses, each for itself: a page that is too large to be dressed in one go names its parts."""
        return (self,)

    def large_parts(self) -> tuple[QWidget, ...]:
        """What takes long to be drawn for the first time, each in one go."""
        return ()

    def refreshing(self) -> tuple[Callable[[], object], ...]:
        """What the page does to show what stands now, in bits that each leave the screen its turn."""
        return ()

    def refresh(self) -> None:
        """Show what stands now, at once."""
        for bit in self.refreshing():
            bit()

    def follow(self) -> None:
        """The audit has changed: show it in turns."""
        self.workspace.turns.then(*self.refreshing())

    def shown(self) -> None:
        """The step has come on screen: put the focus where the person will want it."""

    def place(self) -> Place | None:
        """Item and target on show; None on a page that shows no finding."""
        return None

    def help_parts(self) -> tuple[Part, ...]:
        """What F1 tells beyond what the page is for."""
        return ()

    def leaving(self) -> None:
        """The step goes off screen: store what was typed."""

    # --- what the menus have a step do; nothing where there is nothing of the kind on it ------------------------------
    # Under names that no QWidget has: find() and move() are there on each, and do something else.

    def begin_search(self) -> None:
        """Put the cursor into the search field."""

    def undo(self) -> bool:
        """Take back what was done on this page and is no answer; False where nothing was."""
        return False

    def copy(self) -> None:
        """Put what is on show onto the clipboard."""

    def reorder(self, *, up: bool) -> None:
        """Move what is selected among its neighbours."""

    def widen(self, by: int) -> None:
        """Make the list wider by so many steps, narrower below 0; 0: as wide as it usually is."""

    def begin_answer(self, choice: str) -> None:
        """Choose an answer in the form, as its button would."""

    def save_answer(self) -> None:
        """Store the answer in the form."""


class FormStep(Step):
    """A step that is one scrolling column of cards under a title, at a width that reads well."""

    def __init__(self, workspace: Workspace, title: str, introduction: str, *, width: int = 860) -> None:
        super().__init__(workspace)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        inner = QWidget()
        centre = QHBoxLayout(inner)
        centre.setContentsMargins(32, 24, 32, 24)
        column = QWidget()
        column.setMaximumWidth(width)
        self.column = QVBoxLayout(column)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(16)
        centre.addWidget(column, 1, Qt.AlignmentFlag.AlignTop)
        if title:
            self.column.addWidget(PlainLabel(title, "title"))
        if introduction:
            self.column.addWidget(Paragraph(introduction, "muted"))
        self.scroller = Scroller(inner, title)
        outer.addWidget(self.scroller)

    def parts(self) -> tuple[QWidget, ...]:
        """Card by card: all of them in one go take long."""
        return (self.scroller.verticalScrollBar(), *_within(self.column))


def _within(layout: QLayout) -> Iterator[QWidget]:
    """The widgets of a layout and of those that stand in it."""
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is not None and (widget := item.widget()) is not None:
            yield widget
        elif item is not None and (inner := item.layout()) is not None:
            yield from _within(inner)
