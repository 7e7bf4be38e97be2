"""``bartizan submit``: give answers to a second person."""

from pathlib import Path

import click

from app.cli import common
from app.report.wording import plural


@click.command("submit", epilog='Example: bartizan submit autumn.bartizan --by "A. Example"')
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--answer", "ids", multiple=True, metavar="ID", help="Only this answer; may be repeated. Default: all.")
@click.option("--by", required=True, help="Who submits.")
@click.option("--remark", default="", help="A word to the reviewer.")
def command(file: Path, *, ids: tuple[str, ...], by: str, remark: str) -> None:
    """Submit the answers in the audit FILE that wait for a review; `bartizan answers` lists them."""
    audit = common.open_audit(file)
    try:
        made = audit.submit(ids or None, by=by, remark=remark)
        common.say(f"{plural(len(made), 'answer')} submitted; the audit is {audit.info.state}")
    finally:
        audit.close()
