"""Badges: what a result is, by shape, word and colour together, so that no meaning hangs on colour alone."""

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.model import Severity
from app.screen.presentation import SEVERITIES, Kind
from ui.text import set_tip
from ui.theme import Theme
from ui.widgets.sides import visual
from ui.widgets.typeset import elided as elide
from ui.words import kind_sentence, kind_word, severity_word

KIND_ROLE = Qt.ItemDataRole.UserRole + 1  # a Kind
SEVERITY_ROLE = Qt.ItemDataRole.UserRole + 2  # a Severity
QUIET_ROLE = Qt.ItemDataRole.UserRole + 3  # True: shape and word without a ground, for cells that concern nobody

# Colour tokens of each kind: of the text and of the ground behind it.
TONES = {
    Kind.PASS: ("pass", "pass_soft"),
    Kind.FAIL: ("fail", "fail_soft"),
    Kind.WAIVED: ("fail", ""),
    Kind.ERROR: ("error", "error_soft"),
    Kind.UNKNOWN: ("unknown", "unknown_soft"),
    Kind.WAITING: ("waiting", ""),
    Kind.UNSEEN: ("neutral", ""),
    Kind.NOTAPPLICABLE: ("neutral", "neutral_soft"),
    Kind.NOTSELECTED: ("neutral", "neutral_soft"),
    Kind.INFORMATIONAL: ("waiting", "waiting_soft"),
}
# Shapes that are drawn with lines alone, on a grid of 14 by 14.
_LINES: dict[Kind, tuple[tuple[tuple[float, float], ...], ...]] = {
    Kind.WAITING: (((2, 12), (2.7, 9.2), (9.6, 2.3), (11.7, 4.4), (4.8, 11.3), (2, 12)), ((8.2, 3.8), (10.2, 5.8))),
    Kind.WAIVED: (((3, 13), (3, 1.5), (11.5, 2.2), (9.2, 5), (11.5, 7.8), (3, 7.8)),),
    Kind.NOTAPPLICABLE: (((3, 7), (11, 7)),),
    Kind.NOTSELECTED: (((3, 7), (11, 7)),),
}
_SHAPE = 14.0
_HEIGHT = 22.0
_PAD = 6.0
_GAP = 5.0


def badge_size(font: QFont, text: str) -> QSize:
    """How much room a badge with that word takes."""
    width = _PAD + _SHAPE + (_GAP + QFontMetricsF(font).horizontalAdvance(text) + 1 if text else 0) + _PAD
    return QSize(round(width + 0.5), round(max(_HEIGHT, QFontMetricsF(font).height() + 4)))


def paint_badge(  # noqa: PLR0917 - where, what and how, as painters take them
    painter: QPainter, rect: QRectF, kind: Kind, text: str, theme: Theme, font: QFont
) -> None:
    """A badge, left aligned and centred vertically in ``rect``; the word is elided where it doesn't fit."""
    tone, ground = TONES[kind]
    size = badge_size(font, text)
    body = QRectF(
        rect.left(), rect.center().y() - size.height() / 2 + 0.5, min(size.width(), rect.width()), size.height()
    )
    body = visual(painter, rect, body)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = theme.colour(tone)
    if ground:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(ground))
        painter.drawRoundedRect(body, 5, 5)
    else:
        painter.setPen(QPen(colour, 1, Qt.PenStyle.DashLine if kind is Kind.UNSEEN else Qt.PenStyle.SolidLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(body.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
    shape = QRectF(body.left() + _PAD, body.center().y() - _SHAPE / 2, _SHAPE, _SHAPE)
    paint_shape(painter, visual(painter, body, shape), kind, theme)
    if text:
        painter.setFont(font)
        painter.setPen(colour)
        words = QRectF(shape.right() + _GAP, body.top(), body.right() - _PAD / 2 - shape.right() - _GAP, body.height())
        elided = elide(text, font, words.width() + 1)
        words = visual(painter, body, words)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, elided)
    painter.restore()


def paint_shape(painter: QPainter, box: QRectF, kind: Kind, theme: Theme) -> None:
    """The shape of a kind: circle, square, triangle, diamond, pen, flag, dash."""
    tone, _ = TONES[kind]
    colour = theme.colour(tone)
    inner = theme.colour("surface")
    unit = box.width() / 14
    at = box.topLeft()

    def point(x: float, y: float) -> QPointF:
        return QPointF(at.x() + x * unit, at.y() + y * unit)

    def line(*pairs: tuple[float, float]) -> None:
        painter.drawPolyline(QPolygonF([point(x, y) for x, y in pairs]))

    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(inner, 1.7 * unit, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    if kind is Kind.PASS:
        painter.drawEllipse(box)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        line((4, 7.3), (6.2, 9.5), (10, 5))
    elif kind is Kind.FAIL:
        painter.drawRoundedRect(box.adjusted(0.5 * unit, 0.5 * unit, -0.5 * unit, -0.5 * unit), 2 * unit, 2 * unit)
        painter.setPen(pen)
        painter.drawLines([QLineF(point(4.6, 4.6), point(9.4, 9.4)), QLineF(point(9.4, 4.6), point(4.6, 9.4))])
    elif kind is Kind.ERROR:
        painter.setPen(
            QPen(colour, 1.4 * unit, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        )
        painter.drawPolygon(QPolygonF([point(7, 1.4), point(13, 12.4), point(1, 12.4)]))
        painter.setPen(pen)
        painter.drawLines([QLineF(point(7, 5.4), point(7, 8.4)), QLineF(point(7, 10.6), point(7, 10.7))])
    elif kind is Kind.UNKNOWN:
        painter.setPen(
            QPen(colour, 1 * unit, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        )
        painter.drawPolygon(QPolygonF([point(7, 0.4), point(13.6, 7), point(7, 13.6), point(0.4, 7)]))
        painter.setPen(
            QPen(inner, 1.4 * unit, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        )
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawArc(QRectF(point(5, 3.6), point(9, 7.4)), -80 * 16, 260 * 16)
        painter.drawLines([QLineF(point(7.1, 7.4), point(7.0, 8.2)), QLineF(point(7, 10.2), point(7, 10.3))])
    else:
        painter.setPen(
            QPen(colour, 1.5 * unit, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        )
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for pairs in _LINES.get(kind, ()):
            line(*pairs)
        if kind is Kind.UNSEEN:
            painter.drawEllipse(QRectF(point(2.5, 2.5), point(11.5, 11.5)))
        elif kind is Kind.INFORMATIONAL:
            painter.drawEllipse(QRectF(point(1, 1), point(13, 13)))
            painter.drawLines([QLineF(point(7, 6.8), point(7, 10)), QLineF(point(7, 4.2), point(7, 4.3))])
    painter.restore()


class Badge(QWidget):
    """A badge as a widget of its own."""

    READ_AS = QAccessible.Role.Graphic

    def __init__(
        self, theme: Theme, kind: Kind = Kind.UNSEEN, parent: QWidget | None = None, *, prefix: str = ""
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kind = kind
        self._prefix = prefix
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)
        self._describe()

    def _describe(self) -> None:
        self.setAccessibleName(f"{self._prefix} {kind_sentence(self._kind)}".strip())
        set_tip(self, kind_sentence(self._kind))

    def _text(self) -> str:
        word = kind_word(self._kind)
        return f"{self._prefix}  {word}" if self._prefix else word

    def _font(self) -> QFont:
        return self._theme.font("small", QFont.Weight.DemiBold)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return badge_size(self._font(), self._text())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        del event
        painter = QPainter(self)
        paint_badge(painter, QRectF(self.rect()), self._kind, self._text(), self._theme, self._font())


def paint_ground(painter: QPainter, rect: QRect, theme: Theme, *, selected: bool, over: bool, focus: bool) -> None:
    """Ground, selection and focus ring of a cell that paints itself."""
    if selected:
        painter.fillRect(rect, theme.colour("selection"))
    elif over:
        painter.fillRect(rect, theme.colour("hover"))
    if focus:
        paint_focus(painter, rect, theme)


def paint_focus(painter: QPainter, rect: QRect, theme: Theme) -> None:
    """The ring of what has the keyboard."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("focus"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(rect).adjusted(1.5, 1.5, -1.5, -1.5), 4, 4)
    painter.restore()


def paint_quiet(painter: QPainter, rect: QRectF, kind: Kind, theme: Theme) -> None:
    """Only the shape, small and grey: this cell asks nothing of anyone."""
    paint_shape(painter, visual(painter, rect, QRectF(rect.left() + 6, rect.center().y() - 7, 14, 14)), kind, theme)


def paint_severity(painter: QPainter, rect: QRectF, severity: Severity, theme: Theme) -> None:
    """Four steps, as many filled as the severity has, and its word."""
    level = len(SEVERITIES) - SEVERITIES.index(severity)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for step in range(4):
        height = 4 + step * 2.5
        painter.setBrush(theme.colour("neutral" if step < level else "border"))
        pillar = QRectF(rect.left() + step * 5, rect.center().y() + 6 - height, 3.2, height)
        painter.drawRoundedRect(visual(painter, rect, pillar), 1, 1)
    font = theme.font("small", QFont.Weight.DemiBold if level > 2 else QFont.Weight.Normal)  # noqa: PLR2004 - high and up
    needs = 26 + QFontMetricsF(font).horizontalAdvance(severity_word(severity))
    if rect.width() < min(_SHAPE * 4, needs):  # no room for the word; the tool tip and the detail have it
        painter.restore()
        return
    painter.setFont(font)
    painter.setPen(theme.colour("text" if level > 2 else "muted"))  # noqa: PLR2004 - high and up
    words = visual(painter, rect, rect.adjusted(26, 0, 0, 0))
    text = elide(severity_word(severity), font, words.width())
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
    painter.restore()


def tag(theme: Theme, text: str, ratio: float) -> QPixmap:
    """A picture of some words in a frame, to hang at the mouse while what they name is dragged."""
    font = theme.font("small", QFont.Weight.DemiBold)
    metrics = QFontMetricsF(font)
    rect = QRectF(0, 0, round(metrics.horizontalAdvance(text)) + 20, round(metrics.height()) + 10)
    picture = QPixmap((rect.size() * ratio).toSize())
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("accent"), 1.5))
    painter.setBrush(theme.colour("surface"))
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 5, 5)
    painter.setFont(font)
    painter.setPen(theme.colour("text"))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
    painter.end()
    return picture
