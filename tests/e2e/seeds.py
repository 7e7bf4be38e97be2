"""What a hardened Linux host looks like, and the misconfigurations that people really make, one by one.

HARDEN runs first on every seeded host. Each seed then breaks one thing and names exactly the checks that must notice.
Seeds are files and settings in a private root: what only a kernel or a running service shows is not among them.
"""

from collections.abc import Iterable
from dataclasses import dataclass

HARDEN = r"""
cat > /etc/ssh/sshd_config <<'END'
Include /etc/ssh/sshd_config.d/*.conf
Protocol 2
PermitRootLogin no
PasswordAuthentication no
KbdInteractiveAuthentication no
PermitEmptyPasswords no
HostbasedAuthentication no
X11Forwarding no
AllowTcpForwarding no
AllowAgentForwarding no
PermitTunnel no
GatewayPorts no
ClientAliveInterval 300
ClientAliveCountMax 2
LogLevel VERBOSE
Banner /etc/issue.net
MACs hmac-sha2-512-etm@openssh.com,hmac-sha2-256-etm@openssh.com
Ciphers chacha20-poly1305@openssh.com,aes256-gcm@openssh.com
KexAlgorithms curve25519-sha256,curve25519-sha256@libssh.org
HostKeyAlgorithms ssh-ed25519,rsa-sha2-512,rsa-sha2-256
AuthenticationMethods any
END
mkdir -p /etc/ssh/sshd_config.d; rm -f /etc/ssh/sshd_config.d/*.conf
[ -f /etc/ssh/ssh_host_ed25519_key ] || ssh-keygen -q -t ed25519 -N "" -f /etc/ssh/ssh_host_ed25519_key
mkdir -p /etc/ssh/ssh_config.d; rm -f /etc/ssh/ssh_config.d/*.conf
printf 'Host *\n    StrictHostKeyChecking yes\n' > /etc/ssh/ssh_config
TEXT='Authorised use only. Activity on this system is recorded and may be reviewed.'
rm -rf /etc/issue.d
for file in /etc/issue /etc/issue.net /etc/motd; do rm -f "$file"; echo "$TEXT" > "$file"; done
sed -i 's/^PASS_MAX_DAYS.*/PASS_MAX_DAYS 180/; s/^PASS_MIN_DAYS.*/PASS_MIN_DAYS 1/' /etc/login.defs
sed -i 's/^ENCRYPT_METHOD.*/ENCRYPT_METHOD YESCRYPT/' /etc/login.defs
mkdir -p /etc/profile.d; printf 'readonly TMOUT=600\nexport TMOUT\n' > /etc/profile.d/idle.sh
ln -sf /dev/null /etc/systemd/system/ctrl-alt-del.target
mkdir -p /etc/systemd/system.conf.d
printf '[Manager]\nCtrlAltDelBurstAction=none\n' > /etc/systemd/system.conf.d/keys.conf
ln -sf /usr/lib/systemd/system/multi-user.target /etc/systemd/system/default.target
rm -f /etc/sudoers.d/*; printf 'root ALL=(ALL:ALL) ALL\n%%sudo ALL=(ALL:ALL) ALL\n' > /etc/sudoers
printf 'permit persist :wheel\n' > /etc/doas.conf; rm -rf /etc/doas.d
mkdir -p /etc/libvirt/qemu; printf '<domain/>\n' > /etc/libvirt/qemu/web01.xml; chmod 600 /etc/libvirt/qemu/web01.xml
mkdir -p /srv/vms; mount -t tmpfs -o size=4m tmpfs /srv/vms
: > /srv/vms/web01.qcow2; chmod 600 /srv/vms/web01.qcow2; chmod 711 /srv/vms
HASH='$y$j9T$0123456789abcdef$0123456789abcdef0123456789abcdef0123456789a'
for name in $(awk -F: '$7 !~ /(nologin|false|sync)$/ && $3 > 0 { print $1 }' /etc/passwd); do
  usermod -s /usr/sbin/nologin "$name"
done
usermod -p "$HASH" root; chage -M 180 -d "$(date +%F)" root
cat > /etc/pam.d/common-auth <<'END'
auth required pam_faillock.so preauth
auth [success=1 default=ignore] pam_unix.so
auth [default=die] pam_faillock.so authfail
auth required pam_permit.so
END
printf 'account required pam_faillock.so\naccount required pam_unix.so\n' > /etc/pam.d/common-account
printf 'deny = 5\nunlock_time = 900\n' > /etc/security/faillock.conf
cat > /etc/pam.d/common-password <<'END'
password requisite pam_pwquality.so retry=3
password required pam_pwhistory.so use_authtok remember=5
password [success=1 default=ignore] pam_unix.so obscure use_authtok yescrypt
password requisite pam_deny.so
password required pam_permit.so
END
mkdir -p /etc/security; rm -rf /etc/security/pwquality.conf.d
printf 'minlen = 14\nminclass = 3\ndictcheck = 1\n' > /etc/security/pwquality.conf
mkdir -p /boot/grub /boot/efi/EFI/debian
printf 'set prefix=($root)/boot/grub\nconfigfile $prefix/grub.cfg\n' > /boot/efi/EFI/debian/grub.cfg
printf 'set superusers="admin"\npassword_pbkdf2 admin grub.pbkdf2.sha512.10000.AB.CD\n' > /boot/grub/grub.cfg
rm -rf /etc/apt/sources.list.d; mkdir -p /etc/apt/sources.list.d
echo 'deb http://deb.debian.org/debian bookworm main' > /etc/apt/sources.list
mkdir -p /etc/aide /var/lib/aide /var/log/aide; rm -f /etc/cron.d/*aide* /etc/cron.daily/*aide*
printf 'database_in=file:/var/lib/aide/aide.db\nRule=p+sha256\n/etc Rule\n/usr Rule\n' > /etc/aide/aide.conf
echo data > /var/lib/aide/aide.db; echo report > /var/log/aide/aide.log
mkdir -p /etc/cron.d /etc/cron.daily; echo '17 3 * * * root /usr/bin/aide --check' > /etc/cron.d/aide
touch /var/lib/dpkg/status
mkdir -p /etc/crypto-policies/state; echo DEFAULT > /etc/crypto-policies/state/current
mkdir -p /etc/snmp; echo 'rouser monitor priv' > /etc/snmp/snmpd.conf
mkdir -p /etc/cockpit /etc/webmin
printf '[WebService]\n' > /etc/cockpit/cockpit.conf; echo ssl=1 > /etc/webmin/miniserv.conf
mkdir -p /etc/pki/libvirt /run/ca; cd /run/ca
openssl req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.pem -subj /CN=site-authority -days 400 2>/dev/null
openssl req -newkey rsa:2048 -nodes -keyout host.key -out host.csr -subj /CN=hv1 2>/dev/null
certificate() {
  openssl x509 -req -in /run/ca/host.csr -CA /run/ca/ca.pem -CAkey /run/ca/ca.key -CAcreateserial \
    -out /etc/pki/libvirt/servercert.pem -days "$1" 2>/dev/null
}
certificate 300
logins() {
  when=$(date -u -d "$1" +%FT%T)
  echo "[7] [01234] [ts/0] [root    ] [pts/0       ] [console    ] [192.0.2.7      ] [$when,000000+00:00]" |
    utmpdump -r > /var/log/wtmp 2>/dev/null
}
logins yesterday
cd /
"""


@dataclass(frozen=True)
class Seed:
    """One mistake: what it is, the shell that makes it, and the checks that must turn to fail."""

    what: str
    script: str
    found_by: frozenset[str]
    needs: str = ""  # a program without which the check can't look
    place: str = ""  # what another seed of the same place would undo


def rounds(seeds: Iterable[Seed]) -> list[list[Seed]]:
    """Seeds that can be told apart on one host: no check has two causes in a round, no seed undoes another."""
    found: list[list[Seed]] = []
    for seed in seeds:
        together = next((one for one in found if not any(_clash(seed, other) for other in one)), None)
        if together is None:
            found.append([seed])
        else:
            together.append(seed)
    return found


def _clash(one: Seed, other: Seed) -> bool:
    return bool(one.found_by & other.found_by) or (one.place != "" and one.place == other.place)


def _seed(what: str, script: str, *found_by: str, needs: str = "", place: str = "") -> Seed:
    return Seed(what, script, frozenset(f"linux.{name}" for name in found_by), needs, place)


def _sshd(key: str, value: str) -> str:
    return f"sed -i 's|^{key} .*|{key} {value}|' /etc/ssh/sshd_config"


def _match(condition: str, setting: str) -> str:
    return f"printf '\\nMatch {condition}\\n    {setting}\\n' >> /etc/ssh/sshd_config"


def _enabled(unit: str, text: str = "[Service]\\nExecStart=/bin/true\\n") -> str:
    folder = "/etc/systemd/system"
    return (
        f"mkdir -p {folder}/multi-user.target.wants; printf '{text}[Install]\\nWantedBy=multi-user.target\\n' > "
        f"{folder}/{unit}; ln -s {folder}/{unit} {folder}/multi-user.target.wants/{unit}"
    )


SSH = (
    _seed("root may log in over SSH", _sshd("PermitRootLogin", "yes"), "ssh-no-root-login"),
    _seed("root may log in with a key", _sshd("PermitRootLogin", "prohibit-password"), "ssh-no-root-login"),
    _seed("a Match block lets root in", _match("Address 10.0.0.0/8", "PermitRootLogin yes"), "ssh-no-root-login"),
    _seed(
        "a drop-in of a cloud image lets root in",
        "echo 'PermitRootLogin yes' > /etc/ssh/sshd_config.d/50-cloud-init.conf",
        "ssh-no-root-login",
    ),
    _seed(
        "a drop-in that is taken in lets root in from a network",
        "mkdir /etc/ssh/site; printf 'Match Address 192.168.0.0/16\\nPermitRootLogin yes\\n' > /etc/ssh/site/lan; "
        "sed -i '1i Include site/*' /etc/ssh/sshd_config",
        "ssh-no-root-login",
    ),
    _seed(
        "a drop-in of a drop-in lets root in from a network",
        "mkdir /etc/ssh/site; printf 'Match Address 192.168.0.0/16\\nPermitRootLogin yes\\n' > /etc/ssh/site/lan; "
        "echo 'Include /etc/ssh/site/*' > /etc/ssh/sshd_config.d/10-site.conf",
        "ssh-no-root-login",
    ),
    _seed(
        "a list of accounts that is another one for a network",
        f"{_sshd('PermitRootLogin', 'yes')}; sed -i '1i AllowUsers admin' /etc/ssh/sshd_config; "
        + _match("Address 10.0.0.0/8", "AllowUsers root admin"),
        "ssh-no-root-login",
    ),
    _seed("passwords are enough over SSH", _sshd("PasswordAuthentication", "yes"), "ssh-no-password-alone"),
    _seed("questions are enough over SSH", _sshd("KbdInteractiveAuthentication", "yes"), "ssh-no-password-alone"),
    _seed(
        "the first value counts, not the last",
        "echo 'PasswordAuthentication yes' > /etc/ssh/sshd_config.d/10-old.conf",
        "ssh-no-password-alone",
    ),
    _seed("a Match block takes passwords", _match("all", "PasswordAuthentication yes"), "ssh-no-password-alone"),
    _seed(
        "a port of its own takes passwords",
        _match("LocalPort 2222", "PasswordAuthentication=yes"),
        "ssh-no-password-alone",
    ),
    _seed("X11 forwarding left on", _sshd("X11Forwarding", "yes"), "ssh-no-x11-forwarding"),
    _seed("X11 forwarding for a network", _match("Address 10.1.0.0/16", "X11Forwarding yes"), "ssh-no-x11-forwarding"),
    _seed("port forwarding left on", _sshd("AllowTcpForwarding", "yes"), "ssh-no-tcp-forwarding"),
    _seed("remote forwarding left on", _sshd("AllowTcpForwarding", "remote"), "ssh-no-tcp-forwarding"),
    _seed("forwarded ports open to all", _sshd("GatewayPorts", "yes"), "ssh-no-tcp-forwarding"),
    _seed("agent forwarding left on", _sshd("AllowAgentForwarding", "yes"), "ssh-no-agent-forwarding"),
    _seed("tunnels allowed", _sshd("PermitTunnel", "yes"), "ssh-no-tunnels"),
    _seed("point-to-point tunnels allowed", _sshd("PermitTunnel", "point-to-point"), "ssh-no-tunnels"),
    _seed("empty passwords allowed", _sshd("PermitEmptyPasswords", "yes"), "ssh-login-needs-proof"),
    _seed("another machine's word is enough", _sshd("HostbasedAuthentication", "yes"), "ssh-login-needs-proof"),
    _seed("dead sessions stay", _sshd("ClientAliveInterval", "0"), "dead-ssh-sessions-end"),
    _seed("nobody counts the missed answers", _sshd("ClientAliveCountMax", "0"), "dead-ssh-sessions-end"),
    _seed("logins hardly logged", _sshd("LogLevel", "QUIET"), "ssh-logins-recorded"),
    _seed("only errors logged", _sshd("LogLevel", "ERROR"), "ssh-logins-recorded"),
    _seed(
        "a CBC cipher for an old client", _sshd("Ciphers", "aes256-gcm@openssh.com,aes128-cbc"), "ssh-ciphers-strong"
    ),
    _seed("3DES added to the default", _sshd("Ciphers", "+3des-cbc"), "ssh-ciphers-strong"),
    _seed("an MD5 code for an old client", _sshd("MACs", "hmac-sha2-256,hmac-md5"), "ssh-macs-strong"),
    _seed(
        "a SHA-1 key exchange",
        _sshd("KexAlgorithms", "curve25519-sha256,diffie-hellman-group14-sha1"),
        "ssh-key-exchange-strong",
    ),
    _seed("SHA-1 signatures of the host", _sshd("HostKeyAlgorithms", "+ssh-rsa"), "ssh-host-keys-strong"),
    _seed(
        "host keys not checked by the client",
        "echo '    StrictHostKeyChecking no' > /etc/ssh/ssh_config",
        "ssh-client-checks-hosts",
    ),
    _seed(
        "host keys forgotten by the client",
        "printf 'Host *.lab\\n  UserKnownHostsFile=/dev/null\\n' > /etc/ssh/ssh_config.d/lab.conf",
        "ssh-client-checks-hosts",
    ),
    _seed("an empty banner", ": > /etc/issue.net", "ssh-banner", "banner-shown", place="issue"),
    _seed("no banner", _sshd("Banner", "none"), "ssh-banner", place="issue"),
    _seed(
        "a greeting in place of a banner, which names the system",
        "echo 'Welcome to Debian GNU/Linux 12, please log in here' > /etc/issue.net",
        "ssh-banner",
        "banner-shown",
        "ssh-banner-text",
        "banner-names-no-system",
        place="issue",
    ),
    _seed("the console names the release", "echo '\\S \\n \\l' >> /etc/issue", "banner-names-no-system", place="issue"),
    _seed("the console shows no warning", "rm /etc/issue", "banner-shown", place="issue"),
)

ACCOUNTS = (
    _seed(
        "passwords that never expire",
        "sed -i 's/^PASS_MAX_DAYS.*/PASS_MAX_DAYS 99999/' /etc/login.defs",
        "new-passwords-age",
        "password-max-age-default",
    ),
    _seed(
        "ageing switched off",
        "sed -i 's/^PASS_MAX_DAYS.*/PASS_MAX_DAYS -1/' /etc/login.defs",
        "new-passwords-age",
        "password-max-age-default",
    ),
    _seed(
        "a later line that counts",
        "echo 'PASS_MAX_DAYS 9999' >> /etc/login.defs",
        "new-passwords-age",
        "password-max-age-default",
    ),
    _seed("an account whose password stays", "chage -M 99999 root", "host-passwords-age", "password-max-age"),
    _seed(
        "weak hash for new passwords",
        "sed -i 's/yescrypt/md5/' /etc/pam.d/common-password",
        "new-passwords-hashed-strongly",
    ),
    _seed(
        "weak hash by default",
        "sed -i 's/ yescrypt//' /etc/pam.d/common-password; sed -i 's/^ENCRYPT.*/ENCRYPT_METHOD DES/' /etc/login.defs",
        "new-passwords-hashed-strongly",
    ),
    _seed("an old MD5 hash kept", "usermod -p '$1$abcdefgh$0123456789012345678901' root", "passwords-hashed-strongly"),
    _seed("an account without a password", "usermod -p '' root", "passwords-hashed-strongly"),
    _seed("a DES hash of a service", "usermod -p 'ab01FAX.bQRSU' daemon", "passwords-hashed-strongly"),
    _seed("a hash that all can read", "sed -i 's/^daemon:x:/daemon:$6$a$b:/' /etc/passwd", "no-password-in-passwd"),
    _seed(
        "a second account with uid 0",
        "echo 'toor:x:0:0::/root:/bin/sh' >> /etc/passwd; echo 'toor:*:20000:0:180:7:::' >> /etc/shadow",
        "only-root-has-uid-0",
        "no-shared-uids",
    ),
    _seed(
        "two accounts of one number",
        "echo 'daemon2:x:1:1::/:/usr/sbin/nologin' >> /etc/passwd",
        "no-shared-uids",
    ),
    _seed(
        "a test account forgotten",
        "useradd -m -s /bin/bash -K PASS_MAX_DAYS=180 test; usermod -p '$6$abc$def' test; chage -d 0 test",
        "only-approved-accounts",
    ),
    _seed(
        "an account that only has a key",
        "useradd -m -s /bin/sh deploy; mkdir /home/deploy/.ssh; "
        "echo 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAA x' > /home/deploy/.ssh/authorized_keys",
        "only-approved-accounts",
    ),
    _seed(
        "a key behind options with a number sign",
        "useradd -m -s /bin/sh deploy; mkdir /home/deploy/.ssh; "
        "echo 'command=\"run #3\" ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAA x' > /home/deploy/.ssh/authorized_keys",
        "only-approved-accounts",
    ),
    _seed(
        "a key kept outside the home",
        "useradd -m -s /bin/sh deploy; mkdir -p /etc/ssh/keys; "
        "echo 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAA x' > /etc/ssh/keys/deploy; "
        "sed -i '1i AuthorizedKeysFile /etc/ssh/keys/%u' /etc/ssh/sshd_config",
        "only-approved-accounts",
    ),
    _seed(
        "a key kept outside the home of some",
        "useradd -m -s /bin/sh deploy; mkdir -p /etc/ssh/keys; "
        "echo 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAA x' > /etc/ssh/keys/deploy; "
        + _match("User deploy", "AuthorizedKeysFile /etc/ssh/keys/%%u"),
        "only-approved-accounts",
    ),
    _seed("an account of somebody who left", "logins '200 days ago'", "no-forgotten-accounts", needs="lslogins"),
    _seed(
        "a service account that rules containers",
        "groupadd -f docker; useradd -r -s /usr/sbin/nologin ci; usermod -aG docker ci",
        "only-approved-vm-managers",
    ),
    _seed("a container socket open to all", ": > /run/docker.sock; chmod 666 /run/docker.sock", "vm-devices-closed"),
    _seed(
        "sudo without password",
        "echo 'anna ALL=(ALL) NOPASSWD: ALL' > /etc/sudoers.d/anna; "
        "echo '@includedir /etc/sudoers.d' >> /etc/sudoers; chmod 440 /etc/sudoers.d/anna",
        "sudo-asks",
    ),
    _seed(
        "sudo without password, by aliases",
        "printf 'User_Alias OPS = %%ops\\nCmnd_Alias ANY = ALL\\nOPS ALL=(root) NOPASSWD: ANY\\n' >> /etc/sudoers",
        "sudo-asks",
    ),
    _seed("sudo that never asks", "echo 'Defaults !authenticate' >> /etc/sudoers", "sudo-asks"),
    _seed("a shell by sudo", "echo 'web ALL=(root) NOPASSWD: /bin/bash' >> /etc/sudoers", "sudo-asks"),
    _seed("a group that sudo exempts", "echo 'Defaults exempt_group=staff' >> /etc/sudoers", "sudo-asks"),
    _seed("doas without password", "echo 'permit nopass :wheel' > /etc/doas.conf", "doas-asks", needs="doas"),
    _seed(
        "no lock after failed logins", "sed -i '/faillock/d' /etc/pam.d/common-auth", "failed-logins-lock", place="lock"
    ),
    _seed(
        "a lock after fifty failures", "echo 'deny = 50' > /etc/security/faillock.conf", "lock-is-tight", place="lock"
    ),
    _seed(
        "a lock of ten seconds", "echo 'unlock_time = 10' > /etc/security/faillock.conf", "lock-is-tight", place="lock"
    ),
    _seed("idle shells stay open", "rm /etc/profile.d/idle.sh", "idle-shells-end"),
    _seed("a time-out that people switch off", "echo 'TMOUT=600' > /etc/profile.d/idle.sh", "idle-shells-end"),
    _seed("an idle time of a day", "echo 'readonly TMOUT=86400' > /etc/profile.d/idle.sh", "idle-shells-end"),
    _seed("short passwords", "sed -i 's/^minlen.*/minlen = 8/' /etc/security/pwquality.conf", "password-length"),
    _seed("credits that shorten", "echo 'dcredit = 3' >> /etc/security/pwquality.conf", "password-length"),
    _seed(
        "an option that beats the file",
        "sed -i 's/retry=3/retry=3 minlen=6/' /etc/pam.d/common-password",
        "password-length",
    ),
    _seed(
        "rules that only warn",
        "echo 'enforcing = 0' >> /etc/security/pwquality.conf",
        "password-length",
        "password-classes",
    ),
    _seed("one kind of character", "sed -i '/^minclass/d' /etc/security/pwquality.conf", "password-classes"),
    _seed("no dictionary", "sed -i 's/^dictcheck.*/dictcheck = 0/' /etc/security/pwquality.conf", "password-classes"),
    _seed("old passwords again", "sed -i '/pwhistory/d' /etc/pam.d/common-password", "password-history"),
    _seed("one old password kept", "sed -i 's/remember=5/remember=1/' /etc/pam.d/common-password", "password-history"),
)

SYSTEM = (
    _seed("Ctrl-Alt-Del restarts the host", "rm /etc/systemd/system/ctrl-alt-del.target", "ctrl-alt-del-off"),
    _seed("seven times does", "rm /etc/systemd/system.conf.d/keys.conf", "ctrl-alt-del-burst-off"),
    _seed(
        "debug shell left enabled",
        "mkdir -p /etc/systemd/system/sysinit.target.wants; ln -s /usr/lib/systemd/system/debug-shell.service "
        "/etc/systemd/system/sysinit.target.wants/debug-shell.service",
        "no-debug-shell",
    ),
    _seed(
        "automatic login at the console",
        "mkdir -p /etc/systemd/system/getty@tty1.service.d; "
        "printf '[Service]\\nExecStart=\\nExecStart=-/sbin/agetty --autologin anna %%I\\n' "
        "> /etc/systemd/system/getty@tty1.service.d/autologin.conf",
        "no-automatic-login",
    ),
    _seed(
        "automatic login by a display manager",
        "mkdir -p /etc/lightdm; printf '[Seat:*]\\nautologin-user=kiosk\\n' > /etc/lightdm/lightdm.conf",
        "no-automatic-login",
    ),
    _seed(
        "a desktop starts",
        "printf '[Service]\\nExecStart=/bin/true\\n' > /etc/systemd/system/lightdm.service; "
        "rm /etc/systemd/system/default.target",
        "no-desktop",
    ),
    _seed("a print server on a host", _enabled("cups.service"), "no-unneeded-services"),
    _seed("telnet by its socket", _enabled("telnet.socket", "[Socket]\\nListenStream=23\\n"), "no-unneeded-services"),
    _seed("pages of guests merged at each start", _enabled("ksmtuned.service"), "page-merging-stays-off"),
    _seed("no password of the boot loader", "echo 'menuentry x {' > /boot/grub/grub.cfg", "boot-loader-password"),
    _seed(
        "an idle time that stands in no section",
        "rm /etc/profile.d/idle.sh; mkdir -p /etc/systemd/logind.conf.d; "
        "echo StopIdleSessionSec=10min > /etc/systemd/logind.conf.d/idle.conf",
        "idle-shells-end",
    ),
    _seed(
        "the keys of a restart in no section",
        "echo CtrlAltDelBurstAction=none > /etc/systemd/system.conf.d/keys.conf",
        "ctrl-alt-del-burst-off",
    ),
    _seed(
        "a loader on the EFI partition that anybody edits",
        "mkdir -p /boot/efi/EFI/redhat; "
        "printf 'set superusers=\"root\"\\nexport superusers\\nblscfg\\n' > /boot/efi/EFI/redhat/grub.cfg",
        "boot-loader-password",
    ),
    _seed(
        "a readable password of the boot loader",
        "printf 'set superusers=admin\\npassword admin secret\\n' > /boot/grub/grub.cfg",
        "boot-loader-password",
    ),
    _seed(
        "a boot loader that waits for a hash",
        "printf 'set superusers=root\\npassword_pbkdf2 root ${GRUB2_PASSWORD}\\n' > /boot/grub/grub.cfg",
        "boot-loader-password",
    ),
    _seed(
        "unsigned packages trusted",
        "echo 'deb [ trusted=yes ] http://192.0.2.9/local ./' > /etc/apt/sources.list.d/local.list",
        "packages-signed",
    ),
    _seed(
        "unsigned packages trusted, new form",
        "printf 'Types: deb\\nURIs: http://192.0.2.9/x\\nSuites: x\\nTrusted: yes\\n' "
        "> /etc/apt/sources.list.d/x.sources",
        "packages-signed",
    ),
    _seed(
        "signatures not checked at all",
        "echo 'APT::Get::AllowUnauthenticated \"true\";' > /etc/apt/apt.conf.d/99local",
        "packages-signed",
    ),
    _seed(
        "a release without updates",
        "rm -f /etc/os-release; printf 'ID=debian\\nVERSION_ID=\"9\"\\n' > /etc/os-release",
        "host-release-supported",
    ),
    _seed("no update for a year", "touch -d '1 year ago' /var/lib/dpkg/status", "updated-lately"),
    _seed("a restart that waits", ": > /run/reboot-required", "host-restarted"),
    _seed(
        "an emulator from nowhere",
        ": > /usr/local/bin/qemu-system-x86_64; chmod 755 /usr/local/bin/qemu-system-x86_64",
        "hypervisor-from-its-vendor",
    ),
    _seed(
        "a firmware image replaced",
        "echo x >> /usr/share/seabios/bios-256k.bin",
        "hypervisor-files-unchanged",
        needs="qemu-system-x86_64",
    ),
    _seed("an outdated crypto policy", "echo LEGACY > /etc/crypto-policies/state/current", "crypto-policy-current"),
    _seed("a community of SNMP", "echo 'rocommunity public' >> /etc/snmp/snmpd.conf", "snmp-without-communities"),
    _seed(
        "a console of the web without encryption",
        "echo 'AllowUnencrypted = true' >> /etc/cockpit/cockpit.conf",
        "web-consoles-encrypted",
    ),
    _seed("another one", "echo ssl=0 > /etc/webmin/miniserv.conf", "web-consoles-encrypted"),
    _seed("a certificate that signs itself", "cp /run/ca/ca.pem /etc/pki/libvirt/servercert.pem", "certificates-valid"),
    _seed(
        "a certificate about to end",
        "certificate 5",
        "certificates-valid",
    ),
)

GUESTS = (
    _seed("a guest's definition readable by all", "chmod 644 /etc/libvirt/qemu/web01.xml", "guest-files-closed"),
    _seed(
        "a guest's disk readable by all",
        "chmod 644 /srv/vms/web01.qcow2",
        "guest-files-closed",
        "guest-folders-closed",
    ),
    _seed("a folder of guests that all may list", "chmod 755 /srv/vms", "guest-folders-closed"),
    _seed(
        "a full volume",
        "head -c 4100000 /dev/zero > /srv/vms/data.raw; chmod 600 /srv/vms/data.raw",
        "guest-volumes-have-room",
    ),
    _seed(
        "guests on the system's own volume",
        "mkdir -p /var/lib/machines/x; : > /var/lib/machines/x/f; chmod 700 /var/lib/machines; "
        "chmod 600 /var/lib/machines/x/f",
        "guests-on-own-file-system",
    ),
    _seed(
        "backups as root",
        "echo '5 1 * * * root /usr/bin/restic backup /srv' > /etc/cron.d/site",
        "backup-account",
        "backup-not-root",
    ),
    _seed(
        "backups by anacron, whose jobs are root's",
        "echo '1 15 vm-images /usr/bin/restic backup /srv nightly root' > /etc/anacrontab",
        "backup-account",
        "backup-not-root",
    ),
    _seed(
        "a backup at a minute that cron draws",
        "echo '~ 1 * * * root /usr/bin/restic backup /srv' > /etc/cron.d/site",
        "backup-account",
        "backup-not-root",
    ),
    _seed(
        "a backup that a timer of another name starts",
        "printf '[Service]\\nExecStart=/usr/bin/restic backup /srv\\n' > /etc/systemd/system/images.service; "
        "printf '[Timer]\\nOnCalendar=daily\\nUnit=images.service\\n[Install]\\nWantedBy=timers.target\\n' "
        "> /etc/systemd/system/nightly.timer; mkdir -p /etc/systemd/system/timers.target.wants; "
        "ln -sf ../nightly.timer /etc/systemd/system/timers.target.wants/nightly.timer",
        "backup-account",
        "backup-not-root",
    ),
    _seed("no baseline of the files", "rm /var/lib/aide/aide.db", "integrity-baseline", needs="aide"),
    _seed("an empty baseline", ": > /var/lib/aide/aide.db", "integrity-baseline", needs="aide"),
    _seed("files compared by nobody", "rm /etc/cron.d/aide", "integrity-schedule", needs="aide"),
    _seed(
        "a schedule put aside",
        "mv /etc/cron.d/aide /etc/cron.d/aide.disabled; echo 'aide --check' > /etc/cron.daily/aide",
        "integrity-schedule",
        needs="aide",
    ),
    _seed(
        "the last report is old",
        "touch -d '30 days ago' /var/log/aide/aide.log",
        "integrity-last-report",
        needs="aide",
    ),
    _seed(
        "settings of guests left out",
        "sed -i '3i !/etc/libvirt' /etc/aide/aide.conf",
        "integrity-covers-guests",
        needs="aide",
    ),
)

SEEDS = (*SSH, *ACCOUNTS, *SYSTEM, *GUESTS)
