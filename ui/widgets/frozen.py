"""A table whose first columns stay while the others scroll sideways.

A second view without focus lies over the frozen columns and shares model and selection; the table beneath holds all
columns, so the keyboard and a screen reader meet one whole table.
"""

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget


class _Titles(QHeaderView):
    """Titles of one line each, so all are as high as one: Qt would measure a hundred whenever something changes."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return self.sectionSizeFromContents(0) if self.count() else super().sizeHint()


class FrozenTable(QTableView):
    """``frozen`` is how many of the first columns stay."""

    pressed_key = Signal(QModelIndex)  # Space, Enter or Return on the current cell

    def __init__(self, frozen: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frozen = frozen
        self._dress(self)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._front = QTableView(self)
        self._dress(self._front)
        self._front.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._front.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._front.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._front.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._front.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._front.setAccessibleName("")
        self._front.setMouseTracking(True)
        self.viewport().stackUnder(self._front)
        self.horizontalHeader().sectionResized.connect(self._column_resized)
        self.verticalHeader().sectionResized.connect(self._row_resized)
        self._front.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        self.verticalScrollBar().valueChanged.connect(self._front.verticalScrollBar().setValue)
        self._front.viewport().installEventFilter(self)

    @staticmethod
    def _dress(view: QTableView) -> None:
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setShowGrid(False)
        view.setWordWrap(False)
        view.setCornerButtonEnabled(False)
        view.verticalHeader().hide()
        view.setHorizontalHeader(_Titles(view))
        view.horizontalHeader().setHighlightSections(False)
        view.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        view.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        view.setMouseTracking(True)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setTabKeyNavigation(False)

    @property
    def front(self) -> QTableView:
        """The view over the frozen columns, for tests and delegates."""
        return self._front

    def setModel(self, model: QAbstractItemModel | None) -> None:  # noqa: N802 - Qt's name
        super().setModel(model)
        self._front.setModel(model)
        if model is not None:
            self._front.setSelectionModel(self.selectionModel())
            model.modelReset.connect(self._hide_rest)
            model.columnsInserted.connect(self._hide_rest)
        self._hide_rest()

    def setItemDelegate(self, delegate: QAbstractItemDelegate) -> None:  # noqa: N802 - Qt's name
        super().setItemDelegate(delegate)
        self._front.setItemDelegate(delegate)

    def set_row_height(self, height: int) -> None:
        for view in (self, self._front):
            view.verticalHeader().setMinimumSectionSize(20)
            view.verticalHeader().setDefaultSectionSize(height)
            view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    @Slot()
    def _hide_rest(self) -> None:
        model = self.model()
        if model is None:
            return
        for column in range(model.columnCount()):
            self._front.setColumnHidden(column, column >= self._frozen)
            if column < self._frozen:
                self._front.setColumnWidth(column, self.columnWidth(column))
        self._place()

    @Slot(int, int, int)
    def _column_resized(self, column: int, _old: int, new: int) -> None:
        if column < self._frozen:
            self._front.setColumnWidth(column, new)
            self._place()

    @Slot(int, int, int)
    def _row_resized(self, line: int, _old: int, new: int) -> None:
        self._front.setRowHeight(line, new)

    def frozen_width(self) -> int:
        return sum(self.columnWidth(column) for column in range(self._frozen))

    def _place(self) -> None:
        height = self.viewport().height() + self.horizontalHeader().height()
        left = self.frameWidth()
        if self.isRightToLeft():
            left = self.viewport().geometry().right() + 1 - self.frozen_width()
        self._front.setGeometry(left, self.frameWidth(), self.frozen_width(), height)
        self._front.horizontalHeader().setFixedHeight(self.horizontalHeader().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._place()

    def updateGeometries(self) -> None:  # noqa: N802 - Qt's name
        super().updateGeometries()
        if hasattr(self, "_front"):
            self._place()

    def scrollTo(  # noqa: N802 - Qt's name
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a cell into sight, and out from under the frozen columns."""
        if index.column() < self._frozen or self.columnSpan(index.row(), index.column()) > 1:  # seen wherever one is
            across = self.horizontalScrollBar().value()
            super().scrollTo(index, hint)
            self.horizontalScrollBar().setValue(across)
            return
        super().scrollTo(index, hint)
        cell = self.visualRect(index)
        start = self.viewport().width() - 1 - cell.right() if self.isRightToLeft() else cell.left()
        hidden = self.frozen_width() - start
        if hidden > 0:
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - hidden)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """What has the keyboard may be a frozen cell."""
        super().focusInEvent(event)
        self._front.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusOutEvent(event)
        self._front.viewport().update()

    def eventFilter(self, watched: Any, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """A click on a frozen cell gives the keyboard to the whole table."""
        if event.type() == QEvent.Type.MouseButtonPress:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Letters are left to the window's shortcuts instead of jumping to rows."""
        if event.text().isalnum() and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            event.ignore()
            return
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.pressed_key.emit(self.currentIndex())
            return
        super().keyPressEvent(event)
