"""YAML text to plain values with the line of each, strictly.

Only what a check author needs is accepted: mappings with unique text keys, lists, text, whole and decimal numbers,
``true``/``false`` and ``null``. No tags, aliases, merge keys, dates, octal or base-60 numbers: each of them has made
some YAML file mean something that its author didn't see (``mode: 0644`` is 420, ``no`` is false, ``1:30`` is 90).

A file written for another program (``foreign``) may hold what we don't read: encrypted values by their tag, and numbers
that could be octal, which stay text. Aliases are refused there as well: ten lines of them can fill the memory.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

import yaml

from app.errors import ContentError
from app.language import tr

MAX_BYTES = 1_000_000  # a mailed file must not fill the memory; the largest of ours has a tenth of it
MAX_DEPTH = 40  # ours need 12; yaml.compose() of the C loader overflows the stack some 50,000 levels down, unasked

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C loader is four times as fast
_INT = re.compile(r"-?(?:0|[1-9][0-9]{0,17})\Z")
_FLOAT = re.compile(r"-?(?:0|[1-9][0-9]{0,17})\.[0-9]{1,17}\Z")
_LEADING_ZERO = re.compile(r"[-+]?0[0-9_]+(?:\.[0-9_]*)?\Z|[-+]?0[xob][0-9a-fA-F_]+\Z")

Path_ = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """One file's values, and where each stands: ``lines[path]`` is the 1-based line of the value at that path."""

    path: Path
    value: Any
    lines: dict[Path_, int]

    def line(self, path: Path_) -> int:
        """The line of the value, or of the nearest thing around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


class Sealed(Enum):
    """A value that is encrypted in a foreign file: known to be there, never read."""

    SEALED = "sealed"


def read(path: Path) -> Source:
    """Read one YAML file; ContentError names file and line of what can't be accepted."""
    return parse(path, read_text(path))


def read_text(path: Path, what: str = "") -> str:
    """The text of a file within the cap; ContentError says why there is none. ``what`` it should be, in words."""
    what = what or tr("a YAML file")
    try:
        if not path.is_file():
            sentence = (
                tr("{path}: is no ordinary file; give the path of {what}, and save what a command prints first.")
                if path.exists()
                else tr("{path}: there is no such file; give the path of {what}.")
            )
            raise ContentError([sentence.format(path=path, what=what)])
        with path.open("rb") as handle:
            data = handle.read(MAX_BYTES + 1)
    except OSError as error:
        raise ContentError(
            [tr("{path}: can't be read ({why}); check its permissions.").format(path=path, why=error.strerror)]
        ) from error
    except ValueError:
        raise ContentError(
            [tr("{path!r}: is not the name of a file; give the path of {what}.").format(path=str(path), what=what)]
        ) from None
    if len(data) > MAX_BYTES:
        raise ContentError(
            [tr("{path}: larger than {most} bytes; split it into several files.").format(path=path, most=MAX_BYTES)]
        )
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ContentError(
            [tr("{path}: not UTF-8 text (byte {number}); save it as UTF-8.").format(path=path, number=error.start)]
        ) from error


def events(text: str) -> Iterator[Any]:
    """The events of a YAML text, one after the other; yaml.YAMLError and ValueError where it is none."""
    return iter(yaml.parse(text, Loader=_LOADER))


def parse(path: Path, text: str, *, foreign: bool = False) -> Source:
    """The values of a file's text; ContentError names file and line of what can't be accepted."""
    builder = _Foreign(path, text) if foreign else _Builder(path, text)
    try:
        value = builder.document()
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise ContentError(
            [
                *builder.problems,
                tr("{path}:{line}: not readable as YAML: {error}; mend this line.").format(
                    path=path, line=line, error=error.problem or error
                ),
            ]
        ) from None
    except (yaml.YAMLError, ValueError) as error:
        words = " ".join(str(error).split())
        raise ContentError(
            [
                *builder.problems,
                tr("{path}: not readable as YAML: {words}; mend the file.").format(path=path, words=words),
            ]
        ) from None
    if builder.problems:
        raise ContentError(builder.problems)
    return Source(path, value, builder.lines)


class _Builder:
    """Turns the events of one file into values, and gathers every fault on the way.

    Events, not the node tree: they show anchors and explicit tags, and their depth is known before anything is built.
    """

    def __init__(self, path: Path, text: str) -> None:
        self.path = path
        self.lines: dict[Path_, int] = {}
        self.problems: list[str] = []
        self.events = events(text)

    def fault(self, event: Any, text: str) -> None:
        self.problems.append(f"{self.path}:{event.start_mark.line + 1}: {text}")

    def document(self) -> Any:
        """The value of the only document; None for an empty file."""
        value: Any = None
        seen = False
        for event in self.events:
            if not isinstance(event, yaml.DocumentStartEvent):
                continue
            if seen:
                self.fault(event, tr("a second document (---) begins here; one file holds one."))
                break
            seen = True
            value = self.build(next(self.events), ())
        return value

    def build(self, event: Any, path: Path_) -> Any:
        self.lines[path] = event.start_mark.line + 1
        if isinstance(event, yaml.AliasEvent):
            self.fault(event, tr("aliases (*name) are not allowed; write the value out."))
            return None
        if event.anchor is not None:
            self.fault(event, tr("anchors (&name) are not allowed; remove it."))
        self.tag(event)
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event)
        if len(path) >= MAX_DEPTH:
            # What follows can't be read without its beginning: this fault is the last one of the file.
            raise ContentError(
                [
                    *self.problems,
                    tr("{path}:{line}: nested too deeply; flatten it.").format(
                        path=self.path, line=event.start_mark.line + 1
                    ),
                ]
            )
        return self.mapping(path) if isinstance(event, yaml.MappingStartEvent) else self.sequence(path)

    def tag(self, event: Any) -> None:
        if event.tag is not None:
            self.fault(event, tr("the tag {tag} is not allowed; remove it.").format(tag=event.tag))

    def sequence(self, path: Path_) -> list[Any]:
        result: list[Any] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            result.append(self.build(event, (*path, len(result))))
        return result

    def mapping(self, path: Path_) -> dict[str, Any]:
        result: dict[str, Any] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self.key(event, result, path)
            # A refused key's value is read all the same, for its faults; nothing keeps it.
            value = self.build(next(self.events), (*path, key or "?"))
            if key is not None:
                result[key] = value
                self.lines[(*path, key)] = event.start_mark.line + 1
        return result

    def key(self, event: Any, known: dict[str, Any], path: Path_) -> str | None:
        if not isinstance(event, yaml.ScalarEvent):
            self.fault(event, tr("a key must be a word."))
            self.build(event, (*path, "?"))
            return None
        self.tag(event)
        if event.anchor is not None:
            self.fault(event, tr("anchors (&name) are not allowed; remove it."))
        key = str(event.value)
        if key == "<<" and not event.style:
            self.fault(event, tr("merge keys (<<) are not allowed; write the keys out."))
        elif key in known:
            self.fault(event, tr("the key {key!r} stands here twice; remove one.").format(key=key))
        else:
            return key
        return None

    def scalar(self, event: Any) -> Any:
        text = str(event.value)
        if event.style:  # quoted, literal or folded: text whatever it looks like
            return text
        if text in {"true", "false"}:
            return text == "true"
        if text in {"", "null", "~"}:
            return None
        if _INT.match(text):
            return int(text)
        if _FLOAT.match(text):
            return float(text)
        if _LEADING_ZERO.match(text):
            self.fault(
                event,
                tr("{text} could be octal, hexadecimal or text; put it in quotes or write it in decimal.").format(
                    text=text
                ),
            )
        return text


class _Foreign(_Builder):
    """A file that was written for another program: what we don't need of it is no fault."""

    def build(self, event: Any, path: Path_) -> Any:
        sealed = isinstance(event, yaml.ScalarEvent) and event.tag in _SEALED
        if sealed:
            self.lines[path] = event.start_mark.line + 1
            return Sealed.SEALED
        return super().build(event, path)

    def tag(self, event: Any) -> None:
        if event.tag != "!unsafe":  # text without templates
            super().tag(event)

    def scalar(self, event: Any) -> Any:
        return str(event.value) if _LEADING_ZERO.match(str(event.value)) else super().scalar(event)


_SEALED = {"!vault", "!vault-encrypted"}
