"""``bartizan answers``: what people answered, and answers from a questionnaire that was filled in."""

from pathlib import Path

import click

from app.cli import common
from app.errors import UsageError
from app.model import Finding
from app.overrides import AnswerState
from app.report.wording import CHANGED, plural


@click.command(
    "answers",
    epilog='Example: bartizan answers autumn.bartizan --from form.pdf --by "D. Example" --role "Data centre manager"',
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--state", type=click.Choice([one.value for one in AnswerState]), help="List only answers in this state.")
@click.option("--from", "form", type=click.Path(path_type=Path), help="Take in the answers of this filled PDF form.")
@click.option("--by", default="", help="With --from: who answered, if the form doesn't say it.")
@click.option("--role", default="", help="With --from: in which role, if the form doesn't say it.")
@click.pass_context
def command(context: click.Context, /, **given: object) -> None:
    """List the answers and open questions in the audit FILE, or take in those of a filled form.

    The form to fill in is made by `bartizan report FILE --format form --out FORM.pdf`.

    Exit status with --from: 0 all that the form says was taken, 2 some of it was refused, 3 the form can't be used.
    """
    file, form = Path(str(given["file"])), given["form"]
    if form is None:
        if given["by"] or given["role"]:
            raise UsageError("--by and --role go with --from FORM.pdf.")
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
    start = f"{finding.state:14} {measured.item:9} {measured.target or 'site'}: {finding.effective}"
    if not finding.overrides:
        return start
    last = finding.overrides[-1]
    until = f" until {last.expires}" if last.expires else ""
    carried = ", carried over" if last.origin else ""
    changed = f", {CHANGED[finding.outdated]} changed" if finding.outdated in CHANGED else ""
    return f"{start}, {last.kind} {last.id} by {last.by}{until}{carried}{changed}"


def _take_in(file: Path, form: Path, by: str, role: str) -> int:
    from app.replies import take_in  # noqa: PLC0415 - beside its only use

    audit = common.open_audit(file)
    try:
        taken = take_in(audit, form, by=by, role=role)
    finally:
        audit.close()
    for one in taken.given:
        common.say(f"{one.item}{f' on {one.target}' if one.target else ''}: {one.new} by {one.by}, entry {one.id}")
    for left in taken.refused:
        common.complain(f"{left.item}{f' on {left.target}' if left.target else ''}: not taken: {left.reason}")
    common.say(f"{plural(len(taken.given), 'answer')} taken, {len(taken.refused)} refused, {taken.empty} left empty")
    return common.UNDECIDED if taken.refused else common.ALL_FINE
