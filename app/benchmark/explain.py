"""The typed models' complaints as lines that an author can act on."""

from typing import Any

from pydantic import BaseModel, ValidationError

from app.benchmark.source import Source
from app.benchmark.suggest import suggestion


def explain(source: Source, error: ValidationError, model: type[BaseModel]) -> list[str]:
    """Pydantic's errors as lines that an author can act on."""
    problems = []
    for fault in error.errors(include_url=False):
        path = tuple(
            part for part in fault["loc"] if part not in {"bool", "int", "float", "str", "list[str]", "list[int]"}
        )
        place = f"{source.path}:{source.line(path)}"
        where = _item_of(source.value, path)
        name = path[-1] if path else ""
        if fault["type"] == "extra_forbidden":
            known = _fields_at(model, path[:-1])
            text = f"unknown key {name!r}{suggestion(str(name), known)}; remove or mend it"
        elif fault["type"] == "missing":
            text = f"the key {name!r} is missing; add it"
        else:
            shown = ".".join(str(part) for part in path)
            text = f"{shown}: {fault['msg'].removeprefix('Value error, ')}" if shown else fault["msg"]
        problems.append(f"{place}: {where}{text}.")
    return list(dict.fromkeys(problems))


def _item_of(value: Any, path: tuple[Any, ...]) -> str:
    """``check linux.x: `` for a path inside a list of things with ids, or inside a named probe."""
    if len(path) > 1 and path[0] == "probes":
        return f"probe {path[1]}: "
    words = {"checks": "check", "items": "item", "sections": "section"}
    if len(path) > 1 and path[0] in words and isinstance(path[1], int):
        try:
            return f"{words[path[0]]} {value[path[0]][path[1]]['id']}: "
        except (KeyError, IndexError, TypeError):
            return f"{words[path[0]]} number {path[1] + 1}: "
    return ""


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
