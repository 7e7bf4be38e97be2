"""``bartizan history``: who did what when."""

from datetime import date
from pathlib import Path

import click

from app.cli import common
from app.errors import UsageError
from app.overrides import local_today


@click.command(
    "history", epilog='Example: bartizan history autumn.bartizan --item 4.1-a --target hv1 --who "A. Example"'
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--item", default="", help="Only what was measured and said of this item.")
@click.option("--target", default=None, help="With --item: on this machine; default: for the site.")
@click.option("--who", default="", help="Only what this person did.")
@click.option("--after", default=None, metavar="YYYY-MM-DD", help="Only from this day on.")
def command(file: Path, *, item: str, target: str | None, who: str, after: str | None) -> None:
    """List what happened in the audit FILE, oldest first; times are those of this computer's zone."""
    try:
        first = date.fromisoformat(after) if after else None
    except ValueError:
        raise UsageError(f"--after {after}: write the day as YYYY-MM-DD.") from None
    if target is not None and not item:
        raise UsageError("--target narrows --item ID; give both.")
    audit = common.open_audit(file, readonly=True)
    try:
        if item:
            audit.finding(item, target)
        for line in audit.history(item, target):
            if who and line.who.casefold() != who.casefold():
                continue
            if first is not None and local_today(line.time) < first:
                continue
            when = line.time.astimezone().strftime("%Y-%m-%d %H:%M:%S %z")
            common.say(f"{line.seq:5} {when} {line.who or '-'}: {line.what}")
    finally:
        audit.close()
