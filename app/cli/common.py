"""What commands share: exit status, messages that a terminal can't misread, opening content and audits."""

import contextlib
import sys
import tempfile
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from app.audit import Audit
from app.benchmark.catalogue import catalogue
from app.errors import BartizanError, UsageError
from app.language import tr
from app.model import Benchmark
from app.places import cache_folder, checks_root, real
from app.record import Finding, Override

ALL_FINE, FAILS, UNDECIDED, BAD_INPUT, OWN_ERROR, INTERRUPTED = 0, 1, 2, 3, 4, 130

_BIDI = {*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C}


def plain(text: str) -> str:
    """Text for a terminal: control and direction characters and what can't be encoded are made visible."""
    return text if text.isprintable() else "".join(map(_visible, text))


def _visible(one: str) -> str:
    code = ord(one)
    if unicodedata.category(one) == "Cc":
        return f"\\x{code:02x}"
    if code in _BIDI or unicodedata.category(one) in {"Cs", "Zl", "Zp"}:
        return f"\\u{code:04x}"
    return one


def complain(text: str) -> None:
    """One line on standard error."""
    sys.stderr.write(f"bartizan: {plain(text)}\n")
    sys.stderr.flush()


class OutputLostError(BartizanError):
    """Standard output takes nothing more, such as a file on a full disk: exit status 4, and what was done stays."""


@contextlib.contextmanager
def _printing() -> Iterator[None]:
    """Around writing to standard output; a reader that has gone is left to click, which ends without a word."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        said = tr("Standard output can't be written ({why}); make room there, or lead it to another place.")
        raise OutputLostError(said.format(why=error.strerror)) from error


def say(text: str = "") -> None:
    """One line on standard output."""
    with _printing():
        sys.stdout.write(f"{plain(text)}\n")
        sys.stdout.flush()


def say_whole(text: str) -> None:
    """Text for a program on standard output, in UTF-8 whatever the terminal speaks."""
    say_parts((text, "\n"))


def say_parts(parts: Iterable[str]) -> None:
    """The same for text that comes in parts, and ends as they do."""
    with _printing():
        sys.stdout.flush()
    for part in parts:
        with _printing():
            sys.stdout.buffer.write(part.encode())
    with _printing():
        sys.stdout.buffer.flush()


def content(extra: Sequence[Path] = ()) -> Benchmark:
    """The project's content with a user's own addenda; the catalogue is cached where a cache can be had."""
    try:
        cache: Path | None = cache_folder()
    except OSError:
        cache = None  # no home to write to: slower, no worse
    return catalogue([checks_root(), *extra], cache)


def open_audit(path: Path, extra: Sequence[Path] = (), *, readonly: bool = False) -> Audit:
    """A stored audit to read or to add to; one that somebody else holds is refused in words when it must be written."""
    audit = Audit.open(path, content(extra), readonly=readonly)
    if not readonly and audit.readonly:
        raise UsageError(audit.readonly_reason or tr("{path}: can't be written.").format(path=path))
    return audit


def named(path: Path | None) -> Path | None:
    """The path; UsageError for a hyphen, which elsewhere means standard output and here would be a file."""
    if path is not None and str(path) == "-":
        raise UsageError(tr("-: name a file here; standard output is /dev/stdout."))
    return path


def writable(path: Path | None) -> None:
    """Refuse a report's path before anything is run; an audit file is never written over."""
    if path is None or str(path) == "-":
        return
    try:
        path.resolve()  # fails for links that lead in a circle
        if path.is_dir():
            raise UsageError(tr("{path}: is a folder; give the name of a file.").format(path=path))
        if not path.parent.is_dir():
            raise UsageError(
                tr("{path}: the folder {parent} is not there; make it or choose another.").format(
                    path=path, parent=path.parent
                )
            )
        if path.is_file():
            with path.open("rb") as handle:
                if handle.read(len(_SQLITE)) == _SQLITE:
                    raise UsageError(
                        tr("{path}: is an audit or another database; choose another name for the report.").format(
                            path=path
                        )
                    )
        if not path.exists() or path.is_file():
            with tempfile.TemporaryFile(dir=path.parent):
                pass
    except (OSError, ValueError, RuntimeError) as error:
        why = (error.strerror if isinstance(error, OSError) else "") or tr("not the name of a file")
        raise UsageError(
            tr("{path}: can't be written ({why}); choose another name or folder.").format(path=path, why=why)
        ) from error


_SQLITE = b"SQLite format 3\0"


def distinct(paths: Mapping[str, Path | None]) -> None:
    """Refuse one file for two purposes: the later one would be written over the earlier."""
    seen: dict[Path, str] = {}
    for option, path in paths.items():
        if path is None or str(path) == "-":
            continue
        whole = real(path)
        if whole in seen:
            raise UsageError(
                tr("{path}: given for {seen} and {option}; name two files.").format(
                    path=path, seen=seen[whole], option=option
                )
            )
        seen[whole] = option


def answers(count: int) -> str:
    """A number of answers in words."""
    from app.report.wording import counted  # noqa: PLC0415 - few commands count any

    return counted(count, tr("1 answer"), tr("{n} answers"))


def answered(one: Override, word: str) -> str:
    """The line that says which answer was given where; ``word`` is the answer."""
    said = (
        tr("{item} on {target}: {word} by {by}, entry {id}") if one.target else tr("{item}: {word} by {by}, entry {id}")
    )
    return said.format(item=one.item, target=one.target, word=word, by=one.by, id=one.id)


def exit_status(findings: Sequence[Finding]) -> int:
    """0, 1 or 2 as the contract says."""
    effective = {finding.effective for finding in findings}
    if "fail" in effective:
        return FAILS
    return UNDECIDED if effective & {"error", "unknown", "notchecked"} else ALL_FINE
