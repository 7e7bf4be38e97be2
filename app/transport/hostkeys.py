"""Which host keys are believed, and the one file of ours that keeps those that a person accepted.

The rules are those of ssh(1) with StrictHostKeyChecking, but stricter in three: a key that changed is never accepted on
the way, a certificate that doesn't count is never replaced by a new key unseen, and a revoked authority vouches for
nothing even under the name without its port.
"""

import base64
import contextlib
import os
import tempfile
import threading
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from app.errors import ConnectError, UnknownHostKeyError
from app.language import tr
from app.places import at_home, flush_folder, private
from app.transport.base import HostKeyPolicy
from app.transport.certificate import HOST, Certificate
from app.transport.knownhosts import (
    AUTHORITY,
    REVOKED,
    Entry,
    fingerprint,
    key_type,
    lookup_name,
    read,
    speaking_for,
)
from app.transport.regular import read_regular
from app.transport.said import quoted

_DEFAULT_PORT = 22
_LARGEST_LIST = 16 << 20  # bytes of a list of revoked keys
_ELSEWHERE = 5  # other places of a key that a sentence names
_writing = threading.Lock()


def entries_of(policy: HostKeyPolicy, host: str, port: int) -> tuple[Entry, ...]:
    """Every line of the policy's files that is about this host at this port.

    Files that a person named have the last word on a host: our own is asked only where they say nothing of it.
    """
    found = speaking_for(_files(policy), lookup_name(host, port))
    named = [entry for entry in found if entry.path in policy.known_hosts]
    overruled = policy.insisted and any(not entry.marker for entry in named)
    return tuple(named) if overruled else found


def known_types(entries: Iterable[Entry]) -> tuple[str, ...]:
    """Types of the keys that are known, so that the host is asked for one of them, as OpenSSH does."""
    return tuple(dict.fromkeys(entry.key_type for entry in entries if not entry.marker))


def wanted(policy: HostKeyPolicy, host: str, port: int) -> tuple[tuple[str, ...], bool]:
    """Types of keys that are known of a host, and whether a certificate authority is known for it."""
    here, bare = entries_of(policy, host, port), _without_port(policy, host, port)
    authority = any(entry.marker == AUTHORITY for entry in (*here, *bare))
    return known_types(here) or known_types(bare), authority


def check(
    policy: HostKeyPolicy,
    where: str,
    host: str,
    port: int,
    key: bytes,
    *,
    certificate: Certificate | None = None,
) -> None:
    """Believe the host's public key, or say why not; nothing has been told to the host yet.

    ``certificate`` is the host's, about that key, its signature already checked. ConnectError of the kinds
    host-key-revoked and host-key-changed, or UnknownHostKeyError. A key that nobody knows is stored in our own file
    where the policy accepts new ones.
    """
    if policy.insisted:
        _need(where, policy.known_hosts)
    here, bare = entries_of(policy, host, port), _without_port(policy, host, port)
    shown = fingerprint(key)
    text = base64.b64encode(key).decode()
    known_as = policy.met.note(shown, where)
    _refuse_revoked(where, shown, text, certificate, (*here, *bare))
    if policy.expected:
        _compare(where, shown, key_type(key), policy.expected)
        return
    fault = "" if certificate is None else _no_certificate(certificate, host, (*here, *bare))
    if certificate is not None and not fault:
        return
    plain = [entry for entry in here if not entry.marker]
    if any(entry.key_base64 == text for entry in plain):
        return
    if plain:
        raise ConnectError("host-key-changed", _changed(where, lookup_name(host, port), shown, plain))
    # As ssh does: a key that is known for the name alone counts at a port of which nothing is known.
    if any(entry.key_base64 == text and not entry.marker for entry in bare):
        return
    if shown in policy.accept_fingerprints:
        return
    authority = any(entry.marker == AUTHORITY for entry in (*here, *bare))
    why = _about(authority, fault) or (
        tr(", and it is none that --host-key names") if policy.accept_fingerprints else ""
    )
    unknown = _unknown(where, host, port, key, why=why, seen=_elsewhere(policy, text, known_as))
    if not policy.accept_new or fault:
        raise unknown
    try:
        accept_host_key(policy.own_file, unknown)
    except OSError as error:
        raise ConnectError(
            "host-key-unknown",
            tr(
                "{where}: its host key {shown} could not be stored in {path} ({why}); make that file "
                "writable, or add the key to known_hosts."
            ).format(where=where, shown=shown, path=policy.own_file, why=error.strerror),
        ) from error


def refuse_listed(where: str, path: Path, key: bytes, certificate: Certificate | None) -> None:
    """ConnectError (host-key-revoked) if the key or its authority stands in a RevokedHostKeys file.

    The same where that file can't be read. Such a file holds one public key a line; ssh-keygen can make a list in a
    form of its own, which is not read here.
    """
    try:
        content = read_regular(at_home(path), _LARGEST_LIST)
    except OSError as error:
        raise ConnectError(
            "host-key-revoked",
            tr(
                "{where}: the list of revoked host keys {path} can't be read ({why}), so no key is "
                "believed; mend RevokedHostKeys in the SSH configuration."
            ).format(where=where, path=path, why=error.strerror),
        ) from error
    if content.startswith(b"SSHKRL\n"):
        raise ConnectError(
            "host-key-revoked",
            tr(
                "{where}: the list of revoked host keys {path} is one in binary form, which Bartizan does "
                "not read, so no key is believed; list the public keys as text, one a line."
            ).format(where=where, path=path),
        )
    words = {word for line in content.splitlines() if not line.lstrip().startswith(b"#") for word in line.split()}
    for blob in (key, certificate.authority if certificate else key):
        if base64.b64encode(blob) in words:
            raise ConnectError(
                "host-key-revoked",
                tr(
                    "{where}: {fingerprint} is listed as revoked in {path}; don't log in there, and ask "
                    "who runs that host for its new key."
                ).format(where=where, fingerprint=fingerprint(blob), path=path),
            )


def _need(where: str, named: Iterable[Path]) -> None:
    """ConnectError (host-key-unknown) where a file that a person named is there and can't be read.

    Taken as empty, as ssh takes it, it would let a changed or revoked key pass for a new one.
    """
    for path in named:
        try:
            read_regular(path, 0)
        except FileNotFoundError:
            continue
        except OSError as error:
            raise ConnectError(
                "host-key-unknown",
                tr(
                    "{where}: the known_hosts file {path} can't be read ({why}), so no key is believed; mend its "
                    "permissions or name another file."
                ).format(where=where, path=path, why=error.strerror),
            ) from error


def _files(policy: HostKeyPolicy) -> tuple[Path, ...]:
    return (*policy.known_hosts, *policy.system_known_hosts, policy.own_file)


def _without_port(policy: HostKeyPolicy, host: str, port: int) -> tuple[Entry, ...]:
    """What is known of the name alone, where another port than 22 is asked."""
    return () if port == _DEFAULT_PORT else entries_of(policy, host, _DEFAULT_PORT)


def _refuse_revoked(
    where: str, shown: str, text: str, certificate: Certificate | None, entries: Sequence[Entry]
) -> None:
    authority = base64.b64encode(certificate.authority).decode() if certificate else None
    for entry in entries:
        if entry.marker != REVOKED or entry.key_base64 not in (text, authority):
            continue
        what = (
            tr("the host key {shown}").format(shown=shown)
            if entry.key_base64 == text
            else tr("the certificate authority {fingerprint}").format(fingerprint=entry.fingerprint)
        )
        raise ConnectError(
            "host-key-revoked",
            tr(
                "{where}: {what} is marked as revoked in {path}, line {line}; don't log in there, and ask "
                "who runs that host for its new key."
            ).format(where=where, what=what, path=entry.path, line=entry.line),
        )


def _no_certificate(certificate: Certificate, host: str, entries: Sequence[Entry]) -> str:
    """Why the host's certificate doesn't make its key believed, or nothing (PROTOCOL.certkeys of OpenSSH)."""
    text = base64.b64encode(certificate.authority).decode()
    if not any(entry.marker == AUTHORITY and entry.key_base64 == text for entry in entries):
        return tr("is signed by {fingerprint}, which is no authority for this host").format(
            fingerprint=fingerprint(certificate.authority)
        )
    if certificate.role != HOST:
        return tr("is one for users, not for hosts")
    if certificate.critical:
        return tr("has critical options that nobody knows")
    if fault := certificate.out_of_date():
        return fault
    if certificate.principals and host.lower() not in certificate.principals:  # no patterns: ssh takes none either
        return tr("is for {names}").format(names=", ".join(certificate.principals[:8]))
    return ""


def _about(authority: bool, fault: str) -> str:  # noqa: FBT001 - a private helper of one call
    if fault:
        return tr(" (the certificate that the host showed {fault})").format(fault=quoted(fault))
    return tr(" (known_hosts has a certificate authority for it, but the host showed a plain key)") if authority else ""


def _compare(where: str, shown: str, kind: str, expected: str) -> None:
    """ConnectError (host-key-changed) unless the key is the one that was named for this host."""
    if shown != expected:
        raise ConnectError(
            "host-key-changed",
            tr(
                "{where}: the host showed the key {shown} ({kind}), but {expected} is the only one that "
                "its host_key allows: either the host was set up anew or someone sits in between, and "
                "nothing was sent; ask who runs it, and for a host with keys of several types name that of "
                "the type shown."
            ).format(where=where, shown=shown, kind=kind, expected=expected),
        )


def _changed(where: str, name: str, shown: str, known: Sequence[Entry]) -> str:
    first = known[0]
    before = tr(" or ").join(dict.fromkeys(entry.fingerprint for entry in known))
    remedies = tr(" and ").join(dict.fromkeys(entry.how_to_remove(name) for entry in known))
    return tr(
        "{where}: the host key has CHANGED from {before} ({path}, line {line}) to {shown}: either the "
        "host was set up anew or someone sits in between, and nothing was sent; once whoever runs the "
        "host confirms the new fingerprint, take the old key out by hand ({remedies}) and connect "
        "again."
    ).format(where=where, before=before, path=first.path, line=first.line, shown=shown, remedies=remedies)


def _elsewhere(policy: HostKeyPolicy, text: str, known_as: Sequence[str]) -> tuple[str, ...]:
    """Where else this key was seen: in the files, and at other machines of this audit."""
    files = dict.fromkeys(_files(policy))
    listed = (entry.shown for path in files for entry in read(path) if not entry.marker and entry.key_base64 == text)
    return tuple(dict.fromkeys((*known_as, *listed)))


def _unknown(where: str, host: str, port: int, key: bytes, *, why: str, seen: Sequence[str]) -> UnknownHostKeyError:
    shown, kind = fingerprint(key), key_type(key)
    said = (
        tr("; the same key was seen at {names} and {n} more")
        if len(seen) > _ELSEWHERE
        else tr("; the same key was seen at {names}")
    )
    same = said.format(names=quoted(", ".join(seen[:_ELSEWHERE])), n=len(seen) - _ELSEWHERE) if seen else ""
    return UnknownHostKeyError(
        tr(
            "{where}: nobody has confirmed its host key {shown} ({kind}) yet{why}{same}; compare it with "
            "what the host's administrator says and accept it in the wizard or with --host-key, or add it "
            "to known_hosts, or use --accept-new-host-keys."
        ).format(where=where, shown=shown, kind=kind, why=why, same=same),
        host=host,
        port=port,
        key_type=kind,
        fingerprint=shown,
        key_base64=base64.b64encode(key).decode(),
        seen=tuple(seen),
    )


def accept_host_key(own_file: Path, error: UnknownHostKeyError) -> None:
    """Store a key that a person has confirmed (or that the run accepts unseen) in our own file, whole or not at all.

    ConnectError (host-key-changed) if another key of that host came to stand there meanwhile; OSError if the file can't
    be written.
    """
    name = lookup_name(error.host, error.port)
    private(own_file.parent)
    with _writing, _alone(own_file.parent):
        present = [entry for entry in read(own_file) if not entry.marker and entry.speaks_for(name)]
        if any(entry.key_base64 == error.key_base64 for entry in present):
            return
        if present:
            raise ConnectError("host-key-changed", _changed(name, name, error.fingerprint, present))
        old = own_file.read_bytes() if own_file.exists() else b""
        if old and not old.endswith(b"\n"):
            old += b"\n"
        _replace(own_file, old + f"{name} {error.key_type} {error.key_base64}\n".encode())


@contextlib.contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """No other Bartizan writes there meanwhile: what one of them has read, the other must not replace."""
    if os.name != "posix":
        yield
        return
    import fcntl  # noqa: PLC0415 - there is none on Windows

    number = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(number, fcntl.LOCK_EX)
        yield
    finally:
        os.close(number)


def _replace(path: Path, content: bytes) -> None:
    """Write a file so that it is either as before or complete, readable by its owner only."""
    number, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(number, "wb") as handle:
            handle.write(content)
            handle.flush()
            os.fsync(handle.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    flush_folder(path.parent)
