"""Audits of hostile hosts by the real program, each beside an honest one, measured from outside."""

import hashlib
import json
import os
import pwd
import secrets
import signal
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

import sshd_rig
import yaml
from cli_rig import command_line, environment
from hostile.bench import write_guideline
from hostile.openssh import Servers
from hostile.registry import LISTS
from hostile.scenario import BUDGET
from hostile.traces import found_in
from hostile.watch import Watch, own_environment, shapes

HONEST = "honest"
SSH_TESTS = Path(__file__).parents[1]
PATIENCE = 170  # seconds until a run is given up


@dataclass
class Ran:
    """One audit: what it wrote and what was seen of it; ``begun`` and ``ended`` are by target, in seconds."""

    name: str
    names: tuple[str, ...]
    status: int = -1
    out: str = ""
    err: str = ""
    begun: dict = field(default_factory=dict)
    ended: dict = field(default_factory=dict)
    interrupted: float = 0.0
    exited: float = 0.0
    watch: Watch | None = None
    found: dict = field(default_factory=dict)
    traces: dict = field(default_factory=dict)
    left: list = field(default_factory=list)

    def target(self, name):
        return next((one for one in self.found.get("targets", ()) if one["name"] == name), None)

    def findings(self, name):
        return {one["item"]: one for one in self.found.get("findings", ()) if one["target"] == name}


class Bench:
    """All that the runs share: folder, key, planted secrets, servers."""

    def __init__(self, folder, names=None):
        self.folder = folder
        self.marker = "zq7plant" + secrets.token_hex(6)
        self.pattern = shapes(self.marker)
        self.root = write_guideline(folder)
        self.key = sshd_rig.make_key(folder / "id")
        self.plain_public = sshd_rig.public(self.key)
        self.phrase = f"{self.marker}-phrase"
        subprocess.run(
            ["ssh-keygen", "-q", "-p", "-a", "1", "-P", "", "-N", self.phrase, "-f", str(self.key)],
            check=True, capture_output=True,
        )  # fmt: skip
        chosen = {one.name: one for listed in LISTS.values() for one in listed if not names or one.name in names}
        self.scenarios = chosen
        real = {one.name for one in LISTS["openssh"]}
        self.real = [name for name in chosen if name in real] if os.geteuid() == 0 else []
        self.wire = [name for name in chosen if name not in real]
        self.fleets = []
        self.ports = {}
        self.targets = {}
        self.servers = Servers(folder, self.key, self.secrets, command_line(self.root))
        self.agent = None

    def secrets(self, name):
        """What is planted for a target: its name stands in it, so that a find tells whose it is."""
        return {kind: f"{self.marker}-{kind}-of-{name}-'\"$(touch pwned)\\;" for kind in ("password", "sudo")}

    def given(self, name):
        """What the program is given for a target on standard input."""
        scenario = self.scenarios.get(name)
        given = {"passphrase": self.phrase}
        if scenario is None:
            return given
        if scenario.login in ("password", "both"):
            given["password"] = self.secrets(name)["password"]
        if name not in WITHOUT_SUDO:
            given["sudo"] = self.secrets(name)["sudo"]
        return given

    def start(self):
        """Start every host but those that need an account; gives the scenarios by run."""
        groups = {}
        for name in self.wire:
            groups.setdefault(self.scenarios[name].run, []).append(name)
        for listed in groups.values():
            self._fleet(listed)
        self._agent()
        self.targets[HONEST] = self.servers.at(
            self.servers.server(HONEST, "", prefix=()), user=pwd.getpwuid(os.geteuid()).pw_name
        )
        return groups

    def start_real(self):
        """Start the OpenSSH servers and make their accounts; gives the scenarios."""
        self.servers.found()
        self.targets.update(self.servers.targets(self.real))
        for name in self.real:
            if bastion := self.targets[name].pop("bastion", None):
                self.targets[self.targets[name]["proxy_jump"]] = bastion
        return self.real

    def _fleet(self, names):
        path = os.pathsep.join(str(one) for one in (SSH_TESTS, SSH_TESTS.parent / "unit"))
        process = subprocess.Popen(
            [sys.executable, "-m", "hostile.fleet", *names], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            text=True, env={**os.environ, "PYTHONPATH": path, "TMPDIR": str(self.folder)},
        )  # fmt: skip
        self.fleets.append(process)
        for name, told in json.loads(process.stdout.readline()).items():
            self.ports[name] = told["port"]
            self.targets[name] = {
                "address": "127.0.0.1",
                "port": told["port"],
                "user": "audit",
                "known_hosts": str(self._known(name, told["port"], told["key"])),
            }

    def _known(self, name, port, key):
        """A known_hosts file that says of the host what the scenario wants."""
        path = self.folder / f"known-{name}"
        place = f"[127.0.0.1]:{port}"
        other = (
            sshd_rig.public(sshd_rig.make_key(self.folder / f"other-{name}")) if name.startswith("host-key-") else ""
        )
        ecdsa = sshd_rig.public(sshd_rig.make_key(self.folder / f"ecdsa-{name}", "ecdsa")) if other else ""
        match self.scenarios[name].known:
            case "none":
                text = "# nobody\n"
            case "changed":
                text = f"{place} {other}\n"
            case "revoked":
                text = f"@revoked * {key}\n{place} {key}\n"
            case "other-type":
                text = f"{place} {ecdsa}\n"
            case "authority":
                text = f"@cert-authority * {other}\n"
            case "rubbish":
                rubbish = b"\xff\xfe caf\xe9\n@unknown x y z\n@revoked\n|1|x|y ssh-ed25519 A\n" + b"x" * 70_000 + b"\n"
                path.write_bytes(rubbish + f"{place} {key}\n".encode("ascii"))
                return path
            case _:
                text = f"{place} {key}\n"
        path.write_text(text)
        if self.scenarios[name].known == "hashed":
            subprocess.run(["ssh-keygen", "-q", "-H", "-f", str(path)], check=True, capture_output=True)
            path.with_name(f"{path.name}.old").unlink()
        return path

    def _agent(self):
        path = self.folder / "agent"
        self.agent = subprocess.Popen(["ssh-agent", "-D", "-a", str(path)], stdout=subprocess.DEVNULL)
        while not path.exists():
            time.sleep(0.01)
        key = sshd_rig.make_key(self.folder / "agent-key")
        subprocess.run(["ssh-add", "-q", str(key)], check=True, env={**os.environ, "SSH_AUTH_SOCK": str(path)})

    def reports(self):
        """What each hostile host was given."""
        told = {}
        for fleet in self.fleets:
            fleet.stdin.write("report\n")
            fleet.stdin.flush()
            told.update(json.loads(fleet.stdout.readline()))
        return told

    def own_secrets(self, name):
        """Hashes of what a host may have seen, as its report has them."""
        return {"secret " + hashlib.sha256(one.encode()).hexdigest() for one in self.secrets(name).values()}

    def stop(self):
        for process in (*self.fleets, self.agent):
            if process is not None:
                process.kill()
                process.wait()
                for pipe in (process.stdin, process.stdout):
                    if pipe:
                        pipe.close()
        self.servers.stop()

    # --- one run -----------------------------------------------------------------------------------------------------

    def audit(self, run, names, *, jobs, interrupt=False):
        """Audit these scenarios' hosts and the honest one; ``interrupt`` presses Ctrl-C once all are looked at."""
        folder = self.folder / f"run-{run}"
        (folder / "tmp").mkdir(parents=True)
        bastions = {self.targets[name].get("proxy_jump") for name in names} - {None, *names, HONEST}
        listed = [*names, *sorted(bastions), HONEST]
        hosts = [self._host(name) for name in listed]
        inventory = folder / "inventory.yaml"
        inventory.write_text(yaml.safe_dump({"hosts": hosts}))
        command = [
            *command_line(self.root), "audit", "--inventory", "inventory.yaml", "--secrets", "-", "--jobs", str(jobs),
            "--deadline", f"{BUDGET:g}", "--out", "a.bartizan", "--json", "a.json", "--pdf", "a.pdf",
        ]  # fmt: skip
        surroundings = {
            **environment(folder),
            "SSH_AUTH_SOCK": str(self.folder / "agent"),
            "TMPDIR": str(folder / "tmp"),
            "BARTIZAN_TEST_RUN": f"{self.marker[8:]}-{run}",
            "DISPLAY": ":99",  # so that x11 forwarding would be possible
        }
        ran = Ran(run, tuple(names))
        process = subprocess.Popen(
            command, cwd=folder, env=surroundings, start_new_session=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip
        ran.watch = Watch(process, self.pattern)
        readers = [
            threading.Thread(target=self._read_err, args=(process, ran, set(listed)), name="hostile-err", daemon=True),
            threading.Thread(target=self._read_out, args=(process, ran), name="hostile-out", daemon=True),
        ]
        for thread in (ran.watch, *readers):
            thread.start()
        process.stdin.write(json.dumps({name: self.given(name) for name in listed}).encode())
        process.stdin.close()
        if interrupt:
            while len(ran.begun) < len(listed) and process.poll() is None:
                time.sleep(0.1)
            time.sleep(2)
            ran.interrupted = time.monotonic()
            process.send_signal(signal.SIGINT)
        try:
            ran.status = process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        ran.exited = time.monotonic()
        ran.watch.ended.set()
        for thread in (ran.watch, *readers):
            thread.join()
        process.stdout.close()
        process.stderr.close()
        self._after(ran, folder, surroundings["BARTIZAN_TEST_RUN"])
        return ran

    def _host(self, name):
        scenario = self.scenarios.get(name)
        fields = {"name": name, "role": "host", "platform": "tiny", "identity": str(self.key), "sudo": "never"}
        if scenario is not None:
            fields["sudo"] = scenario.sudo
            if scenario.login in ("password", "agent"):
                del fields["identity"]
        return {**fields, **self.targets[name]}

    def _read_err(self, process, ran, known):
        lines = []
        for raw in process.stderr:
            now = time.monotonic()
            line = raw.decode("utf-8", "replace")
            lines.append(line)
            name = line.split(":")[0].split(" ")[0].rstrip("\n")
            if name not in known:
                continue
            if line == f"{name}: connecting\n":
                if not ran.begun:
                    ran.watch.settle()
                ran.begun[name] = now
            elif not line.startswith(f"{name}: the connection was lost; trying once more"):
                ran.ended.setdefault(name, now)
        ran.err = "".join(lines)

    def _read_out(self, process, ran):
        ran.out = process.stdout.read().decode("utf-8", "replace")

    def _after(self, ran, folder, mark):
        if (folder / "a.json").exists():
            ran.found = json.loads((folder / "a.json").read_text())
        (folder / "stdout").write_text(ran.out)
        (folder / "stderr").write_text(ran.err)
        ran.traces = found_in([folder], self.pattern)
        ran.left = list(own_environment(f"BARTIZAN_TEST_RUN={mark}".encode()).values())


WITHOUT_SUDO = {"sudo-nothing-given", "sudo-exact", "sudo-exact-others", "doas-nopass"}
