"""Names that a probe chose with the values that it found: lines ``name value``, and ``end`` as the last one."""

from typing import Any

from app.parsers import Answer, shell_lines


def parse_pairs(answer: Answer) -> dict[str, Any]:
    """Value by name, as text; a name without a value gives empty text. ValueError where the end is missing."""
    facts: dict[str, Any] = {}
    lines = [line.strip() for line in shell_lines(answer.text) if line.strip()]
    if not lines or lines[-1] != "end":
        raise ValueError("the list of values has no end")
    for line in lines[:-1]:
        name, _, value = line.partition(" ")
        if name in facts:
            raise ValueError(f"{name[:40]!r} comes twice")
        facts[name] = value.strip()
    return facts
