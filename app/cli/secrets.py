"""Where the secrets of a run come from: standard input, or the keyring; never the command line."""

import json
import sys
from collections.abc import Mapping

from app.cli.common import complain
from app.errors import CredentialError, UsageError
from app.model import Target
from app.transport.base import Secrets

MAX_BYTES = 1_000_000
_KINDS = ("password", "passphrase", "sudo")


class SecretSource:
    """The secrets by target name, else those of the keyring."""

    def __init__(self, given: Mapping[str, Secrets] | None) -> None:
        self._given = given
        self._keyring_works = True

    @classmethod
    def from_options(cls, source: str) -> "SecretSource":
        """``--secrets -``: JSON on standard input; nothing given: the keyring."""
        if not source:
            return cls(None)
        if source != "-":
            raise UsageError("--secrets takes only - (standard input): a file with passwords is never read.")
        data = sys.stdin.buffer.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            raise UsageError("--secrets -: more than 1 MB; give one JSON object.")
        try:
            value = json.loads(data)
        except (ValueError, RecursionError):
            # The text is not quoted: it may hold a password.
            raise UsageError('--secrets -: not JSON; write {"hv1": {"password": "..."}}.') from None
        return cls(_typed(value))

    def of(self, target: Target) -> Secrets:
        """The secrets of a target; a keyring that can't be used is said once, and the run goes on without."""
        if self._given is not None:
            return self._given.get(target.name) or Secrets(None, None, None)
        if target.transport == "local" or not self._keyring_works:
            return Secrets(None, None, None)
        from app import credentials  # noqa: PLC0415 - keyring is imported only for a target that may need it

        try:
            return credentials.load(target)
        except CredentialError as error:
            self._keyring_works = False
            if sys.stderr.isatty():
                complain(f"{error} Going on without saved passwords.")
            return Secrets(None, None, None)


def _typed(value: object) -> dict[str, Secrets]:
    if not isinstance(value, dict):
        raise UsageError('--secrets -: expected one JSON object by target name: {"hv1": {"password": "..."}}.')
    found = {}
    for name, entry in value.items():
        if not isinstance(entry, dict) or not set(entry) <= set(_KINDS):
            raise UsageError(f"--secrets -: {name}: expected an object with {', '.join(_KINDS)} only.")
        if not all(isinstance(one, str) for one in entry.values()):
            raise UsageError(f"--secrets -: {name}: each secret must be text.")
        found[str(name)] = Secrets(entry.get("password"), entry.get("passphrase"), entry.get("sudo"))
    return found
