"""The cached catalogue: it starts without pydantic and YAML, and a file that somebody else put there runs nothing."""

import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest
from content_sample import PLATFORM, write_content
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.benchmark import catalogue as module
from app.benchmark.catalogue import catalogue
from app.benchmark.files import content_files, digest
from app.errors import ContentError
from app.model import Benchmark


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_content(tmp_path)


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    folder = tmp_path / "cache"
    folder.mkdir()
    return folder


def cached(cache: Path) -> Path:
    (path,) = cache.iterdir()
    return path


def test_the_second_load_is_the_same(root: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = catalogue([root], cache)
    import app.benchmark.load as loading  # noqa: PLC0415 - to prove that it isn't called again

    monkeypatch.setattr(loading, "load", None)
    assert catalogue([root], cache) == first
    assert cached(cache).stat().st_mode & 0o077 == 0


def test_the_second_load_imports_neither_pydantic_nor_yaml(root: Path, cache: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from app.benchmark.catalogue import catalogue; "
        f"b = catalogue([Path({str(root)!r})], Path({str(cache)!r})); "
        "print(len(b.rules), sorted({'pydantic', 'yaml', 'app.benchmark.schema'} & set(sys.modules)))"
    )
    runs = [
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60).stdout
        for _ in range(2)
    ]
    assert runs == ["12 ['app.benchmark.schema', 'pydantic', 'yaml']\n", "12 []\n"]


def test_without_a_cache_nothing_is_written(root: Path, cache: Path) -> None:
    assert isinstance(catalogue([root], None), Benchmark)
    assert list(cache.iterdir()) == []


def test_changed_content_is_loaded_anew(root: Path, cache: Path) -> None:
    before = catalogue([root], cache)
    (root / "platforms" / "tiny" / "platform.yaml").write_text(PLATFORM.replace("green", "blue"))
    after = catalogue([root], cache)
    assert before.digest != after.digest
    assert after.addenda[0].checks[0].expect.operand.value == "blue"
    assert len(list(cache.iterdir())) == 2


def test_old_catalogues_go(root: Path, cache: Path) -> None:
    for number in range(module.KEPT + 2):
        (root / "platforms" / "tiny" / "platform.yaml").write_text(f"# {number}\n{PLATFORM}")
        catalogue([root], cache)
        assert len(list(cache.iterdir())) == min(number + 1, module.KEPT)


def test_the_digest_sees_names_and_bytes(root: Path) -> None:
    files = content_files([root])
    before = digest(files)
    assert len(before) == 64
    (root / "guideline" / "4.yaml").rename(root / "guideline" / "5.yaml")
    assert digest(content_files([root])) != before


def test_faults_are_told_whatever_is_cached(root: Path, cache: Path) -> None:
    catalogue([root], cache)
    (root / "guideline" / "4.yaml").write_text("nonsense: 1\n")
    with pytest.raises(ContentError):
        catalogue([root], cache)


@pytest.mark.parametrize(
    "data", [b"", b"rubbish", b"\x80\x05", b"\x80\x05N.", b"(lp0\n.", b"\x80\x05]\x94(K\x01K\x02e."]
)
def test_a_corrupt_cache_is_made_again(root: Path, cache: Path, data: bytes) -> None:
    whole = catalogue([root], cache)
    path = cached(cache)
    good = path.read_bytes()
    for spoiled in (data, good[: len(good) // 2], good[:-1]):
        path.write_bytes(spoiled)
        assert catalogue([root], cache) == whole
        assert path.read_bytes() == good


class Evil:
    """Calls a program when it is unpickled."""

    def __init__(self, flag: Path) -> None:
        self.flag = flag

    def __reduce__(self) -> tuple[object, ...]:
        return os.system, (f"touch {self.flag}",)


def test_a_poisoned_cache_runs_nothing(root: Path, cache: Path, tmp_path: Path) -> None:
    whole = catalogue([root], cache)
    path = cached(cache)
    flag = tmp_path / "flag"
    path.write_bytes(pickle.dumps(Evil(flag)))
    assert catalogue([root], cache) == whole
    assert not flag.exists()


def call(module_name: str, name: str, argument: bytes) -> bytes:
    """A pickle that calls what that name gives with one text argument; protocol 4 knows dotted names."""
    words = [b"\x8c" + bytes([len(word)]) + word.encode() for word in (module_name, name)]
    return b"\x80\x04" + b"".join(words) + b"\x93" + b"\x8c" + bytes([len(argument)]) + argument + b"\x85R."


@pytest.mark.parametrize(
    ("module_name", "name"),
    [
        ("os", "system"),
        ("builtins", "eval"),
        ("builtins", "getattr"),
        ("app.judge.expectation", "pattern"),  # a function of ours
        ("app.judge.expectation", "re2.compile"),  # reaches into an imported module
        ("app.judge.expectation", "show.__globals__.get"),  # reaches the builtins
        ("app.judge.expectation", "Mapping"),  # imported there, not ours
        ("app.model", "Benchmark.__init__.__globals__.get"),
        ("app.model", "__builtins__"),
        ("app.model", "dataclass"),
        ("app.benchmark.catalogue", "pickle.loads"),
    ],
)
def test_only_own_classes_are_given_out(cache: Path, module_name: str, name: str) -> None:
    path = cache / "x.pickle"
    path.write_bytes(call(module_name, name, b"__builtins__"))
    with path.open("rb") as handle, pytest.raises(pickle.UnpicklingError, match="no place in a catalogue"):
        module._OwnClasses(handle).load()
    assert module._read(path) is None


@given(data=st.binary(max_size=300))
@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_arbitrary_bytes_are_no_catalogue(cache: Path, data: bytes) -> None:
    path = cache / "x.pickle"
    path.write_bytes(b"\x80\x04" + data)
    assert module._read(path) is None


def test_damage_anywhere_is_survived(root: Path, cache: Path) -> None:
    catalogue([root], cache)
    path = cached(cache)
    good = path.read_bytes()
    for position in range(0, len(good), max(1, len(good) // 300)):
        spoiled = bytearray(good)
        spoiled[position] ^= 0x55
        path.write_bytes(bytes(spoiled))
        found = module._read(path)
        assert found is None or isinstance(found, Benchmark)


def test_a_cache_that_cannot_be_written_costs_only_time(root: Path, tmp_path: Path) -> None:
    assert isinstance(catalogue([root], tmp_path / "not" / "there"), Benchmark)


def test_nothing_half_written_stays(root: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_given: object, **_more: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(module.pickle, "dump", full)
    assert isinstance(catalogue([root], cache), Benchmark)
    assert list(cache.iterdir()) == []


def test_unreadable_content(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    with pytest.raises(ContentError, match=r"can't be read \(No such file"):
        digest([path])
