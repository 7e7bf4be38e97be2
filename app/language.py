"""The language of the program: every sentence is written in English in the source and looked up here.

A language is one folder's worth of Qt Linguist files in ``resources/translations``: ``program_XX.ts`` for what program
and screens say (``make translations`` collects it from the source) and ``content_XX.ts`` for the benchmark's own words.
They are read as they are; nothing is compiled. What isn't translated is shown in English.
"""

import hashlib
import locale
import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from app.places import resources_root

ENGLISH = "en"
VARIABLE = "BARTIZAN_LANGUAGE"  # of the environment: a code such as "de"; otherwise the system's setting counts


@dataclass(frozen=True, slots=True)
class Language:
    """A language that can be chosen: its code (ISO 639-1) and its name for itself."""

    code: str
    name: str


# A language is offered when its files are there; the name is what a reader of it looks for in a menu.
_NAMES = {"de": "Deutsch", "en": "English", "es": "Español", "fr": "Français", "it": "Italiano", "nl": "Nederlands"}

# Sentences by (context, source, comment). Contexts are the names of Qt classes, empty for what the program itself says.
Table = dict[tuple[str, str, str], tuple[str, ...]]


class _Chosen:
    """The one language in force; a program speaks to one person."""

    def __init__(self, code: str = ENGLISH) -> None:
        if code != ENGLISH and code not in {one.code for one in languages()}:
            code = ENGLISH
        english = code == ENGLISH
        self.code = code
        self.program: Table = {} if english else _table(folder() / f"program_{code}.ts")
        content = {} if english else _table(folder() / f"content_{code}.ts")
        self.content = {source: forms[0] for (_, source, _), forms in content.items()}
        self.translated = frozenset(text.strip() for text in self.content.values())


_chosen = _Chosen()
_meanwhile: ContextVar[_Chosen | None] = ContextVar("language spoken meanwhile", default=None)


def folder() -> Path:
    """Where the files of the translators are."""
    return resources_root() / "translations"


def languages() -> tuple[Language, ...]:
    """Every language that there is a file for, English first."""
    codes = sorted(path.stem.removeprefix("program_") for path in folder().glob("program_*.ts"))
    return tuple(Language(code, _NAMES.get(code, code)) for code in (ENGLISH, *codes))


def system_language() -> str:
    """The code that the environment asks for, or English: BARTIZAN_LANGUAGE, else the system's setting."""
    there = {one.code for one in languages()}
    asked = os.environ.get(VARIABLE) or _of_system()
    code = asked.replace("-", "_").split("_")[0].split(".")[0].lower()
    return code if code in there else ENGLISH


def _of_system() -> str:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):  # as POSIX orders them
        if value := os.environ.get(name):
            return value
    return locale.getlocale()[0] or ENGLISH


def digest() -> str:
    """SHA-256 of the translations in force, which decide what a report says; empty for English."""
    code = current()
    if code == ENGLISH:
        return ""
    paths = (folder() / f"{kind}_{code}.ts" for kind in ("program", "content"))
    return hashlib.sha256(b"\0".join(path.read_bytes() for path in paths if path.is_file())).hexdigest()


def current() -> str:
    """The code of the language in force."""
    return _now().code


def use(code: str) -> None:
    """Speak that language from now on; one that there is no file for is English."""
    global _chosen  # noqa: PLW0603 - a program speaks one language
    _chosen = _Chosen(code)


def prepare(code: str) -> None:
    """Read the sentences of that language, so that ``use`` finds them read; for any thread."""
    _Chosen(code)


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Speak another language for a while, in this thread alone: a report need not be in its writer's."""
    token = _meanwhile.set(_Chosen(code))
    try:
        yield
    finally:
        _meanwhile.reset(token)


def _now() -> _Chosen:
    return _meanwhile.get() or _chosen


def tr(source: str, comment: str = "", /) -> str:
    """A sentence of the program in the language in force; parts are put in afterwards with ``format``.

    ``comment`` tells equal sources with different meanings apart. The source must be a literal: it is collected from
    the source code.
    """
    return lookup("", source, comment)[0]


def lookup(context: str, source: str, comment: str = "") -> tuple[str, ...]:
    """All plural forms of a sentence, or the source alone. What a class of Qt says has its class as context."""
    return _now().program.get((context, source, comment)) or (source,)


def is_translated(source: str) -> bool:
    """Whether a text of the benchmark would be shown in the language in force; one in English otherwise."""
    now = _now()
    return now.code == ENGLISH or source in now.content


def is_as_written(shown: str) -> bool:
    """Whether a text of the benchmark is shown in English though another language is in force."""
    now = _now()
    return now.code != ENGLISH and shown.strip() not in now.translated


def headed(label: str, *shown: str) -> str:
    """A heading that says so where texts of the benchmark below it, as shown, stay English in another language."""
    return in_english(label) if any(map(is_as_written, filter(None, shown))) else label


def in_english(label: str) -> str:
    """A heading of what stays English in every language, above all what was measured; in another one it says so."""
    return label if current() == ENGLISH else label + tr(" · in English")


def told_in_english(text: str) -> str:
    """A sentence that stays English in every language, where no heading says so: in another one it begins with that.

    It comes last in what a screen reader says, so that the words in the listener's language are heard first.
    """
    return text if not text or current() == ENGLISH else tr("In English: {text}").format(text=text)


def told(source: str) -> str:
    """A text of the benchmark where no heading says that it stays English: ``content``, or ``told_in_english``."""
    shown = content(source).strip()
    return told_in_english(shown) if is_as_written(shown) else shown


def parted(heading: str) -> tuple[str, str]:
    """A heading and what ``in_english`` added to it, for where one stands below the other."""
    added = tr(" · in English")
    label = heading.removesuffix(added)
    return label, "" if label == heading else added.strip(" ·")


def content(source: str) -> str:
    """A text of the benchmark (title, requirement, question) in the language in force, or as it was written."""
    return _now().content.get(source, source)


@lru_cache(maxsize=8)
def _table(path: Path) -> Table:
    """The finished sentences of a Qt Linguist file; none where there is no file."""
    from defusedxml import ElementTree  # noqa: PLC0415 - English needs none

    if not path.is_file():
        return {}
    found: Table = {}
    for context in ElementTree.fromstring(path.read_bytes()).iterfind("context"):
        name = context.findtext("name") or ""
        for message in context.iterfind("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type"):  # unfinished, vanished or obsolete
                continue
            forms = [form.text or "" for form in translation.iterfind("numerusform")] or [translation.text or ""]
            if all(forms):
                found[name, message.findtext("source") or "", message.findtext("comment") or ""] = tuple(forms)
    return found
