"""Charts painted by hand, each with its numbers as words for those who don't see it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.report.wording import number
from app.screen.presentation import Kind
from ui.text import tool_tip
from ui.theme import Theme
from ui.widgets.badge import TONES, paint_focus, paint_shape
from ui.widgets.sides import visual
from ui.widgets.typeset import two_lines
from ui.words import kind_sentence, kind_word


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: a label and how many of each kind."""

    key: str
    label: str
    parts: tuple[tuple[Kind, int], ...]

    @property
    def total(self) -> int:
        return sum(count for _, count in self.parts)


_EDGE = 6.0  # room for the focus ring


class StackedBars(QWidget):
    """One stacked bar a line; a click or Enter on a bar tells its key and kind, so every number leads to its list.

    Up and Down go from bar to bar, Left and Right through the parts of one.
    """

    READ_AS = QAccessible.Role.Chart

    picked = Signal(str, str)  # key of the bar, Kind or ""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = name
        self._bars: tuple[Bar, ...] = ()
        self._current = 0
        self._part = -1  # of the current bar; -1 is all of it
        self._widest: float | None = None  # of the labels, in pixels, once it was measured
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._restyle)

    @Slot()
    def _restyle(self) -> None:
        self._widest = None
        self.updateGeometry()
        self.update()

    def set_bars(self, bars: Sequence[Bar]) -> None:
        self._bars = tuple(bars)
        self._widest = None
        self._current = min(self._current, max(0, len(self._bars) - 1))
        self._part = -1
        self.setAccessibleName(self._name)
        self.setAccessibleDescription("; ".join(self._spoken(bar) for bar in self._bars))
        self.updateGeometry()
        self.update()

    def _spoken(self, bar: Bar) -> str:
        counts = ", ".join(f"{number(count)} {kind_sentence(kind)}" for kind, count in bar.parts if count)
        return f"{bar.label}: {counts}"

    def _line(self, width: int) -> float:
        """Pixels of a bar: more where a label needs two lines in a chart of that width."""
        high = QFontMetricsF(self._theme.font()).height()
        return high + 14 if self._label_need() <= _label_room(width) else 2 * high + 6

    def _label_need(self) -> float:
        if self._widest is None:
            metrics = QFontMetricsF(self._theme.font())
            self._widest = max((metrics.horizontalAdvance(bar.label) for bar in self._bars), default=0.0)
        return self._widest + 22

    def _label_width(self) -> float:
        return min(self._label_need(), _label_room(self.width()))

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        return self.height_of(len(self._bars), width)

    def height_of(self, bars: int, width: int) -> int:
        """Pixels that so many of the bars take where the chart is that wide."""
        return round(self._line(width) * max(1, bars))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(320, self.heightForWidth(320))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The height depends on the width."""
        return QSize(220, 0)

    def _track(self, line: int) -> QRectF:
        left = self._label_width()
        return QRectF(left, (line + 0.5) * self._line(self.width()) - 7, self.width() - left - 46, 14)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = theme.font()
        whole = QRectF(self.rect())
        height = self._line(self.width())
        first, last = int(event.rect().top() / height), int(event.rect().bottom() / height)
        for line, bar in enumerate(self._bars[first : last + 1], first):
            top = line * height
            painter.setFont(font)
            painter.setPen(theme.colour("text"))
            label = QRectF(_EDGE, top, self._label_width() - 12 - _EDGE, height)
            painter.drawText(
                visual(self, whole, label),
                Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
                two_lines(bar.label, font, label.width()),
            )
            track = self._track(line)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("chart_track"))
            painter.drawRoundedRect(visual(self, whole, track), 4, 4)
            for kind, part in self._parts(line, bar):
                tone = theme.colour(TONES[kind][0])
                if kind is Kind.WAIVED:  # the colour of what fails, outlined as its badge is
                    painter.setPen(QPen(tone, 1.5))
                    painter.setBrush(theme.colour("surface"))
                    painter.drawRoundedRect(part.adjusted(0.75, 0.75, -0.75, -0.75), 2, 2)
                    painter.setPen(Qt.PenStyle.NoPen)
                else:
                    painter.setBrush(tone)
                    painter.drawRoundedRect(part, 2, 2)
            painter.setFont(theme.font("small"))
            painter.setPen(theme.colour("muted"))
            count = QRectF(track.right() + 4, top, 36, height)
            count = visual(self, whole, count)
            painter.drawText(count, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, number(bar.total))
            if self.hasFocus() and line == self._current:
                paint_focus(painter, QRectF(0, top, self.width(), height).toRect(), theme)
                if self._part >= 0:
                    part = self._parts(line, bar)[self._part][1]
                    painter.setBrush(Qt.BrushStyle.NoBrush)
                    painter.setPen(QPen(theme.colour("focus"), 2))
                    painter.drawRoundedRect(part.adjusted(-2, -3, 2, 3), 4, 4)

    def _parts(self, line: int, bar: Bar) -> list[tuple[Kind, QRectF]]:
        track = self._track(line)
        total = bar.total
        left = track.left()
        parts = []
        for kind, count in bar.parts:
            if not count:
                continue
            width = track.width() * count / total
            part = QRectF(left, track.top(), max(2.0, width - 1), track.height())
            parts.append((kind, visual(self, QRectF(self.rect()), part)))
            left += width
        return parts

    def _at(self, point: QPoint) -> tuple[Bar, Kind | None] | None:
        line = int(point.y() / self._line(self.width()))
        if not 0 <= line < len(self._bars):
            return None
        bar = self._bars[line]
        for kind, part in self._parts(line, bar):
            if part.left() <= point.x() <= part.right() + 1:
                return bar, kind
        return bar, None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        hit = self._at(event.position().toPoint())
        QToolTip.showText(event.globalPosition().toPoint(), tool_tip(self._spoken(hit[0])) if hit else "", self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        hit = self._at(event.position().toPoint())
        if hit is not None:
            self.picked.emit(hit[0].key, hit[1].value if hit[1] else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        key = Qt.Key(event.key())
        lines = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(key, 0)
        parts = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(key, 0) * (-1 if self.isRightToLeft() else 1)
        if not self._bars:
            super().keyPressEvent(event)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            kind = self._kinds()[self._part].value if self._part >= 0 else ""
            self.picked.emit(self._bars[self._current].key, kind)
        elif lines and 0 <= self._current + lines < len(self._bars):
            self._go(self._current + lines, -1)
        elif parts and -1 <= self._part + parts < len(self._kinds()):
            self._go(self._current, self._part + parts)
        elif not parts:
            super().keyPressEvent(event)

    def _kinds(self) -> list[Kind]:
        """Those of which the current bar has parts, in their order."""
        return [kind for kind, count in self._bars[self._current].parts if count]

    def _go(self, line: int, part: int) -> None:
        self._current, self._part = line, part
        self.update()
        bar = self._bars[line]
        text = self._spoken(bar)
        if part >= 0:
            kind = self._kinds()[part]
            text = f"{number(dict(bar.parts)[kind])} {kind_sentence(kind)}"
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))


def _label_room(width: int) -> float:
    """Pixels that labels may take in a chart of that width."""
    return max(90.0, width * 0.5)


class Legend(QWidget):
    """Which shape and colour means what, with counts; wraps into as many lines as it needs."""

    READ_AS = QAccessible.Role.Graphic

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._entries: tuple[tuple[Kind, int], ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.update)

    def set_entries(self, entries: Sequence[tuple[Kind, int]]) -> None:
        if self._entries == tuple(entries):
            return
        self._entries = tuple(entries)
        self.setAccessibleName(", ".join(f"{count} {kind_sentence(kind)}" for kind, count in self._entries))
        self.updateGeometry()
        self.update()

    def _places(self, width: int) -> list[tuple[float, float, Kind, str]]:
        metrics = QFontMetricsF(self._theme.font("small"))
        places = []
        x = y = 0.0
        for kind, count in self._entries:
            text = f"{number(count)} {kind_word(kind)}"
            need = 14 + 5 + metrics.horizontalAdvance(text) + 16
            if x and x + need > width:
                x, y = 0.0, y + metrics.height() + 8
            places.append((x, y, kind, text))
            x += need
        return places

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        places = self._places(width)
        return round((places[-1][1] if places else 0) + QFontMetricsF(self._theme.font("small")).height() + 6)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(300, self.heightForWidth(max(self.width(), 300)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(120, self.heightForWidth(max(self.width(), 120)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        del event
        painter = QPainter(self)
        font = self._theme.font("small")
        height = QFontMetricsF(font).height() + 6
        painter.setFont(font)
        whole = QRectF(self.rect())
        for x, y, kind, text in self._places(self.width()):
            shape = QRectF(x, y + height / 2 - 6.5, 13, 13)
            paint_shape(painter, visual(self, whole, shape), kind, self._theme)
            painter.setPen(self._theme.colour("text"))
            painter.drawText(
                visual(self, whole, QRectF(x + 19, y, self.width() - x - 19, height)),
                Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
                text,
            )


class ScoreRing(QWidget):
    """The score as a ring with its number inside; an open ring with a dash where nothing was decided.

    ``size`` is its width at the usual text size, in pixels.
    """

    READ_AS = QAccessible.Role.Graphic

    def __init__(self, theme: Theme, size: int = 116, *, small: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._small = small
        self._score: int | None = None
        self._up = theme.scaled(8)  # pixels: the number leaves room for the words below it
        side = theme.scaled(size)
        self.setFixedSize(side, side)
        theme.changed.connect(self.update)
        self.set_score(None)

    def set_score(self, score: int | None) -> None:
        self._score = score
        self.setAccessibleName(
            self.tr("No score yet") if score is None else self.tr("Score {score} of 100").format(score=score)
        )
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        del event
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        thick = self.width() / 11
        ring = QRectF(self.rect()).adjusted(thick, thick, -thick, -thick)
        painter.setPen(QPen(theme.colour("chart_track"), thick))
        painter.drawEllipse(ring)
        if self._score:
            painter.setPen(QPen(theme.colour("accent"), thick, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawArc(ring, 90 * 16, -round(self._score * 3.6 * 16))
        painter.setFont(theme.font("lead" if self._small else "hero", QFont.Weight.DemiBold))
        painter.setPen(theme.colour("text"))
        number = "–" if self._score is None else str(self._score)
        if self._small:
            painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter, number)
            return
        painter.drawText(QRectF(self.rect()).adjusted(0, -self._up, 0, -self._up), Qt.AlignmentFlag.AlignCenter, number)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("muted"))
        under = QRectF(self.rect()).adjusted(0, self.height() * 0.36, 0, 0)
        painter.drawText(under, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter, self.tr("of 100"))
