"""Every report says with which rights each command ran, and why not with more."""

import json
from dataclasses import replace
from datetime import date

from report_sample import sample
from report_text import json_text

from app.model import Evidence, Privilege, Reason
from app.record import ScanResult
from app.report.compose import compose

NOTE = "sudo asks for a password, and none was given."


def limited() -> ScanResult:
    """The sample, whose first machine gave no root rights."""
    scan = sample()
    first = scan.targets[0]
    name = first.target.name
    user = next(one for one in scan.evidence.values() if one.target == name)

    def piece(probe: str, *, root: bool, fault: Reason | None) -> Evidence:
        return replace(user, probe=probe, privileged=root, fault=fault, exit_status=None if fault else 0)

    evidence = {
        f"{name}/plain": piece("plain", root=False, fault=None),
        f"{name}/raised": piece("raised", root=True, fault=None),
        f"{name}/refused": piece("refused", root=True, fault=Reason.NO_RIGHTS),
    }
    state = replace(first, privilege=Privilege.USER, facts={**first.facts, "privilege_note": NOTE})
    return replace(scan, targets=(state, *scan.targets[1:]), evidence=evidence)


def test_the_appendix_names_the_account_of_each_command() -> None:
    scan = limited()
    exhibits = compose(scan, date(2026, 11, 23)).exhibits
    assert {one.source.partition("/")[2]: one.account for one in exhibits} == {
        "plain": scan.targets[0].target.user,
        "raised": "root",
        "refused": "root (not available)",
    }


def test_json_says_how_it_ran() -> None:
    evidence = json.loads(json_text(limited()))["evidence"]
    said = {key.partition("/")[2]: piece["privileged"] for key, piece in evidence.items() if "#" not in key}
    assert said == {"plain": False, "raised": True, "refused": False}


def test_a_machine_is_not_named_again_beside_its_name() -> None:
    scan = limited()
    state = scan.targets[0]
    facts = {**state.facts, "privilege_note": f"{state.target.name}: sudo is switched off."}
    named = replace(scan, targets=(replace(state, facts=facts), *scan.targets[1:]))
    assert compose(named, date(2026, 11, 23)).hosts[0].privilege == "unprivileged. sudo is switched off."


def test_the_machine_says_why_it_had_no_more() -> None:
    host = compose(limited(), date(2026, 11, 23)).hosts[0]
    assert host.privilege == f"unprivileged. {NOTE}"
    assert "privilege_note" not in dict(host.facts)
