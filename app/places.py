"""Where Bartizan finds its own content and resources, where it keeps its files, and whose account it runs in."""

import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path

_NAME = "bartizan"
KEY_NAMES = ("id_ed25519", "id_ecdsa", "id_rsa", "id_ed25519_sk", "id_ecdsa_sk")  # in ~/.ssh, the preferred one first


def real(path: Path) -> Path:
    """The file that a path leads to; links that lead in a circle, which Path.resolve() fails at, as they stand."""
    return Path(os.path.realpath(path))


def at_home(path: Path | str) -> Path:
    """A path whose ``~`` is the home; that of an unknown account, or where there is no home, as it stands.

    Path.expanduser() fails there: of an inventory, or in a container whose account has no name.
    """
    return Path(os.path.expanduser(path))  # noqa: PTH111 - see above


def default_keys() -> tuple[str, ...]:
    """The private keys in the places where ssh looks unasked, the preferred one first, as a person would write them."""
    return tuple(name for name in (f"~/.ssh/{one}" for one in KEY_NAMES) if at_home(name).is_file())


def account() -> str:
    """The short name of the account; its number where it has no name, as in a container."""
    import getpass  # noqa: PLC0415 - not before the first window

    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return str(os.getuid()) if sys.platform != "win32" else ""


def program_root() -> Path:
    """The folder that holds ``checks/`` and ``resources/``: the source tree, or the folder of a frozen program."""
    frozen = getattr(sys, "_MEIPASS", None)
    return Path(frozen) if frozen else Path(__file__).resolve().parent.parent


def checks_root() -> Path:
    """The project's own content."""
    return program_root() / "checks"


def resources_root() -> Path:
    """Icons, fonts, styles, translations."""
    return program_root() / "resources"


def cache_folder() -> Path:
    """For what can be made again; private to the user."""
    import platformdirs  # noqa: PLC0415 - the first window does without

    return private(_known(platformdirs.user_cache_dir))


def state_folder() -> Path:
    """For accepted host keys and logs; private to the user."""
    return private(_state())


def _state() -> Path:
    import platformdirs  # noqa: PLC0415 - the first window does without

    return _known(platformdirs.user_state_dir)


def config_folder() -> Path:
    """For what the user writes, such as remarks.txt; it need not be there."""
    import platformdirs  # noqa: PLC0415 - the first window does without

    return _known(platformdirs.user_config_dir)


def own_known_hosts() -> Path:
    """Host keys that were accepted in Bartizan; the user's own known_hosts is never written.

    It need not be there, nor its folder: who has no home to write to can audit all the same.
    """
    return _state() / "known_hosts"


def _known(folder_of: Callable[..., str]) -> Path:
    """A folder by the system's rules; a relative path where there is no home, which private() refuses."""
    try:
        return Path(folder_of(_NAME, appauthor=False))
    except RuntimeError:
        return Path("~", _NAME)


def private(folder: Path) -> Path:
    """Make a folder that is for the user alone; OSError where that can't be, as without a home."""
    if not folder.is_absolute():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(folder))  # there is no home
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def flush_folder(folder: Path) -> None:
    """Make new names in the folder survive a power cut; Windows has no such call and does it by itself."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
