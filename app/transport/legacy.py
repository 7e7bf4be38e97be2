"""Outdated SSH algorithms, for one host at a time and only where a person allowed it.

Current OpenSSH has all of them off. Not to be had at all: ssh-dss keys, the ciphers arcfour, blowfish and cast128, and
the codes of umac and ripemd, which no library here knows.
"""

from hashlib import sha1

from cryptography.hazmat.primitives import hashes
from paramiko import PKey, RSAKey
from paramiko.kex_group14 import KexGroup14SHA256

from app.transport.gex import BoundedGex

KEX = (
    "diffie-hellman-group-exchange-sha1",
    "diffie-hellman-group14-sha1",
    "diffie-hellman-group1-sha1",
)
HOST_KEYS = ("ssh-rsa",)
CIPHERS = ("aes128-cbc", "aes192-cbc", "aes256-cbc", "3des-cbc")
MACS = ("hmac-sha1", "hmac-md5", "hmac-sha1-96", "hmac-md5-96")
ALL = frozenset((*KEX, *HOST_KEYS, *CIPHERS, *MACS))
LEAST_RSA = 1024  # bits; what OpenSSH itself still takes (RequiredRSASize)


class KexGroup14SHA1(KexGroup14SHA256):
    """The 2048-bit group with SHA-1 (RFC 4253, section 8.2)."""

    name = "diffie-hellman-group14-sha1"
    hash_algo = sha1


class KexGroup1SHA1(KexGroup14SHA1):
    """The 1024-bit Oakley group 2 (RFC 2409, section 6.2) with SHA-1 (RFC 4253, section 8.1)."""

    name = "diffie-hellman-group1-sha1"
    P = int(
        "FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74"
        "020BBEA63B139B22514A08798E3404DDEF9519B3CD3A431B302B0A6DF25F1437"
        "4FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7ED"
        "EE386BFB5A899FA5AE9F24117C4B1FE649286651ECE65381FFFFFFFFFFFFFFFF",
        16,
    )


class LegacyGex(BoundedGex):
    """The same with groups from 1024 bits on."""

    min_bits = LEAST_RSA


class LegacyGexSHA1(LegacyGex):
    """The same with SHA-1 (RFC 4419)."""

    name = "diffie-hellman-group-exchange-sha1"
    hash_algo = sha1


class Sha1RSAKey(RSAKey):
    """An RSA key that signs, or whose signatures are checked, with SHA-1 too."""

    HASHES = {  # type: ignore[misc] # noqa: RUF012 - as in paramiko, final in the stubs alone
        **RSAKey.HASHES,
        "ssh-rsa": hashes.SHA1,
        "ssh-rsa-cert-v01@openssh.com": hashes.SHA1,
    }


def signing_with_sha1(key: PKey) -> PKey:
    """The same key, able to sign with SHA-1 where the host knows nothing newer."""
    if type(key) is not RSAKey:
        return key
    made = Sha1RSAKey(key=key.key)
    made.public_blob = key.public_blob
    return made


def outdated(kind: str, names: list[str]) -> list[str]:
    """Which of a host's names are outdated algorithms that may be allowed; ``kind`` as in ``Wire.offers``."""
    known = {"kex": KEX, "host key": HOST_KEYS, "ciphers": CIPHERS, "macs": MACS}[kind]
    return [name for name in names if name in known]
