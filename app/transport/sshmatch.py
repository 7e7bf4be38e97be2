"""The criteria of a ``Match`` line of ssh_config(5). Nothing is run: where ``exec`` decides, nobody knows."""

import re
from dataclasses import dataclass

from app.transport.sshpattern import fits

_WORD = re.compile(r'[ \t=]*(?:"([^"]*)"|([^\s="]+))')
_ALONE = ("all", "canonical", "final")


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known when the line is read. ``final`` is the second reading, with the host's name as it became."""

    host: str
    original: str
    user: str
    local_user: str
    tag: str
    final: bool


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether what follows counts; ``unknown`` names the criterion that would have to be asked of a program or network.

    ``wants_final`` asks for a second reading.
    """

    fits: bool
    unknown: str = ""
    wants_final: bool = False
    wrong: bool = False  # OpenSSH would refuse the line


def judge(text: str, facts: Facts) -> Verdict:
    """The verdict on what stands behind ``Match``."""
    words = _words(text)
    if not words:
        return Verdict(fits=False, wrong=True)
    result, unknown, wants_final = True, "", False
    while words:
        word = words.pop(0)
        negated, name = word.startswith("!"), word.removeprefix("!").lower()
        wants_final = wants_final or name == "final"
        if name in _ALONE:
            result = result and (name == "all" or facts.final) != negated
            continue
        if not words:
            return Verdict(fits=False, wrong=True)
        argument = words.pop(0)
        said = _said(name, argument, facts)
        if said is None:
            unknown = unknown or name
        else:
            result = result and said != negated
    return Verdict(result and not unknown, unknown if result else "", wants_final)


def _said(name: str, argument: str, facts: Facts) -> bool | None:
    """What a criterion says; None where Bartizan can't know."""
    patterns = argument.split(",")
    lower = argument.lower().split(",")
    match name:
        case "host":
            return fits(facts.host.lower(), lower)
        case "originalhost":
            return fits(facts.original.lower(), lower)
        case "user":
            return fits(facts.user, patterns)
        case "localuser":
            return fits(facts.local_user, patterns)
        case "tagged":
            return fits(facts.tag, patterns)
        case _:
            return None


def _words(text: str) -> list[str]:
    """OpenSSH cuts this line otherwise than others: at equals signs too, and only whole words stand in quotes."""
    words: list[str] = []
    for found in _WORD.finditer(text):
        if found[2] is not None and found[2].startswith("#"):
            break
        words.append(found[1] if found[1] is not None else found[2])
    return words
