"""Evidence to facts: what each exit status means, and that nothing a host sends is believed or raised by mistake."""

import json
from typing import Any

import pytest
from content_sample import evidence, probe
from hypothesis import given
from hypothesis import strategies as st

from app.judge.facts import decode, evidence_id, read, read_facts
from app.model import Evidence, Facts, Probe, Reason
from app.parsers.registry import DERIVATIONS, PARSERS


def facts(given_probe: Probe | None = None, output: bytes = b"colour=green\n", **fields: Any) -> Facts:
    return read(given_probe or probe(), evidence(output=output, **fields), "hv1")


def test_an_answer() -> None:
    assert facts() == Facts("settings", value={"colour": "green"}, evidence=("hv1/settings",))
    assert evidence_id("hv1", "settings") == "hv1/settings"


@pytest.mark.parametrize(
    ("status", "exits", "reason", "message"),
    [
        (0, (0,), None, ""),
        (1, (0, 1), None, ""),
        (3, (3,), None, ""),
        (126, (0,), Reason.NO_RIGHTS, "settings needs root rights, which this login doesn't have"),
        (127, (0,), Reason.TOOL_MISSING, "the program is not installed"),
        (127, (0, 127), Reason.TOOL_MISSING, "the program is not installed"),
        (0, (1,), Reason.COMMAND_FAILED, "settings ended with status 0: colour=green"),
        (1, (0,), Reason.COMMAND_FAILED, "settings ended with status 1: colour=green"),
        (255, (0,), Reason.COMMAND_FAILED, "settings ended with status 255: colour=green"),
        (137, (0, 1), Reason.COMMAND_FAILED, "settings ended with status 137: colour=green"),
        (-1, (0,), Reason.COMMAND_FAILED, "settings ended with status -1: colour=green"),
        (None, (0,), Reason.COMMAND_FAILED, "settings ended with status None: colour=green"),
    ],
)
def test_exit_statuses(status: int | None, exits: tuple[int, ...], reason: Reason | None, message: str) -> None:
    found = facts(probe(exits=exits), exit_status=status)
    assert (found.reason, found.message) == (reason, message)
    assert found.value == (None if reason else {"colour": "green"})
    assert found.evidence == ("hv1/settings",)


def test_a_failing_command_says_what_it_printed() -> None:
    found = facts(exit_status=2, stderr=b"settings: no\n  such   file\n")
    assert found.message == "settings ended with status 2: settings: no such file"
    assert facts(exit_status=2, output=b"", stderr=b"").message == "settings ended with status 2"
    lines = facts(exit_status=1, output=b"", stderr=b"error: no connection\r\n\nerror: no  socket\n")
    assert lines.message == "settings ended with status 1: error: no connection; error: no socket"
    assert len(facts(exit_status=2, stderr=b"x" * 5000).message) < 300


@pytest.mark.parametrize(
    "said",
    [
        "cat: /etc/shadow: Permission denied",
        "nft: Operation not permitted (you must be root)",
        "iptables v1.8.9: Could not fetch rule set generation id: Permission denied (you must be root)",
        "You need to be root to perform this command.",
        "dmesg: read kernel buffer failed: Operation not permitted",
        "error: authentication unavailable: no polkit agent available",
        "sudo: a password is required",
        "error: operation forbidden: read only access prevents virDomainOpenConsole",
        "virsh: access denied",
        "This program must be root to run",
    ],
)
def test_missing_rights_are_heard(said: str) -> None:
    for fields in ({"stderr": said.encode(), "output": b""}, {"output": said.encode()}):
        found = facts(exit_status=1, **fields)
        assert found.reason is Reason.NO_RIGHTS
        assert found.message == "settings needs root rights, which this login doesn't have"


def test_what_refuses_root_is_told_as_such() -> None:
    """As auditctl does in a container: the login has root rights, so it can't be said to lack them."""
    said = b"Error sending status request (Operation not permitted)\n"
    found = facts(exit_status=1, output=b"", stderr=said, privileged=True)
    assert found.reason is Reason.NO_RIGHTS
    assert found.message == (
        "settings was refused, though it ran as root: Error sending status request (Operation not permitted)"
    )


@pytest.mark.parametrize("complete", [True, False])
def test_silence_for_want_of_rights_is_no_answer(complete: bool) -> None:
    found = facts(probe(parser="lines", complete=complete), output=b"", stderr=b"find: /root: Permission denied\n")
    assert found.reason is Reason.NO_RIGHTS


def test_an_answer_that_speaks_of_rights() -> None:
    """A log that quotes other programs is an answer, and so is long output of a failing command."""
    assert facts(probe(parser="lines"), output=b"sshd: permission denied for root\n").reason is None
    long = b"x" * 3000 + b" permission denied"
    assert facts(exit_status=1, output=long).reason is Reason.COMMAND_FAILED


@pytest.mark.parametrize("output", [b"", b"\n", b"  \n\t\n"])
def test_empty_output(output: bytes) -> None:
    found = facts(output=output)
    assert (found.reason, found.message) == (
        Reason.UNPARSEABLE,
        "settings printed nothing, where something was expected",
    )
    found = facts(probe(parser="lines", complete=False), output=output)
    assert found.value == {"lines": [], "count": 0}


def test_truncated_output_is_not_judged() -> None:
    found = facts(truncated=True)
    assert (found.value, found.reason) == (None, Reason.TRUNCATED)
    assert found.message == "settings printed more than is kept, so its end is not known"


@pytest.mark.parametrize(
    ("fault", "message"),
    [
        (Reason.NO_RIGHTS, "settings needs root rights, which this login doesn't have"),
        (Reason.TIMEOUT, "settings took longer than its time limit"),
        (Reason.CONNECTION_LOST, "settings was not answered before the connection ended"),
        (Reason.CANCELLED, "settings was cancelled"),
        (Reason.TAMPERED, "settings came back in a broken or doubled frame"),
        (Reason.TRUNCATED, "settings printed more than is kept, so its end is not known"),
        (Reason.UNREACHABLE, "settings was not asked, since the target can't be reached"),
        (Reason.OTHER_ROLE, "settings could not be looked at"),
    ],
)
def test_faults_win_over_output(fault: Reason, message: str) -> None:
    found = facts(fault=fault, exit_status=0)
    assert (found.value, found.reason, found.message) == (None, fault, message)


def test_missing_programs() -> None:
    asked = probe(needs=("aide", "tripwire"))
    found = facts(asked, fault=Reason.TOOL_MISSING, exit_status=None)
    assert (found.reason, found.message) == (Reason.TOOL_MISSING, "one of aide, tripwire is not installed")
    known = probe(needs=("aide",), if_missing={"installed": False})
    assert facts(known, fault=Reason.TOOL_MISSING, exit_status=None).value == {"installed": False}
    # Status 127 may be any command of the probe: only the look beforehand proves that the program isn't there.
    assert facts(known, exit_status=127).reason is Reason.TOOL_MISSING
    assert facts(probe(needs=("aide",), if_missing=False), fault=Reason.TOOL_MISSING).value is False


def test_a_probe_without_evidence() -> None:
    found = read(probe(), None, "hv1")
    assert (found.reason, found.message, found.evidence) == (
        Reason.CONNECTION_LOST,
        "settings was not answered",
        (),
    )


def raising(error: Exception) -> Any:
    def parser(_answer: object) -> None:
        raise error

    return parser


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (ValueError("expected\n two   words"), "expected two words"),
        (ValueError("x" * 1000), "x" * 300),
        (KeyError("a"), "unexpected form (KeyError)"),
        (IndexError("a"), "unexpected form (IndexError)"),
        (TypeError("a"), "unexpected form (TypeError)"),
        (AttributeError("a"), "unexpected form (AttributeError)"),
        (ZeroDivisionError("a"), "unexpected form (ZeroDivisionError)"),
        (RecursionError("a"), "unexpected form (RecursionError)"),
    ],
)
def test_a_parser_that_stumbles(monkeypatch: pytest.MonkeyPatch, error: Exception, said: str) -> None:
    monkeypatch.setitem(PARSERS, "stumbling", raising(error))
    found = facts(probe(parser="stumbling"))
    assert (found.value, found.reason, found.message) == (None, Reason.UNPARSEABLE, f"settings can't be read: {said}")
    monkeypatch.setitem(DERIVATIONS, "stumbling", raising(error))
    derived = probe("joined", command="", parser="stumbling", derived_from=("settings",))
    found = read_facts([derived, probe()], {"settings": evidence()}, "hv1")["joined"]
    assert (found.reason, found.message) == (Reason.UNPARSEABLE, f"joined can't be worked out: {said}")


def test_a_bug_in_a_parser_travels(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(PARSERS, "broken", raising(NameError("typo")))
    with pytest.raises(NameError):
        facts(probe(parser="broken"))


def test_derived_facts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(DERIVATIONS, "joined", lambda known: {"both": [known["a"]["x"], known["b"]["x"]]})
    probes = [probe("joined", command="", parser="joined", derived_from=("a", "b")), probe("a"), probe("b")]
    answers = {"a": evidence("a", b"x=1\n"), "b": evidence("b", b"x=2\n")}
    found = read_facts(probes, answers, "hv1")["joined"]
    assert found == Facts("joined", value={"both": ["1", "2"]}, evidence=("hv1/a", "hv1/b"))
    answers["b"] = evidence("b", b"", fault=Reason.TIMEOUT)
    found = read_facts(probes, answers, "hv1")["joined"]
    assert (found.value, found.reason, found.message) == (
        None,
        Reason.TIMEOUT,
        "b took longer than its time limit",
    )
    assert found.evidence == ("hv1/a", "hv1/b")


def test_bytes_that_are_no_text() -> None:
    assert decode(b"gr\xfcn \xff") == "gr\\xfcn \\xff"
    assert facts(output=b"colour=gr\xfcn\n").value == {"colour": "gr\\xfcn"}


@pytest.mark.parametrize(
    ("output", "value"),
    [
        ('{"a": "\\ud800"}', {"a": "\\ud800"}),
        ('{"\\udfff": 1}', {"\\udfff": 1}),
        ('["\\ud83d\\ude00", "\\u00e9"]', ["\U0001f600", "é"]),
    ],
)
def test_half_a_surrogate_pair_becomes_visible(output: str, value: Any) -> None:
    found = facts(probe(parser="json"), output=output.encode())
    assert found.value == value
    json.dumps(found.value, ensure_ascii=False).encode()  # can be stored


@pytest.mark.parametrize("output", [b"NaN", b'{"a": [Infinity]}', b"[" * 60 + b"]" * 60, b"[" * 3000, b"1" * 5000])
def test_json_that_cannot_be_judged(output: bytes) -> None:
    assert facts(probe(parser="json"), output=output).reason is Reason.UNPARSEABLE


@given(output=st.binary(max_size=200), stderr=st.binary(max_size=60), status=st.none() | st.integers(-1, 130))
def test_arbitrary_bytes_never_raise(output: bytes, stderr: bytes, status: int | None) -> None:
    answer = evidence(output=output, stderr=stderr, exit_status=status)
    for name in ("json", "keyvalue", "lines", "number", "text"):
        found = read(probe(parser=name), answer, "hv1")
        assert (found.reason is None) == (found.value is not None or output.strip() == b"null")
        assert found.reason is None or found.message


FAULTS = st.sampled_from([Reason.TIMEOUT, Reason.CONNECTION_LOST, Reason.TAMPERED, Reason.NO_RIGHTS])


@given(output=st.binary(min_size=1, max_size=50), fault=FAULTS | st.none(), cut=st.booleans())
def test_no_facts_out_of_incomplete_evidence(output: bytes, fault: Reason | None, cut: bool) -> None:
    answer: Evidence = evidence(output=output, fault=fault, truncated=cut, exit_status=None if fault else 0)
    found = read(probe(parser="text"), answer, "hv1")
    if fault or cut:
        assert found.value is None
        assert found.reason is (fault or Reason.TRUNCATED)
