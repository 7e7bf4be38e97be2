"""Patterns of ssh_config(5): ``*`` stands for any characters, ``?`` for one, ``!`` before it for all but these."""

import re
from collections.abc import Iterable
from functools import lru_cache


def fits(text: str, patterns: Iterable[str]) -> bool:
    """Whether one of the patterns is that text, and no pattern with ``!`` is; letters count as they are written."""
    found = False
    for pattern in patterns:
        plain = pattern.removeprefix("!")
        if plain == text or (("*" in plain or "?" in plain) and _compiled(plain).fullmatch(text)):
            if pattern.startswith("!"):
                return False
            found = True
    return found


@lru_cache(maxsize=4096)
def _compiled(pattern: str) -> re.Pattern[str]:
    # Stars in a row are one: two of them side by side would be tried in every division.
    parts = re.sub(r"\*+", "*", pattern)
    return re.compile("".join({"*": ".*", "?": "."}.get(char) or re.escape(char) for char in parts), re.DOTALL)
