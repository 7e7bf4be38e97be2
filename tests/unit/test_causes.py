"""One service that is down is one cause, however many findings it keeps from being told."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.causes import Cause, alone, causes
from app.judge.facts import read
from app.judge.rule import summarise
from app.model import CheckResult, Evidence, Probe, Reason, Result, RuleResult
from app.record import Finding

NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)
DOWN = "error: failed to connect to the hypervisor; error: no such file or directory"


def finding(message, result=Result.ERROR, target="hv1", item="4.1-a"):
    measured = RuleResult(item, target, (target,), result, Reason.COMMAND_FAILED, message)
    return Finding(measured, result.value)


def checked(result, message, subject=None):
    return CheckResult("a.b", subject, result, None, "", "", message)


@pytest.mark.parametrize("result", [Result.ERROR, Result.UNKNOWN, Result.NOTCHECKED, Result.FAIL, Result.PASS])
@pytest.mark.parametrize("others", [1, 2])
def test_a_sentence_stands_alone_whatever_stood_beside_it(result, others):
    """In the words that judging adds them in."""
    several = summarise([checked(result, "The door (of 3) stands open")] * others + [checked(Result.PASS, "x")] * 2)
    assert several.startswith("The door (of 3) stands open (")
    assert alone(several) == "The door (of 3) stands open."
    assert alone("The door (2 of 3) stands open (left).") == "The door (2 of 3) stands open (left)."


def test_the_same_words_of_a_host_behind_several_probes_are_one_cause():
    """Beginning with what judging makes of a command that fails."""
    messages = []
    for name in ("domains", "storage_pools"):
        probe = Probe(name, "libvirt", "virsh list", "user", "text")
        stderr = b"error: failed to connect to the hypervisor\nerror: no such file or directory\n"
        evidence = Evidence(name, "hv1", "virsh list", False, NOW, 0.1, 1, b"", stderr)
        messages.append(read(probe, evidence, "hv1").message)
    found = causes(
        [
            finding(f"{messages[0]}."),
            finding(f"{messages[0]} (2 of 3 went wrong)."),
            finding(f"{messages[1]}.", target="hv2"),
            finding("efibootmgr is not installed."),
        ]
    )
    assert found == (Cause(DOWN, 3, ("hv1", "hv2")),)


def test_only_what_could_not_be_told_has_a_cause_and_the_most_frequent_is_first():
    two, three = [finding("Timed out.")] * 2, [finding("No answer.", Result.UNKNOWN, "hv2")] * 3
    failed = [finding("The door stands open.", Result.FAIL)] * 9
    answered = [replace(one, effective="pass") for one in [finding("Broken.")] * 9]
    assert causes([*two, *failed, *three, *answered]) == (
        Cause("No answer", 3, ("hv2",)),
        Cause("Timed out", 2, ("hv1",)),
    )


def test_a_site_has_no_machine():
    assert causes([finding("Timed out.", target=None)] * 2) == (Cause("Timed out", 2, ()),)
