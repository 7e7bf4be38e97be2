"""A plan as one POSIX shell script: everything that one host is asked, in one piece, sent through standard input.

The script is one function that is called in a group of its own at the end: a shell that got only a part of it runs
nothing.
"""

import math
import re
import shlex
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace

from app.dialect.shell import BEGIN, EXACT, PRELUDE, PROOF, SUDO
from app.model import Addendum, Probe

# A program's name or path: never an option, a pattern or a second word.
_NEED = re.compile(r"[A-Za-z0-9_./][A-Za-z0-9_./+-]*")
_NONCE = re.compile(r"[0-9a-f]{32}")
# The exec request. `exec` and `-s` mean the same in sh, csh and fish; a restricted shell refuses it.
COMMAND = "exec /bin/sh -s"


@dataclass(frozen=True, slots=True)
class Batch:
    """What is sent to one host.

    ``order`` holds positions in ``probes`` as they will be answered: those that need no rights, then the others.
    ``limits`` holds the time limit of each probe in seconds. ``owner`` is the position of each probe's addendum in
    ``addenda``. ``root_script`` and ``exact_script`` are empty if nothing privileged is asked or sudo isn't to be used.
    """

    nonce: str
    probes: tuple[Probe, ...]
    user_script: bytes
    root_script: bytes
    exact_script: bytes
    addenda: tuple[str, ...]
    owner: tuple[int, ...]
    order: tuple[int, ...]
    limits: tuple[int, ...]

    def root_input(self, detected: Iterable[int]) -> bytes:
        """What a root shell gets once it has said that it is ready; ``detected`` are positions in ``addenda``."""
        return BEGIN + _chosen(detected) + self.root_script

    def exact_input(self, detected: Iterable[int]) -> bytes:
        """The answer that asks for the exact commands of a least-privilege account, and the script that runs them."""
        return b"exact\n" + _chosen(detected) + self.exact_script


def _chosen(detected: Iterable[int]) -> bytes:
    return f"on=' {''.join(f'{index} ' for index in sorted(detected))}'\n".encode()


def render(
    addenda: Sequence[Addendum],
    probes: Sequence[Probe],
    nonce: str,
    *,
    sudo: str = "auto",
    all_addenda: Container[str] = (),
    probe_limit: float | None = None,
) -> Batch:
    """Write the script for these probes.

    An addendum in ``all_addenda`` is taken as there without looking; any other is there if its condition holds on the
    target and every addendum that it extends is there. ``probe_limit`` in seconds replaces the probes' own limits.
    ValueError: a probe without a command, of an unknown addendum, or with bytes that no shell can be given.
    """
    if not _NONCE.fullmatch(nonce):
        raise ValueError("the nonce must be 32 hexadecimal digits")
    names = tuple(addendum.id for addendum in addenda)
    owner = tuple(_owner(names, probe) for probe in probes)
    limits = tuple(max(1, math.ceil(probe_limit or probe.timeout)) for probe in probes)
    user = [index for index, probe in enumerate(probes) if probe.privilege != "root"]
    root = [index for index, probe in enumerate(probes) if probe.privilege == "root"]
    lines = [_probe_line(nonce, index, probes[index], owner[index], limits[index]) for index in range(len(probes))]
    user_lines = [lines[index] for index in user]
    root_lines = [lines[index] for index in root]
    raise_rights = bool(root) and sudo != "never"
    hello = (
        'u=$(id -u 2>/dev/null); case $u in ""|*[!0-9]*) u=65534;; esac',
        'say H "$u" "$((6*7))"',
        "watch",
        "on=' '",
    )
    detect = tuple(_detect_line(index, names, item, all_addenda) for index, item in enumerate(addenda))
    as_root = ('if [ "$u" = 0 ]; then', *root_lines, "both Y", "fi") if root else ()
    stop = ('kill "$w" 2>/dev/null', 'wait "$w" 2>/dev/null')
    by_sudo = ('if [ "$u" != 0 ]; then', SUDO, "fi") if raise_rights else ()
    user_script = _script(nonce, *hello, *detect, *user_lines, *as_root, *stop, "say U", *by_sudo, "both Z")
    root_script = _script(nonce, "watch", *root_lines, *stop, "both Y") if raise_rights else b""
    exact = [
        _probe_line(nonce, index, replace(probes[index], command=one_line(probes[index].command)), owner[index],
                    limits[index], len(PROOF))
        for index in root
    ]  # fmt: skip
    begin = (f"x={shlex.quote(EXACT)}", "seek sudo", "watch")
    exact_script = _script(nonce, *begin, *exact, *stop, "both Y") if raise_rights else b""
    return Batch(nonce, tuple(probes), user_script, root_script, exact_script, names, owner, (*user, *root), limits)


def _owner(names: tuple[str, ...], probe: Probe) -> int:
    if not probe.command:
        raise ValueError(f"probe {probe.id} has no command")
    if probe.addendum not in names:
        raise ValueError(f"probe {probe.id} is of the unknown addendum {probe.addendum}")
    for need in probe.needs:
        if not _NEED.fullmatch(need):
            raise ValueError(f"probe {probe.id} needs {need!r}, which is not a program's name")
    return names.index(probe.addendum)


def one_line(code: str) -> str:
    """Code as `printf %b` reads it: one line without tabs, as sudoers needs it."""
    return code.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t")


def _probe_line(nonce: str, index: int, probe: Probe, owner: int, limit: int, extra: int = 0) -> str:  # noqa: PLR0917 - the words of one line
    # One byte more than is kept shows that there was more; then room for the status line.
    room = probe.cap + extra + 1 + len(f"\n{nonce} S {index} 255\n")
    return f"probe {index} {owner} {limit} {room} {shlex.quote(' '.join(probe.needs))} {shlex.quote(probe.command)}"


def _detect_line(index: int, names: tuple[str, ...], addendum: Addendum, chosen: Container[str]) -> str:
    if addendum.id in chosen:
        return f"detect {index} '' ''"
    # A base that isn't among the addenda isn't there: an index that is never detected.
    bases = " ".join(str(names.index(base)) if base in names else "none" for base in addendum.extends)
    return f"detect {index} {shlex.quote(bases)} {shlex.quote(addendum.detect or 'true')}"


def _script(nonce: str, *lines: str) -> bytes:
    text = "\n".join(
        ("bartizan() {", f"N={nonce}", PRELUDE, *lines, "exit 0", "}", "{ bartizan 3<&0 </dev/null", "}", "")
    )
    script = text.encode("utf-8", "surrogateescape")
    if b"\0" in script:
        raise ValueError("a command holds a NUL byte")
    return script
