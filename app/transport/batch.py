"""One batch through one session: send, read as it comes, raise rights, keep what was learnt."""

import re
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from app.dialect.frames import FrameReader
from app.dialect.posix import Batch
from app.errors import ConnectError
from app.language import tr
from app.model import Evidence, Privilege, Reason
from app.transport.base import Limits, Secrets, Session
from app.transport.echo import without_echoes
from app.transport.pulse import EVERY, UNANSWERED
from app.transport.said import quoted
from app.transport.sudo import Sudo

_TICK = 0.2  # seconds between looks at the clock and at cancel
# What OpenSSH and PAM say instead of starting the shell; a hint for the sentence and nothing more.
_EXPIRED = re.compile(rb"password (has |is )?expired|[Pp]assword change required|change your password", re.IGNORECASE)
_SLACK = 5.0  # seconds that a probe may take beyond its limit: the host itself ends it before


@dataclass(frozen=True, slots=True)
class Look:
    """What one batch brought.

    ``detected`` are ids of the addenda that apply. ``evidence`` holds every probe of theirs, in the plan's order, each
    with its fault where it has one. ``fault`` says why the look ended early, ``privilege_note`` why what needs root was
    not run, in one sentence; empty if all is well. ``outdated`` are SSH algorithms in use that
    only a person's word allowed. ``password_spent`` says that sudo got its password and gave no root shell: another try
    would bring the account nearer to being locked. ``unasked`` says that sudo gave a root shell without a password.
    """

    detected: tuple[str, ...]
    privilege: Privilege
    evidence: tuple[Evidence, ...]
    fault: ConnectError | None
    privilege_note: str = ""
    outdated: tuple[str, ...] = ()
    password_spent: bool = False
    unasked: bool = False


def run_batch(
    session: Session,
    batch: Batch,
    target: str,
    *,
    sudo: str,
    secrets: Secrets,
    limits: Limits,
    cancel: threading.Event,
    on_probe: Callable[[int, Evidence], None],
    spent: bool = False,
) -> Look:
    """Run the batch and close the session.

    ``spent`` says that sudo had its password before and is not to be given it again.
    ``on_probe`` gets the number of frames so far and the evidence as each frame ends. Nothing that the host does is
    raised: the Look says it and keeps what came before.
    """
    reader = FrameReader(batch, target)
    rights = Sudo(target, sudo, secrets, limits.login, spent=spent)
    try:
        fault = _converse(session, batch, target, reader, rights, limits, cancel, on_probe)
    finally:
        session.close()
    reason = _REASONS.get(fault.kind, Reason.CONNECTION_LOST) if fault else Reason.CONNECTION_LOST
    return Look(
        detected=tuple(name for index, name in enumerate(batch.addenda) if reader.detected.get(index)),
        privilege=_privilege(reader),
        evidence=without_echoes(reader.finish(reason), (*secrets.words(), *session.typed)),
        fault=fault,
        privilege_note=rights.note(reader, batch),
        outdated=session.outdated,
        password_spent=rights.spent,
        unasked=rights.unasked,
    )


_REASONS = {"timeout": Reason.TIMEOUT, "cancelled": Reason.CANCELLED, "protocol": Reason.TAMPERED}


def _privilege(reader: FrameReader) -> Privilege:
    if reader.uid == 0:
        return Privilege.ROOT
    if reader.exact:
        return Privilege.SUDO_EXACT
    return Privilege.SUDO if reader.root_started else Privilege.USER


def _converse(  # noqa: PLR0917 - one conversation has that many sides
    session: Session,
    batch: Batch,
    target: str,
    reader: FrameReader,
    rights: Sudo,
    limits: Limits,
    cancel: threading.Event,
    on_probe: Callable[[int, Evidence], None],
) -> ConnectError | None:
    """Send and read until everything is answered; the error that ended it early, or None."""
    begun = time.monotonic()
    try:
        session.start()
        reader.sending()
        session.send(batch.user_script)
        while not (reader.done and reader.settled):
            late = _late(target, reader, begun, limits)
            if cancel.is_set():
                return ConnectError(
                    "cancelled", tr("{target}: the look was cancelled; what came before is kept.").format(target=target)
                )
            if late:
                return ConnectError("timeout", late)
            came = session.read(_TICK)
            if came is None and not cancel.is_set():
                return _ended(target, reader, session)
            if came is None:
                continue
            # Messages first: a frame counts once it has ended on both streams.
            ripe = (*reader.feed_err(came[1]), *reader.feed(came[0]))
            for behind, evidence in enumerate(ripe, 1 - len(ripe)):
                on_probe(reader.frames + behind, evidence)
            if reader.broken:
                return ConnectError(
                    "protocol",
                    tr(
                        "{target} sent answers that were missing, doubled or out of order, so nothing "
                        "after them is believed; look at that host's shell and SSH server."
                    ).format(target=target),
                )
            if not rights.step(reader, batch, session):
                return None
    except ConnectError as error:
        return error
    return None


def _late(target: str, reader: FrameReader, begun: float, limits: Limits) -> str:
    """The sentence of the limit that is over, or nothing."""
    now = time.monotonic()
    if now - begun > limits.host:
        return tr(
            "{target}: the time for this host was over before everything was answered; allow more with --deadline."
        ).format(target=target)
    if reader.uid is None and now - begun > limits.login:
        return tr(
            "{target}: the login worked, but the shell gave no answer within {seconds:g} s; try `ssh` to "
            "that host by hand and look at its start files."
        ).format(target=target, seconds=limits.login)
    current = reader.current
    if current and now - current[1] > reader.limit(current[0]) + _SLACK:
        return tr("{target} did not end probe {probe} at its limit of {limit} s; the host may be overloaded.").format(
            target=target, probe=reader.name(current[0]), limit=reader.limit(current[0])
        )
    return ""


def _ended(target: str, reader: FrameReader, session: Session) -> ConnectError | None:
    """What it means that both streams have ended."""
    if reader.done:
        return None
    if reader.uid is None and _EXPIRED.search(bytes(reader.preamble)):
        return ConnectError(
            "password-expired",
            tr("{target}: the account's password has expired; log in there by hand once and set a new one.").format(
                target=target
            ),
        )
    if reader.uid is None and not session.lost:
        return ConnectError(
            "no-shell",
            tr(
                "{target}: the login worked, but /bin/sh could not be run there{said}; give that account a "
                "POSIX login shell or take another account."
            ).format(target=target, said=_said(reader)),
        )
    if session.lost_why == "overrun":
        return ConnectError(
            "protocol",
            tr(
                "{target}: the host sent more than it was allowed to after {frames} answers, as no SSH "
                "server does; what came is kept, look at that host."
            ).format(target=target, frames=reader.frames),
        )
    if session.lost_why == "asleep":
        return ConnectError(
            "lost",
            tr(
                "{target}: this computer was suspended while it looked, after {frames} answers; what came "
                "is kept, look at that host again for the rest."
            ).format(target=target, frames=reader.frames),
        )
    if session.lost_why == "silent":
        return ConnectError(
            "lost",
            tr(
                "{target}: the host gave no sign of life for {seconds:g} s, after {frames} answers; what "
                "came is kept, look at the network and at firewalls on the way, and then at that host "
                "again."
            ).format(target=target, seconds=EVERY * (UNANSWERED + 1), frames=reader.frames),
        )
    at = tr(", as the jump host {jump} went away").format(jump=session.lost_at) if session.lost_at else ""
    return ConnectError(
        "lost",
        tr(
            "{target}: the connection was lost after {frames} answers{at}; what came is kept, look at that "
            "host again for the rest."
        ).format(target=target, frames=reader.frames, at=at),
    )


def _said(reader: FrameReader) -> str:
    """The host's last line instead of a shell, such as that the account is not available."""
    lines = bytes(reader.preamble).decode("utf-8", "replace").split("\n")
    last = next((line.strip() for line in reversed(lines) if line.strip()), "")
    return tr(" (it said: {words})").format(words=quoted(last, 100)) if last else ""
