"""Real OpenSSH servers, each scenario with an account of its own, in namespaces whose /etc is a copy."""

import contextlib
import os
import shutil
import subprocess
from pathlib import Path

import sshd_rig

PAM = "UsePAM yes\nPasswordAuthentication yes\nPermitUserEnvironment yes\n"
PROMPTS = "UsePAM yes\nKbdInteractiveAuthentication yes\nPasswordAuthentication no\n"
OWN_ETC = 'mount --bind "$0" /etc && exec "$@"'
NO_SUDO = f"mount --bind /dev/null /usr/bin/sudo && {OWN_ETC}"
NO_DOAS = f"mount --bind /dev/null /usr/bin/doas && {NO_SUDO}"
FAKE = """#!/bin/sh
case $1 in -n) echo 'sudo: a password is required' >&2; exit 1;; esac
{body}
"""


class Servers:
    """Starts them as they are asked for. ``key`` may log in everywhere; ``secrets(name)`` gives what is planted."""

    def __init__(self, folder, key, secrets, command):
        self.folder = folder
        self.key = key
        self.secrets = secrets
        self.command = command  # of our own program
        self.accounts = {}
        self.servers = {}
        self.worlds = {}

    def stop(self):
        for server in self.servers.values():
            server.stop()
        for account in self.accounts.values():
            account.remove()

    def account(self, name, login_shell="/bin/sh", password=None):
        """The scenario's account; its password is the one that is planted unless another is said."""
        made = sshd_rig.make_account(shell=login_shell, password=password or self.secrets(name)["password"])
        self.accounts[name] = made
        return made

    def server(self, name, config=PAM, **options):
        """A server by name, made once."""
        if name not in self.servers:
            given = {"key": self.key, **options}
            self.servers[name] = sshd_rig.start_sshd(self.folder / f"sshd-{name}", config, **given)
        return self.servers[name]

    def world(self, name, words=OWN_ETC, config=PAM):
        """A server whose /etc is a copy, as the accounts are now; gives it and the copy."""
        if name not in self.worlds:
            etc = self.folder / f"etc-{name}"
            subprocess.run(["cp", "-a", "/etc", etc], check=False, capture_output=True)  # other tests may work there
            self.worlds[name] = etc
            self.server(name, config, prefix=("unshare", "-m", "/bin/sh", "-c", words, str(etc)))
        return self.servers[name], self.worlds[name]

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

    # --- one method a scenario: makes what it needs and gives the target ---------------------------------------------

    def openssh_root(self, name):
        return self.at(self.server("main"))

    def openssh_password(self, name):
        return self.at(self.server("main"), self.account(name))

    def openssh_prompt(self, name):
        return self.at(self.server("prompts", PROMPTS), self.account(name))

    def openssh_wrong_password(self, name):
        return self.at(self.server("main"), self.account(name, password="something-else"))

    def openssh_expired_password(self, name):
        account = self.account(name)
        subprocess.run(["chage", "-d", "0", account.name], check=True)
        return self.at(self.server("main"), account)

    def openssh_key_and_password(self, name):
        config = "AuthenticationMethods publickey,password\n" + PAM
        return self.at(self.server("two", config), self.account(name))

    def openssh_second_factor(self, name):
        config = "AuthenticationMethods publickey,password\n" + PAM
        return self.at(self.server("two", config), self.account(name))

    def _by_certificate(self, name, *words):
        account = self.account(name)
        authority = self.another_key("users")
        server = self.server("certificates", f"TrustedUserCAKeys {authority}.pub\n", key=self.another_key("nobody"))
        key = self.signed(name, authority, "-n", account.name, *words)
        return self.at(server, account, identity=str(key))

    def openssh_user_certificate(self, name):
        return self._by_certificate(name)

    def openssh_user_certificate_expired(self, name):
        return self._by_certificate(name, "-V", "-2d:-1d")

    def _host_certificate(self, name, known, *words):
        key = self.signed(name, self.another_key("hosts"), "-h", "-n", "127.0.0.1", *words)
        server = self.server(name, f"HostCertificate {key}-cert.pub\n" + PAM, host_key=key)
        server.known_hosts.write_text(f"@cert-authority * {sshd_rig.public(self.another_key(known))}\n")
        return self.at(server, self.account(name))

    def openssh_host_certificate(self, name):
        return self._host_certificate(name, "hosts")

    def openssh_host_certificate_expired(self, name):
        return self._host_certificate(name, "hosts", "-V", "-2d:-1d")

    def openssh_host_certificate_of_a_stranger(self, name):
        return self._host_certificate(name, "strangers")

    def openssh_jump(self, name):
        return self.at(self.server("behind"), self.account(name), proxy_jump="openssh-root")

    def openssh_jump_may_not(self, name):
        bastion = self.at(self.server("closed", "AllowTcpForwarding no\n" + PAM), None)
        return {**self.at(self.server("behind"), self.account(name), proxy_jump="bastion-closed"), "bastion": bastion}

    def openssh_jump_to_nothing(self, name):
        target = self.at(self.server("behind"), self.account(name), proxy_jump="openssh-root")
        return {**target, "port": sshd_rig.free_port()}

    def openssh_jump_changed(self, name):
        server = self.server("moved")
        other = self.another_key("moved")
        server.known_hosts.write_text(f"[127.0.0.1]:{server.port} {sshd_rig.public(other)}\n")
        bastion = self.at(server)
        return {**self.at(self.server("behind"), self.account(name), proxy_jump="bastion-moved"), "bastion": bastion}

    def openssh_old_ciphers(self, name):
        return self.at(self.server("old", "Ciphers aes128-cbc,aes256-cbc\n" + PAM))

    def openssh_denied_user(self, name):
        account = self.account(name)
        return self.at(self.server("denied", f"DenyUsers {account.name}\n" + PAM), account)

    def _shell(self, name, shell):
        return self.at(self.server("main"), self.account(name, login_shell=shutil.which(shell) or shell))

    def openssh_csh(self, name):
        return self._shell(name, "csh")

    def openssh_fish(self, name):
        return self._shell(name, "fish")

    def openssh_rbash(self, name):
        return self._shell(name, "/bin/rbash")

    def openssh_nologin(self, name):
        return self._shell(name, "/usr/sbin/nologin")

    def openssh_false(self, name):
        return self._shell(name, "/bin/false")

    def _rc(self, name, text):
        account = self.account(name, login_shell="/bin/bash")
        rc = account.home / ".bashrc"
        rc.write_text(text)
        os.chown(rc, *account.ids)
        return self.at(self.server("main"), account)

    def openssh_rc_prints(self, name):
        return self._rc(name, "echo 'Welcome!'; echo 'B 0'; echo noise >&2\n")

    def openssh_rc_hangs(self, name):
        return self._rc(name, "sleep 600\n")

    def openssh_german(self, name):
        words = "SetEnv LC_ALL=de_DE.UTF-8 LANG=de_DE.UTF-8 LANGUAGE=de\n"
        return self.at(self.server("german", words + PAM), self.account(name))

    def openssh_forced_command(self, name):
        return self.at(self.server("forced", "ForceCommand echo nothing else here\n" + PAM), self.account(name))

    def openssh_no_sessions(self, name):
        return self.at(self.server("sessions", "MaxSessions 0\n" + PAM), self.account(name))

    # --- root's rights -----------------------------------------------------------------------------------------------

    def _sudo(self, name, *lines, password=None, world="sudo"):
        account = self.account(name, password=password or self.secrets(name)["sudo"])
        return account, lambda: self._ruled(account, lines, world)

    def _ruled(self, account, lines, world):
        server, etc = self.world(world)
        if lines:
            rules = etc / "sudoers.d" / account.name
            rules.write_text("".join(f"{line.replace('USER', account.name)}\n" for line in lines))
            rules.chmod(0o440)
        return self.at(server, account)

    def sudo_none(self, name):
        return self._sudo(name, "USER ALL=(ALL) NOPASSWD: ALL")[1]

    def sudo_passwordless(self, name):
        return self._sudo(name, "USER ALL=(ALL) NOPASSWD: ALL")[1]

    def sudo_password(self, name):
        return self._sudo(name, "USER ALL=(ALL) ALL")[1]

    def sudo_lecture(self, name):
        return self._sudo(name, "Defaults:USER lecture=always", "USER ALL=(ALL) ALL")[1]

    def sudo_pty(self, name):
        return self._sudo(name, "Defaults:USER use_pty", "USER ALL=(ALL) ALL")[1]

    def sudo_wrong_password(self, name):
        return self._sudo(name, "USER ALL=(ALL) ALL", password="something-else")[1]

    def sudo_nothing_given(self, name):
        return self._sudo(name, "USER ALL=(ALL) ALL")[1]

    def sudo_not_in_sudoers(self, name):
        return self._sudo(name)[1]

    def sudo_requiretty(self, name):
        return self._sudo(name, "Defaults:USER requiretty", "USER ALL=(ALL) NOPASSWD: ALL")[1]

    def sudo_exact(self, name):
        account = self.account(name)
        words = ("checks", "sudoers", "--platform", "tiny", "--user", account.name)
        rules = subprocess.run([*self.command, *words], check=True, capture_output=True, text=True).stdout
        return lambda: self._ruled(account, rules.splitlines(), "sudo")

    def sudo_exact_others(self, name):
        return self._sudo(name, "USER ALL=(ALL) NOPASSWD: /usr/bin/true")[1]

    def sudo_hangs(self, name):
        account = self.account(name, password=self.secrets(name)["sudo"])

        def later():
            _, etc = self.world("hanging")
            (etc / "pam.d" / "sudo").write_text(
                "auth required pam_exec.so /bin/sleep 600\naccount required pam_permit.so\n"
            )
            return self._ruled(account, ["USER ALL=(ALL) ALL"], "hanging")

        return later

    def _fake(self, name, text, *lines, own=False):
        """A program called sudo, first in the account's PATH, root's or its own; ``taken`` is what it got."""
        account, later = self._sudo(name, *lines)
        tools = account.home / "bin"
        tools.mkdir()
        (tools / "sudo").write_text(text.replace("HOME", str(account.home)))
        (tools / "sudo").chmod(0o755)
        (account.home / ".ssh").mkdir(mode=0o700)
        (account.home / ".ssh" / "environment").write_text(f"PATH={tools}:/usr/bin:/bin\n")
        for path in (
            account.home / ".ssh",
            account.home / ".ssh" / "environment",
            *((tools, tools / "sudo") if own else ()),
        ):
            os.chown(path, *account.ids)
        return later

    def sudo_asks_twice(self, name):
        return self._fake(
            name, FAKE.format(body='echo "$SUDO_PROMPT" >&2; read -r a; echo "$SUDO_PROMPT" >&2; read -r b')
        )

    def sudo_fake_prompt(self, name):
        return self._fake(name, FAKE.format(body="printf 'Password: ' >&2; timeout 3 cat >HOME/taken; exit 1"))

    def sudo_of_its_own(self, name):
        text = FAKE.format(body='echo "$SUDO_PROMPT" >&2; read -r word; echo "$word" >HOME/taken; exit 1')
        return self._fake(name, text, "USER ALL=(ALL) ALL", own=True)

    def sudo_missing(self, name):
        account = self.account(name)
        return lambda: self.at(self.world("neither", NO_DOAS)[0], account)

    def _doas(self, name, rule):
        account = self.account(name)

        def later():
            server, etc = self.world("doas", NO_SUDO)
            with (etc / "doas.conf").open("a") as rules:
                rules.write(f"{rule.replace('USER', account.name)}\n")
            (etc / "doas.conf").chmod(0o600)
            return self.at(server, account)

        return later

    def doas_nopass(self, name):
        return self._doas(name, "permit nopass USER as root")

    def doas_password(self, name):
        return self._doas(name, "permit USER as root")

    def targets(self, names):
        """Every scenario's target: accounts first, then the copies of /etc that have to know them."""
        made = {name: getattr(self, name.replace("-", "_"))(name) for name in names}
        return {name: one() if callable(one) else one for name, one in made.items()}

    def taken(self, name):
        """What a program in the account's PATH got hold of."""
        account = self.accounts.get(name)
        with contextlib.suppress(OSError, AttributeError):
            return Path(account.home / "taken").read_bytes()
        return b""

    def left(self):
        """Processes of accounts that still run, by scenario, but for the servers' own."""
        found = {}
        uids = {account.ids[0]: name for name, account in self.accounts.items()}
        for process in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                name = uids.get(process.stat().st_uid)
                if name:
                    found.setdefault(name, []).append((process / "cmdline").read_bytes().replace(b"\0", b" "))
        return found
