"""Real parts for tests: OpenSSH servers of our own and throw-away accounts (fixtures in tests/conftest.py)."""

import contextlib
import fcntl
import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

SSHD = shutil.which("sshd") or "/usr/sbin/sshd"
BASE = """
ListenAddress 127.0.0.1:{port}
HostKey {host_key}
PidFile none
AuthorizedKeysFile {authorized_keys}
StrictModes no
UsePAM no
UseDNS no
PasswordAuthentication no
KbdInteractiveAuthentication no
PermitRootLogin yes
MaxStartups 200
MaxSessions 200
LogLevel DEBUG1
"""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def make_key(path, kind="ed25519", passphrase="", bits=None):
    """A key pair at that path; returns the path of the private one."""
    size = ["-b", str(bits)] if bits else []
    subprocess.run(["ssh-keygen", "-q", "-t", kind, *size, "-N", passphrase, "-C", "test", "-f", str(path)], check=True)
    return path


def public(key):
    return Path(f"{key}.pub").read_text().strip()


@dataclass
class Sshd:
    """A running server. ``known_hosts`` holds its key, ``key`` may log in as ``user``."""

    port: int
    user: str
    key: Path
    known_hosts: Path
    host_key: Path
    authorized_keys: Path
    log: Path
    process: subprocess.Popen
    host: str = "127.0.0.1"

    def said(self):
        return self.log.read_text(errors="replace")

    def stop(self):
        """End the server and every connection of it."""
        for child in children(self.process.pid):
            with contextlib.suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
        self.process.kill()
        self.process.wait()


def children(pid):
    """Process ids of everything below that process."""
    found = []
    with contextlib.suppress(OSError):
        for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
            found += [*children(int(child)), int(child)]
    return found


def start_sshd(
    folder, config="", *, user=None, host_key_kind="ed25519", key=None, host_key=None, command=(), prefix=()
):
    """Start a server with these further lines of configuration, which count before the usual ones.

    ``prefix`` are words before its command line, such as a program that makes a namespace for it.
    """
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o755)
    if os.geteuid() == 0:
        Path("/run/sshd").mkdir(exist_ok=True)
    host_key = host_key or make_key(folder / "host_key", host_key_kind)
    key = key or make_key(folder / "id")
    authorized = folder / "authorized_keys"
    authorized.write_text(public(key) + "\n")
    for _ in range(5):
        port = free_port()
        log = folder / f"log{port}"
        settings = folder / "config"
        base = BASE.format(port=port, host_key=host_key, authorized_keys=authorized)
        settings.write_text(config + base)
        process = subprocess.Popen([*prefix, SSHD, "-D", "-f", settings, "-E", log, *command], stdin=subprocess.DEVNULL)
        if _listens(process, log):
            break
    else:
        raise RuntimeError(f"sshd does not start: {log.read_text() if log.exists() else ''}")
    known = folder / "known_hosts"
    known.write_text(f"[127.0.0.1]:{port} {' '.join(public(host_key).split()[:2])}\n")
    name = user or pwd.getpwuid(os.geteuid()).pw_name
    return Sshd(port, name, Path(key), known, Path(host_key), authorized, log, process)


def _listens(process, log, patience=5.0):
    end = time.monotonic() + patience
    while time.monotonic() < end and process.poll() is None:
        if log.exists() and "Server listening" in log.read_text():
            return True
        time.sleep(0.01)
    process.kill()
    process.wait()
    return False


@contextlib.contextmanager
def locked():
    """useradd and userdel of several test processes one after the other."""
    with Path(tempfile.gettempdir(), "bartizan-test-accounts.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@dataclass
class Account:
    """A throw-away user of this machine."""

    name: str
    password: str
    home: Path
    extra: list[Path] = field(default_factory=list)

    @property
    def ids(self):
        entry = pwd.getpwnam(self.name)
        return entry.pw_uid, entry.pw_gid

    def sudoers(self, *lines):
        """Let sudo do what these lines say, USER standing for the account."""
        self.sudoers_file("".join(f"{line.replace('USER', self.name)}\n" for line in lines))

    def sudoers_file(self, text):
        """Let sudo do what this file says."""
        path = Path("/etc/sudoers.d") / self.name
        path.write_text(text)
        path.chmod(0o440)
        self.extra.append(path)

    def shell(self, *words):
        """A command line that is /bin/sh of that account."""
        uid, gid = self.ids
        return ("setpriv", f"--reuid={uid}", f"--regid={gid}", "--clear-groups", *(words or ("/bin/sh", "-s")))

    def environment(self):
        return {"PATH": "/usr/bin:/bin", "HOME": str(self.home), "USER": self.name, "LOGNAME": self.name}

    def remove(self):
        for path in self.extra:
            path.unlink(missing_ok=True)
        uid, _ = self.ids
        for process in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                if process.stat().st_uid == uid:
                    os.kill(int(process.name), signal.SIGKILL)
        with locked():
            subprocess.run(["userdel", "-f", self.name], check=False, capture_output=True)
        shutil.rmtree(self.home, ignore_errors=True)


def make_account(shell="/bin/sh", password=None):
    """A new user with a home, a password and that login shell; only root can."""
    name = f"bz{secrets.token_hex(4)}"
    password = password or secrets.token_urlsafe(12)
    home = Path(tempfile.mkdtemp(prefix="bartizan-home-"))
    with locked():
        subprocess.run(["useradd", "-M", "-N", "-d", home, "-s", shell, name], check=True, capture_output=True)
        subprocess.run(["chpasswd"], input=f"{name}:{password}\n", text=True, check=True, capture_output=True)
    account = Account(name, password, home)
    os.chown(home, *account.ids)
    home.chmod(0o755)
    return account
