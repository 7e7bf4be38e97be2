"""Content files to one typed Benchmark; every fault at once, each with file, line, item and a suggestion."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from app.benchmark import schema
from app.benchmark.build import build_addendum, build_chapter, build_rule
from app.benchmark.explain import explain
from app.benchmark.files import content_files, digest
from app.benchmark.source import Source, read
from app.benchmark.suggest import suggestion
from app.benchmark.verify import cross_check, kind_of, named
from app.errors import ContentError
from app.language import tr
from app.model import Addendum, Benchmark, Chapter, Rule, Value

M = TypeVar("M", bound=BaseModel)


def load(roots: Sequence[Path]) -> Benchmark:
    """Load, type and cross-check all content; the first root is the project's own, further ones a user's addenda."""
    files = content_files(roots)
    collector = _Collector()
    for path in files:
        try:
            collector.add(read(path))
        except ContentError as error:
            collector.problems.extend(error.problems)
    collector.finish(files)
    return collector.benchmark(digest(files))


class _Collector:
    """Gathers the parts of the benchmark from its files."""

    def __init__(self) -> None:
        self.problems: list[str] = []
        self.head: schema.BenchmarkFile | None = None
        self.chapters: list[Chapter] = []
        self.rules: list[Rule] = []
        self.values: dict[str, Value] = {}
        self.set_values: dict[str, Any] = {}
        self.platforms: dict[Path, list[tuple[Source, schema.PlatformFile]]] = {}
        self.addenda: list[Addendum] = []
        self.where: dict[str, str] = {}  # "item 4.1-a" -> file:line, for duplicates and cross-checks

    def add(self, source: Source) -> None:
        if not isinstance(source.value, dict):
            self.problems.append(
                tr("{path}:1: expected a mapping such as `checks:`; see checks/schema.json.").format(path=source.path)
            )
            return
        keys = source.value.keys()
        if "chapter" in keys:
            self.chapter(source)
        elif "set_values" in keys:
            if (profile := self.typed(source, schema.ProfileFile)) is not None:
                for name, value in profile.set_values.items():
                    self.set_values[name] = value
                    self.where[f"set_values {name}"] = f"{source.path}:{source.line(('set_values', name))}"
        elif {"notice", "version"} <= keys:
            if self.head is not None:
                self.problems.append(
                    tr("{path}:1: a second head of the benchmark; only one may be there.").format(path=source.path)
                )
            self.head = self.typed(source, schema.BenchmarkFile)
        elif (platform := self.typed(source, schema.PlatformFile)) is not None:
            self.platforms.setdefault(source.path.parent, []).append((source, platform))

    def typed(self, source: Source, model: type[M]) -> M | None:
        try:
            return model.model_validate(source.value)
        except ValidationError as error:
            self.problems.extend(explain(source, error, model))
            return None

    def once(self, what: str, place: str) -> None:
        if what in self.where:
            self.problems.append(
                tr("{place}: {what} stands already at {where}; ids must be unique.").format(
                    place=place, what=what, where=self.where[what]
                )
            )
        else:
            self.where[what] = place

    def chapter(self, source: Source) -> None:
        file = self.typed(source, schema.ChapterFile)
        if file is None:
            return
        self.once(f"chapter {file.chapter}", f"{source.path}:1")
        self.chapters.append(build_chapter(file))
        sections = {section.id for section in file.sections}
        for index, section in enumerate(file.sections):
            place = f"{source.path}:{source.line(('sections', index, 'id'))}"
            self.once(f"section {section.id}", place)
            if section.id.split(".", 1)[0] != file.chapter:
                self.problems.append(
                    tr("{place}: section {section}: its id must begin with its chapter {chapter}.").format(
                        place=place, section=section.id, chapter=file.chapter
                    )
                )
        for index, item in enumerate(file.items):
            place = f"{source.path}:{source.line(('items', index, 'id'))}"
            self.once(f"item {item.id}", place)
            if item.section not in sections:
                self.problems.append(
                    tr("{place}: item {item}: section {section} is not in this file's sections.").format(
                        place=place, item=item.id, section=item.section
                    )
                )
            if not item.id.startswith(f"{item.section}-"):
                self.problems.append(
                    tr("{place}: item {item}: its id must begin with its section {section}-.").format(
                        place=place, item=item.id, section=item.section
                    )
                )
            self.rules.append(build_rule(item))

    def finish(self, files: Sequence[Path]) -> None:
        if self.head is None and not self.problems:
            self.problems.append(
                tr("{folder}: no benchmark.yaml with id, version, title and notice was found.").format(
                    folder=files[0].parent
                )
            )
        for folder, parts in self.platforms.items():
            self.platform(folder, parts)
        for name, value in self.set_values.items():
            if name not in self.values:
                hint = suggestion(name, self.values)
                self.problems.append(
                    tr("{where}: value {name}: no such value{hint}.").format(
                        where=self.where[f"set_values {name}"], name=name, hint=hint
                    )
                )
            elif kind_of(value) != (wanted := kind_of(self.values[name].default)):
                self.problems.append(
                    tr("{where}: value {name}: must be {wanted}.").format(
                        where=self.where[f"set_values {name}"], name=name, wanted=named(wanted)
                    )
                )
            else:
                old = self.values[name]
                self.values[name] = Value(old.id, old.title, value, old.unit)
        if not self.problems:
            self.problems.extend(cross_check(self.rules, self.addenda, self.values, self.where))
        if self.problems:
            raise ContentError(self.problems)

    def platform(self, folder: Path, parts: list[tuple[Source, schema.PlatformFile]]) -> None:
        heads = [(source, file.platform) for source, file in parts if file.platform is not None]
        if len(heads) != 1:
            self.problems.append(
                tr("{folder}: exactly one file of an addendum has `platform:`; {n} have.").format(
                    folder=folder, n=len(heads)
                )
            )
            return
        head = heads[0][1]
        self.once(f"platform {head.id}", f"{heads[0][0].path}:{heads[0][0].line(('platform', 'id'))}")
        for source, file in parts:
            for name in file.probes:
                self.once(f"probe {name}", f"{source.path}:{source.line(('probes', name))}")
            for index, check in enumerate(file.checks):
                self.once(f"check {check.id}", f"{source.path}:{source.line(('checks', index, 'id'))}")
                if not check.id.startswith(f"{head.id}."):
                    self.problems.append(
                        tr("{where}: check {check}: its id must begin with {head}.").format(
                            where=self.where[f"check {check.id}"], check=check.id, head=head.id
                        )
                    )
            for item in file.undecided:
                self.once(f"undecided {head.id} {item}", f"{source.path}:{source.line(('undecided', item))}")
            for name, value in file.values.items():
                self.once(f"value {name}", f"{source.path}:{source.line(('values', name))}")
                self.values[name] = Value(name, value.title, value.default, value.unit)
        self.addenda.append(build_addendum(head, [file for _, file in parts]))

    def benchmark(self, content_digest: str) -> Benchmark:
        assert self.head is not None  # noqa: S101 - finish() has raised otherwise
        order = {rule.id: index for index, rule in enumerate(self.rules)}
        return Benchmark(
            id=self.head.id,
            version=self.head.version,
            title=self.head.title,
            notice=self.head.notice,
            chapters=tuple(sorted(self.chapters, key=lambda chapter: int(chapter.id))),
            rules=tuple(sorted(self.rules, key=lambda rule: (int(rule.chapter), order[rule.id]))),
            addenda=tuple(_base_first(self.addenda)),
            values=tuple(self.values.values()),
            digest=content_digest,
        )


def _base_first(addenda: list[Addendum]) -> list[Addendum]:
    """Addenda so that each stands after those that it extends (cycles were refused by the cross-check)."""
    placed: list[Addendum] = []
    waiting = sorted(addenda, key=lambda addendum: addendum.id)
    while waiting:
        ready = [one for one in waiting if set(one.extends) <= {done.id for done in placed}]
        placed.extend(ready)
        waiting = [one for one in waiting if one not in ready]
    return placed
