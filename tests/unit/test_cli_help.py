"""Every command has a help text with an example that works, and long options."""

import re
import shlex
from pathlib import Path
from typing import Any

import click
import pytest
from cli_rig import Rig, make_rig

from app import __version__
from app.cli.main import COMMANDS, cli

# The contract's commands; others may be added, none may go.
CONTRACT = [
    "audit",
    "signoff",
    "review",
    "report",
    "compare",
    "verify",
    "judge",
    "checks",
    "login",
    "logout",
    "self-test",
]
AUDIT_OPTIONS = {
    "--local",
    "--inventory",
    "--out",
    "--json",
    "--pdf",
    "--identity",
    "--known-hosts",
    "--accept-new-host-keys",
    "--sudo",
    "--role",
    "--platform",
    "--guests",
    "--secrets",
    "--carry",
    "--jobs",
    "--connect-timeout",
    "--probe-timeout",
    "--deadline",
    "--chapter",
    "--checks",
}


def every_command() -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = [()]
    for name in COMMANDS:
        command = cli.get_command(click.Context(cli), name)
        found.append((name,))
        if isinstance(command, click.Group):
            found += [(name, inner) for inner in command.commands if not command.commands[inner].hidden]
    return found


def command_of(words: tuple[str, ...]) -> click.Command:
    command: click.Command = cli
    for word in words:
        assert isinstance(command, click.Group)
        inner = command.get_command(click.Context(command), word)
        assert inner is not None, word
        command = inner
    return command


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> Rig:
    return make_rig(tmp_path, monkeypatch, capsys)


def test_the_commands_of_the_contract_are_there() -> None:
    assert [name for name in COMMANDS if name in CONTRACT] == CONTRACT
    words = {words[1] for words in every_command() if len(words) > 1}
    assert words >= {"list", "show", "validate", "try", "commands"}


def test_the_options_of_the_contract_are_there() -> None:
    def options(*words: str) -> set[str]:
        return {name for option in command_of(words).params for name in option.opts}

    assert options("audit") >= AUDIT_OPTIONS
    assert options("signoff") >= {
        "--item",
        "--target",
        "--all-targets",
        "--result",
        "--by",
        "--role",
        "--remark",
        "--expires",
        "--attach",
    }
    assert options("review") >= {"--accept", "--reject", "--by", "--remark"}
    assert options("report") >= {"--format", "--out"}
    assert options("compare") >= {"--json"}
    assert options("judge") >= {"--checks"}


@pytest.mark.parametrize("words", every_command(), ids=lambda words: " ".join(words) or "bartizan")
def test_help(run: Rig, words: tuple[str, ...]) -> None:
    for option in ("--help", "-h"):
        ran = run(*words, option)
        assert (ran.status, ran.err) == (0, "")
        assert re.search(r"\bExample: +bartizan ", " ".join(ran.out.split()))
        assert run.files == set()


@pytest.mark.parametrize("words", every_command(), ids=lambda words: " ".join(words) or "bartizan")
def test_the_example_is_of_this_command_and_can_be_parsed(words: tuple[str, ...]) -> None:
    command = command_of(words)
    assert command.epilog is not None
    example = shlex.split(command.epilog.removeprefix("Example: "))
    assert example[0] == "bartizan"
    assert tuple(example[1 : 1 + len(words)]) == words
    if words and not isinstance(command, click.Group):
        above = click.Context(cli, **cli.context_settings)  # or the command keeps a help without -h for later tests
        context = command.make_context(words[-1], example[1 + len(words) :], parent=above)  # a complaint fails the test
        assert context.command is command


@pytest.mark.parametrize("words", every_command(), ids=lambda words: " ".join(words) or "bartizan")
def test_options_are_long_and_say_what_they_are(words: tuple[str, ...]) -> None:
    for option in command_of(words).params:
        if isinstance(option, click.Option):
            assert any(name.startswith("--") for name in option.opts)
            spelt = option.help or isinstance(option.type, click.Choice)
            assert spelt, option.name


def test_version(run: Rig) -> None:
    ran = run("--version")
    assert (ran.status, ran.out) == (0, f"Bartizan, version {__version__}\n")


def test_the_list_of_commands_names_each_with_its_sentence(run: Rig) -> None:
    out = run("--help").out
    for name in COMMANDS:
        assert re.search(rf"^  {re.escape(name)} +[A-Z]", out, re.MULTILINE), name


def test_alone_it_opens_the_wizard(run: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[bool] = []

    def wizard() -> int:
        opened.append(True)
        return 7

    monkeypatch.setattr("app.cli.main.open_wizard", wizard)
    assert run().status == 7
    assert opened == [True]


@pytest.mark.parametrize("group", [(), ("checks",)])
def test_the_list_of_commands_says_of_each_what_it_does_in_a_whole_sentence(run: Rig, group: tuple[str, ...]) -> None:
    listed = run(*group, "--help").out.partition("Commands:")[2].partition("Example:")[0]
    text = " ".join(listed.split()).replace("ssh://...", "ssh://")
    assert "..." not in text
    names = [words[-1] for words in every_command() if words and words[:-1] == group]
    assert len(names) > 3
    for name in names:
        assert re.search(rf"\b{re.escape(name)} [A-Z][^.]+\.", text), name
