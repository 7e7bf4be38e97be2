"""Digital signatures of reports (PAdES, ETSI EN 319 142-1, level B-B), with a certificate that the signer brings.

pyHanko does it; it is the optional extra ``sign``, imported only when something is signed or a signature is there. No
timestamp authority is asked, so the time of a signature is the signer's clock. Nothing is fetched from a network:
revocation isn't looked up, and a certificate is trusted only where its authority's certificate is given.
"""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from app.apart import read_apart
from app.errors import CredentialError, UsageError
from app.language import tr

LARGEST = 1 << 20  # bytes of a certificate file
PATIENCE = 60.0  # seconds for looking at the signatures of a report
_FIELD = "Signature"


class WrongPassphraseError(CredentialError):
    """The passphrase doesn't open the certificate file."""


def _missing() -> str:
    return tr("Digital signatures need the extra package: pip install 'bartizan[sign]'.")


@dataclass(frozen=True, slots=True)
class Signer:
    """A person's certificate and key, opened."""

    name: str
    issuer: str
    _data: bytes = field(repr=False)
    _passphrase: bytes | None = field(repr=False)


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature in a report and what can be said of it."""

    name: str  # of the signer, by the certificate
    issuer: str
    time: str  # ISO 8601, by the signer's clock; empty where it doesn't say
    intact: bool  # what it signs is as it was signed, and it is by that certificate's key
    whole: bool  # it signs the whole file, and nothing but signatures came after the report was written
    trusted: bool  # the certificate leads to one of the authorities given
    within: bool  # it was signed while the certificate was valid, by the signer's clock


def load(path: Path, passphrase: str | None, now: datetime | None = None) -> Signer:
    """Open a PKCS#12 file; WrongPassphraseError where that doesn't open it, UsageError where it can't be used."""
    try:
        if not path.is_file():
            raise UsageError(tr("{path}: there is no such certificate file.").format(path=path))
        if path.stat().st_size > LARGEST:
            raise UsageError(tr("{path}: is too large for a certificate file (PKCS#12).").format(path=path))
        data = path.read_bytes()
    except OSError as error:
        raise UsageError(tr("{path}: can't be read ({why}).").format(path=path, why=error.strerror)) from error
    from cryptography.hazmat.primitives.serialization import pkcs12  # noqa: PLC0415 - few commands sign

    secret = passphrase.encode() if passphrase else None
    try:
        key, certificate, _ = pkcs12.load_key_and_certificates(data, secret)
    except ValueError as error:
        if "password" in str(error).lower() or "mac" in str(error).lower():
            raise WrongPassphraseError(tr("{path}: the passphrase doesn't open it.").format(path=path)) from None
        raise UsageError(tr("{path}: is no certificate file (PKCS#12: .p12, .pfx).").format(path=path)) from None
    except TypeError:  # it has a passphrase and none was given
        raise WrongPassphraseError(tr("{path}: needs its passphrase.").format(path=path)) from None
    if key is None or certificate is None:
        raise UsageError(
            tr("{path}: holds no certificate with its private key; export both into one file.").format(path=path)
        )
    moment = now or datetime.now(UTC)
    if not certificate.not_valid_before_utc <= moment <= certificate.not_valid_after_utc:
        first, last = certificate.not_valid_before_utc, certificate.not_valid_after_utc
        raise UsageError(
            tr("{path}: the certificate is valid from {first} to {last}, not now.").format(
                path=path, first=f"{first:%Y-%m-%d}", last=f"{last:%Y-%m-%d}"
            )
        )
    return Signer(_named(certificate.subject), _named(certificate.issuer), data, secret)


def _named(name: Any) -> str:
    """The common name of a subject or issuer, else all of it."""
    from cryptography.x509.oid import NameOID  # noqa: PLC0415 - few commands sign

    common = name.get_attributes_for_oid(NameOID.COMMON_NAME)
    return str(common[0].value) if common else name.rfc4514_string()


def signed(pdf: bytes, signer: Signer) -> bytes:
    """The report with a signature in its field; UsageError where the extra is missing or the key can't be used."""
    try:
        from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter  # noqa: PLC0415 - optional, 0.7 s
        from pyhanko.pdf_utils.layout import AxisAlignment, Margins, SimpleBoxLayoutRule  # noqa: PLC0415 - see above
        from pyhanko.sign import fields, signers  # noqa: PLC0415 - see above
        from pyhanko.stamp import StaticStampStyle  # noqa: PLC0415 - see above
    except ImportError:
        raise UsageError(_missing()) from None
    from app.report.pdf.stamp import stamp_bytes  # noqa: PLC0415 - reportlab costs 0.2 s

    now = datetime.now(UTC)
    layout = SimpleBoxLayoutRule(AxisAlignment.ALIGN_MID, AxisAlignment.ALIGN_MID, Margins())
    stamp = StaticStampStyle(
        border_width=0, background=_drawn(stamp_bytes(signer.name, signer.issuer, now)), background_layout=layout
    )

    class AtThatTime(signers.PdfSigner):  # type: ignore[misc,unused-ignore] # pyHanko is optional, see _drawn
        """Signs with the time that the stamp shows; by itself it would look at the clock once more."""

        def init_signing_session(self, *args: Any, **options: Any) -> Any:
            session = super().init_signing_session(*args, **options)
            session.system_time = now
            return session

    try:
        holder = signers.SimpleSigner.load_pkcs12_data(signer._data, [], signer._passphrase)  # noqa: SLF001 - its key is for here alone
        about = signers.PdfSignatureMetadata(
            field_name=_FIELD, md_algorithm="sha256", subfilter=fields.SigSeedSubFilter.PADES, name=signer.name
        )
        writer = IncrementalPdfFileWriter(io.BytesIO(pdf), strict=False)
        out = AtThatTime(about, holder, stamp_style=stamp).sign_pdf(writer)
    except Exception as error:
        raise UsageError(
            tr("The certificate of {name} can't sign ({fault}).").format(name=signer.name, fault=type(error).__name__)
        ) from error
    return bytes(out.getbuffer())


def _drawn(page: bytes) -> Any:
    """A page as what a signature field shows."""
    from pyhanko.pdf_utils.content import PdfContent  # noqa: PLC0415 - optional, 0.7 s
    from pyhanko.pdf_utils.layout import BoxConstraints  # noqa: PLC0415 - see above
    from pyhanko.pdf_utils.reader import PdfFileReader  # noqa: PLC0415 - see above

    class Drawn(PdfContent):  # type: ignore[misc,unused-ignore] # pyHanko is optional; without it there are no types
        def render(self) -> bytes:
            drawing = self._ensure_writer.import_page_as_xobject(PdfFileReader(io.BytesIO(page)))
            self.resources.xobject["/Stamp"] = drawing
            _, _, width, height = drawing.get_object()["/BBox"]
            self.box = BoxConstraints(width=width, height=height)
            return b"/Stamp Do"

    return Drawn()


# --- looking at signatures -------------------------------------------------------------------------------------------


def authority(path: Path) -> bytes:
    """A certificate (PEM or DER) that a signer's may have to lead to, as DER; UsageError where it can't be read."""
    from cryptography import x509  # noqa: PLC0415 - few commands sign
    from cryptography.hazmat.primitives.serialization import Encoding  # noqa: PLC0415 - the same

    try:
        data = path.read_bytes()
        pem = data.lstrip().startswith(b"-----")
        found = x509.load_pem_x509_certificate(data) if pem else x509.load_der_x509_certificate(data)
    except (OSError, ValueError) as error:
        raise UsageError(tr("{path}: is no certificate that can be read (PEM or DER).").format(path=path)) from error
    return found.public_bytes(Encoding.DER)


def signatures(path: Path, size: int, authorities: Sequence[bytes] = ()) -> tuple[Signature, ...]:
    """Every signature in a report of ``size`` bytes that something was added to; UsageError where that can't be told.

    ``authorities`` are certificates (DER) that a signer's has to lead to. Done in a process of its own.
    """
    said = read_apart(_looked, str(path.absolute()), size, list(authorities), shown=path, patience=PATIENCE)
    if "added" in said:
        what = tr("{path}: has {n} bytes that were added, perhaps a signature.").format(path=path, n=said["added"])
        raise UsageError(f"{what} {_missing()}")
    return tuple(Signature(**one) for one in said["signatures"])


def _looked(path: str, size: int, authorities: Sequence[bytes]) -> dict[str, Any]:
    """In the other process: what pyHanko says of the file; only how much was added, where there is no pyHanko."""
    try:
        from pyhanko.pdf_utils.reader import PdfFileReader  # noqa: PLC0415 - optional, 0.7 s
    except ImportError:
        return {"added": Path(path).stat().st_size - size}
    data = Path(path).read_bytes()
    reader = PdfFileReader(io.BytesIO(data), strict=False)
    before = PdfFileReader(io.BytesIO(data[:size]), strict=False).xrefs.total_revisions
    only = _only_signed(reader, before)
    return {"signatures": [{**one, "whole": one["whole"] and only} for one in _each(reader, authorities)]}


def _only_signed(reader: Any, before: int) -> bool:
    """Whether nothing but filling in the signature field happened after the report was written."""
    from pyhanko.sign.diff_analysis import DEFAULT_DIFF_POLICY, SuspiciousModification  # noqa: PLC0415 - optional

    found = DEFAULT_DIFF_POLICY.review_file(reader, before - 1)  # each update on its own, not only the last
    return not isinstance(found, SuspiciousModification)


def _each(reader: Any, authorities: Sequence[bytes]) -> Iterator[dict[str, Any]]:
    from asn1crypto import x509 as asn1  # noqa: PLC0415 - comes with pyHanko
    from cryptography import x509  # noqa: PLC0415 - few commands sign
    from pyhanko.sign.validation import SignatureCoverageLevel, validate_pdf_signature  # noqa: PLC0415 - optional
    from pyhanko_certvalidator import ValidationContext  # noqa: PLC0415 - optional

    roots = [asn1.Certificate.load(one) for one in authorities]
    for number, one in enumerate(reader.embedded_regular_signatures, 1):
        context = ValidationContext(trust_roots=roots, allow_fetching=False)
        status = validate_pdf_signature(one, context)
        certificate = x509.load_der_x509_certificate(status.signing_cert.dump())
        time = status.signer_reported_dt
        last = number == len(reader.embedded_regular_signatures)
        covers = SignatureCoverageLevel.ENTIRE_FILE if last else SignatureCoverageLevel.ENTIRE_REVISION
        yield {
            "name": _named(certificate.subject),
            "issuer": _named(certificate.issuer),
            "time": time.astimezone(UTC).isoformat(timespec="seconds") if time else "",
            "intact": bool(status.intact and status.valid),
            "whole": status.coverage >= covers,
            "trusted": bool(status.trusted),
            "within": time is None or certificate.not_valid_before_utc <= time <= certificate.not_valid_after_utc,
        }
