"""A TCP connection to a host, over whichever of its addresses answers.

Every address is tried, those of both families in turn, each a moment after the one before it (RFC 8305, "Happy
Eyeballs"): a dead one costs a quarter of a second and never the limit of the others.
"""

import contextlib
import errno
import ipaddress
import selectors
import socket
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest

from app.errors import ConnectError
from app.language import tr
from app.transport.watchdog import Watchdog

_TICK = 0.1  # seconds between looks at cancel
_STAGGER = 0.25  # seconds until the next address is tried as well (RFC 8305, section 5)
_MOST = 16  # addresses of one name that are tried; a name server can give hundreds
_NAMED = 4  # of them in one sentence
_FAMILIES = {"any": socket.AF_UNSPEC, "inet": socket.AF_INET, "inet6": socket.AF_INET6}
_UNDER_WAY = (errno.EINPROGRESS, errno.EAGAIN, getattr(errno, "WSAEWOULDBLOCK", errno.EAGAIN))
_UNROUTABLE = {errno.EHOSTUNREACH, errno.ENETUNREACH, errno.ENETDOWN, errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT}

_Address = tuple[
    int, tuple[str, int] | tuple[str, int, int, int] | tuple[int, bytes]
]  # family, and what getaddrinfo gives for it


def reach(
    where: str, host: str, port: int, watchdog: Watchdog, *, family: str = "any", source: str = ""
) -> socket.socket:
    """A connected socket; every address of the name is tried within the watchdog's limit.

    ``family`` is AddressFamily (any, inet, inet6) and ``source`` BindAddress of ssh_config(5). ConnectError of the
    kinds name-unknown, refused, no-answer, cancelled and ssh-config.
    """
    addresses = _resolve(where, host, port, watchdog, _FAMILIES[family])
    origin = _origin(where, source) if source else None
    race = _Race(addresses, origin)
    try:
        winner = race.run(watchdog)
    finally:
        race.end()
    if winner is not None:
        return winner
    if watchdog.verdict == "cancelled":
        raise ConnectError("cancelled", tr("{where}: connecting was cancelled.").format(where=where))
    raise _unreachable(where, race.faults)


@dataclass(slots=True)
class _Try:
    address: _Address
    pipe: socket.socket


class _Race:
    """Connections under way to the addresses of one host; the first that stands wins."""

    def __init__(self, addresses: Sequence[_Address], origin: _Address | None) -> None:
        self.faults: list[tuple[str, int]] = []  # address and number of the system's error
        self._waiting = list(addresses)
        self._origin = origin
        self._selector = selectors.DefaultSelector()
        self._running: dict[socket.socket, _Try] = {}

    def run(self, watchdog: Watchdog) -> socket.socket | None:
        """The winner; None where all failed or the time is over."""
        following = time.monotonic()
        while self._waiting or self._running:
            if self._waiting and (not self._running or time.monotonic() >= following):
                following = time.monotonic() + _STAGGER
                if (winner := self._start(self._waiting.pop(0))) is not None:
                    return winner
                continue
            if watchdog.verdict or watchdog.left() <= 0:
                self.faults += [(_shown(one.address), errno.ETIMEDOUT) for one in self._running.values()]
                return None
            if (winner := self._look()) is not None:
                return winner
        return None

    def end(self) -> None:
        """Close all but the winner."""
        for pipe in self._running:
            pipe.close()
        self._selector.close()

    def _start(self, address: _Address) -> socket.socket | None:
        family, place = address
        try:
            pipe = socket.socket(family, socket.SOCK_STREAM)
        except OSError as error:  # this computer doesn't speak that family
            self._failed(address, error.errno)
            return None
        try:
            pipe.setblocking(False)  # noqa: FBT003 - socket's own signature
            if self._origin is not None and self._origin[0] == family:
                pipe.bind(self._origin[1])
            fault = pipe.connect_ex(place)
        except OSError as error:
            fault = error.errno or errno.EADDRNOTAVAIL
        if fault == 0:
            return pipe
        if fault in _UNDER_WAY:
            self._running[pipe] = _Try(address, pipe)
            self._selector.register(pipe, selectors.EVENT_WRITE)
        else:
            pipe.close()
            self._failed(address, fault)
        return None

    def _look(self) -> socket.socket | None:
        """Wait a moment for one of them."""
        for key, _ in self._selector.select(_TICK):
            pipe = key.fileobj
            if not isinstance(pipe, socket.socket):
                continue
            fault = pipe.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
            one = self._running.pop(pipe)
            self._selector.unregister(pipe)
            if fault == 0:
                return pipe
            pipe.close()
            self._failed(one.address, fault)
        return None

    def _failed(self, address: _Address, fault: int | None) -> None:
        self.faults.append((_shown(address), fault or errno.EADDRNOTAVAIL))


def _shown(address: _Address) -> str:
    return str(address[1][0])


def _unreachable(where: str, faults: Sequence[tuple[str, int]]) -> ConnectError:
    numbers = {fault for _, fault in faults}
    each = f" ({_each(faults)})" if len(faults) > 1 else ""
    if errno.ECONNREFUSED in numbers:
        return ConnectError(
            "refused",
            tr(
                "{where}: nothing listens at that port{each}; check address and port, and that its SSH server runs."
            ).format(where=where, each=each),
        )
    if errno.ECONNRESET in numbers:  # the same as a little later, when the greeting is read
        return hung_up(where)
    why = tr("there is no route to it") if _UNROUTABLE & numbers else tr("no answer within the limit")
    return ConnectError(
        "no-answer",
        tr("{where}: {why}{each}; check the address, the network and firewalls on the way, and that it is up.").format(
            where=where, why=why, each=each
        ),
    )


def hung_up(where: str) -> ConnectError:
    """The sentence for a host that ends the connection before it says what it is."""
    return ConnectError(
        "no-banner",
        tr(
            "{where}: the connection was closed before any SSH greeting; the host may refuse this address, "
            "or allow no more connections at the moment: try again, and look at its SSH server."
        ).format(where=where),
    )


def _each(faults: Sequence[tuple[str, int]]) -> str:
    """What became of each address."""
    said = [f"{address}: {_why(fault)}" for address, fault in faults[:_NAMED]]
    more = len(faults) - _NAMED
    return ", ".join([*said, *([tr("{n} more").format(n=more)] if more > 0 else [])])


def _why(fault: int) -> str:
    if fault == errno.ECONNREFUSED:
        return tr("refused")
    return tr("no route") if fault in _UNROUTABLE else tr("no answer")


def _origin(where: str, source: str) -> _Address:
    """The address of ours that connections come from."""
    try:
        found = socket.getaddrinfo(source, 0, 0, socket.SOCK_STREAM, 0, socket.AI_NUMERICHOST)
    except (OSError, UnicodeError) as error:
        raise ConnectError(
            "ssh-config",
            tr("{where}: BindAddress {source!r} is no address; mend it in the SSH configuration.").format(
                where=where, source=source[:60]
            ),
        ) from error
    return found[0][0], found[0][4]


def _resolve(where: str, host: str, port: int, watchdog: Watchdog, family: int) -> list[_Address]:
    """The addresses of a name. The system's resolver knows no limit, so it works in a thread of its own."""
    if (address := _as_address(host)) is not None:
        if family in (socket.AF_UNSPEC, address[0]):
            return [_with_port(where, address, port)]
        raise ConnectError(
            "ssh-config",
            tr(
                "{where}: it is no {version} address, which AddressFamily of the SSH configuration asks "
                "for; mend one of the two."
            ).format(where=where, version=_version(family)),
        )
    answer: list[_Address] = []
    fault: list[int | None] = []
    done = threading.Event()

    def ask() -> None:
        try:
            found = socket.getaddrinfo(host, port, family, socket.SOCK_STREAM)
            answer.extend((one, address) for one, _, _, _, address in found)
        except (OSError, UnicodeError) as error:
            fault.append(error.errno if isinstance(error, OSError) else None)
        done.set()

    with contextlib.suppress(RuntimeError):  # no more threads: nothing answers
        threading.Thread(target=ask, name="bartizan-resolve", daemon=True).start()
    while not done.wait(_TICK) and not watchdog.verdict:
        pass
    if watchdog.verdict == "cancelled":
        raise ConnectError("cancelled", tr("{where}: connecting was cancelled.").format(where=where))
    if not answer:
        raise _unknown(where, host, family, fault[0] if fault else None, over=not done.is_set())
    return _in_turn(dict.fromkeys(answer))[:_MOST]


def _in_turn(addresses: Sequence[_Address] | dict[_Address, None]) -> list[_Address]:
    """One family after the other in turn, beginning with the one that the system puts first."""
    families: dict[int, list[_Address]] = {}
    for address in addresses:
        families.setdefault(address[0], []).append(address)
    return [one for one in chain.from_iterable(zip_longest(*families.values())) if one is not None]


def _unknown(where: str, host: str, family: int, fault: int | None, *, over: bool) -> ConnectError:
    remedy = tr("check its spelling and this computer's name server.")
    if over or fault == socket.EAI_AGAIN:
        why = tr("could not be looked up in time") if over else tr("could not be looked up, as no name server answers")
    elif family != socket.AF_UNSPEC:
        why = tr("has no {version} address").format(version=_version(family))
        remedy = tr("check its spelling, and AddressFamily in the SSH configuration.")
    else:
        why = tr("is not known")
    return ConnectError(
        "name-unknown",
        tr("{where}: the name {host!r} {why}; {remedy}").format(where=where, host=host, why=why, remedy=remedy),
    )


def _version(family: int) -> str:
    return "IPv4" if family == socket.AF_INET else "IPv6"


def _as_address(host: str) -> tuple[int, str] | None:
    """Family and text of an address, with its zone; None for a name."""
    with contextlib.suppress(ValueError):
        found = ipaddress.ip_address(host)
        return socket.AF_INET if found.version == 4 else socket.AF_INET6, host  # noqa: PLR2004 - IPv4
    return None


def _with_port(where: str, address: tuple[int, str], port: int) -> _Address:
    """Where to connect to. A zone is the name or number of an interface, whatever kind of address stands before it."""
    family, host = address
    if family == socket.AF_INET:
        return family, (host, port)
    plain, _, zone = host.partition("%")
    try:
        scope = int(zone) if zone.isdecimal() else socket.if_nametoindex(zone) if zone else 0
    except OSError as error:
        raise ConnectError(
            "no-answer",
            tr("{where}: this computer has no network interface {zone!r} for {address}; check that name.").format(
                where=where, zone=zone, address=plain
            ),
        ) from error
    return family, (plain, port, 0, scope)
