"""The servers of fleet.py and the ways to ask them; measures what a way takes."""

import fcntl
import json
import os
import re
import secrets
import shlex
import shutil
import subprocess
import sys
import threading
import time
import venv
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import sshd_rig

from app.dialect.posix import COMMAND, render
from app.model import Benchmark, Profile, Target
from app.plan import plan

HERE = Path(__file__).resolve().parent
JOBS = 16
SSH2 = "ssh2-python==1.2.0.post1"
# The first of a setting counts; INFO is what the rig reads to know that a server listens. With an empty home, start
# files of the person who measures take no part: bash reads them under sshd, and they may take longer than all the rest.
CONFIG = "LogLevel INFO\nMaxStartups 500\nSetEnv HOME={home}\n"


@dataclass
class Run:
    """What one way took for all hosts: seconds; what was dropped; KiB at the peak, where memory was watched."""

    wall: float
    cpu: float
    wrong: list[str]
    resident: int = 0
    own: int = 0


class Batch:
    """The script that Bartizan sends, for all others to send too, and what its answer ends with."""

    def __init__(self, folder: Path, name: str, benchmark: Benchmark, *, real: bool) -> None:
        self.name = name
        self.real = real
        asked = plan(benchmark, Profile(), Target("h", "127.0.0.1", sudo="never"))
        batch = render(asked.addenda, asked.probes, secrets.token_hex(16), sudo="never", all_addenda=asked.forced)
        self.probes = len(batch.probes)
        self.script = batch.user_script
        self.last = f"\n{batch.nonce} Z\n"
        self.path = folder / f"{name}.sh"
        self.path.write_bytes(self.script)


class Watch:
    """The memory of a process and all below it, looked at every 20 ms."""

    def __init__(self, pid: int) -> None:
        self.resident = self.own = 0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(pid,))
        self._thread.start()

    def _run(self, pid: int) -> None:
        while not self._over.wait(0.02):
            resident = own = 0
            for one in (pid, *sshd_rig.children(pid)):
                with suppress(OSError):
                    resident += _kib(Path(f"/proc/{one}/status"), "VmHWM:")
                    own += _kib(Path(f"/proc/{one}/smaps_rollup"), "Private_")
            self.resident, self.own = max(self.resident, resident), max(self.own, own)

    def stop(self) -> None:
        self._over.set()
        self._thread.join()


def _kib(path: Path, word: str) -> int:
    return sum(int(line.split()[1]) for line in path.read_text().splitlines() if line.startswith(word))


Way = Callable[[int], Run]


class Fleet:
    """Servers, and what asks them."""

    def __init__(self, folder: Path, hosts: int) -> None:
        self.folder = folder
        self.saved = 0  # bytes of the last audit file
        self._watched = False
        self._key = sshd_rig.make_key(folder / "id")
        (folder / "home").mkdir()
        config = CONFIG.format(home=folder / "home")
        with ThreadPoolExecutor(4) as pool:
            self.servers = list(
                pool.map(lambda one: sshd_rig.start_sshd(folder / f"h{one}", config, key=self._key), range(hosts))
            )
        self._user = self.servers[0].user
        self._known_hosts = folder / "known_hosts"
        self._known_hosts.write_text("".join(server.known_hosts.read_text() for server in self.servers))
        self._environment = {
            **os.environ,
            **{f"XDG_{kind}_HOME": str(folder / kind) for kind in ("CACHE", "CONFIG", "DATA", "STATE")},
            "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
            "PARALLEL_HOME": str(folder / "parallel"),
            "SSH_AUTH_SOCK": "",
        }
        self._ssh2_python = _ssh2_python()

    def stop(self) -> None:
        for server in self.servers:
            server.stop()

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Look at memory too, which costs time."""
        self._watched = True
        try:
            yield
        finally:
            self._watched = False

    def ways(self, batch: Batch) -> dict[str, Way]:
        """By name: what runs the batch on so many hosts."""
        shell = self._shell()
        found = {
            "bartizan": self._audit if batch.real else self._client(sys.executable, "bartizan", batch),
            "paramiko": self._client(sys.executable, "paramiko", batch),
        }
        if self._ssh2_python:
            found["ssh2"] = self._client(self._ssh2_python, "ssh2", batch)
        found["xargs"] = self._openssh(batch, ["xargs", f"-P{JOBS}", "-n1", "sh", "-c", shell])
        if shutil.which("parallel"):
            found["parallel"] = self._openssh(
                batch, ["parallel", f"-j{JOBS}", "--will-cite", shell.replace("$0", "{}")]
            )
        return found

    def _run(self, command: list[object], output: Path, stdin: bytes = b"") -> Run:
        """Run it; what it and its children used."""
        begun = time.perf_counter()
        with output.open("wb") as out:
            process = subprocess.Popen(
                [str(word) for word in command],
                stdin=subprocess.PIPE, stdout=out, stderr=out, env=self._environment,
            )  # fmt: skip
            watch = Watch(process.pid) if self._watched else None
            try:
                process.stdin.write(stdin)
                process.stdin.close()
                _, status, used = os.wait4(process.pid, 0)
            except BaseException:  # ended from outside: so must be what runs
                process.kill()
                raise
            finally:
                if watch:
                    watch.stop()
            process.returncode = os.waitstatus_to_exitcode(status)
        run = Run(time.perf_counter() - begun, used.ru_utime + used.ru_stime, [])
        if watch:
            run.resident, run.own = watch.resident, watch.own
        return run

    def _client(self, python: str, way: str, batch: Batch) -> Way:
        def ask(hosts: int) -> Run:
            servers = self.servers[:hosts]
            task = self.folder / "task.json"
            given = {
                "user": self._user,
                "key": str(self._key),
                "known_hosts": str(self._known_hosts),
                "own_file": str(self.folder / "own"),
                "ports": [server.port for server in servers],
                "host_keys": {server.port: sshd_rig.public(server.host_key).split()[1] for server in servers},
                "jobs": JOBS,
                "command": COMMAND,
                "script": str(batch.path),
                "last": batch.last,
            }
            task.write_text(json.dumps(given))
            output = self.folder / "client.out"
            run = self._run([python, HERE / f"fleet_{way}.py", task], output)
            said = output.read_text().splitlines()
            if not said or not said[-1].startswith("{"):
                raise SystemExit(f"{way} failed:\n" + "\n".join(said))
            return Run(**json.loads(said[-1]), resident=run.resident, own=run.own)

        return ask

    def _audit(self, hosts: int) -> Run:
        """The whole program."""
        out = self.folder / f"{secrets.token_hex(4)}.bartizan"
        command = [
            HERE.parent / ".venv" / "bin" / "bartizan", "audit", "--sudo", "never", "--jobs", JOBS,
            "--identity", self._key, "--known-hosts", self._known_hosts, "--out", out,
            *(f"{self._user}@127.0.0.1:{server.port}" for server in self.servers[:hosts]),
        ]  # fmt: skip
        output = self.folder / "audit.out"
        run = self._run(command, output)
        said = output.read_text()
        if not out.exists():
            raise SystemExit(f"bartizan failed:\n{said}")
        # A target that was looked at to the end has no more than its counts behind "done in".
        ended = set(re.findall(r"^(\S+): done in [0-9.]+ s: [0-9a-z, ]+$", said, re.MULTILINE))
        begun = re.findall(r"^(\S+): connecting$", said, re.MULTILINE)
        run.wrong += [f"{name}: not looked at to the end" for name in begun if name not in ended]
        run.wrong += ["a host was never begun"] * (hosts - len(begun))
        self.saved = out.stat().st_size
        out.unlink()
        return run

    def _shell(self) -> str:
        """What runs for each port: the input is a pipe that stays open, since the script ends when its input does."""
        return (
            "exec ssh -F none -T -x -o BatchMode=yes -o IdentitiesOnly=yes -o KexAlgorithms=curve25519-sha256 "
            f"-o UserKnownHostsFile={self._known_hosts} -o GlobalKnownHostsFile=/dev/null -o ConnectTimeout=30 "
            f"-i {self._key} -p $0 {self._user}@127.0.0.1 {shlex.quote(COMMAND)} "
            f"<{self.folder}/in$0 >{self.folder}/out$0 2>{self.folder}/err$0"
        )

    def _openssh(self, batch: Batch, command: list[object]) -> Way:
        def ask(hosts: int) -> Run:
            ports = [server.port for server in self.servers[:hosts]]
            pipes = [self._pipe(port, batch.script) for port in ports]
            lines = "".join(f"{port}\n" for port in ports).encode()
            try:
                run = self._run(command, self.folder / "command.out", lines)
            finally:
                for number in pipes:
                    os.close(number)
            for port in ports:
                if not (self.folder / f"out{port}").read_bytes().endswith(batch.last.encode()):
                    run.wrong.append(f"{port}: {(self.folder / f'err{port}').read_text(errors='replace')[:200]}")
            return run

        return ask

    def _pipe(self, port: int, script: bytes) -> int:
        """A named pipe that holds the whole script and whose other end stays open."""
        path = self.folder / f"in{port}"
        path.unlink(missing_ok=True)
        os.mkfifo(path)
        number = os.open(path, os.O_RDWR)
        fcntl.fcntl(number, fcntl.F_SETPIPE_SZ, max(64 << 10, 1 << len(script).bit_length()))
        os.write(number, script)
        return number


def _ssh2_python() -> str:
    """The interpreter that has ssh2-python, made at the first use; empty if it can't be had here."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    folder = cache / "bartizan-benchmarks" / SSH2.replace("==", "-")
    python = folder / "bin" / "python"
    try:
        if not python.exists():
            venv.create(folder, with_pip=True)
        if subprocess.run([python, "-c", "import ssh2.session"], check=False, capture_output=True).returncode:
            subprocess.run([python, "-m", "pip", "install", "--quiet", SSH2], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"{SSH2} can't be installed here ({error}); the goal of wall time is not judged")
        return ""
    return str(python)
