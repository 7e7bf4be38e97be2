"""Under which names secrets stand in a keyring, and the list of these names, because keyrings can't be asked for it.

A name holds what the secret is for and the account and address that it is given to, as the SSH configuration has them
today: two aliases of one host share a secret, and an alias that leads to another host tomorrow finds nothing there.
"""

import json
import os
import re
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import NamedTuple, Protocol

from app.model import Target
from app.places import account, at_home, state_folder
from app.transport.sshconfig import config_of, laid_over

SERVICE = "bartizan"
PURPOSES = ("password", "passphrase", "sudo")
LIST = "index"  # the first page of the list; the others are numbered from 2
_PAGE = 1000  # characters: Windows takes no more than 1280 in an entry
_PAGES = 200
_TRIES = 5  # until another program's writing is no longer in between
_PATIENCE = 5.0  # seconds to wait for another program that changes the list
_NAME = re.compile(r'"((?:password|passphrase|sudo) (?:[^"\\]|\\.)+)"')


class Store(Protocol):
    """What is needed of a keyring here."""

    def get_password(self, service: str, username: str) -> str | None:
        """The secret of that entry, or None."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Write an entry."""

    def delete_password(self, service: str, username: str) -> None:
        """Remove an entry."""


def entry_of(target: Target, purpose: str) -> str | None:
    """The entry's name: account, address and way there for what a host asks, the file for a key's passphrase.

    None: the target names no key file. The way counts because 10.0.0.5 is another machine behind another jump host.
    """
    config = config_of(target)
    known = laid_over(target, config)
    if purpose == "passphrase":
        # Not resolved: a link that leads to another key tomorrow has the same name, and its passphrase doesn't open it.
        return f"passphrase {os.path.abspath(at_home(known.identity))}" if known.identity else None  # noqa: PTH100 - the same
    host = known.address.lower().rstrip(".")
    place = f"[{host}]" if ":" in host else host
    command = "" if target.proxy_jump else config.proxy_command
    way = f" via {known.proxy_jump or command}" if known.proxy_jump or command else ""
    return f"{purpose} {known.user or account()}@{place}:{known.port}{way}"


class Names(NamedTuple):
    """The list as it stands; ``whole`` is false where a part of it could not be read."""

    names: tuple[str, ...]
    whole: bool
    pages: int


def read_names(store: Store) -> Names:
    """All names, sorted; of a spoilt page those that can still be made out."""
    names: set[str] = set()
    whole = True
    number = 0
    while number < _PAGES and (text := store.get_password(SERVICE, _page(number))) is not None:
        found = _names_of(text)
        whole = whole and found is not None
        names.update(_made_out(text) if found is None else found)
        number += 1
    return Names(tuple(sorted(names)), whole, number)


def change_names(store: Store, add: Iterable[str] = (), remove: Iterable[str] = ()) -> None:
    """Add and remove names, and see to it that they stay so: another program may write the list at the same time.

    Programs of the same account take turns by a lock file. What others write in between (the same keyring seen from
    another machine) shows when the list is read back, and is then taken in. A list that was spoilt is whole afterwards.
    """
    wanted, unwanted = set(add), set(remove)
    with _turn():
        for _ in range(_TRIES):
            before = read_names(store)
            after = (set(before.names) | wanted) - unwanted
            if before.whole and after == set(before.names):
                return
            _write(store, sorted(after), before.pages)


def _write(store: Store, names: list[str], before: int) -> None:
    pages: list[list[str]] = [[]]
    for name in names:
        if len(json.dumps([*pages[-1], name])) > _PAGE and pages[-1]:
            pages.append([])
        pages[-1].append(name)
    for number, page in enumerate(pages):
        store.set_password(SERVICE, _page(number), json.dumps(page))
    for number in range(len(pages), before):
        store.delete_password(SERVICE, _page(number))


def _page(number: int) -> str:
    return LIST if number == 0 else f"{LIST} {number + 1}"


def _names_of(text: str) -> list[str] | None:
    try:
        names = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return names if isinstance(names, list) and all(isinstance(name, str) for name in names) else None


def _made_out(text: str) -> Iterator[str]:
    for quoted in _NAME.findall(text):
        with suppress(ValueError):
            yield str(json.loads(f'"{quoted}"'))


@contextmanager
def _turn() -> Iterator[None]:
    """One program at a time, as far as a lock can be had; the list is read back in any case."""
    handle = -1
    with suppress(OSError):
        handle = os.open(state_folder() / "keyring.lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        end = time.monotonic() + _PATIENCE
        while handle >= 0 and not _locked(handle) and time.monotonic() < end:
            time.sleep(0.02)
        yield
    finally:
        if handle >= 0:
            os.close(handle)  # and with it the lock


if sys.platform == "win32":
    import msvcrt

    def _locked(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _locked(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
