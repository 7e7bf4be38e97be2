"""Rules for new passwords out of the PAM stack and its settings.

pam_pwquality(8) with pwquality.conf(5), pam_cracklib(8), pam_passwdqc(8), pam_pwhistory(8), pam_unix(8).
"""

from collections.abc import Mapping
from typing import Any

from app.parsers import Answer
from app.parsers.pam import Line, read_pam, stack

_CREDITS = ("dcredit", "ucredit", "lcredit", "ocredit")
_QUALITY_DEFAULTS = {"minlen": 8, "minclass": 0, "dictcheck": 1, **dict.fromkeys(_CREDITS, 0)}
_CRACKLIB_DEFAULTS = {"minlen": 9, "minclass": 0, "dictcheck": 1, **dict.fromkeys(_CREDITS, 1)}
_SHORTEST = 6  # neither module goes below; pam_unix has the same default
_REMEMBER = 10  # default of pam_pwhistory
_ENFORCING = ("required", "requisite", "[")


def parse_password_policy(answer: Answer) -> dict[str, Any]:
    """``quality`` module, ``length`` and ``classes`` that it demands, ``dictionary``, ``remembered`` passwords."""
    files, settings = read_pam(answer)
    if not files:
        return {"pam": False, "quality": None, "length": 0, "classes": 0, "dictionary": False, "remembered": 0}
    service = next(
        (name for name in ("passwd", "common-password", "system-auth", "base-password") if name in files), ""
    )
    if not service:
        raise ValueError("expected the PAM service passwd, found none")
    lines = list(stack(files, service, "password"))
    enforcing = [line for line in lines if line.control.startswith(_ENFORCING)]
    quality = next((one for one in enforcing if one.module in {"pam_pwquality", "pam_cracklib", "pam_passwdqc"}), None)
    facts: dict[str, Any] = {"pam": True, "quality": quality.module if quality else None}
    if quality is None:
        unix = _options([line for line in lines if line.module == "pam_unix"])
        facts |= {"length": _number(unix, "minlen", _SHORTEST), "classes": 0, "dictionary": False}
    elif quality.module != "pam_passwdqc":
        facts |= _demands(quality, settings)
    facts["remembered"] = _remembered(lines, settings.get("pwhistory.conf", {}))
    return facts


def _options(lines: list[Line]) -> dict[str, str]:
    """Arguments of modules as name and value; a name alone has no value."""
    words = (word.partition("=") for line in lines for word in line.arguments)
    return {name: value for name, _, value in words}


def _number(options: Mapping[str, str], name: str, default: int) -> int:
    text = options.get(name, "")
    try:
        return int(text)
    except ValueError:
        return default


def _demands(quality: Line, settings: Mapping[str, Mapping[str, str]]) -> dict[str, Any]:
    """What pwquality or cracklib demands: a credit below 0 demands the class, one above 0 shortens the length."""
    given: dict[str, str] = {}
    defaults = _CRACKLIB_DEFAULTS
    if quality.module == "pam_pwquality":
        defaults = _QUALITY_DEFAULTS
        others = {name for name in settings if name not in {"pwquality.conf", "pwhistory.conf"}}
        for name in [*sorted(others), "pwquality.conf"]:  # the main file is read last
            given |= settings.get(name, {})
    given |= _options([quality])
    values = {name: _number(given, name, default) for name, default in defaults.items()}
    credits_ = [values[name] for name in _CREDITS]
    return {
        "length": max(_SHORTEST, values["minlen"] - sum(one for one in credits_ if one > 0)),
        "classes": max(values["minclass"], sum(one < 0 for one in credits_)),
        "dictionary": values["dictcheck"] != 0,
    }


def _remembered(lines: list[Line], conf: Mapping[str, str]) -> int:
    found = [0]
    for line in lines:
        options = _options([line])
        if line.module == "pam_pwhistory":
            found.append(_number({**conf, **options}, "remember", _REMEMBER))
        elif line.module in {"pam_unix", "pam_unix2"}:
            found.append(_number(options, "remember", 0))
    return max(found)
