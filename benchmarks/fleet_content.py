"""Content of a single probe: what a host is asked when only the way there is to be measured."""

from app.model import Addendum, Benchmark, Probe


def nearly_nothing() -> Benchmark:
    probe = Probe("kernel", "linux", "uname -sr", "user", "text")
    addendum = Addendum(
        "linux", "Linux", "true", (), hypervisor=False, extends=(), probes=(probe,), checks=(), undecided=()
    )
    return Benchmark("nearly-nothing", "1", "", "", (), (), (addendum,), (), "")
