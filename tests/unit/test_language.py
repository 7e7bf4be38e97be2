"""Sentences in the language in force: what is found, what falls back, and who decides."""

import threading

import pytest

from app import language

PROGRAM = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context><name></name>
  <message><source>{host}: no answer.</source><translation>{host}: keine Antwort.</translation></message>
  <message><source>Open</source><comment>state</comment><translation>offen</translation></message>
  <message><source>Later</source><translation type="unfinished">Sp</translation></message>
  <message numerus="yes"><source>%n host(s)</source>
    <translation><numerusform>%n Host</numerusform><numerusform>%n Hosts</numerusform></translation></message>
</context>
<context><name>Menus</name>
  <message><source>Open</source><translation>Öffnen</translation></message>
</context>
</TS>
"""
CONTENT = """<TS><context><name>Chapter 4</name>
<message><source>Network</source><translation>Netz</translation></message>
</context></TS>"""


@pytest.fixture(autouse=True)
def files(tmp_path, monkeypatch):
    (tmp_path / "program_de.ts").write_text(PROGRAM, encoding="utf-8")
    (tmp_path / "content_de.ts").write_text(CONTENT, encoding="utf-8")
    monkeypatch.setattr(language, "folder", lambda: tmp_path)
    for name in (language.VARIABLE, "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    yield
    language.use("en")


def test_english_is_always_there_and_needs_no_file():
    assert [one.name for one in language.languages()] == ["English", "Deutsch"]
    assert language.tr("{host}: no answer.") == "{host}: no answer."


def test_sentences_are_looked_up_with_their_context_and_comment():
    language.use("de")
    assert language.tr("{host}: no answer.").format(host="hv1") == "hv1: keine Antwort."
    assert language.tr("Open", "state") == "offen"
    assert language.lookup("Menus", "Open") == ("Öffnen",)
    assert language.lookup("", "%n host(s)") == ("%n Host", "%n Hosts")


@pytest.mark.parametrize("source", ["Later", "Never heard of", "Open"])
def test_what_is_unfinished_or_missing_is_shown_in_english(source):
    language.use("de")
    assert language.tr(source) == source


def test_the_words_of_the_benchmark_say_whether_they_are_translated():
    language.use("de")
    assert language.content("Network") == "Netz"
    assert language.is_translated("Network")
    assert not language.is_translated("Installation")
    assert language.content("Installation") == "Installation"


def test_headings_say_what_below_them_is_in_english():
    assert (language.headed("Why", "Text"), language.in_english("Found")) == ("Why", "Found")
    language.use("de")
    network = language.content("Network")
    assert language.headed("Titel", network) == "Titel"
    assert language.headed("Titel", "") == "Titel"
    assert language.headed("Titel", network, language.content("Storage")) == "Titel · in English"
    assert language.in_english("Gefunden") == "Gefunden · in English"
    assert language.parted("Gefunden · in English") == ("Gefunden", "in English")
    assert language.parted("Gefunden") == ("Gefunden", "")


def test_another_language_can_be_spoken_for_a_while_in_one_thread():
    said = []
    with language.speaking("de"):
        other = threading.Thread(target=lambda: said.append(language.tr("{host}: no answer.")))
        other.start()
        other.join()
        assert language.current() == "de"
        assert language.tr("{host}: no answer.") == "{host}: keine Antwort."
        assert language.is_as_written("Network")
        assert not language.is_as_written("Netz")
        assert len(language.digest()) == 64
    assert said == ["{host}: no answer."]
    assert language.tr("{host}: no answer.") == "{host}: no answer."
    assert language.digest() == ""


def test_a_language_without_a_file_is_english():
    language.use("xx")
    assert language.current() == "en"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "de"),
        ({"LANG": "de_AT"}, "de"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "de_CH"}, "de"),
        ({"LANG": "de_DE", "BARTIZAN_LANGUAGE": "en"}, "en"),
        ({"BARTIZAN_LANGUAGE": "de-AT"}, "de"),
        ({"LANG": "fr_FR"}, "en"),
    ],
)
def test_who_decides(monkeypatch, given, expected):
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(language.locale, "getlocale", lambda: (None, None))
    assert language.system_language() == expected
