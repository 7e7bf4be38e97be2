"""``bartizan answers``: what people answered, and answers from a questionnaire that was filled in."""

from pathlib import Path

import click

from app.cli import common
from app.errors import UsageError
from app.language import tr
from app.overrides import AnswerState
from app.record import Finding
from app.report.wording import changed_word


@click.command(
    "answers",
    epilog=tr(
        'Example: bartizan answers autumn.bartizan --from form.pdf --by "D. Example" --role "Data centre manager"'
    ),
    help=tr(
        "List the answers and open questions in the audit FILE, or take in those of a filled form.\n\n"
        "The form to fill in is made by `bartizan report FILE --format form --out FORM.pdf`.\n\n"
        "Exit status with --from: 0 all that the form says was taken, 2 some of it was refused, 3 the form "
        "can't be used."
    ),
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--state", type=click.Choice([one.value for one in AnswerState]), help=tr("List only answers in this state.")
)
@click.option(
    "--from", "form", type=click.Path(path_type=Path), help=tr("Take in the answers of this filled PDF form.")
)
@click.option("--by", default="", help=tr("With --from: who answered, if the form doesn't say it."))
@click.option("--role", default="", help=tr("With --from: in which role, if the form doesn't say it."))
@click.pass_context
def command(context: click.Context, /, **given: object) -> None:
    """Run it; ``help`` says what it does."""
    file, form = Path(str(given["file"])), given["form"]
    if form is None:
        if given["by"] or given["role"]:
            raise UsageError(tr("--by and --role go with --from FORM.pdf."))
        _list(file, str(given["state"] or ""))
    else:
        context.exit(_take_in(file, Path(str(form)), str(given["by"]), str(given["role"])))


def _list(file: Path, state: str) -> None:
    audit = common.open_audit(file, readonly=True)
    try:
        shown = [one for one in audit.findings() if one.overrides or one.state == AnswerState.AWAITING]
        for finding in shown:
            if not state or finding.state == state:
                common.say(_line(finding))
    finally:
        audit.close()


def _line(finding: Finding) -> str:
    measured = finding.measured
    place = measured.target or tr("site")
    start = f"{finding.state:14} {measured.item:9} {place}: {finding.effective}"
    if not finding.overrides:
        return start
    last = finding.overrides[-1]
    said = tr("{kind} {id} by {by} until {day}") if last.expires else tr("{kind} {id} by {by}")
    parts = [start, said.format(kind=last.kind, id=last.id, by=last.by, day=last.expires)]
    if last.origin:
        parts.append(tr("carried over"))
    if finding.outdated:
        parts.append(tr("{what} changed").format(what=changed_word(finding.outdated)))
    return ", ".join(parts)


def _take_in(file: Path, form: Path, by: str, role: str) -> int:
    from app.replies import take_in  # noqa: PLC0415 - beside its only use

    audit = common.open_audit(file)
    try:
        taken = take_in(audit, form, by=by, role=role)
    finally:
        audit.close()
    for one in taken.given:
        common.say(common.answered(one, one.new))
    for left in taken.refused:
        said = tr("{item} on {target}: not taken: {reason}") if left.target else tr("{item}: not taken: {reason}")
        common.complain(said.format(item=left.item, target=left.target, reason=left.reason))
    common.say(
        tr("{answers} taken, {refused} refused, {empty} left empty").format(
            answers=common.answers(len(taken.given)), refused=len(taken.refused), empty=taken.empty
        )
    )
    return common.UNDECIDED if taken.refused else common.ALL_FINE
