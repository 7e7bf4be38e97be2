"""Ansible's inventories: what is taken of them, whose word counts, and that nothing secret is read."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.benchmark.ansible.pattern import MAX_HOSTS, expand
from app.benchmark.inventory import Inventory, read_inventory
from app.errors import ContentError, UsageError
from app.model import Role, Target

INI = """\
# the lab
mail01 ansible_host=192.0.2.21 ansible_user=audit  # outside
here ansible_connection=local ansible_user=me

; the hosts
[hypervisors]
hv[1:2].example.org:2222 ansible_become=yes ansible_become_method=doas
hv3 ansible_ssh_host=2001:db8::3 ansible_ssh_port=22 colour="light blue"

[hypervisors:vars]
ansible_user = "root"
ansible_ssh_private_key_file=~/.ssh/lab # for all

[berlin:children]
hypervisors
ungrouped

[all:vars]
ansible_user=nobody
ansible_python_interpreter=/usr/bin/python3
"""

YAML = """\
---
all:
  vars:
    ansible_user: nobody
    file_mode: 0644
    nested: {a: [1, {b: 2}]}
    later: !unsafe "{{ x }}"
  hosts:
    mail01:
      ansible_host: 192.0.2.21
      ansible_user: audit
    here: {ansible_connection: ansible.builtin.local, ansible_user: me}
  children:
    berlin:
      children:
        hypervisors:
          vars:
            ansible_user: root
            ansible_ssh_private_key_file: ~/.ssh/lab
          hosts:
            hv[1:2].example.org:2222:
            hv3:
              ansible_ssh_host: 2001:db8::3
              ansible_ssh_port: 22
        ungrouped:
          hosts: {mail01: , here: }
"""


def read(folder: Path, text: str, name: str = "hosts") -> Inventory:
    (folder / name).write_text(text)
    return read_inventory(folder / name)


def problems(folder: Path, text: str, name: str = "hosts") -> list[str]:
    with pytest.raises(ContentError) as caught:
        read(folder, text, name)
    return [one.replace(f"{folder}/", "") for one in caught.value.problems]


def hypervisor(name: str, address: str = "", port: int = 2222) -> Target:
    return Target(
        name,
        address or name,
        port,
        "root",
        role=Role.AUTO,
        tags=("hypervisors", "berlin"),
        identity="~/.ssh/lab",
        sudo="auto",
    )


@pytest.mark.parametrize(("text", "name"), [(INI, "hosts.ini"), (INI, "inventory"), (YAML, "hosts.yml"), (YAML, "x")])
def test_both_forms_whatever_the_file_is_called(tmp_path: Path, text: str, name: str) -> None:
    found = {one.name: one for one in read(tmp_path, text, name).targets}
    assert list(found) == ["mail01", "here", "hv1.example.org", "hv2.example.org", "hv3"]
    assert found["mail01"] == Target("mail01", "192.0.2.21", 0, "audit", tags=("berlin",))
    assert found["here"] == Target("here", "", 0, transport="local", tags=("berlin",))
    for expected in (
        hypervisor("hv1.example.org"),
        hypervisor("hv2.example.org"),
        hypervisor("hv3", "2001:db8::3", 22),
    ):
        tags = found[expected.name].tags
        assert set(tags) == set(expected.tags)  # in the order of the file
        assert found[expected.name] == Target(
            expected.name, expected.address, expected.port, "root", tags=tags, identity="~/.ssh/lab"
        )


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_windows_wrote_it(tmp_path: Path, ending: str) -> None:
    text = "\ufeff[web]\nw1 ansible_user=a\n[web:vars]\nansible_port=23\n"
    (tmp_path / "hosts").write_bytes(text.replace("\n", ending).encode())
    (found,) = read_inventory(tmp_path / "hosts").targets
    assert found == Target("w1", "w1", 23, "a", tags=("web",))


# --- whose word counts -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "user"),
    [
        (["all"], "all"),
        (["all", "outer"], "outer"),
        (["outer", "inner"], "inner"),
        (["inner", "outer"], "inner"),
        (["zeta", "outer"], "zeta"),  # depth 1, and the later name
        (["zeta", "inner"], "inner"),  # depth 2
        (["inner", "ungrouped"], "inner"),
    ],
)
def test_a_nearer_group_goes_before(tmp_path: Path, said: list[str], user: str) -> None:
    text = "[inner]\nw1\n[outer:children]\ninner\n[zeta]\nw1\n[ungrouped]\n"
    text += "".join(f"[{group}:vars]\nansible_user={group}\n" for group in said)
    (found,) = read(tmp_path, text).targets
    assert found.user == user
    assert set(found.tags) == {"inner", "outer", "zeta"}


def test_priority_decides_between_groups_of_one_depth(tmp_path: Path) -> None:
    text = "[a]\nw1\n[b]\nw1\n[a:vars]\nansible_user=a\nansible_group_priority=10\n[b:vars]\nansible_user=b\n"
    assert read(tmp_path, text).targets[0].user == "a"
    assert read(tmp_path, text.replace("=10", "=x")).targets[0].user == "b"


def test_the_host_has_the_last_word_and_the_later_line(tmp_path: Path) -> None:
    text = "w1 ansible_user=one\nw1:23 ansible_user=two\n[a]\nw1 ansible_port=24\n[all:vars]\nansible_user=x\n"
    (found,) = read(tmp_path, text).targets
    assert (found.user, found.port, found.tags) == ("two", 24, ("a",))


# --- secrets ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("w1 ansible_password=hunter2 ansible_user=a\n", "line 1: ansible_password of w1"),
        ("w1 ansible_user=a ansible_ssh_pass='hunter2 x'\n", "line 1: ansible_ssh_pass of w1"),
        (
            "w1 ansible_user=a\n[all:vars]\nansible_become_pass=hunter2\nansible_become_password=hunter2\n",
            "line 3: ansible_become_pass of group all; line 4: ansible_become_password of group all",
        ),
        (
            "all:\n  hosts:\n    w1:\n      ansible_user: a\n      other: !vault |\n        $ANSIBLE_VAULT;hunter2\n",
            "line 5: other of w1",
        ),
        (
            "all:\n  vars: {ansible_sudo_pass: hunter2}\n  hosts: {w1: {ansible_user: a}}\n",
            "line 2: ansible_sudo_pass of group all",
        ),
        ("w1 ansible_user=a x='$ANSIBLE_VAULT;1.1;AES256 hunter2'\n", "line 1: x of w1"),
        ("w[1:1] ansible_user=a ansible_password=hunter2\n", "line 1: ansible_password of w1"),
        (
            "w1 ansible_user=a\n[all:vars]\n" + "".join(f"ansible_pass_{n}=hunter2\n" for n in range(7)),
            "; ".join(f"line {n + 3}: ansible_pass_{n} of group all" for n in range(5)) + "; 2 more",
        ),
    ],
)
def test_secrets_are_named_and_left_where_they_are(tmp_path: Path, text: str, places: str) -> None:
    found = read(tmp_path, text)
    assert [(one.name, one.user) for one in found.targets] == [("w1", "a")]
    (remark,) = found.remarks
    assert remark == (
        f"{tmp_path}/hosts: secrets are never read from an inventory ({places}); use the keyring or --secrets. "
        "All else was taken."
    )
    assert "hunter2" not in repr(found)


def test_a_secret_for_a_whole_range_is_named_once(tmp_path: Path) -> None:
    (remark,) = read(tmp_path, "w[1:200] ansible_password=hunter2\n").remarks
    assert "(line 1: ansible_password of w1);" in remark


@pytest.mark.parametrize(
    "text",
    [
        "w1 ansible_password='hunter2\n",
        "w1 ansible_password=a hunter2\n",
        "[web:vars]\nansible_password hunter2\n[web]\nw1\n",
        "w1 ansible_user=root:hunter2\n",
        "all:\n  hosts:\n    w1: {ansible_host: {x: hunter2}}\n",
        "all:\n  hosts:\n    w1: hunter2\n",
    ],
)
def test_a_fault_repeats_no_secret(tmp_path: Path, text: str) -> None:
    assert "hunter2" not in "".join(problems(tmp_path, text))


def test_an_encrypted_user_is_none(tmp_path: Path) -> None:
    text = "all:\n  hosts:\n    w1:\n      ansible_user: !vault |\n        $ANSIBLE_VAULT;1\n"
    assert read(tmp_path, text).targets == (Target("w1", "w1", 0),)


# --- what is said ----------------------------------------------------------------------------------------------------


def test_hosts_that_ssh_does_not_reach_are_left_out_and_named(tmp_path: Path) -> None:
    found = read(tmp_path, "w1\nwin ansible_connection=winrm\nbox ansible_connection=community.docker.docker\n")
    assert [one.name for one in found.targets] == ["w1"]
    (remark,) = found.remarks
    assert remark == (
        f"{tmp_path}/hosts: not every host is reached by SSH (win is reached by winrm; box is reached by docker); "
        "these were left out."
    )
    assert problems(tmp_path, "win ansible_connection=winrm\n") == [
        "hosts: holds no host that is reached by SSH or is this computer (win is reached by winrm)."
    ]


def test_folders_of_variables_are_named(tmp_path: Path) -> None:
    (tmp_path / "group_vars").mkdir()
    (remark,) = read(tmp_path, "w1\n").remarks
    assert remark.startswith(f"{tmp_path}/hosts: group_vars beside it is not read;")


def test_an_unknown_key_of_a_group(tmp_path: Path) -> None:
    found = read(tmp_path, "web:\n  hosts: {w1: }\n  host: {w2: }\n")
    assert [one.name for one in found.targets] == ["w1"]
    assert found.remarks == (
        f"{tmp_path}/hosts:3: group web: 'host' is none of hosts, vars, children and was left out.",
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[web]\n", ": holds no host that is reached by SSH or is this computer."),
        ("[web\nw1\n", ":1: '[web' is no section; write [group], [group:vars] or [group:children]."),
        ("[web:hosts]\nw1\n", ":1: '[web:hosts]' is no section; write"),
        ("w1 x\n", ":1: w1: a host is followed by name=value; put a value that holds spaces in quotes."),
        ("w1 x='a\n", ":1: 'w1': a quotation mark is open to the end of the line; close it."),
        ("w1\n[web:vars]\nx=1\n", ":2: there is no group web; add [web], or mend the name."),
        ("w1\n[a:children]\nweb\n", ":3: there is no group web; add [web], or mend the name."),
        ("w1\n[a]\n[a:vars]\nx y\n", ":4: group a: 'x' is no variable; write name=value."),
        ("w1\n[a:children]\nall\n", ":3: group a: all holds every group and can't stand in one; remove it."),
        ("-oProxyCommand=x\n", ":1: "),
        ("w1 ansible_host=-oX\n", ":1: w1: '-oX': '-oX' is not a host name or address;"),
        ("w1 ansible_host=192.0.2.1:22\n", ":1: w1: '192.0.2.1:22': the port has a key of its own, ansible_port."),
        ("w1 ansible_host=a@b\n", ":1: w1: 'a@b': the user has a key of its own, ansible_user."),
        ("w1\n[all:vars]\nansible_user=-x\n", ":3: w1: '-x@w1': '-x' is not a user name;"),
        ("w1\n[all:vars]\nansible_port=0\n", ":3: w1: ansible_port must be a whole number from 1 to 65535."),
        ("w1 ansible_port=٢٢\n", ":1: w1: ansible_port must be a whole number from 1 to 65535."),
        ("w1 ansible_port=" + "9" * 5000 + "\n", ":1: w1: ansible_port must be a whole number from 1 to 65535."),
        ("w1 ansible_host={{x}}\n", ":1: w1: ansible_host is a template, which only Ansible can fill in;"),
        ("w1 ansible_ssh_private_key_file=a\x1bb\n", ":1: w1: ansible_ssh_private_key_file holds control characters;"),
        ("w\x1b1\n", ":1: 'w\\x1b1'"),
        ("w\u202e1 ansible_host=a\n", ":1: 'w\\u202e1' can't be the name of a host; rename it."),
        ("a/b ansible_host=a\n", ":1: 'a/b' can't be the name of a host; rename it."),
        ("[-x]\nw1\n", ":1: '-x' can't be the name of a group; rename it."),
        ("[a\x1bb]\nw1\n", ":1: 'a\\x1bb' can't be the name of a group; rename it."),
        ("w[1:3\n", ":1: 'w[1:3' is no name of a host; write a name, or a range such as web[01:20]."),
        ("w[3:1]\n", ":1: 'w[3:1]': [3:1] is no range; write [01:20] or [a:d]"),
        ("w[1:999999999]\n", ":1: 'w[1:999999999]' stands for more than 10000 hosts; split the inventory."),
        ("w[1:5000]\nx[1:5001]\n", ":2: more than 10000 hosts; split the inventory."),
        ("[a:children]\nb\n[b:children]\na\n[c]\nw1\n", ":2: group a and group b stand in each other; remove one"),
        ("[a:children]\na\n[c]\nw1\n", ":2: group a and group a stand in each other;"),
        ("all:\n  hosts: [w1]\n", ":2: group all: hosts must be a mapping, such as {name: }."),
        ("all: 5\n", ":1: group all must be a mapping, such as {name: }."),
        ("all:\n  hosts:\n    w1: {ansible_user: [a]}\n", ":3: w1: ansible_user must be text."),
        (
            "all:\n  hosts:\n    w1: {ansible_host: !vault x}\n",
            ":3: w1: ansible_host is encrypted, so the host's address",
        ),
        ("all:\n  hosts: &a\n    w1:\n  vars: *a\n", ":2: anchors (&name) are not allowed; remove it."),
        ("all:\n  hosts: {w1: !!python/name:os.system x}\n", ":2: the tag tag:yaml.org,2002:python/name:os.system is"),
        ("all:\n  hosts:\n    w1:\n    w1:\n", ":4: the key 'w1' stands here twice; remove one."),
        ("all:\n  children: {web: {children: {all: }}}\n", ":2: group web: all holds every group"),
        ("#!/usr/bin/env python3\nprint()\n", ": is a program, which is never run; write its hosts to a file with "),
        ("$ANSIBLE_VAULT;1.1;AES256\n6162\n", ": is encrypted with Ansible Vault; give an inventory without secrets."),
        ("plugin: aws_ec2\nregions: [x]\n", ": sets up an inventory plugin, which is never run; write its hosts with "),
    ],
)
def test_faults_have_file_and_line(tmp_path: Path, text: str, said: str) -> None:
    found = problems(tmp_path, text)
    assert found[0].startswith(f"hosts{said}"), found


def test_many_faults_are_cut_short(tmp_path: Path) -> None:
    found = problems(tmp_path, "w1 x\n" * 1000)
    assert len(found) == 51
    assert found[-1] == "hosts: there may be more; mend these first."


def test_it_is_no_larger_than_a_megabyte(tmp_path: Path) -> None:
    assert problems(tmp_path, "# " + "x" * 1_000_000) == [
        "hosts: larger than 1000000 bytes; split it into several files."
    ]


def wide(parents: int, hosts: int) -> str:
    """Hosts in a group that many others hold, each with a group of its own, so that none is like another."""
    return (
        "".join(f"[p{n}:children]\nq\n" for n in range(parents))
        + "[q]\n"
        + "".join(f"w{n}\n[r{n}]\nw{n}\n[q]\n" for n in range(hosts))
    )


def test_groups_that_hold_each_other_without_end(tmp_path: Path) -> None:
    many = "".join(f"[g{n}:children]\ng{n + 1}\n" for n in range(1500)) + "[g1500]\nw[1:10000]\n"
    found = read(tmp_path, many)  # a chain is no cycle, and costs no stack
    assert (len(found.targets), len(found.targets[0].tags)) == (10_000, 1501)
    assert len(read(tmp_path, wide(1900, 90)).targets) == 90
    assert problems(tmp_path, wide(1700, 290)) == ["hosts: its groups hold each other too often; split the inventory."]
    groups = "".join(f"[g{n}]\n" for n in range(2001))
    assert problems(tmp_path, groups)[0].endswith(": more than 2000 groups; split the inventory.")


# --- ranges ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pattern", "names", "port"),
    [
        ("web", ["web"], ""),
        ("web[08:11].x", ["web08.x", "web09.x", "web10.x", "web11.x"], ""),
        ("web[8:11]:22", ["web8", "web9", "web10", "web11"], "22"),
        ("[a:c]1", ["a1", "b1", "c1"], ""),
        ("h[0:10:5]", ["h0", "h5", "h10"], ""),
        ("h[:2]", ["h0", "h1", "h2"], ""),
        ("h[1:2][x:y]", ["h1x", "h1y", "h2x", "h2y"], ""),
        ("2001:db8::1", ["2001:db8::1"], ""),
        ("[2001:db8::1]:22", ["2001:db8::1"], "22"),
        ("[2001:db8::1]", ["2001:db8::1"], ""),
    ],
)
def test_ranges(pattern: str, names: list[str], port: str) -> None:
    assert expand(pattern) == (tuple(names), port)


@pytest.mark.parametrize(
    "pattern",
    [
        *("", "a b", "a:b", "a:1:2", "h[]", "h[1]", "h[1:]", "h[a:5]", "h[aa:cc]", "h[1:2:0]", "h[1:2:x]", "h[01:100]"),
        *("h[2:1]", "h[d:a]", "h[1:2:3:4]", "h]1:2[", "h[[1:2]]", f"h[1:{MAX_HOSTS + 1}]", "h[1:200][1:200]"),
    ],
)
def test_no_ranges(pattern: str) -> None:
    with pytest.raises(UsageError):
        expand(pattern)


@given(st.text(max_size=80))
def test_any_text_is_a_pattern_or_a_fault(text: str) -> None:
    try:
        names, _ = expand(text)
    except UsageError:
        return
    assert 0 < len(names) <= MAX_HOSTS


WORDS = [
    *("[a]", "[b:vars]", "[a:children]", "a", "b", "w1", "w[1:3] ansible_port=2", "ansible_user=x", "x: y", "'"),
    *("all:", "  hosts:", "    w1:", "      ansible_host: x", "  children: {a: }", "---"),
]
LINES = st.lists(st.sampled_from(WORDS) | st.text(max_size=20), max_size=12).map("\n".join)


@given(LINES, st.sampled_from(["hosts", "hosts.yml"]))
def test_any_text_is_an_inventory_or_a_fault(tmp_path_factory: pytest.TempPathFactory, text: str, name: str) -> None:
    path = tmp_path_factory.getbasetemp() / name
    path.write_text(text, "utf-8")
    told: list[str] = []
    found = Inventory(())
    try:
        found = read_inventory(path)
    except ContentError as error:
        told = error.problems
    assert bool(told) != bool(found.targets)
    assert all(one.startswith(str(path)) for one in told)
    for one in found.targets:
        assert one.name.isprintable()
        assert not any(text.startswith("-") for text in (one.name, one.address))


# --- options of the ssh program --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("args", "jump"),
    [
        ("-J gate", "gate"),
        ("-Jgate", "gate"),
        ("-qJ a@gate:2222,inner", "a@gate:2222,inner"),
        ("-o ProxyJump=gate", "gate"),
        ("-oProxyJump=gate -o ControlMaster=auto -C", "gate"),
        ("-o 'ProxyJump gate'", "gate"),
        ('-o ProxyCommand="ssh -W %h:%p -q a@gate"', "a@gate"),
        ('-o ProxyCommand="ssh -q -p 2222 -l a gate -W %h:%p"', "a@gate:2222"),
        ('-o ProxyCommand="ssh gate nc -w 10 %h %p"', "gate"),
        ('-o ProxyCommand="ssh -J far -W %h:%p gate"', "far,gate"),
        ('-o ProxyCommand="ssh -W %h:%p ::1"', "[::1]"),
        ("-o ProxyCommand=none", ""),
    ],
)
def test_the_way_that_options_of_ssh_say(tmp_path: Path, args: str, jump: str) -> None:
    found = read(tmp_path, f"all:\n  hosts:\n    a:\n      ansible_ssh_common_args: {json.dumps(args)}\n", "x.yml")
    assert found.targets[0].proxy_jump == jump
    assert found.remarks == ()


def test_what_else_they_say_counts_after_the_variables(tmp_path: Path) -> None:
    args = "-p 2200 -l other -i ~/.ssh/x -o UserKnownHostsFile=~/known -o ConnectTimeout=7"
    text = f"[web]\na ansible_port=22 ansible_ssh_common_args='{args}'\nb ansible_ssh_extra_args='{args}'\n"
    one, two = read(tmp_path, text).targets
    assert (one.port, one.user, one.identity) == (22, "other", "~/.ssh/x")
    assert (two.port, two.user, two.known_hosts, two.connect_timeout) == (2200, "other", "~/known", 7)


def test_options_of_a_group_and_a_machine_that_is_the_jump_host_itself(tmp_path: Path) -> None:
    text = "[web]\ngate\nw1\n[web:vars]\nansible_ssh_common_args='-J gate'\n"
    assert [(one.name, one.proxy_jump) for one in read(tmp_path, text).targets] == [("gate", ""), ("w1", "gate")]


@pytest.mark.parametrize(
    ("args", "left"),
    [
        ("-o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null", "StrictHostKeyChecking; line 2: "),
        ("-o ProxyCommand='/opt/proxy --token hunter2 %h %p'", "ProxyCommand"),
        ("-o ProxyCommand='ssh -i hunter2 -W %h:%p gate'", "ProxyCommand"),
        ("-o ProxyCommand='sh -c hunter2'", "ProxyCommand"),
        ("-L 8080:localhost:80 -F hunter2", "-L; line 2: ansible_ssh_common_args: -F"),
        ("{{ hunter2 }}", "line 2: ansible_ssh_common_args, a template"),
    ],
)
def test_options_that_are_left_out_are_said_without_what_they_hold(tmp_path: Path, args: str, left: str) -> None:
    text = f"[web]\na ansible_ssh_common_args={json.dumps(args)}\nb ansible_ssh_common_args='-C'\n"
    found = read(tmp_path, text)
    (remark,) = found.remarks
    assert left in remark
    assert "host keys are always checked" in remark
    assert "hunter2" not in remark
    assert found.targets[0] == Target("a", "a", 0, tags=("web",))


@pytest.mark.parametrize(
    ("args", "said"),
    [
        ("-J 'gate", "a quotation mark is left open; close it."),
        ("-J a:hunter2@gate", "A password must not stand in an address; "),
        ("-p 99999", "'99999' must be a whole number from 1 to 65535."),
        ("-l -x", "'-x@a': '-x' is not a user name; "),
        ("-J a;b", "'a;b': 'a;b' is not a host name or address; "),
    ],
)
def test_options_that_cannot_be(tmp_path: Path, args: str, said: str) -> None:
    (found,) = problems(
        tmp_path, f"all:\n  hosts:\n    a:\n      ansible_ssh_common_args: {json.dumps(args)}\n", "x.yml"
    )
    assert found.startswith(f"x.yml:4: a: ansible_ssh_common_args: {said}")
    assert "hunter2" not in found
