"""Evidence as exhibits: numbered, fingerprinted, masked, and printed up to limits that are stated."""

import hashlib
from collections.abc import Mapping, Sequence

from app.language import tr
from app.model import Evidence, Reason
from app.record import ScanResult
from app.report import document as doc
from app.report.masking import mask
from app.report.passages import count_lines, holds, lines_of, passage
from app.report.wording import LINE, counted, moment, number, short

LINES_EACH = 160  # lines of one exhibit that are printed
CHARS_EACH = 12_000  # and characters
LINES_ALL = 16_000  # lines of all exhibits together, some 250 pages
ERROR_LINES = 20


class Desk:
    """All evidence of an audit under exhibit numbers; what is asked for is worked out when it is."""

    def __init__(self, scan: ScanResult) -> None:
        hosts = {state.target.name: index for index, state in enumerate(scan.targets)}
        self._evidence: Mapping[str, Evidence] = scan.evidence
        self._recent: dict[str, Evidence] = {}
        self._accounts = {state.target.name: state.target.user for state in scan.targets}
        self.order = sorted(scan.evidence, key=lambda key: (hosts.get(key.rpartition("/")[0], len(hosts)), key))
        self._numbers = {key: f"E{index}" for index, key in enumerate(self.order, start=1)}

    def has(self, key: str) -> bool:
        """Say whether the audit holds that evidence."""
        return key in self._numbers

    def number(self, key: str) -> str:
        """Give the exhibit number of a piece of evidence that is there."""
        return self._numbers[key]

    def _piece(self, key: str) -> Evidence:
        """Read a piece of evidence; the last few are remembered, since items next to each other rest on the same.

        Only a few, since all evidence of a large audit together doesn't fit into memory.
        """
        if key not in self._recent:
            if len(self._recent) >= _RECENT:
                self._recent.pop(next(iter(self._recent)))
            self._recent[key] = self._evidence[key]
        return self._recent[key]

    def telling(self, keys: Sequence[str], words: Sequence[str], most: int) -> list[str]:
        """Take those that show most: outputs with one of the words, then other answers, then commands that gave none.

        The last, such as a package tool of another distribution, are left out where there is anything better. No more
        is looked at than is needed, and only so much: of a hundred hosts an item may rest on outputs without number.
        """
        ranks: dict[str, int] = {}
        left = _SEARCHED
        for key in keys:
            if left <= 0 or sum(not rank for rank in ranks.values()) >= most:
                break
            piece = self._piece(key)
            left -= max(len(piece.output), _SEARCHED // _LOOKED_AT)
            if piece.fault is not None or piece.exit_status != 0 or not piece.output:
                ranks[key] = _SILENT
            else:
                ranks[key] = 0 if holds(piece.output, words) else 1
        best = min(ranks.values(), default=0)
        shown = (key for key in ranks if ranks[key] < _SILENT or best == _SILENT)
        return sorted(shown, key=ranks.__getitem__)[:most]

    def excerpt(self, key: str, words: Sequence[str]) -> doc.Excerpt:
        """Give the lines around the first that holds one of the words, else the first lines."""
        piece = self._piece(key)
        part = passage(piece.output or piece.stderr, words)
        if not part.lines:
            note = tr("The command wrote nothing; in full as exhibit {exhibit}.")
        elif len(part.lines) < part.total:
            note = tr("Lines {first} to {last} of {total}; more as exhibit {exhibit}.")
        else:
            note = tr("All lines; in full as exhibit {exhibit}.")
        last = part.first + len(part.lines)
        note = note.format(exhibit=self.number(key), first=part.first + 1, last=last, total=number(part.total))
        if part.masked:
            note += " " + tr("Secrets are masked.")
        return doc.Excerpt(
            exhibit=self.number(key),
            source=key,
            command=_first(mask(piece.command).text),
            lines=tuple(short(line) for line in part.lines),
            note=note,
        )

    def exhibits(self, leading: Sequence[str]) -> tuple[doc.Exhibit, ...]:
        """Give every exhibit; the lines allowed in all go to the leading ones first (numbers, as in the findings)."""
        first = set(leading)
        left = LINES_ALL
        printed: dict[str, int] = {}
        for key in sorted(self.order, key=lambda key: self._numbers[key] not in first):
            wanted = min(LINES_EACH, count_lines(self._evidence[key].output))
            printed[key] = wanted if wanted <= left else 0
            left -= printed[key]
        return tuple(self._exhibit(key, printed[key]) for key in self.order)

    def _account(self, piece: Evidence) -> str:
        """As whom the command ran; a command that needs root and didn't run as root says so."""
        if piece.privileged:
            return tr("root (not available)") if piece.fault is Reason.NO_RIGHTS else "root"
        return self._accounts.get(piece.target) or tr("the audit account")

    def _exhibit(self, key: str, allowed: int) -> doc.Exhibit:
        piece = self._evidence[key]
        lines, masked = lines_of(piece.output[:_HEAD]) if allowed else ([], 0)
        total = len(lines) if allowed and len(piece.output) <= _HEAD else count_lines(piece.output)
        errors, masked_errors = lines_of(piece.stderr[:_HEAD])
        shown = _within(lines[:allowed], CHARS_EACH)
        notes = _notes(piece, len(shown), total, printed=bool(allowed))
        if any(len(line) > LINE for line in shown):
            notes.append(
                tr(
                    "Lines longer than {n} characters are shortened in print; the whole stands in the audit file and "
                    "its JSON."
                ).format(n=number(LINE))
            )
        if len(errors) > ERROR_LINES:
            notes.append(
                tr("Of standard error the first {n} of {total} lines are printed.").format(
                    n=ERROR_LINES, total=number(len(errors))
                )
            )
        if secrets := masked + masked_errors:
            notes.append(
                counted(
                    secrets,
                    tr("1 secret masked in print; the audit file holds the original."),
                    tr("{n} secrets masked in print; the audit file holds the original."),
                )
            )
        return doc.Exhibit(
            number=self.number(key),
            source=key,
            host=piece.target,
            command=mask(piece.command).text,
            account=self._account(piece),
            started=moment(piece.started),
            seconds=piece.seconds,
            exit=tr("none") if piece.exit_status is None else str(piece.exit_status),
            size=len(piece.output),
            sha256=hashlib.sha256(piece.output).hexdigest(),
            lines=tuple(short(line) for line in shown),
            errors=tuple(short(line) for line in errors[:ERROR_LINES]),
            notes=tuple(notes),
            printed=bool(shown) or not total,
        )


def _notes(piece: Evidence, shown: int, total: int, *, printed: bool) -> list[str]:
    """What is wrong with a piece of evidence, and what of it isn't printed."""
    notes = []
    if piece.fault is not None:
        notes.append(tr("Can't be judged: {fault}.").format(fault=piece.fault))
    if piece.truncated:
        notes.append(
            counted(
                piece.bytes_total,
                tr("The host sent at least 1 byte; the first {kept} are kept."),
                tr("The host sent at least {n} bytes; the first {kept} are kept."),
                kept=number(len(piece.output)),
            )
        )
    if shown < total and not printed:
        notes.append(
            tr("Not printed, to keep the report within bounds; the whole stands in the audit file and its JSON.")
        )
    elif shown < total:
        notes.append(
            tr("The first {n} of {total} lines are printed; the whole stands in the audit file and its JSON.").format(
                n=number(shown), total=number(total)
            )
        )
    return notes


_HEAD = 8 * CHARS_EACH  # bytes that are decoded for print; what is printed never reaches that far
_RECENT = 16
_SILENT = 2  # the rank of a command that gave no answer
_SEARCHED = 16 << 20  # bytes of outputs that are searched for the excerpts of one item
_LOOKED_AT = 400  # outputs, whatever their size
_COMMAND = 96  # characters of a command that stand above an excerpt


def _first(command: str) -> str:
    """Take the first line of a command that may be a script of many."""
    first = command.strip().split("\n", 1)[0].rstrip(" \\")
    return first if first == command.strip() and len(first) <= _COMMAND else f"{first[:_COMMAND].rstrip()} …"


def _within(lines: list[str], limit: int) -> list[str]:
    used = 0
    for index, line in enumerate(lines):
        used += min(len(line), LINE) + 1
        if used > limit and index:
            return lines[:index]
    return lines
