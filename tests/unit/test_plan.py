"""What a target is asked: each probe once, of the addenda that may apply, for the chapters that were chosen."""

from dataclasses import replace

import pytest
from content_sample import check, probe, rule

from app.judge.expectation import Comparison, Operand
from app.model import Addendum, Benchmark, Check, Probe, Profile, Role, Scope, Target
from app.plan import IDENTITY, applying, plan, role_of

BOTH = (Role.HOST, Role.GUEST)


def looks(*names: str, item: str = "4.1-a", id_: str = "x.x") -> Check:
    return check(id_, item=item, expect=Comparison(f"{names[0]}.x", "equals", Operand("literal", 1)), collect=names[1:])


def addendum(
    name: str,
    probes: tuple[Probe, ...] = (),
    checks: tuple[Check, ...] = (),
    *,
    roles: tuple[Role, ...] = BOTH,
    extends: tuple[str, ...] = (),
    hypervisor: bool = False,
) -> Addendum:
    own = tuple(replace(one, addendum=name) for one in probes)
    return Addendum(name, name, "true", roles, hypervisor, extends, own, checks, ())


LINUX = addendum(
    "linux",
    (probe("kernel"), probe("sshd"), probe("sudoers"), probe("os_release"), probe("clock"), probe("unused")),
    (looks("sshd", "sudoers"), looks("sshd", item="7.1-a")),
)
LIBVIRT = addendum(
    "libvirt",
    (probe("domains"), probe("joined", command="", derived_from=("domains", "sshd"))),
    (looks("joined", item="4.1-c"), looks("sudoers", item="4.1-a")),
    roles=(Role.HOST,),
    extends=("linux",),
    hypervisor=True,
)
PROXMOX = addendum(
    "proxmox", (probe("pve"),), (looks("pve"),), roles=(Role.HOST,), extends=("libvirt",), hypervisor=True
)
GUEST = addendum("linux-guest", (probe("agent"),), (looks("agent"),), roles=(Role.GUEST,), extends=("linux",))
WINDOWS = addendum("windows", (probe("registry"),), (looks("registry"),))
RULES = (rule("4.1-a", Scope.BOTH), rule("4.1-c", Scope.HOST), rule("7.1-a", Scope.BOTH))


def benchmark(*addenda: Addendum) -> Benchmark:
    listed = addenda or (LINUX, LIBVIRT, GUEST, PROXMOX, WINDOWS)
    return Benchmark("b", "1", "B", "", (), RULES, listed, (), "d")


def asked(target: Target | None = None, profile: Profile | None = None, *addenda: Addendum) -> list[str]:
    found = plan(benchmark(*addenda), profile or Profile(), target or Target("hv1"))
    return [one.id for one in found.probes]


def test_each_probe_once_base_first_and_the_clock_before_all() -> None:
    assert asked() == ["clock", "kernel", "sshd", "sudoers", "os_release", "domains", "agent", "pve", "registry"]


def test_derived_probes_bring_their_sources_and_are_not_asked() -> None:
    found = asked(None, None, LINUX, LIBVIRT)
    assert "joined" not in found
    assert found[-1] == "domains"


def test_probes_that_no_check_needs_are_not_asked() -> None:
    assert "unused" not in asked()


def test_what_the_target_is_is_always_asked() -> None:
    nothing = Profile(chapters=("2",))
    assert set(asked(None, nothing)) == IDENTITY == {"kernel", "os_release", "clock"}


def test_chapters_choose_probes() -> None:
    assert asked(None, Profile(chapters=("7",)), LINUX) == ["clock", "kernel", "sshd", "os_release"]


@pytest.mark.parametrize(
    ("platform", "addenda"),
    [
        ("linux", ["linux"]),
        ("libvirt", ["linux", "libvirt"]),
        ("proxmox", ["linux", "libvirt", "proxmox"]),
        ("windows", ["windows"]),
    ],
)
def test_a_forced_platform_with_its_bases(platform: str, addenda: list[str]) -> None:
    found = plan(benchmark(), Profile(), Target("hv1", platform=platform))
    assert [one.id for one in found.addenda] == addenda
    assert found.forced == set(addenda)
    assert {one.addendum for one in found.probes} == set(addenda)


def test_detected_platforms_are_not_forced() -> None:
    assert plan(benchmark(), Profile(), Target("hv1")).forced == frozenset()


@pytest.mark.parametrize(
    ("role", "addenda"),
    [
        (Role.HOST, ["linux", "libvirt", "proxmox", "windows"]),
        (Role.GUEST, ["linux", "linux-guest", "windows"]),
        (Role.AUTO, ["linux", "libvirt", "linux-guest", "proxmox", "windows"]),
    ],
)
def test_a_known_role_leaves_out_what_is_for_the_other(role: Role, addenda: list[str]) -> None:
    found = plan(benchmark(), Profile(), Target("hv1", role=role))
    assert [one.id for one in found.addenda] == addenda


def test_a_check_uses_the_probes_of_all_its_bases() -> None:
    found = asked(Target("hv1", platform="libvirt"), Profile(chapters=("4",)))
    assert found.count("sudoers") == 1
    assert {"sshd", "sudoers", "domains"} <= set(found)


def test_addenda_that_apply() -> None:
    everything = benchmark().addenda
    found = applying(everything, ["linux", "libvirt", "windows"], Role.GUEST)
    assert [one.id for one in found] == ["linux", "windows"]
    assert applying(everything, [], Role.HOST) == ()


@pytest.mark.parametrize(
    ("detected", "wanted", "role"),
    [
        (["linux"], Role.AUTO, Role.HOST),
        (["linux", "linux-guest"], Role.AUTO, Role.GUEST),
        (["linux", "libvirt"], Role.AUTO, Role.HOST),
        (["linux", "linux-guest", "libvirt"], Role.AUTO, Role.HOST),  # a hypervisor in a guest runs guests
        ([], Role.AUTO, Role.HOST),
        (["linux", "libvirt"], Role.GUEST, Role.GUEST),
        (["linux", "linux-guest"], Role.HOST, Role.HOST),
    ],
)
def test_roles(detected: list[str], wanted: Role, role: Role) -> None:
    assert role_of(benchmark().addenda, detected, wanted) is role
