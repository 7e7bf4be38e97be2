"""Shells of many kinds, and systems on which something is missing."""

import shutil
import subprocess
import tempfile
import time
from pathlib import Path

from hostile.plays import Play


class OddShells(Play):
    """A real shell in surroundings that are odd."""

    def tools(self, *left_out, busybox=False):
        """A folder with the usual programs but for some."""
        folder = Path(tempfile.mkdtemp(prefix="bartizan-tools-"))
        if busybox:
            subprocess.run([shutil.which("busybox"), "--install", "-s", str(folder)], check=True, capture_output=True)
        else:
            for tool in ("sh", "cat", "id", "timeout", "head", "setsid", "sleep", "echo", "printf", "base64", "kill"):
                if tool not in left_out and (path := shutil.which(tool)):
                    (folder / tool).symlink_to(path)
        return str(folder)

    def host_shell_busybox(self):
        folder = self.tools(busybox=True)
        self.shell((shutil.which("busybox"), "sh", "-s"), PATH=folder)
        shutil.rmtree(folder, ignore_errors=True)

    def host_shell_without_timeout(self):
        folder = self.tools("timeout")
        self.shell(PATH=folder)
        shutil.rmtree(folder, ignore_errors=True)

    def host_shell_without_base64(self):
        folder = self.tools("base64")
        self.shell(PATH=folder)
        shutil.rmtree(folder, ignore_errors=True)

    def host_shell_without_anything(self):
        folder = self.tools("timeout", "head", "setsid", "base64", "kill")
        self.shell(PATH=folder)
        shutil.rmtree(folder, ignore_errors=True)

    def host_shell_full_disk(self):
        fill = "for d in /tmp /var/tmp; do mount -t tmpfs -o size=4k none $d && head -c 9000 /dev/zero >$d/full; done"
        self.shell(("unshare", "-m", "/bin/sh", "-c", f"({fill}) 2>/dev/null; exec /bin/sh -s"))

    def host_shell_ksh(self):
        self.shell((shutil.which("ksh") or "/bin/sh", "-s"))

    def host_shell_mksh(self):
        self.shell((shutil.which("mksh") or "/bin/sh", "-s"))

    def host_shell_bash_posix(self):
        self.shell((shutil.which("bash") or "/bin/sh", "-s"), BASH_ENV="/etc/issue", ENV="/etc/issue")

    def host_shell_motd(self):
        self.shell(before=b"Welcome!\nLast login: never\n\nB 0\nE 0\n\x1b[2J" * 50)

    def host_shell_hostile_environment(self):
        self.shell(IFS="e", CDPATH="/", GREP_OPTIONS="-v", LC_ALL="tr_TR.UTF-8", LANGUAGE="de", N="x", PS4="x")

    def host_shell_few_processes(self):
        self.shell(("/bin/sh", "-c", "ulimit -n 16; ulimit -c 0; exec /bin/sh -s"))

    def host_shell_missing(self):
        self.channel.sendall_stderr(b"bash: line 1: /bin/sh: No such file or directory\n")
        self.channel.send_exit_status(127)

    def host_shell_prints_for_ever_before(self):
        while True:
            self.channel.sendall(b"Welcome!\n" * 1000)
            time.sleep(0.005)
