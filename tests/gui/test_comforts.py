"""What a person takes for granted: proportions remembered, files dropped anywhere, settings that survive, text size."""

import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QToolButton

from app.places import program_root
from ui.settings import Settings
from ui.theme import Scheme, saved_scheme


def drop(window, *paths: Path) -> QDropEvent:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    event.ignore()
    QCoreApplication.sendEvent(window.windowHandle(), event)
    return event


def test_files_dropped_on_a_chapter_are_evidence_of_the_item_on_show(opened, tmp_path):
    opened.navigator.go("4")
    files = [tmp_path / "minutes.txt", tmp_path / "plan.txt"]
    for file in files:
        file.write_text("seen")
    assert drop(opened, *files).isAccepted()
    form = opened.navigator.pages.made["4"].detail.form
    assert form.entry.files == files
    assert form.segments.current() == "pass"


def test_a_file_dropped_on_another_step_is_an_inventory(opened, tmp_path, until):
    inventory = tmp_path / "hosts.ini"
    inventory.write_text("[site]\nnew-host ansible_host=192.0.2.77\n")
    opened.navigator.go("scope")
    assert drop(opened, inventory).isAccepted()
    until(lambda: any(one.address == "192.0.2.77" for one in opened.workspace.audit.targets))
    assert opened.navigator.current == "hosts"


def test_what_nothing_can_be_done_with_is_not_taken(window, tmp_path):
    file = tmp_path / "notes.txt"
    file.write_text("no audit is open")
    assert not drop(window, file).isAccepted()
    assert not drop(window, tmp_path / "not-there.bartizan").isAccepted()


def test_proportions_of_a_chapter_hold_in_the_next_session(opened, qtbot):
    opened.navigator.go("4")
    page = opened.navigator.pages.made["4"]
    page._split.setSizes([400, 616])
    page._split.splitterMoved.emit(400, 1)
    share = opened.workspace.settings.number("view/list-share", default=0, low=0, high=1000)
    assert 350 < share < 450
    opened.navigator.go("3")
    qtbot.wait(10)
    left, right = opened.navigator.pages.made["3"]._split.sizes()
    assert left / (left + right) == pytest.approx(share / 1000, abs=0.03)


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_the_line_between_list_and_item_is_moved_by_keys(opened, qapp, qtbot, direction):
    qapp.setLayoutDirection(direction)
    try:
        opened.speak("en")  # builds the menus anew, in that direction
        opened.navigator.go("4")
        page = opened.navigator.page
        qtbot.wait(10)
        usual = page._split.sizes()
        before = page._split.handle(1).x()
        keys = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
        qtbot.keyClick(page.items.table, Qt.Key.Key_Left, keys)
        assert page._split.handle(1).x() < before - 10  # to where the key points
        left, right = page._split.sizes()
        kept = opened.workspace.settings.number("view/list-share", default=0, low=0, high=1000)
        assert left / (left + right) == pytest.approx(kept / 1000, abs=0.01)
        for _ in range(40):  # as far as it goes
            qtbot.keyClick(page.items.table, Qt.Key.Key_Right, keys)
        narrow = 1 if direction is Qt.LayoutDirection.LeftToRight else 0
        assert page._split.sizes()[narrow] >= 300
        qtbot.mouseDClick(page._split.handle(1), Qt.MouseButton.LeftButton)
        assert page._split.sizes() == pytest.approx(usual, abs=4)
        assert opened.workspace.settings.number("view/list-share", default=0, low=200, high=850) == 0
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_the_line_between_list_and_item_is_no_stop_of_the_keyboard_and_has_a_name(opened):
    opened.navigator.go("4")
    line = opened.navigator.page._split.handle(1)
    assert line.focusPolicy() == Qt.FocusPolicy.NoFocus
    read = QAccessible.queryAccessibleInterface(line)
    assert read.role() == QAccessible.Role.Splitter
    assert read.text(QAccessible.Text.Name) == "Line between list and item"


@pytest.mark.parametrize("value", ["", "abc", "-4", "1200", "58.5"])
def test_a_damaged_proportion_is_like_none(opened, value, qtbot):
    opened.workspace.settings.set_text("view/list-share", value)
    opened.navigator.go("4")
    qtbot.wait(10)
    left, right = opened.navigator.pages.made["4"]._split.sizes()
    assert 0.5 < left / (left + right) < 0.7


def test_settings_of_a_newer_version_stay(tmp_path):
    file = tmp_path / "Bartizan.ini"
    file.write_text("[view]\nscheme=sepia\nlanguage=xx\nruler=3\n\n[future]\nthing=@Size(3 4)\n")
    store = QSettings(str(file), QSettings.Format.IniFormat)
    settings = Settings(store)
    assert saved_scheme(store) is Scheme.SYSTEM
    assert settings.damaged is None
    settings.set_text("person/name", "Ada Lovelace")
    store.sync()
    again = QSettings(str(file), QSettings.Format.IniFormat)
    assert {"view/scheme", "view/ruler", "future/thing", "person/name"} <= set(again.allKeys())
    assert again.value("view/scheme") == "sepia"


def test_a_settings_file_that_can_not_be_read_is_kept(tmp_path):
    file = tmp_path / "Bartizan.ini"
    file.write_bytes(b"\x00\xff no settings \x01\n" * 40)
    settings = Settings(QSettings(str(file), QSettings.Format.IniFormat))
    assert settings.damaged == tmp_path / "Bartizan.ini.damaged"
    assert settings.damaged.read_bytes() == file.read_bytes()
    assert settings.text("person/name") == ""
    settings.set_text("person/name", "Ada Lovelace")
    settings.store.sync()
    assert b"no settings" in settings.damaged.read_bytes()


def test_recent_audits_in_one_folder_can_be_told_apart(window, tmp_path):
    folder = tmp_path / "a long way" / "down to where" / "every one of the audits lies, as the house wants it"
    for number in range(20):
        window.settings.add_recent(folder / f"Audit {number} of the data centre in the north of the town.bartizan")
    window.menus.refresh()
    texts = [action.text() for action in window.menus._recent.actions()]
    assert len(texts) == 10
    assert texts[0].startswith("&1  Audit 19 of the data centre in the north of the town")
    assert len({text[4:] for text in texts}) == 10


def test_two_windows_of_the_program_keep_each_others_recent_audits(tmp_path):
    """Each in a process of its own: QSettings in one process would share what it has read."""
    code = (
        "import sys; from pathlib import Path; from PySide6.QtCore import QSettings; from ui.settings import Settings\n"
        "made = Settings(QSettings(sys.argv[1], QSettings.Format.IniFormat))\n"
        "made.add_recent(Path(sys.argv[2])); made.store.sync()\n"
        "if sys.argv[3:]: input(); made.add_recent(Path(sys.argv[3])); made.store.sync(); print(*made.recent())\n"
    )
    file = str(tmp_path / "settings.ini")
    with subprocess.Popen(
        [sys.executable, "-c", code, file, "/one", "/three"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=program_root(),
    ) as first:  # fmt: skip
        deadline = time.monotonic() + 60
        while not (tmp_path / "settings.ini").exists():
            assert time.monotonic() < deadline
            time.sleep(0.05)
        subprocess.run([sys.executable, "-c", code, file, "/two"], cwd=program_root(), check=True, timeout=60)
        assert first.communicate("\n", timeout=60)[0].split() == ["/three", "/two", "/one"]


def test_an_audit_that_is_gone_is_said(window, tmp_path, until):
    gone = tmp_path / "moved" / "Audit of last year.bartizan"
    window.workspace.settings.add_recent(gone)
    start = window.navigator.pages.made["start"]
    start.refresh()
    until(lambda: start._wheres[gone].text().startswith("not there any more"))


def test_the_text_size_of_the_system_is_followed_at_once(opened, qapp, qtbot, until):
    opened.navigator.go("4")
    usual = qapp.font()
    before = opened.navigator.pages.made["4"].items.table.rowHeight(1), opened.centre.side.width()
    larger = qapp.font()
    larger.setPointSizeF(larger.pointSizeF() * 1.8)
    try:
        qapp.setFont(larger)
        until(lambda: opened.centre.side.width() > before[1])
        page = opened.navigator.pages.made["4"]
        assert opened.navigator.current == "4"
        assert page.items.table.rowHeight(1) > before[0] * 1.5
        assert page.detail.font().pointSizeF() == pytest.approx(larger.pointSizeF())
    finally:
        qapp.setFont(usual)
        qtbot.wait(20)


@pytest.mark.parametrize("field", ["title", "remark"])
def test_a_file_let_go_over_a_field_is_no_text(opened, tmp_path, qtbot, field):
    opened.navigator.go("scope" if field == "title" else "4")
    page = opened.navigator.page
    if field == "remark":
        page.begin_answer("pass")
    over = page.title if field == "title" else page.detail.form.entry.remark
    qtbot.waitUntil(over.isVisible)
    text = over.text() if field == "title" else over.toPlainText()
    file = tmp_path / "seen.ini"
    file.write_text("[all]\nhv77\n")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    place = over.mapTo(opened, over.rect().center())
    given = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    for event in (QDragEnterEvent(place, *given), QDragMoveEvent(place, *given), QDropEvent(QPointF(place), *given)):
        event.ignore()
        QCoreApplication.sendEvent(opened.windowHandle(), event)
        assert event.isAccepted()
    assert text == (over.text() if field == "title" else over.toPlainText())
    if field == "remark":
        assert page.detail.form.entry.files == [file]
    else:
        qtbot.waitUntil(lambda: "hv77" in [one.name for one in opened.workspace.audit.targets])


def test_a_message_that_all_went_well_goes_when_it_was_read(window, qtbot):
    bar = window.centre.message
    window.tell("pass", "3 hosts changed.")
    assert bar._read.isActive()
    assert 5000 < bar._read.interval() < 10_000
    close = bar.findChild(QToolButton)
    close.setFocus()
    qtbot.waitUntil(close.hasFocus)
    bar._read.timeout.emit()
    assert bar.isVisible()  # a person is at it
    assert bar._read.isActive()
    window.centre.rail.setFocus()
    bar._read.timeout.emit()
    assert bar.isHidden()


@pytest.mark.parametrize("tone", ["info", "error", "fail"])
def test_a_message_of_another_kind_stays_until_it_is_closed(window, tone):
    window.tell("pass", "3 hosts changed.")
    window.tell(tone, "hv1 does not answer.")
    assert not window.centre.message._read.isActive()
    window.tell_with("pass", "3 hosts removed.", "Undo", lambda: None)
    assert not window.centre.message._read.isActive()
