"""The parsers by the name that content uses: a literal, so that a reader finds all of them here."""

from app.parsers import Derivation, Parser, basic, sshd

PARSERS: dict[str, Parser] = {
    "json": basic.json_value,
    "keyvalue": basic.keyvalue,
    "lines": basic.lines,
    "number": basic.number,
    "sshd": sshd.parse_sshd,
    "text": basic.text,
}

DERIVATIONS: dict[str, Derivation] = {}
