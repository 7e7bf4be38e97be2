"""Every name of a person, machine or place that an audit knows, for who takes them out of a text."""

from collections.abc import Iterator
from itertools import chain

from app.auditview import AuditView


def known_names(audit: AuditView | None) -> tuple[str, ...]:
    """Each once, machines first; none where no audit is open.

    The first part of a machine's full name is one too: people and logs say "hv1" of hv1.example.org.
    """
    return tuple(dict.fromkeys(name for name in _names(audit) if name)) if audit is not None else ()


def _names(audit: AuditView) -> Iterator[str]:
    for target in audit.targets:
        for name in (target.name, target.address, target.proxy_jump, target.parent or ""):
            yield name
            if not name[:1].isdigit():
                yield name.partition(".")[0]
        yield target.user
    for state in audit.states:
        for guest in state.facts.get("guests") or ():
            if isinstance(guest, dict):
                yield from (str(guest.get(key) or "") for key in ("name", "uuid"))
    info = audit.info
    yield from (info.auditor, info.organisation, info.title, audit.path.stem)
    yield from chain.from_iterable((said.by, said.review_by) for said in audit.overrides())
