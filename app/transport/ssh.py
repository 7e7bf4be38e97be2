"""A session by SSH: reach the host, check its key, prove who we are, start one shell; each step with its own limit."""

import threading
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from paramiko.ssh_exception import IncompatiblePeer

from app.errors import ConnectError
from app.model import Target
from app.transport import hostkeys
from app.transport.base import Asker, HostKeyPolicy, Limits, Secrets, Session, no_secrets
from app.transport.hops import Hop, on_the_way, through, way_to
from app.transport.login import Account, log_in
from app.transport.proxycommand import ProxyCommand
from app.transport.reach import reach
from app.transport.shellchannel import SshSession
from app.transport.wire import NotSshError, Pipe, TunedSocket, Watchdog, Wire, shown


def connect(
    target: Target,
    secrets: Secrets,
    limits: Limits,
    policy: HostKeyPolicy,
    cancel: threading.Event,
    *,
    bastions: Mapping[str, Target] = MappingProxyType({}),
    secrets_of: Callable[[Target], Secrets] = no_secrets,
    ask: Asker | None = None,
) -> Session:
    """Log in to the target, directly or as its ProxyJump or ProxyCommand leads there.

    What the target leaves open comes from the SSH configuration. A host in between (one of ``bastions`` by name, else
    one of the SSH configuration; ``secrets_of`` tells its secrets) is checked and logged in to like any other, and is
    never given the target's secrets. ``ask`` puts what a host asks to a person. ConnectError (UnknownHostKeyError for a
    key that nobody has confirmed) says in one sentence which host, what was being done, why it failed and what to do.
    """
    way = way_to(target, secrets, bastions=bastions, secrets_of=secrets_of)
    watchdog = Watchdog(cancel)
    wires: list[Wire] = []
    try:
        for index, hop in enumerate(way):
            own = hop.limits(limits)
            pipe: Pipe | None = None
            try:
                pipe = _reached(way[: index + 1], wires, own, watchdog)
                wires.append(_open(hop, pipe, own, hop.policy(policy), watchdog))
                log_in(Account(hop.target, hop.where, hop.user, hop.secrets, ask), wires[-1], own, watchdog)
            except ConnectError as error:
                told = pipe.explained(error) if isinstance(pipe, ProxyCommand) else error
                raise on_the_way(told, way, hop) from error.__cause__
    except BaseException:
        watchdog.stop()
        for wire in wires:
            wire.end()
        raise
    watchdog.limit(limits.host + limits.login)
    return SshSession([hop.where for hop in way], wires, watchdog, limits.login)


def _reached(way: Sequence[Hop], wires: Sequence[Wire], limits: Limits, watchdog: Watchdog) -> Pipe:
    """What carries SSH to the last host of the way so far: a socket, a program, or a channel of the host before it."""
    hop = way[-1]
    watchdog.limit(limits.connect)
    if wires:
        return through(way[-2], hop, wires[-1], limits, watchdog)
    if command := hop.command:
        return ProxyCommand(hop.where, command)
    config = hop.config
    return reach(
        hop.where,
        hop.target.address,
        hop.target.port,
        watchdog,
        family=config.address_family,
        source=config.bind_address,
    )


def _open(hop: Hop, pipe: Pipe, limits: Limits, policy: HostKeyPolicy, watchdog: Watchdog) -> Wire:
    """One host: reached, and its key believed."""
    tuned = TunedSocket(pipe)
    watchdog.watch(tuned.close)
    host, port = hop.target.address, hop.target.port
    known = hostkeys.known_types(hostkeys.entries_of(policy, host, port))
    wire = Wire(tuned, known)
    try:
        _exchange_keys(hop, wire, limits, watchdog)
        hostkeys.check(policy, hop.where, host, port, wire.key)
    except BaseException:
        wire.end()
        raise
    return wire


def _exchange_keys(hop: Hop, wire: Wire, limits: Limits, watchdog: Watchdog) -> None:
    """Greeting and key exchange."""
    ready = threading.Event()
    wire.start_client(event=ready)
    while not ready.wait(0.1) and wire.is_active():
        pass
    if wire.is_active() and wire.initial_kex_done:
        return
    where = hop.where
    error = wire.get_exception()
    if watchdog.verdict:
        raise _cut_short(hop, watchdog, limits, wire)
    if isinstance(error, IncompatiblePeer):
        raise _nothing_in_common(where, wire, str(error))
    busy = b"MaxStartups" in wire.preface or b"Not allowed" in wire.preface  # OpenSSH's own words before a greeting
    if isinstance(error, NotSshError) or (not wire.greeted and wire.preface and not busy):
        raise ConnectError("not-ssh", f"{where}: what answers there is no SSH server; check address and port.")
    if not wire.greeted:
        raise ConnectError(
            "no-banner",
            f"{where}: the connection was closed before any SSH greeting; the host may refuse this address, or allow "
            "no more connections at the moment: try again, and look at its SSH server.",
        )
    said = f" (it said: {shown(wire.goodbye)})" if wire.goodbye else ""
    raise ConnectError(
        "protocol", f"{where}: the key exchange broke off{said}; look at that host's SSH server and its log."
    )


def _cut_short(hop: Hop, watchdog: Watchdog, limits: Limits, wire: Wire) -> ConnectError:
    """The sentence for a greeting or key exchange that took too long."""
    if watchdog.verdict == "cancelled":
        return _cancelled(hop.where)
    if wire.greeted:
        return ConnectError(
            "timeout",
            f"{hop.where}: the key exchange was not done after {limits.connect:g} s; the host may be overloaded, "
            "allow more with --connect-timeout.",
        )
    slow = "sent its SSH greeting too slowly" if wire.preface else "sent no SSH greeting"
    return ConnectError(
        "no-banner",
        f"{hop.where}: connected, but it {slow} within {limits.connect:g} s; check that port, or allow more with "
        "--connect-timeout.",
    )


def _cancelled(where: str) -> ConnectError:
    return ConnectError("cancelled", f"{where}: connecting was cancelled.")


def _nothing_in_common(where: str, wire: Wire, error: str) -> ConnectError:
    offers = {
        "kex": ("key exchanges", wire.offers.get("kex_algo_list", [])),
        "host key": ("host keys", wire.offers.get("server_key_algo_list", [])),
        "ciphers": ("ciphers", wire.offers.get("server_encrypt_algo_list", [])),
        "macs": ("message codes", wire.offers.get("server_mac_algo_list", [])),
    }
    for word, (what, names) in offers.items():
        if word in error:
            listed = shown(", ".join(names[:12]))
            return ConnectError(
                "no-common-algorithm",
                f"{where}: the host offers only {what} that are no longer safe ({listed}); bring its SSH server up "
                "to date, Bartizan does not go back to them.",
            )
    return ConnectError(
        "no-common-algorithm",
        f"{where}: the host speaks only SSH that is no longer safe; bring its SSH server up to date.",
    )
