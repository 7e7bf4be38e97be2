"""Collects the benchmark's words into the translators' files: ``python installer/content_ts.py``.

For each language with a ``program_XX.ts`` it writes ``content_XX.ts`` anew: the benchmark's notice, titles and
introductions of chapters and sections, and title, requirement and question of every item. A translation is kept as long
as its English source stands; a text that is new or changed comes as unfinished. ``make translations`` runs this and the
collector of the program's own sentences.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from app import language
from app.benchmark.catalogue import catalogue
from app.model import Benchmark
from app.places import checks_root


def texts(benchmark: Benchmark) -> Iterator[tuple[str, str, str]]:
    """Context (chapter), what it is, and the English text, in the order of the benchmark."""
    yield "", "notice of the benchmark, on the cover of reports", benchmark.notice.strip()
    for chapter in benchmark.chapters:
        yield chapter.id, "title of the chapter", chapter.title
        yield chapter.id, "introduction of the chapter", chapter.introduction
        for section in chapter.sections:
            yield chapter.id, f"title of section {section.id}", section.title
            yield chapter.id, f"introduction of section {section.id}", section.introduction
        for rule in benchmark.rules:
            if rule.chapter == chapter.id:
                yield chapter.id, f"{rule.id}: title", rule.title
                yield chapter.id, f"{rule.id}: requirement", rule.requirement
                if rule.question:
                    yield chapter.id, f"{rule.id}: question", rule.question


def written(code: str, benchmark: Benchmark, known: dict[str, str]) -> str:
    """The file's text. Equal sources have one translation."""
    root = ET.Element("TS", version="2.1", language=code, sourcelanguage="en")
    contexts: dict[str, ET.Element] = {}
    done: set[str] = set()
    for chapter, what, source in texts(benchmark):
        if source in done:
            continue
        done.add(source)
        if chapter not in contexts:
            contexts[chapter] = ET.SubElement(root, "context")
            ET.SubElement(contexts[chapter], "name").text = f"Chapter {chapter}" if chapter else "Benchmark"
        message = ET.SubElement(contexts[chapter], "message")
        ET.SubElement(message, "source").text = source
        ET.SubElement(message, "extracomment").text = what
        translation = ET.SubElement(message, "translation")
        translation.text = known.get(source, "")
        if not translation.text:
            translation.set("type", "unfinished")
    ET.indent(root, "    ")
    return f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{ET.tostring(root, "unicode")}\n'


def main() -> int:
    """Write the content file of every language; say what is unfinished."""
    benchmark = catalogue([checks_root()], None)
    for spoken in language.languages()[1:]:
        language.use(spoken.code)
        sources = {source for _, _, source in texts(benchmark)}
        known = {source: language.content(source) for source in sources if language.is_translated(source)}
        path = language.folder() / f"content_{spoken.code}.ts"
        path.write_text(written(spoken.code, benchmark, known), encoding="utf-8")
        print(f"{path.name}: {len(known)} of {len(sources)} texts translated")
    return 0


if __name__ == "__main__":
    sys.exit(main())
