"""Hosts that do their worst before and during the login: each is refused in one sentence, in time and cheaply."""

import contextlib
import os
import socket
import threading
import time

import paramiko
import pytest
import sshd_rig
from paramiko.common import (
    AUTH_SUCCESSFUL,
    MSG_CHANNEL_OPEN_FAILURE,
    MSG_REQUEST_FAILURE,
    cMSG_CHANNEL_OPEN,
    cMSG_DEBUG,
    cMSG_GLOBAL_REQUEST,
    cMSG_IGNORE,
    cMSG_KEXINIT,
    cMSG_USERAUTH_BANNER,
)
from paramiko.kex_gex import KexGexSHA256, c_MSG_KEXDH_GEX_GROUP

from app.errors import ConnectError
from app.transport.base import Limits

LIMITS = Limits(connect=4, login=4, host=6)
GEX = "diffie-hellman-group-exchange-sha256"


class Lets(paramiko.ServerInterface):
    """Lets everybody in."""

    def get_allowed_auths(self, _username):
        return "publickey"

    def check_auth_publickey(self, _username, _key):
        return AUTH_SUCCESSFUL


class Hostile(paramiko.Transport):
    """A server with strict key exchange off, so that nothing of it stops what a scenario does."""

    def __init__(self, connection, key):
        super().__init__(connection, strict_kex=False)
        self.name = "hostile-transport"
        # paramiko's own timer of the handshake outlives a connection that ends while it is started.
        self.packetizer.start_handshake = lambda _timeout: None
        self.add_server_key(key)


@pytest.fixture
def serve(tmp_path):
    """Serve one connection: serve(prepare) gives an Sshd-like handle; prepare(transport) sets the scenario up."""
    stop = []

    def start(prepare, interface=Lets):
        path = sshd_rig.make_key(tmp_path / "host_key")
        key = paramiko.Ed25519Key.from_private_key_file(str(path))
        listener = socket.create_server(("127.0.0.1", 0))

        def accept():
            with contextlib.suppress(OSError):
                connection, _ = listener.accept()
                transport = Hostile(connection, key)
                stop.append(transport)
                prepare(transport)
                transport.start_server(event=threading.Event(), server=interface())

        threading.Thread(target=accept, name="hostile-accept", daemon=True).start()
        stop.append(listener)
        port = listener.getsockname()[1]
        known = tmp_path / "known_hosts"
        known.write_text(f"[127.0.0.1]:{port} {sshd_rig.public(path)}\n")
        own = sshd_rig.make_key(tmp_path / "id")
        return sshd_rig.Sshd(port, "audit", own, known, path, None, None, None)

    yield start
    for one in stop:
        one.close()


def refused(dial, server, longest=LIMITS.connect + LIMITS.login + 2, **given):
    begun = time.monotonic()
    with pytest.raises(ConnectError) as caught:
        dial(server, limits=LIMITS, **given).close()
    assert time.monotonic() - begun < longest
    sentence = str(caught.value)
    assert sentence.startswith("hv1 (127.0.0.1:")
    assert sentence.isprintable()
    assert len(sentence) < 2000
    return caught.value


# --- groups ----------------------------------------------------------------------------------------------------------

SAFE = paramiko.kex_group14.KexGroup14SHA256.P


@pytest.mark.parametrize(
    ("prime", "base", "old"),
    [
        (1, 2, False),
        (0, 2, False),
        (3, 2, True),
        ((1 << 1023) + 1, 2, False),
        ((1 << 16383) + 1, 2, False),
        ((1 << 1_000_000) + 1, 2, False),
        (SAFE - 1, 2, False),
        (SAFE, 0, False),
        (SAFE, 1, False),
        (SAFE, SAFE - 1, False),
        (SAFE, SAFE, False),
    ],
    ids=["1", "0", "2 bits", "1024 bits", "16384 bits", "a million bits", "even", "g0", "g1", "g-1", "g=p"],
)
def test_absurd_groups(serve, dial, prime, base, old):
    class Gex(KexGexSHA256):
        def _parse_kexdh_gex_request(self, _m):
            reply = paramiko.Message()
            reply.add_byte(c_MSG_KEXDH_GEX_GROUP)
            for number in (prime, base):
                reply.add_string(b"\0" + number.to_bytes((number.bit_length() + 7) // 8, "big"))
            self.transport._send_message(reply)

    def prepare(transport):
        transport._preferred_kex = (GEX,)
        transport._kex_info = {GEX: Gex}
        transport._modulus_pack = object()

    error = refused(dial, serve(prepare), longest=3, legacy_algorithms=old)
    assert error.kind == "protocol"
    assert "group" in str(error)


# --- lists -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "names",
    [
        b"",
        b"," * 100_000,
        b"\xff\xfe,\x00",
        b"\x1b]0;owned\x07",
        b"a" * 200_000,
        b",".join(b"x%d" % number for number in range(30_000)),
        b"kex-strict-s-v00@openssh.com," * 5000,
    ],
    ids=["empty", "commas", "no text", "escapes", "one long name", "many", "strict only"],
)
def test_absurd_lists(serve, dial, names):
    def prepare(transport):
        def send():
            message = paramiko.Message()
            message.add_byte(cMSG_KEXINIT)
            message.add_bytes(os.urandom(16))
            message.add_string(names)
            for _ in range(9):
                message.add_string(b"")
            message.add_boolean(False)
            message.add_int(0)
            transport.local_kex_init = transport._latest_kex_init = message.asbytes()
            transport._send_message(message)

        transport._send_kex_init = send

    assert refused(dial, serve(prepare)).kind in {"no-common-algorithm", "protocol"}


# --- floods ----------------------------------------------------------------------------------------------------------


def flood(transport, byte):
    """These packets, for ever."""

    def run():
        message = paramiko.Message()
        message.add_byte(byte)
        if byte == cMSG_DEBUG:
            message.add_boolean(True)
        message.add_string(b"x" * 100)
        message.add_string(b"")
        with contextlib.suppress(Exception):
            while True:
                transport._send_message(message)

    threading.Thread(target=run, name="hostile-flood", daemon=True).start()


@pytest.mark.parametrize("byte", [cMSG_DEBUG, cMSG_IGNORE], ids=["debug", "ignore"])
def test_a_flood_in_the_key_exchange(serve, dial, byte):
    def prepare(transport):
        transport._send_kex_init = lambda: flood(transport, byte)

    error = refused(dial, serve(prepare), longest=3)
    assert error.kind == "protocol"
    assert "packets without an end" in str(error)


@pytest.mark.parametrize("byte", [cMSG_DEBUG, cMSG_IGNORE, cMSG_USERAUTH_BANNER], ids=["debug", "ignore", "banner"])
def test_a_flood_in_the_login(serve, dial, byte):
    class Floods(Lets):
        def check_auth_publickey(self, _username, _key):
            flood(self.transport, byte)
            time.sleep(30)
            return AUTH_SUCCESSFUL

    made = []

    def prepare(transport):
        Floods.transport = transport
        made.append(transport)

    error = refused(dial, serve(prepare, Floods))
    assert error.kind in {"protocol", "timeout"}
    if byte == cMSG_USERAUTH_BANNER:
        assert "greetings without an end" in str(error)


# --- what a server must not open -------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["x11", "auth-agent@openssh.com", "forwarded-tcpip", "direct-tcpip", "session"])
def test_a_host_opens_nothing(serve, dial, kind):
    answers = []

    def prepare(transport):
        transport._handler_table[MSG_CHANNEL_OPEN_FAILURE] = lambda _m: answers.append("no channel")
        transport._handler_table[MSG_REQUEST_FAILURE] = lambda _m: answers.append("no request")
        triggered = transport._auth_trigger

        def trigger():
            triggered()
            opening = paramiko.Message()
            opening.add_byte(cMSG_CHANNEL_OPEN)
            opening.add_string(kind)
            for number in (7, 1 << 20, 1 << 15):
                opening.add_int(number)
            opening.add_string("127.0.0.1")
            opening.add_int(22)
            opening.add_string("127.0.0.1")
            opening.add_int(22)
            transport._send_message(opening)
            request = paramiko.Message()
            request.add_byte(cMSG_GLOBAL_REQUEST)
            request.add_string("tcpip-forward")
            request.add_boolean(True)
            request.add_string("127.0.0.1")
            request.add_int(0)
            transport._send_message(request)

        transport._auth_trigger = trigger

    session = dial(serve(prepare), limits=LIMITS)
    end = time.monotonic() + 30
    while len(answers) < 2 and time.monotonic() < end:
        time.sleep(0.02)
    session.close()
    assert answers == ["no channel", "no request"]


def test_a_host_that_takes_no_signature_of_our_key(serve, dial, tmp_path):
    def prepare(transport):
        transport._preferred_pubkeys = ("ssh-ed25519",)

    key = sshd_rig.make_key(tmp_path / "rsa", "rsa")
    error = refused(dial, serve(prepare), identity=str(key))
    assert error.kind == "login-rejected"
    assert "takes no signature by a key of that type" in str(error)
