"""One look at a target: log in, ask everything in one batch, and once more for what a lost connection left open."""

import secrets as random
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from app.dialect.posix import Batch, render
from app.errors import ConnectError
from app.language import tr
from app.model import Evidence, Probe, Target
from app.places import at_home, own_known_hosts
from app.plan import Plan
from app.secrecy import hide
from app.transport import local
from app.transport.again import look_again
from app.transport.base import Asker, HostKeyPolicy, Limits, Secrets, Session, no_secrets
from app.transport.batch import Look, run_batch
from app.transport.gate import Gates

# The files that OpenSSH reads where the SSH config names no others.
BACK_OFF = 2.0  # seconds before a host whose connection was lost is tried again
WAKE_UP = 10.0  # the same after this computer was suspended: its network comes back later than it does
USER_KNOWN_HOSTS = (Path("~/.ssh/known_hosts"), Path("~/.ssh/known_hosts2"))
SYSTEM_KNOWN_HOSTS = (Path("/etc/ssh/ssh_known_hosts"), Path("/etc/ssh/ssh_known_hosts2"))


@dataclass(frozen=True, slots=True)
class ScanOptions:
    """How targets are reached; the same for all targets of a run.

    ``bastions`` are machines of the audit by name: a target whose ``proxy_jump`` names one goes through it, with that
    machine's own login and host key. Any other name is the SSH config's, or ``[user@]host[:port]``. ``secrets_of``,
    called in the threads of the run, tells what to log in with at a machine in between, which is never given the
    target's own secrets. ``ask`` puts what a host asks during the login to a person; None where nobody is there.
    ``gates`` keep a credential that a host in between refused from being offered to it once for each machine behind.
    """

    policy: HostKeyPolicy
    limits: Limits = field(default_factory=Limits)
    bastions: Mapping[str, Target] = field(default_factory=dict)
    secrets_of: Callable[[Target], Secrets] = no_secrets
    ask: Asker | None = None
    gates: Gates = field(default_factory=Gates)


def scan_options(
    *,
    limits: Limits | None = None,
    known_hosts: Path | None = None,
    accept_new: bool = False,
    fingerprints: frozenset[str] = frozenset(),
    ask: Asker | None = None,
) -> ScanOptions:
    """How targets are reached: by the person's known hosts and Bartizan's own, or by one file only.

    A target's own ``known_hosts`` takes the place of the person's (see ``open_session``).
    """
    known = (known_hosts,) if known_hosts else tuple(map(at_home, USER_KNOWN_HOSTS))
    policy = HostKeyPolicy(
        known_hosts=known,
        own_file=own_known_hosts(),
        accept_new=accept_new,
        accept_fingerprints=fingerprints,
        system_known_hosts=() if known_hosts else SYSTEM_KNOWN_HOSTS,
        insisted=known_hosts is not None,
    )
    return ScanOptions(policy, limits or Limits(), ask=ask)


def new_nonce() -> str:
    """128 random bits in hex: what a file on the host can't know when it tries to forge a frame."""
    return random.token_hex(16)


def render_plan(asked: Plan, target: Target, options: ScanOptions) -> Batch:
    """The script of a plan, with a nonce of its own."""
    return render(
        asked.addenda,
        asked.probes,
        new_nonce(),
        sudo=target.sudo,
        all_addenda=asked.forced,
        probe_limit=options.limits.probe,
    )


def look_at(
    target: Target,
    asked: Plan,
    *,
    secrets: Secrets,
    options: ScanOptions,
    cancel: threading.Event,
    on_probe: Callable[[int, str], None],
    on_login: Callable[[], None] = lambda: None,
    on_again: Callable[[str], None] = lambda _said: None,
) -> tuple[Look | None, str, ConnectError | None]:
    """What the target answered, its host key, and what went wrong; never raises for what a host does.

    ``on_probe`` gets how many are done and which one follows, ``on_again`` a sentence when the connection was lost and
    is made anew, once, after a moment. The look is None where nothing was learnt.
    """
    looking = _Looking(target, asked, secrets, options, cancel, on_probe, on_again)
    try:
        session = open_session(target, secrets, options, cancel)
    except ConnectError as error:
        return None, "", error
    on_login()
    batch = render_plan(asked, target, options)
    first = looking.run(session, batch, options.limits)
    reconnect, missing = partial(looking.reconnect, session), partial(looking.missing, first)
    again = look_again(first, batch.probes, session.host_key, reconnect, missing)
    if again.fault is not None and not any(one.fault is None for one in again.evidence):
        return None, session.host_key, again.fault
    return again, session.host_key, again.fault


@dataclass(frozen=True, slots=True, repr=False)
class _Looking:
    """What both connections of a look have in common; ``begun`` is when it began, in seconds of the monotonic clock."""

    target: Target
    asked: Plan
    secrets: Secrets
    options: ScanOptions
    cancel: threading.Event
    on_probe: Callable[[int, str], None]
    on_again: Callable[[str], None]
    begun: float = field(default_factory=time.monotonic)

    def run(self, session: Session, batch: Batch, limits: Limits, *, spent: bool = False) -> Look:
        """Ask everything of a batch; the session is of no use afterwards."""
        waiting = [batch.probes[index].id for index in batch.order]

        def on_frame(done: int, evidence: Evidence) -> None:
            self.on_probe(done, waiting[done] if done < len(waiting) else evidence.probe)

        try:
            return run_batch(
                session,
                batch,
                self.target.name,
                sudo=self.target.sudo,
                secrets=self.secrets,
                limits=limits,
                cancel=self.cancel,
                on_probe=on_frame,
                spent=spent,
            )
        finally:
            session.close()

    def reconnect(self, lost: Session) -> Session:
        """Another session after that one was lost, and a moment later."""
        pause = WAKE_UP if lost.lost_why == "asleep" else BACK_OFF
        name = self.target.name
        self.on_again(
            tr("{target}: the connection was lost; trying once more in {seconds} s.").format(
                target=name, seconds=f"{pause:g}"
            )
        )
        if self.cancel.wait(pause):
            raise ConnectError(
                "cancelled", tr("{target}: the look was cancelled; what came before is kept.").format(target=name)
            )
        return open_session(self.target, self.secrets, replace(self.options, limits=self._left()), self.cancel)

    def missing(self, first: Look, session: Session, probes: tuple[Probe, ...], detected: tuple[str, ...]) -> Look:
        """Only these probes, with what the first look detected taken as there."""
        addenda = tuple(addendum for addendum in self.asked.addenda if addendum.id in detected)
        batch = render_plan(Plan(addenda, probes, frozenset(detected)), self.target, self.options)
        return self.run(session, batch, self._left(), spent=first.password_spent)

    def _left(self) -> Limits:
        """The limits with what is left of the time for the host: a second connection doesn't double it."""
        limits = self.options.limits
        return replace(limits, host=max(1.0, limits.host - (time.monotonic() - self.begun)))


def open_session(target: Target, secrets: Secrets, options: ScanOptions, cancel: threading.Event) -> Session:
    """A session to the target; ConnectError says in one sentence why there is none."""
    try:
        return _opened(target, secrets, options, cancel)
    except ConnectError as error:
        error.args = (hide(str(error)),)  # it may quote a host that knows the password by now
        raise


def _opened(target: Target, secrets: Secrets, options: ScanOptions, cancel: threading.Event) -> Session:
    if target.transport == "local":
        return local.connect()
    from app.transport import ssh  # noqa: PLC0415 - paramiko costs a tenth of a second, and a local audit needs none

    return ssh.connect(
        target,
        secrets,
        options.limits,
        options.policy,
        cancel,
        bastions=options.bastions,
        secrets_of=options.secrets_of,
        ask=options.ask,
        gates=options.gates,
    )
