"""What people said about the finding on show: who, when, until when, the review, the files, and what to do next."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.model import Result
from app.overrides import counting
from app.record import Attachment, Finding, Override, OverrideKind
from app.report.visible import one_line, visible
from app.screen.presentation import Mark, Standing, standing_of
from ui.text import Paragraph
from ui.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.flow import Flow
from ui.widgets.itemcells import SIGNS
from ui.widgets.sides import keep_off, visual
from ui.widgets.wraptext import WrapText
from ui.words import outdated_sentence, standing_sentence

_AGAIN = frozenset({Mark.CARRIED, Mark.OUTDATED, Mark.LAPSED, Mark.ENDED, Mark.REJECTED})


def answer_sentence(said: Override) -> str:
    """Who said what and when, in one line."""
    translate = QCoreApplication.translate
    day = said.time.astimezone().strftime("%Y-%m-%d %H:%M")
    end = said.expires.isoformat() if said.expires else ""
    if said.kind is OverrideKind.WAIVER:
        what = translate("Answer", "Waived until {day}").format(day=end or "–")
    else:
        what = {
            Result.PASS: translate("Answer", "Signed off as passed"),
            Result.FAIL: translate("Answer", "Signed off as failed"),
        }.get(said.new, translate("Answer", "Signed off as not applicable"))
        if end:
            what = translate("Answer", "{what}, valid until {day}").format(what=what, day=end)
    return translate("Answer", "{what} by {who}, {role}, {day}").format(
        what=what, who=one_line(said.by), role=one_line(said.role), day=day
    )


def review_sentence(said: Override) -> str:
    """Who reviewed it, when, and what they said; empty where nobody did."""
    translate = QCoreApplication.translate
    words = {
        "accepted": translate("Answer", "Accepted by {who}, {day}"),
        "rejected": translate("Answer", "Rejected by {who}, {day}"),
        "submitted": translate("Answer", "Submitted by {who}, {day}"),
    }
    if said.review not in words:
        return ""
    day = said.review_time.astimezone().strftime("%Y-%m-%d %H:%M") if said.review_time else "–"
    text = words[said.review].format(who=one_line(said.review_by), day=day)
    return f"{text}: {one_line(said.review_remark)}" if said.review_remark else text


class AnswerNote(QWidget):
    """Hidden where nobody has said anything."""

    taken_back = Signal()
    again = Signal(object)  # an Override to start a new answer from
    confirmed = Signal(object)  # an Override that was carried over
    attachment_wanted = Signal(object)  # an Attachment

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._standing: Standing | None = None
        self._override: Override | None = None
        column = QVBoxLayout(self)
        keep_off(column, 34, 9, 10, 9)
        column.setSpacing(4)
        self._state = Paragraph(role="strong")
        self._said = Paragraph(selectable=True)
        self._remark = WrapText()
        self._remark.setAccessibleName(self.tr("Remark"))
        self._more = Paragraph(role="muted", selectable=True)
        for label in (self._state, self._said, self._remark, self._more):
            column.addWidget(label)
        files = QWidget()
        self._files = Flow(files, 6)
        self._file_box = files
        column.addWidget(files)
        line = QHBoxLayout()
        line.setSpacing(6)
        self.confirm = button(self.tr("Confirm"), self._confirm, theme=theme, icon="check")
        self.anew = button(self.tr("Answer again…"), self._answer_again, theme=theme, icon="pencil")
        self.back = button(self.tr("Take back"), self.taken_back.emit, theme=theme, icon="undo-2")
        for one in (self.confirm, self.anew, self.back):
            line.addWidget(one)
        line.addStretch(1)
        column.addLayout(line)
        theme.changed.connect(self.update)
        self.hide()

    def show_finding(self, finding: Finding, today: date, *, writable: bool) -> None:
        standing = standing_of(finding, today)
        said = counting(finding.overrides) or (finding.overrides[-1] if standing is not None else None)
        self._standing, self._override = standing, said
        self.setVisible(standing is not None and said is not None)
        if standing is None or said is None:
            return
        why = outdated_sentence(finding) if standing.mark is Mark.OUTDATED else ""
        review = review_sentence(said)
        if standing.mark is Mark.REJECTED:  # what the second person wants comes first
            self._state.setText(review)
            review = ""
        else:
            self._state.setText(f"{standing_sentence(standing)}: {why}" if why else standing_sentence(standing))
        self._said.setText(answer_sentence(said))
        self._remark.setText(f"“{visible(said.remark)}”")
        self._remark.setVisible(bool(said.remark))
        origin = self.tr("From {audit}").format(audit=one_line(said.origin)) if said.origin else ""
        more = "\n".join(part for part in (review, origin) if part)
        self._more.setText(more)
        self._more.setVisible(bool(more))
        self._files.clear()
        for one in said.attachments:
            link = button(one_line(one.name), lambda one=one: self._open(one), theme=self._theme, icon="paperclip")
            link.setAccessibleName(self.tr("Open {name}, read only").format(name=one_line(one.name)))
            self._files.addWidget(link)
        self._file_box.setVisible(bool(said.attachments))
        self.confirm.setVisible(writable and standing.mark is Mark.CARRIED)
        self.anew.setVisible(writable and standing.mark in _AGAIN)
        self.back.setVisible(writable and standing.mark is not Mark.REJECTED)
        self.update()

    def text(self) -> str:
        """All that is said, for tests and the clipboard."""
        shown = (self._state, self._said, self._remark, self._more)
        return "\n".join(label.text() for label in shown if not label.isHidden())

    def _open(self, one: Attachment) -> None:
        self.attachment_wanted.emit(one)

    def _answer_again(self) -> None:
        self.again.emit(self._override)

    def _confirm(self) -> None:
        self.confirmed.emit(self._override)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        del event
        if self._standing is None:
            return
        icon, tone = SIGNS[self._standing.mark]
        ground = {"fail": "fail_soft", "error": "error_soft", "pass": "pass_soft", "waiting": "waiting_soft"}
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(ground.get(tone, "neutral_soft")))
        painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        place = visual(self, QRectF(self.rect()), QRectF(11, 11, 14, 14))
        self._theme.icons.paint(painter, place, icon, self._theme.colour(tone))
