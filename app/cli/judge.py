"""``bartizan judge``: stored evidence, judged with today's checks."""

from pathlib import Path

import click

from app.audit import Audit
from app.cli import common
from app.cli.summary import print_summary
from app.language import tr


@click.command(
    "judge",
    epilog=tr("Example: bartizan judge autumn.bartizan --checks my-checks"),
    help=tr(
        "Judge the evidence in the audit FILE again; no host is needed. Exit status as of audit.\n\n"
        "A signed audit stays as it was signed: judging it again opens a new revision, which needs --by "
        "and --remark."
    ),
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--checks", "extra", multiple=True, type=click.Path(path_type=Path), help=tr("Your own addenda."))
@click.option("--by", default="", help=tr("Of a signed audit: who opens it again as a new revision."))
@click.option("--remark", default="", help=tr("Of a signed audit: why."))
@click.pass_context
def command(context: click.Context, file: Path, *, extra: tuple[Path, ...], by: str, remark: str) -> None:
    """Run it; ``help`` says what it does."""
    audit = common.open_audit(file, extra)
    try:
        _tell_of_missing(audit)
        count = audit.judge_again(by=by, remark=remark)
        print_summary(audit)
        common.say(tr("Judged again: 1 target") if count == 1 else tr("Judged again: {n} targets").format(n=count))
        status = common.exit_status(audit.findings())
    finally:
        audit.close()
    context.exit(status)


def _tell_of_missing(audit: Audit) -> None:
    """Say which addenda the audit was judged with and is not now: what they failed may pass by the others alone."""
    used = {one for state in audit.states for one in state.addenda}
    missing = sorted(used - {one.id for one in audit.benchmark.addenda})
    if missing:
        said = tr(
            "{file}: it was judged with checks that are not given now ({addenda}), so what they decided isn't decided "
            "by them any more; to judge with them, give their folder: --checks."
        )
        common.complain(said.format(file=audit.path, addenda=", ".join(missing)))
