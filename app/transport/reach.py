"""A TCP connection to a host, over whichever of its addresses answers first in order."""

import contextlib
import errno
import select
import socket
import threading

from app.errors import ConnectError
from app.transport.wire import Watchdog

_TICK = 0.1  # seconds between looks at cancel

_Address = tuple[int, tuple[str, int] | tuple[str, int, int, int] | tuple[int, bytes]]


def reach(where: str, host: str, port: int, watchdog: Watchdog) -> socket.socket:
    """A connected socket; every address of the name is tried within the watchdog's limit.

    ConnectError of the kinds name-unknown, refused, no-answer and cancelled.
    """
    addresses = _resolve(where, host, port, watchdog)
    reasons = []
    for number, (family, address) in enumerate(addresses):
        share = watchdog.left() / (len(addresses) - number)
        pipe = socket.socket(family, socket.SOCK_STREAM)
        try:
            fault = _connect(pipe, address, share, watchdog)
        except BaseException:
            pipe.close()
            raise
        if fault == 0:
            return pipe
        pipe.close()
        if watchdog.verdict == "cancelled":
            raise ConnectError("cancelled", f"{where}: connecting was cancelled.")
        reasons.append(fault)
    raise _unreachable(where, reasons)


def _connect(pipe: socket.socket, address: object, share: float, watchdog: Watchdog) -> int:
    """0, or the number of the system's error."""
    pipe.settimeout(0)
    fault = pipe.connect_ex(address)  # type: ignore[arg-type] # as getaddrinfo gave it
    if fault not in (errno.EINPROGRESS, errno.EAGAIN, getattr(errno, "WSAEWOULDBLOCK", errno.EAGAIN)):
        return fault
    waited = 0.0
    while waited < share and not watchdog.verdict:
        _, writable, failed = select.select([], [pipe], [pipe], _TICK)
        if writable or failed:
            return pipe.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        waited += _TICK
    return errno.ETIMEDOUT


def _unreachable(where: str, reasons: list[int]) -> ConnectError:
    if errno.ECONNREFUSED in reasons:
        return ConnectError(
            "refused", f"{where}: nothing listens at that port; check address and port, and that its SSH server runs."
        )
    unroutable = {errno.EHOSTUNREACH, errno.ENETUNREACH, errno.ENETDOWN, errno.EADDRNOTAVAIL}
    why = "there is no route to it" if unroutable & set(reasons) else "no answer within the limit"
    return ConnectError(
        "no-answer", f"{where}: {why}; check the address, the network and firewalls on the way, and that it is up."
    )


def _resolve(where: str, host: str, port: int, watchdog: Watchdog) -> list[tuple[int, object]]:
    """The addresses of a name. The system's resolver knows no limit, so it works in a thread of its own."""
    try:
        found = socket.getaddrinfo(host, port, 0, socket.SOCK_STREAM, 0, socket.AI_NUMERICHOST)
        return [(family, address) for family, _, _, _, address in found]
    except (OSError, UnicodeError):
        pass
    answer: list[tuple[int, object]] = []
    fault: list[str] = []
    done = threading.Event()

    def ask() -> None:
        try:
            found = socket.getaddrinfo(host, port, 0, socket.SOCK_STREAM)
            answer.extend((family, address) for family, _, _, _, address in found)
        except (OSError, UnicodeError) as error:
            fault.append(str(error))
        done.set()

    with contextlib.suppress(RuntimeError):  # no more threads: nothing answers
        threading.Thread(target=ask, name="bartizan-resolve", daemon=True).start()
    while not done.wait(_TICK) and not watchdog.verdict:
        pass
    if watchdog.verdict == "cancelled":
        raise ConnectError("cancelled", f"{where}: connecting was cancelled.")
    if not answer:
        why = "is not known" if done.is_set() else "could not be looked up in time"
        raise ConnectError(
            "name-unknown", f"{where}: the name {host!r} {why}; check its spelling and this computer's name server."
        )
    return list(dict.fromkeys(answer))
