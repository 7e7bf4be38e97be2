"""``bartizan verify``: is an audit file, a report or an exported folder whole and unaltered."""

from pathlib import Path

import click

from app.cli import common
from app.errors import UsageError
from app.reportcheck import ReportCheck, check_report, is_pdf, match
from app.store.verify import verify

_PROVES = (
    "This shows damage and careless change. Who knows how it is made can write another: compare it with the audit file "
    "(bartizan verify AUDIT --pdf REPORT.pdf), or have the report signed (bartizan report --sign-with)."
)


@click.command("verify", epilog="Example: bartizan verify autumn.bartizan --pdf autumn.pdf")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--seal", default=None, help="Of an audit or folder: the seal as noted; shows missing last entries too.")
@click.option("--pdf", type=click.Path(path_type=Path), help="Of an audit: a report, to compare both to the last byte.")
@click.option("--since", type=click.Path(path_type=Path), help="With --pdf: the earlier audit that the report names.")
@click.pass_context
def command(context: click.Context, file: Path, *, seal: str | None, pdf: Path | None, since: Path | None) -> None:
    """Check every entry of the audit FILE, every byte of a report, or every file of an exported folder.

    Exit status 0 whole, 1 altered or damaged.
    """
    if pdf is None and since is not None:
        raise UsageError("--since goes with --pdf REPORT.pdf.")
    if pdf is not None and (seal or file.is_dir() or is_pdf(file)):
        raise UsageError("--pdf goes with an audit file, and takes the seal from the report.")
    if file.is_dir():
        _folder(context, file, seal)
    if is_pdf(file):
        if seal:
            raise UsageError("--seal goes with an audit file or folder.")
        _report(context, check_report(file))
        common.say(_PROVES)
        context.exit(0)
    if pdf is not None:
        report = check_report(pdf)
        _report(context, report)
        matched = match(report, file, common.content(), since)
        if matched.problem:
            common.complain(matched.problem)
            context.exit(1)
        common.say(f"{file}: {matched.compared}")
        context.exit(0)
    found = verify(file, seal)
    if found.whole:
        common.say(f"{file}: whole, {found.entries} entries, seal {found.seal}")
        context.exit(0)
    common.complain(found.problem)
    context.exit(1)


def _report(context: click.Context, report: ReportCheck) -> None:
    """Say what the report is, or end with what is wrong."""
    about, problem = report.about, report.problem
    if not problem and report.added:
        problem = f"{report.path}: {report.added} bytes were added after it was written."
    if problem or about is None:
        common.complain(problem)
        context.exit(1)
    common.say(
        f"{report.path}: whole, {len(about.pages)} pages as {about.program} wrote them, as of {about.reported}; audit "
        f"{about.audit}, revision {about.revision}, {about.state}, seal {about.seal}"
    )


def _folder(context: click.Context, folder: Path, seal: str | None) -> None:
    from app.report.manifest import check_folder  # noqa: PLC0415 - beside its only use

    found = check_folder(folder)
    problem = found.problem
    if not problem and seal and seal.strip().lower() != found.seal:
        problem = f"{folder}: was exported under another seal, {found.seal}."
    if problem:
        common.complain(problem)
        context.exit(1)
    common.say(f"{folder}: whole, {found.files} files, exported under the seal {found.seal}")
    context.exit(0)
