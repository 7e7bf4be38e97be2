"""Names of hosts as an Ansible inventory writes them: ``web[01:20].example.org``, ``db-[a:d]``, ``hv1:2222``."""

import ipaddress
import re
from contextlib import suppress
from itertools import product
from string import ascii_letters

from app.errors import UsageError
from app.language import tr

MAX_HOSTS = 10_000  # of one inventory; a range of a billion is a line of 20 characters

_PATTERN = re.compile(r"(?P<host>(?:\[[^\[\]]*\]|[^\[\]:\s])+)(?::(?P<port>[0-9]{1,5}))?")
_BRACKETS = re.compile(r"\[([^\[\]]*)\]")
_NUMBER = re.compile(r"[0-9]{1,9}")
_IPV6 = re.compile(r"\[(?P<host>[^\[\]]+)\](?::(?P<port>[0-9]{1,5}))?")
_PARTS = (2, 3)  # begin and end, perhaps a step


def expand(pattern: str) -> tuple[tuple[str, ...], str]:
    """The names that a pattern stands for, and the port behind them or nothing; UsageError in words."""
    if _is_ipv6(pattern):
        return (pattern,), ""
    bracketed = _IPV6.fullmatch(pattern)
    if bracketed and _is_ipv6(bracketed["host"]):
        return (bracketed["host"],), bracketed["port"] or ""
    found = _PATTERN.fullmatch(pattern)
    if found is None:
        raise UsageError(
            tr("{pattern!r} is no name of a host; write a name, or a range such as web[01:20].").format(
                pattern=pattern[:60]
            )
        )
    parts = _BRACKETS.split(found["host"])  # text, range, text, range, ... text
    ranges = [_range(text, pattern) for text in parts[1::2]]
    count = 1
    for one in ranges:
        count *= len(one)
        if count > MAX_HOSTS:
            raise UsageError(
                tr("{pattern!r} stands for more than {most} hosts; split the inventory.").format(
                    pattern=pattern[:60], most=MAX_HOSTS
                )
            )
    names = (
        "".join([parts[0], *(word + text for word, text in zip(words, parts[2::2], strict=True))])
        for words in product(*ranges)
    )
    return tuple(names), found["port"] or ""


def _range(text: str, pattern: str) -> list[str]:
    """``01:20``, ``a:d`` or ``0:20:5``, both ends included."""
    refused = UsageError(
        tr("{pattern!r}: [{text}] is no range; write [01:20] or [a:d], perhaps with a step: [0:20:5].").format(
            pattern=pattern[:60], text=text[:30]
        )
    )
    parts = text.split(":")
    if len(parts) not in _PARTS or not parts[1]:
        raise refused
    first, last = parts[0] or "0", parts[1]
    step = parts[2] if len(parts) == max(_PARTS) else "1"
    if not _NUMBER.fullmatch(step) or int(step) == 0:
        raise refused
    if _NUMBER.fullmatch(first) and _NUMBER.fullmatch(last):
        width = len(first) if first.startswith("0") and len(first) > 1 else 0
        if int(first) > int(last) or (width and len(last) != width):
            raise refused
        numbers = range(int(first), int(last) + 1, int(step))
        if len(numbers) > MAX_HOSTS:
            raise UsageError(
                tr("{pattern!r} stands for more than {most} hosts; split the inventory.").format(
                    pattern=pattern[:60], most=MAX_HOSTS
                )
            )
        return [str(number).zfill(width) for number in numbers]
    if len(first) == len(last) == 1 and first in ascii_letters and last in ascii_letters:
        letters = ascii_letters[ascii_letters.index(first) : ascii_letters.index(last) + 1 : int(step)]
        if letters:
            return list(letters)
    raise refused


def _is_ipv6(text: str) -> bool:
    with suppress(ValueError):
        ipaddress.IPv6Address(text.partition("%")[0])
        return True
    return False
