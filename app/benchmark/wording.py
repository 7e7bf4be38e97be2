"""Pydantic's words for a fault in our own: what is there, and what must be there instead."""

import re
from collections.abc import Mapping
from typing import Any

from app.benchmark.names import form_in_words
from app.benchmark.suggest import suggestion
from app.language import tr

_SHOWN = 60  # characters of a value that a message quotes


def _kinds() -> dict[str, str]:
    return {
        "string_type": tr("must be text; put it in quotes"),
        "bool_type": tr("must be true or false"),
        "int_type": tr("must be a whole number"),
        "float_type": tr("must be a number"),
        "list_type": tr("must be a list, such as [a, b]"),
        "dict_type": tr("must be a mapping, such as {key: value}"),
        "model_type": tr("must be a mapping, such as {key: value}"),
        "string_too_short": tr("must not be empty"),
        "too_short": tr("must not be empty"),
    }


def in_words(fault: Mapping[str, Any]) -> str:
    """One fault without its place and without a full stop."""
    kind, context = fault["type"], fault.get("ctx") or {}
    if simple := _kinds().get(kind):
        return simple
    if kind == "literal_error":
        given, known = str(fault["input"]), re.findall(r"'([^']*)'", str(context["expected"]))
        return tr("{given!r} is not known{hint}; it is one of {known}").format(
            given=given[:_SHOWN], hint=suggestion(given, known), known=", ".join(known)
        )
    if kind == "string_pattern_mismatch":
        return tr("{given!r} has not the form {pattern}").format(
            given=str(fault["input"])[:_SHOWN],
            pattern=form_in_words(str(context["pattern"])) or context["pattern"],
        )
    if kind in {"greater_than_equal", "less_than_equal"}:
        said = tr("must be at least {bound}") if "ge" in context else tr("must be at most {bound}")
        return said.format(bound=context.get("ge", context.get("le")))
    return str(fault["msg"]).removeprefix("Value error, ")
