"""Many values of one kind as JSON, column by column: each field's name stands once, and a column is checked at once.

Half the text of a list of objects, and read in a third of the time. As strict as app.store.codec, whose types it uses:
an unknown column, a missing one without a default, columns of different length and values of another type are refused.
"""

from collections.abc import Sequence
from dataclasses import MISSING, Field, fields
from typing import Any

from app.errors import StoreError
from app.language import tr
from app.store import codec


def columns(kind: type, data: object) -> list[Sequence[Any]]:
    """The columns of a table of that dataclass, in the order of its fields; StoreError that names what is wrong."""
    if type(data) is not dict:
        raise StoreError(
            tr("{data} stands where a table of {kind} belongs").format(data=codec.shown(data), kind=kind.__name__)
        )
    parts = fields(kind)
    unknown = data.keys() - {part.name for part in parts}
    if unknown:
        raise StoreError(
            tr("{kind} has the unknown key {key}").format(kind=kind.__name__, key=codec.shown(min(unknown)))
        )
    lengths = {len(column) for column in data.values() if type(column) is list}
    if len(lengths) > 1:
        raise StoreError(tr("the columns of {kind} differ in length").format(kind=kind.__name__))
    length = next(iter(lengths), 0)
    return [_column(kind, part, data, length) for part in parts]


def _column(kind: type, part: "Field[Any]", data: dict[str, object], length: int) -> Sequence[Any]:
    if part.name not in data:
        if part.default is MISSING:
            raise StoreError(tr("{kind} lacks {key!r}").format(kind=kind.__name__, key=part.name))
        return [part.default] * length
    column = data[part.name]
    if part.type is str and type(column) is list and {str}.issuperset(map(type, column)):
        return column
    try:
        return codec.from_json(tuple[part.type, ...], column)  # type: ignore[name-defined]  # a type made while running
    except StoreError as error:
        raise StoreError(f"{kind.__name__}.{part.name}: {error}") from error
