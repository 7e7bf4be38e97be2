"""What a hardened Linux host looks like, and the misconfigurations that people really make, one by one.

HARDEN runs first on every seeded host. Each seed then breaks one thing and names exactly the checks that must notice.
"""

from dataclasses import dataclass

HARDEN = r"""
cat > /etc/ssh/sshd_config <<'END'
Protocol 2
PermitRootLogin no
PasswordAuthentication no
KbdInteractiveAuthentication no
PermitEmptyPasswords no
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
END
rm -f /etc/ssh/sshd_config.d/*.conf
[ -f /etc/ssh/ssh_host_ed25519_key ] || ssh-keygen -q -t ed25519 -N "" -f /etc/ssh/ssh_host_ed25519_key
rm -f /etc/ssh/ssh_config.d/*.conf
printf 'Host *\n    StrictHostKeyChecking yes\n' > /etc/ssh/ssh_config
TEXT='Authorised use only. Activity on this system is recorded and may be reviewed.'
for file in /etc/issue /etc/issue.net /etc/motd; do echo "$TEXT" > "$file"; done
sed -i 's/^PASS_MAX_DAYS.*/PASS_MAX_DAYS 180/; s/^PASS_MIN_DAYS.*/PASS_MIN_DAYS 1/' /etc/login.defs
sed -i 's/^ENCRYPT_METHOD.*/ENCRYPT_METHOD YESCRYPT/' /etc/login.defs
printf 'readonly TMOUT=600\nexport TMOUT\n' > /etc/profile.d/idle.sh
ln -sf /dev/null /etc/systemd/system/ctrl-alt-del.target
mkdir -p /etc/systemd/system.conf.d
printf '[Manager]\nCtrlAltDelBurstAction=none\n' > /etc/systemd/system.conf.d/keys.conf
ln -sf /usr/lib/systemd/system/multi-user.target /etc/systemd/system/default.target
rm -f /etc/sudoers.d/*; printf 'root ALL=(ALL:ALL) ALL\n%%sudo ALL=(ALL:ALL) ALL\n' > /etc/sudoers
mkdir -p /etc/libvirt/qemu; printf '<domain/>\n' > /etc/libvirt/qemu/web01.xml; chmod 600 /etc/libvirt/qemu/web01.xml
HASH='$y$j9T$0123456789abcdef$0123456789abcdef0123456789abcdef0123456789a'
useradd -m -s /bin/bash -p "$HASH" anna
chage -M 180 -d "$(date +%F)" anna; usermod -aG sudo anna 2>/dev/null || true
"""


@dataclass(frozen=True)
class Seed:
    """One mistake: what it is, the shell that makes it, and the checks that must turn from pass to fail."""

    what: str
    script: str
    found_by: frozenset[str]


def _sshd(key: str, value: str) -> str:
    return f"sed -i 's|^{key} .*|{key} {value}|' /etc/ssh/sshd_config"


SEEDS = (
    Seed("root may log in over SSH", _sshd("PermitRootLogin", "yes"), frozenset({"linux.ssh-no-root-login"})),
    Seed(
        "passwords are enough over SSH",
        _sshd("PasswordAuthentication", "yes"),
        frozenset({"linux.ssh-no-password-alone"}),
    ),
    Seed("X11 forwarding left on", _sshd("X11Forwarding", "yes"), frozenset({"linux.ssh-no-x11-forwarding"})),
    Seed("port forwarding left on", _sshd("AllowTcpForwarding", "yes"), frozenset({"linux.ssh-no-tcp-forwarding"})),
    Seed(
        "agent forwarding left on", _sshd("AllowAgentForwarding", "yes"), frozenset({"linux.ssh-no-agent-forwarding"})
    ),
    Seed("tunnels allowed", _sshd("PermitTunnel", "yes"), frozenset({"linux.ssh-no-tunnels"})),
    Seed("empty passwords allowed", _sshd("PermitEmptyPasswords", "yes"), frozenset({"linux.ssh-login-needs-proof"})),
    Seed("dead sessions stay", _sshd("ClientAliveInterval", "0"), frozenset({"linux.dead-ssh-sessions-end"})),
    Seed("logins hardly logged", _sshd("LogLevel", "QUIET"), frozenset({"linux.ssh-logins-recorded"})),
    Seed(
        "a CBC cipher for an old client",
        _sshd("Ciphers", "aes256-gcm@openssh.com,aes128-cbc"),
        frozenset({"linux.ssh-ciphers-strong"}),
    ),
    Seed(
        "an MD5 code for an old client", _sshd("MACs", "hmac-sha2-256,hmac-md5"), frozenset({"linux.ssh-macs-strong"})
    ),
    Seed(
        "a SHA-1 key exchange",
        _sshd("KexAlgorithms", "curve25519-sha256,diffie-hellman-group14-sha1"),
        frozenset({"linux.ssh-key-exchange-strong"}),
    ),
    Seed(
        "host keys not checked by the client",
        "echo '    StrictHostKeyChecking no' > /etc/ssh/ssh_config",
        frozenset({"linux.ssh-client-checks-hosts"}),
    ),
    Seed(
        "passwords that never expire",
        "sed -i 's/^PASS_MAX_DAYS.*/PASS_MAX_DAYS 99999/' /etc/login.defs",
        frozenset({"linux.new-passwords-age"}),
    ),
    Seed(
        "weak hash for new passwords",
        "sed -i 's/yescrypt/md5/' /etc/pam.d/common-password; "
        "sed -i 's/^ENCRYPT.*/ENCRYPT_METHOD MD5/' /etc/login.defs",
        frozenset({"linux.new-passwords-hashed-strongly"}),
    ),
    Seed(
        "an old MD5 hash kept",
        "usermod -p '$1$abcdefgh$0123456789012345678901' anna",
        frozenset({"linux.passwords-hashed-strongly"}),
    ),
    Seed("idle shells stay open", "rm /etc/profile.d/idle.sh", frozenset({"linux.idle-shells-end"})),
    Seed(
        "Ctrl-Alt-Del restarts the host",
        "rm /etc/systemd/system/ctrl-alt-del.target",
        frozenset({"linux.ctrl-alt-del-off"}),
    ),
    Seed(
        "a second account with uid 0",
        "echo 'toor:x:0:0::/root:/bin/sh' >> /etc/passwd; echo 'toor:*:20000:0:180:7:::' >> /etc/shadow",
        frozenset({"linux.only-root-has-uid-0", "linux.no-shared-uids"}),
    ),
    Seed(
        "sudo without password",
        "echo 'anna ALL=(ALL) NOPASSWD: ALL' > /etc/sudoers.d/anna; "
        "echo '@includedir /etc/sudoers.d' >> /etc/sudoers; chmod 440 /etc/sudoers.d/anna",
        frozenset({"linux.sudo-asks"}),
    ),
    Seed(
        "debug shell left enabled",
        "mkdir -p /etc/systemd/system/sysinit.target.wants; ln -s /usr/lib/systemd/system/debug-shell.service "
        "/etc/systemd/system/sysinit.target.wants/debug-shell.service",
        frozenset({"linux.no-debug-shell"}),
    ),
    Seed(
        "automatic login at the console",
        "mkdir -p /etc/systemd/system/getty@tty1.service.d; "
        "printf '[Service]\\nExecStart=\\nExecStart=-/sbin/agetty --autologin anna %%I\\n' "
        "> /etc/systemd/system/getty@tty1.service.d/autologin.conf",
        frozenset({"linux.no-automatic-login"}),
    ),
    Seed(
        "a guest's definition readable by all",
        "chmod 644 /etc/libvirt/qemu/web01.xml",
        frozenset({"linux.guest-files-closed"}),
    ),
    Seed("a desktop starts", "rm /etc/systemd/system/default.target", frozenset({"linux.no-desktop"})),
    Seed("no banner", "rm /etc/issue.net; : > /etc/issue.net", frozenset({"linux.ssh-banner"})),
)
