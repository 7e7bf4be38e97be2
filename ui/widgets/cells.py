"""How the cells of tables are painted: text with an icon and a tone, bars, counts."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from app.presentation import Kind
from ui.models.table import COUNTS_ROLE, ICON_ROLE, INDENT_ROLE, SHARE_ROLE, STRONG_ROLE, TONE_ROLE
from ui.theme import Theme
from ui.widgets.badge import (
    BadgeDelegate,
    kind_at,
    paint_cell,
    paint_shape,
    severity_at,
)
from ui.widgets.sides import visual
from ui.widgets.typeset import elided, wrapped_height, wrapping

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class CellDelegate(BadgeDelegate):
    """Cells of a ui.models.table.TableModel; ``wrap`` breaks long text into lines instead of eliding it."""

    def __init__(self, theme: Theme, parent: QWidget, *, wrap: bool = False) -> None:
        super().__init__(theme, parent)
        self._wrap = wrap

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        if kind_at(index) is not None or severity_at(index) is not None:
            super().paint(painter, option, index)
            return
        theme = self._theme
        paint_cell(painter, option, theme)
        whole = QRectF(option.rect)
        rect = visual(painter, whole, whole.adjusted(8 + 16 * (index.data(INDENT_ROLE) or 0), 0, -6, 0))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        share = index.data(SHARE_ROLE)
        counts = index.data(COUNTS_ROLE)
        if share is not None:
            rect = _paint_bar(painter, rect, share, theme, index.data(TONE_ROLE))
        if counts is not None:
            _paint_counts(painter, rect, counts, theme)
        else:
            self._paint_text(painter, rect, index)
        painter.restore()

    def _paint_text(self, painter: QPainter, rect: QRectF, index: QModelIndex | QPersistentModelIndex) -> None:
        theme = self._theme
        tone = index.data(TONE_ROLE) or "text"
        icon = index.data(ICON_ROLE)
        if icon:
            sign = visual(painter, rect, QRectF(rect.left(), rect.center().y() - 8, 16, 16))
            theme.icons.paint(painter, sign, icon, theme.colour(tone))
            rect = visual(painter, rect, rect.adjusted(24, 0, 0, 0))
        font = theme.font("body", QFont.Weight.DemiBold if index.data(STRONG_ROLE) else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(theme.colour(tone))
        if self._wrap:
            rect = rect.adjusted(0, 6, 0, -4)
            painter.drawText(rect, str(index.data(Qt.ItemDataRole.DisplayRole) or ""), wrapping())
            return
        text = " ".join(str(index.data(Qt.ItemDataRole.DisplayRole) or "").split())
        painter.drawText(rect, _LEFT, elided(text, font, rect.width()))

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        if kind_at(index) is not None:
            return super().sizeHint(option, index)
        if self._wrap:
            weight = QFont.Weight.DemiBold if index.data(STRONG_ROLE) else QFont.Weight.Normal
            text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
            font = self._theme.font("body", weight)
            return QSize(120, round(wrapped_height(text, font, max(40, option.rect.width() - 14)) + 12))
        text, icon = str(index.data(Qt.ItemDataRole.DisplayRole) or ""), bool(index.data(ICON_ROLE))
        metrics = QFontMetricsF(self._theme.font("body", QFont.Weight.DemiBold))
        return QSize(self.width_of(None, text, icon=icon), round(metrics.height() + 14))

    def width_of(self, kind: Kind | None, text: str, *, icon: bool) -> int:
        """Pixels that a cell with that content asks for, on one line."""
        if kind is not None:
            return self.badge_width(kind)
        advance = QFontMetricsF(self._theme.font("body", QFont.Weight.DemiBold)).horizontalAdvance(text)
        return round(min(advance + 22 + (24 if icon else 0), 420))


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


def _paint_counts(painter: QPainter, rect: QRectF, counts: object, theme: Theme) -> None:
    """Shapes with their counts, side by side."""
    font = theme.font("small", QFont.Weight.Medium)
    metrics = QFontMetricsF(font)
    x = rect.left()
    painter.setFont(font)
    for kind, count in counts:  # type: ignore[attr-defined]  # a tuple that came through QVariant
        text = str(count)
        need = 13 + 4 + metrics.horizontalAdvance(text) + 12
        if x + need - 12 > rect.right():
            return
        paint_shape(painter, visual(painter, rect, QRectF(x, rect.center().y() - 6.5, 13, 13)), Kind(kind), theme)
        painter.setPen(theme.colour("text"))
        words = QRectF(x + 17, rect.top(), metrics.horizontalAdvance(text) + 4, rect.height())
        painter.drawText(visual(painter, rect, words), _LEFT, text)
        x += need
