"""The panel for several hosts at once: tags, role, login and root rights, a test, and the way out of the audit."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from app.errors import UsageError
from app.hostrows import HostRow
from app.model import Role, Target
from app.report.visible import one_line
from app.targets import parse_tags
from ui.text import Paragraph
from ui.theme import Theme
from ui.widgets.basics import frame
from ui.widgets.buttons import button
from ui.widgets.editpanel import EditPanel
from ui.widgets.fields import Choice, Form, share_edge
from ui.widgets.loginform import LEAVE, LoginForm

_NAMED = 6  # hosts that are named in the heading


class SeveralPanel(EditPanel):
    """Nothing changes before "Apply": several hosts are no place for a slip."""

    apply = Signal()
    test = Signal()
    remove = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.names: tuple[str, ...] = ()
        column = self.column
        self._named = Paragraph(role="muted")
        column.addWidget(self._named)
        form = Form()
        self.add_tags = QLineEdit()
        self.add_tags.setPlaceholderText(self.tr("words of your own, with commas"))
        form.add(
            self.tr("Add tags"),
            self.add_tags,
            self.tr("Words that each of these hosts gets beside those that it has, with commas between them."),
        )
        self.drop_tags = QLineEdit()
        form.add(
            self.tr("Take off tags"),
            self.drop_tags,
            self.tr("Words that none of these hosts keeps, with commas between them."),
        )
        self.role = Choice(
            [
                (LEAVE, self.tr("as it is")),
                (Role.AUTO, self.tr("Detect")),
                (Role.HOST, self.tr("Host")),
                (Role.GUEST, self.tr("Guest")),
            ]
        )
        form.add(
            self.tr("Role"),
            self.role,
            self.tr(
                "Whether they run virtual machines (host) or are some (guest). “as it is” leaves each as it is, "
                "“Detect” finds out on each machine."
            ),
        )
        column.addLayout(form)
        column.addWidget(frame("line"))
        self.login = LoginForm(several=True)
        column.addWidget(self.login)
        share_edge(form, self.login.form)
        self._fault = Paragraph(role="fail")
        self._fault.hide()
        column.addWidget(self._fault)
        line = QHBoxLayout()
        self.apply_button = button(self.tr("Apply"), self.apply.emit, role="primary")
        line.addWidget(self.apply_button)
        line.addStretch(1)
        column.addLayout(line)
        column.addStretch(1)
        self.test_button = button(self.tr("Test connections"), self.test.emit, theme=theme, icon="activity")
        self.below.addWidget(self.test_button)
        self.below.addStretch(1)
        self.remove_button = button(self.tr("Remove"), self.remove.emit, theme=theme, icon="trash-2", role="danger")
        self.below.addWidget(self.remove_button)

    def show_rows(self, rows: Sequence[HostRow], *, writable: bool) -> None:
        """Speak of these; what was typed for others is forgotten."""
        names = tuple(row.name for row in rows)
        if names != self.names:
            self.names = names
            self.clear()
        self.title.setText(self.tr("{n} hosts").format(n=len(names)))
        shown = [one_line(name) for name in names[:_NAMED]]
        more = len(names) - len(shown)
        text = ", ".join(shown)
        self._named.setText(self.tr("{names} and {n} more").format(names=text, n=more) if more else text)
        self.apply_button.setText(self.tr("Apply to {n} hosts").format(n=len(names)))
        for widget in (self.apply_button, self.remove_button):
            widget.setEnabled(writable)

    def clear(self) -> None:
        """As it was before anything was typed."""
        self.add_tags.clear()
        self.drop_tags.clear()
        for choice in (self.role, self.login.credential, self.login.sudo):
            choice.setCurrentIndex(0)
        for field in (self.login.password, self.login.passphrase, self.login.sudo_password):
            field.clear()
        self.login.remember.setChecked(False)
        self.login.identity.set_path("")
        self.login.certificate.set_path("")
        self.login.fit()
        self._fault.hide()

    def changed(self, targets: Sequence[Target]) -> tuple[Target, ...]:
        """All targets, those of the panel changed as it says; UsageError for tags that are none."""
        add, drop = parse_tags(self.add_tags.text()), set(parse_tags(self.drop_tags.text()))
        role = self.role.data

        def change(target: Target) -> Target:
            tags = tuple(tag for tag in dict.fromkeys((*target.tags, *add)) if tag not in drop)
            new = self.login.apply(replace(target, tags=tags))
            return new if role == LEAVE else replace(new, role=Role(role))

        return tuple(change(one) if one.name in self.names else one for one in targets)

    def complain(self, error: UsageError) -> None:
        self._fault.setText(str(error))
        self._fault.show()
