"""Settings: who one is, where audits are put, how long hosts may take, language and colours. Each holds at once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app import language
from ui.dialogs import help as helping
from ui.dialogs.closing import closing
from ui.explained import explain
from ui.settings import JOBS, LIMITS, MOST_JOBS
from ui.text import Paragraph, PlainLabel
from ui.theme import Scheme
from ui.widgets.basics import Card
from ui.widgets.buttons import button
from ui.widgets.dropdown import DropDown
from ui.widgets.fields import indent
from ui.widgets.messagebar import MessageBar
from ui.widgets.scroller import Scroller
from ui.widgets.sides import keep_off

if TYPE_CHECKING:
    from ui.window import MainWindow

_LABELS = 170  # pixels
_LONGEST = 200  # characters of a name


class SettingsDialog(QDialog):
    """Every change is stored as it is made, as everywhere in the program; there is nothing to apply."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._settings = window.settings
        self.setObjectName("settings")
        self.setWindowTitle(self.tr("Settings"))
        self.resize(600, min(780, window.height()))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(PlainLabel(self.tr("Settings"), "title"))
        inner = QWidget()
        cards = QVBoxLayout(inner)
        keep_off(cards, 0, 0, 8, 0)
        cards.setSpacing(14)
        if not self._settings.kept:
            unkept = MessageBar(window.theme)
            cards.addWidget(unkept)
            text = self.tr("These hold until the program ends: {path} can't be written. Give yourself the right to.")
            unkept.tell("error", text.format(path=self._settings.store.fileName()))
        for card in (self._person(), self._looks(), self._limits()):
            cards.addWidget(card)
        cards.addStretch(1)
        column.addWidget(Scroller(inner, self.tr("Settings")), 1)
        about = self.tr("What new audits begin with, how the program looks, and how long it waits for hosts.")
        helping.offer(window, self, about)
        buttons = closing(self)
        column.addWidget(buttons)
        self.name.setFocus()

    def _form(self, heading: str, sentence: str) -> tuple[Card, QFormLayout]:
        card = Card(heading)
        card.body.addWidget(Paragraph(sentence, "muted"))
        form = QFormLayout()
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        card.body.addLayout(form)
        return card, form

    def _person(self) -> QWidget:
        card, form = self._form(
            self.tr("You"), self.tr("What new audits and your answers begin with; each can still be changed there.")
        )
        self.name = self._text(form, self.tr("Name"), "person/name")
        explain(self.name, self.tr("Yours; new audits and your answers carry it unless another is typed there."))
        self.role = self._text(form, self.tr("Role"), "person/role")
        explain(self.role, self.tr("In which capacity you answer, such as administrator."))
        self.organisation = self._text(form, self.tr("Organisation"), "person/organisation")
        explain(self.organisation, self.tr("Stands on the cover of the reports of new audits."))
        self.folder = QLineEdit(str(self._settings.folder()))
        self.folder.setReadOnly(True)
        self.folder.setAccessibleName(self.tr("Folder for new audits"))
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.folder, 1)
        line.addWidget(button(self.tr("Choose…"), self._choose_folder))
        form.addRow(_label(self.tr("Folder for new audits"), self.folder), line)
        return card

    def _looks(self) -> QWidget:
        card, form = self._form(self.tr("Language and colours"), self.tr("They change at once."))
        self.language = DropDown()
        self.language.addItem(self.tr("As the system"), "")
        for one in language.languages():
            self.language.addItem(one.name, one.code)
        self.language.setCurrentIndex(max(0, self.language.findData(self._settings.text("view/language"))))
        self.language.activated.connect(self._speak)
        self.scheme = DropDown()
        for scheme, text in (
            (Scheme.SYSTEM, self.tr("As the system")),
            (Scheme.LIGHT, self.tr("Light")),
            (Scheme.DARK, self.tr("Dark")),
        ):
            self.scheme.addItem(text, scheme.value)
        self.scheme.setCurrentIndex(self.scheme.findData(self._window.theme.choice.value))
        self.scheme.activated.connect(lambda _index: self._window.menus.choose(Scheme(self.scheme.currentData())))
        explain(self.language, self.tr("Of windows, reports and messages; what a host says is never translated."))
        explain(self.scheme, self.tr("“As the system” follows it when it turns light or dark."))
        for name, field in ((self.tr("Language"), self.language), (self.tr("Colours"), self.scheme)):
            field.setAccessibleName(name)
            form.addRow(_label(name, field), field)
        return card

    def _limits(self) -> QWidget:
        card, form = self._form(
            self.tr("Limits"),
            self.tr("How long a host may take before the others go on without it, and how many are looked at at once."),
        )
        names = {
            "connect": self.tr("To connect"),
            "login": self.tr("To log in"),
            "host": self.tr("For a whole host"),
        }
        about = {
            "connect": self.tr(
                "Seconds until a host that doesn't answer counts as not reached; a host may have its own."
            ),
            "login": self.tr(
                "Seconds from the answer of a host until one is logged in; waiting for you doesn't count."
            ),
            "host": self.tr("Seconds for all commands on a host; what is missing by then stands as not looked at."),
        }
        self.limits = {
            key: self._number(form, names[key], f"limits/{key}", (default, low, high), self.tr(" s"))
            for key, default, low, high in LIMITS
        }
        for key, text in about.items():
            explain(self.limits[key], text)
        self.jobs = self._number(form, self.tr("Hosts at once"), "limits/jobs", (JOBS, 1, MOST_JOBS))
        explain(self.jobs, self.tr("Looked at side by side; more cost memory and network on this computer."))
        reset = button(self.tr("Back to the defaults"), self._reset, role="link")
        card.body.addWidget(reset, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _text(self, form: QFormLayout, name: str, key: str) -> QLineEdit:
        field = QLineEdit(self._settings.text(key))
        field.setMaxLength(_LONGEST)
        field.setAccessibleName(name)
        field.textEdited.connect(lambda text: self._settings.set_text(key, text.strip()))
        form.addRow(_label(name, field), field)
        return field

    def _number(self, form: QFormLayout, name: str, key: str, bounds: tuple[int, int, int], unit: str = "") -> QSpinBox:
        default, low, high = bounds
        field = QSpinBox()
        field.setRange(low, high)
        field.setSuffix(unit)
        indent(field)
        field.setValue(self._settings.number(key, default=default, low=low, high=high))
        field.setAccessibleName(name)
        field.valueChanged.connect(lambda value: self._settings.set_number(key, value))
        form.addRow(_label(name, field), field)
        return field

    def _reset(self) -> None:
        for key, default, _, _ in LIMITS:
            self.limits[key].setValue(default)
        self.jobs.setValue(JOBS)

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Folder for new audits"), self.folder.text())
        if chosen:
            self._settings.set_folder(Path(chosen))
            self.folder.setText(chosen)

    def _speak(self) -> None:
        code = self.language.currentData()
        self._settings.set_text("view/language", code)
        self._window.speak_soon(code or language.system_language())


def _label(text: str, field: QWidget) -> PlainLabel:
    """As wide in every card, so that the fields stand below each other."""
    made = PlainLabel(text, "muted")
    made.setMinimumWidth(_LABELS)
    made.setBuddy(field)
    return made


def show(window: MainWindow, *, language: bool = False) -> None:
    """Open it without holding up the window; ``language``: at that, which was just changed in it."""
    dialog = SettingsDialog(window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    if language:
        dialog.language.setFocus()
