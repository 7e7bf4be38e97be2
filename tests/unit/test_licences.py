"""Help > About shows docs/licences.md, so everything that is installed has its line there."""

import re

import pytest

from app.places import program_root

PAGE = (program_root() / "docs" / "licences.md").read_text(encoding="utf-8")
LOCKED = re.findall(r"^([A-Za-z0-9._-]+)==", (program_root() / "requirements.lock").read_text(), re.MULTILINE)


def plain(name: str) -> str:
    """A package's name as every spelling of it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.parametrize("package", LOCKED)
def test_each_package_is_named_with_its_licence(package: str) -> None:
    named = {plain(word) for word in re.findall(r"[A-Za-z0-9._-]+", PAGE)}
    assert plain(package) in named
