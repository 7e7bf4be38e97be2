"""Scenarios of real OpenSSH servers: PAM, certificates, jump hosts, login shells, and root's rights in each way."""

from hostile.scenario import ALL, HOST, LOGIN, Scenario

USER = "PFPP?"  # all but what needs root

SCENARIOS = (
    Scenario("openssh-root", "root by key", results=ALL, privilege="root"),
    Scenario("openssh-password", "a password by PAM", results=USER, login="password", privilege="user"),
    Scenario("openssh-prompt", "a password by PAM's prompt", results=USER, login="password", privilege="user"),
    Scenario(
        "openssh-wrong-password", "another password", ("login-rejected",), ("rejected", "password"), login="password",
    ),
    Scenario(
        "openssh-expired-password", "an expired one", ("password-expired",), ("expired",), LOGIN, login="password",
    ),
    Scenario("openssh-key-and-password", "two factors, both given", results=USER, login="both", privilege="user"),
    Scenario("openssh-second-factor", "two factors, one given", ("second-factor",), ("another", "password")),
    Scenario("openssh-user-certificate", "a certificate of the user", results=USER, privilege="user"),
    Scenario("openssh-user-certificate-expired", "one that is over", ("login-rejected",), ("publickey",)),
    Scenario(
        "openssh-host-certificate", "a certificate of the host", results=USER, privilege="user",
    ),
    Scenario("openssh-host-certificate-expired", "one that is over", ("host-key-unknown", "host-key-revoked"), ()),
    Scenario(
        "openssh-host-certificate-of-a-stranger", "of an unknown authority", ("host-key-unknown",), ("SHA256:",),
    ),
    Scenario("openssh-jump", "behind a jump host", results=USER, privilege="user"),
    Scenario("openssh-jump-may-not", "a jump host that forwards nothing", ("refused",), ("TCP forwarding",)),
    Scenario(
        "openssh-jump-to-nothing", "nothing behind the jump host", ("refused",), ("check that address",),
    ),
    Scenario("openssh-jump-changed", "a jump host with another key", ("host-key-changed",), ("CHANGED",)),
    Scenario("openssh-old-ciphers", "CBC only", ("no-common-algorithm",), ("aes128-cbc", "up to date")),
    Scenario("openssh-denied-user", "may not log in", ("login-rejected",), ("rejected",)),
    Scenario("openssh-csh", "csh as login shell", results=USER, privilege="user"),
    Scenario("openssh-fish", "fish as login shell", results=USER, privilege="user"),
    Scenario("openssh-rc-prints", "start files that print", results=USER, privilege="user"),
    Scenario("openssh-rc-hangs", "a start file that never ends", ("timeout",), ("start files",), LOGIN),
    Scenario("openssh-rbash", "a restricted shell", ("no-shell",), ("/bin/sh",)),
    Scenario("openssh-nologin", "nologin", ("no-shell",), ("/bin/sh",)),
    Scenario("openssh-false", "/bin/false", ("no-shell",), ("/bin/sh",)),
    Scenario("openssh-german", "a German locale", results=USER, privilege="user"),
    Scenario("openssh-forced-command", "a forced command", ("no-shell",), ("login worked",)),
    Scenario("openssh-no-sessions", "no sessions", ("no-shell",), ("login worked",)),
    Scenario("sudo-none", "sudo switched off", results=USER, note=("switched off",), privilege="user"),
    Scenario("sudo-passwordless", "NOPASSWD", results=ALL, sudo="auto", privilege="sudo"),
    Scenario("sudo-password", "with a password", results=ALL, sudo="auto", login="both", privilege="sudo"),
    Scenario("sudo-prompt-of-its-own", "passprompt_override", results=ALL, sudo="auto", privilege="sudo"),
    Scenario("sudo-of-root", "wants root's password", results=USER, sudo="auto", note=("must be that of root",)),
    Scenario("sudo-lecture", "with a lecture", results=ALL, sudo="auto", privilege="sudo"),
    Scenario("sudo-pty", "with a terminal in between", results=ALL, sudo="auto", privilege="sudo"),
    Scenario(
        "sudo-wrong-password", "another password, one try", results=USER, sudo="auto",
        note=("did not accept the password", "correct it"), privilege="user",
    ),
    Scenario("sudo-nothing-given", "no password given", results=USER, sudo="auto", note=("none was given",)),
    Scenario("sudo-not-in-sudoers", "not in sudoers", results=USER, sudo="auto", note=("may not use sudo",)),
    Scenario("sudo-exact", "exactly the commands", results=ALL, sudo="auto", privilege="sudo-exact"),
    Scenario("sudo-exact-others", "other commands", results=USER, sudo="auto", privilege="user", note=("sudo",)),
    Scenario("sudo-requiretty", "requiretty", results=USER, sudo="auto", note=("terminal", "requiretty")),
    Scenario(
        "sudo-hangs", "PAM that hangs", within=HOST + LOGIN, results=USER, sudo="auto", note=("sudo",),
        kinds=("", "timeout"),
    ),
    Scenario("sudo-asks-twice", "asks twice", results=USER, sudo="auto", note=("did not accept",)),
    Scenario(
        "sudo-fake-prompt", "a prompt that is not its own", results=USER, sudo="auto", note=("sudo",),
        within=HOST + LOGIN, kinds=("", "timeout"),
    ),
    Scenario("sudo-of-its-own", "a program called sudo that wants the password", results=ALL, sudo="auto"),
    Scenario("sudo-missing", "neither sudo nor doas", results=USER, sudo="auto", note=("neither sudo nor doas",)),
    Scenario("doas-nopass", "doas without a password", results=ALL, sudo="auto", privilege="sudo"),
    Scenario("doas-password", "doas with a password", results=USER, sudo="auto", note=("doas",), privilege="user"),
)  # fmt: skip
