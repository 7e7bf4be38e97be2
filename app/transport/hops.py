"""The way to a host: the machines that a connection leads through, each with its own account, secrets and host key."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from paramiko.ssh_exception import ChannelException, SSHException

from app.errors import ConnectError, UnknownHostKeyError, UsageError
from app.language import tr
from app.model import Target
from app.places import account, at_home
from app.targets import parse_target
from app.transport.base import HostKeyPolicy, Limits, Secrets
from app.transport.pipe import Pipe
from app.transport.proxycommand import is_safe
from app.transport.said import quoted
from app.transport.sshconfig import HostConfig, config_of, laid_over
from app.transport.sshtokens import COMMAND, Tokens, UnknownTokenError
from app.transport.watchdog import Watchdog
from app.transport.wire import Wire

MOST_HOPS = 8  # machines in between; more is a circle or a mistake
LONGEST = 600  # seconds for reaching a host, whatever its ConnectTimeout says; as for --connect-timeout
_PROHIBITED, _FAILED = 1, 2  # reasons for a refused channel (RFC 4254, section 5.1)


@dataclass(frozen=True, slots=True)
class Hop:
    """One host on the way, the last one being the target itself.

    ``asked`` is what a person or file said of it, ``config`` what the SSH configuration says, and ``target`` the first
    completed by the second.
    """

    target: Target
    secrets: Secrets
    asked: Target
    config: HostConfig = field(default_factory=HostConfig)

    @property
    def where(self) -> str:
        """How sentences name it."""
        place = f"{self.target.address}:{self.target.port}"
        return place if self.target.name in (self.target.address, place) else f"{self.target.name} ({place})"

    @property
    def user(self) -> str:
        """The account's name; that of the person at the keyboard where none is set."""
        return self.target.user or account()

    @property
    def jump(self) -> str:
        """The machines before it as its own ProxyJump or the configured one names them; nothing for a direct way."""
        return self.target.proxy_jump

    @property
    def command(self) -> str:
        """The program whose input and output lead there, its tokens replaced; nothing where there is none.

        Only a person's own SSH configuration can name one, and a way that the target itself gives counts before it.
        """
        if not self.config.proxy_command or self.asked.proxy_jump:
            return ""
        for value in (self.asked.address or self.asked.name, self.target.address, self.user):
            if not is_safe(value):
                raise ConnectError(
                    "ssh-config",
                    tr(
                        "{where}: {value!r} would mean more than a name to the shell that runs its "
                        "ProxyCommand, so it is not run; take a plain name."
                    ).format(where=self.where, value=value[:60]),
                )
        return self._expanded(self.config.proxy_command)

    def between(self) -> tuple[str, ...]:
        """The names of the machines before it, nearest to us first, as ``jump`` gives them."""
        text = self.jump if self.asked.proxy_jump else self._expanded(self.jump)
        return tuple(name for part in text.split(",") if (name := part.strip()))

    def limits(self, limits: Limits) -> Limits:
        """The limits with its own connect timeout or its ConnectTimeout, unless a person asked for another."""
        own = min(self.asked.connect_timeout or self.config.connect_timeout, LONGEST)
        return replace(limits, connect=own) if own and not limits.insisted else limits

    def policy(self, policy: HostKeyPolicy) -> HostKeyPolicy:
        """The policy with the key that is expected of this host, and the files that its setting or configuration names.

        Files that a person named for all hosts (``policy.insisted``) stay as they are.
        """
        policy = replace(policy, expected=self.asked.host_key_expected)
        if self.asked.known_hosts:
            named = (at_home(self.asked.known_hosts),)
            return replace(policy, known_hosts=named, system_known_hosts=(), insisted=True)
        if policy.insisted:
            return policy
        users, systems = policy.known_hosts, policy.system_known_hosts
        if self.config.known_hosts:
            users = _paths(self.config.known_hosts)
        if self.config.global_known_hosts:
            systems = _paths(self.config.global_known_hosts)
        return replace(policy, known_hosts=(*users, *systems), system_known_hosts=())

    def _expanded(self, text: str) -> str:
        name = self.asked.address or self.asked.name
        known = Tokens(name, self.target.address, self.target.port, self.user, self.config.host_key_alias)
        try:
            return known.expand(text, COMMAND)
        except UnknownTokenError as error:
            raise ConnectError(
                "ssh-config",
                tr(
                    "{where}: nothing is known for {error} in its ProxyJump or ProxyCommand; mend the SSH "
                    "configuration."
                ).format(where=self.where, error=error),
            ) from None


def _paths(names: Sequence[str]) -> tuple[Path, ...]:
    return tuple(Path(name) for name in names if name.lower() != "none")


def way_to(
    target: Target,
    secrets: Secrets,
    *,
    bastions: Mapping[str, Target],
    secrets_of: Callable[[Target], Secrets],
) -> list[Hop]:
    """Every host from here to the target, in the order in which they are logged in to.

    A name in the target's own ProxyJump is a machine of ``bastions``, or else one of the SSH configuration or an
    address; ``secrets_of`` tells what to log in there with. Within a list only the first machine may have a way of its
    own, as in OpenSSH. ConnectError (ssh-config, protocol) where there is no such way.
    """
    way = [_hop(target, secrets)]
    followed: set[tuple[str, int, str]] = set()
    while names := way[0].between():
        _no_circle(way, followed)
        between = [_between(way[0], name, bastions, secrets_of) for name in names]
        between[1:] = [_without_own_way(hop) for hop in between[1:]]
        way = [*between, *way]
    return way


def _hop(target: Target, secrets: Secrets) -> Hop:
    config = config_of(target)
    if target.identity:
        config = replace(config, identities=())  # a key file that is named is the only one, as with IdentitiesOnly
    hop = Hop(laid_over(target, config), secrets, target, config)
    if config.refused:
        raise ConnectError("ssh-config", f"{hop.where}: {config.refused}")
    return hop


def _between(following: Hop, name: str, bastions: Mapping[str, Target], secrets_of: Callable[[Target], Secrets]) -> Hop:
    """One machine in between, by its name in the audit or as ``[user@]host[:port]``."""
    if name in bastions and following.asked.proxy_jump:
        if bastions[name].transport == "local":
            raise ConnectError(
                "ssh-config",
                tr("{where}: {name} is this computer and no jump host; mend proxy_jump.").format(
                    where=following.where, name=name
                ),
            )
        return _hop(bastions[name], secrets_of(bastions[name]))
    try:
        target = parse_target(name)
    except UsageError as error:
        raise ConnectError(
            "ssh-config", tr("{where}: its jump host can't be used: {error}").format(where=following.where, error=error)
        ) from None
    hop = _hop(target, Secrets())
    if target.name in bastions and _place(_hop(bastions[target.name], Secrets())) != _place(hop):
        return hop  # the audit calls another machine so: its secrets, which are kept by name, are none of this one's
    return replace(hop, secrets=secrets_of(target))


def _without_own_way(hop: Hop) -> Hop:
    asked = replace(hop.asked, proxy_jump="none")
    return replace(hop, asked=asked, target=replace(hop.target, proxy_jump=""))


def _place(hop: Hop) -> tuple[str, str, int]:
    return hop.user, hop.target.address.lower(), hop.target.port


def _no_circle(way: Sequence[Hop], followed: set[tuple[str, int, str]]) -> None:
    """ConnectError where the first host's own way was followed before, or the way gets too long.

    Addresses alone don't tell: two networks may use the same ones.
    """
    first = way[0].asked
    key = first.address or first.name, first.port, first.user
    if key in followed:
        raise ConnectError(
            "protocol",
            tr(
                "{where}: its jump hosts lead in a circle: {name} is needed to reach itself; mend "
                "proxy_jump or ProxyJump (a block for all hosts leaves the jump host out as `Host * "
                "!name`)."
            ).format(where=way[-1].where, name=first.name),
        )
    if len(way) > MOST_HOPS:
        raise ConnectError(
            "protocol",
            tr("{where}: more than {most} jump hosts lead to it; mend proxy_jump or ProxyJump.").format(
                where=way[-1].where, most=MOST_HOPS
            ),
        )
    followed.add(key)


def through(hop: Hop, following: Hop, wire: Wire, limits: Limits, watchdog: Watchdog) -> Pipe:
    """A pipe to the next host through this one."""
    watchdog.limit(limits.connect)
    place = following.target.address, following.target.port
    try:
        return wire.open_channel("direct-tcpip", place, ("127.0.0.1", 0), timeout=limits.connect)
    except (SSHException, EOFError, OSError) as error:
        if watchdog.verdict == "cancelled":
            raise ConnectError(
                "cancelled", tr("{where}: connecting was cancelled.").format(where=following.where)
            ) from error
        if watchdog.verdict or "Timeout" in str(error):
            raise ConnectError(
                "no-answer",
                tr(
                    "{where}: {jump} could not reach it within {seconds:g} s; check the address and the "
                    "network between them."
                ).format(where=following.where, jump=hop.where, seconds=limits.connect),
            ) from error
        raise _no_way_on(hop, following, wire, error) from error


def _no_way_on(hop: Hop, following: Hop, wire: Wire, error: Exception) -> ConnectError:
    code = error.code if isinstance(error, ChannelException) else 0
    said = quoted(str(error))
    if code == _PROHIBITED:
        return ConnectError(
            "refused",
            tr(
                "{where}: the jump host {jump} does not let {user} through to it; allow TCP forwarding "
                "there for that account (AllowTcpForwarding, PermitOpen), or take another way."
            ).format(where=following.where, jump=hop.where, user=hop.user),
        )
    if code == _FAILED:
        return ConnectError(
            "refused",
            tr(
                "{where}: the jump host {jump} can't connect to it; check that address and port as that "
                "host sees them, and that the SSH server there runs."
            ).format(where=following.where, jump=hop.where),
        )
    if not wire.is_active():
        return ConnectError(
            "lost",
            tr("{where}: the jump host {jump} hung up; look at that host's log and try again.").format(
                where=following.where, jump=hop.where
            ),
        )
    return ConnectError(
        "refused",
        tr(
            "{where}: the jump host {jump} did not connect to it ({words}); check the address, and that "
            "the jump host allows TCP forwarding."
        ).format(where=following.where, jump=hop.where, words=said),
    )


def on_the_way(error: ConnectError, way: Sequence[Hop], hop: Hop) -> ConnectError:
    """The same error; its sentence says what can't be reached without a host in between."""
    if hop is not way[-1] and error.kind != "cancelled":
        error.args = (
            tr("{error} It is the jump host on the way to {target}.").format(error=error, target=way[-1].target.name),
        )
        if isinstance(error, UnknownHostKeyError):
            error.between = hop.where
    return error
