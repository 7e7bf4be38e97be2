"""A new audit file: it appears under its name only when it is whole, and never in place of another."""

import os
import tempfile
from contextlib import ExitStack
from pathlib import Path

from app.errors import StoreError
from app.language import tr
from app.places import flush_folder
from app.store import connection, ledger
from app.store.ledger import Entry


def create(path: Path, first: Entry) -> None:
    """An audit file, mode 0600, with its first entry; StoreError where the name is taken or can't be written."""
    if reason := connection.long_name(path):
        raise StoreError(reason)
    if os.path.lexists(path):
        raise StoreError(tr("{path} exists already: choose another name, or open it.").format(path=path))
    if not path.parent.is_dir():
        raise StoreError(
            tr("{path} can't be created: there is no folder {folder}.").format(path=path, folder=path.parent)
        )
    with connection.in_words(path, "created"), ExitStack() as stack:
        handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", suffix=".new", dir=path.parent)
        os.close(handle)
        new = Path(name)
        stack.callback(new.unlink, missing_ok=True)
        _write_first(new, first)
        _move(new, path)
        flush_folder(path.parent)


def _write_first(new: Path, entry: Entry) -> None:
    database = connection.create(new)
    try:
        ledger.insert(database, entry)
        database.execute("COMMIT")
    finally:
        connection.close(database)


def _move(new: Path, path: Path) -> None:
    """Give the finished file its name, unless something has it by now."""
    try:
        os.link(new, path)
    except FileExistsError as error:
        raise StoreError(tr("{path} exists already: choose another name, or open it.").format(path=path)) from error
    except OSError:  # a file system without hard links
        if os.path.lexists(path):
            raise StoreError(tr("{path} exists already: choose another name, or open it.").format(path=path)) from None
        new.rename(path)
