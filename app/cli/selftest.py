"""``bartizan self-test``: whether an installed program has all its parts."""

import importlib
import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import click

from app.cli import common
from app.crash import TracedError
from app.errors import BartizanError
from app.language import tr
from app.places import resources_root
from app.report.wording import decimal

_POLL = 0.02  # seconds


def _content() -> str:
    benchmark = common.content()
    return tr("{items} items, {addenda} addenda").format(items=len(benchmark.rules), addenda=len(benchmark.addenda))


def _resources() -> str:
    wanted = ["fonts/DejaVuSans.ttf", "icons/bartizan.svg"]
    missing = [name for name in wanted if not (resources_root() / name).is_file()]
    if missing:
        raise BartizanError(tr("missing: {names}").format(names=", ".join(missing)))
    return tr("fonts and icons are there")


def _keyring() -> str:
    return str(importlib.import_module("app.credentials").round_trip())


def _qt() -> str:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    core = importlib.import_module("PySide6.QtWidgets")
    application = core.QApplication.instance() or core.QApplication(["bartizan"])
    widget = core.QLabel("Bartizan")
    widget.setTextFormat(importlib.import_module("PySide6.QtCore").Qt.TextFormat.PlainText)
    size = widget.grab().size()
    return tr("{platform}, drew {width} x {height} pixels").format(
        platform=application.platformName(), width=size.width(), height=size.height()
    )


def _pdf() -> str:
    from app.audit import Audit, new_info  # noqa: PLC0415 - beside its only use
    from app.report.formats import FORMATS  # noqa: PLC0415 - the same

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "self-test.pdf"
        audit = Audit.create(Path(folder) / "self-test.bartizan", new_info("Self-test"), common.content())
        try:
            FORMATS["pdf"](audit.document(), path)
        finally:
            audit.close()
        return tr("{n} bytes").format(n=path.stat().st_size)


def _process() -> str:
    """Whether the wizard's own process for runs starts, has what it needs, and answers."""
    from app.audit import Audit, new_info  # noqa: PLC0415 - beside its only use
    from app.engine.remote import Remote  # noqa: PLC0415 - the same

    remote, begun = Remote(lambda _bug: None), time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "self-test.bartizan"
        Audit.create(path, new_info("Self-test"), common.content()).close()
        try:
            remote.compared(path, common.content())
        except TracedError as error:
            raise BartizanError(str(error).splitlines()[-1]) from error
        finally:
            remote.close()
            while not remote.idle():
                time.sleep(_POLL)
    return tr("answered within {seconds} s").format(seconds=decimal(time.monotonic() - begun))


PARTS: dict[str, Callable[[], str]] = {
    "content": _content,
    "resources": _resources,
    "keyring": _keyring,
    "Qt": _qt,
    "PDF": _pdf,
    "process": _process,
}
OPTIONAL = {"keyring"}  # a server without a keyring still audits with keys and --secrets


@click.command(
    "self-test",
    epilog=tr("Example: bartizan self-test"),
    help=tr("Try content, resources, keyring, Qt, PDF and processes; exit status 0 if all that is needed works."),
)
@click.pass_context
def command(context: click.Context) -> None:
    """Run it; ``help`` says what it does."""
    failed = False
    for name, part in PARTS.items():
        try:
            common.say(f"ok       {name}: {part()}")
        except (BartizanError, ImportError, OSError) as error:
            needed = name not in OPTIONAL
            failed = failed or needed
            common.say(f"{'failed' if needed else 'missing':8} {name}: {error}")
    context.exit(common.OWN_ERROR if failed else common.ALL_FINE)
