"""Where packages come from, and whether their signatures are checked: apt, dnf and yum, zypper, apk.

Sections ``== FORMAT PATH`` (list, sources, yum, zypp, apk) with the file's lines, ``== apt`` (lines of apt-config),
``== main`` (gpgcheck of dnf.conf or yum.conf) and ``== end``. Names and passwords in addresses are cut on the host.
"""

import re
from collections.abc import Iterator
from typing import Any

from app.parsers import Answer, shell_lines
from app.parsers.sections import Section, sections

_LINE = re.compile(r"^deb(?:-src)?\s+(?:\[([^\]]*)\]\s+)?(\S+)\s+(\S+)")
_YES = frozenset({"1", "yes", "true", "on"})
_WEAK = frozenset({"trusted", "allow-insecure", "allow-weak"})


def parse_repositories(answer: Answer) -> dict[str, Any]:
    """``repositories`` in use: name, address, and whether the signatures of its packages are checked."""
    found = sections(answer)
    if not found or found[-1].head != "end":
        raise ValueError("the list of repositories has no end")
    settings = " ".join(one.text for one in found if one.head == "apt").lower()
    apt_checks = not re.search(r"(?:allowunauthenticated|allowinsecurerepositories) \"(?:1|yes|true)\"", settings)
    main = next((line.partition("=")[2].strip() for one in found if one.head == "main" for line in one.lines), "")
    listed: list[dict[str, Any]] = []
    for one in found:
        kind, _, path = one.head.partition(" ")
        name = path.rsplit("/", 1)[-1]
        if kind == "list":
            listed += _entries(name, _one_line(one), always=apt_checks)
        elif kind == "sources":
            listed += _entries(name, _deb822(one), always=apt_checks)
        elif kind in {"yum", "zypp"}:
            default = main in _YES if kind == "yum" else True
            listed += _entries(name, _ini(one, default=default), always=True)
        elif kind == "apk":
            addresses = (line.split()[-1] for line in one.lines if line.strip() and not line.strip().startswith("#"))
            listed += _entries(name, ((address, True) for address in addresses), always=True)
    if not listed:
        raise ValueError("expected repositories, found none")
    return {"repositories": listed}


def _entries(file: str, pairs: Iterator[tuple[str, bool]], *, always: bool) -> list[dict[str, Any]]:
    return [
        {"name": f"{file}: {address}", "address": address, "signed": signed and always} for address, signed in pairs
    ]


def _one_line(section: Section) -> Iterator[tuple[str, bool]]:
    for line in section.lines:
        match = _LINE.match(line.split("#", 1)[0].strip())
        if match is not None and line.startswith("deb "):
            options = dict(word.lower().split("=", 1) for word in (match[1] or "").split() if "=" in word)
            yield f"{match[2]} {match[3]}", not any(options.get(name) in _YES for name in _WEAK)


def _deb822(section: Section) -> Iterator[tuple[str, bool]]:
    for block in re.split(r"\n\s*\n", section.text):
        pairs = (line.split(":", 1) for line in shell_lines(block) if ":" in line and not line.startswith((" ", "#")))
        fields = {key.strip().lower(): value.strip() for key, value in pairs}
        if (
            "uris" in fields
            and fields.get("enabled", "yes").lower() in _YES
            and "deb" in fields.get("types", "").split()
        ):
            yield (
                f"{fields['uris']} {fields.get('suites', '')}".strip(),
                not any(fields.get(name, "").lower() in _YES for name in _WEAK),
            )


def _ini(section: Section, *, default: bool) -> Iterator[tuple[str, bool]]:
    for block in re.split(r"(?m)^\s*\[", section.text)[1:]:
        name, _, body = block.partition("]")
        pairs = (line.split("=", 1) for line in shell_lines(body) if "=" in line and not line.strip().startswith("#"))
        fields = {key.strip().lower(): value.strip() for key, value in pairs}
        if fields.get("enabled", "1").lower() in _YES:
            signed = fields["gpgcheck"].lower() in _YES if "gpgcheck" in fields else default
            yield name, signed
