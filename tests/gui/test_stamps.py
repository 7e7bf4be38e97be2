"""Cells that are stamped look as if each had been painted, and never as they looked before a change."""

import pytest
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from ui.theme import Scheme

CELL = QRect(7, 5, 60, 30)


class Cell:
    """Paints a badge over a line, as the cells of a chapter are, and counts how often."""

    def __init__(self, theme, tone="pass"):
        self.theme, self.tone, self.painted = theme, tone, 0

    def draw(self, painter, rect):
        self.painted += 1
        painter.fillRect(rect, self.theme.colour("surface"))
        painter.setPen(self.theme.colour("border"))
        painter.drawLine(rect.left() - 1, rect.bottom(), rect.right() + 1, rect.bottom())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self.theme.colour(self.tone))
        painter.drawRoundedRect(rect.adjusted(3, 3, -3, -3), 5, 5)
        painter.setFont(self.theme.font("small"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, "Pass")


def picture(paint, ratio=1.0):
    image = QImage(round(80 * ratio), round(40 * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor("white"))
    painter = QPainter(image)
    paint(painter)
    painter.end()
    return image.copy(QRectF(CELL.x() * ratio, CELL.y() * ratio, CELL.width() * ratio, CELL.height() * ratio).toRect())


@pytest.mark.parametrize("ratio", [1.0, 2.0, 1.5])
def test_a_stamp_looks_like_what_it_stands_for(theme, ratio):
    cell = Cell(theme)

    wanted = picture(lambda painter: cell.draw(painter, CELL), ratio)
    for _ in range(3):
        assert picture(lambda painter: theme.stamps.paint(painter, CELL, "x", cell.draw), ratio) == wanted
    assert cell.painted == (2 if ratio == int(ratio) else 4)  # between whole pixels nothing is stamped


def painted(cell, rect=CELL, shows="x") -> int:
    """How often the cell was painted to be shown once more."""
    before = cell.painted
    picture(lambda painter: cell.theme.stamps.paint(painter, rect, shows, cell.draw))
    return cell.painted - before


def test_other_cells_colours_and_sizes_are_painted_anew(theme):
    cell = Cell(theme)
    assert [painted(cell), painted(cell)] == [1, 0]
    assert painted(cell, shows="y") == 1
    assert painted(cell, rect=CELL.adjusted(0, 0, 1, 0)) == 1
    theme.choose(Scheme.DARK)
    assert [painted(cell), painted(cell)] == [1, 0]


def test_in_another_language_all_cells_are_painted_anew(window):
    cell = Cell(window.theme)
    assert [painted(cell), painted(cell)] == [1, 0]
    window.speak("de")
    try:
        assert [painted(cell), painted(cell)] == [1, 0]
    finally:
        window.speak("en")
    assert painted(cell) == 1


def test_a_cell_as_wide_as_a_hundred_hosts_is_not_kept(theme):
    cell = Cell(theme)
    for _ in range(2):
        picture(lambda painter: theme.stamps.paint(painter, QRect(0, 0, 9000, 44), "x", cell.draw))
    assert cell.painted == 2
