"""Where Bartizan finds its own content and resources, and where it keeps its files on this computer."""

import sys
from pathlib import Path

_NAME = "bartizan"


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

    return _private(Path(platformdirs.user_cache_dir(_NAME, appauthor=False)))


def state_folder() -> Path:
    """For accepted host keys and logs; private to the user."""
    import platformdirs  # noqa: PLC0415 - the first window does without

    return _private(Path(platformdirs.user_state_dir(_NAME, appauthor=False)))


def config_folder() -> Path:
    """For what the user writes, such as remarks.txt; it need not be there."""
    import platformdirs  # noqa: PLC0415 - the first window does without

    return Path(platformdirs.user_config_dir(_NAME, appauthor=False))


def own_known_hosts() -> Path:
    """Host keys that were accepted in Bartizan; the user's own known_hosts is never written."""
    return state_folder() / "known_hosts"


def _private(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder
