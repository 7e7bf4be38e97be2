"""Texts shown before a login: /etc/issue and /etc/issue.net (issue(5), escapes in agetty(8)), the banner of sshd.

Sections ``== issue PATH``, ``== part of PATH`` or ``== banner PATH`` with the content, and ``== end``.
"""

import re
from typing import Any

from app.parsers import Answer
from app.parsers.sections import Section, sections

# Escapes of agetty(8) that print system name, release, version, machine, host and domain name, or an address.
_ESCAPE = re.compile(r"\\(?:[sSmnoOrv46])(?:\{[^}]*\})?")
_NAME = re.compile(
    r"\b(?:AlmaLinux|Alpine Linux|Amazon Linux|Arch Linux|CentOS|Debian|Fedora|FreeBSD|Kernel [0-9]\S*|Linux [0-9]\S*|"
    r"openSUSE|Oracle Linux|OpenSSH|Proxmox|Raspbian|Red Hat Enterprise|Rocky Linux|SUSE Linux|Ubuntu|"
    r"VirtualBox|XenServer)\b"
)
_GREETING = re.compile(r"^\W*welcome\b", re.IGNORECASE)  # of SUSE, Proxmox VE and others as they are shipped
_LEGAL_WORDS = 5  # a warning says at least who may not enter; a product name alone is shorter


def discloses(text: str) -> list[str]:
    """What the text gives away about the system: escapes and product names, each once."""
    return list(dict.fromkeys([*_ESCAPE.findall(text), *_NAME.findall(text)]))


def _shown(section: Section, path: str) -> dict[str, Any]:
    text = _ESCAPE.sub(" ", section.text).strip()
    return {
        "name": path,
        "text": " ".join(section.text.split()),
        "words": len(text.split()),
        "warns": len(text.split()) >= _LEGAL_WORDS and not _GREETING.match(text),
        "discloses": discloses(section.text),
    }


def parse_issue_files(answer: Answer) -> dict[str, Any]:
    """``files``: each issue file with its text and whether it warns; ``texts``: these and what is added to them."""
    found = sections(answer)
    if not found or found[-1].head != "end":
        raise ValueError("the list of issue files has no end")
    files = [_shown(one, one.head.partition(" ")[2]) for one in found if one.head.startswith("issue ")]
    parts = [_shown(one, one.head) for one in found if one.head.startswith("part ")]
    return {"files": files, "texts": [*files, *parts]}


def parse_ssh_banner(answer: Answer) -> dict[str, Any]:
    """The file that sshd shows before it asks: ``path`` (none where it shows nothing), its text, what it discloses."""
    found = sections(answer)
    if not found or found[-1].head != "end":
        raise ValueError("the banner has no end")
    head = found[0].words
    if len(head) < 2 or head[0] != "banner":  # noqa: PLR2004 - the word and the path
        raise ValueError("sshd did not say which banner it shows")
    path = found[0].head.partition(" ")[2]
    if path == "none":
        return {"path": "none", "set": False, "warns": False, "words": 0, "discloses": []}
    return {"path": path, "set": True, **_shown(found[0], path)}
