"""``bartizan verify``: is an audit file, a report or an exported folder whole and unaltered."""

from pathlib import Path

import click

from app.cli import common
from app.errors import UsageError
from app.report.signature import Signature, authority, signatures
from app.reportcheck import ReportCheck, check_report, is_pdf, match
from app.store.verify import verify

_PROVES = (
    "This shows damage and careless change. Who knows how it is made can write another: compare it with the audit file "
    "(bartizan verify AUDIT --pdf REPORT.pdf), or have the report signed (bartizan report --sign-with)."
)


_TRUST = "Of a signed report: the certificate of an authority that signers have to lead to (PEM or DER)."


@click.command("verify", epilog="Example: bartizan verify autumn.bartizan --pdf autumn.pdf")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--seal", default=None, help="Of an audit or folder: the seal as noted; shows missing last entries too.")
@click.option("--pdf", type=click.Path(path_type=Path), help="Of an audit: a report, to compare both to the last byte.")
@click.option("--trust", multiple=True, type=click.Path(path_type=Path), help=_TRUST)
@click.option("--since", type=click.Path(path_type=Path), help="With --pdf: the earlier audit that the report names.")
@click.pass_context
def command(
    context: click.Context,
    file: Path,
    *,
    seal: str | None,
    pdf: Path | None,
    trust: tuple[Path, ...],
    since: Path | None,
) -> None:
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
        if not _report(context, check_report(file), trust):
            common.say(_PROVES)
        context.exit(0)
    if pdf is not None:
        report = check_report(pdf)
        _report(context, report, trust)
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


def _report(context: click.Context, report: ReportCheck, trust: tuple[Path, ...]) -> bool:
    """Say what the report is and whether somebody signed it, or end with what is wrong."""
    about = report.about
    if report.problem or about is None:
        common.complain(report.problem)
        context.exit(1)
    authorities = [authority(path) for path in trust]
    try:
        signed = signatures(report.path, report.size, authorities) if report.added else ()
    except UsageError as error:
        common.complain(f"{error} {report.added} bytes were added after it was written.")
        context.exit(1)
    problems = [problem for one in signed if (problem := _problem(one, trusting=bool(trust)))]
    if report.added and not signed:
        problems.append(f"{report.added} bytes were added after it was written.")
    elif trust and not signed:
        problems.append("nobody signed it.")
    for problem in problems:
        common.complain(f"{report.path}: {problem}")
    if problems:
        context.exit(1)
    common.say(
        f"{report.path}: whole, {len(about.pages)} pages as {about.program} wrote them, as of {about.reported}; audit "
        f"{about.audit}, revision {about.revision}, {about.state}, seal {about.seal}"
    )
    for one in signed:
        led = "it leads to an authority that was given" if trust else "whether to trust that is yours to say (--trust)"
        common.say(
            f"Signed digitally by {one.name} at {one.time or 'a time not told'} by the signer's clock; certificate by "
            f"{one.issuer}: {led}; revocation is not looked up"
        )
    return bool(signed)


def _problem(one: Signature, *, trusting: bool) -> str:
    """What is wrong with a signature, or an empty text."""
    if not one.intact or not one.whole:
        return f"the signature of {one.name} doesn't hold: what it signs was changed, or is not the whole report."
    if trusting and not one.trusted:
        return f"the certificate of {one.name}, by {one.issuer}, doesn't lead to an authority that was given."
    if not one.within:
        return f"{one.name} signed when the certificate wasn't valid, by the signer's clock."
    return ""


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
