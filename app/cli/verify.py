"""``bartizan verify``: is an audit file, a report or an exported folder whole and unaltered."""

from pathlib import Path

import click

from app.cli import common
from app.errors import UsageError
from app.language import tr
from app.report.signature import Signature, authority, signatures
from app.report.wording import counted
from app.reportcheck import ReportCheck, check_export, check_report, is_pdf, match
from app.store.verify import verify

_PROVES = tr(
    "This shows damage and careless change. Who knows how it is made can write another: compare it "
    "with the audit file (bartizan verify AUDIT --pdf REPORT.pdf), or have the report signed (bartizan "
    "report --sign-with)."
)


_TRUST = tr("Of a signed report or folder: the certificate of an authority that signers have to lead to (PEM or DER).")


@click.command(
    "verify",
    epilog=tr("Example: bartizan verify autumn.bartizan --pdf autumn.pdf"),
    help=tr(
        "Check every entry of the audit FILE, every byte of a report, or every file of an exported "
        "folder.\n\n"
        "Exit status 0 whole, 1 altered or damaged."
    ),
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--seal", default=None, help=tr("Of an audit or folder: the seal as noted; shows missing last entries too.")
)
@click.option(
    "--pdf", type=click.Path(path_type=Path), help=tr("Of an audit: a report, to compare both to the last byte.")
)
@click.option("--trust", multiple=True, type=click.Path(path_type=Path), help=_TRUST)
@click.option(
    "--since", type=click.Path(path_type=Path), help=tr("With --pdf: the earlier audit that the report names.")
)
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
    """Run it; ``help`` says what it does."""
    if pdf is None and since is not None:
        raise UsageError(tr("--since goes with --pdf REPORT.pdf."))
    if pdf is not None and (seal or file.is_dir() or is_pdf(file)):
        raise UsageError(tr("--pdf goes with an audit file, and takes the seal from the report."))
    if file.is_dir():
        _folder(context, file, seal, trust)
    if is_pdf(file):
        if seal:
            raise UsageError(tr("--seal goes with an audit file or folder."))
        report = check_report(file)
        signed = _sound(context, report, trust)
        _say_report(report, signed, trust)
        if not signed:
            common.say(_PROVES)
        context.exit(0)
    if pdf is not None:
        report = check_report(pdf)
        _say_report(report, _sound(context, report, trust), trust)
        matched = match(report, file, common.content(), since)
        if matched.problem:
            common.complain(matched.problem)
            context.exit(1)
        common.say(f"{file}: {matched.compared}")
        context.exit(0)
    found = verify(file, seal)
    if found.whole:
        common.say(
            counted(
                found.entries,
                tr("{file}: whole, 1 entry, seal {seal}"),
                tr("{file}: whole, {n} entries, seal {seal}"),
                file=file,
                seal=found.seal,
            )
        )
        context.exit(0)
    common.complain(found.problem)
    context.exit(1)


def _sound(context: click.Context, report: ReportCheck, trust: tuple[Path, ...]) -> tuple[Signature, ...]:
    """The signatures of a report that is as it was written, or end with what is wrong."""
    if report.problem or report.about is None:
        common.complain(report.problem)
        context.exit(1)
    authorities = [authority(path) for path in trust]
    try:
        signed = signatures(report.path, report.size, authorities) if report.added else ()
    except UsageError as error:
        common.complain(f"{error} {_added(report)}")
        context.exit(1)
    problems = [problem for one in signed if (problem := _problem(one, trusting=bool(trust)))]
    if report.added and not signed:
        problems.append(_added(report))
    elif trust and not signed:
        problems.append(tr("nobody signed it."))
    for problem in problems:
        common.complain(f"{report.path}: {problem}")
    if problems:
        context.exit(1)
    return tuple(signed)


def _say_report(report: ReportCheck, signed: tuple[Signature, ...], trust: tuple[Path, ...]) -> None:
    """Say what the report is, and who signed it digitally."""
    about = report.about
    if about is None:
        return
    common.say(
        tr(
            "{path}: whole, {pages} pages as {program} wrote them, as of {time}; audit {audit}, revision {revision}, "
            "{state}, seal {seal}"
        ).format(
            path=report.path,
            pages=len(about.pages),
            program=about.program,
            time=about.reported,
            audit=about.audit,
            revision=about.revision,
            state=about.state,
            seal=about.seal,
        )
    )
    for one in signed:
        led = (
            tr("it leads to an authority that was given")
            if trust
            else tr("whether to trust that is yours to say (--trust)")
        )
        common.say(
            tr(
                "Signed digitally by {name} at {time} by the signer's clock; certificate by {issuer}: "
                "{led}; revocation is not looked up"
            ).format(name=one.name, time=one.time or tr("a time not told"), issuer=one.issuer, led=led)
        )


def _added(report: ReportCheck) -> str:
    one, many = tr("1 byte was added after it was written."), tr("{n} bytes were added after it was written.")
    return counted(report.added, one, many)


def _problem(one: Signature, *, trusting: bool) -> str:
    """What is wrong with a signature, or an empty text."""
    if not one.intact or not one.whole:
        return tr(
            "the signature of {name} doesn't hold: what it signs was changed, or is not the whole report."
        ).format(name=one.name)
    if trusting and not one.trusted:
        return tr("the certificate of {name}, by {issuer}, doesn't lead to an authority that was given.").format(
            name=one.name, issuer=one.issuer
        )
    if not one.within:
        return tr("{name} signed when the certificate wasn't valid, by the signer's clock.").format(name=one.name)
    return ""


def _folder(context: click.Context, folder: Path, seal: str | None, trust: tuple[Path, ...]) -> None:
    found, report = check_export(folder)
    problem = found.problem
    if not problem and seal and seal.strip().lower() != found.seal:
        problem = tr("{folder}: was exported under another seal, {seal}.").format(folder=folder, seal=found.seal)
    if problem or report is None:
        common.complain(problem)
        context.exit(1)
    signed = _sound(context, report, trust)
    common.say(
        tr("{folder}: whole, {files} files, exported under the seal {seal}").format(
            folder=folder, files=found.files, seal=found.seal
        )
    )
    _say_report(report, signed, trust)
    context.exit(0)
