"""Scenarios of the key exchange and of host keys: no credential may be offered, unless the key is believed."""

from hostile.scenario import ALL, CONNECT, Scenario

BROKEN = ("key exchange", "look at that host's SSH server")
SLOW = ("key exchange", "--connect-timeout")
OLD = ("no longer safe", "up to date")
OTHER = ("does not speak", "KexAlgorithms")
NOT_SENT = ("host key", "nothing was sent", "look at that host")
UNSAFE = ("unsafe in the key exchange", "look at that host")

SCENARIOS = (
    Scenario("kexinit-silent", "greets and is silent", ("timeout",), SLOW, CONNECT, offers=0),
    Scenario("kexinit-drips", "one byte a second", ("timeout",), SLOW, CONNECT, offers=0),
    Scenario("kexinit-empty-lists", "offers nothing", ("no-common-algorithm",), OTHER, offers=0),
    Scenario("kexinit-huge-lists", "7000 names", ("no-common-algorithm",), OTHER, offers=0),
    Scenario("kexinit-unknown-only", "names of the future", ("no-common-algorithm",), ("quantum-kex",), offers=0),
    Scenario("kexinit-cbc-only", "CBC only", ("no-common-algorithm",), ("ciphers", "aes256-cbc", *OLD), offers=0),
    Scenario("kexinit-sha1-only", "SHA-1 only", ("no-common-algorithm",), ("group1-sha1", *OLD), offers=0),
    Scenario("kexinit-sha1-keys-only", "RSA with SHA-1", ("no-common-algorithm",), ("ssh-rsa", *OLD), offers=0),
    Scenario("kexinit-md5-only", "MD5 only", ("no-common-algorithm",), ("hmac-md5", *OLD), offers=0),
    Scenario("kexinit-compression-only", "packed or nothing", ("no-common-algorithm",), (), offers=0),
    Scenario("kexinit-with-escapes", "escapes as names", ("no-common-algorithm", "protocol"), (), offers=0),
    Scenario("kexinit-guesses-wrongly", "a guess that is wrong", ("no-common-algorithm",), OTHER, offers=0),
    Scenario("kexinit-cut-short", "half a message", ("protocol", "no-common-algorithm"), (), offers=0),
    Scenario("kexinit-list-length-lies", "a list of 4 GiB", ("protocol", "no-common-algorithm"), (), offers=0),
    Scenario("kexinit-twice", "two at once", ("protocol",), BROKEN, offers=0),
    Scenario("kexinit-flood", "one after the other", ("protocol",), BROKEN, offers=0),
    Scenario("packet-of-2-gib", "announces 2 GiB", ("protocol",), BROKEN, offers=0),
    Scenario("packet-of-4-gib", "announces 4 GiB", ("protocol",), BROKEN, offers=0),
    Scenario("packet-of-length-0", "announces nothing", ("protocol",), BROKEN, offers=0),
    Scenario("packet-of-padding-only", "more padding than packet", ("protocol",), BROKEN, offers=0),
    Scenario("packet-of-garbage", "random bytes", ("protocol", "timeout"), ("key exchange",), CONNECT, offers=0),
    Scenario("disconnect-with-escapes", "leaves with escapes", ("protocol",), ("Go away", "\\x1b"), offers=0),
    Scenario(
        "debug-and-ignore-flood", "messages to be ignored, without end", ("timeout", "protocol"), (), CONNECT,
        offers=0, run="flood",
    ),
    Scenario("kex-prime-is-tiny", "a prime of 5 bits", ("protocol",), UNSAFE, offers=0),
    Scenario("kex-prime-is-one", "1 as prime and generator", ("protocol",), UNSAFE, offers=0),
    Scenario("kex-prime-is-huge", "a prime of 240,000 bits", ("protocol",), UNSAFE, offers=0),
    Scenario("kex-bad-signature", "a signature that is none", ("protocol",), NOT_SENT, offers=0),
    Scenario("kex-point-of-zeros", "a point of order one", ("protocol",), BROKEN, offers=0),
    Scenario("kex-point-too-short", "a point of one byte", ("protocol",), BROKEN, offers=0),
    Scenario("kex-key-of-another-type", "RSA where ed25519 was agreed", ("protocol",), NOT_SENT, offers=0),
    Scenario("kex-key-is-nonsense", "random bytes as key", ("protocol",), NOT_SENT, offers=0),
    Scenario("kex-newkeys-at-once", "new keys without exchange", ("protocol",), BROKEN, offers=0),
    Scenario("kex-success-at-once", "a login before the keys", ("protocol",), BROKEN, offers=0),
    Scenario(
        "kex-bad-mac", "a wrong code on the first packet", ("protocol", "login-rejected", "lost"), (), offers=1,
    ),
    Scenario("reset-at-kexinit", "resets in the exchange", ("protocol", "no-banner"), (), offers=0),
    Scenario("reset-at-kex", "resets before its answer", ("protocol",), BROKEN, offers=0),
    Scenario("silence-at-kex", "is silent before its answer", ("timeout",), SLOW, CONNECT, offers=0),
    Scenario("drip-at-kex", "its answer byte by byte", ("timeout",), SLOW, CONNECT, offers=0),
    Scenario("half-at-kex", "half an answer, then silence", ("timeout",), SLOW, CONNECT, offers=0),
    Scenario(
        "host-key-unknown", "a key that nobody knows", ("host-key-unknown",), ("SHA256:", "--accept-new-host-keys"),
        known="none", offers=0,
    ),
    Scenario(
        "host-key-changed", "another key than before", ("host-key-changed",),
        ("CHANGED", "line 1", "SHA256:", "confirms"), known="changed", offers=0,
    ),
    Scenario(
        "host-key-revoked", "a revoked key", ("host-key-revoked",), ("revoked", "line 1"), known="revoked", offers=0,
    ),
    Scenario(
        "host-key-of-another-type", "ed25519 where ecdsa is known", ("host-key-changed", "no-common-algorithm"), (),
        known="other-type", offers=0,
    ),
    Scenario(
        "host-key-without-certificate", "a plain key where an authority is known", ("host-key-unknown",), ("SHA256:",),
        known="authority", offers=0,
    ),
    Scenario("host-key-hashed", "a known key under a hashed name", results=ALL, known="hashed"),
    Scenario(
        "host-key-among-rubbish", "a known key between lines that nobody can read", results=ALL, known="rubbish",
    ),
)  # fmt: skip
