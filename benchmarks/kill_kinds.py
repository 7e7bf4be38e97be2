"""The commands that kill.py kills: each with the audit that it works on and what it writes."""

import importlib.util
from dataclasses import dataclass

from kill_left import AUDIT

from app.report.formats import FORMATS

CHAPTER = "6"  # few probes: most of the time goes into what is tried here
ITEMS = ("6.1.2-b", "6.3-c", "6.1.3-a")
ANN = ("--by", "A. Example", "--role", "administrator")
CHIEF = ("--by", "C. Example", "--role", "Head of IT", "--remark", "Read and agreed")
HOSTS = 3
ENDINGS = {"folder": "", "xccdf": ".xml", "ckl": ".ckl", "html": ".html", "csv": ".csv", "pdf": ".pdf", "form": ".pdf"}


@dataclass(frozen=True)
class Kind:
    """A command to be killed. ``base`` names the prepared audit that it works on, ``output`` what else it writes."""

    name: str
    base: str
    words: tuple[str, ...]
    output: str = ""
    format: str = ""
    together: bool = False  # all its entries come in one transaction
    share: int = 2  # of the kills
    wizard: bool = False  # a person at the wizard in place of a command


def answered(*words: str) -> tuple[str, ...]:
    """Sign some items off wherever they apply."""
    return ("signoff", AUDIT, *(word for item in ITEMS for word in ("--item", item)), "--all-targets", *words)


def kinds(*, ssh: bool) -> tuple[Kind, ...]:
    """Every command that writes, and the reports of every format."""
    new = ("--chapter", CHAPTER, "--out", AUDIT)
    attached = ("--attach", "plan.bin", "--attach", "list.txt")
    remark = ("--remark", "seen by a person")
    found = [
        Kind("audit, this computer", "", ("audit", "--local", *new, "--json", "a.json"), "a.json", "json", share=5),
        Kind("audit with JSON on stdout", "", ("audit", "--local", *new, "--json", "-"), share=3),
        Kind("audit --carry", "", ("audit", "--local", *new, "--carry", "answered.bartizan"), share=3),
        Kind("signoff", "measured", answered("--result", "pass", *ANN, *remark, *attached), together=True, share=8),
        Kind("withdraw", "answered", ("withdraw", AUDIT, "--item", ITEMS[0], "--all-targets", *ANN, *remark),
             together=True),
        Kind("submit", "answered", ("submit", AUDIT, "--by", "A. Example"), together=True),
        Kind("review", "submitted", ("review", AUDIT, "--accept-all", "--by", "B. Example", *remark), together=True),
        Kind("confirm", "carried", ("confirm", AUDIT, "--all", *ANN), together=True),
        Kind("answers --from", "measured", ("answers", AUDIT, "--from", "filled.pdf", *ANN), together=True),
        Kind("sign", "answered", ("sign", AUDIT, *CHIEF, "--unreviewed"), together=True),
        Kind("revise", "signed", ("revise", AUDIT, "--by", "A. Example", *remark), together=True),
        Kind("judge", "signed", ("judge", AUDIT, "--by", "A. Example", *remark), share=4),
        Kind("compare", "answered", ("compare", "measured.bartizan", AUDIT, "--json", "c.json"), "c.json", "json"),
    ]  # fmt: skip
    if importlib.util.find_spec("PySide6"):
        found.append(Kind("the wizard", "measured", (AUDIT,), wizard=True, share=8))
    for name in FORMATS:
        out = f"out{ENDINGS.get(name, '.json')}"
        words = ("report", AUDIT, "--format", name, "--out", out)
        found.append(Kind(f"report {name}", "answered", words, out, name, share=3))
    if ssh:
        hosts = ("audit", "--inventory", "hosts.yaml", *new)
        found.insert(0, Kind(f"audit, {HOSTS} hosts by SSH", "", hosts, share=6))
        found.insert(1, Kind("audit --resume", "cut", ("audit", "--resume", AUDIT), share=3))
    return tuple(found)
