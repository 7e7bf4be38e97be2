"""Rules for new passwords out of the PAM stack and its settings.

pam_pwquality(8) with pwquality.conf(5), pam_cracklib(8), pam_passwdqc(8), pam_pwhistory(8), pam_unix(8).
"""

from collections.abc import Mapping
from typing import Any

from app.parsers import Answer
from app.parsers.pam import Line, lines_of, read_pam

_CREDITS = ("dcredit", "ucredit", "lcredit", "ocredit")
_QUALITY_DEFAULTS = {"minlen": 8, "minclass": 0, "dictcheck": 1, **dict.fromkeys(_CREDITS, 0)}
_CRACKLIB_DEFAULTS = {"minlen": 9, "minclass": 0, "dictcheck": 1, **dict.fromkeys(_CREDITS, 1)}
_PASSWDQC_MIN = "disabled,24,11,8,7"  # default of passwdqc.conf(5)
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
    lines = lines_of(files, service, "password")
    enforcing = [line for line in lines if _enforces(line, settings)]
    quality = next((one for one in enforcing if one.module in {"pam_pwquality", "pam_cracklib", "pam_passwdqc"}), None)
    facts: dict[str, Any] = {"pam": True, "quality": quality.module if quality else None}
    if quality is None:
        unix = _options([line for line in lines if line.module == "pam_unix"])
        facts |= {"length": _number(unix, "minlen", _SHORTEST), "classes": 0, "dictionary": False}
    elif quality.module == "pam_passwdqc":
        facts |= _passwdqc(_options([quality]))
    else:
        facts |= _demands(quality, settings)
    facts["remembered"] = _remembered(lines, settings.get("pwhistory.conf", {}))
    return facts


def _enforces(line: Line, settings: Mapping[str, Mapping[str, str]]) -> bool:
    """Whether a bad password is refused and not only complained about."""
    if not line.control.startswith(_ENFORCING) or "default=ignore" in line.control:
        return False
    options = _options([line])
    if line.module == "pam_pwquality":
        return (_pwquality_files(settings) | options).get("enforcing", "1") != "0"
    return not (line.module == "pam_passwdqc" and options.get("enforce", "everyone") == "none")


def _passwdqc(options: Mapping[str, str]) -> dict[str, Any]:
    """``min=N0,N1,N2,N3,N4`` of passwdqc.conf(5): lengths for one class, two, a passphrase, three and four classes."""
    if "config" in options:
        return {}  # another file than the one that was read
    words = options.get("min", _PASSWDQC_MIN).split(",")
    if len(words) != 5 or not all(word == "disabled" or word.isdigit() for word in words):  # noqa: PLR2004 - N0 to N4
        raise ValueError(f"expected five lengths of passwdqc, got {options.get('min', '')[:40]!r}")
    lengths = [None if word == "disabled" else int(word) for word in words]
    allowed = [one for one in lengths if one is not None]
    facts: dict[str, Any] = {"length": min(allowed) if allowed else 0, "dictionary": True}
    one, two, _, three, _ = lengths
    if one is not None:
        facts["classes"] = 1
    elif two is None or (three is not None and two <= three):
        facts["classes"] = 3 if two is None else 2
    return facts  # two classes where they are made up for by length: whether that is enough, the site knows


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
        given |= _pwquality_files(settings)
    given |= _options([quality])
    values = {name: _number(given, name, default) for name, default in defaults.items()}
    credits_ = [values[name] for name in _CREDITS]
    return {
        "length": max(_SHORTEST, values["minlen"] - sum(one for one in credits_ if one > 0)),
        "classes": max(values["minclass"], sum(one < 0 for one in credits_)),
        "dictionary": values["dictcheck"] != 0,
    }


def _pwquality_files(settings: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """Settings of pwquality.conf and its folder; the main file is read last."""
    given: dict[str, str] = {}
    others = {name for name in settings if name not in {"pwquality.conf", "pwhistory.conf"}}
    for name in [*sorted(others), "pwquality.conf"]:
        given |= settings.get(name, {})
    return given


def _remembered(lines: list[Line], conf: Mapping[str, str]) -> int:
    found = [0]
    for line in lines:
        options = _options([line])
        if line.module == "pam_pwhistory":
            found.append(_number({**conf, **options}, "remember", _REMEMBER))
        elif line.module in {"pam_unix", "pam_unix2"}:
            found.append(_number(options, "remember", 0))
    return max(found)
