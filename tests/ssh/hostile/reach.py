"""Scenarios of the network and of the greeting: no key exchange begins."""

from hostile.scenario import CONNECT, Scenario

SILENT = ("greeting", "check that port")
NOT_SSH = ("no SSH server", "check address and port")
CLOSED = ("closed before any SSH greeting", "look at its SSH server")

SCENARIOS = (
    Scenario(
        "tcp-refused",
        "nothing listens",
        ("refused",),
        ("nothing listens", "check address and port"),
        offers=0,
    ),
    Scenario(
        "tcp-black-hole",
        "no packet is answered",
        ("no-answer",),
        ("no answer", "firewalls"),
        CONNECT,
        offers=0,
    ),
    Scenario("tcp-accepts-and-is-silent", "accepts and says nothing", ("no-banner",), SILENT, CONNECT, offers=0),
    Scenario("tcp-reset-at-once", "resets the connection", ("no-banner",), CLOSED, offers=0),
    Scenario("tcp-closes-at-once", "closes the connection", ("no-banner",), CLOSED, offers=0),
    Scenario("tcp-one-byte-a-second", "drips what is no greeting", ("no-banner",), SILENT, CONNECT, offers=0),
    Scenario("tcp-half-greeting", "stops within the greeting", ("no-banner",), SILENT, CONNECT, offers=0),
    Scenario("tcp-reset-in-the-greeting", "resets within the greeting", ("not-ssh", "no-banner"), (), offers=0),
    Scenario("greeting-is-http", "a web server", ("not-ssh",), NOT_SSH, offers=0),
    Scenario("greeting-is-smtp", "a mail server, which waits", ("not-ssh", "no-banner"), (), CONNECT, offers=0),
    Scenario("greeting-is-tls", "a TLS alert", ("not-ssh",), NOT_SSH, offers=0),
    Scenario("greeting-without-end", "10 MB of greeting", ("not-ssh",), NOT_SSH, offers=0),
    Scenario("greeting-of-a-10-mb-line", "10 MB before the greeting", ("not-ssh",), NOT_SSH, offers=0),
    Scenario("greeting-ssh-1", "protocol 1", ("no-common-algorithm",), ("no longer safe", "up to date"), offers=0),
    Scenario("greeting-with-escapes", "escapes, then silence", ("timeout",), ("key exchange",), CONNECT, offers=0),
    Scenario("greeting-after-endless-lines", "lines without end", ("not-ssh",), NOT_SSH, offers=0),
    Scenario("greeting-drips", "a greeting byte by byte", ("no-banner",), SILENT, CONNECT, offers=0),
    Scenario("greeting-of-nuls", "9000 NUL bytes", ("not-ssh",), NOT_SSH, offers=0),
    Scenario("greeting-of-lone-cr", "9000 carriage returns", ("not-ssh",), NOT_SSH, offers=0),
    Scenario("greeting-version-9", "a version that isn't", ("no-common-algorithm", "not-ssh"), (), offers=0),
    Scenario("greeting-not-utf8", "bytes that are no text", ("protocol",), ("key exchange",), offers=0),
    Scenario("greeting-busy", "sshd's own refusal", ("no-banner",), CLOSED, offers=0),
)
