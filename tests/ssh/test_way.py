"""Ways to a host: several machines in between, programs, and what each of them may do wrong; real servers."""

import os
import shutil
import socket
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest

from app.errors import ConnectError, UnknownHostKeyError
from app.model import Probe, Target
from app.transport import ssh
from app.transport.base import HostKeyPolicy, Limits, Secrets
from app.transport.gate import Gates
from tests.unit import sshd_rig

LIMITS = Limits(connect=5, login=8, host=60)
RELAY = """
import os, select, socket, sys
far = socket.create_connection((sys.argv[1], int(sys.argv[2])))
while True:
    for one in select.select([0, far], [], [])[0]:
        data = os.read(0, 65536) if one == 0 else far.recv(65536)
        if not data:
            sys.exit(0)
        far.sendall(data) if one == 0 else os.write(1, data)
"""


@pytest.fixture
def config(tmp_path):
    """The user's SSH configuration; the home is this test's folder."""
    path = tmp_path / ".ssh" / "config"
    path.parent.mkdir()

    def write(text):
        path.write_text(text)
        path.chmod(0o600)
        return path

    return write


@pytest.fixture
def go(own_file):
    """Connect to a name of the SSH configuration and end it; gives the host's key."""

    def go(
        name, *servers, secret=None, cancel=None, limits=LIMITS, bastions=None, secrets_of=None, gates=None, **fields
    ):
        policy = HostKeyPolicy(tuple(server.known_hosts for server in servers), own_file)
        session = ssh.connect(
            Target(name, name, **{"port": 0, **fields}),
            secret or Secrets(),
            limits,
            policy,
            cancel or threading.Event(),
            bastions=bastions or {},
            secrets_of=secrets_of or (lambda _target: Secrets()),
            gates=gates,
        )
        session.close()
        return session.host_key

    return go


@pytest.fixture
def relay(tmp_path):
    """A program that hands everything on to a host and port: what people use nc for."""
    path = tmp_path / "relay.py"
    path.write_text(RELAY)
    return f"python3 {path}"


def block(name, server, *more):
    lines = "".join(f" {line}\n" for line in more)
    place = f" HostName 127.0.0.1\n Port {server.port}\n User {server.user}\n IdentityFile {server.key}\n"
    return f"Host {name}\n{place}{lines}"


def refused(go, *args, **kwargs):
    with pytest.raises(ConnectError) as caught:
        go(*args, **kwargs)
    return caught.value


def running(word):
    """Processes with that word in their command line, those that are just ending left aside."""
    end = time.monotonic() + 30
    while (found := processes(word)) and time.monotonic() < end:
        time.sleep(0.02)
    return found


def processes(word):
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            if word.encode() in path.read_bytes() and int(path.parent.name) != os.getpid():
                found.append(path.parent.name)
        except OSError:
            continue
    return found


# --- machines in between ---------------------------------------------------------------------------------------------


@pytest.fixture
def three(make_sshd):
    """Three servers with accounts, keys and host keys of their own kinds."""
    return make_sshd(host_key_kind="ecdsa"), make_sshd(host_key_kind="ed25519"), make_sshd(host_key_kind="rsa")


def test_three_hops_each_with_its_own_key(config, go, three):
    first, second, last = three
    config(block("one", first) + block("two", second, "ProxyJump one") + block("hv1", last, "ProxyJump two"))
    assert go("hv1", *three)
    for server in (first, second):
        assert "direct-tcpip" in server.said()
    assert "direct-tcpip" not in last.said()
    for server in three:
        assert server.said().count("Accepted publickey") == 1


def test_a_list_of_hops_and_only_the_first_has_a_way_of_its_own(config, go, three):
    first, second, last = three
    config(
        block("one", first)
        + block("two", second, "ProxyJump nowhere.invalid")
        + block("hv1", last, "ProxyJump one,two")
    )
    assert go("hv1", *three)
    assert "direct-tcpip" in first.said()


def test_user_and_port_of_a_hop(config, go, three):
    first, _, last = three
    config(
        f"Host hv1\n HostName 127.0.0.1\n Port {last.port}\n User {last.user}\n IdentityFile {last.key}\n"
        f" ProxyJump {first.user}@gate:{first.port}\nHost gate\n HostName 127.0.0.1\n Port 1\n User nobody\n"
        f" IdentityFile {first.key}\n"
    )
    assert go("hv1", first, last)


def test_a_hop_as_an_address_of_ipv6(config, go, make_sshd, own_file):
    port = sshd_rig.free_port()
    first, last = make_sshd(f"ListenAddress [::1]:{port}"), make_sshd()
    key = " ".join(sshd_rig.public(first.host_key).split()[:2])
    first.known_hosts.write_text(f"[::1]:{port} {key}\n")
    jump = f"ssh://{first.user}@[::1]:{port}"
    config(block("hv1", last, f"ProxyJump {first.user}@[::1]:{port}") + f"Host ::1\n IdentityFile {first.key}\n")
    assert go("hv1", first, last)
    assert go("hv1", first, last, proxy_jump=jump)
    assert first.said().count("direct-tcpip") >= 2


def test_a_hop_of_the_audit_by_name_with_its_own_secrets(config, go, make_sshd, make_account):
    config("")
    account = make_account()
    front = make_sshd("UsePAM yes", "PasswordAuthentication yes", user=account.name)
    back = make_sshd()
    bastion = Target("front", "127.0.0.1", front.port, user=account.name)
    fields = {
        "address": "127.0.0.1",
        "port": back.port,
        "user": back.user,
        "identity": str(back.key),
        "proxy_jump": "front",
    }
    known = {"front": Secrets(password=account.password)}
    target = Target("hv1", **fields)
    session = ssh.connect(
        target, Secrets(password="of the target"), LIMITS,
        HostKeyPolicy((front.known_hosts, back.known_hosts), Path("/nonexistent")), threading.Event(),
        bastions={"front": bastion}, secrets_of=lambda jump: known[jump.name],
    )  # fmt: skip
    session.close()
    assert "Accepted password" in front.said()
    assert "Failed password" not in front.said()


def test_what_a_hop_is_logged_in_with_is_asked_under_its_name(config, go, make_sshd, make_account):
    account = make_account()
    front = make_sshd("UsePAM yes", "PasswordAuthentication yes", user=account.name)
    back = make_sshd()
    config(
        f"Host gate\n HostName 127.0.0.1\n Port {front.port}\n User {account.name}\n"
        + block("hv1", back, "ProxyJump gate")
    )
    asked = []

    def secrets_of(target):
        asked.append(target.name)
        return Secrets(password=account.password)

    assert go("hv1", front, back, secrets_of=secrets_of)
    assert asked == ["gate"]


def test_secrets_of_a_machine_of_the_audit_go_to_no_other_of_that_name(config, go, make_sshd, make_account):
    account = make_account()
    front = make_sshd("UsePAM yes", "PasswordAuthentication yes", user=account.name)
    back = make_sshd()
    config(
        f"Host gate\n HostName 127.0.0.1\n Port {front.port}\n User {account.name}\n"
        + block("hv1", back, "ProxyJump gate")
    )
    other = Target("gate", "192.0.2.1", 22, user="root")
    error = refused(
        go, "hv1", front, back, bastions={"gate": other},
        secrets_of=lambda _target: Secrets(password="of another"),
    )  # fmt: skip
    assert error.kind == "credential-missing"
    assert "assword" not in front.said().replace("PasswordAuthentication", "")


def test_the_wrong_key_of_a_hop_names_it_and_what_follows(config, go, three):
    first, second, last = three
    config(block("one", first) + block("two", second, "ProxyJump one") + block("hv1", last, "ProxyJump two"))
    stray = " ".join(sshd_rig.public(last.host_key).split()[:2])
    second.known_hosts.write_text(f"[127.0.0.1]:{second.port} {stray}\n")
    error = refused(go, "hv1", *three)
    assert error.kind == "host-key-changed"
    assert str(error).startswith(f"two (127.0.0.1:{second.port}): ")
    assert str(error).endswith(" It is the jump host on the way to hv1.")
    assert "userauth" not in second.said()
    assert "direct-tcpip" not in second.said()


def test_the_unknown_key_of_a_hop_names_it(config, go, three):
    first, second, last = three
    config(block("one", first) + block("two", second, "ProxyJump one") + block("hv1", last, "ProxyJump two"))
    error = refused(go, "hv1", first, last)
    assert isinstance(error, UnknownHostKeyError)
    assert (error.host, error.port) == ("127.0.0.1", second.port)
    assert error.between == f"two (127.0.0.1:{second.port})"
    assert str(error).startswith(f"two (127.0.0.1:{second.port}): ")
    assert "on the way to hv1" in str(error)


def test_an_unknown_key_of_the_target_behind_a_hop(config, go, three):
    first, _, last = three
    config(block("one", first) + block("hv1", last, "ProxyJump one"))
    error = refused(go, "hv1", first)
    assert isinstance(error, UnknownHostKeyError)
    assert (error.port, error.between) == (last.port, "")


def test_a_credential_that_a_hop_rejects(config, go, three, tmp_path):
    first, second, last = three
    stray = sshd_rig.make_key(tmp_path / "stray")
    config(
        block("one", first)
        + block("two", replace(second, key=stray), "ProxyJump one")
        + block("hv1", last, "ProxyJump two")
    )
    error = refused(go, "hv1", *three)
    assert error.kind == "login-rejected"
    assert str(error).startswith(f"two (127.0.0.1:{second.port}): ")
    assert "on the way to hv1" in str(error)
    assert "Connection from" not in last.said()


def all_at_once(go, names, *servers, gates):
    """Connect to all of them in threads of their own; what came of each, by name."""
    found = {}

    def one(name):
        try:
            found[name] = go(name, *servers, gates=gates)
        except ConnectError as error:
            found[name] = error

    threads = [threading.Thread(target=one, args=(name,)) for name in names]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return found


def test_what_a_hop_rejects_is_offered_to_it_once_in_a_run(config, go, make_sshd, tmp_path):
    front, back = make_sshd(), make_sshd()
    stray = sshd_rig.make_key(tmp_path / "stray")
    names = [f"hv{number}" for number in range(6)]
    behind = "".join(block(name, back, "ProxyJump one") for name in names)
    config(block("one", replace(front, key=stray)) + behind)
    gates = Gates()
    found = all_at_once(go, names, front, back, gates=gates)
    assert {error.kind for error in found.values()} == {"login-rejected"}
    for name in names:
        assert str(found[name]).startswith(f"one (127.0.0.1:{front.port}): ")
        assert f"on the way to {name}" in str(found[name])
    assert front.said().count("Connection from") == 1
    # Another credential is another matter.
    config(block("one", front) + behind)
    again = all_at_once(go, names, front, back, gates=Gates())
    assert [found for found in again.values() if isinstance(found, ConnectError)] == []


def test_who_waits_for_the_first_at_a_hop_can_be_cancelled():
    gates, cancel, secret = Gates(), threading.Event(), Secrets(password="not-to-be-seen")
    with gates.through("gate", "audit", secret, threading.Event()):
        cancel.set()
        with pytest.raises(ConnectError, match="cancelled") as caught, gates.through("gate", "audit", secret, cancel):
            pass
    assert caught.value.kind == "cancelled"
    with gates.through("gate", "audit", secret, cancel):  # nobody is waited for any more
        pass


def test_a_hop_that_is_down_holds_nobody_up_and_another_password_is_tried():
    gates, calm = Gates(), threading.Event()
    wrong, right = Secrets(password="wrong-not-to-be-seen"), Secrets(password="right-not-to-be-seen")
    with pytest.raises(ConnectError), gates.through("gate", "audit", wrong, calm):
        raise ConnectError("login-rejected", "gate: rejected.")
    with pytest.raises(ConnectError, match=r"gate: rejected\."), gates.through("gate", "audit", wrong, calm):
        raise AssertionError("tried again")
    with gates.through("gate", "audit", right, calm):
        pass
    with pytest.raises(ConnectError), gates.through("down", "audit", wrong, calm):
        raise ConnectError("no-answer", "down: no answer.")
    with gates.through("down", "audit", wrong, calm), gates.through("down", "audit", wrong, calm):
        pass  # both at once


@pytest.mark.parametrize("setting", ["AllowTcpForwarding no", "PermitOpen 192.0.2.1:22", "DisableForwarding yes"])
def test_a_hop_that_lets_nobody_through(config, go, make_sshd, setting):
    front, back = make_sshd(setting), make_sshd()
    config(block("one", front) + block("hv1", back, "ProxyJump one"))
    error = refused(go, "hv1", front, back)
    assert error.kind == "refused"
    assert str(error).startswith(
        f"hv1 (127.0.0.1:{back.port}): the jump host one (127.0.0.1:{front.port}) does not let "
    )
    assert "AllowTcpForwarding" in str(error)


def test_a_hop_that_finds_nothing_at_the_next_port(config, go, make_sshd):
    front, back = make_sshd(), make_sshd()
    config(block("one", front) + block("hv1", replace(back, port=sshd_rig.free_port()), "ProxyJump one"))
    error = refused(go, "hv1", front)
    assert error.kind == "refused"
    assert f"the jump host one (127.0.0.1:{front.port}) can't connect to it" in str(error)


def test_a_hop_that_goes_away_in_the_middle(config, three, own_file):
    first, second, last = three
    config(block("one", first) + block("two", second, "ProxyJump one") + block("hv1", last, "ProxyJump two"))
    policy = HostKeyPolicy(tuple(server.known_hosts for server in three), own_file)
    session = ssh.connect(Target("hv1", "hv1", port=0), Secrets(), LIMITS, policy, threading.Event())
    session.start()
    first.stop()
    began = time.monotonic()
    while session.read(0.1) is not None and time.monotonic() - began < 5:
        pass
    assert session.lost
    assert session.lost_at == f"one (127.0.0.1:{first.port})"
    session.close()


def test_the_sentence_of_such_a_loss(look, make_sshd, own_file):
    first, last = make_sshd(), make_sshd()
    jump = Target("gate", "127.0.0.1", first.port, user=first.user, identity=str(first.key))
    commands = (("one", "echo one"), ("two", "sleep 3"))
    found = look(
        last,
        probes=tuple(Probe(name, "linux", command, "user", "text") for name, command in commands),
        jumps=[(jump, Secrets())],
        policy=HostKeyPolicy((first.known_hosts, last.known_hosts), own_file),
        on_probe=lambda _done, _evidence: first.stop(),
    )
    assert found.fault.kind == "lost"
    assert f"after 1 answers, as the jump host gate (127.0.0.1:{first.port}) went away" in str(found.fault)
    assert found.evidence[0].output == b"one\n"


def test_circles_and_ways_too_long(config, go):
    config("Host *\n ProxyJump gate\n")
    error = refused(go, "hv1")
    assert (error.kind, "circle: gate is needed to reach itself" in str(error)) == ("protocol", True)
    config("".join(f"Host h{number}\n ProxyJump h{number + 1}\n" for number in range(20)))
    assert "more than 8 jump hosts" in str(refused(go, "h0"))
    a, b = Target("a", "192.0.2.1", proxy_jump="b"), Target("b", "192.0.2.2", proxy_jump="a")
    bastions = {"a": a, "b": b}
    assert "circle" in str(refused(go, "192.0.2.1", proxy_jump="b", bastions=bastions))


def test_a_jump_host_that_is_none(config, go):
    config("Host hv1\n ProxyJump gate;x\n")
    error = refused(go, "hv1")
    assert (error.kind, str(error).startswith("hv1:22: its jump host can't be used: ")) == ("ssh-config", True)


def test_a_line_that_decides_the_way_and_cannot_be_read_leads_nowhere(config, go):
    path = config("Host hv1\n HostName 127.0.0.1\n ProxyJump a b\n")
    error = refused(go, "hv1")
    assert (error.kind, f"{path}, line 3: what stands behind proxyjump" in str(error)) == ("ssh-config", True)


def test_a_configuration_that_others_may_write_leads_nowhere(config, go, sshd):
    config(block("hv1", sshd)).chmod(0o666)
    error = refused(go, "hv1", sshd)
    assert error.kind == "ssh-config"
    assert "can be written by others" in str(error)


# --- settings of a host ----------------------------------------------------------------------------------------------


def test_the_files_of_known_hosts(config, go, sshd, tmp_path):
    empty = tmp_path / "empty"
    empty.touch()
    config(block("hv1", sshd, f"UserKnownHostsFile {empty} {sshd.known_hosts}"))
    assert go("hv1")
    config(block("hv1", sshd, "UserKnownHostsFile none", f"GlobalKnownHostsFile {sshd.known_hosts}"))
    assert go("hv1")
    config(block("hv1", sshd, "UserKnownHostsFile none"))
    assert refused(go, "hv1", sshd).kind == "host-key-unknown"
    config(block("hv1", sshd, f"UserKnownHostsFile {sshd.known_hosts}"))
    assert refused(go, "hv1", known_hosts=str(empty)).kind == "host-key-unknown"


def test_files_that_a_person_names_for_all_count_before_the_configuration(config, sshd, own_file, tmp_path):
    config(block("hv1", sshd, f"UserKnownHostsFile {sshd.known_hosts}"))
    policy = HostKeyPolicy((tmp_path / "empty",), own_file, insisted=True)
    with pytest.raises(UnknownHostKeyError):
        ssh.connect(Target("hv1", "hv1", port=0), Secrets(), LIMITS, policy, threading.Event())


def test_several_key_files(config, go, sshd, tmp_path):
    stray, open_to_all = (sshd_rig.make_key(tmp_path / name) for name in ("stray", "open"))
    open_to_all.chmod(0o644)
    sealed = sshd_rig.make_key(tmp_path / "sealed", passphrase="geheim")
    files = (tmp_path / "none", open_to_all, sealed, stray, sshd.key)
    place = f"Host hv1\n HostName 127.0.0.1\n Port {sshd.port}\n User {sshd.user}\n"
    config(place + "".join(f" IdentityFile {file}\n" for file in files))
    assert go("hv1", sshd)
    assert sshd.said().count("Postponed publickey") + sshd.said().count("Failed publickey") <= 2
    error = refused(go, "hv1", sshd, identity=str(stray))  # what is named is the only one
    assert (error.kind, "rejected the login" in str(error)) == ("login-rejected", True)
    config(place + f" IdentityFile {open_to_all}\n IdentityFile {stray}\n")
    error = refused(go, "hv1", sshd)
    assert error.kind == "login-rejected"
    assert f"the private key {open_to_all} can be read by others" in str(error)
    config(place + f" IdentityFile {open_to_all}\n IdentityFile {sealed}\n")
    assert refused(go, "hv1", sshd).kind == "key-unreadable"


def test_the_only_key_that_is_believed(config, go, make_sshd):
    front, back = make_sshd(), make_sshd()
    config(block("gate", front, f"UserKnownHostsFile {front.known_hosts}") + block("hv1", back, "ProxyJump gate"))
    right = go("hv1", back)
    assert go("hv1", host_key_expected=right) == right  # no file knows it
    wrong = f"SHA256:{'a' * 43}"
    error = refused(go, "hv1", back, host_key_expected=wrong)
    assert error.kind == "host-key-changed"
    assert f"the host showed the key {right} (ssh-ed25519), but {wrong} is the only one" in str(error)
    assert back.said().count("userauth-request") == 2
    gate = Target("gate", "gate", port=0, host_key_expected=wrong)
    error = refused(go, "hv1", back, proxy_jump="gate", bastions={"gate": gate})
    assert (error.kind, str(error).startswith("gate (")) == ("host-key-changed", True)


def test_blocks_that_match(config, go, sshd):
    config(
        f'Match originalhost hv1 exec "touch {sshd.log}.ran"\n Port 1\n'
        f"Match originalhost hv1 !user {sshd.user}x\n HostName 127.0.0.1\n Port {sshd.port}\n"
        f"Match final host 127.0.0.1\n User {sshd.user}\n IdentityFile {sshd.key}\n"
    )
    assert go("hv1", sshd)
    assert not Path(f"{sshd.log}.ran").exists()


def test_the_limit_of_a_host(config, go):
    with socket.create_server(("127.0.0.1", 0)) as mute:
        config(f"Host hv1\n HostName 127.0.0.1\n Port {mute.getsockname()[1]}\n ConnectTimeout 1\n")
        began = time.monotonic()
        assert "within 1 s" in str(refused(go, "hv1"))
        assert time.monotonic() - began < 3
        assert "within 2 s" in str(refused(go, "hv1", limits=replace(LIMITS, connect=2, insisted=True)))
        assert "within 1.5 s" in str(refused(go, "hv1", connect_timeout=1.5))


# --- programs --------------------------------------------------------------------------------------------------------


def test_a_program_that_leads_there(config, go, sshd, relay):
    config(block("hv1", sshd, f"ProxyCommand {relay} %h %p"))
    assert go("hv1", sshd)
    assert not running("relay.py")


@pytest.mark.skipif(shutil.which("nc") is None, reason="there is no nc here")
def test_nc(config, go, sshd):
    config(block("hv1", sshd, "ProxyCommand nc %h %p"))
    assert go("hv1", sshd)


def test_ssh_as_the_program(config, go, make_sshd, tmp_path):
    front, back = make_sshd(), make_sshd()
    outer = tmp_path / "outer"
    outer.write_text(block("gate", front, f"UserKnownHostsFile {front.known_hosts}"))
    config(block("hv1", back, f"ProxyCommand ssh -F {outer} -W %h:%p gate"))
    assert go("hv1", back)
    assert "direct-tcpip" in front.said()
    assert not running(str(outer))


def test_a_program_before_the_first_hop(config, go, make_sshd, relay):
    front, back = make_sshd(), make_sshd()
    config(block("gate", front, f"ProxyCommand {relay} %h %p") + block("hv1", back, "ProxyJump gate"))
    assert go("hv1", front, back)


def test_the_words_are_a_shells_and_nothing_else_is(config, go, sshd, relay, tmp_path):
    config(block("hv1", sshd, f'ProxyCommand sh -c "exec {relay} \\"\\$0\\" \\"\\$1\\"" %h %p 2>{tmp_path}/errors'))
    assert go("hv1", sshd)
    assert (tmp_path / "errors").exists()


def test_no_name_is_more_than_a_name_to_the_shell(config, go, tmp_path):
    config(f"Host *\n User a$(touch${{IFS}}{tmp_path}/ran)\n ProxyCommand echo %r >&2; exit 1\n")
    error = refused(go, "hv1")
    assert error.kind == "ssh-config"
    assert "so it is not run" in str(error)
    assert not (tmp_path / "ran").exists()


def test_a_program_that_fails_says_why_and_hides_its_arguments(config, go):
    config("Host hv1\n ProxyCommand sh -c 'printf \"\\033[31mno way\\nin\\n\" >&2; exit 7' --token geheim\n")
    error = refused(go, "hv1")
    assert error.kind == "refused"
    assert "its ProxyCommand (sh) ended with status 7 (it said: \\x1b[31mno way / in)" in str(error)
    assert "geheim" not in str(error)


def test_a_program_that_is_not_there(config, go):
    config("Host hv1\n ProxyCommand /nonexistent/proxy --token geheim\n")
    error = refused(go, "hv1")
    assert (error.kind, "ended with status 127" in str(error)) == ("refused", True)
    assert "geheim" not in str(error)


def test_a_shell_that_is_not_there(config, go, monkeypatch):
    monkeypatch.setenv("SHELL", "/nonexistent/sh")
    config("Host hv1\n ProxyCommand true\n")
    assert "mend SHELL" in str(refused(go, "hv1"))


def test_a_program_that_brings_something_else_is_named(config, go):
    config("Host hv1\n ProxyCommand sh -c 'echo ask the gate >&2; seq 99; exec sleep 4323' --token geheim\n")
    error = refused(go, "hv1")
    assert error.kind == "not-ssh"
    assert "its ProxyCommand (sh) brought is no SSH greeting (it said: ask the gate)" in str(error)
    assert "geheim" not in str(error)


def test_a_program_that_hangs_is_ended_with_all_that_it_started(config, go):
    config("Host hv1\n ProxyCommand sh -c 'trap \"\" TERM; sleep 4321 & sleep 4321; sleep 4321'\n ConnectTimeout 1\n")
    began = time.monotonic()
    error = refused(go, "hv1")
    assert (error.kind, "its ProxyCommand (sh) brought no SSH greeting" in str(error)) == ("no-banner", True)
    assert time.monotonic() - began < 4
    assert not running("sleep\x004321")


def test_cancel_while_a_program_hangs(config, go):
    config("Host hv1\n ProxyCommand sleep 4322\n")
    cancel = threading.Event()
    threading.Timer(0.4, cancel.set).start()
    began = time.monotonic()
    assert refused(go, "hv1", cancel=cancel).kind == "cancelled"
    assert time.monotonic() - began < 3
    assert not running("sleep\x004322")


def test_a_program_that_complains_without_end_hinders_nothing(config, go, sshd, relay):
    noise = "head -c 3000000 /dev/zero >&2"
    config(block("hv1", sshd, f"ProxyCommand sh -c '{noise}; exec {relay} %h %p'"))
    assert go("hv1", sshd)


def test_a_way_of_the_target_itself_counts_before_a_program(config, go, make_sshd, tmp_path):
    front, back = make_sshd(), make_sshd()
    config(block("gate", front) + block("hv1", back, f"ProxyCommand touch {tmp_path}/ran"))
    assert go("hv1", front, back, proxy_jump="gate")
    assert go("hv1", front, back, proxy_jump="none")
    assert not (tmp_path / "ran").exists()
