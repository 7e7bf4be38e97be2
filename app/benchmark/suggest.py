"""A hint for a word that isn't known."""

import difflib
from collections.abc import Iterable

from app.language import tr


def suggestion(word: str, known: Iterable[str]) -> str:
    """`` (did you mean X?)`` where something similar is known, else nothing."""
    close = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    asked = tr("did you mean {word}?")
    return f" ({asked.format(word=close[0])})" if close else ""
