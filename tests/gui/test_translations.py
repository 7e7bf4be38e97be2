"""Every language is whole: each sentence of program, screens and benchmark is translated, and keeps its places."""

import ast
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from defusedxml import ElementTree
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QDialog

import ui
from app import language
from app.places import program_root
from ui.bridge import Outcome
from ui.dialogs.settings import SettingsDialog
from ui.held import Held
from ui.text import PlainLabel
from ui.theme import Scheme

ROOT = program_root()
CODES = [one.code for one in language.languages()[1:]]
PLACES = re.compile(r"(?<!\{)\{\w*\}|%n")  # not what doubled braces write out


def messages(path):
    """(context, source, comment) -> forms of the translation; empty where it is unfinished."""
    found = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            key = (context.findtext("name") or "", message.findtext("source"), message.findtext("comment") or "")
            translation = message.find("translation")
            forms = [one.text or "" for one in translation.iter("numerusform")] or [translation.text or ""]
            found[key] = [] if translation.get("type") else forms
    return found


@pytest.fixture(scope="module")
def collected(tmp_path_factory):
    """What the source says now."""
    path = tmp_path_factory.mktemp("ts") / "program_xx.ts"
    path.write_text('<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n<TS version="2.1" language="xx"/>\n')
    files = sorted(str(one.relative_to(ROOT)) for folder in ("app", "ui") for one in (ROOT / folder).rglob("*.py"))
    tool = Path(sys.executable).with_name("pyside6-lupdate")
    command = [str(tool), "-silent", "-no-obsolete", "-locations", "none", *files, "-ts", str(path)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=100)
    return set(messages(path))


def test_there_is_a_second_language():
    assert "de" in CODES


@pytest.mark.parametrize("code", CODES)
def test_no_sentence_is_missing_left_over_or_unfinished(code, collected):
    there = messages(language.folder() / f"program_{code}.ts")
    assert sorted(collected - set(there)) == []
    assert sorted(set(there) - collected) == []
    assert [key for key, forms in there.items() if not all(forms) or not forms] == []


@pytest.mark.parametrize("code", CODES)
def test_the_words_of_the_benchmark_are_whole(code, tmp_path, monkeypatch):
    there = messages(language.folder() / f"content_{code}.ts")
    assert [key for key, forms in there.items() if not all(forms) or not forms] == []
    for file in language.folder().glob("*.ts"):
        shutil.copy(file, tmp_path)
    monkeypatch.setattr(language, "folder", lambda: tmp_path)
    monkeypatch.syspath_prepend(str(ROOT / "installer"))
    import content_ts  # noqa: PLC0415 - a script beside the program

    content_ts.main()
    language.use("en")
    assert messages(tmp_path / f"content_{code}.ts") == there


@pytest.mark.parametrize("kind", ["program", "content"])
@pytest.mark.parametrize("code", CODES)
def test_what_is_filled_in_has_its_place_in_each_form(code, kind):
    wrong = [
        source
        for (_, source, _), forms in messages(language.folder() / f"{kind}_{code}.ts").items()
        for form in forms
        if sorted(set(PLACES.findall(form))) != sorted(set(PLACES.findall(source)))
    ]
    assert wrong == []


def test_only_a_class_of_ours_has_its_sentences_looked_up():
    """The collector files ``holder.tr("Open")`` under its file, and Qt asks for it under QWidget: never found."""
    root = Path(ui.__file__).parent
    odd = [
        f"{path.name}: {line.strip()}"
        for path in sorted(root.rglob("*.py"))
        for line in path.read_text().splitlines()
        if re.search(r"(?<!\bself)\.tr\(", line)
    ]
    assert not odd


@pytest.mark.parametrize("code", CODES)
def test_menus_keep_their_mnemonics_and_ellipses(code):
    for (context, source, _), forms in messages(language.folder() / f"program_{code}.ts").items():
        if context == "Menus":
            assert all(("&" in form) == ("&" in source) for form in forms), source
            assert all(form.endswith("…") == source.endswith("…") for form in forms), source


def test_a_window_speaks_german_at_once_and_english_again(opened, qtbot):
    opened.navigator.go("4")
    opened.speak("de")
    try:
        bar = [action.text().replace("&", "") for action in opened.menuBar().actions()]
        assert bar[:2] == ["Datei", "Bearbeiten"]
        shown = [one.text() for one in opened.menuBar().findChildren(PlainLabel) if one.isVisible()]
        assert len(shown) == 2  # title and state, once
        assert shown[1].startswith("· gespeichert ")
        assert opened.navigator.current == "4"
        page = opened.navigator.page
        assert "4  Netz" in [label.text() for label in page.findChildren(PlainLabel)]
    finally:
        opened.speak("en")
    assert opened.menuBar().actions()[0].text().replace("&", "") == "File"


def test_what_stays_english_says_so_on_screen(opened, qtbot):
    opened.speak("de")
    try:
        finding = next(
            one for one in opened.workspace.findings() if one.effective == "fail" and one.measured.remediation
        )
        opened.navigator.show_finding(finding.measured.item, finding.measured.target)
        opened.workspace.turns.settle()
        detail = opened.navigator.page.detail
        overview, mark = detail.overview, " · auf Englisch"
        assert overview.callout._label.toPlainText() == f"Gemessen, auf Englisch: {finding.measured.message}"
        headings = [overview._found, *(overview._texts[one][0] for one in ("attach", "rationale"))]
        assert all(one.text().endswith(mark) for one in headings)
        assert not overview._texts["requirement"][0].text().endswith(mark)
        detail.tabs.setCurrentIndex(2)
        assert detail.remedy_page._for.text().endswith(mark)
        opened.navigator.go("review")
        review = opened.navigator.page
        assert review.dashboard.risks.itemAt(0).widget().text().endswith("auf Englisch da.")
        model = review.findings.model
        assert str(model.headerData(model.columnCount() - 1, Qt.Orientation.Horizontal)).endswith(mark)
    finally:
        opened.speak("en")
    opened.navigator.go("review")
    model = opened.navigator.page.findings.model
    assert model.headerData(model.columnCount() - 1, Qt.Orientation.Horizontal) == "What is found"


def test_dialogs_that_are_open_speak_it_too(opened, until):
    def titles():
        return {dialog.windowTitle() for dialog in opened.findChildren(QDialog) if dialog.isVisible()}

    opened.menus.dialogs.log()
    opened.menus.dialogs.log()  # which brings the one forward
    opened.menus.dialogs.help()
    opened.menus.dialogs.settings()
    (settings,) = [one for one in opened.findChildren(SettingsDialog) if one.isVisible()]
    settings.language.setCurrentIndex(settings.language.findData("de"))
    try:
        settings.language.activated.emit(settings.language.currentIndex())
        until(lambda: titles() == {"Einstellungen", "Protokoll"}, 10000)
        shown = [one for one in opened.findChildren(QDialog) if one.isVisible()]
        assert len(shown) == 2
        settings = next(one for one in shown if isinstance(one, SettingsDialog))
        assert settings.language.currentData() == "de"
        assert settings.focusWidget() is settings.language
    finally:
        for one in opened.findChildren(QDialog):
            one.close()
        opened.speak("en")
        opened.settings.set_text("view/language", "")


def test_a_language_is_built_in_turns_and_the_old_pages_go_one_by_one(opened, until):
    opened.navigator.go("4")
    old, gone = opened.navigator.pages, []
    old.destroyed.connect(lambda: gone.append(True))
    try:
        opened.speak_soon("de")
        until(
            lambda: (
                opened.navigator.pages is not old
                and "4" in opened.navigator.pages.made
                and opened.navigator.pages.currentIndex() >= 0
            )
        )
        assert opened.menuBar().actions()[0].text().replace("&", "") == "Datei"
        until(lambda: bool(gone))
    finally:
        opened.speak("en")


def test_what_is_about_to_be_made_anew_is_not_told_of_another_language(opened, qtbot):
    told = []

    class Ear(QObject):
        def eventFilter(self, _watched, event):  # noqa: N802 - Qt's name
            told.append(event.type())
            return False

    ear = Ear()
    opened.centre.pages.installEventFilter(ear)
    opened.translators.use("de")
    opened.centre.pages.setToolTip("heard")
    QCoreApplication.processEvents()
    assert QEvent.Type.ToolTipChange in told
    assert QEvent.Type.LanguageChange not in told


def test_of_two_changes_of_language_the_later_one_counts_and_the_earlier_one_ends(opened, until, monkeypatch):
    opened.navigator.go("4")
    done = []
    monkeypatch.setattr(opened.workspace.bridge, "reading", lambda work, came: came(Outcome(work())))

    def went_ahead(pages, _after):
        done.append(pages)

    monkeypatch.setattr("ui.pages.Pages.go_ahead", went_ahead)  # the last that such a change does
    opened.speak_soon("de")
    until(lambda: opened.findChild(Held) is not None)
    first = opened.centre.pages
    opened.speak_soon("en")
    until(lambda: done)
    assert done == [opened.centre.pages] != [first]
    assert opened.findChild(Held) is None
    assert opened.menuBar().actions()[0].text().replace("&", "") == "File"
    assert opened.navigator.page.isVisible()


def test_colours_change_after_the_language(opened, qtbot, monkeypatch):
    """Pages that spoke the language before are gone, and hear of nothing any more."""
    bugs = []
    monkeypatch.setattr(sys, "excepthook", lambda *bug: bugs.append(bug))
    opened.speak("de")
    try:
        qtbot.wait(50)
        opened.theme.choose(Scheme.DARK)
        qtbot.wait(50)
    finally:
        opened.speak("en")
    assert bugs == []


def test_no_sentence_is_asked_for_within_a_formatted_text():
    """What collects the sentences doesn't see it there, so no test would miss its translation."""
    unseen = [
        f"{path.name}:{call.lineno}"
        for path in Path(ui.__file__).parent.rglob("*.py")
        for text in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(text, ast.JoinedStr)
        for call in ast.walk(text)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "tr"
    ]
    assert unseen == []
