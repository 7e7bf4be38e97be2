"""The walk as the window shows it: app.screen.wizard's steps and progress on the rail. Needs an open audit."""

from PySide6.QtCore import QCoreApplication

from app.audit import Audit
from app.overrides import score_of
from app.record import Finding
from app.report.wording import counted
from app.screen import wizard
from app.screen.presentation import FAILING, UNDECIDED, added
from ui.widgets.rail import RailStep
from ui.workspace import Workspace

_LONG = 1000  # findings of a chapter from which on its numbers take the room of its title


def step_ids(workspace: Workspace) -> list[str]:
    """All steps in order."""
    return [step.id for step in wizard.steps(workspace.benchmark)]


def title(workspace: Workspace, step: str) -> str:
    """The title of a step."""
    return next((one.title for one in wizard.steps(workspace.benchmark) if one.id == step), "")


def progress(workspace: Workspace) -> wizard.Progress:
    """How far the whole audit is."""
    return wizard.together(workspace.chapters().values())


def score(workspace: Workspace) -> int | None:
    """The audit's score, of what was counted for the rail."""
    done = progress(workspace)
    return score_of(done.passed, done.failed, done.waived).value


def next_finding(workspace: Workspace, after: tuple[str, str | None] | None) -> Finding | None:
    """The next finding that waits for somebody, going round."""
    return wizard.next_undecided(workspace.findings(), after)


def run_sentence(workspace: Workspace) -> tuple[str, str]:
    """Title and text of the notification at the end of a run."""
    translate = QCoreApplication.translate
    counts = added(workspace.tallies().values())
    failing = sum(counts.get(kind, 0) for kind in FAILING)
    waiting = sum(counts.get(kind, 0) for kind in UNDECIDED)
    text = translate("Rail", "{failing}, {waiting}").format(
        failing=counted(failing, translate("Rail", "1 finding fails"), translate("Rail", "{n} findings fail")),
        waiting=counted(waiting, translate("Rail", "1 waits for you"), translate("Rail", "{n} wait for you")),
    )
    lost = len(workspace.run.failed) if workspace.run is not None else 0
    if lost:
        text += " · " + translate("Rail", "could not be looked at: {n}").format(n=lost)
    return translate("Rail", "The run has ended"), text


def rail(workspace: Workspace) -> tuple[RailStep, ...]:
    """The steps with how far each is."""
    audit = workspace.audit
    if audit is None:
        return ()
    parts = workspace.chapters()
    return tuple(
        _chapter(step, audit, parts.get(step.id, wizard.NOTHING))
        if step.id[0].isdigit()
        else _fixed(step, audit, workspace)
        for step in wizard.steps(audit.benchmark)
    )


def _chapter(step: wizard.Step, audit: Audit, done: wizard.Progress) -> RailStep:
    translate = QCoreApplication.translate
    if step.id not in audit.info.profile.chapters:
        return RailStep(step.id, step.title, step.id, translate("Rail", "left out"))
    share = done.decided / done.total if done.total else 0.0
    if not done.total:
        return RailStep(step.id, step.title, step.id, "", share, translate("Rail", "nothing to decide"))
    spoken = translate("Rail", "{a} of {b} decided").format(a=done.decided, b=done.total)
    note = f"{done.decided}/{done.total}" if done.total < _LONG else f"{100 * done.decided // done.total} %"
    return RailStep(step.id, step.title, step.id, note, share, spoken)


def _fixed(step: wizard.Step, audit: Audit, workspace: Workspace) -> RailStep:
    run = workspace.run
    note = ""
    share: float | None = None
    if step.id == "run":
        running = run is not None and run.running
        share = run.share if run is not None and running else float(bool(audit.states) and not audit.interrupted)
        note = f"{round(run.share * 100)} %" if run is not None and running else ""
    elif step.id == "hosts":
        note = str(len(audit.targets) or "")
        share = float(bool(audit.targets))
    elif step.id == "scope":
        share = float(bool(audit.info.auditor and audit.info.title))
    elif step.id == "export":
        share = float(audit.info.state == "signed")
    elif step.id == "start":
        share = 1.0
    return RailStep(step.id, step.title, "", note, share)
