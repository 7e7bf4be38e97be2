"""Secrets among the arguments of a QEMU process stay on the host, in whichever form QEMU takes them."""

import subprocess
from functools import cache
from pathlib import Path

import pytest

from app.benchmark.load import load
from app.model import Probe

ARGUMENTS = {
    "as options": ["-object", "secret,id=s0,data=PLANTED", "-spice", "port=5900,password=PLANTED"],
    "as JSON": ["-object", '{"qom-type":"secret","id":"s0","data":"PLANTED"}'],
    "as JSON with blanks": ["-fw_cfg", '{"name": "opt/org.example/a", "string" : "PLANTED"}'],
}


@cache
def probe() -> Probe:
    addenda = load([Path(__file__).parents[2] / "checks"]).addenda
    return next(one for addendum in addenda for one in addendum.probes if one.id == "qemu")


@pytest.mark.parametrize("form", ARGUMENTS)
def test_a_secret_stays_on_the_host(form: str) -> None:
    # A shell under the emulator's name, whose arguments /proc shows, and which waits for the end of its input.
    words = ["qemu-system-x86_64", "-c", "read line", *ARGUMENTS[form]]
    with subprocess.Popen(words, executable="/bin/sh", stdin=subprocess.PIPE) as process:
        look = subprocess.run(
            ["/bin/sh", "-c", probe().command], capture_output=True, text=True, timeout=60, check=True
        )
        assert process.stdin is not None
        process.stdin.close()
    shown = look.stdout.partition(f"== process {process.pid} ")[2].partition("== cgroup")[0]
    assert "(removed)" in shown
    assert "PLANTED" not in shown
