"""The scenarios of real OpenSSH servers, each with an account of its own."""

import shutil
import subprocess

import sshd_rig
from hostile.estate import PAM, Estate

PROMPTS = "UsePAM yes\nKbdInteractiveAuthentication yes\nPasswordAuthentication no\n"
NO_SUDO = "mount --bind /dev/null /usr/bin/sudo"
NO_DOAS = "mount --bind /dev/null /usr/bin/doas"
FAKE = """#!/bin/sh
case $1 in -n) echo 'sudo: a password is required' >&2; exit 1;; esac
{body}
"""


class Servers(Estate):
    """A method a scenario: makes what it needs and gives the target."""

    def __init__(self, *given):
        super().__init__(*given)
        self.expired = []

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
        self.expired.append(account)
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

    def openssh_old_ciphers_allowed(self, name):
        return {**self.openssh_old_ciphers(name), "legacy_algorithms": True}

    def openssh_denied_user(self, name):
        account = self.account(name)
        return self.at(self.server("denied", f"DenyUsers {account.name}\n" + PAM), account)

    def _shell(self, name, shell):
        return self.at(self.server("main"), self.account(name, login_shell=shutil.which(shell) or shell))

    def openssh_rekeys(self, name):
        return self.at(self.server("rekeys", "RekeyLimit 16K\n" + PAM), self.account(name))

    def openssh_unknown_exchange(self, name):
        return self.at(self.server("sntrup", "KexAlgorithms sntrup761x25519-sha512@openssh.com\n" + PAM))

    def openssh_chacha(self, name):
        return self.at(self.server("chacha", "Ciphers chacha20-poly1305@openssh.com\n" + PAM))

    def openssh_gcm_and_etm(self, name):
        words = "Ciphers aes256-gcm@openssh.com\nMACs hmac-sha2-512-etm@openssh.com\n"
        return self.at(self.server("gcm", words + PAM), self.account(name))

    def openssh_rsa_host_key(self, name):
        return self.at(self.server("rsa", host_key_kind="rsa"), self.account(name))

    def openssh_key_without_phrase(self, name):
        key = sshd_rig.make_key(self.folder / "locked-key", passphrase="another one")
        return self.at(self.server("main"), self.account(name), identity=str(key))

    def openssh_key_missing(self, name):
        return self.at(self.server("main"), self.account(name), identity=str(self.folder / "no-such-key"))

    def openssh_key_is_rubbish(self, name):
        rubbish = self.folder / "rubbish-key"
        rubbish.write_bytes(
            b"-----BEGIN OPENSSH PRIVATE KEY-----\n\xff\x00\x1b[2J\n-----END OPENSSH PRIVATE KEY-----\n"
        )
        return self.at(self.server("main"), self.account(name), identity=str(rubbish))

    def openssh_key_but_expired(self, name):
        account = self.account(name)
        self.expired.append(account)
        return self.at(self.server("main"), account)

    def openssh_no_such_shell(self, name):
        return self.at(self.server("main"), self.account(name, login_shell="/no/such/shell"))

    def openssh_no_home(self, name):
        account = self.account(name)
        account.home.rmdir()
        return self.at(self.server("main"), account)

    def openssh_no_such_user(self, name):
        return {**self.at(self.server("main")), "user": "nobody-of-that-name"}

    def openssh_jump_unknown(self, name):
        server = self.server("new")
        server.known_hosts.write_text("")
        return {
            **self.at(self.server("behind"), self.account(name), proxy_jump="bastion-new"),
            "bastion": self.at(server),
        }

    def openssh_two_jumps(self, name):
        between = self.at(self.server("between"), proxy_jump="openssh-root")
        return {**self.at(self.server("behind"), self.account(name), proxy_jump="bastion-between"), "bastion": between}

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
        account.owns(rc)
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

    def _sudo(self, name, *lines, password=None, server="main", **options):
        """An account whose password is the one planted for sudo, with these rules."""
        account = self.account(name, password=password or self.secrets(name)["sudo"])
        self._rules(account, lines)
        return self.at(self.server(server, **options), account)

    def _rules(self, account, lines):
        rules = self.etc / "sudoers.d" / account.name
        rules.write_text("".join(f"{line.replace('USER', account.name)}\n" for line in lines))
        rules.chmod(0o440)

    def sudo_none(self, name):
        return self._sudo(name, "USER ALL=(ALL) NOPASSWD: ALL")

    def sudo_passwordless(self, name):
        return self._sudo(name, "USER ALL=(ALL) NOPASSWD: ALL")

    def sudo_password(self, name):
        return self._sudo(name, "USER ALL=(ALL) ALL")

    def sudo_lecture(self, name):
        return self._sudo(name, "Defaults:USER lecture=always", "USER ALL=(ALL) ALL")

    def sudo_pty(self, name):
        return self._sudo(name, "Defaults:USER use_pty", "USER ALL=(ALL) ALL")

    def sudo_prompt_of_its_own(self, name):
        words = 'Defaults:USER passprompt_override, passprompt="Token of %u: "'
        return self._sudo(name, words, "USER ALL=(ALL) ALL")

    def sudo_of_root(self, name):
        return self._sudo(name, "Defaults:USER rootpw", "USER ALL=(ALL) ALL")

    def sudo_wrong_password(self, name):
        return self._sudo(name, "USER ALL=(ALL) ALL", password="something-else")

    def sudo_nothing_given(self, name):
        return self._sudo(name, "USER ALL=(ALL) ALL")

    def sudo_not_in_sudoers(self, name):
        return self._sudo(name)

    def sudo_requiretty(self, name):
        return self._sudo(name, "Defaults:USER requiretty", "USER ALL=(ALL) NOPASSWD: ALL")

    def sudo_exact(self, name):
        account = self.account(name)
        words = ("checks", "sudoers", "--platform", "tiny", "--user", account.name)
        rules = subprocess.run([*self.command, *words], check=True, capture_output=True, text=True).stdout
        self._rules(account, rules.splitlines())
        return self.at(self.server("main"), account)

    def sudo_exact_others(self, name):
        return self._sudo(name, "USER ALL=(ALL) NOPASSWD: /usr/bin/true")

    def sudo_hangs(self, name):
        hanging = self.folder / "hanging-pam"
        hanging.write_text("auth required pam_exec.so /bin/sleep 600\naccount required pam_permit.so\n")
        first = f"mount --bind {hanging} {self.etc}/pam.d/sudo"
        return self._sudo(name, "USER ALL=(ALL) ALL", server="hanging", first=first)

    def _fake(self, name, text, *lines, own=False):
        """A program called sudo, first in the account's PATH, root's or its own; ``taken`` is what it got."""
        target = self._sudo(name, *lines)
        account = self.accounts[name]
        tools, settings = account.home / "bin", account.home / ".ssh"
        tools.mkdir()
        (tools / "sudo").write_text(text.replace("HOME", str(account.home)))
        (tools / "sudo").chmod(0o755)
        settings.mkdir(mode=0o700)
        (settings / "environment").write_text(f"PATH={tools}:/usr/bin:/bin\n")
        account.owns(settings, settings / "environment")
        if own:
            account.owns(tools, tools / "sudo")
        return target

    def sudo_asks_twice(self, name):
        body = 'echo "$SUDO_PROMPT" >&2; read -r a; echo "$SUDO_PROMPT" >&2; read -r b'
        return self._fake(name, FAKE.format(body=body))

    def sudo_fake_prompt(self, name):
        return self._fake(name, FAKE.format(body="printf 'Password: ' >&2; timeout 3 cat >HOME/taken; exit 1"))

    def sudo_echoes_the_password(self, name):
        body = 'echo "$SUDO_PROMPT" >&2; read -r word; echo "$word"; echo "$word" >&2; exit 1'
        return self._fake(name, FAKE.format(body=body))

    def sudo_of_its_own(self, name):
        text = FAKE.format(body='echo "$SUDO_PROMPT" >&2; read -r word; echo "$word" >HOME/taken; exit 1')
        return self._fake(name, text, "USER ALL=(ALL) ALL", own=True)

    def sudo_missing(self, name):
        return self._sudo(name, server="neither", first=f"{NO_DOAS} && {NO_SUDO}")

    def _doas(self, name, rule):
        target = self._sudo(name, server="doas", first=NO_SUDO)
        with (self.etc / "doas.conf").open("a") as rules:
            rules.write(f"{rule.replace('USER', target['user'])}\n")
        (self.etc / "doas.conf").chmod(0o600)
        return target

    def doas_nopass(self, name):
        return self._doas(name, "permit nopass USER as root")

    def doas_password(self, name):
        return self._doas(name, "permit USER as root")

    def targets(self, names):
        """Every scenario's target."""
        made = {name: getattr(self, name.replace("-", "_"))(name) for name in names}
        self.set_passwords()
        for account in self.expired:
            self.expire(account)
        return made
