"""Setting type: spans of text to lines that fit a width. There is no markup, so no text can be taken for any.

A line is a tuple of runs; a run is drawn with one font in one colour. What is wider than the line is broken inside the
word, after a separator where there is one; nothing is dropped but the spaces at a break.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportlab.lib.colors import Color

from app.report.pdf import fonts
from app.report.pdf.look import ESCAPE, Style
from app.report.visible import pieces


@dataclass(frozen=True, slots=True)
class Span:
    """A text in one style, perhaps with a place in the report that it leads to."""

    text: str
    style: Style
    link: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a line: where it begins, with which font and colour."""

    x: float
    width: float
    text: str
    face: str
    size: float
    ink: Color
    link: str


Line = tuple[Run, ...]

# A line feed, spaces, one character of a script that breaks anywhere, or a word.
_ASIAN = "\u2e80-\u303f\u3040-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef"
_PART = re.compile(rf"\n|[ \t]+|[{_ASIAN}]|[^ \t\n{_ASIAN}]+")
_BREAK_AFTER = frozenset("/\\.,;:-_=&?@|")
_NO_LINE = 1e-6


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    width: float
    face: str
    size: float
    ink: Color
    link: str


def _pieces(span: Span) -> Iterator[tuple[str, str, Color]]:
    """(font, text, colour) of a span, invisible characters as escapes."""
    for escaped, text in pieces(span.text):
        if escaped:
            yield span.style.face, text, ESCAPE
            continue
        for part in re.split(r"(\n)", text) if "\n" in text else (text,):
            if part == "\n":
                yield span.style.face, part, span.style.ink
            elif part:
                for face, shown, missing in fonts.runs(span.style.face, part.replace("\t", "    ")):
                    yield face, shown, ESCAPE if missing else span.style.ink


class _Setter:
    """Fills lines; a word may consist of pieces in several fonts."""

    def __init__(self, width: float) -> None:
        self.width = max(width, 1.0)
        self.lines: list[Line] = []
        self.line: list[_Piece] = []
        self.used = 0.0
        self.word: list[_Piece] = []

    def feed(self, span: Span) -> None:
        size = span.style.size
        for face, text, ink in _pieces(span):
            for part in _PART.findall(text):
                if part == "\n":
                    self.flush()
                    self.end_line()
                    continue
                piece = _Piece(part, fonts.width(face, part) * size, face, size, ink, span.link)
                if part[0] in " \t":
                    self.flush()
                    if self.line or not self.lines:
                        self.line.append(piece)
                        self.used += piece.width
                elif _breaks_anywhere(part):
                    self.flush()
                    self.word.append(piece)
                    self.flush()
                else:
                    self.word.append(piece)

    def flush(self) -> None:
        """Put the collected word on the line, or on the next."""
        if not self.word:
            return
        wide = sum(piece.width for piece in self.word)
        if self.used + wide > self.width + _NO_LINE:
            if wide <= self.width:
                self.end_line()
            else:
                self._broken()
                return
        self.line.extend(self.word)
        self.used += wide
        self.word = []

    def _broken(self) -> None:
        if self.width - self.used < self.width * 0.3:
            self.end_line()
        word, self.word = self.word, []
        for piece in word:
            rest = piece.text
            while rest:
                head = self._fitting(rest, piece, last=piece is word[-1])
                self.line.append(_cut(piece, head))
                self.used += self.line[-1].width
                rest = rest[len(head) :]
                if rest:
                    self.end_line(inside=True)

    def _fitting(self, text: str, piece: _Piece, *, last: bool) -> str:
        """The longest head of the text that fits, at a separator if one stands in its last part; at least a char."""
        room = self.width - self.used
        used = 0.0
        for index, char in enumerate(text):
            used += fonts.width(piece.face, char) * piece.size
            if used > room + _NO_LINE:
                if index == 0:
                    if self.line:
                        return self._on_new_line(text, piece, last=last)
                    return text[0]
                for back in range(index, max(index - 14, 0), -1):
                    if text[back - 1] in _BREAK_AFTER:
                        return text[:back]
                return text[:index]
        return text

    def _on_new_line(self, text: str, piece: _Piece, *, last: bool) -> str:
        self.end_line()
        return self._fitting(text, piece, last=last)

    def end_line(self, *, inside: bool = False) -> None:
        """Close the line; ``inside`` a word nothing stands between it and the next."""
        while len(self.line) > 1 and not self.line[-1].text.strip(" \t"):
            self.line.pop()
        self.lines.append(_line(self.line, between=not inside))
        self.line = []
        self.used = 0.0


def _breaks_anywhere(part: str) -> bool:
    return len(part) == 1 and "\u2e80" <= part <= "\uffef"


def _cut(piece: _Piece, text: str) -> _Piece:
    return _Piece(text, fonts.width(piece.face, text) * piece.size, piece.face, piece.size, piece.ink, piece.link)


def _line(line: Sequence[_Piece], *, between: bool = False) -> Line:
    """Join neighbours of one kind, and give each its place.

    A space ``between`` this line and the next has no width: it is there for those who copy or hear the text.
    """
    runs: list[Run] = []
    x = 0.0
    for piece in line:
        last = runs[-1] if runs else None
        if last and (last.face, last.size, last.link) == (piece.face, piece.size, piece.link) and last.ink is piece.ink:
            runs[-1] = Run(last.x, last.width + piece.width, last.text + piece.text, *_kind(piece))
        else:
            runs.append(Run(x, piece.width, piece.text, *_kind(piece)))
        x += piece.width
    if between and runs and not runs[-1].text.endswith(" "):
        last = runs[-1]
        runs[-1] = Run(last.x, last.width, f"{last.text} ", last.face, last.size, last.ink, last.link)
    return tuple(runs)


def _kind(piece: _Piece) -> tuple[str, float, Color, str]:
    return piece.face, piece.size, piece.ink, piece.link


def set_lines(spans: Sequence[Span], width: float) -> list[Line]:
    """Break spans into lines of at most that width; an empty text gives one empty line."""
    setter = _Setter(width)
    for span in spans:
        setter.feed(span)
    setter.flush()
    if setter.line or not setter.lines:
        setter.end_line()
    return setter.lines


def set_code(text: str, style: Style, width: float) -> list[tuple[bool, Line]]:
    """Break one line of a command or an output: (it goes on from the line before, line); every character is kept."""
    units: list[_Piece] = []
    for face, shown, ink in _pieces(Span(text.replace("\n", " "), style)):
        units.append(_Piece(shown, fonts.width(face, shown) * style.size, face, style.size, ink, ""))
    lines: list[tuple[bool, Line]] = []
    line: list[_Piece] = []
    used = 0.0
    for unit in units:
        rest = unit
        while used + rest.width > width + _NO_LINE:
            head = _head(rest, width - used, force=not line)
            if head:
                line.append(_cut(rest, head))
                rest = _cut(rest, rest.text[len(head) :])
            lines.append((bool(lines), _line(line)))
            line, used = [], 0.0
            if not rest.text:
                break
        if rest.text:
            line.append(rest)
            used += rest.width
    lines.append((bool(lines), _line(line)))
    return lines


def _head(piece: _Piece, room: float, *, force: bool) -> str:
    used = 0.0
    for index, char in enumerate(piece.text):
        used += fonts.width(piece.face, char) * piece.size
        if used > room + _NO_LINE:
            space = piece.text.rfind(" ", max(0, index - 24), index)
            if space > 0:
                return piece.text[: space + 1]
            return piece.text[: max(index, 1 if force else 0)]
    return piece.text


def shorten(text: str, style: Style, width: float) -> Line:
    """Set a text on one line of at most that width, with an ellipsis where it had to be cut."""
    whole = set_lines([Span(" ".join(text.split()), style)], 1e6)[0]
    if sum(run.width for run in whole) <= width:
        return whole
    short = set_lines([Span(" ".join(text.split()), style)], max(width - 2 * style.size, style.size))[0]
    end = short[-1].x + short[-1].width if short else 0.0
    dots = Run(end, fonts.width(style.face, "…") * style.size, "…", style.face, style.size, style.ink, "")
    return (*short, dots)
