"""Hosts in between are logged in to with care: what one of them refused once is not offered to it again in a run.

Fifty machines behind one jump host would give it a wrong password fifty times, and lock an administrator's account. The
first login at a host in between therefore goes alone; the others wait for what comes of it.
"""

import contextlib
import threading
from collections.abc import Iterator

from app.errors import ConnectError
from app.language import tr
from app.transport.base import Secrets

_TICK = 0.1  # seconds between two looks at cancel
# What trying again with the same credential would not change.
_REFUSED = frozenset({"login-rejected", "password-expired", "second-factor", "credential-missing", "key-unreadable"})


class _Gate:
    """One account at one host. ``open_`` once a login was not refused; ``fault`` is the refusal of ``tried``."""

    def __init__(self) -> None:
        self.first = threading.Lock()
        self.open_ = False
        self.fault: ConnectError | None = None
        self.tried: Secrets | None = None


class Gates:
    """The gates of a run; its threads share them."""

    def __init__(self) -> None:
        self._gates: dict[tuple[str, str], _Gate] = {}
        self._lock = threading.Lock()

    @contextlib.contextmanager
    def through(self, where: str, user: str, secrets: Secrets, cancel: threading.Event) -> Iterator[None]:
        """Around a login at a host in between: alone until one has gone well.

        ConnectError: the refusal of an earlier login with the same secrets; or cancelled, while another one is awaited.
        """
        with self._lock:
            gate = self._gates.setdefault((where, user), _Gate())
        while not gate.first.acquire(timeout=_TICK):
            if gate.open_:
                break
            if cancel.is_set():
                raise ConnectError("cancelled", tr("{where}: connecting was cancelled.").format(where=where))
        else:
            yield from self._first(gate, secrets)
            return
        yield

    def _first(self, gate: _Gate, secrets: Secrets) -> Iterator[None]:
        """Holding the gate: what comes of this login is what the others learn."""
        if gate.open_:
            gate.first.release()
            yield
            return
        known = gate.fault if gate.tried == secrets else None
        try:
            if known is None:
                yield
                gate.open_ = True
        except ConnectError as error:
            if error.kind in _REFUSED:
                gate.fault, gate.tried = error, secrets
            elif error.kind != "cancelled":
                gate.open_ = True  # no wrong credential: a host that is down may be tried by all at once
            raise
        finally:
            gate.first.release()
        if known is not None:
            raise ConnectError(known.kind, str(known))
