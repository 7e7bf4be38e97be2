"""What a YAML text is about, before it is read for good: its outermost keys and the keys beneath them."""

from dataclasses import dataclass

import yaml

from app.benchmark.source import MAX_DEPTH, events


@dataclass(slots=True)
class _Frame:
    """A collection that is open; ``key`` is the key of a mapping whose value comes next."""

    mapping: bool
    key: str | None = None


def outline(text: str) -> dict[str, frozenset[str]]:
    """The keys of the outermost mapping, each with those of the mapping that it holds.

    Faults end it early: whoever reads the file for good tells them.
    """
    found: dict[str, frozenset[str]] = {}
    frames: list[_Frame] = []
    try:
        for event in events(text):
            if isinstance(event, yaml.CollectionEndEvent):
                frames.pop()
                if frames:
                    frames[-1].key = None
            elif isinstance(event, yaml.NodeEvent) and not _enter(event, frames, found):
                break
    except (yaml.YAMLError, ValueError):
        pass
    return found


def _enter(event: yaml.NodeEvent, frames: list[_Frame], found: dict[str, frozenset[str]]) -> bool:
    """Take one node; False where it can't be followed any further."""
    frame = frames[-1] if frames else None
    collection = isinstance(event, yaml.CollectionStartEvent)
    if frame is not None and frame.mapping and frame.key is None:
        frame.key = str(getattr(event, "value", ""))
        if len(frames) == 1:
            found.setdefault(frame.key, frozenset())
        elif len(frames) == 2 and frames[0].key is not None:  # noqa: PLR2004 - a key within an outermost key
            found[frames[0].key] |= {frame.key}
        return not collection  # a mapping or list as a key is nothing that we read
    if collection:
        frames.append(_Frame(mapping=isinstance(event, yaml.MappingStartEvent)))
    elif frame is not None:
        frame.key = None
    return len(frames) <= MAX_DEPTH
