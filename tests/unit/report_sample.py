"""A whole audit by hand: four machines, thirty-two items, every result, answers of every kind, hostile text."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from app.model import (
    Addendum,
    Benchmark,
    Chapter,
    CheckResult,
    Evidence,
    Mode,
    Privilege,
    Profile,
    Reason,
    Result,
    Role,
    Rule,
    RuleResult,
    Scope,
    Section,
    Severity,
    Target,
    TargetState,
)
from app.overrides import lay, score
from app.record import Attachment, AuditInfo, Finding, HistoryLine, Override, OverrideKind, ScanResult, Score

TODAY = date(2026, 11, 23)
START = datetime(2026, 11, 23, 14, 0, 58, tzinfo=UTC)
WORLD = "Αθήνα-Київ-東京"
SEAL = "3f9a1c07d2e44b58a6f0917be35cd8121f6a7709c4be0d3e95f2a86b1470de5c"

CHAPTERS = (
    Chapter(
        "2",
        "Isolation and threats",
        "A virtual machine is a neighbour behind a thin wall. The items of this chapter ask whether guests, host and "
        "administrators are kept apart, and which known way through the wall is still open.",
        (
            Section("2.2.1", "Data isolation", "What the hardware and the product do to keep data of guests apart."),
            Section(
                "2.3.1", "Threat: traffic between guests, or between guests and host", "Channels nobody asked for."
            ),
            Section("2.3.2", "Threat: escape from a guest", "A program leaves its guest and acts on the host."),
            Section("2.3.3", "Threat: the host watching or steering a guest", "Who owns the host owns every guest."),
            Section("2.3.4", "Threat: one guest watching another", "Guests share memory, disks and switches."),
            Section("2.3.5", "Threat: denial of service", "One guest takes what all need."),
        ),
    ),
    Chapter(
        "3",
        "Installation",
        "Decisions that are cheap on the first day and dear afterwards: size, place, accounts and services of the "
        "host.",
        (
            Section("3.1", "Hardware sizing", "Whether all guests can run at their peak at the same time."),
            Section("3.4", "Physical access to the host", "Who can touch the machine can change what it runs."),
            Section("3.5", "Host operating system", "The fewer parts a host has, the fewer can be attacked."),
        ),
    ),
    Chapter(
        "4",
        "Network",
        "A hypervisor is a network server even when its guests are silent. The items of this chapter keep its "
        "listeners "
        "known, few, and closed to anyone who reads or alters packets on the way.",
        (
            Section("4.1", "Ports of the virtualisation layer", "What the product opens, and to whom."),
            Section("4.2", "Encrypted communication", "What travels between administrator, host and storage."),
        ),
    ),
    Chapter("5", "Access", "Who may log in, how, and for how long.", (Section("5.1", "Login", "Doors of the host."),)),
    Chapter(
        "6",
        "Services in guests",
        "What runs in a guest and isn't needed there is a door for others and a load for all.",
        (
            Section("6.1.2", "Folders shared between host and guest", "A shared folder is a hole with a label."),
            Section("6.1.3", "Time", "Logs of several machines are worth as much as their clocks agree."),
            Section("6.3", "Unused devices", "A device nobody uses is code that anybody can reach."),
        ),
    ),
    Chapter(
        "7",
        "Management",
        "The daily work on the platform: remote access, patches, logs, copies, and the people who do it.",
        (
            Section("7.1.1", "SSH", "The usual way in."),
            Section("7.1.2", "VNC and other graphical consoles", "A screen and a keyboard on the network."),
            Section("7.2", "Patches", "Known flaws, closed in time."),
            Section("7.3", "Auditing", "What happened, told by records nobody could alter."),
            Section("7.10", "Backups", "What is left when all else failed."),
        ),
    ),
)


def rule(  # noqa: PLR0917 - a table of items reads best without names
    item: str,
    title: str,
    scope: Scope,
    severity: Severity,
    mode: Mode,
    requirement: str,
    rationale: str,
    threats: Iterable[str] = ("2.3.2",),
) -> Rule:
    return Rule(
        id=item,
        section=item.rpartition("-")[0],
        title=title,
        scope=scope,
        severity=severity,
        mode=mode,
        threats=tuple(threats),
        basis="direct",
        requirement=requirement,
        rationale=rationale,
        question=f"Who decided how “{title}” is met here, when, and where is that written down?",
        evidence=("The decision with date and name", "An extract of the configuration"),
        references=(
            f"CIS Virtual Machine Security Guidelines 1.0 (2007), section {item.rpartition('-')[0]}",
            "NIST SP 800-125A Rev. 1, Security Recommendations for Server-based Hypervisor Platforms",
        ),
    )


_H, _G, _B, _S, _X = Scope.HOST, Scope.GUEST, Scope.BOTH, Scope.SITE, Scope.CROSS_HOST
_LOW, _MED, _HIGH, _CRIT = Severity.LOW, Severity.MEDIUM, Severity.HIGH, Severity.CRITICAL
_AUTO, _ASSIST, _MAN = Mode.AUTOMATED, Mode.ASSISTED, Mode.MANUAL

RULES = (
    rule(
        "2.2.1-a",
        "Processor known, isolation flaws mitigated",
        _H,
        _HIGH,
        _AUTO,
        "Hardware virtualisation and nested paging are on, and no processor flaw that lets one guest read another is "
        "reported as vulnerable.",
        "Guests share caches, branch predictors and load buffers of one processor. Flaws such as L1TF and MDS let a "
        "program in one guest read what another left there, without any bug in the hypervisor. The kernel says for "
        "each "
        "known flaw whether its mitigation is active; a line that reads “Vulnerable” is an open window.",
        ("2.3.2", "2.3.4"),
    ),
    rule(
        "2.2.1-b",
        "Platform protected to the level of its most sensitive guest",
        _H,
        _HIGH,
        _MAN,
        "The controls on a host follow the most sensitive data that any of its guests holds.",
        "An attacker picks the weakest machine on the host and the most valuable one for the prize. What protects the "
        "second must therefore hold for the first.",
        ("2.3.1", "2.3.4"),
    ),
    rule(
        "2.2.1-c",
        "Guests of different classification not mixed on one host",
        _X,
        _HIGH,
        _ASSIST,
        "All guests of a host carry the same data classification.",
        "Two classes on one host make the separation between them as strong as the hypervisor alone, and leave nothing "
        "behind it should it fail.",
        ("2.3.1", "2.3.2", "2.3.4"),
    ),
    rule(
        "2.3.1-b",
        "Clipboard and drag-and-drop off",
        _B,
        _HIGH,
        _AUTO,
        "No clipboard or drag-and-drop path joins a guest with the host or with an administrator's desktop.",
        "A clipboard carries passwords from a password manager into whichever guest has the focus, and programs on "
        "both "
        "sides can poll it. Nobody notices, because copying is what a clipboard is for.",
        ("2.3.1",),
    ),
    rule(
        "2.3.2-a",
        "No known escape flaw open in the hypervisor",
        _H,
        _CRIT,
        _AUTO,
        "The versions of hypervisor, emulator and kernel in use hold no published flaw by which a guest reaches the "
        "host.",
        "An escape turns the least important guest into the owner of all others. Exploits for emulated devices are "
        "published within weeks of the patch, and the host is the one machine that nobody likes to restart.",
        ("2.3.2",),
    ),
    rule(
        "2.3.2-b",
        "Guest processes confined on the host",
        _H,
        _HIGH,
        _AUTO,
        "Each guest's process runs under a security label of its own that is enforced.",
        "Where an escape succeeds, the label decides whether the attacker gets one process or the machine.",
    ),
    rule(
        "2.3.4-b",
        "No disk shared between guests",
        _X,
        _HIGH,
        _AUTO,
        "No writable disk image is attached to two guests, unless a cluster file system is meant to be there.",
        "Two systems that write to one disk destroy it, and one that can write can plant what the other runs.",
        ("2.3.4",),
    ),
    rule(
        "2.3.5-a",
        "Resource control active and a share kept for the host",
        _H,
        _MED,
        _AUTO,
        "Control groups for processor, memory and input/output are active, and some of each is kept for the host.",
        "A guest that takes everything takes the administrator's session too, just when it is needed most.",
        ("2.3.5",),
    ),
    rule(
        "3.1-a",
        "Memory covers host, all guests and overhead",
        _H,
        _MED,
        _AUTO,
        "Installed memory is at least the sum of host, configured maxima of all guests that can run together, and "
        "overhead.",
        "Peaks coincide exactly when all guests are attacked at once, so averages do not count.",
        ("2.3.5",),
    ),
    rule(
        "3.4-a",
        "Room with access control; cabling out of reach",
        _S,
        _MED,
        _MAN,
        "Hosts stand in a room that only named people enter, and the entry is recorded.",
        "Whoever stands before the machine needs no password: a USB stick and a restart are enough.",
        ("2.3.7",),
    ),
    rule(
        "3.5-a",
        "Few accounts on the host",
        _H,
        _MED,
        _AUTO,
        "Only administrators of the platform have an account with a login shell on the host.",
        "Each account is a password that can be guessed, a key that can be lost, and a person who may have left.",
    ),
    rule(
        "3.5-c",
        "Host offers as few network services as possible",
        _H,
        _HIGH,
        _AUTO,
        "Nothing listens on an address of the host but management and what guests need.",
        "A print service on a hypervisor is a door into every guest at once.",
        ("2.3.1", "2.3.2"),
    ),
    rule(
        "4.1-a",
        "Ports opened by the virtualisation layer listed",
        _H,
        _MED,
        _AUTO,
        "Every port that the virtualisation layer opens stands on a list with its purpose.",
        "These sockets are opened by the product and not by an administrator, so nobody's list mentions them. With a "
        "purpose for each port, a new listener is a difference that somebody has to explain.",
        ("2.3.1", "2.3.3"),
    ),
    rule(
        "4.1-b",
        "Those ports blocked by default, open to few management machines",
        _H,
        _HIGH,
        _AUTO,
        "A firewall drops traffic to the ports of the virtualisation layer by default and admits only management "
        "machines.",
        "Flaws that need no login turn a reachable port into full control. A source restriction doesn't remove the "
        "flaw, "
        "but the attacker must first take over one of a handful of machines.",
        ("2.3.1", "2.3.3", "2.3.5"),
    ),
    rule(
        "4.1-d",
        "Separate physical management network for all changes",
        _S,
        _MED,
        _MAN,
        "Changes to hosts travel over a network that guests and offices can't reach.",
        "A flood in the production network also drowns the session that would end it.",
        ("2.3.5",),
    ),
    rule(
        "4.2-a",
        "No plain remote access to the virtualisation layer",
        _H,
        _HIGH,
        _AUTO,
        "Remote libvirt, migration and consoles use TLS or SSH and nothing else.",
        "On a plain connection the administrator's password and the memory of a migrating guest are readable to "
        "anybody "
        "on the way, and changeable too.",
        ("2.3.1",),
    ),
    rule(
        "5.1-a",
        "Idle sessions end",
        _B,
        _LOW,
        _AUTO,
        "A shell or console session without input for 15 minutes ends or locks.",
        "An open session on an empty chair is a login without a password.",
    ),
    rule(
        "5.1-c",
        "Accounts lock after failed logins",
        _B,
        _MED,
        _AUTO,
        "After at most ten failed logins an account waits or locks.",
        "Guessing passwords is patient work; a lock makes it hopeless work.",
    ),
    rule(
        "6.1.2-a",
        "No folders shared between host and guest",
        _G,
        _MED,
        _AUTO,
        "No folder of the host is mounted in a guest.",
        "What both sides can write, both sides can use to plant a program for the other.",
        ("2.3.1", "2.3.2"),
    ),
    rule(
        "6.1.3-e",
        "Clocks agree",
        _X,
        _MED,
        _AUTO,
        "The clocks of all machines differ by less than one second.",
        "Logs of several machines tell a story only if their clocks tell the same time.",
    ),
    rule(
        "6.3-a",
        "No floppy, no unused optical drive",
        _H,
        _LOW,
        _AUTO,
        "No guest has a floppy controller, and no optical drive holds a medium.",
        "The flaw called VENOM sat in a floppy controller that nobody had used for ten years and everybody had.",
    ),
    rule(
        "6.3-d",
        "Serial, parallel and USB ports only where wanted",
        _H,
        _LOW,
        _AUTO,
        "A guest has a serial, parallel or USB port only where somebody needs it.",
        "Each emulated device is a parser of what the guest sends.",
    ),
    rule(
        "7.1.1-a",
        "SSH protocol and ciphers up to date",
        _B,
        _HIGH,
        _AUTO,
        "The SSH server offers no cipher, key exchange or MAC that is known to be weak.",
        "An attacker who can alter the first packets chooses the weakest method that both sides offer.",
    ),
    rule(
        "7.1.1-b",
        "No direct login as root",
        _B,
        _HIGH,
        _AUTO,
        "The SSH server refuses root, or admits root by key alone for a stated reason.",
        "A shared root login names nobody: the log says that root did it, and all of them were root.",
    ),
    rule(
        "7.1.2-a",
        "Graphical consoles not on the network",
        _H,
        _HIGH,
        _AUTO,
        "VNC and SPICE of guests listen on the loopback address only.",
        "VNC's own password is cut to eight characters and its pictures travel in the clear. Whoever reaches the "
        "port has "
        "the keyboard of the guest, before any login of its operating system.",
        ("2.3.3",),
    ),
    rule(
        "7.2-a",
        "Security patches in within 30 days",
        _B,
        _HIGH,
        _AUTO,
        "No security update that is older than 30 days is missing.",
        "Most break-ins use a flaw for which a patch had been waiting for months.",
    ),
    rule(
        "7.2-d",
        "Patches tried before they reach production",
        _S,
        _MED,
        _MAN,
        "Updates run on a test host for an agreed time first.",
        "An update that stops forty guests is remembered longer than the flaw it closed, and the next one is put off.",
    ),
    rule(
        "7.3-a",
        "Logs kept on another machine",
        _B,
        _HIGH,
        _AUTO,
        "Security-relevant logs are sent to a log host as they are written.",
        "The first thing that an intruder cleans is the log. A copy elsewhere is out of reach.",
    ),
    rule(
        "7.3-c",
        "Changes of configuration are recorded",
        _H,
        _MED,
        _AUTO,
        "The audit system watches the definition files of guests.",
        "Without a record nobody can say since when a guest has had its second disk.",
    ),
    rule(
        "7.10-a",
        "Guests are backed up",
        _S,
        _HIGH,
        _MAN,
        "Each guest is copied at the agreed interval to a place that the host can't overwrite.",
        "Ransomware looks for the backups first.",
    ),
    rule(
        "7.10-c",
        "A restore was tried this year",
        _S,
        _HIGH,
        _MAN,
        "A whole guest was restored from a copy within the last twelve months, and the result was written down.",
        "A backup that was never restored is a hope.",
    ),
    rule(
        "7.10-e",
        "Copies are encrypted",
        _S,
        _MED,
        _ASSIST,
        "Copies that leave the room are encrypted, and the key isn't kept with them.",
        "A lost tape is a stolen data centre.",
    ),
)

ADDENDA = (
    Addendum("linux", "Linux", "true", (Role.HOST, Role.GUEST), False, (), (), (), ()),
    Addendum("libvirt", "KVM and libvirt", "true", (Role.HOST,), True, ("linux",), (), (), ()),
    Addendum("linux-guest", "Linux guest", "true", (Role.GUEST,), False, ("linux",), (), (), ()),
)

BENCHMARK = Benchmark(
    id="cis-vm-security-guidelines",
    version="1.0",
    title="Virtual Machine Security Guidelines",
    notice="This benchmark is independent work, not affiliated with or endorsed by the Center for Internet Security.",
    chapters=CHAPTERS,
    rules=RULES,
    addenda=ADDENDA,
    values=(),
    digest="9b1de0c47f52a4436cc0d4a1b8a0ff53e2d7a86c0f7e2b1d4ca35ae0917be35c",
)

HV1, WORLDHOST, MAIL, LAB = "hv1", WORLD, "mail01", "lab3"

STATES = (
    TargetState(
        target=Target("hv1", "192.0.2.10", 22, "audit", role=Role.HOST),
        reachable=True,
        role=Role.HOST,
        addenda=("linux", "libvirt"),
        privilege=Privilege.SUDO,
        host_key="SHA256:nDgPqN8hU0bqYk0cZkq7uX3p2m0J8T0ePzv4wB6yJkE",
        facts={
            "os": "Debian GNU/Linux 12 (bookworm)",
            "kernel": "6.1.0-28-amd64",
            "hypervisor": "libvirt 9.0.0",
            "guests": ["web01", "mail01", "db-legacy"],
        },
        started=START,
        seconds=1.62,
    ),
    TargetState(
        target=Target(WORLD, "2001:db8::17", 2222, "root", role=Role.HOST),
        reachable=True,
        role=Role.HOST,
        addenda=("linux", "libvirt"),
        privilege=Privilege.ROOT,
        host_key="SHA256:X81cJ9oQ5pXrV2mDk6f0uQ0b3Zt5a7eFhWnKLgqY4sM",
        facts={"os": "Ubuntu 24.04.1 LTS", "kernel": "6.8.0-49-generic", "guests": []},
        started=START,
        seconds=2.31,
    ),
    TargetState(
        target=Target("mail01", "192.0.2.21", 22, "audit", role=Role.GUEST, parent="hv1"),
        reachable=True,
        role=Role.GUEST,
        addenda=("linux", "linux-guest"),
        privilege=Privilege.USER,
        host_key="SHA256:0c4tG4o0a5a3mB1c2Q7tYpRkLx8wVnZeJd9hUfS6iNY",
        facts={"os": "Alpine Linux v3.20", "kernel": "6.6.58-0-virt"},
        started=START,
        seconds=0.84,
    ),
    TargetState(
        target=Target("lab3", "192.0.2.99", 22, "audit", role=Role.HOST),
        reachable=False,
        role=Role.HOST,
        error_kind="no-answer",
        error="lab3 (192.0.2.99, port 22) didn't answer within 15 s; is it on, and does a firewall let SSH through?",
    ),
)

LIBVIRT_TCP = b"""\
# Master libvirt daemon configuration file
listen_tls = 0
listen_tcp = 1
listen_addr = "0.0.0.0"
auth_tcp = "none"
"""

SS = b"""\
Netid State  Recv-Q Send-Q Local Address:Port  Peer Address:Port Process
tcp   LISTEN 0      128          0.0.0.0:22         0.0.0.0:*     users:(("sshd",pid=811,fd=3))
tcp   LISTEN 0      30           0.0.0.0:16509      0.0.0.0:*     users:(("libvirtd",pid=1204,fd=16))
tcp   LISTEN 0      1            0.0.0.0:5900       0.0.0.0:*     users:(("qemu-system-x86",pid=2210,fd=22))
tcp   LISTEN 0      1          127.0.0.1:5901       0.0.0.0:*     users:(("qemu-system-x86",pid=2381,fd=22))
tcp   LISTEN 0      5            0.0.0.0:631        0.0.0.0:*     users:(("cupsd",pid=902,fd=7))
"""

SHADOW = (
    b"root:$6$rounds=5000$saltsalt$Zk9Qp3mX0Yw1vU2tS3rR4qP5oN6mL7kJ8iH9gF0eD1cB2aA:19700:0:99999:7:::\n"
    b"bindpw = hunter22\n"
)

HOSTILE = (
    b"name=\x1b[31mevil\x1b[0m <img src=\"file:///etc/passwd\"/> <a href='javascript:alert(1)'>x</a> &amp; <b>x\n"
    + "bidi=\u202efdp.exe\u2069 zero\u200bwidth\n".encode()
    + b"long="
    + b"A" * 700
    + b"\n"
    + b"raw=\xff\xfe\x00\x80\n"
)

LONG = b"".join(
    f"{n:04d} /usr/lib/x86_64-linux-gnu/libvirt/connection-driver/libvirt_{n}.so ok\n".encode() for n in range(900)
)


def evidence(
    target: str,
    probe: str,
    command: str,
    output: bytes,
    *,
    root: bool = False,
    status: int | None = 0,
    stderr: bytes = b"",
    truncated: bool = False,
    total: int = 0,
    fault: Reason | None = None,
    after: float = 1.0,
) -> tuple[str, Evidence]:
    return f"{target}/{probe}", Evidence(
        probe=probe,
        target=target,
        command=command,
        privileged=root,
        started=START + timedelta(seconds=after, milliseconds=137),
        seconds=0.021,
        exit_status=status,
        output=output,
        stderr=stderr,
        truncated=truncated,
        bytes_total=total or len(output),
        fault=fault,
    )


EVIDENCE = dict(
    (
        evidence(HV1, "sockets", "ss -H -tulnp", SS, root=True),
        evidence(HV1, "libvirtd_conf", "cat /etc/libvirt/libvirtd.conf", LIBVIRT_TCP, root=True),
        evidence(HV1, "sshd", "sshd -T", b"port 22\npermitrootlogin yes\nciphers aes256-gcm@openssh.com\n", root=True),
        evidence(HV1, "shadow", "cat /etc/shadow", SHADOW, root=True),
        evidence(HV1, "domains", "virsh list --all --uuid", b"6a1d\n77f0\nc3b2\n", root=True),
        evidence(HV1, "drivers", "find /usr/lib -name 'libvirt_*.so'", LONG),
        evidence(HV1, "guest_notes", "virsh metadata web01", HOSTILE, root=True, stderr=b"warning: \x07bell\n"),
        evidence(
            HV1,
            "journal",
            "journalctl -b",
            b"x" * 40 + b"\n",
            status=None,
            truncated=True,
            total=9_000_000,
            fault=Reason.TRUNCATED,
        ),
        evidence(HV1, "empty", "aa-status --json", b"", status=4, stderr=b"apparmor module is not loaded.\n"),
        evidence(WORLD, "sockets", "ss -H -tulnp", SS.replace(b"0.0.0.0:5900", b"127.0.0.1:5900"), root=True),
        evidence(WORLD, "sshd", "sshd -T", b"port 2222\npermitrootlogin no\n", root=True),
        evidence(WORLD, "audit_rules", "auditctl -l", b"", status=None, fault=Reason.TIMEOUT, root=True),
        evidence(MAIL, "sshd", "sshd -T", b"", status=1, stderr=b"sshd: no hostkeys available -- exiting.\n"),
        evidence(MAIL, "mounts", "findmnt -J", '{"filesystems": [{"target": "/mnt/Δοκιμή 試験"}]}\n'.encode()),
    )
)

REMEDY_VNC = """\
Bind the console of each guest to the loopback address and reach it through an SSH tunnel; the guest has to be stopped
and started once.

    virsh edit web01
    <graphics type='vnc' port='-1' autoport='yes' listen='127.0.0.1'>
      <listen type='address' address='127.0.0.1'/>
    </graphics>

Keep other hosts from undoing it: set the default in /etc/libvirt/qemu.conf.

    vnc_listen = "127.0.0.1"
    systemctl restart libvirtd.service
"""

REMEDY_TCP = """\
Close the plain port and use qemu+ssh:// or TLS; running guests are not touched.

    systemctl disable --now libvirtd-tcp.socket
    sed -i 's/^listen_tcp = 1/listen_tcp = 0/' /etc/libvirt/libvirtd.conf && systemctl restart libvirtd.service
"""


def check(
    name: str, subject: str | None, result: Result, expected: str, actual: str, *evidence_ids: str, message: str = ""
) -> CheckResult:
    reason = None if result in (Result.PASS, Result.FAIL) else Reason.FACT_MISSING
    return CheckResult(
        name, subject, result, reason, expected, actual, message or f"{subject or name}: {actual}.", evidence_ids
    )


def measured(
    item: str,
    target: str | None,
    result: Result,
    message: str,
    *checks: CheckResult,
    reason: Reason | None = None,
    remediation: str = "",
    targets: tuple[str, ...] | None = None,
    evidence_ids: tuple[str, ...] = (),
) -> RuleResult:
    involved = targets if targets is not None else ((target,) if target else ())
    return RuleResult(item, target, involved, result, reason, message, checks, evidence_ids, remediation)


def override(  # noqa: PLR0917 - rows of a table
    number: int, kind: OverrideKind, item: str, target: str | None, old: Result, new: Result, **more: object
) -> Override:
    base = Override(
        id=str(number),
        kind=kind,
        item=item,
        target=target,
        old=old,
        new=new,
        by="Eleni Papadaki",
        role="Platform administrator",
        time=START + timedelta(minutes=number),
        remark="Seen on site.",
    )
    return replace(base, **more)  # type: ignore[arg-type] # keyword by keyword, as the test says


def _special() -> dict[tuple[str, str | None], Finding]:
    """The findings with something to tell; every other one is filled in by ``sample``."""
    F, P, U, E, N = Result.FAIL, Result.PASS, Result.UNKNOWN, Result.ERROR, Result.NOTCHECKED  # noqa: N806 - a table
    vnc = [check("libvirt.console-listen", "web01", F, "must be a loopback address", "0.0.0.0:5900", "hv1/sockets")]
    vnc += [
        check(
            "libvirt.console-listen",
            f"vm-{n:03d}",
            P,
            "must be a loopback address",
            f"127.0.0.1:{5901 + n}",
            "hv1/sockets",
        )
        for n in range(200)
    ]
    wide = "https://very.long.example/" + "unbroken" * 40
    rows: list[tuple[RuleResult, tuple[Override, ...]]] = [
        (
            measured(
                "2.2.1-a",
                HV1,
                F,
                "2 processor flaws are open to guests.",
                check("linux.cpu-flaws", "l1tf", F, "must not contain “Vulnerable”", "Vulnerable; SMT vulnerable"),
                check("linux.cpu-flaws", "mds", F, "must not contain “Vulnerable”", "Vulnerable: no microcode"),
                check("linux.cpu-flaws", "meltdown", P, "must not contain “Vulnerable”", "Mitigation: PTI"),
                remediation="Install the processor's microcode, then restart.\n\n    apt-get install intel-microcode\n",
            ),
            (),
        ),
        (
            measured("2.2.1-b", HV1, N, "Nobody has answered this question yet.", reason=Reason.AWAITING_SIGNOFF),
            (
                override(
                    1,
                    OverrideKind.SIGNOFF,
                    "2.2.1-b",
                    HV1,
                    N,
                    F,
                    remark="web01 holds payroll data; the host has no disk encryption and stands in an open office.",
                    review="accepted",
                    review_by="Jonas Weiß",
                    review_time=START + timedelta(hours=2),
                    review_remark="Agreed; budget asked for.",
                ),
            ),
        ),
        (
            measured("2.2.1-b", WORLD, N, "Nobody has answered this question yet.", reason=Reason.AWAITING_SIGNOFF),
            (
                override(
                    2,
                    OverrideKind.SIGNOFF,
                    "2.2.1-b",
                    WORLD,
                    N,
                    P,
                    remark="Only test data; list of 2026-09-01.",
                    attachments=(Attachment("classification-2026.pdf", "ab" * 32, 182_744),),
                ),
            ),
        ),
        (
            measured(
                "2.2.1-c",
                None,
                N,
                "Labels of 3 guests are to be confirmed.",
                reason=Reason.AWAITING_SIGNOFF,
                targets=(HV1, WORLD),
            ),
            (),
        ),
        (
            measured("2.3.1-b", MAIL, P, "The clipboard agent isn't installed."),
            (
                override(
                    3,
                    OverrideKind.SIGNOFF,
                    "2.3.1-b",
                    MAIL,
                    P,
                    F,
                    remark="The agent is started by hand.",
                    review="rejected",
                    review_by="Jonas Weiß",
                    review_time=START + timedelta(hours=2),
                    review_remark="Not what ps shows; please check again.",
                ),
            ),
        ),
        (
            measured(
                "2.3.2-b",
                HV1,
                U,
                "AppArmor can't be asked: aa-status ended with status 4.",
                check("libvirt.confinement", None, U, "must be enforce", "not known", "hv1/empty"),
                reason=Reason.TOOL_MISSING,
            ),
            (),
        ),
        (
            measured(
                "2.3.4-b",
                None,
                F,
                "/srv/images/shared.qcow2 is writable in 2 guests.",
                check(
                    "topology.shared-disk",
                    "/srv/images/shared.qcow2",
                    F,
                    "must have one writer",
                    "web01, mail01",
                    "hv1/domains",
                ),
                targets=(HV1, WORLD),
                remediation="Give each guest an image of its own.",
            ),
            (),
        ),
        (
            measured(
                "3.5-c",
                HV1,
                F,
                "cupsd listens on all addresses.",
                check("linux.listeners", "cupsd", F, "must not listen beyond loopback", "0.0.0.0:631", "hv1/sockets"),
                check("linux.listeners", "x" * 120, F, "must not listen beyond loopback", wide, "hv1/sockets"),
                remediation="Stop what isn't needed.\n\n    systemctl disable --now cups.service cups.socket\n",
            ),
            (),
        ),
        (
            measured(
                "3.5-a",
                HV1,
                P,
                "4 accounts can log in, all of them administrators.",
                check("linux.accounts", None, P, "must be at most 6", "4", "hv1/shadow", "hv1/guest_notes"),
                evidence_ids=("hv1/drivers",),
            ),
            (),
        ),
        (
            measured(
                "4.1-b",
                HV1,
                F,
                "Port 16509 is open to every source.",
                check(
                    "linux.firewall",
                    "port 16509",
                    F,
                    "must be closed to 0.0.0.0/0",
                    "open on all addresses",
                    "hv1/sockets",
                ),
            ),
            (
                override(
                    4,
                    OverrideKind.WAIVER,
                    "4.1-b",
                    HV1,
                    F,
                    F,
                    remark="The switch filters the port until the firewall is replaced (change 4711).",
                    expires=date(2027, 3, 31),
                    review="accepted",
                    review_by="Jonas Weiß",
                    review_time=START + timedelta(hours=3),
                ),
            ),
        ),
        (
            measured(
                "4.2-a",
                HV1,
                F,
                "libvirt answers without encryption on port 16509.",
                check("libvirt.tcp", "listen_tcp", F, "must be 0", "1", "hv1/libvirtd_conf"),
                check("libvirt.tcp", "auth_tcp", F, "must be one of sasl, polkit", "none", "hv1/libvirtd_conf"),
                remediation=REMEDY_TCP,
            ),
            (),
        ),
        (
            measured(
                "5.1-a",
                MAIL,
                F,
                "TMOUT is not set.",
                check("linux.tmout", None, F, "must be at most 900 s", "not set"),
                remediation="    echo 'readonly TMOUT=900' > /etc/profile.d/tmout.sh\n",
            ),
            (
                override(
                    5,
                    OverrideKind.WAIVER,
                    "5.1-a",
                    MAIL,
                    F,
                    F,
                    remark="No interactive logins; ends with the new image.",
                    expires=date(2026, 12, 5),
                ),
            ),
        ),
        (
            measured(
                "5.1-c",
                HV1,
                F,
                "pam_faillock is not in use.",
                check("linux.faillock", None, F, "must be in use", "not set"),
                remediation="    pam-auth-update --enable faillock\n",
            ),
            (
                override(
                    6, OverrideKind.WAIVER, "5.1-c", HV1, F, F, remark="Until the summer.", expires=date(2026, 9, 30)
                ),
            ),
        ),
        (
            measured(
                "6.1.3-e",
                None,
                P,
                "The clocks of 3 machines differ by 0.04 s at most (±0.02 s).",
                targets=(HV1, WORLD, MAIL),
            ),
            (),
        ),
        (
            measured(
                "7.1.1-b",
                HV1,
                F,
                "PermitRootLogin is yes, must be no or prohibit-password.",
                check("linux.ssh-root-login", None, F, "must be one of no, prohibit-password", "yes", "hv1/sshd"),
                remediation="Name a person for each login.\n\n    echo 'PermitRootLogin no' > "
                "/etc/ssh/sshd_config.d/10-root.conf && sshd -t && systemctl reload ssh\n",
            ),
            (),
        ),
        (
            measured(
                "7.1.1-a",
                MAIL,
                E,
                "sshd -T ended with status 1.",
                check("linux.ssh-ciphers", None, E, "must not contain a weak cipher", "not known", "mail01/sshd"),
                reason=Reason.COMMAND_FAILED,
            ),
            (),
        ),
        (
            measured("7.1.1-b", MAIL, U, "The account has no right to run sshd -T.", reason=Reason.NO_RIGHTS),
            (
                override(7, OverrideKind.SIGNOFF, "7.1.1-b", MAIL, U, P, remark="Taken back."),
                override(8, OverrideKind.WITHDRAWN, "7.1.1-b", MAIL, P, U, remark="Wrong machine."),
            ),
        ),
        (measured("7.1.2-a", HV1, F, "1 of 201 consoles listens on the network.", *vnc, remediation=REMEDY_VNC), ()),
        (
            measured(
                "7.2-a",
                MAIL,
                F,
                "12 security updates are missing, the oldest for 94 days.",
                check("linux.updates", None, F, "must be at most 30 days", "94 days"),
                remediation="    apk upgrade --available\n",
            ),
            (),
        ),
        (
            measured(
                "7.3-c",
                WORLD,
                E,
                "auditctl -l took longer than 30 s.",
                check("linux.audit-rules", None, E, "must contain a watch", "not known", f"{WORLD}/audit_rules"),
                reason=Reason.TIMEOUT,
            ),
            (),
        ),
        (measured("7.2-d", None, N, "Nobody has answered this question yet.", reason=Reason.AWAITING_SIGNOFF), ()),
        (
            measured("7.10-a", None, N, "Nobody has answered this question yet.", reason=Reason.AWAITING_SIGNOFF),
            (
                override(
                    9,
                    OverrideKind.SIGNOFF,
                    "7.10-a",
                    None,
                    N,
                    P,
                    by="Βασίλης \u202eevil\u202c",
                    remark="Nightly, to tape.",
                ),
            ),
        ),
        (
            measured(
                "7.10-e",
                None,
                N,
                "Facts were collected for a person.",
                reason=Reason.NOT_DECIDABLE,
                evidence_ids=("hv1/journal",),
            ),
            (
                override(
                    10, OverrideKind.SIGNOFF, "7.10-e", None, N, Result.NOTAPPLICABLE, remark="Copies stay in the room."
                ),
            ),
        ),
        (measured("6.3-d", HV1, Result.INFORMATIONAL, "3 guests have a serial port, each for its console."), ()),
    ]
    return {(row.item, row.target): lay(row, answers, TODAY) for row, answers in rows}


def _plain(item: Rule, state: TargetState | None) -> RuleResult:
    target = state.target.name if state else None
    if state and not state.reachable:
        return measured(item.id, target, Result.NOTCHECKED, state.error, reason=Reason.UNREACHABLE)
    if state and item.scope is not Scope.BOTH and item.scope.value != state.role.value:
        return measured(
            item.id, target, Result.NOTAPPLICABLE, f"Concerns {item.scope}s only.", reason=Reason.OTHER_ROLE
        )
    if item.mode is Mode.MANUAL:
        return measured(
            item.id, target, Result.NOTCHECKED, "Nobody has answered this question yet.", reason=Reason.AWAITING_SIGNOFF
        )
    return measured(
        item.id, target, Result.PASS, "As it must be.", check(f"linux.{item.id}", None, Result.PASS, "must be on", "on")
    )


def sample() -> ScanResult:
    """The audit as a report gets it."""
    special = _special()
    findings: list[Finding] = []
    for item in RULES:
        states: tuple[TargetState | None, ...] = (None,) if item.scope in (Scope.SITE, Scope.CROSS_HOST) else STATES
        for state in states:
            row = special.get((item.id, state.target.name if state else None)) or _finding(item, state)
            findings.append(row)
    return ScanResult(
        info=AuditInfo(
            id="8c1f2c9e-5a0e-4a9d-9d0b-2f6f6a1b7c11",
            title="Data centre North, autumn 2026",
            organisation="Nordwind Logistik GmbH",
            auditor="Eleni Papadaki",
            auditor_role="Platform administrator",
            created=START - timedelta(minutes=9),
            started=START,
            finished=START + timedelta(minutes=4, seconds=12),
            state="accepted",
            profile=Profile(),
        ),
        program="Bartizan 0.1.0",
        benchmark=BENCHMARK,
        targets=STATES,
        findings=tuple(findings),
        evidence=EVIDENCE,
        seal=SEAL,
        score=score(findings),
        history=(
            HistoryLine(1, START - timedelta(minutes=9), "created", "Eleni Papadaki", "Audit created"),
            HistoryLine(2, START, "run", "", "Run of 4 machines started"),
            HistoryLine(9, START + timedelta(minutes=4), "answer", "Eleni Papadaki", "Waived", "4.1-b", "hv1"),
        ),
    )


def _finding(item: Rule, state: TargetState | None) -> Finding:
    row = _plain(item, state)
    return Finding(row, str(row.result))


def empty() -> ScanResult:
    """An audit in which nothing was looked at yet."""
    return replace(
        sample(),
        info=AuditInfo(id="0", title="Nothing yet"),
        targets=(),
        findings=(),
        evidence={},
        score=Score(None, None),
    )


def many(hosts: int) -> ScanResult:
    """The sample's first host as often as asked for."""
    base = sample()
    own = [finding for finding in base.findings if finding.measured.target == HV1]
    site = [finding for finding in base.findings if finding.measured.target is None]
    states, findings, pieces = [], list(site), {}
    for number in range(hosts):
        name = f"hv{number:03d}"
        states.append(
            replace(STATES[0], target=replace(STATES[0].target, name=name, address=f"192.0.2.{number % 250}"))
        )
        for finding in own:
            row = finding.measured
            checks = tuple(
                replace(check, evidence=tuple(key.replace("hv1/", f"{name}/") for key in check.evidence))
                for check in row.checks[:20]
            )
            findings.append(replace(finding, measured=replace(row, target=name, targets=(name,), checks=checks)))
        for key, piece in base.evidence.items():
            if piece.target == HV1:
                pieces[key.replace("hv1/", f"{name}/")] = replace(piece, target=name)
    order = {item.id: index for index, item in enumerate(RULES)}
    findings.sort(key=lambda finding: order[finding.measured.item])
    return replace(base, targets=tuple(states), findings=tuple(findings), evidence=pieces)
