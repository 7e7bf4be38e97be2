"""What the package manager and the kernel say about code: unchanged files, signed modules, date of the last update.

``dpkg --verify`` (dpkg(1)) and ``rpm -V`` (rpm(8)) print nine flags, an attribute letter and a path, or ``missing``;
``apk audit`` (apk-audit(8)) prints a letter and a path. Module taints: admin-guide/tainted-kernels.
"""

import re
from typing import Any

from app.parsers import Answer, shell_lines
from app.parsers.sections import by_head

_FLAGS = re.compile(r"^([.?S][.?M][.?5][.?D][.?L][.?U][.?G][.?T][.?P]?)\s+(?:([cdglrm])\s+)?(/.*)$")
_MISSING = re.compile(r"^missing\s+(?:([cdglrm])\s+)?(/\S.*?)(?:\s+\(.*\))?$")
_AUDIT = re.compile(r"^([A-Za-z])\s+(\S.*)$")
_DAY = 86400


def parse_package_integrity(answer: Answer) -> dict[str, Any]:
    """``packages`` looked at, and ``changed`` files (content differs or missing, configuration apart)."""
    found = by_head(answer)
    packages = found["packages"].text.split() if "packages" in found else []
    if "end" not in found:
        raise ValueError("the verification has no end")
    facts: dict[str, Any] = {"packages": packages}
    if not packages or not {"verify", "audit"} & found.keys():
        return facts  # nothing that the package manager knows: what stands on disk can't be told
    changed, unread = [], False
    for line in found["verify"].lines if "verify" in found else ():
        if match := _FLAGS.match(line):
            if match[1][2] == "5" and match[2] != "c":
                changed.append(match[3])
            unread = unread or (match[1][2] == "?" and match[2] != "c")
        elif match := _MISSING.match(line):
            if match[1] not in {"c", "d"}:
                changed.append(f"{match[2]} (missing)")
        elif line.strip() and not line.startswith(("dpkg: ", "prelink: ")):
            raise ValueError(f"expected a line of verification, got {line[:60]!r}")
    audited = (_AUDIT.match(line) for line in (found["audit"].lines if "audit" in found else ()))
    changed += [f"/{match[2]}" for match in audited if match and match[1] in {"U", "X"}]
    unsummed = [head.partition(" ")[2] for head in found if head.startswith("unsummed ")]
    if changed or not (unsummed or unread):
        facts["changed"] = changed
    return facts  # dpkg says nothing of a package whose list of checksums is gone, rpm nothing of a file it can't read


def parse_module_trust(answer: Answer) -> dict[str, Any]:
    """``unsigned`` and ``forced`` modules that run, and whether the kernel refuses unsigned ones from now on."""
    facts: dict[str, Any] = {"unsigned": [], "forced": [], "lockdown": "none"}
    values: dict[str, str] = {}
    ended = False
    for line in shell_lines(answer.text):
        words = line.split()
        if words == ["end"]:
            ended = True
        elif words[:1] == ["module"] and len(words) == 3:  # noqa: PLR2004 - name and letters
            facts["unsigned"] += [words[1]] if "E" in words[2] else []
            facts["forced"] += [words[1]] if "F" in words[2] else []
        elif len(words) == 2:  # noqa: PLR2004 - name and value
            values[words[0]] = words[1]
        elif words:
            raise ValueError(f"expected a module or a value, got {line[:60]!r}")
    if not ended:
        raise ValueError("the list of modules has no end")
    facts["lockdown"] = values.get("lockdown", "none")
    facts["supported"] = values.get("modules", "yes") == "yes"
    enforced = values.get("sig_enforce") in {"Y", "1"}
    locked = facts["lockdown"] in {"integrity", "confidentiality"}
    facts["refuses_unsigned"] = enforced or locked or values.get("modules_disabled") == "1" or not facts["supported"]
    return facts


def parse_update_age(answer: Answer) -> dict[str, Any]:
    """Days since packages last changed (newest of several files), and settings for automatic updates as printed."""
    now, newest = None, None
    automatic = []
    for line in shell_lines(answer.text):
        key, _, value = line.strip().partition(" ")
        if key == "now" and value.isdigit():
            now = int(value)
        elif key == "changed" and value.split(" ")[0].isdigit():
            newest = max(newest or 0, int(value.split(" ")[0]))
        elif key == "automatic":
            automatic.append(value)
    if now is None:
        raise ValueError("expected the time")
    facts: dict[str, Any] = {"automatic": automatic}
    if newest is not None:
        facts["days"] = max(0, (now - newest) // _DAY)
    return facts
