"""The open audit beside others: compared with an earlier one, begun from one; and what is read in the background.

Files are opened and read by another thread; what comes of it is told on the GUI thread.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices

from app.places import cache_folder, checks_root
from ui.bridge import Bridge, Outcome, is_gone
from ui.openaudit import OpenAudit
from ui.settings import Settings

if TYPE_CHECKING:
    from tempfile import TemporaryDirectory

    from app.audit import Audit
    from app.carry import Carried
    from app.filledform import Filled
    from app.model import Benchmark
    from app.record import Attachment
    from app.replies import Taken
    from app.report.changes import Earlier
    from app.storedaudit import Before


class AuditBeside(OpenAudit):
    """``earlier`` is the comparison that was chosen; it is made anew when the audit is opened and after a run."""

    bug = Signal(object)  # an exception from a thread
    offer = Signal(str, str, str, object)  # tone, sentence, what can be done about it, how
    form_read = Signal()  # a filled form was read, or it couldn't be

    def __init__(self, settings: Settings, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(settings, bridge, parent)
        self.earlier: Earlier | None = None
        self.comparing = False
        self._wanted: Path | None = None  # the audit that is being opened
        self.carried: Carried | None = None  # what was taken over last, and what was left behind
        self.replies: Taken | None = None  # what the form that was read last came to
        self.reading_form = False
        self._copies: TemporaryDirectory[str] | None = None  # of attached files, for other programs to show
        self.opened.connect(self.compare_again)
        bridge.unheard.connect(self._came_too_late)

    def close_audit_quietly(self) -> None:
        self.open_no_more()
        self.earlier, self.comparing, self.carried = None, False, None
        self.replies, self.reading_form = None, False
        if self._copies is not None:
            self._copies.cleanup()
            self._copies = None
        super().close_audit_quietly()

    def read(self, job: Callable[[Path, Benchmark], Any], done: Callable[[Any], object]) -> None:
        """Have ``job(path, benchmark)`` read the audit's file in another thread; ``done`` gets what it gave.

        Known errors become messages. Nothing is told once another audit is open.
        """
        if self.audit is not None:
            path, benchmark = self.audit.path, self.benchmark
            self.look_up(lambda _audit: job(path, benchmark), done)

    def went_well(self, outcome: Outcome) -> bool:
        """Whether another thread has done what it was given; what went wrong is told."""
        if outcome.bug is not None:
            self.bug.emit(outcome.bug)
        elif outcome.error is not None:
            self.message.emit("fail", str(outcome.error))
        return outcome.bug is None and outcome.error is None

    @Slot(object)
    def _came_too_late(self, value: object) -> None:
        """For a page that is gone: nobody has to stay on it until a report is written."""
        if isinstance(value, Outcome):
            self.went_well(value)

    def look_up(self, job: Callable[[Audit], Any], done: Callable[[Any], object]) -> None:
        """The same, of the open audit itself: what of it may be read in any thread."""
        if self.audit is None:
            return
        audit = self.audit

        def came(outcome: Outcome) -> None:
            if self.audit is not audit:
                return
            self.went_well(outcome)
            if not is_gone(done):
                done(outcome.value)

        self.bridge.reading(lambda: job(audit), came)

    def read_form(self, path: Path) -> None:
        """Read a filled form in another thread and give what it says: to the audit, whatever page is there by then."""

        def job(_audit: Path, _benchmark: Benchmark) -> Filled:
            from app.filledform import read_filled  # noqa: PLC0415 - few ever read one
            from app.report.questionnaire import CARRIER  # noqa: PLC0415 - the same

            return read_filled(path, CARRIER)

        def came(filled: Filled | None) -> None:
            self.reading_form = False
            self.replies = self.take_in(path, filled) if filled is not None else None
            self.form_read.emit()

        self.reading_form = True
        self.read(job, came)

    def open_soon(self, path: Path) -> None:
        """Open a stored audit when another thread has read it: a hundred hosts take a second.

        Until then what is open stays, and whoever opens, begins or closes another one meanwhile has chosen that.
        """
        if self._wanted == path:
            return
        self._let_go_of(path)
        self._wanted = path
        self.offer.emit("info", self.tr("Opening {name}…").format(name=path.name), self.tr("Cancel"), self.open_no_more)

        known = self._benchmark

        def job() -> Audit:
            from app.audit import Audit  # noqa: PLC0415 - not before the first window
            from app.benchmark.catalogue import catalogue  # noqa: PLC0415 - the same

            audit = Audit.open(path, known or catalogue([checks_root()], cache_folder()))
            try:
                audit.counts()
                audit.findings()
            except BaseException:  # one that can't be read is let go of, and with it its lock
                audit.close()
                raise
            return audit

        def came(outcome: Outcome) -> None:
            wanted = self._wanted == path
            if wanted:
                self.open_no_more()
            if wanted or outcome.bug is not None:
                if self.went_well(outcome):
                    self._take(outcome.value)
            elif outcome.value is not None:
                outcome.value.close()

        self.bridge.reading(job, came)

    def open_no_more(self) -> None:
        """Leave the audit alone that is being opened."""
        self._wanted = None

    # --- an earlier audit to compare with ------------------------------------------------------------------------

    def compare_with(self, before: Before) -> None:
        """Say what changed since an earlier audit or revision, now and whenever this audit is opened."""
        from app.storedaudit import changes_since  # noqa: PLC0415 - not before the first window

        self._remember_comparison(f"#{before}" if isinstance(before, int) else str(before))
        self._compare(before, lambda path, benchmark: changes_since(path, benchmark, before))

    @Slot()
    def compare_again(self) -> None:
        """The comparison that was chosen for this audit, if there is one and its file is still there."""
        before = self.comparison()
        if isinstance(before, int) or (before is not None and before.is_file()):
            self.compare_with(before)

    def compare_no_more(self) -> None:
        """Forget the earlier audit."""
        self._remember_comparison("")
        self.earlier, self.comparing = None, False
        self.changes.clear()
        self.changed.emit()

    def comparison(self) -> Before | None:
        """What this audit is compared with; the settings have a path, or "#" and the number of a revision."""
        chosen = self.settings.text(f"compare/{self.audit.info.id}") if self.audit is not None else ""
        if chosen.startswith("#"):
            number = chosen[1:]
            return int(number) if number.isascii() and number.isdigit() else None
        return Path(chosen) if chosen else None

    def _remember_comparison(self, chosen: str) -> None:
        if self.audit is not None:
            self.settings.set_text(f"compare/{self.audit.info.id}", chosen)

    def _compare(self, before: Before, job: Callable[[Path, Benchmark], Earlier]) -> None:
        def came(found: Earlier | None) -> None:
            if self.comparison() != before:  # another one was chosen meanwhile, or none
                return
            self.comparing = False
            if found is not None:
                self.earlier = found
                new_hosts = set(found.comparison.targets_new)  # of which everything is new: that says nothing
                self.changes = {
                    (one.item, one.target): one.kind
                    for one in found.comparison.changes
                    if one.new is not None and one.target not in new_hosts
                }
            self.changed.emit()

        self.comparing = True
        self.changed.emit()
        self.read(job, came)

    # --- an earlier audit to begin from --------------------------------------------------------------------------

    def begin_from(self, old: Path, path: Path, title: str) -> None:
        """Begin a new audit with the hosts, chapters and answers of an earlier one."""

        def begin(earlier: Audit) -> None:
            from app.audit import new_info  # noqa: PLC0415 - not before the first window

            name, role = self.person()
            info = new_info(
                title,
                organisation=earlier.info.organisation,
                auditor=name,
                auditor_role=role,
                profile=earlier.info.profile,
                single_person=earlier.info.single_person,
            )
            if self.new_audit(path, info, earlier.targets):
                self._take_over(earlier, old)

        self._with(old, begin)

    def take_over(self, old: Path) -> None:
        """Take the answers of an earlier audit over that still hold; hosts too where this audit has none."""
        audit = self.audit

        def take(earlier: Audit) -> None:
            if audit is None or self.audit is not audit:  # another one is open by now, which nobody meant
                return
            if not audit.targets:
                self.set_targets(earlier.targets)
            self._take_over(earlier, old)

        self._with(old, take)

    def _take_over(self, earlier: Audit, old: Path) -> None:
        def carry(audit: Audit) -> None:
            self.carried = audit.carry(earlier)

        if not self.attempt(lambda: self._do(carry)) or self.carried is None:
            return
        taken, left = len(self.carried.answers), len(self.carried.left)
        text = self.tr("Answers taken over, which wait to be confirmed: {a}; left behind: {b}.")
        self.message.emit("info", text.format(a=taken, b=left))
        self.compare_with(old)

    def _with(self, old: Path, use: Callable[[Audit], object]) -> None:
        """Open another audit in the background and use it on this thread."""
        benchmark = self.benchmark

        def job() -> Audit:
            from app.audit import Audit  # noqa: PLC0415 - not before the first window

            return Audit.open(old, benchmark, readonly=True)

        def came(outcome: Outcome) -> None:
            if self.went_well(outcome):
                try:
                    use(outcome.value)
                finally:
                    outcome.value.close()

        self.bridge.reading(job, came)

    # --- what is read in the background --------------------------------------------------------------------------

    def show_attachment(self, attachment: Attachment) -> None:
        """Open a copy of an attached file, read only, with the system's program for it."""
        audit = self.audit
        if audit is None:
            return
        if self._copies is None:
            from tempfile import TemporaryDirectory  # noqa: PLC0415 - few ever open one

            self._copies = TemporaryDirectory(prefix="bartizan-")
        folder = Path(self._copies.name)

        def job() -> Path:
            from app.exporting import attachment_copy  # noqa: PLC0415 - the same

            return attachment_copy(audit, attachment, folder)

        self.bridge.reading(job, self._copy_came)

    def _copy_came(self, outcome: Outcome) -> None:
        if self.went_well(outcome) and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(outcome.value))):
            text = self.tr("No program opens this file here; a copy of it is {path}.")
            self.message.emit("error", text.format(path=outcome.value))
