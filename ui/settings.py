"""What the program remembers between sessions: typed reads, so that a damaged settings file is like none."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

_RECENT = 10


class Settings:
    """Over QSettings; ``store`` is passed in, so that tests use their own file."""

    def __init__(self, store: QSettings) -> None:
        self.store = store

    def text(self, key: str, default: str = "") -> str:
        value = self.store.value(key, default)
        return value if isinstance(value, str) else default

    def set_text(self, key: str, value: str) -> None:
        self.store.setValue(key, value)

    def flag(self, key: str, *, default: bool) -> bool:
        return self.text(key, "true" if default else "false") == "true"

    def set_flag(self, key: str, *, value: bool) -> None:
        self.set_text(key, "true" if value else "false")

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

    def add_recent(self, path: Path) -> None:
        paths = [path, *(one for one in self.recent() if one != path)][:_RECENT]
        self.store.setValue("recent", [str(one) for one in paths])

    def forget_recent(self, path: Path) -> None:
        self.store.setValue("recent", [str(one) for one in self.recent() if one != path])

    def folder(self) -> Path:
        """Where audits are put: the folder last chosen, else a folder of our own among the documents."""
        chosen = self.text("folder")
        if chosen and Path(chosen).is_dir():
            return Path(chosen)
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return Path(documents or Path.home()) / "Bartizan"

    def set_folder(self, folder: Path) -> None:
        self.set_text("folder", str(folder))
