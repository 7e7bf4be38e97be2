"""The machines of an audit as a list."""

import pytest

from app import hostlist
from app.connection import Trial
from app.errors import UsageError
from app.model import Role, Target, TargetState
from app.targets import local_target, parse_target

HV1 = Target("hv1", "192.0.2.10", 22, "root", role=Role.HOST)
MAIL = Target("mail01", "192.0.2.21", 22, "audit", role=Role.GUEST, parent="hv1")
FACTS = {"os": "Debian 12", "guests": [{"name": "web01"}, {"name": "mail01"}, {"name": None}]}


def test_guests_stand_under_their_host_and_what_was_only_found_comes_last() -> None:
    states = {"hv1": TargetState(HV1, reachable=True, role=Role.HOST, facts=FACTS)}
    rows = hostlist.rows([MAIL, HV1], states, {})
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
    (row,) = hostlist.rows([HV1], {"hv1": state}, {"hv1": trial})
    assert (row.role, row.host_key, row.platform) == (Role.HOST, "SHA256:new", "Linux")
    (row,) = hostlist.rows([HV1], {"hv1": state}, {})
    assert (row.role, row.host_key) == (Role.GUEST, "SHA256:old")


def test_a_pasted_list() -> None:
    found = hostlist.pasted("root@hv1, hv2:2222\n# later\n\n[2001:db8::7]  # mail; and more")
    assert [(one.user, one.address, one.port) for one in found] == [
        ("root", "hv1", 0),
        ("", "hv2", 2222),
        ("", "2001:db8::7", 0),
    ]


def test_every_wrong_entry_is_named() -> None:
    with pytest.raises(UsageError) as raised:
        hostlist.pasted("good\nbad:port\n-oProxyCommand=x")
    assert "'bad:port'" in str(raised.value)
    assert "-oProxyCommand" in str(raised.value)


def test_nothing_is_added_twice() -> None:
    once = hostlist.added([], [local_target(), parse_target("root@hv1")])
    assert hostlist.added(once, [local_target(), parse_target("root@hv1"), parse_target("hv2")]) == (
        *once,
        parse_target("hv2"),
    )


def test_two_on_one_address_are_told_apart() -> None:
    both = hostlist.added([parse_target("hv1")], [parse_target("hv1:2222")])
    assert len({one.name for one in both}) == 2


def test_guests_follow_a_host_that_is_renamed_and_outlive_it() -> None:
    renamed = hostlist.changed([HV1, MAIL], "hv1", Target("alpha", "192.0.2.10"))
    assert [(one.name, one.parent) for one in renamed] == [("alpha", None), ("mail01", "alpha")]
    assert [(one.name, one.parent) for one in hostlist.without([HV1, MAIL], ["hv1"])] == [("mail01", None)]


@pytest.mark.parametrize("text", ["root@hv1", "hv1:2222", "audit@[2001:db8::7]:2222", "hv1"])
def test_an_address_reads_as_it_was_typed(text: str) -> None:
    assert hostlist.address_of(parse_target(text)) == text


def test_this_computer_has_none() -> None:
    assert hostlist.address_of(local_target()) == ""
