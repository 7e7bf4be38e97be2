"""A host to break: a private copy-on-write view of this machine's root, with a real sshd inside, on loopback.

An overlay over ``/`` in a mount namespace of its own: shell scripts seed it before sshd starts, nothing reaches the
real machine, and all of it vanishes with the process. Needs root (mounts), as the rights of the audited host do.
"""

import contextlib
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

# $1 root of the overlay's folders, $2 the seed script, $3 the port
_SERVE = """
set -eu
mount -t tmpfs tmpfs "$1/layer"
mkdir "$1/layer/upper" "$1/layer/work"
mount -t overlay overlay -o "lowerdir=/,upperdir=$1/layer/upper,workdir=$1/layer/work" "$1/root"
mount -t proc proc "$1/root/proc"
mount --rbind /dev "$1/root/dev"
mount --rbind /sys "$1/root/sys"
mount -t tmpfs tmpfs "$1/root/run"
mount -t tmpfs tmpfs "$1/root/tmp"
mkdir -p "$1/root/run/sshd" "$1/root/run/bartizan-test" "$1/root/run/lock"
cp "$1/host_key" "$1/authorized_keys" "$1/root/run/bartizan-test/"
chmod 600 "$1/root/run/bartizan-test/host_key"
# Other tests make accounts on the real machine meanwhile: their locks would come and go below this root, too.
cp -a /etc "$1/layer/etc" 2>/dev/null || [ -f "$1/layer/etc/passwd" ]
rm -f "$1/layer/etc/passwd.lock" "$1/layer/etc/shadow.lock" "$1/layer/etc/group.lock" "$1/layer/etc/gshadow.lock"
mount --bind "$1/layer/etc" "$1/root/etc"
chroot "$1/root" /bin/sh -eu < "$2" > "$1/seed.log" 2>&1
exec chroot "$1/root" /usr/sbin/sshd -D -e -f /dev/null -p "$3" \
  -o ListenAddress=127.0.0.1 -o HostKey=/run/bartizan-test/host_key -o PidFile=none -o StrictModes=no -o UsePAM=no \
  -o AuthorizedKeysFile=/run/bartizan-test/authorized_keys -o PermitRootLogin=prohibit-password
"""


@dataclass(frozen=True)
class SeededHost:
    """How to reach it: as root with this key."""

    port: int
    identity: Path
    known_hosts: Path


def free_port() -> int:
    """A loopback port that nothing uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _await(process: subprocess.Popen[bytes], port: int, folder: Path) -> None:
    for _ in range(300):
        if process.poll() is not None:
            log = (folder / "seed.log").read_text("utf-8", "replace") if (folder / "seed.log").exists() else ""
            raise RuntimeError(f"the seeded host ended with {process.returncode}: {log[-2000:]}")
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=0.2):
            return
        time.sleep(0.1)
    raise RuntimeError("the seeded host's sshd doesn't answer")


@contextlib.contextmanager
def seeded_host(seed: str) -> Iterator[SeededHost]:
    """Run a host whose root was changed by this shell script; RuntimeError with its output if that fails."""
    folder = Path(tempfile.mkdtemp(prefix="bartizan-seeded-"))
    process: subprocess.Popen[bytes] | None = None
    try:
        for name in ("layer", "root"):
            (folder / name).mkdir()
        for name in ("host_key", "client_key"):
            subprocess.run(
                ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name)], check=True, timeout=30
            )
        shutil.copy(folder / "client_key.pub", folder / "authorized_keys")
        (folder / "seed.sh").write_text(seed)
        port = free_port()
        host_key = " ".join((folder / "host_key.pub").read_text().split()[:2])
        (folder / "known_hosts").write_text(f"[127.0.0.1]:{port} {host_key}\n")
        command = ["unshare", "--mount", "--propagation", "private", "/bin/sh", "-c", _SERVE, "serve"]
        with (folder / "sshd.log").open("wb") as log:
            process = subprocess.Popen(
                [*command, str(folder), str(folder / "seed.sh"), str(port)],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=log,
            )
        _await(process, port, folder)
        yield SeededHost(port, folder / "client_key", folder / "known_hosts")
    finally:
        if process is not None:
            process.terminate()
            process.wait(timeout=10)
        shutil.rmtree(folder, ignore_errors=True)
