"""How the cells of tables are painted: text with an icon and a tone, bars, counts."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.report.wording import number
from app.screen.presentation import Kind
from ui.models.table import Column
from ui.theme import Theme
from ui.widgets.badge import badge_size, paint_badge, paint_ground, paint_severity, paint_shape
from ui.widgets.sides import in_its_direction, visual
from ui.widgets.typeset import breakable, elided, folded_width, two_lines, wrapped_height, wrapping
from ui.words import kind_word

# As numbers: each comparison of flags makes an object.
_SELECTED, _OVER = QStyle.StateFlag.State_Selected.value, QStyle.StateFlag.State_MouseOver.value
_FOCUS = QStyle.StateFlag.State_HasFocus.value
_INDENT = 16  # pixels of each step
_ABOVE = 6  # pixels above words on several lines
_WIDEST = 420  # pixels that a cell asks for by itself
_NARROW = 42  # pixels: no room for a badge with a word
Counts = Sequence[tuple[Kind, int]]
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class CellDelegate(QStyledItemDelegate):
    """Cells of a ui.models.table.TableModel; ``wrap`` breaks long text into lines instead of eliding it."""

    def __init__(self, theme: Theme, parent: QWidget, *, wrap: bool = False) -> None:
        super().__init__(parent)
        self._theme = theme
        self._wrap = wrap
        self.lines = 1  # of a cell that doesn't wrap, at most 2
        self.over: int | None = None  # the row that the mouse is over, where rows are taken whole; None: cells are

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row, column = index.model().cell(index)  # type: ignore[attr-defined]  # a TableModel
        state = option.state.value
        over = self.over == index.row() if self.over is not None else bool(state & _OVER)
        ground = (bool(state & _SELECTED), over, bool(state & _FOCUS))
        shows = (self._wrap, ground, column.strong, *(read(row) for read in column.looks))
        draw = partial(self._draw, row=row, column=column, ground=ground)
        self._theme.stamps.paint(painter, option.rect, shows, draw)

    def _draw(
        self, painter: QPainter, rect: QRect, *, row: Any, column: Column[Any], ground: tuple[bool, bool, bool]
    ) -> None:
        theme = self._theme
        painter.fillRect(rect, theme.colour("surface"))
        selected, over, focus = ground
        paint_ground(painter, rect, theme, selected=selected, over=over, focus=focus)
        kind, severity = column.kind(row), column.severity(row)
        whole = QRectF(rect)
        if severity is not None:
            paint_severity(painter, visual(painter, whole, self._beside_words(whole)), severity, theme)
        elif kind is not None:
            self._paint_kind(painter, visual(painter, whole, self._beside_words(whole)), kind)
        else:
            self._paint_words(painter, whole, row, column)

    def _beside_words(self, whole: QRectF) -> QRectF:
        """Where a sign stands: in the middle, as one line of words does; on the first line where there are several."""
        rect = whole.adjusted(8, 0, -6, 0)
        if self._wrap:
            rect.setHeight(min(rect.height(), QFontMetricsF(self._theme.font("body")).height() + 2 * _ABOVE))
        return rect

    def _paint_kind(self, painter: QPainter, rect: QRectF, kind: Kind) -> None:
        """A badge, or its shape alone where there is no room for a word."""
        theme = self._theme
        if rect.width() < _NARROW:
            shape = visual(painter, rect, QRectF(rect.left() + 2, rect.center().y() - 7, 14, 14))
            paint_shape(painter, shape, kind, theme)
        else:
            paint_badge(painter, rect, kind, kind_word(kind), theme, theme.font("small", QFont.Weight.DemiBold))

    def _paint_words(self, painter: QPainter, whole: QRectF, row: Any, column: Column[Any]) -> None:
        theme = self._theme
        rect = visual(painter, whole, whole.adjusted(8 + _INDENT * (column.indent(row) or 0), 0, -6, 0))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        share, counts = column.share(row), column.counts(row)
        if share is not None:
            rect = _paint_bar(painter, rect, share, theme, column.tone(row))
        if counts is not None:
            _paint_counts(painter, rect, counts, theme)
        else:
            self._paint_text(painter, rect, row, column)
        painter.restore()

    def _paint_text(self, painter: QPainter, rect: QRectF, row: Any, column: Column[Any]) -> None:
        theme = self._theme
        tone, icon = column.tone(row) or "text", column.icon(row)
        if icon:
            sign = visual(painter, rect, QRectF(rect.left(), rect.center().y() - 8, 16, 16))
            theme.icons.paint(painter, sign, icon, theme.colour(tone))
            rect = visual(painter, rect, rect.adjusted(24, 0, 0, 0))
        font = theme.font("body", QFont.Weight.DemiBold if column.strong else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(theme.colour(tone))
        if self._wrap:
            rect = rect.adjusted(0, _ABOVE, 0, -4)
            painter.drawText(rect, breakable(in_its_direction(column.text(row))), wrapping())
            return
        text = in_its_direction(" ".join(column.text(row).split()))
        shorten = two_lines if self.lines > 1 else elided
        painter.drawText(rect, _LEFT, shorten(text, font, rect.width()))

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        row, column = index.model().cell(index)  # type: ignore[attr-defined]  # a TableModel
        kind, text = column.kind(row), column.text(row)
        if kind is not None:
            size = badge_size(self._theme.font("small", QFont.Weight.DemiBold), kind_word(kind))
            return QSize(size.width() + 14, size.height() + 8)
        if self._wrap:
            font = self._theme.font("body", QFont.Weight.DemiBold if column.strong else QFont.Weight.Normal)
            return QSize(120, round(wrapped_height(breakable(text), font, max(40, option.rect.width() - 14)) + 12))
        metrics = QFontMetricsF(self._theme.font("body", QFont.Weight.DemiBold))
        width = self.width_of(None, text, bool(column.icon(row)), column.indent(row) or 0)
        return QSize(min(width, _WIDEST), round(metrics.height() + 14))

    def width_of(self, kind: Kind | None, text: str, icon: bool, indent: int, *, folded: bool = False) -> int:  # noqa: FBT001 - TableModel.shown()
        """Pixels that a cell with that content asks for, on one line or ``folded`` on two."""
        if kind is not None:
            return badge_size(self._theme.font("small", QFont.Weight.DemiBold), kind_word(kind)).width() + 14
        font = self._theme.font("body", QFont.Weight.DemiBold)
        advance = folded_width(text, font, 2) if folded else QFontMetricsF(font).horizontalAdvance(text)
        return round(advance + 22 + (24 if icon else 0) + _INDENT * indent)


def _paint_bar(painter: QPainter, rect: QRectF, share: float, theme: Theme, tone: str | None) -> QRectF:
    """A bar in the left part; returns what is left for the text."""
    width = min(160.0, max(40.0, rect.width() - 90))
    whole, track = rect, QRectF(rect.left(), rect.center().y() - 4, width, 8)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("chart_track"))
    painter.drawRoundedRect(visual(painter, whole, track), 4, 4)
    if share > 0:
        painter.setBrush(theme.colour("accent" if tone in {None, "text", "muted"} else str(tone)))
        done = QRectF(track.left(), track.top(), max(8.0, track.width() * min(share, 1)), 8)
        painter.drawRoundedRect(visual(painter, whole, done), 4, 4)
    return visual(painter, whole, rect.adjusted(width + 10, 0, 0, 0))


_SHAPE, _GAP, _APART = 13, 4, 12  # pixels: a shape, from it to its count, and from there to the next shape


def counts_width(counts: Counts, theme: Theme) -> int:
    """Pixels of a column in which none of these is cut."""
    advance = QFontMetricsF(theme.font("small", QFont.Weight.Medium)).horizontalAdvance
    return round(sum(_SHAPE + _GAP + advance(number(count)) + _APART for _, count in counts)) + 8


def _paint_counts(painter: QPainter, rect: QRectF, counts: Counts, theme: Theme) -> None:
    """Shapes with their counts, side by side."""
    font = theme.font("small", QFont.Weight.Medium)
    metrics = QFontMetricsF(font)
    x = rect.left()
    painter.setFont(font)
    for kind, count in counts:
        text = number(count)
        width = metrics.horizontalAdvance(text)
        if x + _SHAPE + _GAP + width > rect.right() + 1:
            return
        shape = QRectF(x, rect.center().y() - _SHAPE / 2, _SHAPE, _SHAPE)
        paint_shape(painter, visual(painter, rect, shape), Kind(kind), theme)
        painter.setPen(theme.colour("text"))
        words = QRectF(x + _SHAPE + _GAP, rect.top(), width + 4, rect.height())
        painter.drawText(visual(painter, rect, words), _LEFT, text)
        x += _SHAPE + _GAP + width + _APART
