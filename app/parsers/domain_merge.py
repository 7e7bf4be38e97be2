"""The configuration of a guest's next start and the one it runs with, as one: the worse of both counts."""

from collections.abc import Callable, Mapping
from typing import Any

# What only a running guest has, or what changes at each start: it doesn't make two devices out of one.
_PASSING = frozenset(
    {"port", "auto_port", "tls_port", "target", "addresses", "default_address", "networked", "backing"}
)
_PASSING_TARGETS = frozenset({"interfaces"})  # whose target is the host's end, made up at each start
_SAFE_IF_BOTH = frozenset(
    {"block_limited", "secure_boot", "pages_unmerged", "cpu_capped", "pinned", "hyperv_clock", "rtc_catches_up"}
)
_LARGER = frozenset({"memory_kib", "max_memory_kib", "video_kib", "vcpus", "peak_cores"})
_NOT_CHANGES = frozenset({"security_labels"})  # a label that libvirt makes up at the start is no change
_FIRST = frozenset({"name", "uuid", "title", "description", "firmware", "direct_kernel"})


def merge(configured: Mapping[str, Any], running: Mapping[str, Any]) -> dict[str, Any]:
    """Lists hold what either has; limits and protections count only where both have them; demands are the larger.

    ``pending`` names the facts in which the two differ: what the next start will change. A fact that either lacks is
    left out, so that nothing is decided by half.
    """
    merged: dict[str, Any] = {}
    pending = []
    for key in configured.keys() & running.keys():
        old, new = configured[key], running[key]
        merged[key] = _join(key)(old, new)
        if key not in _NOT_CHANGES and _differs(key, old, new):
            pending.append(key)
    merged["pending"] = sorted(pending)
    return merged


def _join(key: str) -> Callable[[Any, Any], Any]:
    if key in _FIRST:
        return lambda old, new: old if old is not None else new
    if key in _LARGER:
        return max
    if key in _SAFE_IF_BOTH:
        return lambda old, new: old and new
    return lambda old, new: _union(key, old, new) if isinstance(old, list) else old or new


def _union(key: str, configured: list[Any], running: list[Any]) -> list[Any]:
    """The running form first, as it knows most; then what the next start adds."""
    # A screen on the default address may listen elsewhere after its next start, so that it stays beside the present.
    seen = {(_signature(key, one), _by_default(one)) for one in running}
    return [*running, *(one for one in configured if (_signature(key, one), _by_default(one)) not in seen)]


def _by_default(element: Any) -> bool:
    return isinstance(element, Mapping) and bool(element.get("default_address"))


def _signature(key: str, element: Any) -> str:
    if not isinstance(element, Mapping):
        return repr(element)
    passing = _PASSING if key in _PASSING_TARGETS or key == "graphics" else frozenset({"backing"})
    # A screen that listens on the default address until it runs is the same screen.
    kept = {name: value for name, value in element.items() if name not in passing}
    if element.get("empty"):
        kept.pop("format", None)
    if key in _PASSING_TARGETS:
        kept.pop("bridge", None)  # a network's bridge is only told while the guest runs
        kept.pop("source", None)
        kept["source"] = element.get("network") or element.get("bridge") or element.get("source")
    return repr(sorted(kept.items(), key=lambda item: item[0]))


def _differs(key: str, old: Any, new: Any) -> bool:
    if isinstance(old, list) and isinstance(new, list):
        return {_signature(key, one) for one in old} != {_signature(key, one) for one in new}
    return bool(old != new)
