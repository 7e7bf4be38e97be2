"""What a key file is, by its content: a private key, or one of the things that people name instead of it."""

import base64
import binascii
import io
import os
import re
import stat
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import dsa
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
    load_ssh_private_key,
)
from paramiko import ECDSAKey, Ed25519Key, PKey, RSAKey

from app.transport.sshdata import Reader

_LARGEST = 1 << 20  # bytes; no key is larger
_OPENSSH = re.compile(rb"-----BEGIN OPENSSH PRIVATE KEY-----\s+([A-Za-z0-9+/=\s]+?)-----END")
_PEM = re.compile(rb"-----BEGIN (?:RSA |EC |ENCRYPTED )?PRIVATE KEY-----")
_MAGIC = b"openssh-key-v1\0"
_PUBLIC = re.compile(rb"(?:ssh-|ecdsa-|sk-)[A-Za-z0-9@.-]+[ \t]+(AAAA[A-Za-z0-9+/=]+)")
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


class Kind(Enum):
    """What stands in a file."""

    PRIVATE = "private"
    PUBLIC = "public"
    CERTIFICATE = "certificate"
    PUTTY = "putty"
    DSA = "dsa"
    SECURITY_KEY = "security key"  # only a handle: the private half is in hardware
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class KeyFile:
    """A file that was named as a key. ``public`` is the public half where the file shows it, else empty."""

    path: Path
    kind: Kind
    content: bytes
    public: bytes = b""
    mode: int = 0  # permissions that let others read it; 0 if there are none

    def load(self, passphrase: str | None) -> PKey:
        """The key, which a file of Kind.PRIVATE holds.

        TypeError: it is encrypted and no passphrase was given. ValueError: the passphrase or the file is wrong.
        """
        password = passphrase.encode() if passphrase else None
        load = load_ssh_private_key if _OPENSSH.search(self.content) else load_pem_private_key
        try:
            try:
                loaded = load(self.content, password)
            except TypeError:
                if password is None:
                    raise
                loaded = load(self.content, None)  # a passphrase that isn't needed does no harm
        except UnsupportedAlgorithm as error:
            raise ValueError("an encryption that is not known") from error
        for kind, made in (
            (Ed25519PrivateKey, Ed25519Key),
            (EllipticCurvePrivateKey, ECDSAKey),
            (RSAPrivateKey, RSAKey),
        ):
            if isinstance(loaded, kind):
                # paramiko reads no PKCS 8, so every key takes this form, in memory only
                plain = loaded.private_bytes(Encoding.PEM, PrivateFormat.OpenSSH, NoEncryption()).decode()
                return made.from_private_key(io.StringIO(plain))
        raise ValueError("DSA" if isinstance(loaded, dsa.DSAPrivateKey) else "a type of key that is not known")


def read_key_file(path: Path) -> KeyFile:
    """Look at a file; OSError if it can't be read."""
    number = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))  # a FIFO must not hang us
    with os.fdopen(number, "rb") as handle:
        facts = os.fstat(handle.fileno())
        if stat.S_ISDIR(facts.st_mode):
            raise IsADirectoryError(21, "Is a directory")
        content = handle.read(_LARGEST) if stat.S_ISREG(facts.st_mode) else b""
    kind, public = _kind(content)
    shared = os.name == "posix" and facts.st_uid == os.getuid() and bool(facts.st_mode & _OTHERS)
    return KeyFile(path, kind, content, public, stat.S_IMODE(facts.st_mode) if shared else 0)


def _kind(content: bytes) -> tuple[Kind, bytes]:
    if content.startswith(b"PuTTY-User-Key-File-"):
        return Kind.PUTTY, b""
    if found := _OPENSSH.search(content):
        return _openssh(found[1])
    if b"-----BEGIN DSA PRIVATE KEY-----" in content:
        return Kind.DSA, b""
    if _PEM.search(content):
        return Kind.PRIVATE, b""
    if content.startswith(b"---- BEGIN SSH2 PUBLIC KEY ----"):
        return Kind.PUBLIC, b""
    if found := _PUBLIC.match(content):
        kind = Kind.CERTIFICATE if b"-cert-v" in content.split(None, 1)[0] else Kind.PUBLIC
        return kind, public_of(content)
    return Kind.OTHER, b""


def public_of(line: bytes) -> bytes:
    """The key in the line of a .pub file, or nothing."""
    found = _PUBLIC.match(line)
    try:
        return base64.b64decode(found[1]) if found else b""
    except (binascii.Error, ValueError):
        return b""


def _openssh(body: bytes) -> tuple[Kind, bytes]:
    """OpenSSH's own format shows the public half even of an encrypted key (PROTOCOL.key)."""
    try:
        reader = Reader(base64.b64decode(body))
        if reader.take(len(_MAGIC)) != _MAGIC:
            return Kind.OTHER, b""
        for _ in range(3):  # cipher, key derivation, its options
            reader.string()
        reader.number()
        public = reader.string()
        name = Reader(public).text()
    except (binascii.Error, ValueError):
        return Kind.OTHER, b""
    if name == "ssh-dss":
        return Kind.DSA, public
    return (Kind.SECURITY_KEY if name.startswith("sk-") else Kind.PRIVATE), public
