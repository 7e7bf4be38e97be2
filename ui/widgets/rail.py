"""The rail on the left: every step of the walk with how far it is; a list view, so keys and screen readers work."""

from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.text import tool_tip
from ui.theme import Theme
from ui.widgets.sides import visual
from ui.widgets.typeset import two_lines

_ROOT = QModelIndex()
STEP_ROLE = Qt.ItemDataRole.UserRole + 1
_WIDTH = 180  # pixels that a row asks for; the rail gives it more
_EDGES = (8, 1, -8, -1)  # pixels from a row to its ground
_TITLE = 36  # pixels from there to the title, behind the ring


class RailStep(NamedTuple):
    """One step as the rail shows it. ``share`` is 0..1, or None where there is nothing to count."""

    id: str
    title: str
    number: str = ""
    note: str = ""
    share: float | None = None
    spoken: str = ""  # what a screen reader says of its state
    enabled: bool = True


class RailModel(QAbstractListModel):
    """The steps, replaced as one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: tuple[RailStep, ...] = ()

    def set_steps(self, steps: tuple[RailStep, ...]) -> None:
        """Show these; the selection stays where only notes and shares changed."""
        if steps == self._steps:
            return
        if [step.id for step in steps] == [step.id for step in self._steps]:
            self._steps = steps
            if steps:
                self.dataChanged.emit(self.index(0), self.index(len(steps) - 1))
            return
        self.beginResetModel()
        self._steps = steps
        self.endResetModel()

    def row_of(self, step: str) -> int:
        return next((row for row, one in enumerate(self._steps) if one.id == step), -1)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:  # noqa: N802 - Qt's name
        return 0 if parent.isValid() else len(self._steps)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        if not index.isValid() or not self._steps[index.row()].enabled:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        step = self._steps[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{step.number} {step.title}".strip()
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (f"{step.number} {step.title}".strip(), step.spoken or step.note) if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tool_tip(f"{step.number} {step.title}".strip())
        if role == STEP_ROLE:
            return step
        return None


class StepRail(QListView):
    """Click or arrow to a step; ``chosen`` carries its id."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._steps = RailModel(self)
        self.setModel(self._steps)
        self.setItemDelegate(_RailDelegate(theme, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)  # a narrower rail breaks titles anew
        self.setStyleSheet("background: transparent;")
        self.setAccessibleName(self.tr("Steps"))
        self.selectionModel().currentChanged.connect(self._moved)
        theme.changed.connect(self._repaint)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Place the rows anew where titles break anew: Qt doesn't when its own scroll bar took the width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    @Slot()
    def _repaint(self) -> None:
        self.viewport().update()

    def set_steps(self, steps: tuple[RailStep, ...]) -> None:
        self._steps.set_steps(steps)

    def show_step(self, step: str) -> None:
        """Mark that step as the one on screen, without saying so in a signal."""
        row = self._steps.row_of(step)
        if row == self.currentIndex().row():
            return
        blocked = self.selectionModel().blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.setCurrentIndex(self._steps.index(row) if row >= 0 else QModelIndex())
        self.selectionModel().blockSignals(blocked)
        self.viewport().update()

    @Slot(QModelIndex, QModelIndex)
    def _moved(self, current: QModelIndex, _previous: QModelIndex) -> None:
        step = current.data(STEP_ROLE)
        if step is not None:
            self.chosen.emit(step.id)


class _RailDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        del option
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QListView) else _WIDTH
        lines = self._title(index.data(STEP_ROLE), QRectF(0, 0, width, 0)).count("\n") + 1
        return QSize(_WIDTH, round(QFontMetricsF(self._theme.font()).height() * lines + 18))

    def _words(self, step: RailStep, rect: QRectF) -> QRectF:
        """Where the title stands: between the ring and the note."""
        note = QFontMetricsF(self._theme.font("small")).horizontalAdvance(step.note) + 8 if step.note else 0
        return rect.adjusted(_TITLE, 0, -10 - note, 0)

    def _title(self, step: RailStep, row: QRectF) -> str:
        """The title as it is written, on two lines where one is too short for it."""
        words = self._words(step, row.adjusted(*_EDGES))
        text = f"{step.number}  {step.title}" if step.number else step.title
        # Measured in the weight of the selected step, so that no row changes its height when it is chosen.
        return two_lines(text, self._theme.font("body", QFont.Weight.DemiBold), words.width())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        step = index.data(STEP_ROLE)
        state = option.state
        selected, focus = bool(state & QStyle.StateFlag.State_Selected), bool(state & QStyle.StateFlag.State_HasFocus)
        over = step.enabled and bool(state & QStyle.StateFlag.State_MouseOver)
        draw = partial(self._draw, step=step, selected=selected, over=over, focus=focus)
        self._theme.stamps.paint(painter, option.rect, (step, selected, over, focus), draw)

    def _draw(self, painter: QPainter, row: QRect, *, step: RailStep, selected: bool, over: bool, focus: bool) -> None:
        theme = self._theme
        rect = QRectF(row).adjusted(*_EDGES)
        painter.save()
        painter.fillRect(row, theme.colour("sunken"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if selected or over:
            painter.setBrush(theme.colour("selection" if selected else "hover"))
            painter.drawRoundedRect(rect, 6, 6)
        if focus:
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 6, 6)
        ring = visual(painter, rect, QRectF(rect.left() + 10, rect.center().y() - 8, 16, 16))
        self._paint_share(painter, ring, step, selected=selected)
        ink = theme.colour("text" if step.enabled else "disabled")
        font = theme.font("body", QFont.Weight.DemiBold if selected else QFont.Weight.Normal)
        note_font = theme.font("small")
        note_width = QFontMetricsF(note_font).horizontalAdvance(step.note)
        painter.setFont(font)
        painter.setPen(ink)
        words = visual(painter, rect, self._words(step, rect))
        text = self._title(step, QRectF(row))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        if step.note:
            painter.setFont(note_font)
            painter.setPen(theme.colour("muted" if step.enabled else "disabled"))
            note = QRectF(rect.right() - 10 - note_width - 2, rect.top(), note_width + 2, rect.height())
            painter.drawText(
                visual(painter, rect, note),
                Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
                step.note,
            )
        painter.restore()

    def _paint_share(self, painter: QPainter, box: QRectF, step: RailStep, *, selected: bool) -> None:
        """A ring that fills: empty, part, whole with a check."""
        theme = self._theme
        box = box.adjusted(1.5, 1.5, -1.5, -1.5)
        ink = theme.colour("accent" if step.enabled else "disabled")
        painter.save()
        if step.share is not None and step.share >= 1:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink)
            painter.drawEllipse(box.adjusted(-1, -1, 1, 1))
            theme.icons.paint(painter, box.adjusted(1.5, 1.5, -1.5, -1.5), "check", theme.colour("accent_text"))
        else:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("outline" if step.enabled else "disabled"), 1.6))
            painter.drawEllipse(box)
            if step.share:
                painter.setPen(QPen(ink, 2.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
                painter.drawArc(box, 90 * 16, -round(step.share * 360 * 16))
            elif selected:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(ink)
                painter.drawEllipse(box.adjusted(4, 4, -4, -4))
        painter.restore()
