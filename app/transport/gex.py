"""Diffie-Hellman group exchange (RFC 4419) with a host that may choose absurd groups."""

import secrets

from paramiko.kex_gex import KexGexSHA256
from paramiko.message import Message

from app.language import tr
from app.transport.faults import OverrunError
from app.transport.sshdata import Reader


class BoundedGex(KexGexSHA256):
    """A group of the host's choice, refused where it is none: paramiko takes any number, and reckons for minutes.

    The exponent is as long as the strongest cipher needs twice over, as in OpenSSH, so that a large group costs little.
    """

    _EXPONENT = 512  # bits

    def _parse_kexdh_gex_group(self, m: Message) -> None:
        reader = Reader(m.get_remainder())
        try:
            prime, base = (int.from_bytes(reader.string(), "big") for _ in range(2))
        except ValueError as error:
            raise OverrunError(tr("a group for the key exchange that can't be read")) from error
        bits = prime.bit_length()
        if not self.min_bits <= bits <= self.max_bits or prime % 2 == 0 or not 1 < base < prime - 1:
            raise OverrunError(tr("a group of {bits} bits for the key exchange that is unsafe").format(bits=bits))
        m.rewind()
        super()._parse_kexdh_gex_group(m)  # type: ignore[misc] # not in the stubs

    def _generate_x(self) -> None:
        self.x = secrets.randbits(self._EXPONENT) | 1 << (self._EXPONENT - 1)
