"""Qt guesses rich text and would load what a host named: everything goes through ui/text.py."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

import ui
from app.screen.evidencetext import PagedText
from app.screen.presentation import Kind
from ui.text import PlainLabel, mnemonic_free, tool_tip
from ui.widgets.buttons import button
from ui.widgets.evidence import EvidenceView
from ui.widgets.messagebar import MessageBar

FILES = sorted(Path(ui.__file__).parent.rglob("*.py"))
HOSTILE = '<img src="file:///dev/zero"><b>bold</b> & "quoted"'
RAW = {
    r"\bQLabel\(": {"ui/steps/start.py", "ui/dialogs/about.py", "ui/dialogs/preview.py"},  # pictures, without text
    r"QMessageBox|QErrorMessage|QWhatsThis|setHtml|insertHtml|appendHtml|toHtml|setMarkdown": set(),
    r"\.(?:RichText|AutoText|MarkdownText)\b": set(),
    r"setOpenExternalLinks|QTextBrowser|QInputDialog": set(),
    r"processEvents|\.join\(\)|terminate\(": set(),
}


@pytest.mark.parametrize("pattern", RAW)
def test_no_file_goes_round_it(pattern):
    root = Path(ui.__file__).parent.parent
    found = {str(path.relative_to(root)) for path in FILES if re.search(pattern, path.read_text())}
    found -= {"ui/text.py"} if "QLabel" in pattern or "processEvents" in pattern else set()
    assert found <= RAW[pattern]


def test_pictures_get_no_text():
    root = Path(ui.__file__).parent.parent
    for name in RAW[r"\bQLabel\("]:
        assert not re.search(r"QLabel\([^)]", (root / name).read_text())


def test_every_tool_tip_is_escaped_and_never_what_a_screen_reader_is_left_with():
    for path in FILES:
        if path.name not in {"text.py", "explained.py"}:  # which see to both
            assert "setToolTip(" not in path.read_text(), path
        for line in path.read_text().splitlines():
            if "setToolTip(" in line:
                assert "tool_tip(" in line, f"{path}: {line.strip()}"


def test_a_label_shows_what_it_is_given(qtbot):
    label = PlainLabel(HOSTILE)
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == HOSTILE


def test_a_tool_tip_can_not_be_markup():
    assert "<img" not in tool_tip(HOSTILE)
    assert "&lt;img" in tool_tip(HOSTILE)


def test_a_button_keeps_its_ampersand(qtbot):
    made = button("Rock & Roll")
    qtbot.addWidget(made)
    assert made.text() == "Rock && Roll"
    assert mnemonic_free("&") == "&&"


def test_a_message_is_plain(qtbot, theme):
    bar = MessageBar(theme)
    qtbot.addWidget(bar)
    bar.tell("fail", HOSTILE)
    assert bar.text() == HOSTILE
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in bar.findChildren(PlainLabel))


def test_evidence_is_plain(qtbot, theme):
    view = EvidenceView(theme)
    qtbot.addWidget(view)
    view.show_evidence("cat <file>", "about", PagedText(HOSTILE + "\nsecond line"))
    assert view.text() == HOSTILE + "\nsecond line"


def test_a_host_name_with_markup_stays_text(opened, qtbot):
    opened.navigator.go("4")
    page = opened.navigator.pages.made["4"]
    page.detail.overview.callout.say(Kind.FAIL, HOSTILE)
    assert page.detail.overview.callout.text() == HOSTILE
