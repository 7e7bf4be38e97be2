"""A second try for a host whose connection was lost: once, and only for what is missing."""

from collections.abc import Callable
from dataclasses import replace

from app.errors import ConnectError
from app.language import tr
from app.model import Evidence, Privilege, Probe, Reason
from app.transport.base import Session
from app.transport.batch import Look

# How far rights reach, least first: what both looks together had.
_ORDER = (Privilege.USER, Privilege.SUDO_EXACT, Privilege.SUDO, Privilege.ROOT)


def look_again(
    first: Look,
    probes: tuple[Probe, ...],
    host_key: str,
    connect: Callable[[], Session],
    run: Callable[[Session, tuple[Probe, ...], tuple[str, ...]], Look],
) -> Look:
    """Ask once more for the probes that a lost connection left open; the first look where nothing of the kind happened.

    ``connect`` logs in anew, host key check included; the key must be that of the first time (``host_key``).
    ``run(session, probes, detected)`` asks these probes with the addenda that the first look found. What came the first
    time stays as it was, and a second loss ends it. What the second try met is said, above all another host key.
    """
    if first.fault is None or first.fault.kind != "lost" or not first.detected:
        return first
    open_ = {one.probe for one in first.evidence if one.fault is Reason.CONNECTION_LOST}
    wanted = tuple(probe for probe in probes if probe.id in open_)
    if not wanted:
        return first
    try:
        session = connect()
    except ConnectError as error:
        return replace(first, fault=_met(first.fault, error))
    if session.host_key != host_key:
        session.close()
        return replace(first, fault=_other_key(first.evidence[0].target, host_key, session.host_key))
    second = run(session, wanted, first.detected)
    return _joined(first, second, open_)


def _met(loss: ConnectError, error: ConnectError) -> ConnectError:
    """What ended the look: the loss, and what the second try met. A host key weighs more than a loss."""
    if error.kind == "cancelled":
        return error
    if error.kind.startswith("host-key-"):
        said = tr("{error}; this came after the connection had been lost, and what came before is kept.").format(
            error=str(error).rstrip(".")
        )
        return ConnectError(error.kind, said)
    return ConnectError(
        loss.kind, tr("{loss}; the second try met this: {error}").format(loss=str(loss).rstrip("."), error=error)
    )


def _other_key(target: str, before: str, now: str) -> ConnectError:
    """Both keys are believed, but one host doesn't change its key within an audit: another answers at that address."""
    return ConnectError(
        "host-key-changed",
        tr(
            "{target}: after the connection had been lost, another host key answered ({now}, before it was "
            "{before}), so nothing more was asked; find out who answers at that address, what came before "
            "is kept."
        ).format(target=target, now=now, before=before),
    )


def _joined(first: Look, second: Look, open_: set[str]) -> Look:
    """Both looks as one; a probe that the second one answered is taken from there."""
    answered = {one.probe: one for one in second.evidence}

    def newest(one: Evidence) -> Evidence:
        return answered.get(one.probe, one) if one.probe in open_ else one

    return replace(
        first,
        evidence=tuple(newest(one) for one in first.evidence),
        fault=second.fault,
        privilege=max(first.privilege, second.privilege, key=_ORDER.index),
        # What sudo said about the password stands in the first one: the second connection never gave it.
        privilege_note=(first.password_spent and first.privilege_note) or second.privilege_note,
        password_spent=second.password_spent,
        unasked=first.unasked or second.unasked,
    )
