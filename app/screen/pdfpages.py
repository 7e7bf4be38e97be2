"""Pages of a PDF as pictures and as text, for a preview inside the program. The one home of pypdfium2.

Only reports of our own are drawn here. PDFium isn't safe for several threads at once, so one lock holds it.
"""

import threading
from dataclasses import dataclass
from pathlib import Path

import pypdfium2 as pdfium

from app.errors import ReportError
from app.language import tr

_drawing = threading.Lock()
_POINTS = 72  # to the inch


@dataclass(frozen=True, slots=True)
class Picture:
    """A page drawn: ``pixels`` are rows of four bytes a pixel (blue, green, red, unused), ``stride`` bytes each."""

    width: int
    height: int
    stride: int
    pixels: bytes


class Pages:
    """An open PDF; may be used from any thread, and ``close`` lets the file go. ReportError if it can't be read."""

    def __init__(self, path: Path) -> None:
        self._closed = False
        try:
            with _drawing:
                self._pdf = pdfium.PdfDocument(path)
                self.sizes = tuple(self._pdf.get_page_size(number) for number in range(len(self._pdf)))
        except (OSError, pdfium.PdfiumError) as error:
            raise ReportError(
                tr("{path}: this PDF can't be shown ({error}).").format(path=path, error=error)
            ) from error

    def __len__(self) -> int:
        return len(self.sizes)

    def draw(self, number: int, dots: float) -> Picture:
        """The page (counted from 0) at so many dots to the inch; ReportError once the file was let go."""
        with _drawing:
            page = self._page(number)
            bitmap = page.render(scale=dots / _POINTS, prefer_bgrx=True)
            drawn = Picture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
            bitmap.close()
            page.close()
        return drawn

    def text(self, number: int) -> str:
        """What stands on the page, for those who don't see it; ReportError once the file was let go."""
        with _drawing:
            page = self._page(number)
            found: str = page.get_textpage().get_text_bounded()
            page.close()
        return found

    def _page(self, number: int) -> pdfium.PdfPage:
        if self._closed:
            raise ReportError(tr("The preview was closed."))
        return self._pdf[number]

    def close(self) -> None:
        """Let the file go; safe to call twice."""
        with _drawing:
            if not self._closed:
                self._closed = True
                self._pdf.close()
