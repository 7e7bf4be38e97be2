"""OpenSSH certificates of users and hosts (PROTOCOL.certkeys of OpenSSH), parsed and verified.

paramiko carries them but checks nothing of them.
"""

import time
from dataclasses import dataclass
from datetime import UTC, datetime

from paramiko import PKey
from paramiko.message import Message

from app.language import tr
from app.transport.sshdata import Reader, packed

SUFFIX = "-cert-v01@openssh.com"
USER, HOST = 1, 2
# How many fields the public key of a type has, in a certificate as in the plain key.
_FIELDS = {
    "ssh-ed25519": 1,
    "ecdsa-sha2-nistp256": 2,
    "ecdsa-sha2-nistp384": 2,
    "ecdsa-sha2-nistp521": 2,
    "ssh-rsa": 2,
    "sk-ssh-ed25519@openssh.com": 2,
    "sk-ecdsa-sha2-nistp256@openssh.com": 3,
}
_MOST_PRINCIPALS = 256  # as OpenSSH


@dataclass(frozen=True, slots=True)
class Certificate:
    """What a certificate says; nothing of it counts before ``verify``."""

    kind: str  # "ssh-ed25519-cert-v01@openssh.com"
    key: bytes  # the certified public key, as a plain one
    role: int  # USER or HOST
    key_id: str
    principals: tuple[str, ...]
    after: int  # seconds since 1970: from then on
    before: int  # and up to then
    critical: tuple[str, ...]  # names of the options that must be understood
    authority: bytes  # the public key that signed it
    signed: bytes
    signature: bytes

    def verify(self) -> None:
        """Check the authority's signature; ValueError if it isn't one. SHA-1 is not taken."""
        kind = Reader(self.authority).text()
        if kind.endswith(SUFFIX):
            raise ValueError("a certificate is signed by another certificate")
        key = PKey.from_type_string(kind, self.authority)
        if not key.verify_ssh_sig(self.signed, Message(self.signature)):
            raise ValueError("the signature of the certificate authority is wrong")

    def out_of_date(self, now: float | None = None) -> str:
        """Why it doesn't count at this moment, or nothing."""
        now = time.time() if now is None else now
        if now < self.after:
            return tr("is not valid before {time}").format(time=_shown(self.after))
        if now >= self.before:
            return tr("expired at {time}").format(time=_shown(self.before))
        return ""


def parse(blob: bytes) -> Certificate:
    """Read a certificate; ValueError if it is none."""
    reader = Reader(blob)
    kind = reader.text()
    plain = PLAIN.get(kind)
    if plain is None:
        raise ValueError("no certificate of a known type")
    reader.string()  # nonce
    fields = [reader.string() for _ in range(_FIELDS[plain])]
    reader.number(8)  # serial
    role = reader.number()
    key_id = reader.string().decode("utf-8", "replace")
    principals = tuple(name.decode("utf-8", "replace") for name in reader.strings())
    if len(principals) > _MOST_PRINCIPALS:
        raise ValueError("too many principals")
    after, before = reader.number(8), reader.number(8)
    options = reader.strings()
    if len(options) % 2:
        raise ValueError("critical options without a value")
    extensions = reader.strings()
    if len(extensions) % 2:
        raise ValueError("extensions without a value")
    reader.string()  # reserved
    authority = reader.string()
    signed = reader.read
    signature = reader.string()
    reader.end()
    critical = tuple(name.decode("ascii", "replace") for name in options[::2])
    key = packed(plain.encode(), *fields)
    return Certificate(kind, key, role, key_id, principals, after, before, critical, authority, signed, signature)


PLAIN = {
    (kind.removesuffix("@openssh.com") + SUFFIX if kind.startswith("sk-") else kind + SUFFIX): kind for kind in _FIELDS
}


def _shown(moment: int) -> str:
    try:
        return datetime.fromtimestamp(moment, UTC).strftime("%Y-%m-%d %H:%M UTC")
    except (ValueError, OverflowError, OSError):
        return tr("a time that no calendar holds")
