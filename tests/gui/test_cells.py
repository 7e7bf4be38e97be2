"""How a cell of a table is painted beside words on several lines."""

import pytest
from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from app.model import Severity
from app.screen.presentation import Kind
from ui.models.table import Column, TableModel
from ui.widgets.cells import CellDelegate
from ui.widgets.listing import Listing


def inked(image):
    """The first and the last line that isn't all ground."""
    ground = image.pixel(0, image.height() - 1)
    lines = [y for y in range(image.height()) if any(image.pixel(x, y) != ground for x in range(image.width()))]
    return lines[0], lines[-1]


@pytest.mark.parametrize("width", [32, 120])
@pytest.mark.parametrize("sign", [{"kind": lambda _row: Kind.FAIL}, {"severity": lambda _row: Severity.HIGH}])
def test_a_sign_stands_on_the_first_line_of_what_is_broken_into_lines(qapp, theme, qtbot, sign, width):
    home, owner = QWidget(), QObject()
    qtbot.addWidget(home)
    columns = [Column("", lambda _row: "", **sign), Column("", lambda row: row)]
    model = TableModel(columns, owner)
    model.set_rows(["database-replica-frankfurt-02 and more words"])

    def painted(column, *, wrap, wide):
        image = QImage(wide, 80, QImage.Format.Format_RGB32)
        option = QStyleOptionViewItem()
        option.rect = QRect(0, 0, wide, 80)
        painter = QPainter(image)
        CellDelegate(theme, home, wrap=wrap).paint(painter, option, model.index(0, column))
        painter.end()
        return inked(image)

    first, last = painted(0, wrap=True, wide=width)
    line = QFontMetricsF(theme.font("body")).height()
    assert (first + last) / 2 == pytest.approx(6 + line / 2, abs=2)
    top, _bottom = painted(1, wrap=True, wide=100)
    assert top < last < 6 + 2 * line
    first, last = painted(0, wrap=False, wide=width)
    assert (first + last) / 2 == pytest.approx(40, abs=2)


def test_a_title_that_is_cut_says_so_and_tells_all_of_it(qapp, theme, qtbot):
    owner = QObject()
    model = TableModel([Column("What is found · in English", lambda row: row)], owner)
    model.set_rows(["web01"])
    table = Listing(theme, model, "Findings")
    qtbot.addWidget(table)
    assert table.horizontalHeader().textElideMode() == Qt.TextElideMode.ElideRight
    tip = model.headerData(0, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert tip == "<span>What is found · in English</span>"
