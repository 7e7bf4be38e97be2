"""The words of a report, explained to someone who reads one for the first time."""

from app.report.document import Term

GLOSSARY: tuple[Term, ...] = (
    Term(
        "Assisted",
        "The program collects facts and a person decides from them; until somebody does, the item awaits an answer.",
    ),
    Term("Audit", "One walk through the guideline for a set of machines, from the first look to the signature."),
    Term("Awaiting answer", "No command can decide the item; a person has to answer it and has not done so yet."),
    Term("Benchmark", "The guideline in the form that the program works with: chapters, sections and items."),
    Term(
        "Derived item",
        "An item that follows from the aim of the guideline with the means of today, where the guideline of 2007 "
        "names none. A direct item is asked for by the guideline itself.",
    ),
    Term("Error", "Looking went wrong, for instance a command that ended with a fault or took too long."),
    Term(
        "Evidence, exhibit",
        "What a machine answered to one command, kept byte for byte. An exhibit is a piece of evidence with the "
        "number under which this report refers to it. Evidence says what the machine answered, and a machine in "
        "hostile hands can lie about itself.",
    ),
    Term("Fail", "Looked at, and what must hold does not."),
    Term(
        "Finding", "One item on one machine, or once for the whole site, with its result and the answers laid over it."
    ),
    Term(
        "Fingerprint",
        "A short form of a machine's SSH host key. It shows that the machine that answered is the one that is meant.",
    ),
    Term("Item", "One sentence of the guideline that can hold or not."),
    Term(
        "Not applicable", "The item concerns machines of another kind, or there is nothing there that it could concern."
    ),
    Term("Not checked", "Nobody has looked, for instance because the machine could not be reached."),
    Term("Override", "A sign-off or a waiver. It lies over the measured result, which stays visible below it."),
    Term("Pass", "Looked at completely, and what must hold does hold."),
    Term("Remedy", "What mends a failure on the platform of the machine. Try it on a machine that may break."),
    Term(
        "Score",
        "The share of findings with a pass among those with a pass or a fail, in per cent, rounded down. The score "
        "before waivers counts waived failures as failures. Nothing else counts for or against, and where nothing "
        "was decided there is no score.",
    ),
    Term(
        "Seal",
        "The fingerprint of the last entry in the audit's record, in which each entry holds the fingerprint of the "
        "one before. A record with the same seal is the record that this report was made from, unaltered.",
    ),
    Term(
        "Severity",
        "How much a failure matters, as the guideline's items were rated for this program: low, medium, high or "
        "critical.",
    ),
    Term("SHA-256", "A fingerprint of data: any change to the data changes the fingerprint."),
    Term(
        "Sign-off", "A person's answer to an item, with name, role, time and remark; it takes the place of the result."
    ),
    Term("Subject", "What a check looks at on a machine: a guest, a file, a port, an account."),
    Term("Unknown", "Looked at, but the answer does not decide it, for instance because rights were missing."),
    Term(
        "Waived",
        "The item fails, and somebody with a name accepts that until a day, with a reason. It is a failure, is shown "
        "as one, and counts as one again from the day after.",
    ),
)
