"""Items that need several machines: clocks, time servers, jobs that start together; nobody passes for another."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from content_sample import NOON, facts, rule, state
from hypothesis import given
from hypothesis import strategies as st

from app.model import Facts, Mode, Reason, Result, Role, RuleResult, Scope
from app.topology import Member, clocks, collisions, timeservers
from app.topology.collisions import DAY, SPREAD, Window, collide, windows
from app.topology.together import compare_members

T0 = NOON.timestamp()


def member(
    name: str, *, parent: str | None = None, took: float = 0.2, late: float = 0.0, reachable: bool = True, **known: Any
) -> Member:
    role = Role.GUEST if parent else Role.HOST
    fields = {} if reachable else {"error": f"{name}: refused."}
    asked = {"clock": (NOON + timedelta(seconds=late), took)}
    return Member(state(name, parent=parent, role=role, reachable=reachable, **fields), facts(known, name), asked)


def lost(one: Member, probe: str, reason: Reason, message: str) -> Member:
    return replace(one, facts={**one.facts, probe: Facts(probe, reason=reason, message=message)})


# --- clocks ----------------------------------------------------------------------------------------------------------


def clock(offset: float) -> dict[str, Any]:
    """A clock that differs from ours by so many seconds in the middle of a question of 0.2 s."""
    return {"clock": {"epoch": T0 + 0.1 + offset + 1e-7}}


HV = member("hv1", **clock(0.3))


@pytest.mark.parametrize(
    ("offset", "result", "reason"),
    [
        (0.3, Result.PASS, None),
        (1.0, Result.PASS, None),
        (1.05, Result.PASS, None),  # 0.75 s and 0.2 s of uncertainty
        (1.2, Result.UNKNOWN, Reason.FACT_MISSING),  # 0.9 s, and 0.2 s more can't be excluded
        (1.4, Result.UNKNOWN, Reason.FACT_MISSING),  # 1.1 s, but it may be 0.9 s
        (1.6, Result.FAIL, None),
        (-0.85, Result.UNKNOWN, Reason.FACT_MISSING),
        (-3600, Result.FAIL, None),
    ],
)
def test_clock_difference_and_its_uncertainty(offset: float, result: Result, reason: Reason | None) -> None:
    (found,) = clocks.judge(HV, [member("vm1", parent="hv1", **clock(offset))], {})
    assert (found.result, found.reason, found.subject) == (result, reason, "vm1")
    assert found.evidence == ("hv1/clock", "vm1/clock")
    assert f"{abs(offset - 0.3):.2f} s, give or take 0.20 s" in found.message


def test_words_of_the_clock_difference() -> None:
    guests = [member("vm1", parent="hv1", **clock(0.3)), member("vm2", parent="hv1", **clock(5.3))]
    first, second = clocks.judge(HV, guests, {})
    assert first.message == "The clocks of hv1 and vm1 differ by 0.00 s, give or take 0.20 s."
    assert second.message == "The clocks of hv1 and vm2 differ by 5.00 s, give or take 0.20 s, must be at most 1 s."
    assert second.expected == "must be at most 1 s"
    (third,) = clocks.judge(HV, [member("vm3", parent="hv1", **clock(1.3))], {})
    assert third.message.endswith("give or take 0.20 s, which can't be told from the bound of 1 s.")


def test_the_bound_is_the_site_s() -> None:
    guest = member("vm1", parent="hv1", **clock(3.3))
    assert clocks.judge(HV, [guest], {"clock_difference_seconds": 5})[0].result is Result.PASS
    assert clocks.judge(HV, [guest], {"clock_difference_seconds": 0.5})[0].expected == "must be at most 0.5 s"


def test_slow_questions_blur_the_comparison_and_never_pass_it() -> None:
    guest = member("vm1", parent="hv1", took=10, **clock(0.3))
    (found,) = clocks.judge(HV, [guest], {})
    assert found.result is Result.UNKNOWN


def test_when_the_question_was_asked_does_not_matter() -> None:
    guest = member("vm1", parent="hv1", late=600, clock={"epoch": T0 + 600.1 + 0.3 + 1e-7})
    assert clocks.judge(HV, [guest], {})[0].result is Result.PASS


def test_whole_seconds_are_half_a_second_unsure() -> None:
    assert clocks.offset(member("hv1", clock={"epoch": T0})) == pytest.approx((0.4, 0.6), abs=1e-6)
    assert clocks.offset(member("hv1", clock={"epoch": T0 + 0.25})) == pytest.approx((0.15, 0.1), abs=1e-6)
    coarse = member("vm1", parent="hv1", clock={"epoch": T0 + 1.0})
    (found,) = clocks.judge(HV, [coarse], {})
    assert found.result is Result.UNKNOWN  # 1.1 s, give or take 0.7 s


@pytest.mark.parametrize(
    ("broken", "result", "reason", "message"),
    [
        (
            member("vm1", parent="hv1", reachable=False),
            Result.NOTCHECKED,
            Reason.UNREACHABLE,
            "vm1 could not be looked at.",
        ),
        (member("vm1", parent="hv1"), Result.UNKNOWN, Reason.FACT_MISSING, "vm1 was not asked for clock."),
        (
            lost(member("vm1", parent="hv1"), "clock", Reason.TIMEOUT, "clock was slow"),
            Result.ERROR,
            Reason.TIMEOUT,
            "vm1: clock was slow.",
        ),
        (member("vm1", parent="hv1", clock={"epoch": "soon"}), Result.UNKNOWN, Reason.FACT_MISSING, None),
    ],
)
def test_a_clock_that_was_not_read(broken: Member, result: Result, reason: Reason, message: str | None) -> None:
    for host, guest, name in ((HV, broken, "vm1"), (replace(broken), member("vm9", parent="vm1", **clock(0)), "vm9")):
        (found,) = clocks.judge(host, [guest], {})
        assert (found.result, found.reason, found.subject) == (result, reason, name)
        assert message is None or found.message == message


# --- time servers ----------------------------------------------------------------------------------------------------


def served(name: str, *servers: str, parent: str | None = None, **more: Any) -> Member:
    return member(name, parent=parent, time_servers={"servers": list(servers), "service": "chrony"}, **more)


HOST = served("hv1", "ntp1", "ntp2", addresses={"addresses": ["192.0.2.10", "2001:db8::10"]})


@pytest.mark.parametrize(
    ("servers", "result", "message"),
    [
        (["ntp1"], Result.PASS, "vm1 uses ntp1, as hv1 does."),
        (["ntp2", "ntp1"], Result.PASS, "vm1 uses ntp2, ntp1, as hv1 does."),
        (["hv1"], Result.PASS, "vm1 uses hv1, as hv1 does."),
        (["hv1.example.org"], Result.PASS, None),
        (["192.0.2.10"], Result.PASS, None),
        (["2001:db8::10", "ntp1"], Result.PASS, None),
        (["ntp1", "pool"], Result.FAIL, "vm1 uses pool, must be the host's servers, or the host."),
        (["vm1"], Result.FAIL, "vm1 uses vm1, must be the host's servers, or the host."),
        ([], Result.FAIL, "vm1 names no time server, must be the host's servers, or the host."),
    ],
)
def test_time_servers(servers: list[str], result: Result, message: str | None) -> None:
    (found,) = timeservers.judge(HOST, [served("vm1", *servers, parent="hv1")], {})
    assert found.result is result
    assert message is None or found.message == message
    assert found.evidence == ("hv1/time_servers", "vm1/time_servers")


WHO = "must be the host's servers, or the host."


@pytest.mark.parametrize(
    ("host", "guest", "result"),
    [
        (["ntp1.example.org"], ["NTP1.Example.ORG."], Result.PASS),
        (["2001:DB8:0::7"], ["2001:db8::7"], Result.PASS),
        (["[2001:db8::7]"], ["2001:db8:0:0:0:0:0:7"], Result.PASS),
        (["::ffff:192.0.2.7"], ["192.0.2.7"], Result.PASS),
        (["192.0.2.8"], ["192.0.2.7"], Result.FAIL),
        (["ntp1.example.org"], ["ntp2.example.org"], Result.FAIL),
        (["ntp1.example.org"], ["192.0.2.7"], Result.UNKNOWN),  # it may be the address of that name
        (["192.0.2.7"], ["ntp1.example.org"], Result.UNKNOWN),
        (["ntp1.example.org"], ["ntp1"], Result.UNKNOWN),  # with the domain that the guest adds
        (["ntp1"], ["ntp1.example.org"], Result.UNKNOWN),
        (["ntp1.example.org"], ["ntp1", "ntp9.example.net"], Result.FAIL),
        (["2.debian.pool.ntp.org"], ["2.debian.pool.ntp.org"], Result.UNKNOWN),
        (["pool.ntp.org"], ["2.rhel.pool.ntp.org."], Result.UNKNOWN),
        (["ntp1.example.org"], ["2.rhel.pool.ntp.org"], Result.FAIL),
        (["pool.example.org"], ["pool.example.org"], Result.PASS),  # the site's own
        (["127.0.0.1"], ["127.0.0.1"], Result.UNKNOWN),
        (["localhost"], ["localhost"], Result.UNKNOWN),
        (["ntp.localdomain"], ["ntp.localdomain"], Result.PASS),
        ([], ["ntp1.example.org"], Result.FAIL),
    ],
)
def test_time_servers_as_they_are_written(host: list[str], guest: list[str], result: Result) -> None:
    (found,) = timeservers.judge(served("hv1", *host), [served("vm1", *guest, parent="hv1")], {})
    assert found.result is result
    assert found.reason is (Reason.FACT_MISSING if result is Result.UNKNOWN else None)
    assert result is not Result.FAIL or found.message.endswith(WHO)


POOL = "2.debian.pool.ntp.org"


@pytest.mark.parametrize(
    ("host", "guest", "result"),
    [
        (("ntp1.example.org", ["192.0.2.7"]), ("192.0.2.7", ["192.0.2.7"]), Result.PASS),
        (("192.0.2.7", ["192.0.2.7"]), ("ntp1.example.org", ["192.0.2.7"]), Result.PASS),
        (("ntp1.example.org", ["192.0.2.7"]), ("192.0.2.9", ["192.0.2.9"]), Result.FAIL),
        (("ntp.example.org", ["192.0.2.7"]), ("time.example.org", ["192.0.2.7"]), Result.PASS),  # another name of it
        ((POOL, ["192.0.2.7", "192.0.2.8"]), (POOL, ["192.0.2.8"]), Result.PASS),
        ((POOL, ["192.0.2.7", "192.0.2.8"]), (POOL, ["192.0.2.8", "192.0.2.9"]), Result.FAIL),
        ((POOL, ["192.0.2.7"]), (POOL, []), Result.UNKNOWN),
        (("ntp1.example.org", ["2001:db8::7"]), ("192.0.2.7", ["192.0.2.7"]), Result.UNKNOWN),  # may be one server
        (("ntp1.example.org", ["2001:db8::7", "192.0.2.8"]), ("192.0.2.7", ["192.0.2.7"]), Result.FAIL),
        (("ntp1.example.org", ["192.0.2.7"]), ("ntp1.example.org", ["192.0.2.9"]), Result.PASS),  # as it asks for
        (("ntp1.example.org", ["192.0.2.7"]), ("hv.example.org", ["198.51.100.1"]), Result.PASS),  # the host
    ],
)
def test_servers_in_use_tell_what_names_do_not(
    host: tuple[str, list[str]], guest: tuple[str, list[str]], result: Result
) -> None:
    def using(name: str, server: str, sources: list[str], parent: str | None = None) -> Member:
        known = {
            "time_servers": {"servers": [server], "sources": sources},
            "addresses": {"addresses": ["198.51.100.1"]},
        }
        return member(name, parent=parent, **(known if parent is None else {"time_servers": known["time_servers"]}))

    (found,) = timeservers.judge(using("hv1", *host), [using("vm1", *guest, parent="hv1")], {})
    assert found.result is result


@pytest.mark.parametrize(
    ("sources", "result"), [(["192.0.2.17"], Result.UNKNOWN), (["192.0.2.17", "192.0.2.9"], Result.FAIL)]
)
def test_a_name_with_several_addresses_may_differ(sources: list[str], result: Result) -> None:
    """Of these one may be another address of ntp1, which both name."""
    hv1 = member("hv1", time_servers={"servers": ["ntp1"], "sources": ["192.0.2.7"]})
    vm1 = member("vm1", parent="hv1", time_servers={"servers": ["ntp1", "time.example.org"], "sources": sources})
    (found,) = timeservers.judge(hv1, [vm1], {})
    assert found.result is result


@pytest.mark.parametrize(
    ("clocks", "correctors", "result"),
    [
        (["KVM virtual PTP"], ["chrony"], Result.PASS),
        (["hyperv"], ["chrony"], Result.PASS),
        (["/dev/ptp1"], ["chrony"], Result.UNKNOWN),
        ([], ["vmtoolsd"], Result.PASS),
        ([], ["chrony"], Result.FAIL),
    ],
)
def test_the_clock_of_the_host_needs_no_server(clocks: list[str], correctors: list[str], result: Result) -> None:
    known = {"time_servers": {"servers": [], "clocks": clocks}, "guest_time": {"correctors": correctors}}
    (found,) = timeservers.judge(HOST, [member("vm1", parent="hv1", **known)], {})
    assert found.result is result


def test_time_servers_that_are_not_known() -> None:
    guest = served("vm1", "ntp1", parent="hv1")
    silent = lost(HOST, "time_servers", Reason.NO_RIGHTS, "time_servers needs root rights")
    (found,) = timeservers.judge(silent, [guest], {})
    assert (found.result, found.reason, found.message) == (
        Result.UNKNOWN,
        Reason.NO_RIGHTS,
        "hv1: time_servers needs root rights.",
    )
    (found,) = timeservers.judge(HOST, [member("vm1", parent="hv1", reachable=False)], {})
    assert (found.result, found.reason) == (Result.NOTCHECKED, Reason.UNREACHABLE)


# --- jobs ------------------------------------------------------------------------------------------------------------


def job(start: str | None, delay: int | None = 0, kind: str = "update", name: str = "job") -> dict[str, Any]:
    return {"name": name, "kind": kind, "start": start, "random_delay": delay}


def busy(name: str, *listed: dict[str, Any], parent: str | None = None) -> Member:
    return member(name, parent=parent, jobs={"jobs": list(listed)})


def window(machine: str, start: int, width: int = 0, kind: str = "update") -> Window:
    return Window(machine, "job", kind, start, width)


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ((3600, 0), (3600, 0), True),
        ((3600, 0), (3601, 0), False),
        ((3600, 600), (4200, 0), True),
        ((3600, 600), (4201, 0), False),
        ((4200, 0), (3600, 600), True),
        ((86_100, 600), (200, 0), True),  # 23:55 with ten minutes of delay reaches 00:03
        ((86_100, 600), (301, 0), False),
        ((200, 0), (86_100, 600), True),
        ((0, 0), (86_399, 0), False),
        ((3600, SPREAD), (3600, SPREAD), False),  # both are spread as the guideline's example does
        ((3600, SPREAD), (3600, SPREAD - 1), True),
        ((3600, SPREAD - 1), (3600, SPREAD - 1), True),
        ((3600, 7200), (7200, 7200), False),
    ],
)
def test_windows_that_collide(one: tuple[int, int], other: tuple[int, int], together: bool) -> None:
    assert collide(window("a", *one), window("b", *other)) is together
    assert collide(window("b", *other), window("a", *one)) is together


def test_windows_of_one_machine_or_two_kinds() -> None:
    assert not collide(window("a", 3600), window("a", 3600))
    assert not collide(window("a", 3600), window("b", 3600, kind="backup"))


@given(
    start=st.integers(0, DAY - 1),
    other=st.integers(0, DAY - 1),
    width=st.integers(0, SPREAD - 1),
    shift=st.integers(0, DAY),
)
def test_midnight_is_a_time_like_any_other(start: int, other: int, width: int, shift: int) -> None:
    plain = collide(window("a", start, width), window("b", other, width))
    moved = collide(window("a", (start + shift) % DAY, width), window("b", (other + shift) % DAY, width))
    assert plain == moved == ((other - start) % DAY <= width or (start - other) % DAY <= width)


def test_which_jobs_have_a_window() -> None:
    machine = busy(
        "hv1",
        job("06:25", 0, "update", "apt"),
        job("23:59", 3600, "backup", "borg"),
        job(None, 0, "update", "no fixed time"),
        job("03:00", 0, "other", "mail"),
        job("soon", 0, "update", "unreadable"),
        job("04:30", None, "integrity", "aide"),
    )
    assert [(one.job, one.start, one.width) for one in windows(machine)] == [
        ("apt", 23_100, 0),
        ("borg", 86_340, 3600),
        ("aide", 16_200, 0),
    ]
    assert windows(member("x")) == []


def test_collisions_name_both_machines() -> None:
    host = busy("hv1", job("02:00", name="apt-host"))
    guests = [busy("vm1", job("06:25", name="apt"), parent="hv1"), busy("vm2", job("06:25", name="dnf"), parent="hv1")]
    (found,) = collisions.judge(host, guests, {})
    assert (found.result, found.subject) == (Result.FAIL, None)
    assert found.actual == "apt on vm1 and dnf on vm2"
    assert found.message == ("Jobs start together: apt on vm1 and dnf on vm2, must not start together on one host.")
    assert found.evidence == ("hv1/jobs", "vm1/jobs", "vm2/jobs")
    (found,) = collisions.judge(host, guests[:1], {})
    assert (found.result, found.message) == (Result.PASS, "No jobs of hv1, vm1 start together.")


def test_a_machine_that_was_not_looked_at_leaves_it_open_but_excuses_nothing() -> None:
    host = busy("hv1", job("06:25", name="apt"))
    away = member("vm1", parent="hv1", reachable=False)
    (found,) = collisions.judge(host, [away], {})
    assert (found.result, found.reason) == (Result.NOTCHECKED, Reason.UNREACHABLE)
    clash = busy("vm2", job("06:25", name="apt"), parent="hv1")
    (found,) = collisions.judge(host, [away, clash], {})
    assert found.result is Result.FAIL
    slow = lost(busy("vm3", parent="hv1"), "jobs", Reason.TIMEOUT, "jobs was slow")
    (found,) = collisions.judge(host, [slow], {})
    assert (found.result, found.reason, found.message) == (Result.ERROR, Reason.TIMEOUT, "vm3: jobs was slow.")


# --- all together ----------------------------------------------------------------------------------------------------

RULES = (
    rule("6.1.1-c", Scope.CROSS_HOST),
    rule("6.1.3-c", Scope.CROSS_HOST),
    rule("6.1.3-e", Scope.CROSS_HOST),
    rule("6.1.3-f", Scope.CROSS_HOST, Mode.ASSISTED),
    rule("4.1-a", Scope.HOST),
)


def alone(
    item: str, target: str, result: Result = Result.NOTCHECKED, reason: Reason = Reason.NOT_DECIDABLE
) -> RuleResult:
    return RuleResult(item, target, (target,), result, reason, "A person answers.")


def whole(name: str, offset: float, *servers: str, parent: str | None = None) -> Member:
    known = {**clock(offset), "jobs": {"jobs": []}, "time_servers": {"servers": list(servers)}}
    return member(name, parent=parent, **known)


def compare(members: list[Member], **replaced: RuleResult) -> dict[tuple[str, str | None], RuleResult]:
    measured = {
        (one.id, machine.name): alone(one.id, machine.name)
        for one in RULES
        for machine in members
        if one.scope is Scope.CROSS_HOST and machine.state.role is Role.HOST
    }
    measured.update({(one.item, str(one.target)): one for one in replaced.values()})
    return {(one.item, one.target): one for one in compare_members(RULES, members, measured, {})}


def test_one_finding_per_host_with_every_machine() -> None:
    members = [
        whole("hv1", 0, "ntp1"),
        whole("vm1", 0, "ntp1", parent="hv1"),
        whole("vm2", 9, "ntp9", parent="hv1"),
        whole("hv2", 0, "ntp1"),
        whole("vm3", 0, "ntp1", parent="hv2"),
    ]
    found = compare(members)
    assert set(found) == {(one.id, host) for one in RULES[:4] for host in ("hv1", "hv2")}
    first = found["6.1.3-e", "hv1"]
    assert first.targets == ("hv1", "vm1", "vm2")
    assert (first.result, first.reason) == (Result.FAIL, None)
    assert first.message.startswith("vm2: The clocks of hv1 and vm2 differ by 9.00 s")
    assert [one.subject for one in first.checks] == ["vm1", "vm2"]
    assert found["6.1.3-c", "hv1"].result is Result.FAIL
    assert found["6.1.1-c", "hv1"].result is Result.PASS
    for item in ("6.1.1-c", "6.1.3-c", "6.1.3-e"):
        assert found[item, "hv2"].result is Result.PASS
        assert found[item, "hv2"].targets == ("hv2", "vm3")


def test_a_guest_cannot_pass_for_another() -> None:
    """The well-set guest leaves the other one's finding as it is, and a guest of another host changes nothing."""
    good = [whole("hv1", 0, "ntp1"), whole("vm1", 0, "ntp1", parent="hv1"), whole("vm9", 0, "ntp1", parent="hv2")]
    bad = member("vm2", parent="hv1", reachable=False)
    found = compare([*good, bad])
    for item in ("6.1.1-c", "6.1.3-c", "6.1.3-e"):
        assert found[item, "hv1"].result is Result.NOTCHECKED
        assert found[item, "hv1"].reason is Reason.UNREACHABLE
        assert found[item, "hv1"].targets == ("hv1", "vm1", "vm2")


def test_a_guest_with_the_host_s_name_in_its_facts_is_still_itself() -> None:
    liar = whole("vm1", 0, "hv9", parent="hv1")
    liar = replace(liar, facts={**liar.facts, **facts({"addresses": {"addresses": ["hv9"]}}, "vm1")})
    assert compare([whole("hv1", 0, "ntp1"), liar])["6.1.3-c", "hv1"].result is Result.FAIL


def test_a_host_without_guests() -> None:
    found = compare([whole("hv1", 0, "ntp1")])["6.1.3-e", "hv1"]
    assert (found.result, found.reason) == (Result.NOTCHECKED, Reason.NO_SUBJECT)
    assert found.message == "No guest of hv1 is in this audit, so there is nothing to compare it with."


def test_a_host_that_was_not_reached() -> None:
    host = member("hv1", reachable=False)
    told = alone("6.1.3-e", "hv1", reason=Reason.UNREACHABLE)
    assert compare([host], told=told)["6.1.3-e", "hv1"] == told
    found = compare([host, whole("vm1", 0, "ntp1", parent="hv1")], told=told)["6.1.3-e", "hv1"]
    assert (found.result, found.reason) == (Result.NOTCHECKED, Reason.UNREACHABLE)
    assert found.targets == ("hv1", "vm1")


def test_assisted_and_left_out_items_only_get_their_machines() -> None:
    members = [whole("hv1", 0, "ntp1"), whole("vm1", 9, "ntp1", parent="hv1")]
    left_out = alone("6.1.3-e", "hv1", Result.NOTSELECTED, Reason.OUT_OF_SCOPE)
    asked = alone("6.1.3-f", "hv1", Result.NOTCHECKED, Reason.AWAITING_SIGNOFF)
    found = compare(members, left_out=left_out, asked=asked)
    assert found["6.1.3-e", "hv1"] == replace(left_out, targets=("hv1", "vm1"))
    assert found["6.1.3-f", "hv1"] == replace(asked, targets=("hv1", "vm1"))


def test_comparing_again_takes_the_place_of_the_former_comparison() -> None:
    members = [whole("hv1", 0, "ntp1"), whole("vm1", 0, "ntp1", parent="hv1")]
    once = compare(members)["6.1.3-e", "hv1"]
    assert compare(members, before=once)["6.1.3-e", "hv1"] == once
