"""``bartizan report``: a report from a stored audit."""

from pathlib import Path

import click

from app.audit import Audit
from app.cli import common
from app.errors import UsageError
from app.report.changes import Earlier
from app.report.formats import COMPARING, FORMATS


@click.command("report", epilog="Example: bartizan report autumn.bartizan --format pdf --out autumn.pdf")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--format", "format_", required=True, type=click.Choice(sorted(FORMATS)), help="Which kind of report.")
@click.option("--out", required=True, type=click.Path(path_type=Path), help="Where to write it.")
@click.option("--since", type=click.Path(path_type=Path), help="Of pdf and folder: say what changed since this audit.")
def command(file: Path, *, format_: str, out: Path, since: Path | None) -> None:
    """Write a report from the audit FILE; no host is needed. The format folder makes a folder, form a questionnaire."""
    if since is not None and format_ not in COMPARING:
        raise UsageError(f"--since: only {' and '.join(COMPARING)} say what changed; leave it out for {format_}.")
    if out.resolve() == file.resolve():
        raise UsageError(f"{out}: is the audit itself; choose another name for the report.")
    if format_ != "folder":
        common.writable(out)
    audit = common.open_audit(file, readonly=True)
    try:
        document = audit.document()
        if since is None:
            FORMATS[format_](document, out)
        else:
            COMPARING[format_](document, out, _earlier(audit, since))
    finally:
        audit.close()
    common.say(f"Report written to {out}")


def _earlier(audit: Audit, since: Path) -> Earlier:
    old = common.open_audit(since, readonly=True)
    try:
        return audit.since(old)
    finally:
        old.close()
