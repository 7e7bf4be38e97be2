"""``bartizan report``: a report from a stored audit."""

from pathlib import Path

import click

from app.cli import common
from app.errors import UsageError
from app.report.formats import FORMATS


@click.command("report", epilog="Example: bartizan report autumn.bartizan --format pdf --out autumn.pdf")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--format", "format_", required=True, type=click.Choice(sorted(FORMATS)), help="Which kind of report.")
@click.option("--out", required=True, type=click.Path(path_type=Path), help="Where to write it.")
def command(file: Path, *, format_: str, out: Path) -> None:
    """Write a report from the audit FILE; no host is needed."""
    if out.resolve() == file.resolve():
        raise UsageError(f"{out}: is the audit itself; choose another name for the report.")
    common.writable(out)
    audit = common.open_audit(file, readonly=True)
    try:
        FORMATS[format_](audit.document(), out)
    finally:
        audit.close()
    common.say(f"Report written to {out}")
