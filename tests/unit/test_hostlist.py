"""The machines of an audit as a list."""

from dataclasses import replace

import pytest

from app import hostlist, hostrows
from app.connection import Trial
from app.errors import UsageError
from app.model import Role, Target, TargetState
from app.targets import address_of, local_target, parse_target

HV1 = Target("hv1", "192.0.2.10", 22, "root", role=Role.HOST)
MAIL = Target("mail01", "192.0.2.21", 22, "audit", role=Role.GUEST, parent="hv1")
HV2 = Target("hv2", "192.0.2.11", 22, "root", role=Role.HOST)
FACTS = {"os": "Debian 12", "guests": [{"name": "web01"}, {"name": "mail01"}, {"name": None}]}


def test_guests_stand_under_their_host_and_what_was_only_found_comes_last() -> None:
    states = {"hv1": TargetState(HV1, reachable=True, role=Role.HOST, facts=FACTS)}
    rows = hostrows.rows([MAIL, HV1], states, {})
    assert [(row.name, row.depth, row.found) for row in rows] == [
        ("hv1", 0, False),
        ("mail01", 1, False),
        ("web01", 1, True),
        ("?", 1, True),
    ]
    assert rows[0].platform == "Debian 12"
    assert rows[2].role is Role.GUEST


def test_what_was_found_last_is_shown() -> None:
    state = TargetState(HV1, reachable=True, role=Role.GUEST, host_key="SHA256:old")
    trial = Trial("hv1", ok=True, sentence="Ready.", host_key="SHA256:new", role=Role.HOST, platform="Linux")
    (row,) = hostrows.rows([HV1], {"hv1": state}, {"hv1": trial})
    assert (row.role, row.host_key, row.platform) == (Role.HOST, "SHA256:new", "Linux")
    (row,) = hostrows.rows([HV1], {"hv1": state}, {})
    assert (row.role, row.host_key) == (Role.GUEST, "SHA256:old")


def test_a_pasted_list() -> None:
    found = hostlist.pasted("root@hv1, hv2:2222\n# later\n\n[2001:db8::7]  # mail; and more")
    assert [(one.user, one.address, one.port) for one in found.targets] == [
        ("root", "hv1", 0),
        ("", "hv2", 2222),
        ("", "2001:db8::7", 0),
    ]
    assert found.problems == ()


def test_every_wrong_line_is_named_and_kept() -> None:
    found = hostlist.pasted("good\nbad:port, -x  # remark\nother, -oProxyCommand=x\nlast")
    assert [one.name for one in found.targets] == ["good", "last"]
    assert [(number, line) for number, line, _ in found.problems] == [
        (2, "bad:port, -x  # remark"),
        (3, "other, -oProxyCommand=x"),
    ]
    assert "'bad:port'" in found.problems[0][2]
    assert "'-x'" in found.problems[0][2]
    assert "-oProxyCommand" in found.problems[1][2]
    assert found.rest == "bad:port, -x  # remark\nother, -oProxyCommand=x"


def test_nothing_is_added_twice() -> None:
    once = hostlist.added([], [local_target(), parse_target("root@hv1")])
    assert hostlist.added(once, [local_target(), parse_target("root@hv1"), parse_target("hv2")]) == (
        *once,
        parse_target("hv2"),
    )


def test_two_on_one_address_are_told_apart() -> None:
    both = hostlist.added([parse_target("hv1")], [parse_target("hv1:2222")])
    assert len({one.name for one in both}) == 2


def test_a_machine_keeps_the_name_of_its_results_when_another_one_comes() -> None:
    there = (parse_target("hv1"), parse_target("root@hv2"))
    new = (parse_target("hv1:2222"), parse_target("audit@hv2"), parse_target("ops@hv2:22"), parse_target("hv1:2222"))
    names = [one.name for one in hostlist.added(there, new)]
    assert names[:2] == ["hv1", "hv2"]
    assert len(set(names)) == len(names) == 5


def test_guests_follow_their_host_to_the_name_that_it_gets() -> None:
    there = (Target("hv1", "192.0.2.99"),)
    targets = hostlist.added(there, (HV1, MAIL))
    assert [(one.name, one.parent) for one in targets] == [("hv1", None), ("hv1:22", None), ("mail01", "hv1:22")]


def test_guests_follow_a_host_that_is_renamed_and_outlive_it() -> None:
    renamed = hostlist.changed([HV1, MAIL], "hv1", Target("alpha", "192.0.2.10"))
    assert [(one.name, one.parent) for one in renamed] == [("alpha", None), ("mail01", "alpha")]
    assert [(one.name, one.parent) for one in hostlist.without([HV1, MAIL], ["hv1"])] == [("mail01", None)]


def test_who_jumps_through_a_host_follows_its_new_name() -> None:
    inner = replace(MAIL, proxy_jump="hv1", parent=None)
    renamed = hostlist.changed([HV1, inner], "hv1", replace(HV1, name="alpha"))
    assert renamed[1].proxy_jump == "alpha"


def test_a_change_of_name_and_tags_leaves_a_test_valid_and_one_of_the_way_there_does_not() -> None:
    assert not hostlist.is_reached_otherwise(HV1, replace(HV1, name="a", tags=("x",), parent="b"))
    for changed in (replace(HV1, port=2222), replace(HV1, sudo="password"), replace(HV1, legacy_algorithms=True)):
        assert hostlist.is_reached_otherwise(HV1, changed)


def test_what_was_removed_is_put_back_where_it_stood() -> None:
    more = (HV1, MAIL, HV2)
    left = hostlist.without(more, ["hv1"])
    assert hostlist.put_back(left, more, ["hv1"]) == more
    added = (*left, Target("new", "192.0.2.50"))
    assert [one.name for one in hostlist.put_back(added, more, ["hv1"])] == ["hv1", "mail01", "hv2", "new"]
    taken = (*left, Target("hv1", "192.0.2.77"))
    assert [one.address for one in hostlist.put_back(taken, more, ["hv1"]) if one.name == "hv1"] == ["192.0.2.77"]


@pytest.mark.parametrize(
    ("names", "up", "order"),
    [
        (["hv2"], True, ["hv2", "mail01", "hv1"]),
        (["hv1"], True, ["hv1", "mail01", "hv2"]),
        (["hv1"], False, ["hv2", "mail01", "hv1"]),
        (["hv1", "hv2"], True, ["hv1", "mail01", "hv2"]),
        (["mail01"], True, ["hv1", "mail01", "hv2"]),
    ],
)
def test_machines_move_among_their_neighbours(names: list[str], up: bool, order: list[str]) -> None:
    assert [one.name for one in hostlist.moved((HV1, MAIL, HV2), names, up=up)] == order


def test_several_move_as_a_block() -> None:
    hosts = [Target(f"h{number}") for number in range(5)]
    assert [one.name for one in hostlist.moved(hosts, ["h2", "h3"], up=True)] == ["h0", "h2", "h3", "h1", "h4"]
    assert [one.name for one in hostlist.moved(hosts, ["h2", "h3"], up=False)] == ["h0", "h1", "h4", "h2", "h3"]


@pytest.mark.parametrize(
    ("names", "following", "order"),
    [
        (["h3"], ["h1", "h2", "h3"], ["h0", "h3", "h1", "h2", "h4"]),
        (["h0", "h3"], ["h2", "h3"], ["h1", "h0", "h3", "h2", "h4"]),
        (["h1"], [], ["h0", "h2", "h3", "h4", "h1"]),
        (["h1"], ["h1", "h2"], ["h0", "h1", "h2", "h3", "h4"]),
        (["h1"], ["nobody"], ["h0", "h2", "h3", "h4", "h1"]),
    ],
)
def test_machines_are_put_in_front_of_another(names: list[str], following: list[str], order: list[str]) -> None:
    hosts = [Target(f"h{number}") for number in range(5)]
    assert [one.name for one in hostlist.placed(hosts, names, following)] == order


def test_a_guest_stays_with_its_host_wherever_it_is_put() -> None:
    guests = [Target("g1", parent="hv1"), Target("g2", parent="hv1"), Target("g3", parent="hv2")]
    placed = hostlist.placed((HV1, *guests, HV2), ["g2"], ["hv1", "g1", "g2", "hv2", "g3"])
    assert [one.name for one in placed] == ["hv1", "g2", "g1", "g3", "hv2"]
    placed = hostlist.placed((HV1, *guests, HV2), ["g1"], ["hv2", "g3"])
    assert [one.name for one in placed] == ["hv1", "g2", "g1", "g3", "hv2"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", ""),
        (" SHA256:" + "a" * 43 + " ", "SHA256:" + "a" * 43),
        ("3072 SHA256:" + "a" * 43 + " root@hv1 (RSA)", "SHA256:" + "a" * 43),
    ],
)
def test_an_expected_key_is_found_in_what_ssh_keygen_prints(text: str, wanted: str) -> None:
    assert hostlist.parse_fingerprint(text) == wanted


@pytest.mark.parametrize("text", ["SHA256:short", "MD5:00:11", "SHA256:" + "a" * 44, "x" * 900])
def test_what_is_no_fingerprint_is_said(text: str) -> None:
    with pytest.raises(UsageError, match="ssh-keygen -l") as said:
        hostlist.parse_fingerprint(text)
    assert len(str(said.value)) < 200


def test_the_way_to_a_machine_leads_through_machines_of_the_audit() -> None:
    outer, inner, last = Target("outer"), Target("inner", proxy_jump="outer"), Target("last", proxy_jump="inner")
    other = Target("other", proxy_jump="of-the-ssh-config")
    assert {one.name for one in hostlist.jump_hosts((outer, inner, last, other), [last, other])} == {"inner", "outer"}
    assert [one.name for one in hostlist.ways((outer, inner, last, local_target()), outer)] == []
    assert [one.name for one in hostlist.ways((outer, inner, last), last)] == ["outer", "inner"]
    circle = (Target("a", proxy_jump="b"), Target("b", proxy_jump="a"))
    assert {one.name for one in hostlist.jump_hosts(circle, circle)} == {"a", "b"}


@pytest.mark.parametrize("text", ["", "none", "bastion of ours", "root@bastion:2222", "one,two@three:22"])
def test_a_jump_host_is_a_machine_of_the_audit_or_an_address(text: str) -> None:
    assert hostlist.parse_jump(f" {text} ", [Target("bastion of ours")]) == text


@pytest.mark.parametrize("text", ["bad host!", "one,", "-oProxyCommand=x", "a:99999"])
def test_what_is_no_jump_host_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        hostlist.parse_jump(text, [])


def test_a_guest_that_was_found_gets_the_address_that_a_person_gives() -> None:
    guest = hostlist.guest_of("web01", "hv1", "audit@192.0.2.30:2222")
    assert (guest.name, guest.parent, guest.address, guest.port) == ("web01", "hv1", "192.0.2.30", 2222)
    assert guest.role is Role.GUEST
    with pytest.raises(UsageError, match="address"):
        hostlist.guest_of("web01", "hv1", " ")


def test_the_key_of_a_test_counts_before_that_of_a_run_and_warns_of_clones() -> None:
    states = [TargetState(one, reachable=True, host_key=f"SHA256:{one.name}") for one in (HV1, MAIL)]
    assert hostlist.warnings((HV1, MAIL), hostlist.seen((HV1, MAIL), states, {}), resolve=lambda one: one) == ()
    trials = {"mail01": Trial("mail01", ok=False, sentence="?", host_key="SHA256:hv1")}
    (said,) = hostlist.warnings((HV1, MAIL), hostlist.seen((HV1, MAIL), states, trials), resolve=lambda one: one)
    assert "hv1 and mail01 have the same SSH host key" in said


@pytest.mark.parametrize("text", ["root@hv1", "hv1:2222", "audit@[2001:db8::7]:2222", "hv1"])
def test_an_address_reads_as_it_was_typed(text: str) -> None:
    assert address_of(parse_target(text)) == text


def test_this_computer_has_none() -> None:
    assert address_of(local_target()) == ""
