"""The words of a report, explained to someone who reads one for the first time."""

import unicodedata

from app.language import tr
from app.report.document import Term


def glossary() -> tuple[Term, ...]:
    """Every word with its meaning, in the order of the alphabet."""
    return tuple(sorted(_terms(), key=_place))


def _place(term: Term) -> str:
    """Where a word stands: letters with a mark among those without."""
    return unicodedata.normalize("NFKD", term.word.casefold())


def _terms() -> tuple[Term, ...]:
    return (
        Term(
            tr("Assisted"),
            tr(
                "The program collects facts and a person decides from them; until somebody does, the item awaits "
                "an answer."
            ),
        ),
        Term(
            tr("Audit"),
            tr("One walk through the guideline for a set of machines, from the first look to the signature."),
        ),
        Term(
            tr("Awaiting answer"),
            tr("No command can decide the item; a person has to answer it and has not done so yet."),
        ),
        Term(
            tr("Benchmark"),
            tr("The guideline in the form that the program works with: chapters, sections and items."),
        ),
        Term(
            tr("Derived item"),
            tr(
                "An item that follows from the aim of the guideline with the means of today, where the guideline "
                "of 2007 names none. A direct item is asked for by the guideline itself."
            ),
        ),
        Term(
            tr("Error"),
            tr("Looking went wrong, for instance a command that ended with a fault or took too long."),
        ),
        Term(
            tr("Evidence, exhibit"),
            tr(
                "What a machine answered to one command, kept byte for byte. An exhibit is a piece of evidence "
                "with the number under which this report refers to it. Evidence says what the machine answered, "
                "and a machine in hostile hands can lie about itself."
            ),
        ),
        Term(
            tr("Fail"),
            tr("Looked at, and what must hold does not."),
        ),
        Term(
            tr("Finding"),
            tr("One item on one machine, or once for the whole site, with its result and the answers laid over it."),
        ),
        Term(
            tr("Fingerprint"),
            tr(
                "A short form of a machine's SSH host key. It shows that the machine that answered is the one "
                "that is meant."
            ),
        ),
        Term(
            tr("Item"),
            tr("One sentence of the guideline that can hold or not."),
        ),
        Term(
            tr("Not applicable"),
            tr("The item concerns machines of another kind, or there is nothing there that it could concern."),
        ),
        Term(
            tr("Not checked"),
            tr("Nobody has looked, for instance because the machine could not be reached."),
        ),
        Term(
            tr("Override"),
            tr("A sign-off or a waiver. It lies over the measured result, which stays visible below it."),
        ),
        Term(
            tr("Pass"),
            tr("Looked at completely, and what must hold does hold."),
        ),
        Term(
            tr("Remedy"),
            tr("What mends a failure on the platform of the machine. Try it on a machine that may break."),
        ),
        Term(
            tr("Score"),
            tr(
                "The share of findings with a pass among those with a pass or a fail, in per cent, rounded down. "
                "The score before waivers counts waived failures as failures. Nothing else counts for or against, "
                "and where nothing was decided there is no score."
            ),
        ),
        Term(
            tr("Seal"),
            tr(
                "The fingerprint of the last entry in the audit's record, in which each entry holds the "
                "fingerprint of the one before. A record with the same seal is the record that this report was "
                "made from, unaltered."
            ),
        ),
        Term(
            tr("Severity"),
            tr(
                "How much a failure matters, as the guideline's items were rated for this program: low, medium, "
                "high or critical."
            ),
        ),
        Term(
            tr("SHA-256"),
            tr("A fingerprint of data: any change to the data changes the fingerprint."),
        ),
        Term(
            tr("Sign-off"),
            tr("A person's answer to an item, with name, role, time and remark; it takes the place of the result."),
        ),
        Term(
            tr("Subject"),
            tr("What a check looks at on a machine: a guest, a file, a port, an account."),
        ),
        Term(
            tr("Unknown"),
            tr("Looked at, but the answer does not decide it, for instance because rights were missing."),
        ),
        Term(
            tr("Waived"),
            tr(
                "The item fails, and somebody with a name accepts that until a day, with a reason. It is a "
                "failure, is shown as one, and counts as one again from the day after."
            ),
        ),
    )
