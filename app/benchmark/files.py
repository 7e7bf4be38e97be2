"""Which content files there are, and their digest; what only looks like one is named instead of left out unseen."""

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path

from app.errors import ContentError
from app.language import tr


def content_files(roots: Iterable[Path]) -> list[Path]:
    """The YAML files below the roots, in a stable order; ContentError if a root isn't a folder or holds none."""
    files: list[Path] = []
    problems: list[str] = []
    for root in roots:
        if not root.exists():
            problems.append(
                tr("{root}: there is no such folder; give a folder that holds *.yaml files.").format(root=root)
            )
            continue
        found = [root] if root.is_file() else sorted(path for path in root.rglob("*.yaml") if path.is_file())
        near = _nearly(root)
        if near:
            said = (
                tr("{folder}: {file} is not read; rename to end in .yaml, or move elsewhere.")
                if len(near) == 1
                else tr("{folder}: {files} are not read; rename to end in .yaml, or move elsewhere.")
            )
            problems.append(said.format(folder=root, file=near[0], files=", ".join(near)))
        elif not found:
            problems.append(tr("{root}: holds no *.yaml file; give a folder with checks.").format(root=root))
        files.extend(found)
    if problems:
        raise ContentError(problems)
    return files


def _nearly(root: Path) -> list[str]:
    """Files below a folder that are YAML by another ending; not those of hidden folders, such as a repository's own."""
    if root.is_file():
        return []
    found = (path.relative_to(root) for path in root.rglob("*.[yY]*[mM][lL]") if path.is_file())
    return sorted(
        str(path)
        for path in found
        if path.suffix.lower() in _YAML
        and path.suffix != ".yaml"
        and not any(part.startswith(".") for part in path.parts)
    )


_YAML = {".yaml", ".yml"}


def digest(files: Sequence[Path]) -> str:
    """SHA-256 over names and bytes of the files: the key of the cached catalogue and part of every audit."""
    total = hashlib.sha256()
    for path in files:
        try:
            data = path.read_bytes()
        except OSError as error:
            raise ContentError(
                [tr("{path}: can't be read ({why}); check its permissions.").format(path=path, why=error.strerror)]
            ) from error
        total.update(f"{path.parent.name}/{path.name}\0{len(data)}\0".encode())
        total.update(data)
    return total.hexdigest()
