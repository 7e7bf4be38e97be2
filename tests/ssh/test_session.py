"""A whole look over real OpenSSH servers, and every way in which one can go wrong."""

import contextlib
import errno
import os
import shutil
import signal
import socket
import subprocess
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest
import sshd_rig

from app.errors import ConnectError, UnknownHostKeyError
from app.model import Privilege, Probe, Reason, Target
from app.transport import ssh
from app.transport.base import HostKeyPolicy, Limits, Secrets
from app.transport.hostkeys import accept_host_key

pytestmark = pytest.mark.real


def probe_of(name, command, **fields):
    return Probe(id=name, command=command, **{"addendum": "linux", "privilege": "user", "parser": "text", **fields})


def refused(dial, *args, **kwargs):
    with pytest.raises(ConnectError) as caught:
        dial(*args, **kwargs).close()
    assert "\n" not in str(caught.value)
    assert str(caught.value).startswith("hv1 (")
    return caught.value


def test_a_whole_look(sshd, look, is_whole):
    calls = []
    found = look(sshd, on_probe=lambda done, evidence: calls.append((done, evidence.probe)))
    assert is_whole(found, sshd.user)
    assert found.detected == ("linux",)
    assert calls == [(1, "one"), (2, "me"), (3, "bytes")]
    assert found.privilege is (Privilege.ROOT if os.geteuid() == 0 else Privilege.USER)


def test_exactly_one_channel_and_one_exec(sshd, look, dial):
    look(sshd, probes=[probe_of(f"p{number}", "true") for number in range(40)])
    log = sshd.said()
    assert log.count("server_input_channel_open: ctype session") == 1
    assert log.count("server_input_channel_req: channel 0 request") == 1
    assert log.count("request exec") == 1
    for word in ("x11", "auth-agent", "env reply", "pty", "direct-tcpip", "tcpip-forward"):
        assert f"request {word}" not in log
        assert f"ctype {word}" not in log


def test_what_the_session_says_of_itself(sshd, dial):
    session = dial(sshd)
    shown = subprocess.run(["ssh-keygen", "-lf", f"{sshd.host_key}.pub"], check=True, capture_output=True, text=True)
    assert session.host_key in shown.stdout
    session.close()
    session.close()


# --- host keys -------------------------------------------------------------------------------------------------------


def test_an_unknown_host_key_stops_before_any_credential(sshd, dial, own_file, look, is_whole):
    policy = HostKeyPolicy((), own_file)
    error = refused(dial, sshd, policy=policy, known_hosts="")
    assert isinstance(error, UnknownHostKeyError)
    assert "userauth-request" not in sshd.said()
    accept_host_key(own_file, error)
    assert is_whole(look(sshd, policy=policy), sshd.user)


def test_a_new_key_is_accepted_where_wanted(sshd, look, is_whole, own_file):
    assert is_whole(look(sshd, policy=HostKeyPolicy((), own_file, accept_new=True)), sshd.user)
    assert f"[127.0.0.1]:{sshd.port}" in own_file.read_text()


def test_a_changed_host_key_stops_before_any_credential(sshd, dial, tmp_path, own_file):
    other = sshd_rig.make_key(tmp_path / "other")
    known = tmp_path / "known"
    known.write_text(f"[127.0.0.1]:{sshd.port} {sshd_rig.public(other)}\n")
    error = refused(dial, sshd, policy=HostKeyPolicy((known,), own_file, accept_new=True))
    assert error.kind == "host-key-changed"
    assert str(error).count("SHA256:") == 2
    assert "userauth-request" not in sshd.said()


def test_a_revoked_host_key(sshd, dial, tmp_path, own_file):
    known = tmp_path / "known"
    known.write_text(f"@revoked * {sshd_rig.public(sshd.host_key)}\n" + sshd.known_hosts.read_text())
    assert refused(dial, sshd, policy=HostKeyPolicy((known,), own_file)).kind == "host-key-revoked"


@pytest.mark.parametrize("kind", ["rsa", "ecdsa", "ed25519"])
def test_the_host_is_asked_for_the_key_that_is_known(make_sshd, look, is_whole, tmp_path, kind):
    others = [sshd_rig.make_key(tmp_path / other, other) for other in ("rsa", "ecdsa", "ed25519") if other != kind]
    server = make_sshd(*(f"HostKey {other}" for other in others), host_key_kind=kind)
    assert is_whole(look(server), server.user)


def test_the_targets_own_known_hosts_file_counts(sshd, dial, tmp_path, own_file):
    empty = HostKeyPolicy((), own_file)
    dial(sshd, policy=empty, known_hosts=str(sshd.known_hosts)).close()


# --- reaching --------------------------------------------------------------------------------------------------------


def aim(port, host="127.0.0.1"):
    return sshd_rig.Sshd(port, "x", Path("none"), Path("none"), Path("none"), Path("none"), Path("none"), None, host)


def test_a_closed_port(dial):
    begun = time.monotonic()
    error = refused(dial, aim(sshd_rig.free_port()))
    assert error.kind == "refused"
    assert time.monotonic() - begun < 1


def test_a_reset_before_the_connection_was_seen(monkeypatch, dial):
    """Whether a reset comes before or after we notice the connection is chance; what is said must not be."""
    monkeypatch.setattr(socket.socket, "connect_ex", lambda _self, _address: errno.ECONNRESET)
    error = refused(dial, aim(sshd_rig.free_port()))
    assert error.kind == "no-banner"
    assert "closed before any SSH greeting" in str(error)


def test_an_unknown_name(dial):
    assert refused(dial, aim(22, "no-such-host.invalid")).kind == "name-unknown"
    assert refused(dial, aim(22, "a" * 70 + ".invalid")).kind == "name-unknown"


@contextlib.contextmanager
def listener(serve):
    """A TCP server that hands each connection to a function."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        stop = threading.Event()

        def run():
            server.settimeout(0.1)
            while not stop.is_set():
                with contextlib.suppress(TimeoutError):
                    connection, _ = server.accept()
                    with connection, contextlib.suppress(OSError):
                        connection.settimeout(0.2)
                        serve(connection, stop)

        thread = threading.Thread(target=run, name="hostile-listener")
        thread.start()
        try:
            yield server.getsockname()[1]
        finally:
            stop.set()
            thread.join()


def test_a_port_where_nothing_is_accepted(dial):
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen(0)
        with contextlib.ExitStack() as full:
            for _ in range(3):  # the queue is full: the system drops what comes
                waiting = full.enter_context(socket.socket())
                waiting.setblocking(False)
                waiting.connect_ex(server.getsockname())
            time.sleep(0.1)
            begun = time.monotonic()
            error = refused(dial, aim(server.getsockname()[1]), limits=Limits(connect=1))
            assert error.kind in ("no-answer", "no-banner")
            assert time.monotonic() - begun < 3


def silent(_connection, stop):
    stop.wait(20)


def http(connection, _stop):
    connection.sendall(b"HTTP/1.1 400 Bad Request\r\nServer: x\r\n\r\n<html>\r\n")


def hang_up(_connection, _stop):
    return


def endless(connection, stop):
    while not stop.is_set():
        connection.sendall(b"x" * 4096)


def drip(connection, stop):
    for byte in b"SSH-2.0-slow_but_otherwise_honest\r\n" * 3:
        if stop.wait(0.4):
            return
        connection.sendall(bytes([byte]))


def old(connection, stop):
    connection.sendall(b"SSH-1.5-ancient\r\n")
    stop.wait(5)


def busy(connection, _stop):
    connection.sendall(b"Exceeded MaxStartups\r\n")


def greets_only(connection, stop):
    connection.sendall(b"SSH-2.0-silent\r\n")
    stop.wait(20)


def huge_packet(connection, stop):
    connection.sendall(b"SSH-2.0-huge\r\n" + b"\x7f\xff\xff\xf0" + b"a" * 64)
    stop.wait(20)


def garbage(connection, stop):
    connection.sendall(b"SSH-2.0-garbage\r\n" + os.urandom(4000))
    stop.wait(20)


@pytest.mark.parametrize(
    ("serve", "kinds", "limit"),
    [
        (silent, {"no-banner"}, 1),
        (drip, {"no-banner"}, 1),
        (http, {"not-ssh"}, 5),
        (endless, {"not-ssh"}, 5),
        (hang_up, {"no-banner"}, 5),
        (busy, {"no-banner"}, 5),
        (old, {"no-common-algorithm"}, 5),
        (greets_only, {"timeout"}, 1),
        (huge_packet, {"protocol"}, 5),
        (garbage, {"protocol", "timeout"}, 2),
    ],
)
def test_what_else_may_answer(dial, serve, kinds, limit):
    with listener(serve) as port:
        begun = time.monotonic()
        error = refused(dial, aim(port), limits=Limits(connect=limit))
        assert error.kind in kinds
        assert time.monotonic() - begun < limit + 2


@pytest.mark.parametrize("serve", [silent, greets_only, drip])
def test_cancel_while_connecting(dial, serve):
    cancel = threading.Event()
    with listener(serve) as port:
        threading.Timer(0.5, cancel.set).start()
        begun = time.monotonic()
        error = refused(dial, aim(port), limits=Limits(connect=30), cancel=cancel)
        assert error.kind == "cancelled"
        assert time.monotonic() - begun < 3


def test_every_address_of_a_name_is_tried(sshd, dial, monkeypatch):
    real = socket.getaddrinfo

    def two(host, port, family=0, *rest):
        if host != "both.example.org":
            return real(host, port, family, *rest)
        if socket.AI_NUMERICHOST in rest:
            raise socket.gaierror("not a number")
        dead = sshd_rig.free_port()
        return [
            (socket.AF_INET6, socket.SOCK_STREAM, 6, "", ("::1", dead, 0, 0)),
            (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", dead)),
            (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", sshd.port)),
        ]

    monkeypatch.setattr(socket, "getaddrinfo", two)
    known = sshd.known_hosts.read_text().replace("127.0.0.1", "both.example.org")
    sshd.known_hosts.write_text(known)
    dial(replace(sshd, host="both.example.org")).close()


# --- the account's surroundings --------------------------------------------------------------------------------------


@pytest.mark.parametrize("login_shell", ["csh", "fish", "bash", "ksh93", "mksh"])
def test_login_shells(make_sshd, make_account, look, is_whole, login_shell):
    program = shutil.which(login_shell)
    if program is None:
        pytest.skip(f"{login_shell} is not installed")
    account = make_account(shell=program)
    server = make_sshd(user=account.name)
    assert is_whole(look(server), account.name)


@pytest.mark.parametrize("login_shell", ["bash", "csh", "fish"])
def test_start_files_that_print(make_sshd, make_account, look, is_whole, login_shell):
    program = shutil.which(login_shell)
    if program is None:
        pytest.skip(f"{login_shell} is not installed")
    account = make_account(shell=program)
    for name in (".bashrc", ".cshrc", ".profile", ".config/fish/config.fish"):
        path = account.home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("echo 'Welcome!'; echo 'B 0'; echo noise >&2\n" if "csh" not in name else "echo 'Welcome!'\n")
    for path in account.home.rglob("*"):
        os.chown(path, *account.ids)
    server = make_sshd("Banner /etc/os-release", user=account.name)
    assert is_whole(look(server), account.name)


@pytest.mark.parametrize("login_shell", ["/usr/sbin/nologin", "/bin/false", "/bin/rbash"])
def test_accounts_without_a_shell(make_sshd, make_account, look, login_shell):
    account = make_account(shell=login_shell)
    server = make_sshd(user=account.name)
    found = look(server)
    assert found.fault.kind == "no-shell"
    assert {one.fault for one in found.evidence} == {Reason.CONNECTION_LOST}


def test_a_forced_command(make_sshd, look):
    server = make_sshd("ForceCommand echo nothing else here")
    assert look(server).fault.kind == "no-shell"


def test_no_sessions_allowed(make_sshd, look):
    server = make_sshd("MaxSessions 0")
    assert look(server).fault.kind == "no-shell"


def test_a_forced_command_that_hangs(make_sshd, look):
    server = make_sshd("ForceCommand sleep 600")
    begun = time.monotonic()
    found = look(server, limits=Limits(connect=5, login=1, host=60))
    assert found.fault.kind in {"no-shell", "timeout"}
    assert time.monotonic() - begun < 6


def test_a_german_locale(make_sshd, look, is_whole):
    server = make_sshd("SetEnv LC_ALL=de_DE.UTF-8 LANG=de_DE.UTF-8 LANGUAGE=de")
    found = look(server, probes=[probe_of("locale", "echo $LC_ALL; ls /nonexistent")])
    assert found.evidence[0].output == b"C\n"
    assert b"No such file" in found.evidence[0].stderr


# --- losing it in the middle -----------------------------------------------------------------------------------------

LONG = (
    probe_of("first", "echo first"),
    probe_of("partial", "echo begun; sleep 31173"),
    probe_of("never", "echo never"),
)


def kill_connections(server):
    for child in sshd_rig.children(server.process.pid):
        if b"sshd" in Path(f"/proc/{child}/cmdline").read_bytes():
            with contextlib.suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)


def test_a_connection_lost_in_the_middle(sshd, look):
    def on_probe(_done, _evidence):
        threading.Timer(0.4, kill_connections, [sshd]).start()

    begun = time.monotonic()
    found = look(sshd, probes=LONG, on_probe=on_probe)
    assert time.monotonic() - begun < 5
    assert found.fault.kind == "lost"
    assert "after 1 answers" in str(found.fault)
    told = {one.probe: (one.output, one.exit_status, one.fault) for one in found.evidence}
    assert told == {
        "first": (b"first\n", 0, None),
        "partial": (told["partial"][0], None, Reason.CONNECTION_LOST),  # head may hold back what it has not filled
        "never": (b"", None, Reason.CONNECTION_LOST),
    }


def sleeping(marker):
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):  # it may end while we look
            if marker.encode() in (process / "cmdline").read_bytes().split(b"\0"):
                found.append(process)
    return found


def test_cancel_in_the_middle(sshd, look):
    cancel = threading.Event()
    stopped = []

    def on_probe(_done, _evidence):
        stopped.append(time.monotonic())
        cancel.set()

    probes = (LONG[0], probe_of("partial", "echo begun; sleep 31174"), LONG[2])
    found = look(sshd, probes=probes, on_probe=on_probe, cancel=cancel)
    assert time.monotonic() - stopped[0] < 3
    assert found.fault.kind == "cancelled"
    assert [one.fault for one in found.evidence] == [None, Reason.CANCELLED, Reason.CANCELLED]
    end = time.monotonic() + 30
    while sleeping("31174") and time.monotonic() < end:
        time.sleep(0.05)
    assert not sleeping("31174")


def test_the_hosts_time_is_bounded(sshd, look):
    begun = time.monotonic()
    found = look(sshd, probes=LONG, limits=Limits(connect=5, login=5, host=1))
    assert time.monotonic() - begun < 4
    assert found.fault.kind == "timeout"
    assert [one.fault for one in found.evidence] == [None, Reason.TIMEOUT, Reason.TIMEOUT]


def test_large_outputs_on_both_streams(sshd, look):
    both = "head -c 3000000 /dev/zero; head -c 3000000 /dev/zero >&2; echo end"
    found = look(sshd, probes=[probe_of("both", both, cap=4 << 20), probe_of("after", "echo after")])
    assert found.fault is None
    assert len(found.evidence[0].output) == 3_000_004
    assert found.evidence[0].fault is None
    assert len(found.evidence[0].stderr) == 64 << 10
    assert found.evidence[1].output == b"after\n"


# --- hosts in between, names of the SSH configuration ----------------------------------------------------------------


def test_a_jump_host(make_sshd, look, is_whole, own_file):
    front, back = make_sshd(), make_sshd()
    policy = HostKeyPolicy((front.known_hosts, back.known_hosts), own_file)
    jump = Target("front", "127.0.0.1", front.port, user=front.user, identity=str(front.key))
    found = look(back, policy=policy, jumps=[(jump, Secrets())])
    assert is_whole(found, back.user)
    assert "direct-tcpip" in front.said()
    assert "request exec" not in front.said()
    assert back.said().count("request exec") == 1


def test_every_hop_is_checked(make_sshd, dial, own_file):
    front, back = make_sshd(), make_sshd()
    jump = Target("front", "127.0.0.1", front.port, user=front.user, identity=str(front.key))
    with pytest.raises(UnknownHostKeyError, match=r"^front \(") as caught:
        dial(back, policy=HostKeyPolicy((back.known_hosts,), own_file), jumps=[(jump, Secrets())])
    assert caught.value.port == front.port
    with pytest.raises(UnknownHostKeyError, match=r"^hv1 \(") as caught:
        dial(back, policy=HostKeyPolicy((front.known_hosts,), own_file), jumps=[(jump, Secrets())])
    assert caught.value.port == back.port


def test_a_jump_host_that_may_not_forward(make_sshd, dial, own_file):
    front, back = make_sshd("AllowTcpForwarding no"), make_sshd()
    policy = HostKeyPolicy((front.known_hosts, back.known_hosts), own_file)
    jump = Target("front", "127.0.0.1", front.port, user=front.user, identity=str(front.key))
    error = refused(dial, back, policy=policy, jumps=[(jump, Secrets())])
    assert error.kind == "refused"
    assert "front" in str(error)


def test_a_target_behind_a_jump_host_that_is_down(make_sshd, dial, own_file):
    front = make_sshd()
    policy = HostKeyPolicy((front.known_hosts,), own_file)
    jump = Target("front", "127.0.0.1", front.port, user=front.user, identity=str(front.key))
    assert refused(dial, aim(sshd_rig.free_port()), policy=policy, jumps=[(jump, Secrets())]).kind == "refused"


def test_the_targets_secrets_are_not_given_to_the_jump_host(make_sshd, make_account, dial, own_file):
    account = make_account()
    words = ("UsePAM yes", "PasswordAuthentication yes")
    front, back = make_sshd(*words, user=account.name), make_sshd(*words, user=account.name)
    policy = HostKeyPolicy((front.known_hosts, back.known_hosts), own_file)
    with pytest.raises(ConnectError) as caught:
        dial(
            back,
            policy=policy,
            identity="",
            proxy_jump=f"{account.name}@127.0.0.1:{front.port}",
            secret=Secrets(password=account.password),
        )
    assert caught.value.kind == "credential-missing"
    assert str(caught.value).startswith(f"127.0.0.1:{front.port}: ")
    assert "password for" not in front.said()


@pytest.fixture
def ssh_config(tmp_path):
    path = tmp_path / ".ssh" / "config"  # this folder is the home
    path.parent.mkdir()
    path.touch(mode=0o600)
    return path


def test_an_alias_of_the_ssh_configuration(sshd, ssh_config, own_file):
    ssh_config.write_text(
        f"Host short\n HostName 127.0.0.1\n Port {sshd.port}\n User {sshd.user}\n IdentityFile {sshd.key}\n"
        f" UserKnownHostsFile {sshd.known_hosts}\n"
    )
    target = Target("short", "short", port=0)
    session = ssh.connect(target, Secrets(), Limits(), HostKeyPolicy((), own_file), threading.Event())
    session.close()


def test_a_jump_host_of_the_ssh_configuration(make_sshd, ssh_config, own_file):
    front, back = make_sshd(), make_sshd()
    ssh_config.write_text(
        f"Host front\n Port {front.port}\n HostName 127.0.0.1\n IdentityFile {front.key}\n"
        f"Host back\n Port {back.port}\n HostName 127.0.0.1\n IdentityFile {back.key}\n ProxyJump {front.user}@front\n"
        f"Host *\n User {back.user}\n"
    )
    policy = HostKeyPolicy((front.known_hosts, back.known_hosts), own_file)
    ssh.connect(Target("back", "back", port=0), Secrets(), Limits(), policy, threading.Event()).close()
    assert "direct-tcpip" in front.said()


def test_jump_hosts_in_a_circle(ssh_config, own_file):
    ssh_config.write_text("Host a\n ProxyJump b\nHost b\n ProxyJump a\n")
    with pytest.raises(ConnectError, match="circle"):
        ssh.connect(Target("a", "a", port=0), Secrets(), Limits(), HostKeyPolicy((), own_file), threading.Event())
