"""What a reader has to know of how an audit was done, before believing its figures."""

from app.model import ScanResult
from app.report.standing import program_of

_LOOKED = (
    "{program} opened one session to each machine and ran read-only commands there. Nothing was installed or changed. "
    "What a machine answered was kept byte for byte before anything was made of it, and each verdict names the "
    "evidence that it rests on. A pass is given only on complete evidence that says so."
)
_BEARS = (
    "Evidence is what a machine said about itself. A machine under somebody else's control can lie, and no audit from "
    "the outside can tell. The host-key fingerprint shows which machine answered. Times are those of the computer that "
    "ran the audit, in UTC."
)
_PEOPLE = (
    "What no command can see was answered by people, by name. Their answers lie over the measured result and never "
    "replace it: both are shown. Each answer can be accepted or rejected by a second person."
)
_TEXT = (
    "Characters that are invisible or that control a terminal are printed as escapes such as \\x1b or \\u202e, in "
    "violet, wherever they came from. Password hashes, private keys and passwords in evidence are masked in print, and "
    "each place says so."
)


def approach(scan: ScanResult) -> tuple[tuple[str, str], ...]:
    """Give (heading, paragraph) pairs."""
    benchmark = scan.benchmark
    program = " ".join(program_of(scan))
    audited = (
        f"The machines below, against the {len(benchmark.rules)} items of “{benchmark.title}”, version "
        f"{benchmark.version} ({benchmark.id}). Every item has a finding for each machine that it concerns, whatever "
        "happened; what could not be decided stands in a part of its own, with the cause. The content of the items has "
        f"the SHA-256 {benchmark.digest}."
    )
    return (
        ("What was audited", audited),
        ("How it was looked at", _LOOKED.format(program=program)),
        ("What the evidence can bear", _BEARS),
        ("What people said", _PEOPLE),
        ("How to read the text", _TEXT),
    )
