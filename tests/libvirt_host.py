"""A real libvirt host for tests: libvirtd, virtlogd and QEMU guests, apart from anything else on this machine.

Everything runs in mount and process namespaces of its own, where /etc/libvirt, /var/lib/libvirt, /var/log/libvirt,
/var/cache/libvirt and /run are folders below ``root``. Inside, ``qemu:///system`` is this host's; outside nothing of
it is seen. The first process of the namespace ends when this program does, however it does, and takes all others with
it: no daemon and no guest outlives a test.

    with LibvirtHost(tmp_path) as host:
        host.define("<domain type='qemu'>…")            # type qemu, not kvm: works on any machine
        host.start_guest(uuid)
        answer = host.sh("virsh -r -c qemu:///system list --all --uuid")
        sshd = subprocess.Popen([*host.enter, "/usr/sbin/sshd", "-D", "-f", config])     # an SSH server of this host

Needs root and the packages libvirt-daemon-system, libvirt-clients and qemu-system-x86; ``why_not()`` says what lacks.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Self

PRIVATE = ("/etc/libvirt", "/var/lib/libvirt", "/var/log/libvirt", "/var/cache/libvirt", "/run")
# Without polkit and systemd: who may connect is decided by the sockets' modes alone.
DAEMON_SETTINGS = {
    "unix_sock_group": '"root"',
    "unix_sock_ro_perms": '"0777"',
    "unix_sock_rw_perms": '"0700"',
    "auth_unix_ro": '"none"',
    "auth_unix_rw": '"none"',
}
# The libvirt user of a container may not own cgroups, and no AppArmor profile is loaded in one.
# A guest's own /dev can't be laid over the one made here.
QEMU_SETTINGS = {
    "security_driver": '"none"',
    "cgroup_controllers": "[ ]",
    "namespaces": "[ ]",
    "remember_owner": "0",
}
_PATH = "/usr/local/sbin:/usr/sbin:/sbin:/usr/local/bin:/usr/bin:/bin"
# Ignoring SIGCHLD makes the kernel reap what is orphaned here: libvirt waits until a guest's process has vanished.
_FIRST_PROCESS = (
    "import signal, sys; signal.signal(signal.SIGCHLD, signal.SIG_IGN); print('ready', flush=True); sys.stdin.read()"
)
# All devices but /dev/kvm: one that is there and doesn't work makes libvirt ask QEMU for its abilities each time anew.
_DEVICES = """
mkdir -p "$1/dev" && mount -t tmpfs dev "$1/dev" && mkdir "$1/dev/pts" "$1/dev/shm" "$1/dev/net" || exit 1
for f in null zero full random urandom tty net/tun; do
    [ ! -e /dev/$f ] || { : >"$1/dev/$f" && mount --bind /dev/$f "$1/dev/$f"; } || exit 1
done
mount --bind /dev/pts "$1/dev/pts" && mknod -m 666 "$1/dev/ptmx" c 5 2 && ln -s /proc/self/fd "$1/dev/fd" || exit 1
for n in 0:stdin 1:stdout 2:stderr; do ln -s "/proc/self/fd/${n%:*}" "$1/dev/${n#*:}" || exit 1; done
chmod 1777 "$1/dev/shm" && mount --rbind "$1/dev" /dev || exit 1
"""
_WAIT = 20.0  # seconds for a daemon to answer


def why_not() -> str:
    """Why no libvirt host can be started here; empty where it can."""
    if os.geteuid() != 0:
        return "needs root"
    programs = ("libvirtd", "virtlogd", "virsh", "qemu-system-x86_64", "unshare", "nsenter", "mount")
    absent = [name for name in programs if shutil.which(name, path=_PATH) is None]
    if absent:
        return f"not installed: {', '.join(absent)}"
    tried = subprocess.run(["unshare", "--mount", "--pid", "--fork", "--mount-proc", "true"], capture_output=True)  # noqa: PLW1510 - the status is the answer
    return "" if tried.returncode == 0 else "this machine allows no namespaces"


class LibvirtHost:
    """A running libvirt daemon with empty state; a context manager.

    ``daemon`` and ``qemu`` are settings of libvirtd.conf and qemu.conf as their files write them, laid over those
    that a machine without systemd needs; ``None`` takes a setting out. With ``own_network`` guests can be plugged
    into bridges without touching the machine's network, and nothing outside reaches what listens inside. Without
    ``kvm`` there is no /dev/kvm, and guests are of type qemu.
    """

    def __init__(
        self,
        root: Path,
        *,
        daemon: Mapping[str, str | None] | None = None,
        qemu: Mapping[str, str | None] | None = None,
        own_network: bool = False,
        kvm: bool = False,
    ) -> None:
        self.root = root
        self._kvm = kvm
        self._spaces = ["--mount", "--pid", *(["--net"] if own_network else [])]
        self._settings = {
            "libvirtd.conf": {**DAEMON_SETTINGS, **(daemon or {})},
            "qemu.conf": {**QEMU_SETTINGS, **(qemu or {})},
        }
        self._init: subprocess.Popen[bytes] | None = None
        self._daemons: list[subprocess.Popen[bytes]] = []

    # --- life ------------------------------------------------------------------------------------------------

    def __enter__(self) -> Self:
        try:
            self._make_folders()
            self._make_namespace()
            self._daemon("virtlogd")
            self._daemon("libvirtd", "-f", "/etc/libvirt/libvirtd.conf")
            self._wait_for_daemon()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def stop(self) -> None:
        """End everything in the namespace and wait for it; safe to repeat."""
        if self._init is not None:
            if self._init.stdin is not None:
                self._init.stdin.close()  # its first process ends at the end of input, and the kernel kills the rest
            try:
                self._init.wait(10)
            except subprocess.TimeoutExpired:
                self._init.kill()
                self._init.wait(10)
            self._init = None
        for process in self._daemons:
            process.wait(10)
        self._daemons = []

    def _make_folders(self) -> None:
        for path in PRIVATE:
            place = self._place(path)
            place.mkdir(parents=True, exist_ok=True)
            place.chmod(0o755)
        if not self._place("/etc/libvirt/qemu.conf").exists():
            shutil.copytree("/etc/libvirt", self._place("/etc/libvirt"), symlinks=True, dirs_exist_ok=True)
        for name in ("sshd", "lock"):
            self._place(f"/run/{name}").mkdir(exist_ok=True)
        for name, mode in (("images", 0o711), ("boot", 0o711), ("qemu", 0o750)):
            folder = self._place(f"/var/lib/libvirt/{name}")
            folder.mkdir(exist_ok=True)
            folder.chmod(mode)
        for name, settings in self._settings.items():
            self._place(f"/etc/libvirt/{name}").write_text(
                "".join(f"{key} = {value}\n" for key, value in settings.items() if value is not None), "utf-8"
            )
        self._place("/etc/libvirt/qemu.conf").chmod(0o600)

    def _make_namespace(self) -> None:
        binds = "; ".join(f'mount --bind "$1{path}" {path} || exit 1' for path in PRIVATE)
        if "--net" in self._spaces:
            binds += "; ip link set lo up || exit 1"
        script = f'{binds}; {"" if self._kvm else _DEVICES} exec "$2" -I -c "$3"'
        enter = ["unshare", *self._spaces, "--fork", "--kill-child", "--mount-proc", "--propagation", "private"]
        self._init = subprocess.Popen(
            [*enter, "/bin/sh", "-c", script, "sh", str(self.root), sys.executable, _FIRST_PROCESS],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        assert self._init.stdout is not None
        assert self._init.stderr is not None
        with self._init.stdout, self._init.stderr:
            if self._init.stdout.readline() != b"ready\n":
                raise RuntimeError(f"no namespace: {self._init.stderr.read().decode(errors='replace')}")
        children = Path(f"/proc/{self._init.pid}/task/{self._init.pid}/children").read_text("ascii").split()
        self._first = int(children[0])

    def _daemon(self, *command: str) -> None:
        log = (self.root / f"{command[0]}.log").open("wb")
        with log:
            self._daemons.append(
                subprocess.Popen([*self.enter, *command], stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=_env())
            )

    def _wait_for_daemon(self) -> None:
        end = time.monotonic() + _WAIT
        while True:
            answer = self.run(["virsh", "-c", "qemu:///system", "version"])
            if answer.returncode == 0:
                return
            if time.monotonic() > end:
                raise RuntimeError(f"libvirtd doesn't answer: {answer.stderr.decode(errors='replace')}")
            time.sleep(0.1)

    # --- use -------------------------------------------------------------------------------------------------

    @property
    def enter(self) -> list[str]:
        """The words before a command that is to run inside: as root of this host."""
        return ["nsenter", "--target", str(self._first), *self._spaces, "--"]

    def _place(self, path: str) -> Path:
        return self.root / path.lstrip("/")

    def file(self, path: str) -> Path:
        """Where a file of this host (below one of PRIVATE) lies on the machine outside."""
        if not path.startswith(PRIVATE):
            raise ValueError(f"{path} is the machine's own, not this host's")
        return self._place(path)

    def run(self, command: Sequence[str], **options: Any) -> subprocess.CompletedProcess[bytes]:
        """Run a program inside; its output is bytes, and a failure is for the caller to judge."""
        given = {"stdin": subprocess.DEVNULL, "capture_output": True, "env": _env(), "timeout": 120, **options}
        if "input" in given:
            del given["stdin"]
        return subprocess.run([*self.enter, *command], check=False, **given)

    def sh(self, command: str, shell: Sequence[str] = ("/bin/sh",)) -> subprocess.CompletedProcess[bytes]:
        """Run a probe's command as an audit does: POSIX shell, C locale, nothing on standard input."""
        return self.run([*shell, "-c", command])

    def virsh(self, *words: str, stdin: str | None = None) -> str:
        """A virsh command on the writable connection; AssertionError with its complaint where it fails."""
        options = {} if stdin is None else {"input": stdin.encode()}
        answer = self.run(["virsh", "-q", "-c", "qemu:///system", *words], **options)
        assert answer.returncode == 0, answer.stderr.decode(errors="replace")
        return answer.stdout.decode(errors="replace")

    def define(self, xml: str, kind: str = "define") -> None:
        """Define a guest; ``kind`` may be net-define, nwfilter-define, pool-define or secret-define as well."""
        self.virsh(kind, "/dev/stdin", stdin=xml)

    def start_guest(self, uuid: str) -> None:
        self.virsh("start", uuid)


def _env() -> dict[str, str]:
    return {"PATH": _PATH, "LC_ALL": "C", "LANG": "C", "HOME": "/root"}
