"""Outstanding security updates as apt, dnf, zypper and apk see them from the package lists on disk.

Each probe prints ``== now`` and ``== lists`` (seconds: the clock, and when the lists were last fetched), ``== updates``
with the lines of the tool and ``== end``: ``Inst NAME [OLD] (NEW ORIGIN [ARCH])`` of apt-get -s, advisories of dnf, XML
of zypper, ``NAME-VERSION < VERSION`` of apk. All but apk have ``== advisories`` as well (yes or no): whether any source
says which updates are for security, since without one none would ever be outstanding. apt adds ``== kept`` where
something is kept back (lines of ``apt list --upgradable``) and ``== pinned`` where there are pins (as ``== updates``,
the pins left out); ``unknown`` there says that apt gave no answer.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from app.parsers import Answer
from app.parsers.sections import Section, by_head

_DAY = 86400
_RECENT = 3  # days: older lists may not know what is outstanding
_INST = re.compile(r"^Inst (\S+) (?:\[([^\]]*)\] )?\((\S+) (.*)\)")
_LISTED = re.compile(r"^([^/\s]+)/(\S+)\s")  # a line of `apt list`: name and archives
_ADVISORY = re.compile(r"^([A-Z][A-Za-z]*-[A-Za-z0-9:_.-]+)\s+(.*)$")
_PACKAGE = re.compile(r"\b(\S+)-[^-\s]+-[^-\s]+\.(?:noarch|x86_64|i686|aarch64|ppc64le|s390x)\b")
_PATCH = re.compile(r"<update\s([^>]*)>")
_ATTRIBUTE = re.compile(r"\b([a-z-]+)=\"([^\"]*)\"")
_AT_REST = frozenset({"applied", "not-needed"})  # of a patch; "unwanted" is one that is needed and locked
_APK = re.compile(r"^(\S+)-\d\S*\s+<\s+\S+")


def _read(answer: Answer, manager: str, names: Callable[[Iterable[str]], list[str]]) -> dict[str, Any]:
    """``security`` is left out where the tool can't know it all: another answer than that nothing is outstanding."""
    found = by_head(answer)
    wanted = {"now", "lists", "updates", "end"} | ({"advisories"} if manager in {"apt", "dnf"} else set())
    if not wanted <= found.keys():
        raise ValueError(f"the answer of {manager} is not complete")
    now = found["now"].text.strip()
    times = [int(word) for word in found["lists"].text.split() if word.isdigit()]
    if not now.isdigit():
        raise ValueError("the host did not say what time it is")
    facts: dict[str, Any] = {"manager": manager}
    security = list(dict.fromkeys([*names(found["updates"].lines), *_held_by_apt(found)]))
    told = "advisories" not in found or found["advisories"].text.strip() == "yes"
    if security or (told and not any("unknown" in found[head].lines for head in ("kept", "pinned") if head in found)):
        facts["security"] = security
    if times:
        days = round(max(0, int(now) - max(times)) / _DAY, 1)
        facts["lists_days"] = days
        if days <= _RECENT:
            facts["recent_package_lists"] = True
    return facts


def _apt(lines: Iterable[str]) -> list[str]:
    listed = list(lines)
    if not any("upgraded" in line for line in listed):
        raise ValueError("apt-get did not say how much it would upgrade")
    return _installed(listed)


def _installed(lines: Iterable[str]) -> list[str]:
    """What apt-get would install from an archive for security."""
    found = (_INST.match(line.strip()) for line in lines)
    return [match[1] for match in found if match is not None and "security" in match[4].lower()]


def _held_by_apt(found: Mapping[str, Section]) -> list[str]:
    """What apt-get would leave alone, although an archive for security has a newer version."""
    kept = (_LISTED.match(line) for line in found["kept"].lines) if "kept" in found else ()
    pinned = found["pinned"].lines if "pinned" in found else ()
    return [*(match[1] for match in kept if match and "security" in match[2].lower()), *_installed(pinned)]


def _dnf(lines: Iterable[str]) -> list[str]:
    packages = []
    for line in lines:
        match = _ADVISORY.match(line.strip())
        package = _PACKAGE.search(match[2]) if match is not None else None
        if package is not None:
            packages.append(package[1])
    return list(dict.fromkeys(packages))


def _zypper(lines: Iterable[str]) -> list[str]:
    text = "\n".join(lines)
    if "<stream" not in text:
        raise ValueError("expected the XML of zypper")
    patches = (dict(_ATTRIBUTE.findall(match[1])) for match in _PATCH.finditer(text))
    return [patch.get("name", "a patch") for patch in patches if patch.get("status") not in _AT_REST]


def _apk(lines: Iterable[str]) -> list[str]:
    """Alpine's branches of a release get fixes only, so each update counts."""
    return [match[1] for line in lines if (match := _APK.match(line.strip())) is not None]


def parse_updates_apt(answer: Answer) -> dict[str, Any]:
    """``security``: packages with an outstanding update from a security archive."""
    return _read(answer, "apt", _apt)


def parse_updates_dnf(answer: Answer) -> dict[str, Any]:
    """``security``: packages that outstanding security advisories name."""
    return _read(answer, "dnf", _dnf)


def parse_updates_zypper(answer: Answer) -> dict[str, Any]:
    """``security``: patches of the category security that are needed, locked or not."""
    return _read(answer, "zypper", _zypper)


def parse_updates_apk(answer: Answer) -> dict[str, Any]:
    """``security``: packages for which the branch has a newer version."""
    return _read(answer, "apk", _apk)


def updates(facts: Mapping[str, Any]) -> dict[str, Any]:
    """The answer of the package manager that the machine has; dnf before apt, which RPM systems may have as well."""
    for name in ("updates_dnf", "updates_zypper", "updates_apt", "updates_apk"):
        found: dict[str, Any] = facts[name]
        if found.get("manager"):
            return found
    raise ValueError("no package manager that Bartizan knows (apt, dnf, zypper, apk) is here")
