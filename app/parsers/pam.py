"""The PAM stacks of logins (pam.conf(5)) with the settings of their modules.

Sections ``== pam PATH`` and ``== conf PATH``; /etc/pam.d hides a file of the same name below /usr/etc and /usr/lib.
"""

import re
import shlex
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from app.parsers import Answer
from app.parsers.sections import sections

_FOLDERS = ("/etc/pam.d/", "/usr/etc/pam.d/", "/usr/lib/pam.d/")
_CONTROL = re.compile(r"^(-?\w+)\s+(\[[^\]]*\]|\S+)\s+(\S+)\s*(.*)$")
_DEPTH = 12
_HASHES = frozenset({"bigcrypt", "blowfish", "gost_yescrypt", "md5", "sha256", "sha512", "yescrypt"})


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a stack: kind (auth, account ...), control, module without folder and suffix, arguments.

    ``level`` names the substacks that it stands in: ``sufficient`` ends the innermost one only.
    """

    kind: str
    control: str
    module: str
    arguments: tuple[str, ...]
    level: tuple[str, ...] = ()


def read_pam(answer: Answer) -> tuple[dict[str, list[str]], dict[str, dict[str, str]]]:
    """Lines of each service file that counts, and the settings of each configuration file, by file name."""
    files: dict[str, tuple[int, list[str]]] = {}
    settings: dict[str, dict[str, str]] = {}
    listed = sections(answer)
    if not listed or listed[-1].head != "end":
        raise ValueError("the list of PAM files has no end")
    for section in listed:
        kind, _, path = section.head.partition(" ")
        if kind == "pam":
            rank = next((rank for rank, folder in enumerate(_FOLDERS) if path.startswith(folder)), len(_FOLDERS))
            name = path.rsplit("/", 1)[-1]
            if name not in files or rank < files[name][0]:
                files[name] = (rank, _joined(section.lines))
        elif kind == "conf":
            settings.setdefault(path.rsplit("/", 1)[-1], {}).update(_settings(section.lines))
    return {name: lines for name, (_, lines) in files.items()}, settings


def _joined(lines: tuple[str, ...]) -> list[str]:
    """Lines without comments; a backslash at the end joins the next one."""
    found: list[str] = []
    for line in "\n".join(lines).replace("\\\n", " ").split("\n"):
        text = line.split("#", 1)[0].strip()
        if text:
            found.append(text)
    return found


def _settings(lines: tuple[str, ...]) -> dict[str, str]:
    found = {}
    for line in lines:
        key, separator, value = line.split("#", 1)[0].partition("=")
        if key.strip():
            found[key.strip()] = value.strip() if separator else ""
    return found


def stack(
    files: Mapping[str, list[str]], service: str, kind: str, depth: int = 0, level: tuple[str, ...] = ()
) -> Iterator[Line]:
    """The lines of one kind in a service, all that they include followed; ValueError if one is not there."""
    service = service.rsplit("/", 1)[-1]
    if depth > _DEPTH:
        return
    if service not in files:
        if depth:
            raise ValueError(f"a PAM file takes in {service[:40]!r}, which was not found")
        return
    for text in files[service]:
        if text.startswith("@include"):
            yield from stack(files, text.split(None, 1)[-1].strip(), kind, depth + 1, level)
            continue
        match = _CONTROL.match(text)
        if match is None or match[1].lstrip("-").lower() != kind:
            continue
        if match[2] in {"include", "substack"}:
            inner = (*level, match[3]) if match[2] == "substack" else level
            yield from stack(files, match[3], kind, depth + 1, inner)
        else:
            module = match[3].rsplit("/", 1)[-1].removesuffix(".so")
            yield Line(kind, match[2], module, tuple(_words(match[4])), level)


def _words(text: str) -> list[str]:
    try:
        return shlex.split(text)
    except ValueError:
        return text.split()


def lines_of(files: Mapping[str, list[str]], service: str, kind: str) -> list[Line]:
    """The lines of a kind in a service that must have some; ValueError where its file is empty, as if unreadable."""
    found = list(stack(files, service, kind))
    if not found:
        raise ValueError(f"the PAM service {service} has no {kind} lines")
    return found


def must(control: str) -> bool:
    """Whether a login fails where the module fails (pam.conf(5))."""
    return control in {"required", "requisite"} or bool(re.search(r"\bdefault=(?:bad|die)\b", control))


def parse_hash_default(answer: Answer) -> dict[str, Any]:
    """``method``: how passwords set from now on are hashed; an option of pam_unix beats login.defs."""
    files, settings = read_pam(answer)
    modules = [line for line in stack(files, "passwd", "password") if line.module in {"pam_unix", "pam_unix2"}]
    options = [word for line in modules for word in line.arguments if word in _HASHES]
    if options:
        return {"method": options[-1], "method_source": "pam_unix"}
    methods = [values["ENCRYPT_METHOD"] for values in settings.values() if "ENCRYPT_METHOD" in values]
    if methods:  # files of login.defs.d come later and count
        return {"method": methods[-1].lower(), "method_source": "login.defs"}
    return {"method_source": "default"}
