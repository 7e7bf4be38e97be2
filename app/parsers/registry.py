"""The parsers by the name that content uses: a literal, so that a reader finds all of them here."""

from app.parsers import Derivation, Parser, basic

PARSERS: dict[str, Parser] = {
    "json": basic.json_value,
    "keyvalue": basic.keyvalue,
    "lines": basic.lines,
    "number": basic.number,
    "text": basic.text,
}

DERIVATIONS: dict[str, Derivation] = {}
