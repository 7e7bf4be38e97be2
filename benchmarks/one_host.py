"""One host by SSH: `bartizan audit` as a whole process against bare OpenSSH running the very same script.

    .venv/bin/python benchmarks/one_host.py [--rounds 9] [--delay 20]

Interleaved rounds in one run, so that a busy machine is busy for both. Three ways, each over loopback and with a round
trip of so many milliseconds added by a small proxy:
  bartizan   the whole program: start, log in, look, judge, store, end
  session    only connecting and the batch, within this process
  openssh    `ssh host /bin/sh -s` fed with the same script
Goal: bartizan at most 1.3 times openssh.
"""

import argparse
import asyncio
import os
import secrets
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "unit")]

import sshd_rig  # noqa: E402 - from the tests, whose folder is no package

from app.benchmark.load import load  # noqa: E402 - after the path is set
from app.dialect.posix import Batch, render  # noqa: E402
from app.model import Profile, Target  # noqa: E402
from app.plan import plan  # noqa: E402
from app.transport import ssh  # noqa: E402
from app.transport.base import HostKeyPolicy, Limits, Secrets  # noqa: E402
from app.transport.batch import run_batch  # noqa: E402

GOAL = 1.3


class DelayingProxy:
    """A TCP proxy on loopback that holds each piece back for half a round trip, without slowing the flow."""

    def __init__(self, target: int, seconds: float) -> None:
        self.target = target
        self.half = seconds / 2
        self.port = 0
        ready = threading.Event()
        threading.Thread(target=lambda: asyncio.run(self._serve(ready)), daemon=True).start()
        ready.wait()

    async def _serve(self, ready: threading.Event) -> None:
        server = await asyncio.start_server(self._connected, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]
        ready.set()
        async with server:
            await server.serve_forever()

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        other_reader, other_writer = await asyncio.open_connection("127.0.0.1", self.target)
        await asyncio.gather(self._copy(reader, other_writer), self._copy(other_reader, writer))

    async def _copy(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        loop = asyncio.get_running_loop()
        waiting = asyncio.Queue()

        async def deliver() -> None:
            while True:
                due, data = await waiting.get()
                await asyncio.sleep(max(0.0, due - loop.time()))
                if not data:
                    writer.close()
                    return
                writer.write(data)

        delivery = asyncio.create_task(deliver())
        try:
            while data := await reader.read(65536):
                waiting.put_nowait((loop.time() + self.half, data))
        except OSError:
            pass
        waiting.put_nowait((loop.time() + self.half, b""))
        await delivery


class Bench:
    def __init__(self, folder: Path, server: sshd_rig.Sshd) -> None:
        self.folder = folder
        self.server = server
        self.benchmark = load([ROOT / "checks"])
        self.environment = {
            **os.environ,
            **{f"XDG_{kind}_HOME": str(folder / kind) for kind in ("CACHE", "CONFIG", "DATA", "STATE")},
            "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
            "SSH_AUTH_SOCK": "",
        }

    def target(self, port: int) -> Target:
        return Target("hv1", "127.0.0.1", port, user=self.server.user, identity=str(self.server.key), sudo="never")

    def known(self, port: int) -> Path:
        path = self.folder / f"known{port}"
        path.write_text(f"[127.0.0.1]:{port} {' '.join(sshd_rig.public(self.server.host_key).split()[:2])}\n")
        return path

    def batch(self, port: int) -> Batch:
        asked = plan(self.benchmark, Profile(), self.target(port))
        return render(asked.addenda, asked.probes, secrets.token_hex(16), sudo="never", all_addenda=asked.forced)

    def bartizan(self, port: int) -> None:
        out = self.folder / f"{secrets.token_hex(4)}.bartizan"
        command = [
            str(ROOT / ".venv" / "bin" / "bartizan"), "audit", f"{self.server.user}@127.0.0.1:{port}",
            "--sudo", "never",
            "--identity", self.server.key, "--known-hosts", self.known(port), "--out", out,
        ]  # fmt: skip
        ended = subprocess.run(command, env=self.environment, capture_output=True, check=False, text=True)
        if ended.returncode not in (0, 1, 2) or not out.exists():
            raise SystemExit(f"bartizan failed: {ended.stderr}")

    def session(self, port: int) -> None:
        policy = HostKeyPolicy((self.known(port),), self.folder / "own")
        cancel = threading.Event()
        session = ssh.connect(self.target(port), Secrets(), Limits(), policy, cancel)
        look = run_batch(
            session, self.batch(port), "hv1", sudo="never", secrets=Secrets(), limits=Limits(), cancel=cancel,
            on_probe=lambda _done, _evidence: None,
        )  # fmt: skip
        if look.fault:
            raise SystemExit(str(look.fault))

    def openssh(self, port: int) -> None:
        batch = self.batch(port)
        last = f"\n{batch.nonce} Z\n".encode()
        command = [
            "ssh", "-F", "none", "-T", "-i", self.server.key, "-o", "IdentitiesOnly=yes", "-o", "BatchMode=yes",
            "-o", f"UserKnownHostsFile={self.known(port)}", "-p", str(port),
            f"{self.server.user}@127.0.0.1", "exec /bin/sh -s",
        ]  # fmt: skip
        with subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=self.environment
        ) as process:
            process.stdin.write(batch.user_script)
            process.stdin.flush()
            said = b""
            # The script ends itself when its input ends: it stays open until the last line has come.
            while data := os.read(process.stdout.fileno(), 65536):
                said += data
                if last in said[-200:]:
                    process.stdin.close()
        if last not in said:
            raise SystemExit("ssh did not bring the whole answer")


def rounds(bench: Bench, port: int, count: int) -> dict[str, list[float]]:
    """Seconds of each way, by name."""
    ways = (bench.bartizan, bench.session, bench.openssh)
    for way in ways:  # once to warm caches
        way(port)
    taken = {way.__name__: [] for way in ways}
    for number in range(count):
        for way in ways if number % 2 == 0 else reversed(ways):
            begun = time.perf_counter()
            way(port)
            taken[way.__name__].append(time.perf_counter() - begun)
    return taken


def show(title: str, taken: dict[str, list[float]]) -> float:
    base = statistics.median(taken["openssh"])
    print(f"{title}:")
    for name, seconds in taken.items():
        middle = statistics.median(seconds)
        print(f"  {name:9} {middle * 1000:7.0f} ms   min {min(seconds) * 1000:6.0f}   ratio {middle / base:.2f}")
    return statistics.median(taken["bartizan"]) / base


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--delay", type=float, default=20, help="milliseconds of added round trip")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bartizan-bench-") as name:
        folder = Path(name)
        (folder / "home").mkdir()  # without the start files of the person who measures, which take both the same time
        server = sshd_rig.start_sshd(folder / "sshd", f"SetEnv HOME={folder / 'home'}\n")
        try:
            bench = Bench(folder, server)
            print(f"{len(bench.batch(server.port).probes)} probes, {len(bench.batch(server.port).user_script)} bytes")
            near = show("loopback", rounds(bench, server.port, given.rounds))
            proxy = DelayingProxy(server.port, given.delay / 1000)
            far = show(f"{given.delay:g} ms of round trip", rounds(bench, proxy.port, given.rounds))
        finally:
            server.stop()
    print(f"goal {GOAL}: loopback {near:.2f}, with delay {far:.2f}")
    return 0 if max(near, far) <= GOAL else 1


if __name__ == "__main__":
    sys.exit(main())
