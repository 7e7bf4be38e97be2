"""The frame reader: any cut of the streams means the same, and nothing broken becomes clean evidence."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.dialect.frame import STDERR_CAP
from app.dialect.frames import FLOOR, TOTAL_CAP, FrameReader
from app.dialect.posix import render
from app.model import Addendum, Probe, Reason

NONCE = "0123456789abcdef" * 2
WHEN = datetime(2026, 1, 2, tzinfo=UTC)


def addendum(name="linux"):
    return Addendum(name, name, "true", (), hypervisor=False, extends=(), probes=(), checks=(), undecided=())


def probe(name, privilege="user", owner="linux", cap=1000):
    return Probe(id=name, addendum=owner, command=":", privilege=privilege, parser="text", cap=cap, needs=("a", "b"))


PROBES = [probe("p0"), probe("p1", "root"), probe("p2"), probe("p3", owner="other"), probe("p4")]
BATCH = render([addendum(), addendum("other")], PROBES, NONCE)


def mark(*words):
    return f"\n{NONCE} {' '.join(map(str, words))}\n".encode()


def reader(batch=BATCH, times=None):
    ticks = iter(times or [])
    return FrameReader(batch, "hv1", clock=lambda: next(ticks, 0.0), now=lambda: WHEN)


def frame(index, output=b"out", status=0):
    return mark("B", index) + output + mark("S", index, status) + mark("E", index)


def err_frame(index, messages=b""):
    return mark("B", index) + messages + mark("E", index)


HEAD = b"motd\n" + mark("H", 1000, 42) + mark("D", 0, 1) + mark("D", 1, 0)
OUT = HEAD + frame(0) + frame(2, b"two\n", 7) + mark("K", 3) + frame(4, b"") + mark("U") + mark("N") + mark("Z")
ERR = b"noise\n" + err_frame(0, b"warn") + err_frame(2) + err_frame(4) + mark("Z")


def read(out=OUT, err=ERR, batch=BATCH, fault=Reason.CONNECTION_LOST):
    machine = reader(batch)
    machine.feed_err(err)
    machine.feed(out)
    return machine, machine.finish(fault)


def told(evidence):
    return {one.probe: (one.output, one.stderr, one.exit_status, one.fault) for one in evidence}


WHOLE = {
    "p0": (b"out", b"warn", 0, None),
    "p1": (b"", b"", None, Reason.NO_RIGHTS),
    "p2": (b"two\n", b"", 7, None),
    "p4": (b"", b"", 0, None),
}


def test_a_whole_stream():
    machine, evidence = read()
    assert told(evidence) == WHOLE
    assert (machine.uid, machine.detected, machine.done, machine.broken) == (1000, {0: True, 1: False}, True, False)
    assert machine.frames == 4
    assert [one.probe for one in evidence] == ["p0", "p1", "p2", "p4"]


def test_the_first_probe_was_asked_when_the_script_went_out():
    """However late its frame is read, what it shows was so between that moment and its end."""
    machine = reader(times=[5.0, 8.0, 8.25, 9.0, 9.5])
    machine.sending()
    machine.feed_err(ERR)
    machine.feed(OUT)
    first, _, second, _ = machine.finish(Reason.CONNECTION_LOST)
    assert (first.probe, first.started, first.seconds) == ("p0", WHEN - timedelta(seconds=3), 3.25)
    assert (second.probe, second.started, second.seconds) == ("p2", WHEN, 0.5)


@given(st.lists(st.tuples(st.integers(1, 200), st.booleans())))
def test_any_cut_means_the_same(cuts):
    machine = reader()
    out, err, early = OUT, ERR, []
    for size, first in cuts:
        if first:
            early += machine.feed(out[:size])
            out = out[size:]
        else:
            early += machine.feed_err(err[:size])
            err = err[size:]
    early += machine.feed(out)
    early += machine.feed_err(err)
    final = machine.finish(Reason.CONNECTION_LOST)
    assert told(final) == WHOLE
    assert told(early) == {name: said for name, said in WHOLE.items() if name != "p1"}


@given(st.binary(max_size=200), st.lists(st.integers(1, 40), max_size=30))
def test_any_bytes_come_back_as_they_were(payload, cuts):
    out = HEAD + frame(0, payload) + frame(2) + mark("K", 3) + frame(4) + mark("U") + mark("Z")
    machine = reader()
    machine.feed_err(err_frame(0, payload) + err_frame(2) + err_frame(4))
    for cut in cuts:
        machine.feed(out[:cut])
        out = out[cut:]
    machine.feed(out)
    said = told(machine.finish(Reason.CONNECTION_LOST))
    assert said["p0"] == (payload, payload, 0, None)


@given(st.integers(0, len(OUT)), st.integers(0, len(ERR)))
def test_a_stream_that_stops_keeps_what_came(at_out, at_err):
    machine, evidence = read(OUT[:at_out], ERR[:at_err])
    said = told(evidence)
    assert not machine.broken
    for name, (output, _, status, fault) in said.items():
        whole = WHOLE.get(name)
        if fault is None:
            assert (output, status) == (whole[0], whole[2])
        else:
            assert fault in (Reason.CONNECTION_LOST, Reason.NO_RIGHTS)
            assert status is None
            assert whole is None or whole[0].startswith(output) or fault is Reason.NO_RIGHTS
    assert {"p0", "p1", "p2", "p4"} <= said.keys()


@given(st.integers(0, len(OUT)), st.binary(min_size=1, max_size=60))
def test_bytes_put_in_never_turn_into_a_clean_lie(at, junk):
    """A byte more or less can change an output, never a status, a name or an order unseen."""
    _, evidence = read(OUT[:at] + junk + OUT[at:])
    for one in evidence:
        if one.fault is None and one.probe in WHOLE:
            assert one.exit_status == WHOLE[one.probe][2]
        if one.fault is not None:
            assert one.exit_status is None


ORDER = ["H", "D0", "D1", "p0", "p2", "K3", "p4", "U", "Z"]
PIECES = {
    "H": mark("H", 1000, 42),
    "D0": mark("D", 0, 1),
    "D1": mark("D", 1, 0),
    "p0": frame(0),
    "p2": frame(2, b"two\n", 7),
    "K3": mark("K", 3),
    "p4": frame(4, b""),
    "U": mark("U"),
    "Z": mark("Z"),
}


@given(st.permutations(ORDER))
def test_disordered_frames_are_never_clean(order):
    machine, evidence = read(b"".join(PIECES[name] for name in order))
    right = 0
    while right < len(ORDER) and order[right] == ORDER[right]:
        right += 1
    believed = {name for name in order[:right] if name.startswith("p")}
    clean = {one.probe for one in evidence if one.fault is None}
    assert clean == believed
    assert machine.broken == (right < len(ORDER))


@given(st.sampled_from([name for name in ORDER if name.startswith("p")]), st.integers(0, len(ORDER)))
def test_a_doubled_frame_is_not_believed(name, at):
    order = [*ORDER[:at], name, *ORDER[at:]]
    machine, evidence = read(b"".join(PIECES[piece] for piece in order))
    said = told(evidence)
    assert machine.broken
    assert said[name][3] is Reason.TAMPERED
    assert said[name][2] is None


@given(st.sampled_from(["p0", "p2", "K3", "p4", "D0", "H"]))
def test_a_frame_left_out_is_not_believed(name):
    machine, evidence = read(b"".join(PIECES[piece] for piece in ORDER if piece != name))
    assert machine.broken
    wanting = {"K3": "p4"}.get(name, name)
    said = told(evidence)
    if wanting in said:
        assert said[wanting][3] is Reason.TAMPERED


@pytest.mark.parametrize(
    "bad",
    [
        mark("S", 2, 0),
        mark("S", 0, 256),
        mark("E", 0),
        mark("B", 9),
        mark("X", 1),
        mark("B"),
        mark("B", 2, 3),
        mark("B", "-1"),
        mark("Q"),
        mark("T", 1),
        mark("A", 1, 0),
        mark("N"),
        mark("Z"),
        mark("H", 0, 42),
        mark("Y"),
        mark("U"),
        mark("M", 2, 5),
        mark("B", 1),
        mark("D", 0, 1),
        mark("b", 2),
        f"\n{NONCE} B 2 but no end of line for a long, long time".encode() + b"." * 60,
    ],
)
def test_unknown_and_misplaced_marks(bad):
    machine, evidence = read(HEAD + frame(0) + bad + frame(2) + mark("K", 3) + frame(4))
    said = told(evidence)
    assert machine.broken
    assert said["p2"][3] is Reason.TAMPERED
    assert said["p4"][3] is Reason.TAMPERED


def test_a_shell_that_does_not_count_is_not_believed():
    machine, _ = read(mark("H", 0, 41))
    assert machine.broken
    assert machine.uid is None


@pytest.mark.parametrize(("status", "believed"), [(255, True), (256, False)])
def test_a_status_that_no_process_has_is_not_believed(status, believed):
    machine, evidence = read(HEAD + frame(0, status=status) + frame(2) + mark("K", 3) + frame(4))
    assert machine.broken is not believed
    assert told(evidence)["p0"][2:] == ((status, None) if believed else (None, Reason.TAMPERED))


def test_text_after_the_status_is_tampering():
    _, evidence = read(HEAD + mark("B", 0) + b"a" + mark("S", 0, 0) + b"late" + mark("E", 0))
    assert told(evidence)["p0"][3] is Reason.TAMPERED


def test_no_status_and_a_short_output_is_tampering():
    _, evidence = read(HEAD + mark("B", 0) + b"a" + mark("E", 0) + frame(2))
    assert told(evidence)["p0"] == (b"a", b"warn", None, Reason.TAMPERED)
    assert told(evidence)["p2"][3] is None


def test_standard_error_out_of_order_is_tampering():
    machine, evidence = read(OUT, err_frame(2) + err_frame(0) + err_frame(4))
    assert machine.broken
    assert told(evidence)["p0"][3] is Reason.TAMPERED


def test_a_killed_probe_is_a_timeout_only_at_its_limit():
    def status_after(seconds):
        machine = reader(times=[0.0, seconds])
        machine.feed_err(ERR)
        machine.feed(HEAD + frame(0, b"part", 124))
        return told(machine.finish(Reason.CONNECTION_LOST))["p0"]

    assert status_after(30.0) == (b"part", b"warn", None, Reason.TIMEOUT)
    assert status_after(1.0) == (b"part", b"warn", 124, None)


def test_output_beyond_the_cap_is_cut_and_counted():
    _, evidence = read(HEAD + frame(0, b"x" * 1001) + frame(2, b"y" * 1000))
    by_name = {one.probe: one for one in evidence}
    assert (len(by_name["p0"].output), by_name["p0"].bytes_total) == (1000, 1001)
    assert (by_name["p0"].truncated, by_name["p0"].fault, by_name["p0"].exit_status) == (True, Reason.TRUNCATED, None)
    assert (by_name["p2"].truncated, by_name["p2"].fault, by_name["p2"].exit_status) == (False, None, 0)


@given(st.integers(995, 1100), st.sampled_from([0, 7, 255]), st.lists(st.integers(1, 60), max_size=40))
def test_a_cut_anywhere_spoils_nothing_else(length, status, cuts):
    """The host's cap may fall within the status line: the frame is cut, the next ones count."""
    room = 1000 + 1 + len(mark("S", 0, 255))
    out = HEAD + mark("B", 0) + (b"x" * length + mark("S", 0, status))[:room] + mark("E", 0) + frame(2, b"two")
    machine = reader()
    machine.feed_err(ERR)
    for cut in cuts:
        machine.feed(out[:cut])
        out = out[cut:]
    machine.feed(out)
    by_name = {one.probe: one for one in machine.finish(Reason.CONNECTION_LOST)}
    assert not machine.broken
    assert (by_name["p2"].output, by_name["p2"].exit_status, by_name["p2"].fault) == (b"two", 0, None)
    cut = length > 1000
    assert by_name["p0"].fault is (Reason.TRUNCATED if cut else None)
    assert by_name["p0"].exit_status == (None if cut else status)
    assert by_name["p0"].output == b"x" * min(length, 1000)


def test_one_host_never_fills_the_memory():
    probes = [probe(f"p{number}", cap=16 << 20) for number in range(8)]
    machine = reader(render([addendum()], probes, NONCE))
    machine.feed(mark("H", 1000, 42) + mark("D", 0, 1))
    piece = b"x" * (1 << 20)
    for index in range(8):
        machine.feed(mark("B", index))
        machine.feed_err(mark("B", index))
        for _ in range(16):
            machine.feed(piece)
            machine.feed_err(piece)
        machine.feed(mark("S", index, 0) + mark("E", index))
        machine.feed_err(mark("E", index))
    evidence = machine.finish(Reason.CONNECTION_LOST)
    kept = sum(len(one.output) + len(one.stderr) for one in evidence)
    assert kept <= TOTAL_CAP + 8 * (FLOOR + STDERR_CAP)
    assert evidence[0].fault is None
    assert evidence[-1].fault is Reason.TRUNCATED
    assert evidence[-1].bytes_total == 16 << 20


def test_missing_tools():
    out = HEAD + mark("M", 0, 1) + frame(2) + mark("K", 3) + frame(4) + mark("U") + mark("Z")
    _, evidence = read(out, err_frame(2) + err_frame(4))
    assert told(evidence)["p0"] == (b"", b"missing: b", 127, Reason.TOOL_MISSING)
    assert told(evidence)["p2"][3] is None


def test_privileged_frames_only_count_for_root():
    machine, _ = read(HEAD + frame(0) + frame(2) + mark("K", 3) + frame(4) + frame(1))
    assert machine.broken
    as_root = mark("H", 0, 42) + HEAD.split(b"42\n", 1)[1] + frame(0) + frame(2) + mark("K", 3) + frame(4) + frame(1)
    machine, evidence = read(as_root + mark("Y") + mark("U") + mark("Z"), ERR + err_frame(1))
    assert not machine.broken
    assert told(evidence)["p1"] == (b"out", b"", 0, None)


def test_the_talk_with_sudo():
    user = HEAD + frame(0) + frame(2) + mark("K", 3) + frame(4) + mark("U")
    machine = reader()
    machine.feed(user)
    machine.feed_err(err_frame(0) + err_frame(2) + err_frame(4))
    machine.feed(mark("T", 1))
    machine.feed_err(mark("T", 1) + b"sudo: a password is required\n" + mark("A", 1, 0))
    assert not machine.asked
    machine.feed(mark("A", 1, 0))
    assert machine.asked
    machine.feed(mark("T", 2))
    machine.feed_err(mark("T", 2) + mark("Q"))
    assert (machine.asked, machine.prompts, machine.root_ready) == (False, 1, False)
    machine.feed(b"\nbartizan-root 1000\n")
    assert not machine.root_ready
    machine.feed(b"\nbartizan-ro")
    machine.feed(b"ot 0\n")
    assert machine.root_ready
    machine.root_started = True
    machine.feed_err(err_frame(1) + mark("Y"))
    machine.feed(frame(1, b"secret") + mark("Y"))
    assert machine.done
    assert told(machine.finish(Reason.CONNECTION_LOST))["p1"] == (b"secret", b"", 0, None)
    assert b"password is required" in machine.talk


def test_render_refuses_what_no_shell_can_be_given():
    with pytest.raises(ValueError, match="NUL"):
        render([addendum()], [replace(PROBES[0], command="a\0b")], NONCE)
    with pytest.raises(ValueError, match="nonce"):
        render([addendum()], PROBES[:1], "123")
    with pytest.raises(ValueError, match="unknown addendum"):
        render([addendum()], [PROBES[3]], NONCE)
    with pytest.raises(ValueError, match="program's name"):
        render([addendum()], [replace(PROBES[0], needs=("a b",))], NONCE)
    with pytest.raises(ValueError, match="no command"):
        render([addendum()], [replace(PROBES[0], command="")], NONCE)
