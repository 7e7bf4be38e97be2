"""Columns of the hosts table."""

import re
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt

from app.errors import UnknownHostKeyError
from app.hostrows import HostRow
from app.language import tr
from app.model import Privilege
from app.report.visible import one_line, visible
from app.screen.presentation import duration
from app.targets import address_of
from ui.models.table import Column, TableModel
from ui.words import role_word

_LONG = re.compile(r" GNU/Linux(?= )| \([^()]*\)$")
NAME, ADDRESS, ROLE, PLATFORM, LOGIN, KEY, RIGHTS, LATENCY, AUDITED, TAGS, STATE = range(11)

_SEEN = 5  # other places of a key that are named


def address_text(row: HostRow) -> str:
    """Where it is, as a person would type it."""
    if row.target is None:
        return tr("guest of {host}").format(host=one_line(row.parent))
    return tr("this computer") if row.target.transport == "local" else address_of(row.target)


def login_text(row: HostRow) -> str:
    """How one logs in there."""
    if row.target is None:
        return ""
    if row.target.transport == "local":
        return tr("none needed")
    return {
        "agent": tr("agent"),
        "key": tr("key file"),
        "password": tr("password"),
    }.get(row.target.credential, tr("key file") if row.target.identity else tr("automatic"))


def key_text(row: HostRow) -> str:
    """The fingerprint, or that nobody confirmed it."""
    if row.trial is not None and row.trial.unknown_key is not None:
        return tr("not confirmed")
    return row.host_key


def latency_text(row: HostRow) -> str:
    """How long connecting and logging in took."""
    return "" if row.login_seconds is None else brief(row.login_seconds)


def audited_text(row: HostRow) -> str:
    """The day on which it was last looked at."""
    if row.found:
        return ""
    if row.audited is None:
        return tr("never")
    return row.audited.astimezone().date().isoformat()


def audited_tip(row: HostRow) -> str | None:
    """The same with its time."""
    return row.audited.astimezone().strftime("%Y-%m-%d %H:%M") if row.audited is not None else None


def platform_text(row: HostRow) -> str:
    """The platform without its code name and "GNU/Linux", such as Debian 12; tool tip and panel have all of it."""
    return _LONG.sub("", one_line(row.platform)).strip() or "–"


def tags_text(row: HostRow) -> str:
    """The tags, side by side."""
    return one_line(", ".join(row.tags))


def facts_text(row: HostRow) -> str:
    """What was found there: platform, rights, login time, when it was audited, and below it the whole host key."""
    latency, audited = latency_text(row), audited_tip(row)
    parts = (
        one_line(row.platform),
        rights_text(row),
        tr("login {time}").format(time=latency) if latency else "",
        tr("audited {time}").format(time=audited) if audited else "",
    )
    key = one_line(row.host_key) if key_text(row) == row.host_key else ""
    return "\n".join(filter(None, (" · ".join(filter(None, parts)), key)))


def seen_text(error: UnknownHostKeyError) -> str:
    """Where else an unknown key was seen, in a sentence; nothing where nowhere."""
    if not error.seen:
        return ""
    names = ", ".join(one_line(name) for name in error.seen[:_SEEN])
    if len(error.seen) > _SEEN:
        names = tr("{names} and {n} more").format(names=names, n=len(error.seen) - _SEEN)
    return tr("The same key was seen at {names}.").format(names=names)


def key_tone(row: HostRow) -> str:
    """The colour token of the key: one that nobody confirmed asks for attention."""
    return "waiting" if row.trial is not None and row.trial.unknown_key is not None else "muted"


def rights_text(row: HostRow) -> str:
    """With which rights it is looked at."""
    if row.trial is not None and row.trial.privilege is not None:
        return privilege_word(row.trial.privilege)
    if row.state is not None and row.state.reachable:
        return privilege_word(row.state.privilege)
    return ""


def privilege_word(privilege: Privilege) -> str:
    """The rights in a word or three."""
    return {
        Privilege.ROOT: tr("root"),
        Privilege.SUDO: tr("sudo"),
        Privilege.SUDO_EXACT: tr("sudo, exact"),
        Privilege.USER: tr("no root rights"),
    }[privilege]


def fault_text(kind: str) -> str:
    """A kind of app.errors.CONNECT_KINDS in two or three words; the panel has the whole sentence."""
    return {
        "ssh-config": tr("SSH config"),
        "name-unknown": tr("name unknown"),
        "refused": tr("refused"),
        "no-answer": tr("no answer"),
        "no-banner": tr("no SSH greeting"),
        "not-ssh": tr("not SSH"),
        "no-common-algorithm": tr("outdated SSH"),
        "host-key-unknown": tr("confirm its key"),
        "host-key-changed": tr("host key CHANGED"),
        "host-key-revoked": tr("host key revoked"),
        "login-rejected": tr("login rejected"),
        "second-factor": tr("question unanswered"),
        "password-expired": tr("password expired"),
        "credential-missing": tr("no credential"),
        "key-unreadable": tr("key file unreadable"),
        "no-shell": tr("no shell"),
        "lost": tr("connection lost"),
        "timeout": tr("too slow"),
        "cancelled": tr("cancelled"),
        "protocol": tr("broken SSH"),
    }.get(kind, tr("could not be reached"))


def brief(seconds: float) -> str:
    """A short time as people say it: "14 ms", "1.2 s"."""
    return tr("{n} ms").format(n=round(seconds * 1000)) if seconds < 1 else duration(seconds)


def state_text(row: HostRow) -> str:
    """What works and what doesn't, in a few words; the panel has the whole sentence."""
    if row.found:
        return tr("not in the audit")
    if row.asking:
        return tr("asks you")
    if row.testing:
        return tr("testing…")
    if row.trial is not None:
        if row.trial.unknown_key is not None:
            return tr("confirm its key")
        if row.trial.ok:
            return tr("ready · {time}").format(time=brief(row.trial.seconds))
        return fault_text(row.trial.error_kind)
    if row.state is not None:
        if row.state.error:
            return fault_text(row.state.error_kind)
        return tr("done · {time}").format(time=duration(row.state.seconds))
    return tr("not tested")


def state_tip(row: HostRow) -> str | None:
    """The whole sentence, for the tool tip."""
    if row.trial is not None:
        return visible(row.trial.sentence)
    return visible(row.state.error) if row.state is not None and row.state.error else None


_WAITING, _FAILED, _BUSY, _NEW, _READY, _OTHER = range(6)


def standing(row: HostRow) -> int:
    """What stands behind the words of the state, those first that want a person."""
    if row.found:
        return _OTHER
    if row.asking:
        return _WAITING
    if row.testing:
        return _BUSY
    if row.trial is not None:
        return _READY if row.trial.ok else _WAITING if row.trial.unknown_key is not None else _FAILED
    if row.state is not None:
        return _FAILED if row.state.error else _READY
    return _NEW


def state_tone(row: HostRow) -> str:
    """The colour token of the state."""
    tone = {_WAITING: "waiting", _FAILED: "fail", _READY: "pass"}.get(standing(row), "muted")
    return "muted" if tone == "pass" and row.trial is None else tone


def state_icon(row: HostRow) -> str | None:
    """The shape before the state."""
    if row.asking:
        return "circle-help"
    return {
        _WAITING: "fingerprint",
        _FAILED: "circle-x",
        _BUSY: "refresh-cw",
        _NEW: "circle",
        _READY: "circle-check",
        _OTHER: "plus",
    }[standing(row)]


# What each column is sorted by; rows without a value come last.
SORT_KEYS: dict[int, Callable[[HostRow], Any]] = {
    NAME: lambda row: natural(row.name),
    ADDRESS: lambda row: natural(address_text(row)),
    ROLE: lambda row: row.role.value,
    PLATFORM: lambda row: (not row.platform, row.platform.lower()),
    LOGIN: login_text,
    KEY: key_text,
    RIGHTS: lambda row: (not rights_text(row), rights_text(row)),
    LATENCY: lambda row: (row.login_seconds is None, row.login_seconds or 0.0),
    AUDITED: lambda row: (row.audited is None, row.audited.timestamp() if row.audited is not None else 0.0),
    TAGS: lambda row: (not row.tags, [tag.lower() for tag in row.tags]),
    STATE: lambda row: (standing(row), state_text(row)),
}


def natural(text: str) -> list[tuple[bool, int, str]]:
    """A key that sorts hv2 before hv10."""
    parts = re.split(r"([0-9]+)", text.lower())
    return [(not part.isdecimal(), int(part) if part.isdecimal() else 0, part) for part in parts if part]


def name_icon(row: HostRow) -> str:
    """The icon before the name."""
    if row.target is not None and row.target.transport == "local":
        return "monitor"
    return "cpu" if row.depth or row.role.value == "guest" else "server"


class HostsModel(TableModel[HostRow]):
    """Machines of the audit can be dragged, guests that were only found can't."""

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        usual = super().flags(index)
        if index.isValid() and not self.row(index.row()).found:
            return usual | Qt.ItemFlag.ItemIsDragEnabled
        return usual


def hosts_model(parent: QObject) -> HostsModel:
    """Hosts with their guests beneath them."""
    return HostsModel(
        (
            Column(
                tr("Name"), lambda row: one_line(row.name), icon=name_icon, indent=lambda row: row.depth,
                tone=lambda row: "muted" if row.found else None,
            ),
            Column(tr("Address"), address_text, tone=lambda row: "muted" if row.target is None else None),
            Column(tr("Role"), lambda row: role_word(row.role)),
            Column(tr("Platform"), platform_text, tip=lambda row: one_line(row.platform) or None),
            Column(tr("Login"), login_text),
            Column(tr("Host key"), key_text, tone=key_tone),
            Column(tr("Rights"), rights_text),
            Column(tr("Login time"), latency_text, tone=lambda _row: "muted"),
            Column(tr("Audited"), audited_text, tip=audited_tip, tone=lambda _row: "muted"),
            Column(tr("Tags"), tags_text, tone=lambda _row: "muted"),
            Column(tr("State"), state_text, tip=state_tip, tone=state_tone, icon=state_icon),
        ),
        parent,
    )  # fmt: skip
