"""The JSON Schema of content files, with which editors complete and check them: checks/schema.json."""

import json
from typing import Any

from pydantic import TypeAdapter

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


def schema_text() -> str:
    """The schema as the file holds it."""
    return json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"
