"""The certificate that signs a report, and where its passphrase comes from: never the command line."""

import sys
from pathlib import Path

import click

from app.errors import UsageError
from app.exporting import signer_of as opened
from app.language import tr
from app.report.signature import Signer, WrongPassphraseError, load

_LONGEST = 4096  # characters of a passphrase


def signer_of(path: Path, source: str) -> Signer:
    """Open a PKCS#12 file with the passphrase of standard input ("-"), of the keyring, or of the person there.

    UsageError or WrongPassphraseError in one sentence where none of them opens it.
    """
    if source:
        if source != "-":
            raise UsageError(
                tr("--sign-passphrase takes only - (standard input): it must not stand on a command line.")
            )
        if sys.stdin is None:
            raise UsageError(tr("--sign-passphrase -: standard input is closed; pipe the passphrase into it."))
        return load(path, sys.stdin.readline(_LONGEST).removesuffix("\n").removesuffix("\r"))
    try:
        return opened(path)
    except WrongPassphraseError:
        if sys.stdin is None or not sys.stdin.isatty():
            raise UsageError(
                tr(
                    "{path}: needs its passphrase; keep it with `bartizan login --key {path}`, or give it "
                    "by --sign-passphrase - on standard input."
                ).format(path=path)
            ) from None
    return load(path, str(click.prompt(tr("Passphrase of {path}").format(path=path), hide_input=True, err=True)))
