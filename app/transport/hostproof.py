"""Whether a host holds the key that it shows, plain or in a certificate: its signature over the key exchange."""

from cryptography.exceptions import UnsupportedAlgorithm
from paramiko import PKey
from paramiko.message import Message
from paramiko.pkey import UnknownKeyType
from paramiko.ssh_exception import SSHException

from app.language import tr
from app.transport.certificate import SUFFIX, Certificate, parse
from app.transport.faults import HostProofError, WeakKeyError
from app.transport.legacy import Sha1RSAKey
from app.transport.sshdata import Reader

_MOST_RSA = 16384  # bits, as OpenSSH; a larger modulus costs seconds
_MOST_EXPONENT = 64  # bits; a long one costs seconds too
_LARGEST = 64 << 10  # bytes of a key or certificate


def prove(
    algorithm: str, blob: bytes, signature: bytes, exchange: bytes, *, least_rsa: int
) -> tuple[PKey, Certificate | None]:
    """The host's key, and its certificate where the algorithm says that there is one.

    ``exchange`` is the hash that the host signed. The certificate's own signature is checked too, but not what it says:
    that is for ``hostkeys.check``. HostProofError or WeakKeyError if the host proves nothing.
    """
    try:
        certificate = parse(blob) if algorithm.endswith(SUFFIX) else None
        plain = certificate.key if certificate else blob
        _as_agreed(algorithm, plain, signature)
        if _type_of(algorithm) == "ssh-rsa":
            _sound_rsa(plain, least_rsa)
        key = Sha1RSAKey(data=plain) if algorithm == "ssh-rsa" else PKey.from_type_string(_type_of(algorithm), plain)
        valid = key.verify_ssh_sig(exchange, Message(signature))
    except WeakKeyError:
        raise
    except (ValueError, TypeError, SSHException, UnknownKeyType, UnsupportedAlgorithm) as error:
        raise HostProofError(tr("can't be read")) from error
    if not valid:
        raise HostProofError(tr("is not held by what answers there: its signature is wrong"))
    if certificate is not None:
        _vouched(certificate)
    return key, certificate


def _vouched(certificate: Certificate) -> None:
    try:
        certificate.verify()
    except (ValueError, TypeError, SSHException, UnknownKeyType, UnsupportedAlgorithm) as error:
        raise HostProofError(tr("has a certificate whose own signature can't be verified")) from error


def _as_agreed(algorithm: str, key: bytes, signature: bytes) -> None:
    """A host may not turn to another type of key or signature than was agreed; ValueError if it does."""
    if len(key) > _LARGEST or Reader(key).text() != _type_of(algorithm):
        raise ValueError("another key than agreed")
    if Reader(signature).text() != algorithm.removesuffix(SUFFIX):
        raise ValueError("another signature than agreed")


def _type_of(algorithm: str) -> str:
    plain = algorithm.removesuffix(SUFFIX)
    return "ssh-rsa" if plain.startswith("rsa-sha2-") else plain


def _sound_rsa(blob: bytes, least: int) -> None:
    reader = Reader(blob)
    reader.text()
    exponent, modulus = (int.from_bytes(reader.string(), "big") for _ in range(2))
    if modulus.bit_length() > _MOST_RSA or exponent.bit_length() > _MOST_EXPONENT:
        raise ValueError("absurdly large")
    if modulus.bit_length() < least:
        raise WeakKeyError(modulus.bit_length())
