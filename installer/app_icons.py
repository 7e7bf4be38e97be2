"""Draws resources/icons/bartizan.svg as the PNG files in resources/icons/app.

    .venv/bin/python installer/app_icons.py

Desktops and packages want the picture in fixed sizes; the SVG is the source, so run this after a change to it.
"""

import os
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ICONS = Path(__file__).parent.parent / "resources" / "icons"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)


def main() -> None:
    """Write one PNG for each size."""
    application = QGuiApplication([])
    renderer = QSvgRenderer(str(ICONS / "bartizan.svg"))
    for size in SIZES:
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        renderer.render(painter, QRectF(0, 0, size, size))
        painter.end()
        target = ICONS / "app" / f"bartizan-{size}.png"
        if not image.save(str(target)):
            raise SystemExit(f"{target} could not be written")
        print(target.name)
    application.quit()


if __name__ == "__main__":
    main()
