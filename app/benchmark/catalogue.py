"""The benchmark from a cache where its files are unchanged: a start need not import pydantic nor parse YAML.

The cache is keyed by the SHA-256 of all content files and by the program's version. It holds only our own frozen
values, and unpickling accepts no other class: a file put there by somebody else can't run anything.
"""

import contextlib
import os
import pickle
import struct
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from app import __version__
from app.benchmark.files import content_files, digest
from app.model import Benchmark

KEPT = 4  # catalogues: the project's own alone, and with the addenda that somebody works on

_OWN_MODULES = {"app.model", "app.judge.expectation"}


class _OwnClasses(pickle.Unpickler):
    """Knows the frozen values of the catalogue and nothing else.

    A name with dots would reach through a class or an imported module to anything that the interpreter holds, and a
    function could be called with what the file says: only classes that stand in our own modules are given out.
    """

    def find_class(self, module: str, name: str) -> Any:
        if module in _OWN_MODULES and name.isidentifier():
            found = super().find_class(module, name)
            if isinstance(found, type) and found.__module__ == module:
                return found
        raise pickle.UnpicklingError(f"{module}.{name} has no place in a catalogue")


def catalogue(roots: Sequence[Path], cache: Path | None) -> Benchmark:
    """The benchmark of these content folders; ContentError as by ``load``. ``cache`` None: never cached."""
    files = content_files(roots)
    key = digest(files)
    path = None if cache is None else cache / f"catalogue-{__version__}-{key}.pickle"
    if path is not None and (cached := _read(path)) is not None:
        return cached
    from app.benchmark.load import load  # noqa: PLC0415 - pydantic costs a quarter of a second

    benchmark = load(roots)
    if path is not None:
        _write(path, benchmark)
    return benchmark


def _read(path: Path) -> Benchmark | None:
    try:
        with path.open("rb") as handle:
            value = _OwnClasses(handle).load()
    except (OSError, pickle.UnpicklingError, EOFError, AttributeError, LookupError, TypeError, ValueError, ImportError):
        return None  # absent, cut short or of an older form: it is made again
    except (
        ArithmeticError,
        AssertionError,
        MemoryError,
        RecursionError,
        RuntimeError,
        SystemError,
        NotImplementedError,
        struct.error,
    ):
        return None  # bytes that were never a catalogue
    return value if isinstance(value, Benchmark) else None


def _write(path: Path, benchmark: Benchmark) -> None:
    """Best effort: without a cache the next start is only slower."""
    with contextlib.suppress(OSError):
        others = sorted(path.parent.glob("catalogue-*.pickle"), key=lambda one: one.stat().st_mtime, reverse=True)
        for old in others[KEPT - 1 :]:
            old.unlink(missing_ok=True)
        descriptor, name = tempfile.mkstemp(dir=path.parent)
        try:
            with os.fdopen(descriptor, "wb") as handle:
                pickle.dump(benchmark, handle, protocol=pickle.HIGHEST_PROTOCOL)
            Path(name).replace(path)
        finally:
            Path(name).unlink(missing_ok=True)  # on a full disk nothing half-written stays
