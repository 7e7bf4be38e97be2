"""How the cells of a chapter's list are painted: headings with introductions, items, badges and what people did."""

from collections.abc import Callable, Hashable
from functools import partial

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from app.language import content, told
from app.screen.chapterlist import ItemRow, Look, SectionRow
from app.screen.presentation import Kind, Mark
from ui.models.findings import FIRST_HOST, ITEM, SEVERITY, FindingsModel, is_quiet, note
from ui.theme import Theme
from ui.widgets.badge import (
    badge_size,
    paint_badge,
    paint_focus,
    paint_ground,
    paint_quiet,
    paint_severity,
)
from ui.widgets.sides import in_its_direction, isolated, visual
from ui.widgets.typeset import elided, three_lines, wrapped_height, wrapping
from ui.words import kind_word

ROW = 44  # pixels: a title on two lines, or a badge with a word below it
SECTION = 32  # pixels: a heading
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_SIGN = 12.0  # pixels: the sign before a note
AROUND = (8, 6)  # pixels before and behind what a cell shows
BEFORE = 6  # pixels more before an item's number
_BESIDE = 125  # pixels of a title behind its number; with less, the number stands above it
_ABOVE_AND_BELOW = 12  # pixels of a title's row
_INDENT = 36.0  # pixels: heading and introduction, behind their sign

# What people did, as a sign and the colour of its words.
SIGNS = {
    Mark.ANSWERED: ("user", "muted"),
    Mark.CARRIED: ("history", "waiting"),
    Mark.SUBMITTED: ("upload", "muted"),
    Mark.ACCEPTED: ("users", "pass"),
    Mark.REJECTED: ("undo-2", "fail"),
    Mark.ENDS: ("calendar-clock", "error"),
    Mark.ENDED: ("clock", "fail"),
    Mark.LAPSED: ("clock", "error"),
    Mark.OUTDATED: ("refresh-cw", "error"),
}
# As numbers: each comparison of flags makes an object.
_SELECTED, _OVER = QStyle.StateFlag.State_Selected.value, QStyle.StateFlag.State_MouseOver.value
_QUIET = "quiet"
_CHANGE = ("git-compare", "muted")


def sign_of(look: Look) -> tuple[str, str]:
    """The icon and the colour token of what stands below a badge."""
    return SIGNS[look.standing.mark] if look.standing is not None else _CHANGE


def _nothing(_painter: QPainter, _rect: QRectF) -> None:
    """An item that doesn't concern a host has no finding there."""


class FindingsDelegate(QStyledItemDelegate):
    """Cells of a chapter's list."""

    def __init__(self, theme: Theme, table: QTableView, model: FindingsModel) -> None:
        super().__init__(table)
        self._model = model
        self._theme = theme
        self._table = table
        self.bare = False  # whether hosts' columns are too narrow for words
        self.brief = False  # whether they are too narrow for the word of what was not looked at
        self._widths: dict[tuple[str, str], int] = {}
        self.row, self.heading = theme.scaled(ROW), theme.scaled(SECTION)  # pixels

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        column = index.column()
        row = self._model.rows[index.row()]  # not through Qt, which asks once for each part of a cell
        if isinstance(row, SectionRow):
            if column == ITEM:
                self._paint_section(painter, option, row, focus=self._has_keyboard(index.row(), None))
            return
        state = option.state.value
        seen = (bool(state & _SELECTED), bool(state & _OVER), self._has_keyboard(index.row(), column))
        shows: Hashable
        inner: Callable[[QPainter, QRectF], None]
        if column == ITEM:
            shows, inner = row.rule.id, partial(self._paint_item, row=row)
        elif column == SEVERITY:
            shows, inner = row.rule.severity, partial(paint_severity, severity=row.rule.severity, theme=self._theme)
        elif (look := row.look(self._model.target_at(index))) is None:
            shows, inner = None, _nothing
        elif is_quiet(look):
            shows, inner = (look.kind, _QUIET), partial(paint_quiet, kind=look.kind, theme=self._theme)
        else:
            words = note(look)
            bare = (self.bare or (self.brief and look.kind is Kind.UNSEEN and not words)) and not row.site_wide
            shows = (look.kind, words, sign_of(look) if words else None, row.site_wide, bare)
            inner = partial(self._paint_look, look=look, site_wide=row.site_wide)
            if bare:
                inner = partial(self._paint_bare, look=look)
        theme = self._theme

        def draw(painter: QPainter, rect: QRect) -> None:
            painter.fillRect(rect, theme.colour("surface"))
            paint_ground(painter, rect, theme, selected=seen[0], over=seen[1], focus=seen[2])
            painter.setPen(theme.colour("border"))
            painter.drawLine(rect.left() - 1, rect.bottom(), rect.right() + 1, rect.bottom())  # no gap between stamps
            inside = visual(painter, QRectF(rect), QRectF(rect).adjusted(AROUND[0], 0, -AROUND[1], 0))
            inner(painter, inside)

        area = self._in_sight(option.rect) if row.site_wide and column >= FIRST_HOST else option.rect
        theme.stamps.paint(painter, area, (min(column, FIRST_HOST), shows, seen), draw)

    def _has_keyboard(self, row: int, column: int | None) -> bool:
        """Whether that cell, or any of the row, has it: the view over the frozen columns never does itself."""
        current = self._table.currentIndex()
        return current.row() == row and column in {None, current.column()} and self._table.hasFocus()

    def _in_sight(self, rect: QRect) -> QRect:
        """The part of what spans all hosts that isn't scrolled away or beneath the frozen columns."""
        frozen, width = (
            self._table.columnWidth(ITEM) + self._table.columnWidth(SEVERITY),
            self._table.viewport().width(),
        )
        left = 0 if self._table.isRightToLeft() else frozen
        shown = rect.intersected(QRect(left, rect.top(), width - frozen, rect.height()))
        return shown if shown.width() > 0 else rect

    def _paint_bare(self, painter: QPainter, rect: QRectF, look: Look) -> None:
        """The badge and the sign of what people did, without their words."""
        theme, font = self._theme, self._theme.font("small", QFont.Weight.DemiBold)
        paint_badge(painter, rect, look.kind, "", theme, font)
        if note(look):
            icon, tone = sign_of(look)
            left = rect.left() + badge_size(font, "").width() + 3
            sign = QRectF(left, rect.center().y() - _SIGN / 2 + 0.5, _SIGN, _SIGN)
            theme.icons.paint(painter, visual(painter, rect, sign), icon, theme.colour(tone))

    def _paint_look(self, painter: QPainter, rect: QRectF, look: Look, *, site_wide: bool) -> None:
        """The badge, and below it what people did or how it changed."""
        theme = self._theme
        text, font = kind_word(look.kind), theme.font("small", QFont.Weight.DemiBold)
        words = note(look)
        small = theme.font("small")
        upper = rect
        if words:
            height = badge_size(font, text).height()
            line = QFontMetricsF(small).height()
            top = rect.center().y() - (height + line) / 2
            upper = QRectF(rect.left(), top, rect.width(), height)
            lower = QRectF(rect.left(), top + height, rect.width(), line)
            icon, tone = sign_of(look)
            sign = QRectF(lower.left() + 1, lower.center().y() - _SIGN / 2 + 0.5, _SIGN, _SIGN)
            theme.icons.paint(painter, visual(painter, rect, sign), icon, theme.colour(tone))
            painter.setFont(small)
            painter.setPen(theme.colour(tone))
            lower.setLeft(sign.right() + 4)
            painter.drawText(
                visual(painter, rect, lower),
                _LEFT,
                elided(words, small, lower.width()),
            )
        paint_badge(painter, upper, look.kind, text, theme, font)
        if site_wide:
            painter.setFont(small)
            painter.setPen(theme.colour("muted"))
            rest = upper.adjusted(badge_size(font, text).width() + 8, 0, 0, 0)
            words = QCoreApplication.translate("Findings", "whole site")
            if QFontMetricsF(small).horizontalAdvance(words) <= rest.width():
                painter.drawText(visual(painter, upper, rest), _LEFT, words)

    def _paint_section(self, painter: QPainter, option: QStyleOptionViewItem, row: SectionRow, *, focus: bool) -> None:
        """Both views of a frozen table paint the same text at the same place, so that no seam shows."""
        theme = self._theme
        painter.fillRect(option.rect, theme.colour("window"))
        painter.setPen(theme.colour("border"))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        across = 0 if option.widget is not self._table else self._table.horizontalScrollBar().value()
        span, width = self._table.viewport().width(), self.section_width()
        right = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        start = option.rect.right() + 1 - across - span if right else option.rect.left() + across
        whole = QRectF(start, option.rect.top(), span, option.rect.height())
        if focus:
            paint_focus(painter, whole.toRect(), theme)
        if row.section.introduction:
            sign = QRectF(start + 12, option.rect.top() + self.heading / 2 - 7, 14, 14)
            sign = visual(painter, whole, sign)
            theme.icons.paint(painter, sign, "info", theme.colour("accent" if row.open else "muted"))
        font = theme.font("small", QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(theme.colour("muted"))
        rect = visual(painter, whole, QRectF(start + _INDENT, option.rect.top(), width, self.heading))
        text = f"{isolated(row.section.id)}   {content(row.section.title)}"
        painter.drawText(rect, _LEFT, elided(text, font, rect.width()))
        if row.open:
            painter.setFont(theme.font())
            painter.setPen(theme.colour("text"))
            body = QRectF(
                start + _INDENT, option.rect.top() + self.heading - 2, width, option.rect.height() - self.heading
            )
            painter.drawText(visual(painter, whole, body), told(row.section.introduction), wrapping())

    def section_width(self) -> float:
        """Pixels that a heading and its introduction have."""
        return max(80.0, self._table.viewport().width() - _INDENT - 20)

    def section_height(self, row: SectionRow) -> int:
        """Pixels of a heading, with its introduction where that is shown."""
        if not row.open:
            return self.heading
        text = told(row.section.introduction)
        return self.heading + round(wrapped_height(text, self._theme.font(), self.section_width()) + 12)

    def item_height(self, row: ItemRow) -> int:
        """Pixels of an item: a title on a third line asks for more than the others, and so does a number above it."""
        font = self._theme.font()
        before, above = self._beside_and_above(self._table.columnWidth(ITEM) - sum(AROUND) - BEFORE)
        room = self._table.columnWidth(ITEM) - sum(AROUND) - BEFORE - before
        lines = three_lines(in_its_direction(content(row.rule.title)), font, room).count("\n") + 1
        return max(self.row, round(above + lines * QFontMetricsF(font).lineSpacing()) + _ABOVE_AND_BELOW)

    def _beside_and_above(self, width: float) -> tuple[float, float]:
        """Pixels that the number takes of those of a cell: before the title, or above it in a narrow list."""
        if width - self._number_width >= self._theme.scaled(_BESIDE):
            return self._number_width, 0.0
        return 0.0, QFontMetricsF(self._theme.font("small")).lineSpacing()

    @property
    def _number_width(self) -> float:
        """Pixels of an item's number, and the gap behind it."""
        return max(54.0, QFontMetricsF(self._theme.font("small")).horizontalAdvance("7.10-m ") + 4)

    def _paint_item(self, painter: QPainter, rect: QRectF, row: ItemRow) -> None:
        rect = visual(painter, rect, rect.adjusted(BEFORE, 0, 0, 0))
        theme = self._theme
        small = theme.font("small")
        before, above = self._beside_and_above(rect.width())
        font = theme.font()
        title = three_lines(in_its_direction(content(row.rule.title)), font, rect.width() - before)
        number = QRectF(rect.left(), rect.top(), before or rect.width(), rect.height())
        if above:
            high = (title.count("\n") + 1) * QFontMetricsF(font).lineSpacing()
            number = QRectF(rect.left(), rect.center().y() - (above + high) / 2, rect.width(), above)
            rect = QRectF(rect.left(), number.bottom(), rect.width(), high)
        painter.setFont(small)
        painter.setPen(theme.colour("muted"))
        painter.drawText(visual(painter, rect, number), _LEFT, isolated(row.rule.id))
        painter.setFont(font)
        painter.setPen(theme.colour("text"))
        painter.drawText(visual(painter, rect, rect.adjusted(before, 0, 0, 0)), _LEFT, title)

    @property
    def bare_widths(self) -> tuple[int, int]:
        """Pixels of a host's column without words: for shape and sign, and at most for the host's name."""
        shape = badge_size(self._theme.font("small", QFont.Weight.DemiBold), "").width()
        return round(shape + 3 + _SIGN) + 14, self._theme.scaled(84)

    def width_of(self, look: Look) -> int:
        """How wide a host's column has to be for that."""
        key = (look.kind.value, note(look))
        if key not in self._widths:
            width = badge_size(self._theme.font("small", QFont.Weight.DemiBold), kind_word(look.kind)).width()
            words = QFontMetricsF(self._theme.font("small")).horizontalAdvance(key[1]) + _SIGN + 6 if key[1] else 0.0
            self._widths[key] = round(max(width, words)) + 16
        return self._widths[key]
