"""A session by SSH: reach the host, check its key, prove who we are, start one shell; each step with its own limit."""

import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from types import MappingProxyType

from app.errors import ConnectError
from app.model import Target
from app.transport.base import Asker, HostKeyPolicy, Limits, Secrets, Session, no_secrets
from app.transport.exchange import open_wire
from app.transport.gate import Gates
from app.transport.hops import Hop, on_the_way, through, way_to
from app.transport.login import Account, log_in
from app.transport.pipe import Pipe
from app.transport.proxycommand import ProxyCommand
from app.transport.reach import reach
from app.transport.shellchannel import SshSession
from app.transport.watchdog import Watchdog
from app.transport.wire import Wire

_WAITING = 3600.0  # seconds that others may take at a host in between; each of their logins has its own limits


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
    gates: Gates | None = None,
) -> Session:
    """Log in to the target, directly or as its ProxyJump or ProxyCommand leads there.

    What the target leaves open comes from the SSH configuration. A host in between (one of ``bastions`` by name, else
    one of the SSH configuration; ``secrets_of`` tells its secrets) is checked and logged in to like any other, and is
    never given the target's secrets. ``ask`` puts what a host asks to a person; ``gates`` are those of the run.
    ConnectError (UnknownHostKeyError for a
    key that nobody has confirmed) says in one sentence which host, what was being done, why it failed and what to do.
    """
    way = way_to(target, secrets, bastions=bastions, secrets_of=secrets_of)
    watchdog = Watchdog(cancel)
    wires: list[Wire] = []
    try:
        for index, hop in enumerate(way):
            own = hop.limits(limits)
            pipe: Pipe | None = None
            gate: AbstractContextManager[None] = nullcontext()
            if gates is not None and hop is not way[-1]:
                gate = gates.through(hop.where, hop.user, hop.secrets, cancel)
            account = Account(hop.target, hop.where, hop.user, hop.secrets, ask, hop.config)
            watchdog.limit(_WAITING)
            try:
                with gate:
                    pipe = _reached(way[: index + 1], wires, own, watchdog)
                    wires.append(open_wire(hop, pipe, own, hop.policy(policy), watchdog))
                    log_in(account, wires[-1], own, watchdog)
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
