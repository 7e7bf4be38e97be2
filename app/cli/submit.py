"""``bartizan submit``: give answers to a second person."""

from pathlib import Path

import click

from app.cli import common
from app.language import tr


@click.command(
    "submit",
    epilog=tr('Example: bartizan submit autumn.bartizan --by "A. Example"'),
    help=tr("Submit the answers in the audit FILE that wait for a review; `bartizan answers` lists them."),
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--answer", "ids", multiple=True, metavar="ID", help=tr("Only this answer; may be repeated. Default: all.")
)
@click.option("--by", required=True, help=tr("Who submits."))
@click.option("--remark", default="", help=tr("A word to the reviewer."))
def command(file: Path, *, ids: tuple[str, ...], by: str, remark: str) -> None:
    """Run it; ``help`` says what it does."""
    audit = common.open_audit(file)
    try:
        made = audit.submit(ids or None, by=by, remark=remark)
        common.say(
            tr("{answers} submitted; the audit is {state}").format(
                answers=common.answers(len(made)), state=audit.info.state
            )
        )
    finally:
        audit.close()
