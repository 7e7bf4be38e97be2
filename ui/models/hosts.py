"""Columns of the hosts table."""

from PySide6.QtCore import QCoreApplication, QObject

from app.hostlist import HostRow, address_of
from app.presentation import duration
from app.report.visible import one_line, visible
from ui.models.table import Column, TableModel
from ui.words import role_word

NAME, ADDRESS, ROLE, PLATFORM, LOGIN, KEY, RIGHTS, STATE = range(8)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Hosts", text)


def address_text(row: HostRow) -> str:
    """Where it is, as a person would type it."""
    if row.target is None:
        return _tr("guest of {host}").format(host=one_line(row.parent))
    return _tr("this computer") if row.target.transport == "local" else address_of(row.target)


def login_text(row: HostRow) -> str:
    """How one logs in there."""
    if row.target is None:
        return ""
    if row.target.transport == "local":
        return _tr("none needed")
    return {
        "agent": _tr("agent"),
        "key": _tr("key file"),
        "password": _tr("password"),
    }.get(row.target.credential, _tr("key file") if row.target.identity else _tr("automatic"))


def key_text(row: HostRow) -> str:
    """The fingerprint, or that nobody confirmed it."""
    if row.trial is not None and row.trial.unknown_key is not None:
        return _tr("not confirmed")
    return row.host_key


def key_tone(row: HostRow) -> str:
    """The colour token of the key: one that nobody confirmed asks for attention."""
    return "waiting" if row.trial is not None and row.trial.unknown_key is not None else "muted"


def rights_text(row: HostRow) -> str:
    """With which rights it is looked at."""
    if row.trial is not None and row.trial.privilege is not None:
        return row.trial.privilege.value
    if row.state is not None and row.state.reachable:
        return row.state.privilege.value
    return ""


def fault_text(kind: str) -> str:
    """A kind of app.errors.CONNECT_KINDS in two or three words; the panel has the whole sentence."""
    return {
        "ssh-config": _tr("SSH config"),
        "name-unknown": _tr("name unknown"),
        "refused": _tr("refused"),
        "no-answer": _tr("no answer"),
        "no-banner": _tr("no SSH greeting"),
        "not-ssh": _tr("not SSH"),
        "no-common-algorithm": _tr("outdated SSH"),
        "host-key-unknown": _tr("confirm its key"),
        "host-key-changed": _tr("host key CHANGED"),
        "host-key-revoked": _tr("host key revoked"),
        "login-rejected": _tr("login rejected"),
        "second-factor": _tr("second factor"),
        "password-expired": _tr("password expired"),
        "credential-missing": _tr("no credential"),
        "key-unreadable": _tr("key file unreadable"),
        "no-shell": _tr("no shell"),
        "lost": _tr("connection lost"),
        "timeout": _tr("too slow"),
        "cancelled": _tr("cancelled"),
        "protocol": _tr("broken SSH"),
    }.get(kind, _tr("could not be reached"))


def state_text(row: HostRow) -> str:
    """What works and what doesn't, in a few words; the panel has the whole sentence."""
    if row.found:
        return _tr("not in the audit")
    if row.testing:
        return _tr("testing…")
    if row.trial is not None:
        if row.trial.unknown_key is not None:
            return _tr("confirm its key")
        if row.trial.ok:
            return _tr("ready · {n} ms").format(n=round(row.trial.seconds * 1000))
        return fault_text(row.trial.error_kind)
    if row.state is not None:
        if row.state.error:
            return fault_text(row.state.error_kind)
        return _tr("done · {time}").format(time=duration(row.state.seconds))
    return _tr("not tested")


def state_tip(row: HostRow) -> str | None:
    """The whole sentence, for the tool tip."""
    if row.trial is not None:
        return visible(row.trial.sentence)
    return visible(row.state.error) if row.state is not None and row.state.error else None


def state_tone(row: HostRow) -> str:
    """The colour token of the state."""
    if row.trial is not None and not row.testing:
        if row.trial.ok:
            return "pass"
        return "waiting" if row.trial.unknown_key is not None else "fail"
    if row.state is not None and row.state.error:
        return "fail"
    return "muted"


def state_icon(row: HostRow) -> str | None:
    """The icon before the state."""
    if row.testing:
        return "refresh-cw"
    if row.trial is not None:
        if row.trial.ok:
            return "circle-check"
        return "fingerprint" if row.trial.unknown_key is not None else "circle-x"
    if row.state is not None and row.state.error:
        return "circle-x"
    return None


def name_icon(row: HostRow) -> str:
    """The icon before the name."""
    if row.target is not None and row.target.transport == "local":
        return "monitor"
    return "cpu" if row.depth or row.role.value == "guest" else "server"


def hosts_model(parent: QObject) -> TableModel[HostRow]:
    """Hosts with their guests beneath them."""
    return TableModel(
        (
            Column(
                _tr("Name"), lambda row: one_line(row.name), icon=name_icon, indent=lambda row: row.depth,
                tone=lambda row: "muted" if row.found else None,
            ),
            Column(_tr("Address"), address_text, tone=lambda row: "muted" if row.target is None else None),
            Column(_tr("Role"), lambda row: role_word(row.role)),
            Column(_tr("Platform"), lambda row: one_line(row.platform) or "–"),
            Column(_tr("Login"), login_text),
            Column(_tr("Host key"), key_text, tone=key_tone),
            Column(_tr("Rights"), rights_text),
            Column(_tr("State"), state_text, tip=state_tip, tone=state_tone, icon=state_icon),
        ),
        parent,
    )  # fmt: skip
