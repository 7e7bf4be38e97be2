"""The first words with a host: greeting, key exchange, and whether its key is believed; nothing secret is sent yet."""

import threading
from pathlib import Path

from paramiko.ssh_exception import IncompatiblePeer

from app.errors import ConnectError
from app.language import tr
from app.transport import hostkeys, legacy
from app.transport.base import HostKeyPolicy, Limits
from app.transport.faults import HostProofError, NotSshError, OverrunError, WeakKeyError
from app.transport.hops import Hop
from app.transport.pipe import Pipe, TunedSocket
from app.transport.reach import hung_up
from app.transport.said import quoted
from app.transport.watchdog import Watchdog
from app.transport.wire import Wire

_DEFAULT_PORT = 22
_NO_ALGORITHMS = ("kex-strict-", "ext-info-")  # signs that stand in the list of key exchanges
_NAMED = 12  # algorithms of a host that a sentence names


def open_wire(hop: Hop, pipe: Pipe, limits: Limits, policy: HostKeyPolicy, watchdog: Watchdog) -> Wire:
    """A connection to a host whose key is believed, ready for the login; ConnectError says what was wrong."""
    tuned = TunedSocket(pipe)
    watchdog.watch(tuned.close)
    # A HostKeyAlias stands for name and port, as in OpenSSH.
    alias = hop.config.host_key_alias
    host, port = (alias, _DEFAULT_PORT) if alias else (hop.target.address, hop.target.port)
    known, authority = hostkeys.wanted(policy, host, port)
    wire = Wire(tuned, known, certificates=authority, old=hop.target.legacy_algorithms)
    try:
        _exchange_keys(hop, wire, limits, watchdog)
        revoked = hop.config.revoked_host_keys
        if revoked:
            hostkeys.refuse_listed(hop.where, Path(revoked), wire.key, wire.certificate)
        hostkeys.check(policy, hop.where, host, port, wire.key, certificate=wire.certificate)
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
        raise _nothing_in_common(hop, wire, str(error))
    if isinstance(error, WeakKeyError):
        raise _weak_key(hop, wire, error)
    if isinstance(error, HostProofError):
        raise ConnectError(
            "protocol",
            tr(
                "{where}: its host key {error}, so nothing was sent; look at that host's SSH server, and "
                "at what stands between."
            ).format(where=where, error=error),
        )
    if isinstance(error, OverrunError):
        raise ConnectError(
            "protocol",
            tr("{where}: the host sent {error} in the key exchange, as no SSH server does; look at that host.").format(
                where=where, error=error
            ),
        )
    busy = b"MaxStartups" in wire.preface or b"Not allowed" in wire.preface  # OpenSSH's own words before a greeting
    if isinstance(error, NotSshError) or (not wire.greeted and wire.preface and not busy):
        raise ConnectError(
            "not-ssh", tr("{where}: what answers there is no SSH server; check address and port.").format(where=where)
        )
    if not wire.greeted:
        raise hung_up(where)
    said = tr(" (it said: {words})").format(words=quoted(wire.goodbye, 200)) if wire.goodbye else ""
    raise ConnectError(
        "protocol",
        tr("{where}: the key exchange broke off{said}; look at that host's SSH server and its log.").format(
            where=where, said=said
        ),
    )


def _cut_short(hop: Hop, watchdog: Watchdog, limits: Limits, wire: Wire) -> ConnectError:
    """The sentence for a greeting or key exchange that took too long."""
    if watchdog.verdict == "cancelled":
        return _cancelled(hop.where)
    if wire.greeted:
        return ConnectError(
            "timeout",
            tr(
                "{where}: the key exchange was not done after {seconds:g} s; the host may be overloaded, "
                "allow more with --connect-timeout."
            ).format(where=hop.where, seconds=limits.connect),
        )
    slow = tr("sent its SSH greeting too slowly") if wire.preface else tr("sent no SSH greeting")
    return ConnectError(
        "no-banner",
        tr(
            "{where}: connected, but it {slow} within {seconds:g} s; check that port, or allow more with "
            "--connect-timeout."
        ).format(where=hop.where, slow=slow, seconds=limits.connect),
    )


# What paramiko's error names, by the words for people, the lists that the host sent, and the sshd setting.
def _kinds() -> tuple[tuple[str, str, str, str], ...]:
    return (
        ("kex", tr("key exchanges"), "kex_algo_list", "KexAlgorithms"),
        ("host key", tr("types of host keys"), "server_key_algo_list", "HostKeyAlgorithms"),
        ("ciphers", tr("ciphers"), "server_encrypt_algo_list", "Ciphers"),
        ("macs", tr("message codes"), "server_mac_algo_list", "MACs"),
    )


def _nothing_in_common(hop: Hop, wire: Wire, error: str) -> ConnectError:
    for word, what, offered, setting in _kinds():
        if word not in error:
            continue
        names = [name for name in wire.offers.get(offered, []) if not name.startswith(_NO_ALGORITHMS)]
        listed = quoted(", ".join(names[:_NAMED]))
        if legacy.outdated(word, names) and not wire.old:
            return ConnectError(
                "no-common-algorithm",
                tr(
                    "{where}: the host offers only {what} that are no longer safe ({listed}); bring its "
                    "SSH server up to date{opt_in}."
                ).format(where=hop.where, what=what, listed=listed, opt_in=_opt_in(hop)),
            )
        ours = ", ".join(_ours(wire, word)[:4])
        return ConnectError(
            "no-common-algorithm",
            tr(
                "{where}: the host offers only {what} that Bartizan does not speak ({listed}); allow one "
                "of {ours} there ({setting} in sshd_config)."
            ).format(where=hop.where, what=what, listed=listed, ours=ours, setting=setting),
        )
    return ConnectError(
        "no-common-algorithm",
        tr("{where}: the host speaks only SSH that is no longer safe; bring its SSH server up to date.").format(
            where=hop.where
        ),
    )


def _ours(wire: Wire, word: str) -> tuple[str, ...]:
    lists = {
        "kex": wire.preferred_kex,
        "host key": wire.preferred_keys,
        "ciphers": wire.preferred_ciphers,
        "macs": wire.preferred_macs,
    }
    return tuple(lists[word])


def _opt_in(hop: Hop) -> str:
    """How a person allows the host what is outdated."""
    return tr(
        ", or allow outdated algorithms for this host alone (legacy_algorithms: true in the inventory, "
        "or --legacy-algorithms {target}), which the audit then reports as a finding"
    ).format(target=hop.target.name)


def _weak_key(hop: Hop, wire: Wire, error: WeakKeyError) -> ConnectError:
    way_out = "" if wire.old or error.bits < legacy.LEAST_RSA else _opt_in(hop)
    return ConnectError(
        "no-common-algorithm",
        tr(
            "{where}: its host key is {error}, too short to be safe; give that host a new one (ssh-keygen "
            "-A makes those that are missing){way_out}."
        ).format(where=hop.where, error=error, way_out=way_out),
    )


def _cancelled(where: str) -> ConnectError:
    return ConnectError("cancelled", tr("{where}: connecting was cancelled.").format(where=where))
