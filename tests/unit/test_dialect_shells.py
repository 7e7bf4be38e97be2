"""The batch script in the shells that hosts have, each run for real."""

import os
import secrets
import shutil
import subprocess
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest

from app.dialect.posix import render
from app.model import Addendum, Probe, Reason
from app.transport import local
from app.transport.base import Limits, Secrets
from app.transport.batch import run_batch

SHELLS = {
    "dash": ("dash",),
    "bash-as-sh": ("bash",),
    "bash-posix": ("bash", "--posix"),
    "ash": ("busybox", "ash"),
    "ksh93": ("ksh93",),
    "mksh": ("mksh",),
}
TOOLS = ("sh", "cat", "id", "sleep", "printf", "env", "yes", "dd", "true", "seq", "tr")
OWN = {key: value for key, value in os.environ.items() if not key.startswith(("COVERAGE", "PYTEST"))}


@pytest.fixture(params=SHELLS)
def shell(request, tmp_path):
    """A program that behaves as /bin/sh on a host with that shell."""
    words = SHELLS[request.param]
    if shutil.which(words[0]) is None:
        pytest.skip(f"{words[0]} is not installed")
    program = tmp_path / "sh"
    if request.param == "bash-as-sh":
        program.symlink_to(shutil.which("bash"))
    else:
        program.write_text(f'#!/bin/sh\nexec {shutil.which(words[0])} {" ".join(words[1:])} "$@"\n')
        program.chmod(0o755)
    return program


@pytest.fixture(params=["gnu", "setsid", "bare"])
def path(request, tmp_path):
    """A PATH with GNU timeout and head, with setsid alone, and with neither."""
    if request.param == "gnu":
        return OWN["PATH"]
    tools = tmp_path / "bin"
    tools.mkdir()
    for tool in (*TOOLS, *(["setsid"] if request.param == "setsid" else [])):
        (tools / tool).symlink_to(shutil.which(tool))
    return str(tools)


def addendum(name="linux", detect="true", extends=()):
    return Addendum(name, name, detect, (), hypervisor=False, extends=extends, probes=(), checks=(), undecided=())


LINUX = (addendum(),)


def probe(name, command, **fields):
    fields = {"addendum": "linux", "privilege": "user", "parser": "text", **fields}
    return Probe(id=name, command=command, **fields)


def look(shell, probes, *, addenda=LINUX, env=None, cancel=None, on_probe=None, **kwargs):
    batch = render(addenda, probes, secrets.token_hex(16), sudo="never", **kwargs)
    batch = replace(batch, user_script=batch.user_script.replace(b"/bin/sh", os.fsencode(shell)))
    session = local.connect((str(shell), "-s"), {**OWN, **(env or {})})
    return run_batch(
        session,
        batch,
        "here",
        sudo="never",
        secrets=Secrets(),
        limits=Limits(),
        cancel=cancel or threading.Event(),
        on_probe=on_probe or (lambda _done, _evidence: None),
    )


def by_name(found):
    return {evidence.probe: evidence for evidence in found.evidence}


def left(marker):
    """Processes whose environment or arguments hold the marker."""
    return [
        process.name
        for process in Path("/proc").glob("[0-9]*")
        if marker.encode() in _read(process / "cmdline") and _state(process) != "Z"
    ]


def _read(path):
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _state(process):
    text = _read(process / "stat").decode(errors="replace")
    return text.rpartition(") ")[2][:1]


def none_left(marker, patience=3.0):
    end = time.monotonic() + patience
    while left(marker):
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True


def test_outputs_come_back_byte_for_byte(shell):
    found = look(
        shell,
        [
            probe("nul", r"printf 'a\000b\377\n\n'"),
            probe("no-newline", "printf abc"),
            probe("nothing", ":"),
            probe("newline", "echo"),
            probe("status", "echo out; exit 3"),
            probe("both", "echo out; echo err >&2"),
            probe("signal", "kill -15 $$"),
            probe("quotes", """printf '%s' "it's \\"quoted\\" \\$HOME" """),
        ],
    )
    got = {name: (evidence.output, evidence.exit_status, evidence.fault) for name, evidence in by_name(found).items()}
    assert got == {
        "nul": (b"a\0b\xff\n\n", 0, None),
        "no-newline": (b"abc", 0, None),
        "nothing": (b"", 0, None),
        "newline": (b"\n", 0, None),
        "status": (b"out\n", 3, None),
        "both": (b"out\n", 0, None),
        "signal": (b"", 143, None),
        "quotes": (b'it\'s "quoted" $HOME', 0, None),
    }
    assert by_name(found)["both"].stderr.rstrip() == b"err"
    assert found.fault is None


def test_probes_cannot_disturb_each_other(shell, path):
    found = look(
        shell,
        [
            probe("stdin", "cat; read x; echo got:$x"),
            probe("exit", "echo a; exit 4; echo b"),
            probe("exec", "exec printf replaced"),
            probe("trap", "trap 'echo trapped' EXIT TERM; on=; N=1; echo body"),
            probe("errexit", "set -e; false; echo never"),
            probe("nounset", "echo [$no_such_variable]"),
            probe("nounset-on", "set -u; echo $no_such_variable; echo never"),
            probe("syntax", "if then ("),
            probe("function", "both() { :; }; say() { :; }; echo() { :; }; printf kept"),
            probe("fds", "exec 1>&- 2>&-; echo lost"),
            probe("alias", "alias echo=false; umask 000; cd /tmp; echo ok"),
            probe("last", "umask; echo $PWD; echo ${BARTIZAN_PROBE-unset}"),
        ],
        env={"PATH": path},
    )
    got = {name: evidence.output for name, evidence in by_name(found).items()}
    assert found.fault is None
    assert got["stdin"] == b"got:\n"
    assert got["exit"] == b"a\n"
    assert got["exec"] == b"replaced"
    assert got["trap"].split() == [b"body", b"trapped"]
    assert got["errexit"] == b""
    assert got["nounset"] == b"[]\n"
    assert b"never" not in got["nounset-on"]
    assert by_name(found)["syntax"].exit_status not in (0, None)
    assert got["function"] == b"kept"
    assert got["last"].split() == [b"0077", b"/", b"unset"] or got["last"].split() == [b"077", b"/", b"unset"]
    assert by_name(found)["exit"].exit_status == 4
    assert by_name(found)["errexit"].exit_status == 1


def test_a_long_output_is_cut_and_says_so(shell):
    found = by_name(
        look(
            shell,
            [
                probe("long", "yes | dd bs=1024 count=3072 2>/dev/null", cap=1 << 20),
                probe("endless", "yes", cap=5000),
                probe("exact", "printf 12345", cap=5),
                probe("over", "printf 123456", cap=5),
                probe("deaf", "trap '' PIPE; yes 2>/dev/null | cat; echo end", cap=100),
                probe("after", "echo fine"),
            ],
            probe_limit=6,
        )
    )
    assert found["long"].fault is Reason.TRUNCATED
    assert len(found["long"].output) == 1 << 20
    assert found["long"].bytes_total > 1 << 20
    assert found["endless"].fault is Reason.TRUNCATED
    assert found["endless"].exit_status is None
    assert (found["exact"].output, found["exact"].exit_status, found["exact"].truncated) == (b"12345", 0, False)
    assert (found["over"].output, found["over"].fault, found["over"].truncated) == (b"12345", Reason.TRUNCATED, True)
    assert found["deaf"].fault in (Reason.TRUNCATED, Reason.TIMEOUT)
    assert (found["after"].output, found["after"].fault) == (b"fine\n", None)


def test_a_cut_within_the_status_line_spoils_nothing(shell):
    lengths = range(8, 64, 5)
    found = look(shell, [probe(f"p{size}", f"printf '%{size}s' x; exit 3", cap=10) for size in lengths])
    assert found.fault is None
    assert len(found.evidence) == len(lengths)
    for size, evidence in zip(lengths, found.evidence, strict=True):
        assert evidence.fault is (Reason.TRUNCATED if size > 10 else None)
        assert evidence.exit_status == (None if size > 10 else 3)


def test_a_long_output_is_cut_here_where_the_host_has_no_head(shell, tmp_path):
    tools = tmp_path / "bin"
    tools.mkdir()
    for tool in TOOLS:
        (tools / tool).symlink_to(shutil.which(tool))
    found = by_name(
        look(shell, [probe("long", "seq 100000", cap=1000), probe("b", "echo b")], env={"PATH": str(tools)})
    )
    assert found["long"].fault is Reason.TRUNCATED
    assert len(found["long"].output) == 1000
    if "busybox" not in shell.read_text(errors="replace")[:200]:  # which has its own head whatever PATH says
        assert found["long"].bytes_total > 500_000
    assert found["b"].output == b"b\n"


@pytest.mark.parametrize("body", ["sleep {0}", "sleep {0} | cat", "trap '' TERM; sleep {0}", "sleep {0} & wait"])
def test_a_hanging_probe_ends_at_its_limit_and_leaves_nothing(shell, path, body):
    marker = str(1000 + secrets.randbelow(10**8))
    begun = time.monotonic()
    found = look(
        shell,
        [probe("hang", "echo before; " + body.format(marker), timeout=1), probe("b", "echo b")],
        env={"PATH": path},
    )
    evidence = by_name(found)
    bare = len(list(Path(path.split(":")[0]).iterdir())) == len(TOOLS)  # nothing there can end a whole group
    if bare:
        for process in left(marker):
            os.kill(int(process), 9)
        if "|" in body:
            pytest.skip("without setsid and timeout only the probe's own shell can be ended")
    assert evidence["hang"].fault is Reason.TIMEOUT
    assert evidence["hang"].output == b"before\n"
    assert evidence["b"].output == b"b\n"
    assert time.monotonic() - begun < 6
    if not bare:
        assert none_left(marker)


def test_what_a_probe_leaves_behind_is_ended(shell):
    marker = str(1000 + secrets.randbelow(10**8))
    found = look(shell, [probe("leaves", f"sleep {marker} & echo out"), probe("b", "echo b")])
    assert by_name(found)["leaves"].output == b"out\n"
    assert by_name(found)["leaves"].seconds < 3
    assert none_left(marker)


def test_contents_cannot_forge_frames(shell, tmp_path):
    guess = "0" * 32
    content = tmp_path / "content"
    content.write_bytes(f"\n{guess} S 0 0\n\n{guess} E 0\n\n{guess} B 1\nforged\n{guess} E 1\n".encode() * 3)
    found = by_name(look(shell, [probe("file", f"cat {content}; cat {content} >&2"), probe("b", "echo b")]))
    assert found["file"].output == content.read_bytes()
    assert found["b"].output == b"b\n"


def test_the_nonce_and_the_code_never_stand_in_arguments(shell):
    seen = []
    secret = "marker_" + secrets.token_hex(8)

    def watch(_done, evidence):
        seen.append(evidence.output)

    found = look(
        shell,
        [probe("args", f": {secret}; cat /proc/[0-9]*/cmdline 2>/dev/null | tr '\\0' '\\n' || true")],
        on_probe=watch,
    )
    args = by_name(found)["args"].output.decode(errors="replace")
    assert secret not in args
    assert "cat" in args


def test_missing_tools_and_platforms(shell):
    addenda = [
        addendum(),
        addendum("absent", "false"),
        addendum("derived", "true", ("linux",)),
        addendum("orphan", "true", ("absent",)),
        addendum("chosen", "false"),
        addendum("hangs", "sleep 60"),
    ]
    calls = []
    found = look(
        shell,
        [
            probe("there", "echo 1", needs=("cat", "/bin/sh")),
            probe("lacks", "echo 2", needs=("cat", "no-such-tool")),
            probe("off", "echo 3", addendum="absent"),
            probe("on", "echo 4", addendum="derived"),
            probe("orphan", "echo 5", addendum="orphan"),
            probe("chosen", "echo 6", addendum="chosen"),
        ],
        addenda=addenda[:5],
        all_addenda={"chosen"},
        on_probe=lambda done, evidence: calls.append((done, evidence.probe)),
    )
    assert found.detected == ("linux", "derived", "chosen")
    assert [evidence.probe for evidence in found.evidence] == ["there", "lacks", "on", "chosen"]
    assert by_name(found)["lacks"].fault is Reason.TOOL_MISSING
    assert by_name(found)["lacks"].exit_status == 127
    assert by_name(found)["lacks"].stderr == b"missing: no-such-tool"
    assert [name for _, name in calls] == ["there", "lacks", "on", "chosen"]
    assert [done for done, _ in calls] == sorted(done for done, _ in calls)
    assert calls[-1][0] == 6


def test_noise_on_standard_error_stays_with_its_probe(shell):
    found = by_name(look(shell, [probe("noisy", "yes noise | dd bs=1024 count=400 >&2"), probe("quiet", "echo q")]))
    assert found["noisy"].fault is None
    assert 0 < len(found["noisy"].stderr) <= 64 << 10
    assert found["quiet"].stderr.strip() == b""


def test_environment_is_the_same_everywhere(shell):
    found = by_name(
        look(
            shell,
            [probe("env", 'echo "$LC_ALL $LANG $ENV $BASH_ENV"; echo "$PATH"')],
            env={"LC_ALL": "de_DE.UTF-8", "LANG": "de_DE.UTF-8", "ENV": "/nonexistent", "BASH_ENV": "/nonexistent"},
        )
    )
    first, path = found["env"].output.decode().splitlines()
    assert first.split()[:2] == ["C", "C"]
    assert "/nonexistent" not in first
    assert path.startswith("/usr/local/sbin:/usr/sbin:/sbin:")


def test_closing_in_the_middle_leaves_nothing(shell):
    marker = str(1000 + secrets.randbelow(10**8))
    cancel = threading.Event()
    begun = time.monotonic()
    found = look(
        shell,
        [probe("a", "echo a"), probe("hang", f"sleep {marker}", timeout=5), probe("c", "echo c")],
        cancel=cancel,
        on_probe=lambda _done, _evidence: cancel.set(),
    )
    assert time.monotonic() - begun < 3
    assert found.fault.kind == "cancelled"
    assert [evidence.fault for evidence in found.evidence] == [None, Reason.CANCELLED, Reason.CANCELLED]
    # mksh loses the signal of its trap now and then: the probe's own limit ends it there, 5 s later nothing is left.
    assert none_left(marker, 10.0 if "mksh" in str(shell.resolve()) else 3.0)


def test_many_probes_are_cheap(shell):
    begun = time.monotonic()
    found = look(shell, [probe(f"p{number}", "true") for number in range(120)])
    assert all(evidence.exit_status == 0 for evidence in found.evidence)
    assert len(found.evidence) == 120
    assert time.monotonic() - begun < 5  # 0.5 s on an idle machine; a fork too many in a shared one must not fail here


@pytest.mark.parametrize("cut", [0.2, 0.5, 0.9, 0.999])
def test_half_a_script_runs_nothing(shell, cut, tmp_path):
    touched = tmp_path / "touched"
    batch = render([addendum()], [probe("touch", f"echo >{touched}")], secrets.token_hex(16), sudo="never")
    script = batch.user_script.replace(b"/bin/sh", os.fsencode(shell))
    ended = subprocess.run(
        [shell, "-s"], input=script[: int(len(script) * cut)], capture_output=True, check=False, start_new_session=True
    )
    assert batch.nonce.encode() not in ended.stdout
    assert not touched.exists()
