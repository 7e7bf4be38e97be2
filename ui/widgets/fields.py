"""Fields of forms: a form with quiet labels, choices, hidden text, and a file with its button."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QFileDialog, QFormLayout, QHBoxLayout, QLineEdit, QWidget

from ui.explained import explain
from ui.text import PlainLabel
from ui.widgets.buttons import button
from ui.widgets.dropdown import DropDown

_PADDING = 7  # pixels, as in the style sheet
_LABEL = 92  # pixels at least, so that forms beneath each other share an edge


class Form(QFormLayout):
    """Labels left, fields in the rest of the width; rows can be hidden."""

    def __init__(self) -> None:
        super().__init__()
        self.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        self.setHorizontalSpacing(14)
        self.setVerticalSpacing(8)

    def add(self, name: str, field: QWidget, about: str) -> None:
        """A row; its label is the field's accessible name too, ``about`` explains what is asked."""
        label = PlainLabel(name, "muted")
        label.setMinimumWidth(_LABEL)
        label.setBuddy(field)
        field.setAccessibleName(name)
        explain(field, about)
        self.addRow(label, field)


def share_edge(*forms: QFormLayout) -> None:
    """Let the fields of forms beneath each other begin at one edge, whichever of them has the longest label."""
    rows = [(form, row) for form in forms for row in range(form.rowCount())]
    found = (form.itemAt(row, QFormLayout.ItemRole.LabelRole) for form, row in rows)
    labels = [label for item in found if item is not None and (label := item.widget()) is not None]
    widest = max((label.sizeHint().width() for label in labels), default=0)
    for label in labels:
        label.setMinimumWidth(max(_LABEL, widest))


def indent(box: QAbstractSpinBox) -> None:
    """Let the text of a number or day begin where that of every other field does: Qt ignores its style's padding."""
    box.lineEdit().setTextMargins(_PADDING, 0, 0, 0)


class Choice(DropDown):
    """One of a few; ``data`` is what the program knows it by."""

    def __init__(self, entries: Sequence[tuple[str, str]] = ()) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(10)
        self.fill(entries)

    def fill(self, entries: Sequence[tuple[str, str]]) -> None:
        """Offer these instead."""
        self.clear()
        for data, text in entries:
            self.addItem(text, str(data))

    @property
    def data(self) -> str:
        return str(self.currentData() or "")

    def choose(self, data: str) -> None:
        """Show that entry, or the first where there is none."""
        self.setCurrentIndex(max(0, self.findData(data)))


class Hidden(QLineEdit):
    """A secret: shown as dots, never completed, never undone from a history."""

    def __init__(self, placeholder: str = "") -> None:
        super().__init__()
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhSensitiveData)
        self.setPlaceholderText(placeholder)


class FileField(QWidget):
    """A path to type or to choose."""

    edited = Signal()

    def __init__(self, title: str, placeholder: str = "") -> None:
        super().__init__()
        self._title = title
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self.line = QLineEdit()
        self.line.setPlaceholderText(placeholder)
        self.line.editingFinished.connect(self.edited)
        row.addWidget(self.line, 1)
        self.choose_button = button(self.tr("Choose…"), self._choose)
        self.choose_button.setAccessibleName(self.tr("Choose: {title}").format(title=title))
        row.addWidget(self.choose_button)
        self.setFocusProxy(self.line)

    def setAccessibleName(self, name: str) -> None:  # noqa: N802 - Qt's name
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def setWhatsThis(self, text: str) -> None:  # noqa: N802 - Qt's name
        super().setWhatsThis(text)
        explain(self.line, text)

    @property
    def path(self) -> str:
        return self.line.text().strip()

    def set_path(self, path: str) -> None:
        self.line.setText(path)

    def _choose(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, self._title)
        if chosen:
            self.set_path(chosen)
            self.edited.emit()
