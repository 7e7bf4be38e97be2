"""How the cells of tables are painted: text with an icon and a tone, bars, counts, section headings, items."""

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from app.presentation import ItemRow, Kind, SectionRow
from ui.models import findings as findings_model
from ui.models.table import COUNTS_ROLE, ICON_ROLE, INDENT_ROLE, SHARE_ROLE, STRONG_ROLE, TONE_ROLE
from ui.theme import Theme
from ui.widgets.badge import (
    QUIET_ROLE,
    BadgeDelegate,
    badge_size,
    kind_at,
    paint_badge,
    paint_cell,
    paint_quiet,
    paint_severity,
    paint_shape,
    severity_at,
)
from ui.words import kind_word

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


def _wrapping() -> QTextOption:
    """Break at words, and within a word only where it is longer than the line."""
    option = QTextOption(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def wrapped_height(text: str, font: QFont, width: float) -> float:
    """How high the text stands when it is broken into lines of that width."""
    height = 0.0
    for paragraph in text.split("\n"):
        layout = QTextLayout(paragraph or " ", font)
        layout.setTextOption(_wrapping())
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            height += line.height()
        layout.endLayout()
    return height


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
        rect = QRectF(option.rect).adjusted(8 + 16 * (index.data(INDENT_ROLE) or 0), 0, -6, 0)
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
            theme.icons.paint(painter, QRectF(rect.left(), rect.center().y() - 8, 16, 16), icon, theme.colour(tone))
            rect = rect.adjusted(24, 0, 0, 0)
        font = theme.font("body", QFont.Weight.DemiBold if index.data(STRONG_ROLE) else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(theme.colour(tone))
        if self._wrap:
            rect = rect.adjusted(0, 6, 0, -4)
            painter.drawText(rect, str(index.data(Qt.ItemDataRole.DisplayRole) or ""), _wrapping())
            return
        text = " ".join(str(index.data(Qt.ItemDataRole.DisplayRole) or "").split())
        painter.drawText(rect, _LEFT, QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width()))

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        if kind_at(index) is not None:
            return super().sizeHint(option, index)
        metrics = QFontMetricsF(self._theme.font("body", QFont.Weight.DemiBold))
        if self._wrap:
            weight = QFont.Weight.DemiBold if index.data(STRONG_ROLE) else QFont.Weight.Normal
            text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
            font = self._theme.font("body", weight)
            return QSize(120, round(wrapped_height(text, font, max(40, option.rect.width() - 14)) + 12))
        width = metrics.horizontalAdvance(str(index.data(Qt.ItemDataRole.DisplayRole) or "")) + 22
        width += 24 if index.data(ICON_ROLE) else 0
        return QSize(round(min(width, 420)), round(metrics.height() + 14))


def two_lines(text: str, font: QFont, width: float) -> str:
    """The text broken into at most two lines, the second elided where it is still too long."""
    metrics = QFontMetricsF(font)
    if metrics.horizontalAdvance(text) <= width:
        return text
    layout = QTextLayout(text, font)
    layout.setTextOption(_wrapping())
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    first = line.textLength()
    layout.endLayout()
    rest = metrics.elidedText(text[first:].strip(), Qt.TextElideMode.ElideRight, width)
    return f"{text[:first].rstrip()}\n{rest}"


def _paint_bar(painter: QPainter, rect: QRectF, share: float, theme: Theme, tone: str | None) -> QRectF:
    """A bar in the left part; returns what is left for the text."""
    width = min(160.0, max(40.0, rect.width() - 90))
    track = QRectF(rect.left(), rect.center().y() - 4, width, 8)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("chart_track"))
    painter.drawRoundedRect(track, 4, 4)
    if share > 0:
        painter.setBrush(theme.colour("accent" if tone in {None, "text", "muted"} else str(tone)))
        painter.drawRoundedRect(QRectF(track.left(), track.top(), max(8.0, track.width() * min(share, 1)), 8), 4, 4)
    return rect.adjusted(width + 10, 0, 0, 0)


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
        paint_shape(painter, QRectF(x, rect.center().y() - 6.5, 13, 13), Kind(kind), theme)
        painter.setPen(theme.colour("text"))
        painter.drawText(QRectF(x + 17, rect.top(), metrics.horizontalAdvance(text) + 4, rect.height()), _LEFT, text)
        x += need


class FindingsDelegate(QStyledItemDelegate):
    """Cells of a chapter's list."""

    def __init__(self, theme: Theme, table: QTableView) -> None:
        super().__init__(table)
        self._theme = theme
        self._table = table

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(findings_model.ROW_ROLE)
        theme = self._theme
        if isinstance(row, SectionRow):
            if index.column() == findings_model.ITEM:
                self._paint_section(painter, option, row)
            return
        painter.fillRect(option.rect, theme.colour("surface"))
        paint_cell(painter, option, theme)
        painter.setPen(theme.colour("border"))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        rect = QRectF(option.rect).adjusted(8, 0, -6, 0)
        if index.column() == findings_model.ITEM:
            self._paint_item(painter, rect.adjusted(6, 0, 0, 0), row)
        elif index.column() == findings_model.SEVERITY:
            paint_severity(painter, rect, row.rule.severity, theme)
        elif (kind := kind_at(index)) is not None:
            if index.data(QUIET_ROLE):
                paint_quiet(painter, rect, kind, theme)
                return
            text = kind_word(kind)
            font = theme.font("small", QFont.Weight.DemiBold)
            paint_badge(painter, rect, kind, text, theme, font)
            if row.site_wide:
                painter.setFont(theme.font("small"))
                painter.setPen(theme.colour("muted"))
                rest = rect.adjusted(badge_size(font, text).width() + 8, 0, 0, 0)
                words = QCoreApplication.translate("Findings", "whole site")
                if QFontMetricsF(theme.font("small")).horizontalAdvance(words) <= rest.width():
                    painter.drawText(rest, _LEFT, words)

    def _paint_section(self, painter: QPainter, option: QStyleOptionViewItem, row: SectionRow) -> None:
        """Both views of a frozen table paint the same text at the same place, so that no seam shows."""
        theme = self._theme
        painter.fillRect(option.rect, theme.colour("window"))
        painter.setPen(theme.colour("border"))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        font = theme.font("small", QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(theme.colour("muted"))
        across = 0 if option.widget is not self._table else self._table.horizontalScrollBar().value()
        width = self._table.viewport().width() - 28
        rect = QRectF(option.rect.left() + across + 14, option.rect.top(), width, option.rect.height())
        text = f"{row.section.id}   {row.section.title}"
        painter.drawText(rect, _LEFT, QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width()))

    def _paint_item(self, painter: QPainter, rect: QRectF, row: ItemRow) -> None:
        theme = self._theme
        small = theme.font("small")
        width = max(54.0, QFontMetricsF(small).horizontalAdvance("7.10-m ") + 4)
        painter.setFont(small)
        painter.setPen(theme.colour("muted"))
        painter.drawText(QRectF(rect.left(), rect.top(), width, rect.height()), _LEFT, row.rule.id)
        font = theme.font()
        painter.setFont(font)
        painter.setPen(theme.colour("text"))
        rect = rect.adjusted(width, 0, 0, 0)
        painter.drawText(rect, _LEFT, two_lines(row.rule.title, font, rect.width()))

    def width_of(self, index: QModelIndex | QPersistentModelIndex) -> int:
        """How wide a host's column has to be for that badge."""
        row = index.data(findings_model.ROW_ROLE)
        kind = kind_at(index)
        if not isinstance(row, ItemRow) or kind is None or index.data(QUIET_ROLE):
            return 0
        return badge_size(self._theme.font("small", QFont.Weight.DemiBold), kind_word(kind)).width() + 14
