"""The words of a report for what the model says in codes, and small sentences about numbers."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from app.language import tr
from app.model import Mode, Privilege, Reason, Role, Rule, Scope
from app.record import ScanResult
from app.report.standing import unknown_rule, utc

LINE = 1_000  # characters of a line or a value that are printed
REMARK = 10_000  # of what a person wrote


def state_word(state: str) -> str:
    """How far an audit is."""
    words = {
        "open": tr("Open: answers may still change"),
        "submitted": tr("Submitted for review"),
        "accepted": tr("Accepted by the reviewer"),
        "signed": tr("Signed and closed"),
    }
    return words.get(state, state)


def mode_word(mode: Mode) -> str:
    """Who decides an item."""
    return {
        Mode.AUTOMATED: tr("decided by the program"),
        Mode.ASSISTED: tr("facts by the program, decided by a person"),
        Mode.MANUAL: tr("answered by a person"),
    }[mode]


def scope_word(scope: Scope) -> str:
    """What an item concerns."""
    return {
        Scope.HOST: tr("each host"),
        Scope.GUEST: tr("each guest"),
        Scope.BOTH: tr("each host and guest"),
        Scope.SITE: tr("the whole site"),
        Scope.CROSS_HOST: tr("several machines together"),
    }[scope]


def severity_word(severity: str) -> str:
    """How much a failure matters."""
    words = {"critical": tr("Critical"), "high": tr("High"), "medium": tr("Medium"), "low": tr("Low")}
    return words.get(severity, severity.capitalize())


def severity_within(severity: str) -> str:
    """The same where no word begins with a capital letter."""
    words = {"critical": tr("critical"), "high": tr("high"), "medium": tr("medium"), "low": tr("low")}
    return words.get(severity, severity)


def role_word(role: Role) -> str:
    """What a machine is."""
    return {Role.HOST: tr("Host"), Role.GUEST: tr("Guest"), Role.AUTO: tr("Not known")}[role]


def privilege_word(privilege: Privilege) -> str:
    """With which rights a machine was looked at."""
    return {
        Privilege.ROOT: "root",
        Privilege.SUDO: tr("root by sudo"),
        Privilege.SUDO_EXACT: tr("single commands by sudo"),
        Privilege.USER: tr("unprivileged"),
    }[privilege]


def review_word(review: str) -> str:
    """How far the review of an answer is."""
    words = {"submitted": tr("submitted"), "accepted": tr("accepted"), "rejected": tr("rejected")}
    return words.get(review, review)


def reason_words(reason: Reason | None) -> tuple[str, str]:
    """Why there is no verdict: a heading, and what would settle it."""
    again = tr("Run the audit on the machine again.")
    look = tr("Have a person look on the machine and answer.")
    return {
        Reason.UNREACHABLE: (
            tr("Machine not reached"),
            tr("Make the machine reachable and run the audit on it again."),
        ),
        Reason.CONNECTION_LOST: (tr("Connection lost while looking"), again),
        Reason.CANCELLED: (tr("Stopped by the operator"), again),
        Reason.NO_RIGHTS: (
            tr("Rights missing"),
            tr("Give the audit account the rights named, or have a person answer."),
        ),
        Reason.TOOL_MISSING: (
            tr("A program is missing on the machine"),
            tr("Have a person answer; nothing needs to be installed."),
        ),
        Reason.TIMEOUT: (
            tr("No answer in time"),
            tr("Look at the load of the machine, then run the audit again."),
        ),
        Reason.COMMAND_FAILED: (
            tr("The command failed"),
            tr("Look at its output in the appendix and mend the cause."),
        ),
        Reason.UNPARSEABLE: (
            tr("Output not understood"),
            tr("Have a person read the output in the appendix and answer."),
        ),
        Reason.TRUNCATED: (tr("Output longer than the limit"), look),
        Reason.TAMPERED: (
            tr("Output damaged or forged"),
            tr("Find out what changes the output on the machine before trusting it."),
        ),
        Reason.FACT_MISSING: (tr("The output doesn't say"), look),
        Reason.AWAITING_SIGNOFF: (
            tr("Waiting for a person's answer"),
            tr("Answer the item, and attach what supports the answer."),
        ),
        Reason.NOT_DECIDABLE: (
            tr("No command decides it here"),
            tr("Have a person answer from the facts collected."),
        ),
        Reason.NO_PLATFORM: (
            tr("Platform not known"),
            tr("Choose the platform by hand, or have a person answer."),
        ),
        Reason.OUT_OF_SCOPE: (
            tr("Chapter left out of the audit"),
            tr("Take the chapter into the scope to have it looked at."),
        ),
        Reason.OTHER_ROLE: (tr("The item concerns machines of another role"), ""),
        Reason.NO_SUBJECT: (tr("There is nothing on the machine that the item concerns"), ""),
        Reason.CONDITION: (tr("The condition under which the item holds isn't met"), ""),
        None: (tr("No cause recorded"), tr("Run the audit again, or have a person answer.")),
    }[reason]


def changed_word(what: str) -> str:
    """What changed after an answer was given (words of app.overrides.Outdated), as a clause that ends a sentence."""
    words = {
        "text": tr("what the item asks or how it is checked"),
        "result": tr("what was measured"),
        "evidence": tr("what was collected for the person who decides"),
    }
    return words.get(what, tr("something"))


def stranger(item: str) -> Rule:
    """Stand in, in the language in force, for an item that the benchmark at hand doesn't hold."""
    return replace(
        unknown_rule(item),
        title=tr("Item {item} of another version of the benchmark").format(item=item),
        requirement=tr("This version of the benchmark holds no such item."),
    )


def guideline_of(scan: ScanResult) -> str:
    """Name the guideline with its version."""
    return tr("{title}, version {version}").format(title=scan.benchmark.title, version=scan.benchmark.version)


def moment(time: datetime | None) -> str:
    """Write a time for people, in UTC to the second; "" for none."""
    return f"{utc(time):%Y-%m-%d %H:%M:%S} UTC" if time else ""


def minute(time: datetime | None) -> str:
    """Write a time for people, in UTC to the minute; "" for none."""
    return f"{utc(time):%Y-%m-%d %H:%M} UTC" if time else ""


def number(count: int) -> str:
    """Group the digits of a number by thousands, as the language in force writes it: "9,883", in German "9.883"."""
    return f"{count:,}".replace(",", tr(",", "between the thousands of a number"))


def decimal(value: float, places: int = 1) -> str:
    """Round a number as the language in force writes it: "8.6", in German "8,6"."""
    return f"{value:.{places}f}".replace(".", tr(".", "before the tenths of a number"))


def counted(count: int, one: str, many: str, **more: object) -> str:
    """Put a number into the sentence for one or into that for many, whose place for it is {n}."""
    return (one if count == 1 else many).format(n=number(count), **more)


def listed(words: Sequence[str], limit: int = 0) -> str:
    """Join as "a, b and c"; above the limit (if any) as "a, b and 7 more"."""
    if limit and len(words) > limit:
        return tr("{names} and {n} more").format(names=", ".join(words[:limit]), n=number(len(words) - limit))
    if len(words) > 1:
        return tr("{names} and {last}").format(names=", ".join(words[:-1]), last=words[-1])
    return "".join(words)


def short(line: str, most: int = LINE) -> str:
    """A line for print, cut where it is longer than any reader follows; what is cut is counted."""
    if len(line) <= most:
        return line
    return f"{line[:most]} … " + tr("(+{n} characters)").format(n=number(len(line) - most))


def first_sentence(text: str) -> str:
    """Take the first sentence of a paragraph."""
    return re.split(r"(?<=[.!?])\s", text.strip(), maxsplit=1)[0]


def sentence(text: str) -> str:
    """End the text with a full stop."""
    text = text.strip()
    return text if not text or text[-1] in ".!?…:" else f"{text}."


def natural(items: Iterable[str]) -> list[str]:
    """Sort item ids and names with numbers the way people count: 7.2-a before 7.10-a."""
    return sorted(items, key=natural_key)


def natural_key(text: str) -> tuple[tuple[int, int, str], ...]:
    """Give a key that sorts digits as numbers; at most 18 of them, which any integer type takes."""
    return tuple(
        (0, int(part), "") if part.isascii() and part.isdigit() and len(part) <= 18 else (1, 0, part)  # noqa: PLR2004
        for part in re.split(r"(\d+)", text)
        if part
    )
