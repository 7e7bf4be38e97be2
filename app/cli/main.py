"""``bartizan``: the group of commands; alone it opens the wizard."""

import importlib
import io
import logging
import os
import sys
import traceback

import click

from app import __version__, language
from app.cli import clickwords, common
from app.cli.group import Group
from app.cli.interrupt import ended_in_order
from app.errors import BartizanError, ContentError
from app.language import tr
from app.secrecy import hide, no_core_dumps

COMMANDS = {
    "audit": "app.cli.audit",
    "signoff": "app.cli.signoff",
    "answers": "app.cli.answers",
    "withdraw": "app.cli.withdraw",
    "confirm": "app.cli.confirm",
    "submit": "app.cli.submit",
    "review": "app.cli.review",
    "sign": "app.cli.sign",
    "revise": "app.cli.revise",
    "history": "app.cli.history",
    "report": "app.cli.report",
    "compare": "app.cli.compare",
    "verify": "app.cli.verify",
    "judge": "app.cli.judge",
    "checks": "app.cli.checks",
    "login": "app.cli.login",
    "logout": "app.cli.logout",
    "self-test": "app.cli.selftest",
}


class LazyGroup(Group):
    """Imports a command's module only when it is called: a start costs what it uses."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """All commands, in the order of the contract."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """The command of that name."""
        module = COMMANDS.get(cmd_name)
        if module is None:
            return None
        command: click.Command = importlib.import_module(module).command
        return command


@click.group(
    cls=LazyGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=tr("Example: bartizan audit root@hv1 --pdf hv1.pdf"),
    help=tr(
        "Audit virtual machine hosts and guests against a vendor-neutral security guideline.\n\n"
        "Alone, it opens the wizard. Each command has its own --help with an example."
    ),
)
@click.version_option(
    __version__,
    prog_name="Bartizan",
    message=tr("%(prog)s, version %(version)s"),
    help=tr("Show the version and exit."),
)
@click.option("--debug", is_flag=True, help=tr("Show tracebacks and log what is done."))
@click.pass_context
def cli(context: click.Context, *, debug: bool) -> None:
    """Run it; ``help`` says what it does."""
    if debug:
        handler = logging.StreamHandler()
        handler.setFormatter(_Hushed("%(levelname)s %(name)s: %(message)s"))
        logging.basicConfig(level=logging.DEBUG, handlers=[handler])
        logging.getLogger("paramiko").setLevel(logging.INFO)  # its debug lines hold user names and key types, no more
    if context.invoked_subcommand is None:
        context.exit(open_wizard())


class _Hushed(logging.Formatter):
    """Log lines and their traces without secrets."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        return hide(super().format(record))


def open_wizard() -> int:
    """Start the wizard; the command line knows the screen only by this name."""
    return int(importlib.import_module("ui.main").main(sys.argv[:1]))


def _never_fail_to_print() -> None:
    """A name that the terminal can't show is printed as an escape; it is no reason to fail.

    Nor is a stream that the caller has closed: it leads nowhere, and no file of ours is opened under its number, into
    which a child would then print.
    """
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:
            nowhere = os.open(os.devnull, os.O_RDWR)  # the lowest number that is free: this stream's
            if name != "stdin":  # commands that read it say that it isn't there
                setattr(sys, name, os.fdopen(nowhere, "w", encoding="utf-8"))
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _usage(error: click.ClickException) -> str:
    """Its sentence; where click would print a whole help text, the commands that there are."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError) and error.ctx is not None:
        group = error.ctx.command
        if isinstance(group, click.Group):
            names = sorted(name for name, command in group.commands.items() if not command.hidden)
            return tr("{group}: name one of its commands: {names}.").format(group=group.name, names=", ".join(names))
    return error.format_message()


def _failed(error: Exception) -> int:
    """Say what nobody foresaw; the exit status. A path that the system refuses is the caller's to mend, a bug ours."""
    if isinstance(error, OSError) and isinstance(error.filename, str):
        said = tr("{path}: can't be used ({why}); choose another file or folder.")
        common.complain(said.format(path=error.filename, why=error.strerror))
        return common.BAD_INPUT
    said = tr("The program failed ({kind}); run again with --debug and report what it prints.")
    common.complain(said.format(kind=type(error).__name__))
    return common.OWN_ERROR


def main(arguments: list[str] | None = None) -> None:
    """Run, and turn every known fault into one line and its exit status (contract: 3 bad input, 4 own error)."""
    if getattr(sys, "frozen", False):
        importlib.import_module("multiprocessing").freeze_support()  # a foreign form is read in a process of its own
    no_core_dumps()
    given = sys.argv[1:] if arguments is None else arguments
    debug = "--debug" in given
    if debug:  # wherever it stands: people add it at the end
        given = ["--debug", *(one for one in given if one != "--debug")]
    _never_fail_to_print()
    language.use(language.system_language())
    clickwords.speak()
    try:
        with ended_in_order():
            status = cli.main(args=given, prog_name="bartizan", standalone_mode=False)
    except click.exceptions.Abort:  # click's word for Ctrl-C, behind a line break of its own
        common.complain(tr("Interrupted."))
        status = common.INTERRUPTED
    except click.ClickException as error:
        common.complain(tr("{problem} Try --help.").format(problem=_usage(error)))
        status = common.BAD_INPUT
    except common.OutputLostError as error:
        common.complain(str(error))
        status = common.OWN_ERROR
    except BartizanError as error:
        for line in error.problems if isinstance(error, ContentError) else [str(error)]:
            common.complain(line)
        status = common.BAD_INPUT
    except KeyboardInterrupt:
        common.complain(tr("Interrupted."))
        status = common.INTERRUPTED
    except SystemExit:
        status = common.OWN_ERROR  # click's only one here: the reader of our output has gone, which it hushes up
    except Exception as error:  # noqa: BLE001 - the last boundary: a bug gets one line, and a traceback only when asked for
        if debug:
            sys.stderr.write(hide(traceback.format_exc()))
        status = _failed(error)
    sys.exit(status if isinstance(status, int) else 0)
