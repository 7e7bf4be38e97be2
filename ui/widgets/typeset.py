"""Text broken into lines and measured: once for each font and width, since lists ask at every paint."""

import re
from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

T = TypeVar("T")
_LONG = re.compile(r"\S{8,}")  # a word that may not fit on a line
_JOINED = re.compile(r"(?<=[_/.:,;=&@|-])(?=[^\s_/.:,;=&@|-])")
_MOST = 4096  # texts that are remembered; then all are forgotten


def breakable(text: str) -> str:
    """The same words with places to break within long ones: behind a sign that joins, not between two letters."""
    return _LONG.sub(lambda word: _JOINED.sub("\N{ZERO WIDTH SPACE}", word.group()), text)


def wrapping() -> QTextOption:
    """Break at words, and within a word only where it is longer than the line."""
    option = QTextOption(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def _remembered(measure: Callable[[str, QFont, float], T]) -> Callable[[str, QFont, float], T]:
    """What ``measure`` gave, by all that it depends on: nothing ever has to be dropped because it is out of date."""
    known: dict[tuple[str, str, float], T] = {}

    @wraps(measure)
    def look_up(text: str, font: QFont, width: float) -> T:
        key = (text, font.key(), width)
        found = known.get(key)
        if found is None:
            if len(known) >= _MOST:
                known.clear()
            found = known[key] = measure(text, font, width)
        return found

    return look_up


@_remembered
def two_lines(text: str, font: QFont, width: float) -> str:
    """The text broken into at most two lines, the second elided where it is still too long."""
    return _lines(text, font, width, 2)


@_remembered
def three_lines(text: str, font: QFont, width: float) -> str:
    """The same with at most three."""
    return _lines(text, font, width, 3)


@_remembered
def every_line(text: str, font: QFont, width: float) -> str:
    """The same with as many as it takes."""
    return _lines(text, font, width, len(text) + 1)


def _lines(text: str, font: QFont, width: float, most: int) -> str:
    metrics = QFontMetricsF(font)
    if metrics.horizontalAdvance(text) <= width:
        return text
    layout = QTextLayout(text, font)
    layout.setTextOption(wrapping())
    layout.beginLayout()
    lines: list[str] = []
    end = 0
    while len(lines) < most - 1 and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        lines.append(text[end : end + line.textLength()].rstrip())
        end += line.textLength()
    layout.endLayout()
    rest = text[end:].strip()
    if rest:
        lines.append(metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width))
    return "\n".join(lines)


@_remembered
def elided(text: str, font: QFont, width: float) -> str:
    """The text, cut at its end where it is too long."""
    return QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, width)


@_remembered
def folded_width(text: str, font: QFont, lines: float) -> float:
    """The narrowest width in which the text has no more than so many lines, broken at its words."""
    advance = QFontMetricsF(font).horizontalAdvance
    words = text.split()
    low, high = max(map(advance, words), default=0.0), advance(text)
    while high - low > 1:
        width = (low + high) / 2
        count, line = 1, ""
        for word in words:
            joined = f"{line} {word}" if line else word
            count, line = (count, joined) if advance(joined) <= width else (count + 1, word)
        low, high = (low, width) if count <= lines else (width, high)
    return high


@_remembered
def wrapped_height(text: str, font: QFont, width: float) -> float:
    """How high the text stands when it is broken into lines of that width."""
    height = 0.0
    for paragraph in text.split("\n"):
        layout = QTextLayout(paragraph or " ", font)
        layout.setTextOption(wrapping())
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            height += line.height()
        layout.endLayout()
    return height
