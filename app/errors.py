"""The errors that Bartizan knows: each carries one sentence for people (what, where, what to do).

Anything that is not a BartizanError is a bug and travels to the crash dialog or, with ``--debug``, to a traceback.
"""


class BartizanError(Exception):
    """A known fault; ``str(error)`` is one clear sentence without a trailing newline."""


class ContentError(BartizanError):
    """Checks, profiles or an inventory can't be used.

    ``problems`` holds one line per fault, each with file, line and item, so that an author mends them in one go.
    """

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class UsageError(BartizanError):
    """The person asked for something that can't be: exit status 3."""


class StoreError(BartizanError):
    """An audit file can't be opened, read or written."""


class ReportError(BartizanError):
    """A report can't be written."""


class CredentialError(BartizanError):
    """The keyring can't be used, or a secret is missing."""


class NoKeyringError(CredentialError):
    """There is no keyring at all, as on most servers: of interest only to who misses a secret."""


class ConnectError(BartizanError):
    """A target can't be looked at.

    ``kind`` is one of the words of CONNECT_KINDS, for scripts; the message is for people.
    """

    def __init__(self, kind: str, message: str) -> None:
        if kind not in CONNECT_KINDS:
            raise ValueError(f"unknown kind of connection error: {kind}")
        super().__init__(message)
        self.kind = kind


class UnknownHostKeyError(ConnectError):
    """Nobody has accepted this host key yet; the wizard shows the fingerprint and asks.

    ``seen`` names where else the same key was seen, as text from files: other names in known_hosts, other machines.
    ``between`` names the jump host whose key it is; empty where it is that of the target itself.
    """

    def __init__(
        self,
        message: str,
        *,
        host: str,
        port: int,
        key_type: str,
        fingerprint: str,
        key_base64: str,
        seen: tuple[str, ...] = (),
    ) -> None:
        super().__init__("host-key-unknown", message)
        self.host = host
        self.port = port
        self.key_type = key_type
        self.fingerprint = fingerprint
        self.key_base64 = key_base64
        self.seen = seen
        self.between = ""


CONNECT_KINDS = frozenset(
    {
        "ssh-config",  # the SSH configuration can't be trusted, or names no way to the host
        "name-unknown",  # the name doesn't resolve
        "refused",  # nothing listens at the port
        "no-answer",  # no connection within the limit
        "no-banner",  # connected, but no SSH greeting came
        "not-ssh",  # something else answers at the port
        "no-common-algorithm",  # the host offers only what Bartizan refuses
        "host-key-unknown",
        "host-key-changed",
        "host-key-revoked",
        "login-rejected",
        "second-factor",  # one proof accepted, another wanted that can't be given here
        "password-expired",
        "credential-missing",  # no agent, key or password to offer
        "key-unreadable",  # key file missing, unreadable or wrong passphrase
        "no-shell",  # logged in, but /bin/sh can't be run
        "lost",  # connection lost in the middle
        "timeout",  # a phase took longer than its limit
        "cancelled",
        "protocol",  # the host broke the SSH protocol
    }
)
