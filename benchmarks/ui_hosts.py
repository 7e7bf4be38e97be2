"""Hosts that cost their computer next to nothing: SSH servers that answer the program's script from a written answer.

Each is a server of its own on loopback. The answer is what a virtualisation host with so many guests would say, put
together from the recorded outputs of tests/content, with the run's nonce and the host's number filled in by sed.
"""

import shlex
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "tests" / "unit"), str(ROOT / "tests" / "content")]

import sshd_rig  # noqa: E402 - after the path is set
from samples_format import SAMPLES, read_sample  # noqa: E402 - the same

from app.dialect.posix import render  # noqa: E402 - the same
from app.model import Benchmark, Profile, Role, Target  # noqa: E402 - the same
from app.plan import plan  # noqa: E402 - the same

NONCE, HOST = "7f" * 16, "c0de"
THREADS = 4  # servers that are started at once
CONFIG = "LogLevel INFO\nMaxStartups 500\nForceCommand /bin/sh {script} {number}\n"
# The rest of the script is read and thrown away, or the client's bytes would have nowhere to go.
REPLAY = """n=$(sed -n 's/^N=\\([0-9a-f]\\{{32\\}}\\)$/\\1/;t found
d
:found
p;q')
exec 3<&0
cat <&3 >/dev/null 2>&1 &
sed -e "s/{nonce}/$n/" {err} >&2
sed -e "s/{nonce}/$n/" -e "s/{host}/$1/g" {out}
kill $!
"""


class Hosts:
    """So many servers, each with ``guests`` guests and about so many bytes of evidence about them."""

    def __init__(self, folder: Path, benchmark: Benchmark, hosts: int, guests: int, size: int) -> None:
        self._servers: list[sshd_rig.Sshd] = []
        key = sshd_rig.make_key(folder / "id")
        out, err, script = folder / "answer.out", folder / "answer.err", folder / "replay.sh"
        self._write(out, err, benchmark, guests, size)
        words = {"out": shlex.quote(str(out)), "err": shlex.quote(str(err)), "nonce": NONCE, "host": HOST}
        script.write_text(REPLAY.format(**words))
        try:
            with ThreadPoolExecutor(THREADS) as pool:
                for server in pool.map(
                    lambda number: sshd_rig.start_sshd(
                        folder / f"h{number}", CONFIG.format(script=script, number=f"{number:04x}"), key=key
                    ),
                    range(1, hosts + 1),
                ):
                    self._servers.append(server)  # one by one: those that run are known if it is broken off
        except BaseException:
            self.stop()
            raise
        known = folder / "known_hosts"
        known.write_text("".join(server.known_hosts.read_text() for server in self._servers))
        self.bytes = out.stat().st_size
        self.targets = tuple(
            Target(
                f"hv{number:03}", "127.0.0.1", server.port, server.user, role=Role.HOST, sudo="never",
                identity=str(key), known_hosts=str(known), credential="key",
            )
            for number, server in enumerate(self._servers, 1)
        )  # fmt: skip

    def _write(self, out: Path, err: Path, benchmark: Benchmark, guests: int, size: int) -> None:
        asked = plan(benchmark, Profile(), Target("h", "127.0.0.1", role=Role.HOST, sudo="never"))
        batch = render(asked.addenda, asked.probes, NONCE, sudo="never", all_addenda=asked.forced)
        known = _recorded()
        said, complained = bytearray(_line("H 0 42")), bytearray()
        for index in range(len(asked.addenda)):
            said += _line(f"D {index} 1")
        for index in batch.order:
            probe = batch.probes[index]
            output = domains(guests, min(size, probe.cap - 1)) if probe.id == "domains" else known.get(probe.id, b"")
            said += _line(f"B {index}") + output + _line(f"S {index} 0") + _line(f"E {index}")
            complained += _line(f"B {index}") + _line(f"E {index}")
        out.write_bytes(bytes(said) + _line("Y") + _line("U") + _line("Z"))
        err.write_bytes(bytes(complained) + _line("Y") + _line("Z"))

    def stop(self) -> None:
        for server in self._servers:
            server.stop()


def _line(words: str) -> bytes:
    return f"\n{NONCE} {words}\n".encode()


def _recorded() -> dict[str, bytes]:
    """For each probe an output of a host where all is well, as the samples have it."""
    found: dict[str, bytes] = {}
    for path in sorted(SAMPLES.glob("*/*.pass.txt")):
        for probe, one in read_sample(path).items():
            if one.fault is None and one.exit_status == 0 and len(one.output) > len(found.get(probe, b"")):
                found[probe] = one.output
    return found


def domains(guests: int, size: int) -> bytes:
    """So many guests, every third one careless, with notes in their documents that bring them all to that size."""
    uuids = [f"11111111-{HOST}-4000-8000-{number:012x}" for number in range(1, guests + 1)]
    lists = "".join(f"== {word} {' '.join(uuids if word == 'guests' else [])}\n" for word in _LISTS)
    good, careless = (_sections((SAMPLES / "common/libvirt" / name).read_text()) for name in _TEMPLATES)
    plain = [
        _named(careless if number % 3 == 0 else good, uuid, f"vm-{HOST}-{number:03}", number)
        for number, uuid in enumerate(uuids)
    ]
    documents = sum(one.count(_DEVICES) for one in plain)
    room = max(0, size - len(lists) - sum(map(len, plain))) // max(1, documents)
    note = "|    <note xmlns='urn:site'>Looked after by the team of the platform, see its book.</note>\n"
    notes = f"|  <metadata>\n{note * ((room - 40) // len(note))}|  </metadata>\n" if room > len(note) + 40 else ""
    return (lists + "".join(one.replace(_DEVICES, notes + _DEVICES) for one in plain)).encode()


_DEVICES = "|  <devices>\n"
_LISTS = ("guests", "active", "autostart", "saved")
_TEMPLATES = ("domains-good.txt", "domains-careless.txt")


def _sections(text: str) -> tuple[str, str, str]:
    """UUID, name and sections of the last guest of a recorded list."""
    uuid = text.splitlines()[0].split()[-1]
    start = text.index(f"== configured {uuid}")
    sections = text[start:]
    name = sections.split("<name>", 1)[1].split("</name>", 1)[0]
    return uuid, name, sections


def _named(template: tuple[str, str, str], uuid: str, name: str, number: int) -> str:
    old, old_name, sections = template
    mac = f"52:54:00:00:{number // 256:02x}:{number % 256:02x}"
    text = sections.replace(old, uuid).replace(f"<name>{old_name}</name>", f"<name>{name}</name>")
    text = text.replace(f"images/{old_name}.", f"images/{name}.")
    lines = [f"|      <mac address='{mac}'/>" if "<mac address=" in line else line for line in text.splitlines()]
    return "\n".join(f"|Name: {name}" if line.startswith("|Name:") else line for line in lines) + "\n"
