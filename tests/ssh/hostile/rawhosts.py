"""Hosts that never come as far as a login: each takes a bare TCP connection and does its worst with it."""

import contextlib
import os
import socket
import struct
import time

GREETING = b"SSH-2.0-OpenSSH_9.2p1\r\n"
LONG = 90  # seconds; longer than any limit of the runs
KEX = "curve25519-sha256@libssh.org,ecdh-sha2-nistp256"
KEYS = "ssh-ed25519"
CIPHERS = "aes128-ctr"
MACS = "hmac-sha2-256"
HUGE = 0xFFFFFFFF


def packet(payload, length=None):
    """A packet as it goes over the wire before keys are exchanged; ``length`` replaces the true one."""
    padding = 8 - (len(payload) + 5) % 8 + 8
    size = 1 + len(payload) + padding if length is None else length
    return struct.pack(">IB", size, padding) + payload + bytes(padding)


def text(value):
    raw = value if isinstance(value, bytes) else value.encode()
    return struct.pack(">I", len(raw)) + raw


def kexinit(kex=KEX, keys=KEYS, ciphers=CIPHERS, macs=MACS, compression="none", *, follows=False):
    lists = (kex, keys, ciphers, ciphers, macs, macs, compression, compression, "", "")
    return b"\x14" + os.urandom(16) + b"".join(text(one) for one in lists) + bytes([follows]) + bytes(4)


def reset(connection):
    """End it as a crashed machine or a firewall does."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


def drip(connection, data):
    """One byte a second."""
    for byte in data:
        connection.sendall(bytes([byte]))
        time.sleep(1)


def swallow(connection):
    """Read and say nothing, until the other side goes."""
    connection.settimeout(LONG)
    with contextlib.suppress(OSError):
        while connection.recv(65536):
            pass


def after_greeting(connection, data):
    """The greeting, what the client says first, then these bytes and silence."""
    connection.sendall(GREETING)
    connection.recv(4096)
    connection.sendall(data)
    swallow(connection)


def endless(connection, piece, pause=0.002):
    """The same again and again, not so fast that it starves the machine that tests it."""
    while True:
        connection.sendall(piece)
        time.sleep(pause)


def gex(connection, prime, generator=2):
    """Group exchange with a group of our choice."""
    after_greeting(connection, packet(kexinit("diffie-hellman-group-exchange-sha256")) + packet(
        b"\x1f" + text(prime) + text(bytes([generator]))
    ))  # fmt: skip


def reply(connection, key, point, signature=b"\0" * 64, kex="curve25519-sha256@libssh.org"):
    """An answer to the key exchange made of these parts."""
    after_greeting(connection, packet(kexinit(kex)) + packet(b"\x1f" + text(key) + text(point) + text(signature)))


def ed25519(point=b"\x01" * 32):
    return text("ssh-ed25519") + text(point)


SIGNATURE = text("ssh-ed25519") + text(b"\x02" * 64)
MANY = ",".join(f"algorithm-{number}@example.org" for number in range(7000))
ESCAPES = "\x1b]0;owned\x07,\x1b[2J\x1b[31mred,<img src='file:///dev/zero'>,\u202eab"

# name of the scenario: what it does with a connection
RAW = {
    "tcp-accepts-and-is-silent": swallow,
    "tcp-reset-at-once": reset,
    "tcp-closes-at-once": lambda one: one.close(),
    "tcp-one-byte-a-second": lambda one: drip(one, b"x" * LONG),
    "tcp-half-greeting": lambda one: (one.sendall(b"SSH-2.0-Op"), swallow(one)),
    "tcp-reset-in-the-greeting": lambda one: (one.sendall(b"SSH-2.0-Op"), time.sleep(0.2), reset(one)),
    "greeting-is-http": lambda one: (
        one.sendall(b"HTTP/1.1 400 Bad Request\r\nServer: x\r\nContent-Type: text/html\r\n\r\n<html>no</html>\r\n"),
        one.close(),
    ),
    "greeting-is-smtp": lambda one: (one.sendall(b"220 mail.example.org ESMTP\r\n"), swallow(one)),
    "greeting-is-tls": lambda one: (one.sendall(b"\x15\x03\x01\x00\x02\x02\x0a"), one.close()),
    "greeting-without-end": lambda one: (one.sendall(b"SSH-2.0-" + b"A" * (10 << 20)), swallow(one)),
    "greeting-of-a-10-mb-line": lambda one: (one.sendall(b"A" * (10 << 20) + b"\r\nSSH-2.0-x\r\n"), swallow(one)),
    "greeting-ssh-1": lambda one: (one.sendall(b"SSH-1.5-OpenSSH_2.0\r\n"), swallow(one)),
    "greeting-with-escapes": lambda one: (one.sendall(b"SSH-2.0-\x1b]0;owned\x07\x1b[2J\r\n"), swallow(one)),
    "greeting-after-endless-lines": lambda one: endless(one, b"Welcome to the machine!\r\n", 0.001),
    "greeting-drips": lambda one: drip(one, b"SSH-2.0-OpenSSH_9.2p1 " + b"x" * LONG),
    "greeting-of-nuls": lambda one: (one.sendall(bytes(9000)), swallow(one)),
    "greeting-of-lone-cr": lambda one: (one.sendall(b"\r" * 9000), swallow(one)),
    "greeting-version-9": lambda one: (one.sendall(b"SSH-9.9-next\r\n"), swallow(one)),
    "greeting-not-utf8": lambda one: (one.sendall(b"SSH-2.0-\xff\xfe\xfd\r\n"), one.recv(4096), one.close()),
    "greeting-busy": lambda one: (one.sendall(b"Exceeded MaxStartups\r\n"), one.close()),
    "kexinit-silent": lambda one: after_greeting(one, b""),
    "kexinit-drips": lambda one: (one.sendall(GREETING), one.recv(4096), drip(one, packet(kexinit()))),
    "kexinit-empty-lists": lambda one: after_greeting(one, packet(kexinit("", "", "", "", ""))),
    "kexinit-huge-lists": lambda one: after_greeting(one, packet(kexinit(MANY))),
    "kexinit-unknown-only": lambda one: after_greeting(
        one, packet(kexinit("quantum-kex", "quantum-key", "quantum-cipher", "quantum-mac"))
    ),
    "kexinit-cbc-only": lambda one: after_greeting(one, packet(kexinit(ciphers="aes256-cbc,3des-cbc"))),
    "kexinit-sha1-only": lambda one: after_greeting(
        one, packet(kexinit("diffie-hellman-group1-sha1,diffie-hellman-group14-sha1"))
    ),
    "kexinit-sha1-keys-only": lambda one: after_greeting(one, packet(kexinit(keys="ssh-rsa,ssh-dss"))),
    "kexinit-md5-only": lambda one: after_greeting(one, packet(kexinit(macs="hmac-md5,hmac-sha1-96"))),
    "kexinit-compression-only": lambda one: after_greeting(one, packet(kexinit(compression="zlib,zlib@openssh.com"))),
    "kexinit-with-escapes": lambda one: after_greeting(one, packet(kexinit(ESCAPES))),
    "kexinit-guesses-wrongly": lambda one: after_greeting(
        one, packet(kexinit("quantum-kex", follows=True)) + packet(b"\x1f" + bytes(200))
    ),
    "kexinit-cut-short": lambda one: after_greeting(one, packet(kexinit()[:40])),
    "kexinit-list-length-lies": lambda one: after_greeting(one, packet(b"\x14" + bytes(16) + struct.pack(">I", HUGE))),
    "kexinit-twice": lambda one: after_greeting(one, packet(kexinit()) * 2),
    "kexinit-flood": lambda one: (one.sendall(GREETING), endless(one, packet(kexinit()) * 20)),
    "packet-of-2-gib": lambda one: after_greeting(one, packet(b"\x14", length=0x7FFFFFFF) + bytes(1 << 20)),
    "packet-of-4-gib": lambda one: after_greeting(one, packet(b"\x14", length=HUGE)),
    "packet-of-length-0": lambda one: after_greeting(one, packet(b"\x14", length=0)),
    "packet-of-padding-only": lambda one: after_greeting(one, struct.pack(">IB", 12, 255) + bytes(11)),
    "packet-of-garbage": lambda one: after_greeting(one, os.urandom(5000)),
    "disconnect-with-escapes": lambda one: after_greeting(
        one, packet(b"\x01" + struct.pack(">I", 11) + text("\x1b[2JGo away\r\nPassword: \u202e") + text("en"))
    ),
    "debug-and-ignore-flood": lambda one: (
        one.sendall(GREETING),
        endless(one, (packet(b"\x02" + text("x" * 900)) + packet(b"\x04\x01" + text("\x1b[2Jx") + text("en"))) * 10),
    ),
    "kex-prime-is-tiny": lambda one: gex(one, b"\x17"),
    "kex-prime-is-one": lambda one: gex(one, b"\x01", 1),
    "kex-prime-is-huge": lambda one: gex(one, b"\x7f" + b"\xff" * 30_000),
    "kex-bad-signature": lambda one: reply(one, ed25519(), b"\x09" + bytes(31), SIGNATURE),
    "kex-point-of-zeros": lambda one: reply(one, ed25519(), bytes(32), SIGNATURE),
    "kex-point-too-short": lambda one: reply(one, ed25519(), b"\x09", SIGNATURE),
    "kex-key-of-another-type": lambda one: reply(
        one, text("ssh-rsa") + text(b"\x03") + text(b"\x00\xc1" + bytes(255)), b"\x09" + bytes(31), SIGNATURE
    ),
    "kex-key-is-nonsense": lambda one: reply(one, os.urandom(80), b"\x09" + bytes(31), SIGNATURE),
    "kex-newkeys-at-once": lambda one: after_greeting(one, packet(kexinit()) + packet(b"\x15")),
    "kex-success-at-once": lambda one: after_greeting(one, packet(kexinit()) + packet(b"\x34")),
}


def black_hole():
    """A port at which nothing ever answers: a listener whose queue is full; gives what must be kept open."""
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    listener.listen(0)
    kept = [listener]
    for _ in range(3):
        one = socket.socket()
        one.setblocking(False)
        one.connect_ex(listener.getsockname())
        kept.append(one)
    return listener.getsockname()[1], kept


def closed():
    """A port at which nothing listens, kept from others by being bound."""
    bound = socket.socket()
    bound.bind(("127.0.0.1", 0))
    return bound.getsockname()[1], [bound]
