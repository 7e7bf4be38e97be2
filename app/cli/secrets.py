"""Where the secrets of a run come from: standard input, or the keyring; never the command line."""

import json
import sys
from collections.abc import Mapping, Sequence
from typing import Any

from app.cli.common import complain, plain
from app.errors import CredentialError, NoKeyringError, UsageError
from app.language import tr
from app.model import Target, TargetState
from app.transport.base import Secrets

MAX_BYTES = 1_000_000
_KINDS = ("password", "passphrase", "sudo")
_EXAMPLE = '{"hv1": {"password": "..."}}'
_WITHOUT = ("credential-missing", "login-rejected")
_HOPS = 8  # jump hosts of jump hosts
_SHOWN = 5  # names in one sentence


class SecretSource:
    """The secrets by target name, else those of the keyring."""

    def __init__(self, given: Mapping[str, Secrets] | None) -> None:
        self._given = given
        self._kept: Any = None
        self._absent: CredentialError | None = None

    @classmethod
    def from_options(cls, source: str) -> "SecretSource":
        """``--secrets -``: JSON on standard input; nothing given: the keyring."""
        if not source:
            return cls(None)
        if source != "-":
            raise UsageError(tr("--secrets takes only - (standard input): a file with passwords is never read."))
        if sys.stdin is None:
            raise UsageError(tr("--secrets -: standard input is closed; pipe the JSON of your secret manager into it."))
        if sys.stdin.isatty():
            raise UsageError(
                tr("--secrets -: standard input is a terminal; pipe the JSON of your secret manager into it.")
            )
        return cls(_read(sys.stdin.buffer.read(MAX_BYTES + 1)))

    def of(self, target: Target) -> Secrets:
        """The secrets of a target; a keyring that can't be used is said once, and the run goes on without."""
        if self._given is not None:
            return self._given.get(target.name) or Secrets()
        if target.transport == "local":
            return Secrets()
        if self._kept is None:
            from app.credentials import KeptSecrets  # noqa: PLC0415 - only for a target that may need it

            self._kept = KeptSecrets(self._failed)
        kept: Secrets = self._kept.of(target)
        return kept

    def _failed(self, error: CredentialError) -> None:
        """Say it; but a server without a keyring is no news to a nightly job, until it misses a password."""
        if isinstance(error, NoKeyringError) and not sys.stderr.isatty():
            self._absent = error
        else:
            complain(tr("{error} Going on without saved passwords.").format(error=error))

    def explain(self, states: Sequence[TargetState]) -> None:
        """After a run: say that there is no keyring if a target found no one to log in as."""
        if self._absent is not None and any(state.error_kind in _WITHOUT for state in states):
            complain(str(self._absent))

    def unused(self, targets: Sequence[Target]) -> list[str]:
        """Names of secrets that no target and no host on the way to one has: most likely a slip of the pen."""
        if self._given is None:
            return []
        from app.transport.sshconfig import applied  # noqa: PLC0415 - only for this question

        known = {target.name for target in targets}
        jumps = {applied(target).proxy_jump for target in targets}
        for _ in range(_HOPS):
            between = set().union(*map(_hosts_of, jumps)) - known
            known |= between
            jumps = {applied(Target(name, name, port=0)).proxy_jump for name in between}
        return sorted(set(self._given) - known)


def warn_of_unused(source: SecretSource, targets: Sequence[Target]) -> None:
    """Say which secrets of standard input are for nobody."""
    if unused := source.unused(targets):
        said = (
            tr("--secrets -: there is no target {names} and {n} more; its secrets are not used.")
            if len(unused) > _SHOWN
            else tr("--secrets -: there is no target {names}; its secrets are not used.")
        )
        complain(said.format(names=", ".join(unused[:_SHOWN]), n=len(unused) - _SHOWN))


def fault_of(secret: str) -> str:
    """What is wrong with a secret, in words that don't hold it; empty if any login could take it."""
    if not secret:
        return tr("is empty")
    if set(secret) & set("\n\r\0"):
        return tr("holds a line break or a NUL, which no login takes")
    try:
        secret.encode()
    except UnicodeEncodeError:
        return tr("holds half a character (a lone surrogate)")
    return ""


def _hosts_of(proxy_jump: str) -> set[str]:
    """The names in a ProxyJump: ``[user@]host[:port]``, separated by commas; each as written and without the rest."""
    found: set[str] = set()
    for one in filter(None, (part.strip() for part in proxy_jump.split(","))):
        host = one.removeprefix("ssh://").rpartition("@")[2]
        bare = host[1:].partition("]")[0] if host.startswith("[") else host.partition(":")[0]
        found |= {one, host, bare}
    return found


def _read(data: bytes) -> dict[str, Secrets]:
    """The secrets by name; UsageError says what is wrong, and never quotes: it may be a password."""
    if len(data) > MAX_BYTES:
        raise UsageError(tr("--secrets -: more than 1 MB; give one JSON object."))
    if not data.strip():
        raise UsageError(tr("--secrets -: nothing came on standard input; give {example}.").format(example=_EXAMPLE))
    try:
        value = json.loads(data, object_pairs_hook=_once)
    except _TwiceError:
        raise UsageError(tr("--secrets -: a name stands twice in one object; give each once.")) from None
    except (ValueError, RecursionError):
        raise UsageError(tr("--secrets -: not JSON; write {example}.").format(example=_EXAMPLE)) from None
    if not isinstance(value, dict):
        raise UsageError(
            tr("--secrets -: expected one JSON object by target name: {example}.").format(example=_EXAMPLE)
        )
    return {name: _typed(plain(name), entry) for name, entry in value.items()}


class _TwiceError(Exception):
    """A key stands twice."""


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _TwiceError
    return found


def _typed(name: str, entry: object) -> Secrets:
    if not isinstance(entry, dict) or not set(entry) <= set(_KINDS):
        raise UsageError(
            tr("--secrets -: {name}: expected an object with {keys} only.").format(name=name, keys=", ".join(_KINDS))
        )
    for kind, secret in entry.items():
        if not isinstance(secret, str):
            raise UsageError(tr("--secrets -: {name}: each secret must be text.").format(name=name))
        if fault := fault_of(secret):
            what = {"password": tr("password"), "passphrase": tr("passphrase"), "sudo": tr("sudo password")}[kind]
            raise UsageError(
                tr("--secrets -: {name}: the {what} {fault}; give it without, or leave it out.").format(
                    name=name, what=what, fault=fault
                )
            )
    return Secrets(**entry)
