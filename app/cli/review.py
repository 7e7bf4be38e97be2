"""``bartizan review``: a second person accepts or rejects answers."""

from pathlib import Path

import click

from app.cli import common
from app.errors import UsageError
from app.language import tr
from app.overrides import awaiting_review


@click.command(
    "review",
    epilog=tr('Example: bartizan review autumn.bartizan --accept 12 --accept 13 --by "B. Example" --remark "Seen"'),
    help=tr("Accept or reject answers in the audit FILE; ids are those that signoff printed. All of them or none."),
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--accept", multiple=True, metavar="ID", help=tr("The number of an answer to accept."))
@click.option("--reject", multiple=True, metavar="ID", help=tr("The number of an answer to reject."))
@click.option("--accept-all", is_flag=True, help=tr("Accept every answer that was submitted, but those to reject."))
@click.option("--by", required=True, help=tr("Who reviews."))
@click.option("--remark", required=True, help=tr("Why."))
@click.option(
    "--single-person", is_flag=True, help=tr("Mark the audit so that one may accept one's own; reports say it.")
)
def command(
    file: Path,
    *,
    accept: tuple[str, ...],
    reject: tuple[str, ...],
    accept_all: bool,
    by: str,
    remark: str,
    single_person: bool,
) -> None:
    """Run it; ``help`` says what it does."""
    if accept_all and accept:
        raise UsageError(tr("Give either --accept ID or --accept-all."))
    if not accept and not reject and not accept_all:
        raise UsageError(tr("Name at least one answer with --accept ID or --reject ID, or give --accept-all."))
    if both := set(accept) & set(reject):
        raise UsageError(tr("{names}: can't be accepted and rejected at once.").format(names=", ".join(sorted(both))))
    audit = common.open_audit(file)
    try:
        if accept_all:
            waiting = awaiting_review(audit.overrides())
            accept = tuple(one.id for one in waiting if one.review == "submitted" and one.id not in reject)
            if not accept and not reject:
                raise UsageError(
                    tr("{file}: no answer was submitted; `bartizan submit` gives them to a second person.").format(
                        file=file
                    )
                )
        accept, reject = tuple(dict.fromkeys(accept)), tuple(dict.fromkeys(reject))
        audit.reviews(accept, reject, by=by, remark=remark, single_person=single_person)
        common.say(tr("{accepted} accepted, {rejected} rejected").format(accepted=len(accept), rejected=len(reject)))
    finally:
        audit.close()
