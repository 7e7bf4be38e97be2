"""``bartizan review``: a second person accepts or rejects answers."""

from dataclasses import replace
from pathlib import Path

import click

from app.cli import common
from app.errors import UsageError


@click.command(
    "review",
    epilog='Example: bartizan review autumn.bartizan --accept 12 --accept 13 --by "B. Example" --remark "Seen"',
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--accept", multiple=True, metavar="ID", help="The number of an answer to accept.")
@click.option("--reject", multiple=True, metavar="ID", help="The number of an answer to reject.")
@click.option("--by", required=True, help="Who reviews.")
@click.option("--remark", required=True, help="Why.")
@click.option("--single-person", is_flag=True, help="Mark the audit so that one may accept one's own; reports say it.")
def command(
    file: Path, *, accept: tuple[str, ...], reject: tuple[str, ...], by: str, remark: str, single_person: bool
) -> None:
    """Accept or reject answers in the audit FILE; ids are those that signoff printed."""
    if not accept and not reject:
        raise UsageError("Name at least one answer with --accept ID or --reject ID.")
    if both := set(accept) & set(reject):
        raise UsageError(f"{', '.join(sorted(both))}: can't be accepted and rejected at once.")
    audit = common.open_audit(file)
    try:
        if single_person and not audit.info.single_person:
            audit.set_info(replace(audit.info, single_person=True))
        if accept:
            audit.review(accept, accept=True, by=by, remark=remark)
        if reject:
            audit.review(reject, accept=False, by=by, remark=remark)
        common.say(f"{len(accept)} accepted, {len(reject)} rejected")
    finally:
        audit.close()
