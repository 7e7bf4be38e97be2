"""Where the audit stands: score, charts, what to do first, what waits, and which waivers end. Every number leads on."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.compare import Kind as ChangeKind
from app.language import ENGLISH, content, current
from app.overrides import local_today, score_of
from app.record import Finding
from app.report.standing import found_of
from app.report.visible import one_line
from app.report.wording import counted, number
from app.screen import reviewing, wizard
from app.screen.findinglist import Wanted
from app.screen.presentation import Kind, Tallies, top_risks
from app.screen.reviewing import SHOWN, AnswerRow, Dashboard, Sort
from ui.text import Paragraph, PlainLabel
from ui.widgets.basics import Card, frame
from ui.widgets.buttons import button
from ui.widgets.chartcard import ChartCard
from ui.widgets.charts import ScoreRing
from ui.widgets.kindcounts import KindCounts
from ui.widgets.scroller import Scroller
from ui.widgets.sides import in_its_direction, numbered
from ui.widgets.turning import Turning
from ui.words import severity_word
from ui.workspace import Workspace

_Numbers = tuple[Dashboard, tuple[Finding, ...], tuple[AnswerRow, ...]]
_MOST = 5  # lines of waivers that end; the rest stands in their list
_WIDTH = 1180  # pixels: wider, and lines get too long to read
_DECIDED = frozenset({Kind.PASS, Kind.FAIL, Kind.WAIVED})


class DashboardPage(Scroller):
    """The first page of the review."""

    page_wanted = Signal(str)  # another page of the review
    findings_wanted = Signal(object)  # Wanted: the list of what a number counts

    def __init__(self, workspace: Workspace) -> None:
        inner = QWidget()
        super().__init__(inner, QCoreApplication.translate("ReviewStep", "Overview"))
        self.workspace = workspace
        self.theme = workspace.theme
        self._of: tuple[tuple[Finding, ...], list[str]] | None = None  # what the numbers were counted of
        self._findings: tuple[Finding, ...] = ()
        self._numbers: _Numbers
        centre = QHBoxLayout(inner)
        centre.setContentsMargins(32, 16, 32, 24)
        column = QWidget()
        column.setMaximumWidth(_WIDTH)
        centre.addWidget(column, 1, Qt.AlignmentFlag.AlignTop)
        self.column = QVBoxLayout(column)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(16)
        self.column.addWidget(self._build_head())
        self.by_chapter = self._chart(self.tr("By chapter"), self.tr("Results by chapter"), self.tr("Chapter"))
        self.by_chapter.picked.connect(self._chapter_picked)
        self._risks_card, self.risks = self._listing(self.tr("Do these first"))
        self.by_severity = self._chart(self.tr("By severity"), self.tr("Results by severity"), self.tr("Severity"))
        self.by_severity.picked.connect(self._severity_picked)
        self._waiting_card, self._waiting = self._listing(self.tr("Waiting"), 2)
        self.changes_card, self.changes = self._listing(self.tr("Since the earlier audit"), 2)
        self.by_host = self._chart(self.tr("By host"), self.tr("Results by host"), self.tr("Host"))
        self.by_host.picked.connect(self._host_picked)
        sides = QHBoxLayout()
        sides.setSpacing(16)
        for cards in (
            (self.by_chapter, self._risks_card),
            (self.by_severity, self._waiting_card, self.changes_card, self.by_host),
        ):
            side = QVBoxLayout()
            side.setSpacing(16)
            for card in cards:
                side.addWidget(card)
            side.addStretch(1)
            sides.addLayout(side, 1)
        self.column.addLayout(sides)
        self.waivers_card, self.waivers = self._listing(self.tr("Waivers that end soon"))
        self.column.addWidget(self.waivers_card)
        self.column.addStretch(1)

    # --- building -----------------------------------------------------------------------------------------------

    def _build_head(self) -> QWidget:
        card = Card(margins=20)
        line = Turning(24)
        told = QHBoxLayout()
        told.setSpacing(24)
        self.score_ring = ScoreRing(self.theme, 108)
        told.addWidget(self.score_ring)
        words = QVBoxLayout()
        words.setSpacing(6)
        words.addStretch(1)
        self._headline = Paragraph(role="heading")
        self._about = Paragraph(role="muted")
        self.counts = KindCounts(self.theme)
        self.counts.picked.connect(lambda kind: self.findings_wanted.emit(Wanted(_kinds(kind))))
        words.addWidget(self._headline)
        words.addWidget(self._about)
        words.addWidget(self.counts)
        words.addStretch(1)
        told.addLayout(words, 1)
        line.line.addLayout(told, 1)
        self.open_button = button(self.tr("Next undecided"), self._next_open, role="primary")
        line.line.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignVCenter)
        card.body.addWidget(line)
        return card

    def _chart(self, title: str, name: str, label: str) -> ChartCard:
        return ChartCard(self.theme, title, name, label)

    def _listing(self, title: str, spacing: int = 0) -> tuple[Card, QVBoxLayout]:
        card, lines = Card(title), QVBoxLayout()
        lines.setSpacing(spacing)
        card.body.addLayout(lines)
        card.body.addStretch(1)
        return card, lines

    # --- showing ------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        for bit in self.refreshing():
            bit()

    def refreshing(self) -> tuple[Callable[[], object], ...]:
        """Counting takes as long as showing what was counted."""
        return (self._take, self._by_target, self._by_item, self._count, self._show_charts, self._show_lists)

    def _take(self) -> None:
        """What all of it is counted of, even if results come meanwhile."""
        self._findings = self.workspace.findings()

    def _by_target(self) -> Tallies:
        return self.workspace.tallies("target", self._findings)

    def _by_item(self) -> Tallies:
        return self.workspace.tallies("item", self._findings)

    def _show_charts(self) -> None:
        if (numbers := self._count()) is None:
            return
        board = numbers[0]
        self._show_head(wizard.together(self.workspace.chapters().values()))
        self.counts.set_entries([(kind, count) for kind, count in board.counts.items() if kind in SHOWN])
        self.by_chapter.set_groups(board.chapters)
        self.by_severity.set_groups(board.severities)
        self.by_host.set_groups(board.hosts)

    def _show_lists(self) -> None:
        if (numbers := self._count()) is None:
            return
        board, risks, answers = numbers
        self._show_risks(risks, decided=bool(board.counts.keys() & _DECIDED))
        self._show_waivers(reviewing.ending_waivers(answers, local_today()))
        self._show_waiting(board, answers)
        self._show_changes()

    def _count(self) -> _Numbers | None:
        """All that is shown, counted once for the same findings; None where no audit is open."""
        audit = self.workspace.audit
        if audit is None:
            return None
        findings, names = self._findings, [target.name for target in audit.targets]
        if self._of is None or self._of[0] is not findings or self._of[1] != names:
            self._of = (findings, names)
            items, hosts, site = self._by_item(), self._by_target(), self.tr("Whole site")
            self._numbers = (
                reviewing.dashboard(audit.benchmark, items, hosts, names, severity_word, site=site),
                top_risks(audit.benchmark, findings),
                reviewing.answers(audit.benchmark, findings),
            )
        return self._numbers

    def _show_head(self, everything: wizard.Progress) -> None:
        if self.workspace.audit is None:
            return
        score = score_of(everything.passed, everything.failed, everything.waived)
        self.score_ring.set_score(score.value)
        open_ones = everything.total - everything.decided
        self._headline.setText(
            self.tr("Everything is decided")
            if not open_ones
            else self.tr("{a} of {b} findings are decided").format(
                a=number(everything.decided), b=number(everything.total)
            )
        )
        about = ""
        if score.value is not None:
            about = self.tr("{n} % of what is decided passes.").format(n=score.value)
        if score.before_waivers is not None and score.before_waivers != score.value:
            about += " " + self.tr("Before waivers it is {n} %.").format(n=score.before_waivers)
        about = about.replace(" %", "\N{NO-BREAK SPACE}%")
        self._about.setText(about or self.tr("Nothing has been decided yet, so there is no score."))
        self.open_button.setVisible(bool(open_ones))

    def _show_risks(self, risks: tuple[Finding, ...], *, decided: bool) -> None:
        _empty(self.risks)
        if not risks:
            text = self.tr("Nothing fails.") if decided else self.tr("Nothing has been looked at or answered yet.")
            self.risks.addWidget(PlainLabel(text, "muted"))
        elif current() != ENGLISH:
            self.risks.addWidget(Paragraph(self.tr("What was found is kept in English."), "small"))
        audit = self.workspace.audit
        if audit is None:
            return
        for place, finding in enumerate(risks):
            rule = audit.benchmark.rule(finding.measured.item)
            where = one_line(finding.measured.target or self.tr("whole site"))
            text = numbered(rule.id, content(rule.title))
            note = f"{severity_word(rule.severity)} · {where} · {in_its_direction(one_line(found_of(finding)))}"
            self.risks.addWidget(self._line(place, text, note, finding))

    def _show_waiting(self, board: Dashboard, answers: tuple[AnswerRow, ...]) -> None:
        """What somebody still has to do; each number leads to the list of it."""
        _empty(self._waiting)
        counts = board.counts
        lost = counts.get(Kind.UNKNOWN, 0) + counts.get(Kind.ERROR, 0)
        unseen = counts.get(Kind.UNSEEN, 0)
        questions = counts.get(Kind.WAITING, 0)
        for text, count, kinds in (
            (
                counted(
                    questions, self.tr("1 question awaits your answer"), self.tr("{n} questions await your answer")
                ),
                questions,
                (Kind.WAITING,),
            ),
            (
                self.tr("{n} could not be told, or looking went wrong").format(n=number(lost)),
                lost,
                (Kind.UNKNOWN, Kind.ERROR),
            ),
            (
                counted(unseen, self.tr("1 was not looked at"), self.tr("{n} were not looked at")),
                unseen,
                (Kind.UNSEEN,),
            ),
        ):
            if count:
                _link(self._waiting, text, lambda kinds=kinds: self.findings_wanted.emit(Wanted(frozenset(kinds))))
        rejected = sum(Sort.REJECTED in row.sorts for row in answers)
        unreviewed = sum(Sort.OPEN in row.sorts for row in answers)
        carried = sum(Sort.CARRIED in row.sorts for row in answers)
        for text, count, page in (
            (
                counted(rejected, self.tr("1 answer was rejected"), self.tr("{n} answers were rejected")),
                rejected,
                Sort.REJECTED,
            ),
            (
                counted(
                    unreviewed,
                    self.tr("1 answer waits for a second person"),
                    self.tr("{n} answers wait for a second person"),
                ),
                unreviewed,
                Sort.OPEN,
            ),
            (
                counted(
                    carried,
                    self.tr("1 answer was carried over and waits to be confirmed"),
                    self.tr("{n} answers were carried over and wait to be confirmed"),
                ),
                carried,
                Sort.CARRIED,
            ),
        ):
            if count:
                _link(self._waiting, text, lambda page=page: self.page_wanted.emit(page.value))
        if not self._waiting.count():
            self._waiting.addWidget(PlainLabel(self.tr("Nothing waits for you."), "muted"))

    def _show_changes(self) -> None:
        """What became of it since the earlier audit that was chosen."""
        _empty(self.changes)
        earlier = self.workspace.earlier
        self.changes_card.setVisible(earlier is not None)
        if earlier is None:
            return
        self.changes.addWidget(Paragraph(one_line(earlier.title), "muted"))
        for kind, one, many in (
            (ChangeKind.WORSE, self.tr("1 result is worse"), self.tr("{n} results are worse")),
            (ChangeKind.BETTER, self.tr("1 result is better"), self.tr("{n} results are better")),
            (ChangeKind.NEW, self.tr("1 result is new"), self.tr("{n} results are new")),
            (ChangeKind.GONE, self.tr("1 result is gone"), self.tr("{n} results are gone")),
        ):
            if count := len(earlier.comparison.of(kind)):
                _link(self.changes, counted(count, one, many), lambda kind=kind: self.page_wanted.emit(kind.value))
        count = len(earlier.comparison.changes)
        text = counted(count, self.tr("1 difference in all"), self.tr("{n} differences in all"))
        _link(self.changes, text if count else self.tr("Nothing changed"), lambda: self.page_wanted.emit("changes"))

    def _show_waivers(self, rows: tuple[AnswerRow, ...]) -> None:
        _empty(self.waivers)
        self.waivers_card.setVisible(bool(rows))
        for place, row in enumerate(rows[:_MOST]):
            until = row.override.expires.isoformat() if row.override.expires else ""
            where = one_line(row.override.target or self.tr("whole site"))
            note = self.tr("until {day} · {host} · {remark}").format(
                day=until, host=where, remark=one_line(row.override.remark)
            )
            self.waivers.addWidget(self._line(place, numbered(row.rule.id, content(row.rule.title)), note, row.finding))
        if len(rows) > _MOST:
            text = self.tr("All {n} of them").format(n=number(len(rows)))
            _link(self.waivers, text, lambda: self.page_wanted.emit(Sort.ENDING.value))

    def _line(self, place: int, text: str, note: str, finding: Finding) -> QWidget:
        """A line that leads to a finding."""
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if place:
            column.addWidget(frame("line"))
        line = QHBoxLayout()
        line.setContentsMargins(0, 8, 0, 8)
        line.setSpacing(10)
        number = PlainLabel(str(place + 1), "label")
        number.setFixedWidth(14)
        line.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        measured = finding.measured
        lead = lambda: self.workspace.show_finding.emit(measured.item, measured.target)  # noqa: E731 - of one line
        words.addWidget(button(text, lead, role="link", lines=2), 0, Qt.AlignmentFlag.AlignLeft)
        under = Paragraph(note, "muted")
        words.addWidget(under)
        line.addLayout(words, 1)
        column.addLayout(line)
        return holder

    # --- leading on ---------------------------------------------------------------------------------------------

    def _next_open(self) -> None:
        finding = wizard.next_undecided(self.workspace.findings())
        if finding is not None:
            self.workspace.show_finding.emit(finding.measured.item, finding.measured.target)

    @Slot(str, str)
    def _chapter_picked(self, chapter: str, kind: str) -> None:
        self.findings_wanted.emit(Wanted(_kinds(kind), chapter=chapter))

    @Slot(str, str)
    def _severity_picked(self, severity: str, kind: str) -> None:
        self.findings_wanted.emit(Wanted(_kinds(kind), severity=severity))

    @Slot(str, str)
    def _host_picked(self, host: str, kind: str) -> None:
        self.findings_wanted.emit(Wanted(_kinds(kind), host=host))


def _kinds(kind: str) -> frozenset[Kind]:
    """That one, or all that are counted."""
    return frozenset({Kind(kind)} if kind else ())


def _link(lines: QVBoxLayout, text: str, action: Callable[[], object]) -> None:
    lines.addWidget(button(text, action, role="link", lines=2), 0, Qt.AlignmentFlag.AlignLeft)


def _empty(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
