"""``bartizan report``: a report from a stored audit."""

from pathlib import Path

import click

from app import language
from app.auditview import AuditView
from app.cli import common
from app.cli.certificate import signer_of
from app.errors import UsageError
from app.language import tr
from app.places import real
from app.report.changes import Earlier
from app.report.formats import CHECKLISTS, FORMATS, PRINTED


@click.command(
    "report",
    epilog=tr("Example: bartizan report autumn.bartizan --format pdf --out autumn.pdf"),
    help=tr(
        "Write a report from the audit FILE; no host is needed. The format folder makes a folder, form a "
        "questionnaire.\n\n"
        "The passphrase of a certificate is that of `bartizan login --key CERTIFICATE`, else it is asked "
        "for."
    ),
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--format", "format_", required=True, type=click.Choice(sorted(FORMATS)), help=tr("Which kind of report.")
)
@click.option("--out", required=True, type=click.Path(path_type=Path), help=tr("Where to write it."))
@click.option(
    "--since", type=click.Path(path_type=Path), help=tr("Of pdf and folder: say what changed since this audit.")
)
@click.option("--since-revision", type=int, help=tr("The same for an earlier revision of this audit."))
@click.option("--target", metavar="NAME", help=tr("Of ckl and cklb: the checklist of this machine alone."))
@click.option("--revision", type=int, help=tr("The audit as this earlier revision was signed."))
@click.option(
    "--sign-with", type=click.Path(path_type=Path), help=tr("Of pdf and folder: sign with this certificate (PKCS#12).")
)
@click.option(
    "--language", "code", metavar="CODE", help=tr("Of pdf, html, folder and form: in this language, such as de.")
)
@click.option("--sign-passphrase", default="", metavar="-", help=tr("Take its passphrase from standard input."))
def command(
    file: Path,
    *,
    format_: str,
    out: Path,
    since: Path | None,
    since_revision: int | None,
    target: str | None,
    revision: int | None,
    sign_with: Path | None,
    code: str | None,
    sign_passphrase: str,
) -> None:
    """Run it; ``help`` says what it does."""
    if since and since_revision is not None:
        raise UsageError(tr("Give either --since FILE or --since-revision N."))
    compared = since is not None or since_revision is not None
    if (compared or sign_with) and format_ not in PRINTED:
        raise UsageError(
            (
                tr("--since: only {formats} say what changed; leave it out for {format}.")
                if compared
                else tr("--sign-with: only {formats} can be signed; leave it out for {format}.")
            ).format(formats=tr(" and ").join(PRINTED), format=format_)
        )
    if target is not None and format_ not in CHECKLISTS:
        raise UsageError(
            tr("--target: only {formats} are written for one machine; leave it out for {format}.").format(
                formats=tr(" and ").join(CHECKLISTS), format=format_
            )
        )
    if real(out) == real(file):
        raise UsageError(tr("{out}: is the audit itself; choose another name for the report.").format(out=out))
    _known(code)
    if format_ != "folder":
        common.writable(common.named(out))
    signer = signer_of(sign_with, sign_passphrase) if sign_with else None
    audit = common.open_audit(file, readonly=True)
    try:
        shown = audit.at_revision(revision) if revision is not None else audit
        try:
            document = shown.document()
            earlier = _earlier(shown, file, since, since_revision) if compared else None
            with language.speaking(code or language.current()):
                if format_ in PRINTED:
                    PRINTED[format_](document, out, earlier, signer)
                elif target is not None:
                    CHECKLISTS[format_](document, out, target)
                else:
                    FORMATS[format_](document, out)
        finally:
            shown.close()
    finally:
        audit.close()
    said = tr("Report written to {path}, signed by {name}") if signer else tr("Report written to {path}")
    common.say(said.format(path=out, name=signer.name if signer else ""))


def _known(code: str | None) -> None:
    codes = [one.code for one in language.languages()]
    if code is not None and code not in codes:
        raise UsageError(
            tr("--language: {code!r} isn't there; it can be {codes}.").format(code=code, codes=", ".join(codes))
        )


def _earlier(audit: AuditView, file: Path, since: Path | None, revision: int | None) -> Earlier:
    old = common.open_audit(since or file, readonly=True)
    try:
        if revision is None:
            return audit.since(old)
        before = old.at_revision(revision)
        try:
            return audit.since(before)
        finally:
            before.close()
    finally:
        old.close()
