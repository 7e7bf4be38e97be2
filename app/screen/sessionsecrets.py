"""The secrets of a session: what was typed is kept in memory, and what the keyring holds fills the gaps."""

from collections.abc import Callable, Mapping, Sequence

from app.model import Target
from app.transport.base import Secrets

_NONE = Secrets()


class SessionSecrets:
    """What was typed for each target; gone when the program ends or when it is told to forget."""

    def __init__(self) -> None:
        self._typed: dict[str, Secrets] = {}

    def of(self, name: str) -> Secrets:
        """What was typed for a target."""
        return self._typed.get(name, _NONE)

    def keep(self, name: str, secrets: Secrets) -> None:
        """Keep what was typed; nothing at all is forgotten, so that the keyring is asked again."""
        if is_empty(secrets):
            self._typed.pop(name, None)
        else:
            self._typed[name] = secrets

    def rename(self, old: str, new: str) -> None:
        """Let them follow a target to its new name."""
        if old in self._typed:
            self._typed[new] = self._typed.pop(old)

    def forget(self) -> int:
        """Drop them all; of how many targets there was something."""
        count = len(self._typed)
        self._typed.clear()
        return count

    def names(self) -> tuple[str, ...]:
        """Targets for which something is kept."""
        return tuple(sorted(self._typed))

    def __repr__(self) -> str:
        return f"SessionSecrets({len(self._typed)} hidden)"


def is_empty(secrets: Secrets) -> bool:
    """Whether there is no secret at all."""
    return secrets.password is None and secrets.passphrase is None and secrets.sudo is None


def asks_keyring(target: Target, typed: Secrets) -> bool:
    """Whether a secret that wasn't typed may help with this target: neither this computer nor an agent needs one."""
    if target.transport == "local":
        return False
    sudo = target.sudo == "password" and typed.sudo is None
    login = {
        "agent": False,
        "key": typed.passphrase is None,
        "password": typed.password is None,
    }.get(target.credential, typed.password is None and typed.passphrase is None)
    return sudo or login


def completed(
    targets: Sequence[Target], typed: Mapping[str, Secrets], load: Callable[[Target], Secrets]
) -> dict[str, Secrets]:
    """The secrets of these targets: what was typed, and where that leaves something open what ``load`` gives."""
    found = {target.name: typed.get(target.name, _NONE) for target in targets}
    for target in targets:
        if asks_keyring(target, found[target.name]):
            found[target.name] = found[target.name].filled(load(target))
    return found
