"""What the program remembers between sessions: typed reads, so that a damaged settings file is like none."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

if TYPE_CHECKING:
    from app.transport.base import Limits

_RECENT = 10
# Seconds: field of Limits, default, least, most; the same as on the command line.
LIMITS = (("connect", 15, 1, 600), ("login", 30, 1, 600), ("host", 300, 1, 86_400))
JOBS, MOST_JOBS = 16, 256  # app.runner's default, which would be imported before the first window otherwise


def keep_damaged(store: QSettings) -> Path | None:
    """A copy of a settings file that can't be read, made before anything is written over it; None where all is well.

    Keys of a newer version of the program are no damage: nothing but what is set is ever written.
    """
    path = Path(store.fileName())
    store.allKeys()  # read it: until then all is well
    if store.status() is not QSettings.Status.FormatError:
        return None
    import shutil  # noqa: PLC0415 - only where a file is damaged

    kept = path.with_name(f"{path.name}.damaged")
    try:
        shutil.copyfile(path, kept)
    except OSError:
        return None
    return kept


class Settings:
    """Over QSettings; ``store`` is passed in, so that tests use their own file."""

    def __init__(self, store: QSettings) -> None:
        self.store = store
        self.damaged = keep_damaged(store)  # the copy of a file that could not be read

    @property
    def kept(self) -> bool:
        """Whether what is set survives the program: its file can be written."""
        return self.store.isWritable()

    def text(self, key: str, default: str = "") -> str:
        value = self.store.value(key, default)
        return value if isinstance(value, str) else default

    def set_text(self, key: str, value: str) -> None:
        self.store.setValue(key, value)

    def number(self, key: str, *, default: int, low: int, high: int) -> int:
        """A whole number within its bounds; anything else that stands there is the default."""
        try:
            value = int(self.text(key))
        except ValueError:
            return default
        return value if low <= value <= high else default

    def set_number(self, key: str, value: int) -> None:
        self.set_text(key, str(value))

    def data(self, key: str) -> QByteArray | None:
        value = self.store.value(key)
        return value if isinstance(value, QByteArray) else None

    def set_data(self, key: str, value: QByteArray) -> None:
        self.store.setValue(key, value)

    def recent(self) -> list[Path]:
        """Audit files that were open, the latest first."""
        value = self.store.value("recent", [])
        listed = value if isinstance(value, list) else [value]  # QSettings hands a list of one back as its element
        return [Path(one) for one in listed if isinstance(one, str) and one][:_RECENT]

    def add_recent(self, path: Path, title: str = "") -> None:
        """The file that is open now; what another window of the program has opened meanwhile stays in the list."""
        self.store.sync()
        self._keep_recent([path, *(one for one in self.recent() if one != path)][:_RECENT])
        self.call_recent(path, title)

    def call_recent(self, path: Path, title: str) -> None:
        """What the audit in that file is called, and that it was at work today: its name may be of another day."""
        from datetime import date  # noqa: PLC0415 - not before the first window

        if path in self.recent():
            self._tell(self._told() | {str(path): [title, date.today().isoformat()]})  # noqa: DTZ011 - the person's own day

    def recent_title(self, path: Path) -> str:
        """What that audit was called when it was last open; its file's name where that isn't known."""
        return self._told().get(str(path), ("", ""))[0] or path.stem

    def recent_day(self, path: Path) -> str:
        """On which day it was last open, as YYYY-MM-DD; "" where that isn't known."""
        return self._told().get(str(path), ("", ""))[1]

    def move_recent(self, old: Path, new: Path) -> None:
        """A file of the list has another name now."""
        self.store.sync()
        told = {str(new) if name == str(old) else name: pair for name, pair in self._told().items()}
        self.store.setValue("recent", [str(new if one == old else one) for one in self.recent()])
        self._tell(told)

    def forget_recent(self, path: Path) -> None:
        self.store.sync()
        self._keep_recent([one for one in self.recent() if one != path])

    def _keep_recent(self, paths: list[Path]) -> None:
        names = [str(one) for one in paths]
        told = self._told()
        self.store.setValue("recent", names)
        self._tell({name: told[name] for name in names if name in told})

    def _tell(self, told: dict[str, list[str]]) -> None:
        import json  # noqa: PLC0415 - not before the first window

        self.store.setValue("recent_told", json.dumps(told))

    def _told(self) -> dict[str, list[str]]:
        """Title and day by path, of a file that a person may have spoilt."""
        import json  # noqa: PLC0415 - not before the first window

        try:
            told = json.loads(self.text("recent_told") or "{}")
        except (ValueError, RecursionError):
            return {}
        pairs = told.items() if isinstance(told, dict) else ()
        return {
            path: pair
            for path, pair in pairs
            if isinstance(pair, list) and len(pair) == 2 and all(isinstance(one, str) for one in pair)  # noqa: PLR2004 - a title and a day
        }

    def folder(self) -> Path:
        """Where audits are put: the folder last chosen, else a folder of our own among the documents."""
        chosen = self.text("folder")
        if chosen and Path(chosen).is_dir():
            return Path(chosen)
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return Path(documents or Path.home()) / "Bartizan"

    def set_folder(self, folder: Path) -> None:
        self.set_text("folder", str(folder))

    def limits(self) -> Limits:
        """Wall-clock limits of a run, as the person set them."""
        from app.transport.base import Limits  # noqa: PLC0415 - not before the first window

        seconds = {name: self.number(f"limits/{name}", default=d, low=lo, high=hi) for name, d, lo, hi in LIMITS}
        return Limits(connect=seconds["connect"], login=seconds["login"], host=seconds["host"])

    def jobs(self) -> int:
        """How many hosts are looked at at once."""
        return self.number("limits/jobs", default=JOBS, low=1, high=MOST_JOBS)
