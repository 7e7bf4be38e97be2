"""The typed models' complaints as lines that an author can act on."""

from collections.abc import Callable
from typing import Any

from pydantic import BaseModel, ValidationError

from app.benchmark.source import Source
from app.benchmark.suggest import suggestion
from app.benchmark.wording import in_words
from app.language import tr


def explain(
    source: Source, error: ValidationError, model: type[BaseModel], remark: Callable[[str], str] = lambda _key: ""
) -> list[str]:
    """Pydantic's errors as lines that an author can act on; ``remark`` may add a sentence on an unknown key."""
    problems: dict[tuple[str, str, str, tuple[Any, ...]], list[str]] = {}
    further: dict[tuple[str, str, str, tuple[Any, ...]], str] = {}
    for fault in error.errors(include_url=False):
        path = tuple(part for part in fault["loc"] if part not in _BRANCHES)
        place = f"{source.path}:{source.line(path)}"
        where, rest = _item_of(source.value, path)
        name = path[-1] if path else ""
        if fault["type"] == "extra_forbidden":
            known = _fields_at(model, path[:-1])
            hint = suggestion(str(name), known)
            text, rest = tr("unknown key {name!r}{hint}; remove or mend it").format(name=name, hint=hint), ()
            further[place, where, "", path] = remark(str(name))
        elif fault["type"] == "missing":
            text, rest = tr("the key {name!r} is missing; add it").format(name=name), ()
        elif name == "[key]":
            text, rest = tr("the key {fault}").format(fault=in_words(fault)), ()
        else:
            text = in_words(fault)
        shown = ".".join(str(part) for part in rest)
        texts = problems.setdefault((place, where, shown, path), [])
        if text not in texts:
            texts.append(text)
    return [f"{_line(*key[:3], texts)} {further.get(key, '')}".rstrip() for key, texts in problems.items()]


# What pydantic puts into a location for the branches of a union: not a key of the file.
_BRANCHES = {"bool", "int", "float", "str", "list[str]", "list[int]"}


def _line(place: str, where: str, shown: str, texts: list[str]) -> str:
    """One line per place in the file; what each branch of a union would have wanted is joined by "or"."""
    short = [text.split(";")[0].split(",")[0] for text in texts]
    begin = tr("must be") + " "
    joined = (
        texts[0] if len(texts) == 1 else tr(", or ").join([short[0], *(one.removeprefix(begin) for one in short[1:])])
    )
    return f"{place}: {where}{shown}{': ' if shown else ''}{joined}."


def _item_of(value: Any, path: tuple[Any, ...]) -> tuple[str, tuple[Any, ...]]:
    """``check linux.x: `` for a path inside a list of things with ids or names, and the rest of the path."""
    named = {"probes": "probe", "values": "value"}
    if len(path) > 1 and path[0] in named:
        return f"{named[path[0]]} {path[1]}: ", path[2:]
    listed = {
        "checks": ("check", "id"),
        "items": ("item", "id"),
        "sections": ("section", "id"),
        "hosts": ("host", "name"),
    }
    if len(path) > 1 and path[0] in listed and isinstance(path[1], int):
        word, key = listed[path[0]]
        try:
            return f"{word} {value[path[0]][path[1]][key]}: ", path[2:]
        except (KeyError, IndexError, TypeError):
            return tr("{what} number {n}: ").format(what=word, n=path[1] + 1), path[2:]
    return "", path


def _fields_at(model: type[BaseModel], path: tuple[Any, ...]) -> list[str]:
    """The keys that are known at a path of the model; for suggestions only."""
    current: type[BaseModel] = model
    for part in path:
        if isinstance(part, int) or (field := _field(current, str(part))) is None:
            continue
        inner = _models_in(field.annotation)
        if inner:
            current = inner[0]
    return [field.alias or name for name, field in current.model_fields.items()]


def _field(model: type[BaseModel], key: str) -> Any:
    for name, field in model.model_fields.items():
        if key in {name, field.alias}:
            return field
    return None


def _models_in(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for part in getattr(annotation, "__args__", ()) for model in _models_in(part)]
