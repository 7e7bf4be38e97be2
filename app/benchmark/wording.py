"""Pydantic's words for a fault in our own: what is there, and what must be there instead."""

import re
from collections.abc import Mapping
from typing import Any

from app.benchmark.suggest import suggestion

_KINDS = {
    "string_type": "must be text; put it in quotes",
    "bool_type": "must be true or false",
    "int_type": "must be a whole number",
    "float_type": "must be a number",
    "list_type": "must be a list, such as [a, b]",
    "dict_type": "must be a mapping, such as {key: value}",
    "model_type": "must be a mapping, such as {key: value}",
    "string_too_short": "must not be empty",
    "too_short": "must not be empty",
}
_SHOWN = 60  # characters of a value that a message quotes


def in_words(fault: Mapping[str, Any]) -> str:
    """One fault without its place and without a full stop."""
    kind, context = fault["type"], fault.get("ctx") or {}
    if kind in _KINDS:
        return _KINDS[kind]
    if kind == "literal_error":
        given, known = str(fault["input"]), re.findall(r"'([^']*)'", str(context["expected"]))
        return f"{given[:_SHOWN]!r} is not known{suggestion(given, known)}; it is one of {', '.join(known)}"
    if kind == "string_pattern_mismatch":
        return f"{str(fault['input'])[:_SHOWN]!r} has not the form {context['pattern']}"
    if kind in {"greater_than_equal", "less_than_equal"}:
        return f"must be at {'least ' + str(context['ge']) if 'ge' in context else 'most ' + str(context['le'])}"
    return str(fault["msg"]).removeprefix("Value error, ")
