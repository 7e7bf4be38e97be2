"""paramiko's transport made safe and quick for hosts that nobody vouches for.

Bounded: the greeting, the size of a packet, what is buffered of a channel, counts within messages. Silent: nothing is
logged or printed. Quick: TCP_NODELAY and TCP_QUICKACK (see docs/architecture.md for what they were measured to save).
"""

import contextlib
import logging
import sys
import threading
from collections.abc import Callable
from typing import Any

from paramiko import Transport
from paramiko.channel import Channel
from paramiko.common import MSG_CHANNEL_DATA, MSG_CHANNEL_EXTENDED_DATA, cMSG_GLOBAL_REQUEST
from paramiko.kex_curve25519 import KexCurve25519
from paramiko.message import Message
from paramiko.packet import Packetizer
from paramiko.ssh_exception import IncompatiblePeer, SSHException

from app.language import tr
from app.secrecy import Typed
from app.transport import legacy
from app.transport.certificate import SUFFIX, Certificate
from app.transport.faults import HostProofError, NotSshError, OverrunError
from app.transport.gex import BoundedGex
from app.transport.hostproof import prove
from app.transport.pipe import TunedSocket

# paramiko logs tracebacks of a hostile server's doing; without a handler Python prints them on the terminal.
logging.getLogger("paramiko").addHandler(logging.NullHandler())
logging.getLogger("paramiko").propagate = False

LARGEST_PACKET = (256 << 10) + 64  # bytes; the limit of OpenSSH, and a MAC
_BUFFERED = 8 << 20  # bytes of a channel that may wait; the window is 2 MiB, so more means that it is ignored
_GREETING_LINES = 50
_GREETING_BYTES = 8 << 10
_COUNT = 64  # entries of a list within one message
_EXCHANGE = 200  # packets until the first key exchange is done; ten would do
_LOGIN = 50_000  # packets until the login is done
_LEAST_RSA = 2048  # bits of a host key


class _Packets(Packetizer):
    """Packets of a bounded size, without paramiko's own timer, whose thread outlives a failed connection by 15 s."""

    def read_all(self, n: int, check_rekey: bool = False) -> bytes:  # noqa: FBT001, FBT002 - paramiko's signature
        if not 0 <= n <= LARGEST_PACKET:
            raise SSHException("packet too large")
        return super().read_all(n, check_rekey)

    most = _EXCHANGE  # packets that may come until the next step is done

    def read_message(self) -> tuple[int, Message]:
        """One packet; OverrunError where a host sends them without ever getting on."""
        self.most -= 1
        if self.most < 0:
            raise OverrunError(tr("packets without an end"))
        return super().read_message()

    def start_handshake(self, timeout: float) -> None:
        """Our watchdog limits the key exchange."""


class Wire(Transport):
    """One connection.

    ``offers`` is what the host offered, ``goodbye`` its words when it hung up, if any, ``certificate`` the one that it
    showed with its key, and ``outdated`` the algorithms in use that only a person's word allowed (``old``).
    """

    _preferred_ciphers: tuple[str, ...] = (
        "aes128-ctr",
        "aes192-ctr",
        "aes256-ctr",
        "aes128-gcm@openssh.com",
        "aes256-gcm@openssh.com",
    )
    _preferred_macs: tuple[str, ...] = (
        "hmac-sha2-256",
        "hmac-sha2-512",
        "hmac-sha2-256-etm@openssh.com",
        "hmac-sha2-512-etm@openssh.com",
    )

    # paramiko's table, with the name that curve25519 has since RFC 8731, and with what only a person's word allows.
    _kex_info = {  # noqa: RUF012 - as in paramiko
        **Transport._kex_info,  # type: ignore[attr-defined] # noqa: SLF001 - unstubbed
        "curve25519-sha256": KexCurve25519,
        "diffie-hellman-group-exchange-sha256": BoundedGex,
        "diffie-hellman-group-exchange-sha1": legacy.LegacyGexSHA1,
        "diffie-hellman-group14-sha1": legacy.KexGroup14SHA1,
        "diffie-hellman-group1-sha1": legacy.KexGroup1SHA1,
    }

    def __init__(
        self, pipe: TunedSocket, key_types: tuple[str, ...], *, certificates: bool = False, old: bool = False
    ) -> None:
        # types-paramiko asks for a socket; anything with these four methods will do, as paramiko's documentation says.
        super().__init__(pipe, packetizer_class=_Packets)  # type: ignore[arg-type]
        self.offers: dict[str, list[str]] = {}
        self.goodbye = ""
        self.greeted = False
        self.preface = b""  # what came before a greeting
        self.opened = 0
        self.over = threading.Event()  # set once the connection has ended, whatever ended it
        self.certificate: Certificate | None = None
        self.outdated: tuple[str, ...] = ()
        self.typed = Typed()
        self._pipe = pipe
        self._key_types = key_types
        self._certificates = certificates
        self._old = old
        if old:
            self._preferred_ciphers = (*self._preferred_ciphers, *legacy.CIPHERS)
            self._preferred_macs = (*self._preferred_macs, *legacy.MACS)
            self._kex_info = {**self._kex_info, "diffie-hellman-group-exchange-sha256": legacy.LegacyGex}

    @property
    def preferred_keys(self) -> tuple[str, ...]:
        """Types of host keys: certificates where an authority is known for the host, then keys known of it."""
        known = [name for kind in self._key_types for name in self._algorithms(kind)]
        usual = [*self._preferred_keys, *(legacy.HOST_KEYS if self._old else ())]  # type: ignore[attr-defined] # paramiko's
        plain = tuple(dict.fromkeys(name for name in (*known, *usual) if name in usual))
        certified = (name + SUFFIX for name in self._preferred_keys) if self._certificates else ()  # type: ignore[attr-defined] # the same
        return (*certified, *plain)

    @property
    def preferred_kex(self) -> tuple[str, ...]:
        """Key exchanges, the strongest first."""
        usual = list(super().preferred_kex)
        usual.insert(usual.index("curve25519-sha256@libssh.org"), "curve25519-sha256")
        return (*usual, *(legacy.KEX if self._old else ()))

    @property
    def preferred_pubkeys(self) -> tuple[str, ...]:
        """How keys of ours sign; with SHA-1 only for a host that is allowed it and says of nothing better."""
        usual = tuple(super().preferred_pubkeys)
        if not self._old:
            return usual
        return (*usual, "ssh-rsa") if "server-sig-algs" in self.server_extensions else ("ssh-rsa", *usual)

    @property
    def _packets(self) -> _Packets:
        assert isinstance(self.packetizer, _Packets)  # noqa: S101 - what __init__ asked paramiko for
        return self.packetizer

    @property
    def old(self) -> bool:
        """Whether a person allowed outdated algorithms for this host."""
        return self._old

    def used_outdated(self, what: str) -> None:
        """Something outdated is in use."""
        if what not in self.outdated:
            self.outdated = (*self.outdated, what)

    def _algorithms(self, kind: str) -> tuple[str, ...]:
        """Signature algorithms for a type of key; SHA-1 for RSA only where it is allowed."""
        if kind != "ssh-rsa":
            return (kind,)
        return ("rsa-sha2-512", "rsa-sha2-256", *(legacy.HOST_KEYS if self._old else ()))

    def _parse_kex_init(self, m: Message) -> None:
        super()._parse_kex_init(m)  # type: ignore[misc] # not in the stubs
        agreed = self._agreed()
        etm_with_cbc = any("-cbc" in name for name in agreed) and any("-etm@" in name for name in agreed)
        if etm_with_cbc and not self.agreed_on_strict_kex:  # type: ignore[attr-defined] # not in the stubs
            # the one pair of ours whose beginning can be cut off unseen (CVE-2023-48795)
            raise IncompatiblePeer("macs: only encrypt-then-MAC beside CBC, without strict key exchange")
        for name in agreed:
            if name in legacy.ALL:
                self.used_outdated(name)

    def _agreed(self) -> tuple[str, ...]:
        """Everything that the key exchange settled on."""
        parts: tuple[Any, ...] = (
            getattr(self.kex_engine, "name", ""),
            self.host_key_type,
            self.local_cipher,
            self.remote_cipher,  # type: ignore[attr-defined] # not in the stubs
            self.local_mac,
            self.remote_mac,  # type: ignore[attr-defined] # the same
        )
        return tuple(str(part) for part in parts if part)

    def _verify_key(self, host_key: bytes, sig: bytes) -> None:
        """The step of paramiko in which the host proves its key; certificates it would take unseen."""
        least = legacy.LEAST_RSA if self._old else _LEAST_RSA
        key, certificate = prove(str(self.host_key_type), host_key, sig, self.H or b"", least_rsa=least)
        if self.host_key is not None and self.host_key.asbytes() != key.asbytes():
            raise HostProofError(tr("became another one in the middle of the connection"))
        if self.host_key_type in (*legacy.HOST_KEYS, "rsa-sha2-256", "rsa-sha2-512") and key.get_bits() < _LEAST_RSA:
            self.used_outdated(f"an RSA host key of {key.get_bits()} bits")
        self.host_key, self.certificate = key, certificate

    def _parse_newkeys(self, m: Message) -> None:
        super()._parse_newkeys(m)  # type: ignore[misc] # not in the stubs
        if not self.authenticated:
            self._packets.most = _LOGIN

    def _auth_trigger(self) -> None:
        super()._auth_trigger()  # type: ignore[misc] # not in the stubs
        if str(getattr(self, "_agreed_pubkey_algorithm", "")).startswith(legacy.HOST_KEYS):
            self.used_outdated(legacy.HOST_KEYS[0])  # our own key signed with SHA-1
        self._packets.most = sys.maxsize  # from here on the limits of the look count

    @property
    def key(self) -> bytes:
        """The host's public key that the key exchange proved; SSHException before that."""
        if self.host_key is None:
            raise SSHException("no key exchange yet")
        return bytes(self.host_key.asbytes())

    def run(self) -> None:
        """Paramiko's thread."""
        try:
            super().run()
        finally:
            self.over.set()

    @property
    def heard(self) -> float:
        """When the host's last bytes came, by the monotonic clock."""
        return self._pipe.heard

    def keepalive(self) -> None:
        """Ask for a sign of life; every server answers, most of them that they don't know the request (RFC 4254, 4)."""
        with contextlib.suppress(SSHException, EOFError, OSError):
            request = Message()
            request.add_byte(cMSG_GLOBAL_REQUEST)
            request.add_string("keepalive@openssh.com")
            request.add_boolean(True)  # noqa: FBT003 - a reply is the point of it
            self._send_user_message(request)  # type: ignore[attr-defined] # what Transport itself does

    def cut(self) -> None:
        """Close the pipe now; every wait on this connection ends within a tenth of a second."""
        self._pipe.close()

    def end(self) -> None:
        """Close, and give paramiko's thread a moment to end; unlike ``close`` this can't wait for ever."""
        self.active = False
        self.packetizer.close()
        for channel in list(self._channels.values()):  # type: ignore[attr-defined] # not in the stubs
            channel._unlink()  # noqa: SLF001 - what paramiko's own close does
        if self.is_alive() and threading.current_thread() is not self:
            self.join(2)

    def open_channel(self, *args: Any, **kwargs: Any) -> Channel:
        """Count what is opened: one shell a host is a promise."""
        self.opened += 1
        try:
            return super().open_channel(*args, **kwargs)
        except (SSHException, EOFError, OSError):
            raise
        except Exception as error:  # thread boundary: paramiko raises here whatever its own thread died of
            raise SSHException("the connection ended") from error

    def _check_banner(self) -> None:
        """Read the greeting byte by byte: it is short, and nothing behind it may be taken along."""
        taken = 0
        for _ in range(_GREETING_LINES):
            line = bytearray()
            while not line.endswith(b"\n"):
                line += self._greeting_byte()
                taken += 1
                self.preface += line[-1:]
                if taken > _GREETING_BYTES:
                    raise NotSshError("too much before the greeting")
            if line.startswith(b"SSH-"):
                self.remote_version = line.decode("ascii", "replace").rstrip("\r\n")
                if not line.startswith((b"SSH-2.0-", b"SSH-1.99-")):
                    raise IncompatiblePeer("only the outdated SSH protocol 1")
                self.greeted = True
                return
        raise NotSshError("no greeting in the first lines")

    def _greeting_byte(self) -> bytes:
        while self.active:
            try:
                piece: bytes = self.sock.recv(1)
            except TimeoutError:
                continue
            if not piece:
                raise EOFError
            return piece
        raise EOFError

    def _really_parse_kex_init(self, m: Message, ignore_first_byte: bool = False) -> dict[str, Any]:  # noqa: FBT001, FBT002 - paramiko's signature
        # A private step of paramiko, which has no other way to tell what the host offered.
        parsed: dict[str, Any] = super()._really_parse_kex_init(m, ignore_first_byte)  # type: ignore[misc]
        self.offers = {name: list(value) for name, value in parsed.items() if isinstance(value, list)}
        return parsed

    def _parse_ext_info(self, msg: Message) -> None:
        # paramiko loops as often as the message says, up to four thousand million times.
        extensions = {}
        for _ in range(min(msg.get_int(), _COUNT)):
            name = msg.get_string().decode("ascii", "replace")
            extensions[name] = msg.get_string()
        self.server_extensions = extensions

    def _parse_debug(self, m: Message) -> None:
        """What a host says for debugging is for nobody here."""

    def _log(self, level: int, msg: object, *args: object) -> None:
        """Nothing is logged, so nothing is put into words either."""

    def _parse_disconnect(self, m: Message) -> None:
        m.get_int()
        self.goodbye = m.get_string().decode("utf-8", "replace")

    # paramiko calls these with the channel first.
    _channel_handler_table = {  # noqa: RUF012 - as in paramiko
        **Transport._channel_handler_table,  # type: ignore[attr-defined] # noqa: SLF001 - paramiko's table, unstubbed
        MSG_CHANNEL_DATA: lambda channel, m: _feed(channel, m, Channel._feed),  # type: ignore[attr-defined] # noqa: SLF001 - the same
        MSG_CHANNEL_EXTENDED_DATA: lambda channel, m: _feed(channel, m, Channel._feed_extended),  # type: ignore[attr-defined] # noqa: SLF001 - the same
    }


def _feed(channel: Channel, m: Message, feed: Callable[[Channel, Message], None]) -> None:
    if len(channel.in_buffer) + len(channel.in_stderr_buffer) > _BUFFERED:
        raise OverrunError(tr("more than it was allowed to"))
    feed(channel, m)
