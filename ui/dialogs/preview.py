"""The report as it would be written now, page by page, to look at, to print or to save.

Pages are drawn in the background as they come into sight: a report of five hundred pages opens like one of five.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer
from PySide6.QtGui import QImage, QKeySequence, QPainter, QPixmap, QResizeEvent, QShortcut
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.errors import ReportError
from app.report.writing import write_file
from ui.text import Paragraph, PlainLabel
from ui.widgets.buttons import button, icon_button

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from app.screen.pdfpages import Pages, Picture
    from ui.bridge import Outcome
    from ui.window import MainWindow

_ZOOMS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0)
_SCREEN = 96  # dots to the inch at a zoom of 1
_PAPER = 200  # dots to the inch when printed: text is sharp, and a page is 15 MB at most
_GAP = 16  # pixels between pages
_AHEAD = 400  # pixels beyond what is in sight that are drawn too
_WIDEST, _HIGHEST = 980, 860  # pixels of the dialog at first


class PreviewDialog(QDialog):
    """Opens empty and fills when the report is written; closing it removes the file."""

    def __init__(self, window: MainWindow) -> None:
        # Mode 0700, and gone with the program too: the window may close while this dialog is open.
        folder = tempfile.TemporaryDirectory(prefix="bartizan-preview-", ignore_cleanup_errors=True)
        super().__init__(window)
        self._window = window
        self._workspace = window.workspace
        self._folder = folder
        self._pages: Pages | None = None
        self._labels: list[QLabel] = []
        self._wanted: set[int] = set()
        self._zoom = 1.0
        self._closed = False
        self.setWindowTitle(self.tr("Preview of the report"))
        self.resize(min(_WIDEST, window.width()), min(_HIGHEST, window.height()))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(10)
        column.addLayout(self._build_bar())
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setAccessibleName(self.tr("Pages of the report"))
        self._area.setProperty("role", "desk")
        self._inner = QWidget()
        self._column = QVBoxLayout(self._inner)
        self._column.setSpacing(_GAP)
        self._area.setWidget(self._inner)
        self._area.verticalScrollBar().valueChanged.connect(lambda _value: self._look())
        column.addWidget(self._area, 1)
        self._message = Paragraph(self.tr("Writing the report…"), "muted")
        self._message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._column.addWidget(self._message)
        for keys, action in (
            (QKeySequence.StandardKey.ZoomIn, lambda: self._step(1)),
            (QKeySequence.StandardKey.ZoomOut, lambda: self._step(-1)),
            (QKeySequence.StandardKey.Print, self.print_),
            (QKeySequence.StandardKey.Save, self._save),
        ):
            QShortcut(QKeySequence(keys), self, action)
        self._write()

    def _build_bar(self) -> QHBoxLayout:
        theme = self._window.theme
        line = QHBoxLayout()
        line.setSpacing(6)
        self._place = PlainLabel("", "strong")
        line.addWidget(self._place)
        line.addStretch(1)
        self.smaller = icon_button(theme, "minus", self.tr("Smaller"), lambda: self._step(-1))
        self.larger = icon_button(theme, "plus", self.tr("Larger"), lambda: self._step(1))
        self._percent = PlainLabel("100 %", "muted")
        line.addWidget(self.smaller)
        line.addWidget(self._percent)
        line.addWidget(self.larger)
        line.addSpacing(12)
        self.save_button = button(self.tr("Save as…"), self._save, theme=theme, icon="save")
        self.print_button = button(self.tr("Print…"), self.print_, theme=theme, icon="printer")
        for one in (self.save_button, self.print_button):
            one.setEnabled(False)
            line.addWidget(one)
        line.addWidget(button(self.tr("Close"), self.reject))
        return line

    # --- writing and drawing ------------------------------------------------------------------------------------

    @property
    def file(self) -> Path:
        """The report that is shown."""
        return Path(self._folder.name) / "report.pdf"

    def _write(self) -> None:
        audit = self._workspace.audit
        if audit is None:
            return
        path, benchmark, out = audit.path, self._workspace.benchmark, self.file

        def job() -> Pages:
            from app.exportapart import Order, export_apart  # noqa: PLC0415 - not before the first report
            from app.screen.pdfpages import Pages  # noqa: PLC0415 - pypdfium2 loads a library of 7 MB

            export_apart(Order(path, benchmark, (("pdf", out),)))
            return Pages(out)

        self._background(job, self._written)

    def _background(self, job: Callable[[], object], done: Callable[[Outcome], None]) -> None:
        def came(outcome: Outcome) -> None:
            if outcome.bug is not None:
                self._workspace.bug.emit(outcome.bug)
            if self._closed:  # whatever came too late is let go
                self._let_go(outcome.value)
            else:
                done(outcome)

        self._workspace.bridge.network(job, came)

    def _written(self, outcome: Outcome) -> None:
        if outcome.error is not None or outcome.value is None:
            self._message.setText(str(outcome.error or self.tr("The report could not be written.")))
            return
        self._pages = outcome.value
        self._message.hide()
        for number in range(len(outcome.value)):
            label = QLabel()
            label.setProperty("role", "sheet")
            label.setAccessibleName(self.tr("Page {n} of {m}").format(n=number + 1, m=len(outcome.value)))
            self._column.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
            self._labels.append(label)
        self._column.addStretch(1)
        self.save_button.setEnabled(True)
        self.print_button.setEnabled(True)
        self._set_zoom(self._fitting())
        self._area.setFocus()

    def _fitting(self) -> float:
        """The largest zoom at which a page is as wide as the window."""
        if self._pages is None:
            return 1.0
        room = self._area.viewport().width() - 2 * _GAP
        width = self._pages.sizes[0][0] / 72 * _SCREEN
        return max((zoom for zoom in _ZOOMS if zoom * width <= room), default=_ZOOMS[0])

    def _step(self, by: int) -> None:
        place = min(range(len(_ZOOMS)), key=lambda one: abs(_ZOOMS[one] - self._zoom))
        self._set_zoom(_ZOOMS[max(0, min(len(_ZOOMS) - 1, place + by))])

    def _set_zoom(self, zoom: float) -> None:
        if self._pages is None:
            return
        bar = self._area.verticalScrollBar()
        share = bar.value() / bar.maximum() if bar.maximum() else 0.0
        self._zoom = zoom
        self._wanted.clear()
        self._percent.setText(f"{round(zoom * 100)} %")
        for label, (width, height) in zip(self._labels, self._pages.sizes, strict=True):
            label.clear()
            label.setFixedSize(QSize(round(width / 72 * _SCREEN * zoom), round(height / 72 * _SCREEN * zoom)))

        def settle() -> None:
            bar.setValue(round(share * bar.maximum()))
            self._look()

        QTimer.singleShot(0, self, settle)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._look)

    def _look(self) -> None:
        """Draw what is in sight or near it, and let go of pictures far away."""
        if self._pages is None:
            return
        self._column.activate()  # the pages have their places from here on
        top = self._area.verticalScrollBar().value()
        bottom = top + self._area.viewport().height()
        for number, label in enumerate(self._labels):
            near = label.y() + label.height() > top - _AHEAD and label.y() < bottom + _AHEAD
            if near and number not in self._wanted:
                self._wanted.add(number)
                self._draw(number)
            elif not near and number in self._wanted:
                self._wanted.discard(number)
                label.clear()
        middle = (top + bottom) / 2
        shown = next((n for n, one in enumerate(self._labels) if one.y() + one.height() >= middle), 0)
        self._place.setText(self.tr("Page {n} of {m}").format(n=shown + 1, m=len(self._labels)))

    def _draw(self, number: int) -> None:
        pages, zoom, scale = self._pages, self._zoom, self.devicePixelRatioF()
        if pages is None:
            return

        def job() -> tuple[Picture, str]:
            return pages.draw(number, _SCREEN * zoom * scale), pages.text(number)

        def drawn(outcome: Outcome) -> None:
            if outcome.value is None or number not in self._wanted or zoom != self._zoom:
                return
            picture, text = outcome.value
            shown = QPixmap.fromImage(_image(picture))
            shown.setDevicePixelRatio(scale)
            self._labels[number].setPixmap(shown)
            self._labels[number].setAccessibleDescription(text)

        self._background(job, drawn)

    # --- what to do with it -------------------------------------------------------------------------------------

    def _save(self) -> None:
        audit = self._workspace.audit
        if self._pages is None or audit is None:
            return
        begin = self._workspace.settings.folder() / f"{self._workspace.files.of(audit)}.pdf"
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save the report"), str(begin), "PDF (*.pdf)")
        if chosen:
            self.save_to(Path(chosen))

    def save_to(self, path: Path) -> None:
        """Keep the report that is shown; a fault is said in one sentence and an old file stays as it was."""
        try:
            write_file(path, self.file.read_bytes())
        except OSError as error:
            text = self.tr("{file}: can't be read any more ({why}); open the preview again.")
            self._workspace.message.emit("fail", text.format(file=self.file, why=error.strerror))
            return
        except ReportError as error:
            self._workspace.message.emit("fail", str(error))
            return
        self._workspace.message.emit("pass", self.tr("Written: {file}").format(file=path))

    def print_(self) -> None:
        """Ask for a printer and print; pages go to it one after the other."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415 - only where somebody prints

        if self._pages is None:
            return
        printer = QPrinter()
        printer.setResolution(_PAPER)
        printer.setFromTo(1, len(self._pages))
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.print_to(printer))
        dialog.open()  # type: ignore[call-arg]  # PySide knows the one with a receiver alone by its types

    def print_to(self, printer: QPrinter) -> None:
        """Print the chosen pages; each is drawn in the background and painted when it comes."""
        if self._pages is None:
            return
        first = max(1, printer.fromPage()) - 1
        last = min(printer.toPage() or len(self._pages), len(self._pages))
        painter = QPainter()
        if painter.begin(printer):
            self._print_page(printer, painter, first, last)

    def _print_page(self, printer: QPrinter, painter: QPainter, number: int, last: int) -> None:
        pages = self._pages
        if pages is None or number >= last:
            painter.end()
            return

        def drawn(outcome: Outcome) -> None:
            if outcome.value is not None:
                page = printer.pageLayout().paintRectPixels(printer.resolution())
                picture = _image(outcome.value).scaled(
                    page.size(), Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
                )
                painter.drawImage(0, 0, picture)
            if number + 1 < last:
                printer.newPage()
            self._print_page(printer, painter, number + 1, last)

        self._background(lambda: pages.draw(number, _PAPER), drawn)

    def done(self, result: int) -> None:
        """Let go of the report and of its file."""
        self._closed = True
        self._let_go(self._pages)
        self._pages = None
        super().done(result)

    def _let_go(self, pages: object) -> None:
        if hasattr(pages, "close"):
            pages.close()
        self._folder.cleanup()


def _image(picture: Picture) -> QImage:
    made = QImage(picture.pixels, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB32)
    return made.copy()  # its own bytes: those of the picture go


def show(window: MainWindow) -> None:
    """Open it without holding up the window."""
    try:
        dialog = PreviewDialog(window)
    except OSError as error:
        text = QCoreApplication.translate("PreviewDialog", "There is no room for a preview ({why}); free some space.")
        window.workspace.message.emit("fail", text.format(why=error.strerror))
        return
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
