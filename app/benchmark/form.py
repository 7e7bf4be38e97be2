"""Which form an inventory has, by what stands in it; its ending decides only where that leaves it open."""

import re
from enum import Enum
from pathlib import Path

from app.benchmark.ansible.ini import SECTION
from app.benchmark.outline import outline
from app.errors import ContentError
from app.language import tr


class Form(Enum):
    """The forms of inventories that can be read."""

    OWN = "own"
    ANSIBLE_INI = "ini"
    ANSIBLE_YAML = "yaml"


_KEY = re.compile(r"""(?:[^\s:='"#\[\]{}]+|"[^"]*"|'[^']*')\s*:(?:\s|$)""")
_GROUP = {"hosts", "vars", "children"}
_DUMP = "ansible-inventory -i INVENTORY --list --yaml --output hosts.yml"


def form_of(path: Path, text: str) -> Form:
    """The form of a text; ContentError where it only leads to an inventory."""
    first = next((line for line in map(str.strip, text.split("\n")) if line and line[0] not in "#;"), "")
    if text.startswith("#!"):
        raise ContentError(
            [
                tr("{path}: is a program, which is never run; write its hosts to a file with {command}.").format(
                    path=path, command=_DUMP
                )
            ]
        )
    if first.startswith("$ANSIBLE_VAULT;"):
        raise ContentError(
            [tr("{path}: is encrypted with Ansible Vault; give an inventory without secrets.").format(path=path)]
        )
    if SECTION.fullmatch(first):
        return Form.ANSIBLE_INI
    if not (first.startswith(("---", "{", "%YAML")) or _KEY.match(first)) and path.suffix.lower() not in _YAML:
        return Form.ANSIBLE_INI
    keys = outline(text)
    if "plugin" in keys and not keys["plugin"]:
        raise ContentError(
            [
                tr("{path}: sets up an inventory plugin, which is never run; write its hosts with {command}.").format(
                    path=path, command=_DUMP
                )
            ]
        )
    if "all" in keys or any(below & _GROUP for below in keys.values()):
        return Form.ANSIBLE_YAML
    return Form.OWN


_YAML = {".yaml", ".yml", ".json"}
