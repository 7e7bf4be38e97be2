"""Start: audit this computer at once, begin a new audit, open one."""

import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.bridge import Outcome
from ui.steps.base import FormStep
from ui.text import Paragraph, PlainLabel, elided_middle, set_tip
from ui.widgets.basics import Card, frame
from ui.widgets.buttons import button, icon_button
from ui.widgets.turning import Turning
from ui.workspace import Workspace

_SOON = 300  # milliseconds: when the first window is there
FILTER = "Bartizan (*.bartizan)"


class StartStep(FormStep):
    """The first thing that anyone sees."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, "", "", width=920)
        self.scroller.setAccessibleName(self.tr("Start"))
        self.about = self.tr(
            "Begin here. “Audit this computer” looks at the machine that you sit at: no network, about a minute. “New "
            "audit” is for other machines over SSH; “New from an earlier one” takes hosts, chapters and the answers "
            "that still hold along. An audit is one file, named .bartizan, that is saved as you go."
        )
        self.column.setSpacing(20)
        self._wheres: dict[Path, Paragraph] = {}  # under each recent audit
        self.column.addWidget(Paragraph(self.tr("Harden your virtual machine platform"), "hero"))
        self.column.addWidget(
            Paragraph(
                self.tr(
                    "Bartizan looks at hosts and guests, says for every item of the guideline whether it holds and "
                    "why, takes your answers where no command can see, and writes the report for the auditor."
                ),
                "muted",
            )
        )
        self.column.addWidget(self._local_card())
        cards = Turning(16)
        cards.line.addWidget(self._choice_card(), 1)
        cards.line.addWidget(self._recent_card(), 2)
        self.column.addWidget(cards)
        self.column.addStretch(1)
        self.refresh()

    @Slot()
    def _colour(self) -> None:
        """The picture in the colours of the theme."""
        picture = self.theme.icons.pixmap("monitor", "accent", 44, self.devicePixelRatioF())
        self._picture.setPixmap(picture)

    def _local_card(self) -> QFrame:
        card = Card(margins=24)
        line = Turning(20)
        told = QWidget()
        beside = QHBoxLayout(told)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(20)
        self._picture = QLabel()
        self._colour()
        self.theme.changed.connect(self._colour)  # a method: with the page, the connection goes
        beside.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(PlainLabel(self.tr("Audit this computer"), "heading"))
        words.addWidget(
            Paragraph(
                self.tr(
                    "No set-up, no network: reads this machine with your rights and changes nothing. About a minute."
                ),
                "muted",
            )
        )
        beside.addLayout(words, 1)
        line.line.addWidget(told, 1)
        self.local = button(
            self.tr("Audit this computer"), self.audit_this_computer, role="large", theme=self.theme, icon="play"
        )
        line.line.addWidget(self.local, 0, Qt.AlignmentFlag.AlignVCenter)
        card.body.addWidget(line)
        return card

    def _choice_card(self) -> QFrame:
        card = Card(self.tr("Other machines"))
        card.body.addWidget(
            Paragraph(self.tr("Audit hosts and guests over SSH. Nothing is installed on them."), "muted")
        )
        card.body.addSpacing(4)
        self.new = button(
            self.tr("New audit"),
            self.new_audit,
            theme=self.theme,
            icon="plus",
            tip=self.tr("Begin an empty audit in your folder for audits; its title can be changed at once."),
        )
        self.open = button(
            self.tr("Open an audit…"),
            self.choose_and_open,
            theme=self.theme,
            icon="folder-open",
            tip=self.tr("Go on with a .bartizan file; one that another program has open is opened for reading."),
        )
        self.again = button(
            self.tr("New from an earlier one…"),
            self.begin_from_earlier,
            theme=self.theme,
            icon="history",
            tip=self.tr("Takes over hosts, chapters and the answers that still hold"),
        )
        card.body.addWidget(self.new)
        card.body.addWidget(self.again)
        card.body.addWidget(self.open)
        card.body.addStretch(1)
        return card

    def _recent_card(self) -> QFrame:
        card = Card(self.tr("Recent audits"))
        self._recent = QVBoxLayout()
        self._recent.setSpacing(0)
        card.body.addLayout(self._recent)
        card.body.addStretch(1)
        return card

    def refreshing(self) -> tuple[Callable[[], object], ...]:
        return (self._show,)

    def _show(self) -> None:
        while (item := self._recent.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        paths = self.workspace.settings.recent()[:5]
        if not paths:
            self._recent.addWidget(
                Paragraph(
                    self.tr("Audits that you open appear here. You can also drop a .bartizan file on this window."),
                    "muted",
                )
            )
        self._wheres = {}
        for position, path in enumerate(paths):
            if position:
                self._recent.addWidget(frame("line"))
            self._recent.addWidget(self._recent_row(path))
        if paths:
            QTimer.singleShot(_SOON, self, self._look_for_them)

    @Slot()
    def _look_for_them(self) -> None:
        """In the background: a network drive that is away may take its time to say so."""
        paths = tuple(self._wheres)
        self.workspace.bridge.reading(lambda: [path for path in paths if not os.path.exists(path)], self._missed)  # noqa: PTH110 - Path.exists raises where a folder can't be read

    def _missed(self, outcome: Outcome) -> None:
        for path in outcome.value or ():
            if path in self._wheres:
                gone = self.tr("not there any more: {folder}").format(folder=elided_middle(str(path), 70))
                self._wheres[path].setText(gone)

    def _recent_row(self, path: Path) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 6, 0, 6)
        words = QVBoxLayout()
        words.setSpacing(0)
        title = self.workspace.settings.recent_title(path)
        name: QPushButton = button(title, lambda: self.workspace.open_soon(path), role="link", lines=2)
        set_tip(name, str(path))
        words.addWidget(name, 0, Qt.AlignmentFlag.AlignLeft)
        day = self.workspace.settings.recent_day(path)
        told = elided_middle(str(path), 80)
        where = Paragraph(self.tr("{day} · {file}").format(day=day, file=told) if day else told, "small")
        self._wheres[path] = where
        words.addWidget(where)
        line.addLayout(words, 1)
        forget = icon_button(self.theme, "x", self.tr("Take {name} off this list").format(name=title))
        forget.setIconSize(QSize(14, 14))
        forget.clicked.connect(lambda: self._forget(path))
        line.addWidget(forget)
        return row

    def _forget(self, path: Path) -> None:
        self.workspace.settings.forget_recent(path)
        self.refresh()

    def shown(self) -> None:
        self.local.setFocus()

    # --- what the buttons do ------------------------------------------------------------------------------------

    def audit_this_computer(self) -> None:
        """Create an audit of this computer, start the run and show it."""
        from app.audit import new_info  # noqa: PLC0415 - not before the first window
        from app.naming import free_path, local_title  # noqa: PLC0415 - the same
        from app.targets import local_target  # noqa: PLC0415 - not before the first window

        title = local_title(datetime.now(UTC).astimezone())
        path = free_path(self.workspace.settings.folder(), title)
        name, role = self.workspace.person()
        if self.workspace.new_audit(
            path, new_info(title, auditor=name, auditor_role=role, organisation=self._organisation()), [local_target()]
        ):
            self.workspace.goto.emit("run")
            self.workspace.start_run()

    def new_audit(self) -> None:
        """Create an empty audit and go on to its scope."""
        from app.audit import new_info  # noqa: PLC0415 - not before the first window
        from app.naming import free_path  # noqa: PLC0415 - the same

        title = self.tr("Audit of {day}").format(day=datetime.now(UTC).astimezone().date().isoformat())
        path = free_path(self.workspace.settings.folder(), title)
        name, role = self.workspace.person()
        if self.workspace.new_audit(
            path, new_info(title, auditor=name, auditor_role=role, organisation=self._organisation())
        ):
            self.workspace.goto.emit("scope")

    def begin_from_earlier(self) -> None:
        """Choose an earlier audit and begin a new one with its hosts, chapters and answers."""
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - not before the first window

        chosen, _ = QFileDialog.getOpenFileName(
            self, self.tr("Begin from which audit?"), str(self.workspace.settings.folder()), FILTER
        )
        if chosen:
            self.begin_from(Path(chosen))

    def begin_from(self, old: Path) -> None:
        """Begin a new audit with the hosts, chapters and answers of that one."""
        from app.naming import free_path  # noqa: PLC0415 - not before the first window

        title = self.tr("Audit of {day}").format(day=datetime.now(UTC).astimezone().date().isoformat())
        self.workspace.begin_from(old, free_path(self.workspace.settings.folder(), title), title)

    def _organisation(self) -> str:
        return self.workspace.settings.text("person/organisation")

    def choose_and_open(self) -> None:
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - not before the first window

        chosen, _ = QFileDialog.getOpenFileName(
            self, self.tr("Open an audit"), str(self.workspace.settings.folder()), FILTER
        )
        if chosen:
            self.workspace.open_soon(Path(chosen))
