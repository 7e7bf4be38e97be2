"""What a person types for a machine, as a Target: text becomes a value here and nowhere else."""

import ipaddress
import re
from urllib.parse import urlsplit

from app.errors import UsageError
from app.language import tr
from app.model import Target

LOCAL_NAME = "this-computer"
_NAME = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,251}[A-Za-z0-9_])?\.?\Z")  # RFC 1123, and underscores as in use
_ZONE = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,30}\Z")  # name of a network interface
_USER = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.@\\-]{0,63}\Z")
_BRACKETED = re.compile(r"\[(?P<host>[^\]]*)\](?::(?P<port>[^:]*))?\Z")
MAX_PORT = 65535
_SSH_PORT = 22
_TAG = 64  # characters
MAX_LENGTH = 400  # characters; longer is no address, and no message should hold it


def local_target() -> Target:
    """This computer, looked at without SSH."""
    return Target(name=LOCAL_NAME, address="", port=0, transport="local")


def parse_target(text: str) -> Target:
    """``[user@]host[:port]``, ``ssh://…`` or an IPv6 address in brackets; UsageError in words.

    Port 0 means that none was given: the SSH config decides, else 22.
    """
    given = text.strip()
    if not given.isprintable() or len(given) > MAX_LENGTH:
        raise UsageError(tr("{given!r}: is not an address; write [user@]host[:port].").format(given=given[:40]))
    rest = given
    if rest.lower().startswith("ssh://"):
        rest = _from_url(rest, given)
    user, at, host_port = rest.rpartition("@")
    if at and ":" in user:
        raise no_password()
    if at and not _USER.match(user):
        raise UsageError(
            tr("{given!r}: {user!r} is not a user name; write user@host:port.").format(given=given, user=user)
        )
    host, port = _host_port(host_port, given)
    return Target(name=host, address=host, port=port, user=user)


def no_password() -> UsageError:
    """The complaint about a password in an address; what was given isn't repeated, for it holds the password."""
    return UsageError(tr("A password must not stand in an address; give it when asked, or by --secrets."))


def _from_url(url: str, given: str) -> str:
    try:
        parts = urlsplit(url)
    except ValueError:
        raise UsageError(tr("ssh://...: is not an address; write ssh://user@host:port.")) from None
    if parts.password is not None:
        raise no_password()
    if parts.path not in {"", "/"} or parts.query or parts.fragment:
        raise UsageError(tr("{given!r}: write ssh://user@host:port without a path.").format(given=given))
    return parts.netloc


def _host_port(text: str, given: str) -> tuple[str, int]:
    if bracketed := _BRACKETED.match(text):
        host, port = bracketed["host"], bracketed["port"]
        if not _is_ipv6(host):
            raise UsageError(tr("{given!r}: what stands in brackets must be an IPv6 address.").format(given=given))
        return host, _port(port, given)
    if text.count(":") > 1:
        inside = text.strip("[]")
        raise UsageError(tr("{given!r}: write an IPv6 address in brackets: [{text}].").format(given=given, text=inside))
    host, colon, port = text.partition(":")
    if not host:
        raise UsageError(tr("{given!r}: the host is missing; write [user@]host[:port].").format(given=given))
    if not _NAME.match(host):
        raise UsageError(
            tr("{given!r}: {host!r} is not a host name or address; write [user@]host[:port].").format(
                given=given, host=host
            )
        )
    return host, _port(port if colon else None, given)


def _is_ipv6(text: str) -> bool:
    address, percent, zone = text.partition("%")
    try:
        ipaddress.IPv6Address(address)
    except ValueError:
        return False
    return not percent or _ZONE.match(zone) is not None


def _port(text: str | None, given: str) -> int:
    if text is None:
        return 0
    if not text.isascii() or not text.isdigit() or len(text) > len(str(MAX_PORT)) or not 0 < int(text) <= MAX_PORT:
        raise UsageError(
            tr("{given!r}: {text!r} is not a port; give a number from 1 to {most}.").format(
                given=given, text=text, most=MAX_PORT
            )
        )
    return int(text)


def address_of(target: Target) -> str:
    """The way back: user@host:port as a person would type it; nothing for this computer."""
    if target.transport == "local":
        return ""
    host = f"[{target.address}]" if ":" in target.address else target.address
    user = f"{target.user}@" if target.user else ""
    port = f":{target.port}" if target.port not in {0, _SSH_PORT} else ""
    return f"{user}{host}{port}"


def parse_tags(text: str) -> tuple[str, ...]:
    """Tags as typed, separated by commas or semicolons, each once; UsageError for one that no line can show."""
    tags = tuple(dict.fromkeys(tag for part in text.replace(";", ",").split(",") if (tag := part.strip())))
    for tag in tags:
        if not tag.isprintable() or len(tag) > _TAG:
            raise UsageError(
                tr("{tag!r}: is no tag; write up to {most} characters on one line.").format(tag=tag[:40], most=_TAG)
            )
    return tags


def unique_names(targets: list[Target]) -> list[Target]:
    """The same targets, where two on one host are told apart by their ports."""
    names = [target.name for target in targets]
    if len(set(names)) == len(names):
        return targets
    from dataclasses import replace  # noqa: PLC0415 - rarely needed

    renamed = [
        replace(target, name=f"{target.name}:{target.port or 22}") if names.count(target.name) > 1 else target
        for target in targets
    ]
    doubled = sorted({one.name for one in renamed if [other.name for other in renamed].count(one.name) > 1})
    if doubled:
        raise UsageError(tr("{names}: given twice; name each target once.").format(names=", ".join(doubled)))
    return renamed
