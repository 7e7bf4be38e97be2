"""The JSON Schemas of content files and inventories, with which editors complete and check them.

They stand in checks/schema.json and checks/inventory.schema.json; ``make schema`` writes both anew.
"""

import json
from typing import Any

from pydantic import TypeAdapter

from app.benchmark.inventory import InventoryFile
from app.benchmark.schema import BenchmarkFile, ChapterFile, PlatformFile, ProfileFile


def json_schema() -> dict[str, Any]:
    """The schema of every kind of content file, from the typed model."""
    adapter: TypeAdapter[Any] = TypeAdapter(ChapterFile | BenchmarkFile | PlatformFile | ProfileFile)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Bartizan content",
        "description": "A chapter of the guideline, its head, a file of a platform addendum, or a profile.",
        **adapter.json_schema(by_alias=True),
    }


def inventory_schema() -> dict[str, Any]:
    """The schema of an inventory in our own form, from the typed model."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **InventoryFile.model_json_schema(),
        "title": "Bartizan inventory",
    }


SCHEMAS = {"schema.json": json_schema, "inventory.schema.json": inventory_schema}


def schema_text(name: str = "schema.json") -> str:
    """The schema as the file of that name in checks/ holds it."""
    return json.dumps(SCHEMAS[name](), indent=2, ensure_ascii=False) + "\n"
