"""``bartizan history``: who did what when."""

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from app.chronicle import KINDS, selected
from app.cli import common
from app.days import read_day
from app.errors import UsageError
from app.language import tr
from app.record import HistoryLine


@click.command(
    "history",
    epilog=tr('Example: bartizan history autumn.bartizan --item 4.1-a --target hv1 --who "A. Example"'),
    help=tr("List what happened in the audit FILE, oldest first; times and days are those of this computer's zone."),
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--item", default="", help=tr("Only what was said of this item; with a machine, what was measured too."))
@click.option("--target", default=None, help=tr("Only what concerns this machine."))
@click.option("--who", default="", help=tr("Only what this person did."))
@click.option("--kind", type=click.Choice([*KINDS]), default=None, help=tr("Only entries of this kind."))
@click.option("--after", default=None, metavar="YYYY-MM-DD", help=tr("Only from this day on."))
@click.option("--before", default=None, metavar="YYYY-MM-DD", help=tr("Only until this day, and on it."))
@click.option("--json", "json_out", is_flag=True, help=tr("Print JSON, one object a line, with times in UTC."))
def command(
    file: Path,
    *,
    item: str,
    target: str | None,
    who: str,
    kind: str | None,
    after: str | None,
    before: str | None,
    json_out: bool,
) -> None:
    """Run it; ``help`` says what it does."""
    first, last = _day("--after", after), _day("--before", before)
    audit = common.open_audit(file, readonly=True)
    try:
        places = {(one.measured.item, one.measured.target) for one in audit.findings()}
        if item and item not in {one for one, _ in places}:
            raise UsageError(tr("{item}: there is no such item; `bartizan checks list` names them.").format(item=item))
        if target and target not in {one.name for one in audit.targets}:
            raise UsageError(tr("{target}: is no machine of this audit.").format(target=target))
        if item and (item, target) in places:
            lines = audit.history(item, target)  # what was measured stands in no line of the whole history
        else:
            lines = selected(audit.history(), item=item, target=target or "")
        _print(selected(lines, who=who, kind=kind or "", first=first, last=last), json_out=json_out)
    finally:
        audit.close()


def _print(lines: Sequence[HistoryLine], *, json_out: bool) -> None:
    for line in lines:
        if json_out:
            from app.report.jsonreport import history_line  # noqa: PLC0415 - beside its only use

            common.say_whole(json.dumps(history_line(line)))
        else:
            when = line.time.astimezone().strftime("%Y-%m-%d %H:%M:%S %z")
            common.say(f"{line.seq:5} {when} {line.who or '-'}: {line.what}")


def _day(option: str, text: str | None) -> date | None:
    return read_day(text, f"{option} {text}") if text else None
