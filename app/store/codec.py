"""Model values to JSON and back, strictly: a foreign file's content becomes a model value or a StoreError.

The shape of the JSON follows from the types of the dataclass fields, so there is no second list of fields to keep in
step. A field that has a default may be missing (a file that is older than the field); an unknown key, a missing key or
a value of another type is refused with a sentence that names it. Times are written in UTC with a Z; dates as
YYYY-MM-DD; bytes never occur here: they are stored as content and referred to by hash.
"""

import json
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, fields, is_dataclass
from datetime import MAXYEAR, MINYEAR, UTC, date, datetime
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin

from app.errors import StoreError
from app.language import tr

T = TypeVar("T")
Decoder = Callable[[Any], Any]

LONGEST = 64 << 20  # bytes of one text; a host with a thousand guests has 14 MB of results
# Bytes of memory that one text may take once it is decoded, by what each of these signs brings in CPython at most.
# Lists of nothing take 28 times their text; results take 5 times, and 11 by this count, which finds signs in texts too.
HEAVIEST = 512 << 20
_WEIGHTS = {"[": 70, "{": 160, '"': 30, ",": 46, ":": 40}
# What all texts of a file that stay in memory may take together: each of many could be just below the bound of one.
TOGETHER = 2 << 30
_DENSEST = 28  # bytes of memory that a byte of text takes at most; shorter texts needn't be counted
DEEPEST = 64  # levels of nesting kept in free-form facts; a host decides how deep its JSON is
TOO_DEEP = "(nested too deeply to be kept)"
MOST = 1e9  # seconds, which all numbers with a fraction are: thirty years either way


def _no_constant(name: str) -> object:
    raise ValueError(f"{name} is no JSON")


# One encoder and one decoder for all: json.dumps() and json.loads() with an option build a new one for each text. The
# decoder's scanner alone, which knows no space before or after, is enough for what dumps() wrote.
_WRITE = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False).encode
_JSON = json.JSONDecoder(parse_constant=_no_constant)
_SCAN: Callable[[str, int], tuple[Any, int]] = _JSON.scan_once  # type: ignore[attr-defined]  # typeshed leaves it out


def dumps(value: object) -> str:
    """Canonical JSON: pure ASCII, sorted keys, no spaces; the same value always gives the same text.

    StoreError for more than loads() would read.
    """
    text = _WRITE(value)
    if len(text) > LONGEST:
        raise StoreError(
            tr("{n} MiB of JSON are more than the {limit} that one entry or list may have").format(
                n=len(text) >> 20, limit=LONGEST >> 20
            )
        )
    _refuse_heavy(text)
    return text


def loads(text: str | bytes) -> Any:
    """JSON of a file that may be foreign; StoreError where it is none, or more than Bartizan writes or keeps."""
    if len(text) > LONGEST:
        raise StoreError(
            tr("it holds {n} MiB of JSON, more than the {limit} that Bartizan writes").format(
                n=len(text) >> 20, limit=LONGEST >> 20
            )
        )
    try:
        plain = text if isinstance(text, str) else text.decode()
        _refuse_heavy(plain)
        try:
            value, end = _SCAN(plain, 0)
        except StopIteration:  # no value where one should begin
            return _JSON.decode(plain)
        return value if end == len(plain) else _JSON.decode(plain)
    except (ValueError, RecursionError) as error:  # UnicodeDecodeError and over-long numbers are ValueErrors
        raise StoreError(tr("it holds no valid JSON ({error})").format(error=error)) from error


def weight(text: str | bytes) -> int:
    """Bytes of memory that the values of a JSON take at most, by the signs in it."""
    if isinstance(text, str):
        return len(text) + sum(text.count(sign) * each for sign, each in _WEIGHTS.items())
    return len(text) + sum(text.count(sign.encode()) * each for sign, each in _WEIGHTS.items())


def _refuse_heavy(text: str) -> None:
    """StoreError for JSON whose values would take more than HEAVIEST."""
    if len(text) * _DENSEST <= HEAVIEST:
        return
    if weight(text) - len(text) > HEAVIEST:
        raise StoreError(
            tr("its {n} MiB of JSON hold so many values that they would take more than {limit} MiB of memory").format(
                n=len(text) >> 20, limit=HEAVIEST >> 20
            )
        )


def canonical(text: str) -> bool:
    """Whether dumps() could have written this JSON; a number beyond the range of floats is none of its."""
    try:
        return dumps(loads(text)) == text
    except (ValueError, RecursionError):  # dumps() of an infinity, or nested too deeply for it
        return False


def write_time(moment: datetime) -> str:
    """ISO 8601 in UTC with microseconds, so that texts sort as the times do; ValueError for a time without zone."""
    if moment.tzinfo is None:
        raise ValueError("a time without a zone can't be stored")
    return moment.astimezone(UTC).isoformat(timespec="microseconds").removesuffix("+00:00") + "Z"


def read_time(data: object) -> datetime:
    """The reverse of write_time()."""
    if isinstance(data, str) and data.endswith("Z"):
        try:
            moment = datetime.fromisoformat(data)
        except ValueError:
            pass
        else:
            if MINYEAR < moment.year < MAXYEAR:  # at the ends of the calendar it has no day in some time zones
                return moment
    raise StoreError(tr("{data} is no time in UTC").format(data=shown(data)))


def to_json(value: object) -> Any:
    """A model value as dicts, lists and scalars that json can write."""
    if type(value) in _SCALARS:
        return value
    kind: type = type(value)
    names = _names(kind)
    if names is not None:
        return {name: to_json(getattr(value, name)) for name in names}
    return _plain(value, 0)


def from_json(hint: type[T], data: object) -> T:
    """The model value of type ``hint`` that ``data`` describes; StoreError where it doesn't fit."""
    result: T = _decoder(hint)(data)
    return result


_SCALARS = frozenset({str, int, bool, NoneType})  # these very types; an enum of texts is written by its value


@cache
def _names(kind: type) -> tuple[str, ...] | None:
    """The fields of a dataclass; None for any other type."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else None


def _plain(value: object, depth: int) -> Any:
    if type(value) in _SCALARS:
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str | int):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else str(value)  # a host may send NaN, which JSON doesn't know
    if isinstance(value, datetime):
        return write_time(value)
    if isinstance(value, date):
        return value.isoformat()
    if depth >= DEEPEST:
        return TOO_DEEP
    if isinstance(value, Mapping):
        return {str(key): _plain(item, depth + 1) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item, depth + 1) for item in value]
    kind: type = type(value)
    names = _names(kind)
    if names is not None:
        return {name: _plain(getattr(value, name), depth + 1) for name in names}
    raise TypeError(f"{type(value).__name__} can't be written as JSON")


def _build(hint: Any) -> Decoder:
    """How a value of that type is read."""
    if hint is Any:
        return _anything
    if hint in (str, bool, int):
        return _exactly(hint)
    scalars: dict[Any, Decoder] = {float: _number, datetime: read_time, date: _date}
    if hint in scalars:
        return scalars[hint]
    origin, args = get_origin(hint), get_args(hint)
    if origin is Sequence or (origin is tuple and args[-1] is Ellipsis):
        return _sequence(_decoder(args[0]))
    if origin is tuple:
        return _row(tuple(_decoder(arg) for arg in args))
    if origin is UnionType:
        (inner,) = (arg for arg in args if arg is not NoneType)
        return _optional(_decoder(inner))
    if origin is Mapping:
        return _facts
    if origin is dict:
        return _table(_decoder(args[1]))
    if isinstance(hint, type) and issubclass(hint, Enum):
        return _member(hint)
    if is_dataclass(hint):
        return _object(hint)
    raise TypeError(f"no way to read {hint} from JSON")


# Built once per type, because an audit holds some hundred thousand values.
_decoder: Callable[[Any], Decoder] = cache(_build)


def _exactly(kind: type) -> Decoder:
    def read(data: object) -> object:
        if type(data) is not kind:
            raise StoreError(tr("{data} stands where {kind} belongs").format(data=shown(data), kind=kind.__name__))
        return data

    return read


def _number(data: object) -> float:
    if type(data) not in (int, float) or not -MOST <= data <= MOST:  # type: ignore[operator]  # mypy doesn't narrow on type()
        raise StoreError(tr("{data} stands where a number belongs").format(data=shown(data)))
    return float(data)  # type: ignore[arg-type]  # as above


def _anything(data: object, depth: int = 0) -> object:
    """A free-form value, no deeper than one is written: whoever goes through it later does so by recursion."""
    if isinstance(data, dict | list):
        if depth >= DEEPEST:
            raise StoreError(tr("it is nested deeper than Bartizan writes"))
        for inner in data.values() if isinstance(data, dict) else data:
            if isinstance(inner, dict | list):
                _anything(inner, depth + 1)
    return data


def _facts(data: object) -> object:
    if type(data) is not dict:
        raise StoreError(tr("{data} stands where {kind} belongs").format(data=shown(data), kind="dict"))
    return _anything(data)


def _date(data: object) -> date:
    try:
        return date.fromisoformat(data)  # type: ignore[arg-type]  # another type is what the except is for
    except (TypeError, ValueError) as error:
        raise StoreError(tr("{data} is no date").format(data=shown(data))) from error


def _sequence(inner: Decoder) -> Decoder:
    def read(data: object) -> object:
        if type(data) is not list:
            raise StoreError(tr("{data} stands where a list belongs").format(data=shown(data)))
        return tuple([inner(item) for item in data])

    return read


def _table(inner: Decoder) -> Decoder:
    def read(data: object) -> object:
        if type(data) is not dict:
            raise StoreError(tr("{data} stands where an object belongs").format(data=shown(data)))
        return {key: inner(item) for key, item in data.items()}

    return read


def _row(inner: tuple[Decoder, ...]) -> Decoder:
    def read(data: object) -> object:
        if type(data) is not list or len(data) != len(inner):
            raise StoreError(tr("{data} stands where a list of {n} belongs").format(data=shown(data), n=len(inner)))
        return tuple(decode(item) for decode, item in zip(inner, data, strict=True))

    return read


def _optional(inner: Decoder) -> Decoder:
    return lambda data: None if data is None else inner(data)


def _member(kind: type[Enum]) -> Decoder:
    members = {member.value: member for member in kind}

    def read(data: object) -> object:
        try:
            return members[data]
        except (KeyError, TypeError) as error:
            raise StoreError(
                tr("{data} is none of {names}").format(data=shown(data), names=", ".join(map(str, members)))
            ) from error

    return read


def _object(kind: Any) -> Decoder:
    parts = tuple((field.name, _decoder(field.type)) for field in fields(kind))
    known = {name for name, _ in parts}

    def read(data: object) -> object:
        if type(data) is dict and data.keys() == known:
            try:
                return kind(*[decode(data[name]) for name, decode in parts])
            except StoreError:
                pass  # read once more, slowly, to name the field
        return _read_carefully(kind, data)

    return read


def _read_carefully(kind: Any, data: object) -> object:
    """An object that lacks fields with a default, or else a StoreError that names what is wrong with it."""
    if type(data) is not dict:
        raise StoreError(tr("{data} stands where {kind} belongs").format(data=shown(data), kind=kind.__name__))
    values = {}
    for part in fields(kind):
        if part.name in data:
            try:
                values[part.name] = _decoder(part.type)(data[part.name])
            except StoreError as error:
                raise StoreError(f"{kind.__name__}.{part.name}: {error}") from error
        elif part.default is MISSING and part.default_factory is MISSING:
            raise StoreError(tr("{kind} lacks {key!r}").format(kind=kind.__name__, key=part.name))
    if len(values) != len(data):
        raise StoreError(
            tr("{kind} has the unknown key {key}").format(
                kind=kind.__name__, key=shown(min(data.keys() - values.keys()))
            )
        )
    return kind(**values)


def shown(data: object) -> str:
    """A foreign value for a sentence: one short printable line."""
    text = ascii(data)
    return text if len(text) <= 60 else text[:57] + "..."  # noqa: PLR2004 - a width, named by its use
