"""What a report's PDF says of where it comes from, so that it can be told from one that was altered.

Behind the pages, as an update that every reader knows (ISO 32000-1, 7.5.6), stands a small JSON file: audit, revision
and seal, what made the report, length and SHA-256 of everything before it, and of each page. A reader shows it among
the attachments. The update follows from the rest of the file to the last byte, so nothing in the whole is left out.

It is no secret how that is computed: it shows damage and careless change. That nobody wrote another report in its
place shows against the audit file, or by a digital signature.
"""

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from datetime import MAXYEAR, MINYEAR, date
from functools import cache
from itertools import pairwise

from app.errors import ReportError
from app.language import ENGLISH, tr
from app.places import program_root, resources_root

SCHEMA = "bartizan-report/1"
NAME = "bartizan-report.json"
LONGEST = 4 << 20  # bytes of JSON that are believed to be ours

_MARK = re.compile(rb"%Bartizan-Report 1 (\d{10}) (\d{10}) (\d{10}) ([0-9a-f]{64})\n")  # as _mark() has them

_KEPT = (rb"/Root \d+ \d+ R", rb"/Info \d+ \d+ R", rb"/ID\s*\[[^\]]*\]")  # what a later trailer takes over


@dataclass(frozen=True, slots=True)
class Page:
    """Where a page's content stands in the file, in bytes, and its SHA-256."""

    start: int
    end: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Provenance:
    """The JSON: what the report was made of, and what it was when it was written."""

    audit: str  # its id
    title: str
    state: str
    revision: int
    predecessor: str  # the seal of the revision before; empty for the first
    seal: str
    reported: str  # the day of the report, YYYY-MM-DD
    since: str  # the seal of the audit that it compares with; empty: none
    program: str
    renderer: str  # what decides the bytes beside the version: libraries, translations, the build
    benchmark: str
    benchmark_version: str
    digest: str  # of the content files
    size: int = 0  # bytes before the update
    sha256: str = ""  # of them
    language: str = ENGLISH  # code of that in which it was written; English isn't said
    pages: tuple[Page, ...] = ()


@cache
def code_digest() -> str:
    """SHA-256 of the program's own modules and fonts: two builds of one version needn't draw the same pages.

    Empty where no modules stand as files (a frozen program), which says no more than its version.
    """
    digest, root = hashlib.sha256(), program_root()
    modules = sorted((root / "app").rglob("*.py"))
    for path in (*modules, *sorted((resources_root() / "fonts").glob("*.ttf"))):
        name, data = path.relative_to(root).as_posix(), path.read_bytes()
        digest.update(f"{name} {len(data)}\n".encode() + data)
    return digest.hexdigest() if modules else ""


def attached(pdf: bytes, about: Provenance, names: int, contents: Sequence[int]) -> bytes:
    """The PDF with what it says of itself; ``names`` and ``contents`` are numbers of objects.

    ``names`` is an empty dictionary to which the catalogue's Names refer, ``contents`` are the pages' streams.
    """
    places = _places(pdf)
    pages = tuple(
        Page(start, end, hashlib.sha256(pdf[start:end]).hexdigest()) for start, end in (places[one] for one in contents)
    )
    whole = _with(about, size=len(pdf), sha256=hashlib.sha256(pdf).hexdigest(), pages=pages)
    return pdf + _update(pdf, whole, names)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a PDF turned out to be."""

    about: Provenance | None
    problem: str  # what is wrong, to follow the file's name; empty if it is as it was written
    size: int = 0  # bytes of the report; what the file has beyond them was added later


def read(data: bytes) -> Reading:
    """Compare a PDF with what it says of itself. Only bytes are compared: nothing in the file is interpreted."""
    mark = next((one for one in _MARK.finditer(data) if one.start() == int(one[1])), None)
    if mark is None:
        cut = b"%%EOF" not in data[-1024:]
        why = tr("is cut short") if cut else tr("another program saved it anew, or it is no report of Bartizan")
        return Reading(None, tr("doesn't hold what a report of Bartizan says of itself: {why}").format(why=why))
    start, end = mark.start(), mark.start() + int(mark[2])
    if end > len(data):
        return Reading(None, tr("is cut short"))
    try:
        about = _parsed(data[mark.end() : end])
    except (ValueError, KeyError, TypeError, RecursionError):
        return Reading(None, tr("was altered: what it says of itself can't be read"))
    before = data[:start]
    if hashlib.sha256(before).hexdigest() != about.sha256:
        return Reading(about, tr("was altered or damaged, {where}").format(where=_where(before, about)), end)
    try:
        same = _update(before, about, int(mark[3])) == data[start:end]
    except ReportError:
        same = False
    return Reading(about, "" if same else tr("was altered: what it says of itself isn't as it was written"), end)


def _where(data: bytes, about: Provenance) -> str:
    """The first page that isn't as it was written."""
    for number, page in enumerate(about.pages, 1):
        if hashlib.sha256(data[page.start : page.end]).hexdigest() != page.sha256:
            return tr("first on page {n} of {last}").format(n=number, last=len(about.pages))
    return tr("not on its pages, but in its fonts, links or structure")


# --- JSON ------------------------------------------------------------------------------------------------------------


def _with(about: Provenance, **more: object) -> Provenance:
    return Provenance(**{one.name: more.get(one.name, getattr(about, one.name)) for one in fields(about)})  # type: ignore[arg-type] # by name


def _json(about: Provenance) -> bytes:
    said = {"schema": SCHEMA, **asdict(about)}
    if about.language == ENGLISH:
        del said["language"]
    return json.dumps(said, indent=1, sort_keys=True).encode("ascii")


def _parsed(update: bytes) -> Provenance:
    """The JSON within the update; ValueError, KeyError or TypeError where it isn't ours."""
    text = update.partition(b"stream\n")[2].partition(b"\nendstream")[0]
    if len(text) > LONGEST:
        raise ValueError(len(text))
    said = json.loads(text)
    if type(said) is not dict:
        raise TypeError(type(said))
    if said.pop("schema") != SCHEMA:
        raise ValueError(SCHEMA)
    about = Provenance(**said | {"pages": tuple(Page(**one) for one in said["pages"])})
    parts: tuple[Provenance | Page, ...] = (about, *about.pages)
    for part in parts:
        for one in fields(part):
            if one.type in {int, str} and type(getattr(part, one.name)) is not one.type:
                raise TypeError(one.name)
    if not MINYEAR < date.fromisoformat(about.reported).year < MAXYEAR:
        raise ValueError(about.reported)
    return about


# --- PDF -------------------------------------------------------------------------------------------------------------


def _mark(before: int, length: int, names: int, text: bytes) -> bytes:
    """The comment that the update begins with: bytes before it and of it, an object, the SHA-256 of its JSON."""
    return b"%%Bartizan-Report 1 %010d %010d %010d %b\n" % (
        before, length, names, hashlib.sha256(text).hexdigest().encode(),
    )  # fmt: skip


def _update(pdf: bytes, about: Provenance, names: int) -> bytes:
    """The update behind the PDF: the JSON as an embedded file, entered under the object ``names``."""
    table, trailer = _end(pdf)
    free = int(_found(rb"/Size (\d+)", trailer)[1])  # the first number that no object has
    text, name = _json(about), NAME.encode()
    objects = {
        names: b"<</EmbeddedFiles<</Names[(%b)%d 0 R]>>>>" % (name, free),
        free: b"<</Type/Filespec/F(%b)/UF(%b)/Desc(What this report was made of)/AFRelationship/Data/EF<</F %d 0 R>>>>"
        % (name, name, free + 1),
        free + 1: b"<</Type/EmbeddedFile/Subtype/application#2Fjson/Params<</Size %d>>/Length %d>>\n"
        b"stream\n%b\nendstream" % (len(text), len(text), text),
    }
    start = len(pdf) + len(_mark(0, 0, 0, b""))
    body, at = b"", {}
    for number, content in objects.items():
        at[number] = start + len(body)
        body += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    rows = [b"%010d 00000 n \n" % at[number] for number in objects]
    kept = b"".join(_found(one, trailer)[0] for one in _KEPT)
    table_now = b"xref\n0 1\n0000000000 65535 f \n%d 1\n%b%d 2\n%b%b" % (names, rows[0], free, rows[1], rows[2])
    end = b"%btrailer\n<<%b/Size %d/Prev %d>>\nstartxref\n%d\n%%%%EOF\n" % (
        table_now, kept, free + 2, table, start + len(body),
    )  # fmt: skip
    return _mark(len(pdf), start - len(pdf) + len(body) + len(end), names, text) + body + end


def _end(pdf: bytes) -> tuple[int, bytes]:
    """Where the table of objects stands, and the trailer behind it."""
    table = int(_found(rb"startxref\s+(\d+)\s+%%EOF\s*$", pdf[-64:])[1])
    return table, pdf[max(table, pdf.rfind(b"trailer")) :]


def _places(pdf: bytes) -> dict[int, tuple[int, int]]:
    """Where each object stands behind its number, by that number."""
    table, _ = _end(pdf)
    count = int(_found(rb"xref\s+0 (\d+)\s+", pdf[table : table + 64])[1])
    rows = pdf[table:].split(b"\n")[2 : 2 + count]
    starts = {number: int(row[:10]) for number, row in enumerate(rows) if row[17:18] == b"n"}
    return {
        number: (start + len(b"%d 0 obj" % number), end)
        for (start, number), (end, _) in pairwise([*sorted((at, one) for one, at in starts.items()), (table, 0)])
    }


def _found(pattern: bytes, text: bytes) -> re.Match[bytes]:
    match = re.search(pattern, text)
    if match is None:
        raise ReportError(tr("The PDF that was made has another form than expected; please report this fault."))
    return match
