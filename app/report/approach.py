"""What a reader has to know of how an audit was done, before believing its figures."""

from app import language
from app.language import tr
from app.record import ScanResult
from app.report.standing import program_of
from app.report.wording import listed


def approach(scan: ScanResult) -> tuple[tuple[str, str], ...]:
    """Give (heading, paragraph) pairs."""
    benchmark = scan.benchmark
    audited = tr(
        "The machines below, against the {n} items of “{guideline}”, version {version} ({id}). Every item has a "
        "finding for each machine that it concerns, whatever happened; what could not be decided stands in a part of "
        "its own, with the cause. The content of the items has the SHA-256 {digest}."
    ).format(
        n=len(benchmark.rules),
        guideline=benchmark.title,
        version=benchmark.version,
        id=benchmark.id,
        digest=benchmark.digest,
    )
    others = [one for one in scan.contents if one != benchmark.digest]
    if others:
        audited += " " + tr(
            "That is how they are printed here; the results come from another state of the content, with the SHA-256 "
            "{digests}: “bartizan judge” judges the evidence with the content at hand."
        ).format(digests=listed(others))
    looked = tr(
        "{program} opened one session to each machine and ran read-only commands there. Nothing was installed or "
        "changed. What a machine answered was kept byte for byte before anything was made of it, and each verdict "
        "names the evidence that it rests on. A pass is given only on complete evidence that says so."
    ).format(program=" ".join(program_of(scan)))
    bears = tr(
        "Evidence is what a machine said about itself. A machine under somebody else's control can lie, and no audit "
        "from the outside can tell. The host-key fingerprint shows which machine answered. Times are those of the "
        "computer that ran the audit, in UTC."
    )
    people = tr(
        "What no command can see was answered by people, by name. Their answers lie over the measured result and never "
        "replace it: both are shown. Each answer can be accepted or rejected by a second person."
    )
    text = tr(
        "Characters that are invisible or that control a terminal are printed as escapes such as \\x1b or \\u202e, in "
        "violet, wherever they came from. Password hashes, private keys and passwords in evidence are masked in print, "
        "and each place says so."
    )
    return (
        (tr("What was audited"), audited),
        (tr("How it was looked at"), looked),
        (tr("What the evidence can bear"), bears),
        (tr("What people said"), people),
        (tr("How to read the text"), text),
        *_languages(),
    )


def _languages() -> tuple[tuple[str, str], ...]:
    """Which parts of a translated report aren't in its language, and why; nothing to say in English."""
    if language.current() == language.ENGLISH:
        return ()
    return (
        (
            tr("Which language is where"),
            tr(
                "What was measured (what was found, expected values, reasons, remedies, evidence and the record of the "
                "audit) is in English: the record is kept in the language in which it was made, so that it stays the "
                "same for every reader. What people wrote is in their own words. Introductions and reasons of the "
                "guideline that have not been translated are in English too."
            ),
        ),
    )
