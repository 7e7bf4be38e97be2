"""A stored audit to files: reports, signed where a certificate is given, and copies of attached files to look at."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

from app import language
from app.audit import Audit
from app.errors import CredentialError, ReportError
from app.language import tr
from app.model import Benchmark, Target
from app.record import Attachment
from app.report.formats import FORMATS, PRINTED
from app.report.signature import Signer, WrongPassphraseError, load
from app.storedaudit import Before, since


def export(
    audit_file: Path,
    benchmark: Benchmark,
    outputs: Sequence[tuple[str, Path]],
    *,
    before: Before | None = None,
    signer: Signer | None = None,
) -> tuple[Path, ...]:
    """Write the audit in each (format, path); the paths written. BartizanError in one sentence.

    What is printed (PDF and folder) says what changed since the earlier audit, if one is given, and is signed by the
    signer, if there is one.
    """
    with language.speaking(language.current()):  # to the end, whatever language is chosen on screen meanwhile
        audit = Audit.open(audit_file, benchmark, readonly=True)
        try:
            document = audit.document()
            earlier = since(audit, before) if before is not None else None
            for name, path in outputs:
                try:
                    path.parent.mkdir(parents=True, exist_ok=True)
                except OSError as error:
                    raise ReportError(
                        tr("{folder}: this folder can't be made ({why}).").format(
                            folder=path.parent, why=error.strerror
                        )
                    ) from error
                if name in PRINTED:
                    PRINTED[name](document, path, earlier, signer)
                else:
                    FORMATS[name](document, path)
        finally:
            audit.close()
    return tuple(path for _, path in outputs)


def signer_of(path: Path, passphrase: str = "") -> Signer:
    """Open a PKCS#12 file with the passphrase given; without one as it is, else with that which the keyring has.

    WrongPassphraseError where none of them opens it, UsageError where it can't be used. Asking the keyring may take
    as long as a person needs to unlock it, so this is for another thread than a screen's.
    """
    if passphrase:
        return load(path, passphrase)
    try:
        return load(path, None)
    except WrongPassphraseError as error:
        kept = _kept(path)
        if kept is None:
            raise WrongPassphraseError(
                tr("{path}: needs its passphrase; type it, or keep it with `bartizan login --key {path}`.").format(
                    path=path
                )
            ) from error
    try:
        return load(path, kept)
    except WrongPassphraseError as error:
        raise WrongPassphraseError(
            tr(
                "{path}: the passphrase that the keyring has doesn't open it; type it, or keep it anew with "
                "`bartizan login --key {path}`."
            ).format(path=path)
        ) from error


def _kept(path: Path) -> str | None:
    """The passphrase that the keyring has; None where it has none or can't be asked."""
    from app import credentials  # noqa: PLC0415 - only where it is used

    try:
        return credentials.load(Target("any target", identity=str(path.absolute()))).passphrase
    except CredentialError:
        return None


# Endings of what some system runs, or reads commands from, when it is opened; a copy's missing right to be run stops
# only some of them.
_RUN = frozenset(
    {
        *("app", "application", "appref-ms", "bat", "chm", "cmd", "com", "command", "cpl", "desktop", "exe", "gadget"),
        *("hta", "inf", "jar", "js", "jse", "library-ms", "lnk", "msc", "msi", "msix", "msp", "pif", "ps1", "psm1"),
        *("py", "pyw", "reg", "scf", "scr", "settingcontent-ms", "sh", "terminal", "url", "vbe", "vbs", "wsf", "wsh"),
        "xll",
    }
)


def attachment_copy(audit: Audit, attachment: Attachment, folder: Path) -> Path:
    """A copy of an attached file that nobody may write or run, for another program to show. May run in any thread.

    Whoever made the audit chose the name: what would be run when it is opened is shown as text.
    """
    from app.report.folder import file_label  # noqa: PLC0415 - beside its only use

    label = file_label(attachment.name)
    if label.rpartition(".")[2].casefold() in _RUN:
        label += ".txt"
    path = folder / attachment.sha256[:16] / label
    part = folder / uuid4().hex  # a copy that is cut off, or not done yet, is none
    try:
        if not path.exists():
            path.parent.mkdir(mode=0o700, exist_ok=True)
            part.write_bytes(audit.attachment(attachment.sha256))
            part.chmod(0o400)
            part.replace(path)
    except OSError as error:
        raise ReportError(
            tr("{path}: the copy can't be written ({why}).").format(path=path, why=error.strerror)
        ) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return path
