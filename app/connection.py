"""Trying a connection before an audit: what works, what doesn't, and which machine answers, in plain words."""

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from app.dialect.posix import render
from app.errors import BartizanError, ConnectError, UnknownHostKeyError
from app.language import tr
from app.look import new_nonce, open_session, scan_options
from app.model import Addendum, Benchmark, Privilege, Probe, Profile, Role, Target
from app.plan import plan, role_of
from app.transport.base import Asker, Limits, Secrets, no_secrets
from app.transport.batch import run_batch
from app.transport.gate import Gates

TEST_LIMITS = Limits(connect=15, login=30, host=45)  # seconds: a person waits for it


@dataclass(frozen=True, slots=True)
class Trial:
    """What trying to reach a target gave; ``sentence`` is for people.

    ``login_seconds`` is how long it took to connect and log in, ``seconds`` how long all of it took.
    """

    target: str
    ok: bool
    sentence: str
    host_key: str = ""
    seconds: float = 0.0
    login_seconds: float = 0.0
    privilege: Privilege | None = None
    role: Role = Role.AUTO
    platform: str = ""  # titles of the addenda that fit, most specific last
    unknown_key: UnknownHostKeyError | None = None
    error_kind: str = ""


def try_connection(
    target: Target,
    secrets: Secrets,
    benchmark: Benchmark,
    cancel: threading.Event,
    *,
    ask: Asker | None = None,
    bastions: Mapping[str, Target] = MappingProxyType({}),
    secrets_of: Callable[[Target], Secrets] = no_secrets,
    gates: Gates | None = None,
) -> Trial:
    """Log in, start the shell, see which platform it is and with which rights an audit would look.

    ``ask`` puts what the host asks during the login to a person; ``bastions``, ``secrets_of`` and ``gates`` are those
    of ScanOptions, the last for all that are tested together. Never raises for what a host does.
    """
    started = time.monotonic()
    asked = plan(benchmark, Profile(), target)
    probes = tuple(_rights_probe(addendum) for addendum in asked.addenda)
    batch = render(asked.addenda, probes, new_nonce(), sudo=target.sudo, all_addenda=asked.forced)
    set_up = replace(
        scan_options(limits=TEST_LIMITS, ask=ask), bastions=bastions, secrets_of=secrets_of, gates=gates or Gates()
    )
    try:
        session = open_session(target, secrets, set_up, cancel)
    except BartizanError as error:
        return _failed(target, error)
    logged_in = time.monotonic() - started
    try:
        look = run_batch(
            session, batch, target.name, sudo=target.sudo, secrets=secrets, limits=TEST_LIMITS, cancel=cancel,
            on_probe=lambda _done, _evidence: None,
        )  # fmt: skip
    finally:
        session.close()
    if look.fault is not None:
        return _failed(target, look.fault, session.host_key)
    role = role_of(benchmark.addenda, look.detected, target.role)
    titles = {addendum.id: addendum.title for addendum in benchmark.addenda}
    platform = ", ".join(titles.get(one, one) for one in look.detected)
    return Trial(
        target.name,
        ok=True,
        sentence=_works(look.privilege, platform, look.privilege_note),
        host_key=session.host_key,
        seconds=time.monotonic() - started,
        login_seconds=logged_in,
        privilege=look.privilege,
        role=role,
        platform=platform,
    )


def cancelled(target: Target) -> Trial:
    """The trial of a target that was taken back before its turn came."""
    return Trial(
        target.name,
        ok=False,
        sentence=tr("{target}: the test was cancelled.").format(target=target.name),
        error_kind="cancelled",
    )


def _failed(target: Target, error: BartizanError, host_key: str = "") -> Trial:
    """A trial that ended with that; what isn't of the connection is its way, such as a jump host that isn't there."""
    made = Trial(target.name, ok=False, sentence=str(error), host_key=host_key)
    if isinstance(error, UnknownHostKeyError):
        return replace(made, host_key=error.fingerprint, unknown_key=error, error_kind=error.kind)
    return replace(made, error_kind=error.kind) if isinstance(error, ConnectError) else made


def _rights_probe(addendum: Addendum) -> Probe:
    """A privileged probe of that addendum, so that the way to root is walked; it changes nothing."""
    return Probe(f"rights-{addendum.id}", addendum.id, "id -u", "root", "text", timeout=10)


def _works(privilege: Privilege, platform: str, note: str) -> str:
    rights = {
        Privilege.ROOT: tr("as root"),
        Privilege.SUDO: tr("logged in, and sudo works"),
        Privilege.SUDO_EXACT: tr("logged in, with sudo for the audit's commands"),
        Privilege.USER: tr("logged in without root rights, so items that need them will stay undecided"),
    }[privilege]
    where = platform or tr("no known platform was recognised")
    return tr("Ready, {rights}; {platform}.").format(rights=rights, platform=where) + (f" {note}" if note else "")
