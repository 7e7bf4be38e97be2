"""An inventory file to targets: defaults, what is relative to what, and every fault with file, line and host."""

from pathlib import Path

import pytest

from app.benchmark.inventory import read_inventory
from app.errors import ContentError
from app.model import Role, Target

WHOLE = """\
hosts:
  - name: hv1
    address: 192.0.2.10
    port: 2222
    user: root
    role: host
    platform: libvirt
    parent: null
    tags: [production, berlin]
    identity: ~/.ssh/id_ed25519
    known_hosts: keys/known_hosts
    proxy_jump: bastion
    sudo: never
  - address: 2001:db8::5
    role: guest
    parent: hv1
  - address: mail01.example.org
    known_hosts: /etc/hosts.keys
defaults: {user: audit, port: 22022, sudo: password, tags: [all], role: auto, platform: linux, known_hosts: own}
"""


def load(folder: Path, text: str) -> tuple[Target, ...]:
    (folder / "hosts.yaml").write_text(text)
    return read_inventory(folder / "hosts.yaml").targets


def problems(folder: Path, text: str) -> list[str]:
    with pytest.raises(ContentError) as caught:
        load(folder, text)
    return [one.replace(f"{folder}/", "") for one in caught.value.problems]


def test_everything(tmp_path: Path) -> None:
    first, second, third = load(tmp_path, WHOLE)
    assert first == Target(
        name="hv1",
        address="192.0.2.10",
        port=2222,
        user="root",
        role=Role.HOST,
        platform="libvirt",
        parent=None,
        tags=("production", "berlin"),
        identity="~/.ssh/id_ed25519",
        known_hosts=str(tmp_path / "keys" / "known_hosts"),
        proxy_jump="bastion",
        sudo="never",
    )
    assert second == Target(
        name="2001:db8::5",
        address="2001:db8::5",
        port=22022,
        user="audit",
        role=Role.GUEST,
        platform="linux",
        parent="hv1",
        tags=("all",),
        known_hosts=str(tmp_path / "own"),
        sudo="password",
    )
    assert (third.name, third.known_hosts) == ("mail01.example.org", "/etc/hosts.keys")


def test_only_an_address(tmp_path: Path) -> None:
    (found,) = load(tmp_path, "hosts:\n  - address: hv1\n")
    assert found == Target(name="hv1", address="hv1", port=0)  # port and user: the SSH config, else 22


def test_known_hosts_of_the_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/a")
    (found,) = load(tmp_path, "hosts:\n  - {address: hv1, known_hosts: ~/keys}\n")
    assert found.known_hosts == "/home/a/keys"


def test_an_address_in_brackets(tmp_path: Path) -> None:
    (found,) = load(tmp_path, "hosts:\n  - address: '[2001:db8::1]'\n")
    assert (found.name, found.address) == ("2001:db8::1", "2001:db8::1")


SECRETS = " Secrets never stand in an inventory; use the keyring or --secrets."


@pytest.mark.parametrize(
    "key", ["password", "passphrase", "ssh_pass", "secret", "sudo_password", "api_token", "Password"]
)
def test_secrets_are_refused_and_not_repeated(tmp_path: Path, key: str) -> None:
    (found,) = problems(tmp_path, f"hosts:\n  - address: hv1\n    {key}: hunter2\n")
    assert found.startswith(f"hosts.yaml:3: host number 1: unknown key {key!r}")
    assert found.endswith(f"; remove or mend it.{SECRETS}")
    assert "hunter2" not in found
    (found,) = problems(tmp_path, f"hosts:\n  - address: hv1\ndefaults:\n  {key}: hunter2\n")
    assert found.endswith(SECRETS)
    assert "hunter2" not in found


def test_other_unknown_keys_say_nothing_of_secrets(tmp_path: Path) -> None:
    folder = tmp_path / "passwords"
    folder.mkdir()
    assert problems(folder, "hosts:\n  - {name: pass-gate, address: hv1, adress: x}\n") == [
        "hosts.yaml:2: host pass-gate: unknown key 'adress' (did you mean address?); remove or mend it."
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "1: must be a mapping, such as {key: value}."),
        ("hosts: []\n", "1: hosts: must not be empty."),
        ("host: []\n", "1: the key 'hosts' is missing; add it."),
        ("hosts:\n  - name: a\n", "2: host a: the key 'address' is missing; add it."),
        ("hosts:\n  - {name: a, address: ''}\n", "2: host a: address: must not be empty."),
        ("hosts:\n  - {name: a, address: hv1, port: 0}\n", "2: host a: port: must be at least 1."),
        ("hosts:\n  - {name: a, address: hv1, port: '22'}\n", "2: host a: port: must be a whole number."),
        ("hosts:\n  - {name: a, address: hv1, port: 70000}\n", "2: host a: port: must be at most 65535."),
        (
            "hosts:\n  - {name: a, address: hv1, role: hypervisor}\n",
            "2: host a: role: 'hypervisor' is not known; it is one of host, guest, auto.",
        ),
        (
            "hosts:\n  - {name: a, address: hv1, sudo: always}\n",
            "2: host a: sudo: 'always' is not known; it is one of auto, never, password.",
        ),
        ("hosts:\n  - {name: a, address: hv1, tags: x}\n", "2: host a: tags: must be a list, such as [a, b]."),
        ("hosts:\n  - {name: a/b, address: hv1}\n", "2: host a/b: name: 'a/b' has not the form of a name: "),
        ("hosts:\n  - {name: -oX, address: hv1}\n", "2: host -oX: name: '-oX' has not the form "),
        ('hosts:\n  - {name: "a\\u202eb", address: hv1}\n', "2: host a\u202eb: name: "),
        (
            'hosts:\n  - {name: a, address: hv1, tags: ["a\\eb"]}\n',
            "2: host a: tags.0: 'a\\x1bb' has not the form of one line without control characters.",
        ),
        (
            "hosts:\n  - {name: a, address: hv1, proxy_jump: -oX}\n",
            "2: host a: proxy_jump: '-oX' has not the form of a way: ",
        ),
        ('hosts:\n  - {name: a, address: hv1, identity: "a\\0b"}\n', "2: host a: identity: "),
        ("hosts:\n  - {address: -oX}\n", "2: '-oX': '-oX' is not a host name or address; write [user@]host[:port]."),
        ("hosts:\n  - {address: hv1, user: -x}\n", "2: '-x@hv1': '-x' is not a user name; write user@host:port."),
        ("hosts:\n  - {address: hv1:22}\n", "2: 'hv1:22': the port has a key of its own, port."),
        ("hosts:\n  - {address: '[::1]:22'}\n", "2: '[::1]:22': the port has a key of its own, port."),
        ("hosts:\n  - {address: root@hv1}\n", "2: 'root@hv1': the user has a key of its own, user."),
        ("hosts:\n  - {address: hv1}\n  - {address: *x}\n", "3: aliases (*name) are not allowed; write the value out."),
    ],
)
def test_faults(tmp_path: Path, text: str, said: str) -> None:
    found = problems(tmp_path, text)
    assert found[0].startswith(f"hosts.yaml:{said}")


def test_names_and_parents(tmp_path: Path) -> None:
    text = (
        "hosts:\n  - {name: a, address: hv1, parent: c}\n  - {name: a, address: hv2}\n"
        "  - {address: hv3, parent: hv3}\n  - {name: hv3, address: hv4}\n"
    )
    assert problems(tmp_path, text) == [
        "hosts.yaml:2: a: its parent c is not in this file.",
        "hosts.yaml:3: the name a is given twice; names must be unique.",
        "hosts.yaml:4: hv3: a machine can't be its own parent.",
        "hosts.yaml:5: the name hv3 is given twice; names must be unique.",
    ]


def test_an_absent_file(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="there is no such file"):
        read_inventory(tmp_path / "none.yaml")


def test_all_that_says_how_a_host_is_reached(tmp_path: Path) -> None:
    key = "SHA256:" + "a" * 43
    text = (
        "hosts:\n  - {name: gate, address: 192.0.2.1}\n  - {name: inner, address: 192.0.2.2, proxy_jump: none}\n"
        f"  - {{name: hv1, address: hv1, host_key: '{key}', connect_timeout: 2.5, credential: password}}\n"
        "  - name: hv2\n    address: hv2\n    connect_timeout: 30\n"
        "    proxy_jump: inner , me@far:2222,ssh://x@[2001:db8::1]:22\n"
        "defaults: {proxy_jump: 'gate,inner', credential: agent, connect_timeout: 9}\n"
    )
    gate, inner, one, two = load(tmp_path, text)
    assert (gate.proxy_jump, inner.proxy_jump, one.proxy_jump) == ("", "none", "gate,inner")
    assert two.proxy_jump == "inner,me@far:2222,ssh://x@[2001:db8::1]:22"
    assert (one.host_key_expected, one.connect_timeout, one.credential) == (key, 2.5, "password")
    assert (two.host_key_expected, two.connect_timeout, two.credential) == ("", 30, "agent")


def test_jump_hosts_of_the_defaults_are_reached_without_themselves(tmp_path: Path) -> None:
    text = (
        "hosts:\n  - {name: gate, address: g}\n  - {name: inner, address: i}\n  - {address: hv1}\n"
        "defaults: {proxy_jump: 'gate,inner'}\n"
    )
    assert [target.proxy_jump for target in load(tmp_path, text)] == ["", "gate", "gate,inner"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{address: hv1, proxy_jump: 'a,,b'}", "2: hv1: proxy_jump: '': the host is missing; "),
        ("{address: hv1, proxy_jump: 'a b'}", "2: hv1: proxy_jump: 'a b': 'a b' is not a host name or address; "),
        ("{address: hv1, proxy_jump: 'gate:99999'}", "2: hv1: proxy_jump: 'gate:99999': '99999' is not a port; "),
        ("{address: hv1, proxy_jump: 'a:hunter2@b'}", "2: hv1: proxy_jump: A password must not stand in an address; "),
        ("{address: 'root:hunter2@b'}", "2: A password must not stand in an address; "),
        ("{address: 'ssh://root:hunter2@b'}", "2: A password must not stand in an address; "),
        ("{address: b, user: 'root:hunter2'}", "2: A password must not stand in an address; "),
        (
            "{address: hv1, host_key: 'MD5:aa:bb'}",
            "2: host number 1: host_key: 'MD5:aa:bb' has not the form SHA256:..., as ",
        ),
        ("{address: hv1, connect_timeout: 0}", "2: host number 1: connect_timeout: must be at least 1."),
        ("{address: hv1, connect_timeout: 601}", "2: host number 1: connect_timeout: must be at most 600."),
        ("{address: hv1, credential: x}", "2: host number 1: credential: 'x' is not known; it is one of auto, agent, "),
    ],
)
def test_faults_of_the_way(tmp_path: Path, text: str, said: str) -> None:
    (found,) = problems(tmp_path, f"hosts:\n  - {text}\n")
    assert found.startswith(f"hosts.yaml:{said}")
    assert "hunter2" not in found


def test_circles(tmp_path: Path) -> None:
    text = (
        "hosts:\n  - {name: a, address: h1, parent: b}\n  - {name: b, address: h2, parent: c}\n"
        "  - {name: c, address: h3, parent: b}\n  - {name: d, address: h4, proxy_jump: 'x,e'}\n"
        "  - {name: e, address: h5, proxy_jump: d}\n  - {name: f, address: h6, proxy_jump: d}\n"
        "  - {name: g, address: h7, proxy_jump: g}\n  - {name: h, address: h8, parent: A1}\n"
    )
    assert problems(tmp_path, text) == [
        "hosts.yaml:9: h: its parent A1 is not in this file.",
        "hosts.yaml:3: b: its parents lead in a circle; mend one of them.",
        "hosts.yaml:4: c: its parents lead in a circle; mend one of them.",
        "hosts.yaml:5: d: its jump hosts lead in a circle; mend one of them.",
        "hosts.yaml:6: e: its jump hosts lead in a circle; mend one of them.",
        "hosts.yaml:8: g: its jump hosts lead in a circle; mend one of them.",
    ]


def test_a_parent_that_is_nearly_there(tmp_path: Path) -> None:
    text = "hosts:\n  - {name: hypervisor1, address: h1}\n  - {address: h2, parent: hypervisr1}\n"
    assert problems(tmp_path, text) == [
        "hosts.yaml:3: h2: its parent hypervisr1 is not in this file (did you mean hypervisor1?)."
    ]


def test_a_long_chain_of_parents_is_read_at_once(tmp_path: Path) -> None:
    rows = "".join(f"  - {{address: h{number}, parent: h{number + 1}}}\n" for number in range(15_000))
    targets = load(tmp_path, f"hosts:\n{rows}  - {{address: h15000}}\n")
    assert len(targets) == 15_001
