"""Filling in a questionnaire as a reader of PDFs does it."""

from collections.abc import Mapping
from pathlib import Path

from pypdf import PdfWriter
from pypdf.generic import NameObject, TextStringObject

from app.filledform import read_filled
from app.report import questionnaire
from app.report.questionnaire import CARRIER


def places(form: Path) -> dict[tuple[str, str | None], int]:
    """The number of each place in a form."""
    about = questionnaire.read(read_filled(form, CARRIER).values[CARRIER])
    return {(item, target): number for number, (item, target, _) in enumerate(about.places, 1)}


def fill(form: Path, values: Mapping[str, str], name: str = "filled.pdf", *, appended: bool = False) -> Path:
    """Fill it in as a reader of PDFs does: choices at the field and at its button.

    Some readers write the whole file anew, others append what changed.
    """
    writer = PdfWriter(str(form), incremental=True) if appended else PdfWriter(clone_from=str(form))
    for page in writer.pages:
        for note in page.get("/Annots", ()):
            widget = note.get_object()
            field = widget if "/T" in widget else widget["/Parent"].get_object()
            value = values.get(str(field["/T"]))
            if value is None:
                continue
            if field.get("/FT") == "/Btn":
                field[NameObject("/V")] = NameObject(f"/{value}")
                states = widget["/AP"]["/N"]
                widget[NameObject("/AS")] = NameObject(f"/{value}" if f"/{value}" in states else "/Off")
            else:
                field[NameObject("/V")] = TextStringObject(value)
    filled = form.with_name(name)
    writer.write(str(filled))
    return filled
