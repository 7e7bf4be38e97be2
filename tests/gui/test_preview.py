"""The report inside the program: written, drawn page by page, saved and printed, and nothing of it left behind."""

import stat

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter

from app.errors import ReportError
from app.screen.pdfpages import Pages
from ui.dialogs import preview as preview_module
from ui.dialogs.preview import PreviewDialog


@pytest.fixture
def preview(opened, qtbot, until):
    dialog = PreviewDialog(opened)
    dialog.show()
    until(lambda: dialog._pages is not None, 60_000)
    yield dialog
    dialog.reject()
    dialog.deleteLater()


def drawn(preview):
    return [number for number, label in enumerate(preview._labels) if not label.pixmap().isNull()]


def test_pages_in_sight_are_drawn_and_read_out(preview, until):
    until(lambda: 0 in drawn(preview), 20_000)
    assert len(preview._labels) == len(preview._pages) > 10
    assert len(drawn(preview)) < len(preview._pages) / 2  # the rest waits until somebody looks
    assert preview._place.text() == f"Page 1 of {len(preview._pages)}"
    assert "Data centre North" in preview._labels[0].accessibleDescription()
    picture = preview._labels[0].pixmap().toImage()
    colours = {picture.pixel(x, y) for x in range(0, picture.width(), 9) for y in range(0, picture.height(), 9)}
    assert len(colours) > 3  # something stands on it


def test_scrolling_draws_on_and_lets_go(preview, until):
    until(lambda: 0 in drawn(preview), 20_000)
    bar = preview._area.verticalScrollBar()
    bar.setValue(bar.maximum())
    last = len(preview._labels) - 1
    until(lambda: last in drawn(preview) and 0 not in drawn(preview), 20_000)
    assert preview._place.text().startswith(f"Page {last + 1} ") or preview._place.text().startswith(f"Page {last} ")


def test_zoom_keeps_the_place(preview, qtbot, until):
    until(lambda: 0 in drawn(preview), 20_000)
    before, zoom = preview._labels[0].width(), preview._zoom
    qtbot.mouseClick(preview.larger, Qt.MouseButton.LeftButton)
    assert preview._zoom > zoom
    assert preview._labels[0].width() > before
    qtbot.mouseClick(preview.smaller, Qt.MouseButton.LeftButton)
    assert preview._labels[0].width() == before


def test_it_is_saved_and_its_own_file_goes(preview, opened, tmp_path):
    preview.save_to(tmp_path / "kept.pdf")
    assert (tmp_path / "kept.pdf").read_bytes() == preview.file.read_bytes()
    preview.save_to(tmp_path / "missing" / "kept.pdf")
    assert "can't be written" in opened.centre.message.text()
    folder = preview.file.parent
    preview.reject()
    assert not folder.exists()


def test_what_is_saved_is_its_owners_and_follows_no_link_that_lies_there(preview, tmp_path):
    """Reports list weaknesses, and others may write in the folder that a person chooses."""
    victim = tmp_path / "victim"
    victim.write_text("mine")
    (tmp_path / ".kept.pdf.part").symlink_to(victim)
    preview.save_to(tmp_path / "kept.pdf")
    assert victim.read_text() == "mine"
    assert stat.S_IMODE((tmp_path / "kept.pdf").stat().st_mode) == 0o600


def test_where_no_folder_can_be_made_it_is_a_sentence(opened, monkeypatch):
    def full(*_args, **_more):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(preview_module.tempfile, "TemporaryDirectory", full)
    preview_module.show(opened)
    assert "No space left on device" in opened.centre.message.text()
    assert not opened.findChildren(PreviewDialog)


def test_it_is_printed_to_a_real_file(preview, tmp_path, until):
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setResolution(100)
    printer.setFromTo(2, 3)
    preview.print_to(printer)
    until(lambda: printer.printerState() != QPrinter.PrinterState.Active, 30_000)
    printed = Pages(tmp_path / "printed.pdf")
    assert len(printed) == 2
    picture = printed.draw(0, 30)
    image = QImage(picture.pixels, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB32)
    assert len({image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}) > 3
    printed.close()


def test_closing_while_it_is_written_leaves_nothing(opened, until):
    dialog = PreviewDialog(opened)
    folder = dialog.file.parent
    dialog.show()
    dialog.reject()
    until(opened.workspace.bridge.idle, 60_000)
    assert not folder.exists()


def test_what_is_no_pdf_is_said(tmp_path):
    (tmp_path / "x.pdf").write_text("no")
    with pytest.raises(ReportError, match="can't be shown"):
        Pages(tmp_path / "x.pdf")
