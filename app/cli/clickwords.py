"""click's own words (usage, options, what is wrong with an option) in the language in force.

click looks them up by gettext, which would want compiled catalogues beside the one table that all other sentences come
from; so its modules are given a look-up that asks that table.
"""

import importlib

from app import language
from app.language import tr

_MODULES = ("core", "decorators", "exceptions", "formatting", "parser", "termui", "types")


def speak() -> None:
    """Have click say its words in the language in force; in English it is left as it is."""
    if language.current() == language.ENGLISH:
        return
    for name in _MODULES:
        module = importlib.import_module(f"click.{name}")
        for attribute, ours in (("_", _word), ("ngettext", _plural)):
            if hasattr(module, attribute):
                setattr(module, attribute, ours)


def _word(source: str) -> str:
    return _words().get(source, source)


def _plural(one: str, many: str, count: int) -> str:
    return _word(one if count == 1 else many)


def _words() -> dict[str, str]:
    """Those that a person can get to see here, by click's English; literals, so that they are collected."""
    return {
        "Usage:": tr("Usage:"),
        "Options": tr("Options"),
        "Commands": tr("Commands"),
        "Show this message and exit.": tr("Show this message and exit."),
        "default: {default}": tr("default: {default}"),
        "required": tr("required"),
        "Missing command.": tr("Missing command."),
        "Missing argument": tr("Missing argument"),
        "Missing option": tr("Missing option"),
        "Missing parameter": tr("Missing parameter"),
        "Invalid value: {message}": tr("Invalid value: {message}"),
        "Invalid value for {param_hint}: {message}": tr("Invalid value for {param_hint}: {message}"),
        "No such option {name!r}.": tr("No such option {name!r}."),
        "No such command {name!r}.": tr("No such command {name!r}."),
        "Did you mean {possibility}?": tr("Did you mean {possibility}?"),
        "(Did you mean one of: {possibilities}?)": tr("(Did you mean one of: {possibilities}?)"),
        "Option {name!r} does not take a value.": tr("Option {name!r} does not take a value."),
        "Option {name!r} requires an argument.": tr("Option {name!r} requires an argument."),
        "Option {name!r} requires {nargs} arguments.": tr("Option {name!r} requires {nargs} arguments."),
        "Got unexpected extra argument ({args})": tr("Got unexpected extra argument ({args})"),
        "Got unexpected extra arguments ({args})": tr("Got unexpected extra arguments ({args})"),
        "{value!r} is not {choice}.": tr("{value!r} is not {choice}."),
        "{value!r} is not one of {choices}.": tr("{value!r} is not one of {choices}."),
        "{value!r} is not a valid {number_type}.": tr("{value!r} is not a valid {number_type}."),
        "{value} is not in the range {range}.": tr("{value} is not in the range {range}."),
    }
