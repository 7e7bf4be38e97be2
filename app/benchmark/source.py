"""YAML text to plain values with the line of each, strictly.

Only what a check author needs is accepted: mappings with unique text keys, lists, text, whole and decimal numbers,
``true``/``false`` and ``null``. No tags, aliases, merge keys, dates, octal or base-60 numbers: each of them has made
some YAML file mean something that its author didn't see (``mode: 0644`` is 420, ``no`` is false, ``1:30`` is 90).
"""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from app.errors import ContentError

MAX_BYTES = 1_000_000  # a mailed file must not fill the memory; the largest of ours has a tenth of it

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C loader is four times as fast
_INT = re.compile(r"-?(?:0|[1-9][0-9]{0,17})\Z")
_FLOAT = re.compile(r"-?(?:0|[1-9][0-9]{0,17})\.[0-9]{1,17}\Z")
_LEADING_ZERO = re.compile(r"-?0[0-9_]+\Z|0[xob][0-9a-fA-F_]+\Z")
_CORE = "tag:yaml.org,2002:"
_SCALAR_TAGS = {_CORE + name for name in ("str", "int", "float", "bool", "null", "timestamp", "merge", "value")}

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


def read(path: Path) -> Source:
    """Read one YAML file; ContentError names file and line of what can't be accepted."""
    try:
        if not path.is_file():
            raise ContentError([f"{path}: there is no such file; give the path of a YAML file."])
        with path.open("rb") as handle:
            data = handle.read(MAX_BYTES + 1)
    except OSError as error:
        raise ContentError([f"{path}: can't be read ({error.strerror}); check its permissions."]) from error
    if len(data) > MAX_BYTES:
        raise ContentError([f"{path}: larger than {MAX_BYTES:,} bytes; split it into several files."])
    try:
        node = yaml.compose(data.decode("utf-8"), Loader=_LOADER)
    except UnicodeDecodeError as error:
        raise ContentError([f"{path}: not UTF-8 text (byte {error.start}); save it as UTF-8."]) from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise ContentError(
            [f"{path}:{line}: not readable as YAML: {error.problem or error}; mend this line."]
        ) from None
    except (yaml.YAMLError, ValueError) as error:
        text = " ".join(str(error).split())
        raise ContentError([f"{path}: not readable as YAML: {text}; mend the file."]) from None
    except RecursionError:
        raise ContentError([f"{path}: nested too deeply; flatten it."]) from None
    builder = _Builder(path)
    try:
        value = builder.build(node, ()) if node is not None else None
    except RecursionError:
        raise ContentError([f"{path}: nested too deeply; flatten it."]) from None
    if builder.problems:
        raise ContentError(builder.problems)
    return Source(path, value, builder.lines)


class _Builder:
    """Turns one file's nodes into values, and gathers every fault on the way."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.lines: dict[Path_, int] = {}
        self.problems: list[str] = []
        self.seen: set[int] = set()

    def fault(self, node: yaml.Node, text: str) -> None:
        self.problems.append(f"{self.path}:{node.start_mark.line + 1}: {text}")

    def build(self, node: yaml.Node, path: Path_) -> Any:
        self.lines[path] = node.start_mark.line + 1
        if id(node) in self.seen:
            self.fault(node, "aliases (*name) are not allowed; write the value out.")
            return None
        self.seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            if node.tag != _CORE + "seq":
                self.fault(node, f"the tag {node.tag} is not allowed; remove it.")
            return [self.build(child, (*path, index)) for index, child in enumerate(node.value)]
        assert isinstance(node, yaml.ScalarNode)  # noqa: S101 - YAML has no fourth kind of node
        return self.scalar(node)

    def mapping(self, node: yaml.MappingNode, path: Path_) -> dict[str, Any]:
        if node.tag != _CORE + "map":
            self.fault(node, f"the tag {node.tag} is not allowed; remove it.")
        result: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self.fault(key_node, "a key must be a word.")
                continue
            key = str(key_node.value)
            if key == "<<" and not key_node.style:
                self.fault(key_node, "merge keys (<<) are not allowed; write the keys out.")
            elif key in result:
                self.fault(key_node, f"the key {key!r} stands here twice; remove one.")
            else:
                result[key] = self.build(value_node, (*path, key))
                self.lines[(*path, key)] = key_node.start_mark.line + 1
        return result

    def scalar(self, node: yaml.ScalarNode) -> Any:
        text = str(node.value)
        if node.tag not in _SCALAR_TAGS:
            self.fault(node, f"the tag {node.tag} is not allowed; remove it.")
            return text
        if node.style:  # quoted, literal or folded: text whatever it looks like
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
            self.fault(node, f"{text} could be octal, hexadecimal or text; put it in quotes or write it in decimal.")
        return text
