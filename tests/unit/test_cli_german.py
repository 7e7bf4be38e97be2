"""The command line in German, from outside: help, complaints about options and about input, and what stays as it is."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from app import language

PROGRAM = [sys.executable, "-c", "from app.cli.start import main; main()"]


def run(tmp_path: Path, *words: str, **setting: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "BARTIZAN_"))}
    environment = {**kept, "HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path), "PYTHONUTF8": "1", **setting}
    return subprocess.run(
        [*PROGRAM, *words], cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=60, check=False
    )


@pytest.fixture
def german(tmp_path):
    return lambda *words: run(tmp_path, *words, BARTIZAN_LANGUAGE="de")


def test_help_is_in_german_from_the_first_word_to_the_last(german):
    shown = german("--help").stdout
    for words in (
        "Aufruf: bartizan",
        "Optionen:",
        "Befehle:",
        "Die Version zeigen.",
        "Diese Hilfe zeigen.",
        "Beispiel:",
    ):
        assert words in shown
    shown = german("report", "--help").stdout
    assert "Einen Bericht aus dem Audit FILE schreiben" in shown
    assert "--since-revision" in shown  # names of options are the same everywhere
    assert "[erforderlich]" in shown
    for words in ("Usage", "Options", "Example", "Write", "Show", "required"):
        assert words not in shown


def test_the_language_of_the_system_counts_without_the_variable(tmp_path):
    assert "Aufruf:" in run(tmp_path, "--help", LANG="de_AT.UTF-8").stdout
    assert "Usage:" in run(tmp_path, "--help", LANG="de_AT.UTF-8", BARTIZAN_LANGUAGE="en").stdout


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["frobnicate"], "bartizan: Den Befehl 'frobnicate' gibt es nicht. Versuchen Sie --help."),
        (["audit", "--jobs", "0"], "bartizan: Ungültiger Wert für '--jobs': 0 liegt nicht im Bereich 1<=x<=256."),
        (["report", "x.bartizan"], "bartizan: Es fehlt die Option '--format'."),
        (["audit"], "bartizan: Nichts zu prüfen: Nennen Sie ein TARGET"),
        (["verify", "nowhere.bartizan"], "bartizan: Eine Datei nowhere.bartizan gibt es nicht;"),
        (
            ["checks", "show", "4.2-aa"],
            "bartizan: 4.2-aa: Einen Punkt oder eine Prüfung dieser Kennung gibt es nicht (",
        ),
    ],
)
def test_what_is_wrong_is_said_in_german_and_the_status_is_the_same(german, words, sentence):
    done = german(*words)
    assert done.stderr.startswith(sentence)
    assert done.returncode == 3


def test_a_secret_in_an_inventory_is_noticed_in_every_language(german, tmp_path):
    (tmp_path / "hosts.yaml").write_text("hosts:\n  - address: hv1\n    password: abcdefgh\n", encoding="utf-8")
    said = german("audit", "--inventory", "hosts.yaml").stderr
    assert "unbekannter Schlüssel 'password'" in said
    assert "Geheimnisse stehen nie in einem Inventar" in said
    assert "abcdefgh" not in said


def test_a_host_that_is_not_reached_is_told_in_german_and_in_the_same_words_for_scripts(german, tmp_path):
    done = german("audit", "127.0.0.1:1", "--chapter", "3", "--out", "a.bartizan", "--json", "a.json")
    assert "127.0.0.1:1: Niemand lauscht an diesem Port" in done.stderr
    assert done.returncode == 2
    told = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    (target,) = told["targets"]
    assert target["error"]["kind"] == "refused"
    assert {finding["result"] for finding in told["findings"]} <= {"error", "notchecked", "notselected", "unknown"}
    assert german("verify", "a.bartizan").stdout.startswith("a.bartizan: vollständig, ")
    assert run(tmp_path, "verify", "a.bartizan").stdout.startswith("a.bartizan: whole, ")  # the file has no language


def test_texts_of_templates_follow_the_language():
    from app.templates import built_in  # noqa: PLC0415 - beside its only use

    english = built_in()
    with language.speaking("de"):
        german = built_in()
    assert len(german) == len(english)
    assert not set(german) & set(english)
