"""How far a run is: events of the hosts folded into what a screen shows. Pure, times in seconds of any one clock."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from app.scan import Event


class Phase(StrEnum):
    """What a host is at."""

    WAITING = "waiting"
    CONNECTING = "connecting"
    LOOKING = "looking"
    JUDGING = "judging"
    DONE = "done"
    FAILED = "failed"


ENDED = frozenset({Phase.DONE, Phase.FAILED})
_PHASES = {
    "connecting": Phase.CONNECTING,
    "looking": Phase.LOOKING,
    "probe": Phase.LOOKING,
    "judging": Phase.JUDGING,
    "failed": Phase.FAILED,
    "done": Phase.DONE,
}


@dataclass(frozen=True, slots=True)
class HostProgress:
    """One host: ``done`` of ``total`` looks, and what is being looked at."""

    target: str
    phase: Phase = Phase.WAITING
    done: int = 0
    total: int = 0
    probe: str = ""
    message: str = ""
    error_kind: str = ""
    started: float | None = None
    ended: float | None = None

    @property
    def share(self) -> float:
        """0..1."""
        if self.phase in ENDED:
            return 1.0
        return self.done / self.total if self.total else 0.0

    def seconds(self, now: float) -> float:
        """How long it has taken, or took."""
        if self.started is None:
            return 0.0
        return (now if self.ended is None else self.ended) - self.started


@dataclass(frozen=True, slots=True)
class RunProgress:
    """All hosts of a run, by name."""

    hosts: Mapping[str, HostProgress] = field(default_factory=dict)
    started: float = 0.0

    @property
    def running(self) -> bool:
        """Whether any host is still at it."""
        return any(host.phase not in ENDED for host in self.hosts.values())

    @property
    def own(self) -> tuple[HostProgress, ...]:
        """The hosts that this run looks at; those that an earlier one ended are none of them."""
        return tuple(one for one in self.hosts.values() if one.ended is None or one.ended >= self.started)

    @property
    def ended(self) -> int:
        """How many of them are done or failed."""
        return sum(host.phase in ENDED for host in self.own)

    @property
    def share(self) -> float:
        """0..1 over all of them alike."""
        return _share(self.own)

    @property
    def failed(self) -> tuple[str, ...]:
        """Names of the hosts that could not be looked at, or not to the end."""
        return tuple(host.target for host in self.hosts.values() if host.phase is Phase.FAILED)

    @property
    def waiting(self) -> int:
        """How many hosts haven't been begun."""
        return sum(host.phase is Phase.WAITING for host in self.hosts.values())

    def remaining(self, now: float) -> float | None:
        """Seconds until the end at the pace so far; None while it is too early to say.

        The pace is that of hosts that are looked at: one that failed took next to no time, and nor does it count how
        long the secrets were waited for.
        """
        going = [host for host in self.own if host.phase is not Phase.FAILED]
        share = _share(going)
        elapsed = now - min((host.started for host in going if host.started is not None), default=now)
        if share < 0.05 or elapsed <= 0:  # noqa: PLR2004 - a twentieth says something about the pace
            return None
        return elapsed * (1 - share) / share


def _share(hosts: Sequence[HostProgress]) -> float:
    return sum(host.share for host in hosts) / len(hosts) if hosts else 0.0


def begin(run: RunProgress | None, targets: Sequence[str], now: float) -> RunProgress:
    """A run of these hosts; hosts of an earlier run that aren't in it stay as they were."""
    hosts = dict(run.hosts) if run is not None else {}
    for target in targets:
        hosts[target] = HostProgress(target)
    return RunProgress(hosts, now if run is None or not run.running else run.started)


def apply(run: RunProgress, event: Event, now: float) -> RunProgress:
    """What an event changes. Only ``ended`` below ends a host: its results arrive after its last event."""
    host = run.hosts.get(event.target)
    if host is None or host.phase in ENDED:
        return run
    phase = _PHASES.get(event.kind, host.phase)
    changed = replace(
        host,
        phase=Phase.JUDGING if phase in ENDED else phase,
        done=max(host.done, event.done),
        total=max(host.total, event.total),
        probe=event.probe or ("" if event.kind != "probe" else host.probe),
        message=event.message or host.message,
        started=now if host.started is None else host.started,
    )
    return replace(run, hosts={**run.hosts, event.target: changed})


def end(run: RunProgress, target: str, now: float, *, error: str = "", error_kind: str = "") -> RunProgress:
    """The host's results have come and are stored."""
    host = run.hosts.get(target)
    if host is None:
        return run
    changed = replace(
        host,
        phase=Phase.FAILED if error else Phase.DONE,
        message=error,
        error_kind=error_kind,
        probe="",
        started=now if host.started is None else host.started,
        ended=now,
    )
    return replace(run, hosts={**run.hosts, target: changed})
