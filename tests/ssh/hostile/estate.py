"""A small world of real OpenSSH servers: accounts of its own in a copy of /etc, which only these servers see."""

import contextlib
import os
import secrets
import signal
import subprocess
from dataclasses import dataclass
from pathlib import Path

import sshd_rig

PAM = "UsePAM yes\nPasswordAuthentication yes\nPermitUserEnvironment yes\n"
OWN_ETC = 'mount --rbind "$0" /etc && exec "$@"'


@dataclass(frozen=True)
class Account:
    """An account that exists in the copy of /etc only."""

    name: str
    number: int
    home: Path

    def owns(self, *paths):
        for path in paths:
            os.chown(path, self.number, self.number)


class Estate:
    """Makes accounts and servers as they are asked for.

    ``key`` may log in everywhere; ``secrets(name)`` gives what is planted; ``command`` is our own program.
    """

    def __init__(self, folder, key, secrets, command):
        self.folder = folder
        self.key = key
        self.secrets = secrets
        self.command = command
        self.accounts = {}
        self.servers = {}
        self.etc = folder / "etc"
        self._passwords = []

    def found(self):
        """Make the copy of /etc, in which other programs may be at work meanwhile."""
        subprocess.run(["cp", "-a", "/etc", self.etc], check=False, capture_output=True)
        (self.folder / "homes").mkdir()
        self._first = 100_000 + secrets.randbelow(1 << 20) * 100

    def stop(self):
        """End the servers, and what is left of the accounts."""
        for server in self.servers.values():
            server.stop()
        for number, _ in self._processes():
            with contextlib.suppress(ProcessLookupError):
                os.kill(number, signal.SIGKILL)

    def account(self, name, login_shell="/bin/sh", password=None):
        """The scenario's account; its password is the one that is planted unless another is said."""
        number = self._first + len(self.accounts)
        home = self.folder / "homes" / name
        home.mkdir()
        made = self.accounts[name] = Account(f"bz{number}", number, home)
        made.owns(home)
        with (self.etc / "passwd").open("a") as file:
            file.write(f"{made.name}:x:{number}:{number}::{home}:{login_shell}\n")
        with (self.etc / "shadow").open("a") as file:
            file.write(f"{made.name}:!:20000:0:99999:7:::\n")
        self._passwords.append(f"{made.name}:{password or self.secrets(name)['password']}\n")
        return made

    def expire(self, account):
        """Its password must be changed at the next login."""
        self.inside("chage", "-d", "0", account.name)

    def inside(self, *words, **options):
        """Run a program that sees the copy of /etc."""
        command = ["unshare", "-m", "/bin/sh", "-c", OWN_ETC, str(self.etc), *words]
        subprocess.run(command, check=True, capture_output=True, **options)

    def set_passwords(self):
        """All of them at once, by the real program."""
        self.inside("chpasswd", input="".join(self._passwords), text=True)

    def server(self, name, config=PAM, first="true", **options):
        """A server by name, made once; ``first`` is a command that runs in its namespace before it."""
        if name not in self.servers:
            prefix = ("unshare", "-m", "/bin/sh", "-c", f"{first} && {OWN_ETC}", str(self.etc))
            given = {"key": self.key, "prefix": prefix, **options}
            self.servers[name] = sshd_rig.start_sshd(self.folder / f"sshd-{name}", config, **given)
        return self.servers[name]

    def at(self, server, account=None, **more):
        """The fields of an inventory's host."""
        return {
            "address": server.host,
            "port": server.port,
            "user": account.name if account else "root",
            "known_hosts": str(server.known_hosts),
            **more,
        }

    def another_key(self, name):
        """A key by name, made once."""
        path = self.folder / f"key-{name}"
        return path if path.exists() else sshd_rig.make_key(path)

    def signed(self, name, authority, *words):
        """A new key with a certificate of that authority beside it."""
        key = sshd_rig.make_key(self.folder / f"signed-{name}")
        run = ["ssh-keygen", "-q", "-s", str(authority), "-I", name, *words, f"{key}.pub"]
        subprocess.run(run, check=True, capture_output=True)
        return key

    def taken(self, name):
        """What a program in the account's PATH got hold of."""
        account = self.accounts.get(name)
        with contextlib.suppress(OSError, AttributeError):
            return Path(account.home / "taken").read_bytes()
        return b""

    def _processes(self):
        """Processes of the accounts: their number and the scenario."""
        owners = {account.number: name for name, account in self.accounts.items()}
        for process in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                if name := owners.get(process.stat().st_uid):
                    yield int(process.name), name

    def left(self):
        """Command lines of what still runs in the accounts' names, by scenario."""
        found = {}
        for number, name in self._processes():
            with contextlib.suppress(OSError):
                words = Path(f"/proc/{number}/cmdline").read_bytes().replace(b"\0", b" ")
                found.setdefault(name, []).append(words)
        return found
