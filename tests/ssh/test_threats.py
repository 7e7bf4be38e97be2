"""Every threat that is known, tried on the real program: hostile hosts and real ones, each beside an honest host.

The audits run once for all rows, from outside: the command line with an inventory and secrets on standard input. The
table that the run ends with has what was measured of each scenario.
"""

import os
import shutil
import tempfile
import threading
import time
from pathlib import Path

import pytest
from hostile.bench import ITEMS
from hostile.plays import MARK
from hostile.registry import SCENARIOS
from hostile.runs import HONEST, Bench
from hostile.verdict import judge
from hostile.watch import own_environment

pytestmark = [pytest.mark.real, pytest.mark.xdist_group("threats"), pytest.mark.timeout(300)]

TOOLS = {
    "openssh-csh": "csh",
    "openssh-fish": "fish",
    "openssh-rbash": "rbash",
    "shell-busybox": "busybox",
    "shell-ksh": "ksh",
    "shell-mksh": "mksh",
    "doas-nopass": "doas",
    "doas-password": "doas",
}
# What a login shell does before it runs anything of ours is not ours to end.
OF_THE_HOST = {"openssh-rc-hangs"}


@pytest.fixture(scope="session")  # of a module, it would be made anew whenever tests of another come in between
def rows(request):
    """The rows of all scenarios that this run asks for, and of the host that others lie behind."""
    asked = {item.callspec.params["name"] for item in request.session.items if item.name.startswith("test_threat[")}
    folder = Path(tempfile.mkdtemp(prefix="bartizan-threats-"))
    folder.chmod(0o755)
    bench = Bench(folder, {*asked, "openssh-root"})
    try:
        return measured(bench)
    finally:
        bench.stop()
        shutil.rmtree(folder, ignore_errors=True)


def measured(bench):
    """Run the audits side by side and judge every scenario."""
    groups = bench.start()
    clean = bench.audit("clean", (), jobs=1)
    assert clean.target(HONEST)["error"] is None, clean.err
    runs, broken = {}, []

    def audit(name, names):
        try:
            runs[name] = bench.audit(name, names(), jobs=80)
        except Exception as error:  # noqa: BLE001 - a thread's end: it is raised where the rows are asked for
            broken.append(error)

    todo = [(name, lambda names=names: names) for name, names in groups.items()]
    todo += [("openssh", bench.start_real)] if bench.real else []
    threads = [threading.Thread(target=audit, args=one, name=f"hostile-{one[0]}", daemon=True) for one in todo]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if broken:
        raise broken[0]
    left = remains(bench)
    reports = bench.reports()
    of = {name: run for run in runs.values() for name in run.names}
    return {
        name: judge(one, bench, of[name], clean=clean, report=reports.get(name, {}), left=left.get(name, []))
        for name, one in bench.scenarios.items()
        if name in of
    }


def remains(bench, patience=40.0):
    """What still runs on the hosts, by scenario, once they had the time to notice, on a busy machine too."""
    end = time.monotonic() + patience
    while True:
        left = {name: found for name, found in bench.servers.left().items() if name not in OF_THE_HOST}
        for name in bench.wire:
            if found := own_environment(f"{MARK}={name}".encode()):
                left[name] = list(found.values())
        if not left or time.monotonic() > end:
            return left
        time.sleep(0.3)


@pytest.mark.parametrize("name", list(SCENARIOS))
def test_threat(rows, record_property, name):
    tool = TOOLS.get(name)
    if tool and shutil.which(tool) is None:
        pytest.skip(f"{tool} is not installed")
    if name not in rows or (name == "shell-full-disk" and os.geteuid() != 0):
        pytest.skip("only root can make accounts and file systems")
    row = rows[name]
    record_property("threat", [list(SCENARIOS).index(name), row.line(), not row.wrong])
    assert not row.wrong


HANGING = (
    "tcp-accepts-and-is-silent",
    "tcp-black-hole",
    "kexinit-silent",
    "silent-login",
    "channel-silent",
    "exec-silent",
    "window-of-zero",
    "drip-at-answers",
    "stopped-in-the-middle",
    "lost-twice",
)


def test_ctrl_c_among_hosts_that_hang(tmp_path):
    tmp_path.chmod(0o755)
    bench = Bench(tmp_path, HANGING)
    try:
        bench.start()
        ran = bench.audit("interrupted", HANGING, jobs=20, interrupt=True)
    finally:
        bench.stop()
    assert ran.status == 130, ran.err
    said = max(ran.ended.values()) - ran.interrupted  # the last host's line: what follows is storing and reports
    assert said < 3
    assert "Traceback" not in ran.err
    assert not ran.left
    assert not ran.watch.secrets
    assert not ran.traces
    for name in (*HANGING, HONEST):
        error = ran.target(name)["error"]
        assert error is None or error["kind"] in {"cancelled", "lost"}, name
        assert len(ran.findings(name)) == len(ITEMS) + 1
    assert all(ran.target(name)["error"] for name in HANGING)


def test_each_scenario_is_told_apart():
    assert len(SCENARIOS) >= 90
    assert len({one.does for one in SCENARIOS.values()} - {""}) > 80
