"""The steps beyond Start, each made when it is first wanted."""

from collections.abc import Callable

from ui.steps.base import Step
from ui.steps.chapter import ChapterStep
from ui.steps.export import ExportStep
from ui.steps.hosts import HostsStep
from ui.steps.review import ReviewStep
from ui.steps.run import RunStep
from ui.steps.scope import ScopeStep
from ui.workspace import Workspace

STEPS: dict[str, Callable[[Workspace], Step]] = {
    "scope": ScopeStep,
    "hosts": HostsStep,
    "run": RunStep,
    "review": ReviewStep,
    "export": ExportStep,
}


def make(step: str, workspace: Workspace) -> Step:
    """The page of a step; KeyError is a bug."""
    if step in STEPS:
        return STEPS[step](workspace)
    chapters = {chapter.id: chapter for chapter in workspace.benchmark.chapters}
    return ChapterStep(workspace, chapters[step])
