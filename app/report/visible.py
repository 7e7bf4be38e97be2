r"""Text of any origin made safe to look at: what would act, hide or reorder is shown as an escape instead.

Host names, outputs and remarks may hold terminal controls, bidirectional overrides, zero-width characters or half a
surrogate pair. A report shows them (``\x1b``, ``\u202e``) and never drops them, so that nothing vanishes and nothing
reads differently from what it is.
"""

import re
import unicodedata

# Tab and line feed are layout and stay; every other character of these categories is escaped.
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_SPACES = frozenset(" \u00a0\u3000")  # spaces that look like one; the other fifteen kinds are escaped
_MARKS = frozenset({"Mn", "Me"})
_AT_ONCE = 1 << 16  # characters in one scan, during which no other thread of Python has its turn
_UNFIT = re.compile(r"[^A-Za-z0-9.-]")
_MARKS_IN_ROW = 3  # more combining marks on one letter than any script of a name needs overprint other lines

# One scan decides for nearly every text that there is nothing to do: printable ASCII and common letters.
_PLAIN = re.compile(
    r"[\n\t -~\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0373\u0386-\u0481\u048a-\u052f\u2010-\u2014\u2018-\u201f\u2022\u2026]*"
)


def escape(char: str) -> str:
    """Write one character as a backslash escape of ASCII; a byte that "surrogateescape" kept as that byte."""
    if "\udc80" <= char <= "\udcff":
        char = chr(ord(char) - 0xDC00)
    if char <= "\xff":
        return f"\\x{ord(char):02x}"
    return f"\\u{ord(char):04x}" if char <= "\uffff" else f"\\U{ord(char):08x}"


def pieces(text: str) -> list[tuple[bool, str]]:
    """Split into (is an escape, text) runs; the joined texts are what ``visible`` gives."""
    if all(_PLAIN.fullmatch(text, place, place + _AT_ONCE) for place in range(0, len(text), _AT_ONCE)):
        return [(False, text)] if text else []
    runs: list[tuple[bool, str]] = []
    plain: list[str] = []
    hidden: list[str] = []
    marks = 0
    for char in text:
        category = unicodedata.category(char)
        marks = marks + 1 if category in _MARKS else 0
        if (
            (category in _HIDDEN and char not in "\n\t")
            or (category == "Zs" and char not in _SPACES)
            or marks > _MARKS_IN_ROW
        ):
            if plain:
                runs.append((False, "".join(plain)))
                plain = []
            hidden.append(escape(char))
        else:
            if hidden:
                runs.append((True, "".join(hidden)))
                hidden = []
            plain.append(char)
    if plain:
        runs.append((False, "".join(plain)))
    if hidden:
        runs.append((True, "".join(hidden)))
    return runs


def visible(text: str) -> str:
    """Give the text with controls (but tab and line feed), bidirectional marks and the like as escapes."""
    return "".join(piece for _, piece in pieces(text))


def one_line(text: str) -> str:
    """Give the same on one line: line feeds and tabs become single spaces."""
    return " ".join(visible(text.replace("\t", " ")).split("\n")).strip()


def token(text: str) -> str:
    """Give a name of ASCII letters, digits, dots and hyphens, for ids; any other character is its number between ``_``.

    Two texts never give one name.
    """
    return _UNFIT.sub(lambda found: f"_{ord(found[0]):x}_", text)
