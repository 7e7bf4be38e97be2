"""``python tests/screenshots.py FOLDER [NAME...]``: pictures of every step and dialog, to look at and for the docs.

Without names it takes all sizes. ``docs`` is the size of the pictures in docs/images; names with ``-de`` are in German,
whose words are longer, ``-rtl`` runs from right to left; ``look`` is in the language of BARTIZAN_LANGUAGE, from right
to left where BARTIZAN_RIGHT_TO_LEFT is set. Each is a process of its own, since Qt reads its scale factor once. The
audit is made by hand (gui_sample.py); only the pictures of a run audit this computer.
"""

import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import gui_sample as sample
from PIL import Image
from PySide6.QtCore import QCoreApplication, QSettings, Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget

from app.audit import Audit, new_info
from app.benchmark.catalogue import catalogue
from app.crash import crash_report
from app.language import VARIABLE
from app.model import Target
from app.places import checks_root
from app.report.formats import write_pdf
from app.screen.chapterlist import Filter
from app.screen.pdfpages import Pages
from app.screen.presentation import Kind, kind_of
from app.targets import local_target
from app.transport.base import Prompt, Question
from ui.bridge import Asked, Bridge
from ui.dialogs.about import AboutDialog
from ui.dialogs.crash import CrashDialog
from ui.dialogs.credentials import CredentialsDialog
from ui.dialogs.help import HelpDialog
from ui.dialogs.log import LogDialog
from ui.dialogs.preview import PreviewDialog
from ui.dialogs.settings import SettingsDialog
from ui.held import Held
from ui.settings import Settings
from ui.theme import Scheme, Theme
from ui.window import MainWindow
from ui.workspace import Workspace

ROOT = Path(__file__).resolve().parent.parent
# Name, width, height, scale factor, in which schemes, and the language.
SIZES = {
    "1280x800": (1280, 800, "1", ("light", "dark"), "en"),
    "1280x800@2x": (1280, 800, "2", ("light", "dark"), "en"),
    "1024x700": (1024, 700, "1", ("light", "dark"), "en"),
    "1024x700-de": (1024, 700, "1", ("light",), "de"),
    "1024x700@3x": (1024, 700, "3", ("light",), "en"),
    "1280x800@1.5x": (1280, 800, "1.5", ("light", "dark"), "en"),
    "1280x800-rtl": (1280, 800, "1", ("light",), "en"),
    "1600x1000-de": (1600, 1000, "1", ("light", "dark"), "de"),
    "1920x1080-de": (1920, 1080, "1", ("dark",), "de"),
    "2560x1440": (2560, 1440, "1", ("light", "dark"), "en"),
    "3840x2160": (3840, 2160, "1", ("dark",), "en"),
    "1920x1080@2x": (1920, 1080, "2", ("light",), "en"),  # 4K at 200 %
    "look": (1280, 800, "1", ("light",), ""),
    "docs": (1280, 800, "1", ("light", "dark"), "en"),
}
_ALL = [name for name in SIZES if name not in {"look", "docs"}]
_LIMIT = 600  # seconds for one process, two runs over this computer included
_SETTLE = 0.12  # seconds in which layouts and timers come to rest
_PAPER = 96  # dots to the inch of a page
_ROUNDS = 8  # of these; a run that goes on changes all the time
_EXACT = 128  # colours of a picture for the docs that are kept as they are
_MANY = 100  # hosts in the picture of many
RIGHT_TO_LEFT = "BARTIZAN_RIGHT_TO_LEFT"
# Pictures of docs/screens.md: their name there, and what stands above them.
DOCS = {
    "start-first-time": ("start", "Start"),
    "scope": ("scope", "Scope: what the report's cover says, and which chapters are looked at"),
    "hosts-one": ("hosts", "Hosts: the machines of an audit, and how one of them is reached"),
    "hosts-question": ("question", "A host asks for a second factor; the answer goes to the thread that waits for it"),
    "run-busy": ("run", "Run: while it looks at two hosts, one of which does not answer"),
    "run-ended": ("run-ended", "Run: what became of each host"),
    "finding-overview": ("chapter", "A chapter: items by section, a column per host, and the item on show"),
    "finding-evidence": ("evidence", "Evidence: what the command printed, with its lines numbered, to search in"),
    "finding-remedy": ("remedy", "Mend it: what to change, and what it may break"),
    "finding-answer": ("answer", "An answer: a waiver with its reason and its last day"),
    "chapter-selection": ("selection", "Several items on several hosts, answered in one go"),
    "review-overview": ("review", "Review: the score, charts that are tables too, and what waits"),
    "review-findings": ("findings", "Review: findings of all chapters, and what a number of the overview leads to"),
    "review-answers": ("answers", "Review: answers that a second person accepts or rejects"),
    "review-changes": ("changes", "Review: what changed since an earlier audit"),
    "review-history": ("history", "Review: who did what, and when"),
    "export": ("export", "Sign and export"),
    "dialog-preview": ("preview", "The report, to look at before it is saved or printed"),
    "dialog-help": ("help", "Help: the page, what has the keyboard, the item on show, and every key"),
    "dialog-settings": ("settings", "Settings"),
    "dialog-credentials": ("credentials", "Credentials that Bartizan was told to remember"),
    "dialog-log": ("log", "The log of this session"),
}


def main(arguments: list[str]) -> int:
    """Take all of them; 0 if every process did."""
    names = arguments[1:] or _ALL
    if not arguments or arguments[0].startswith("-") or not set(names) <= SIZES.keys():
        sys.stderr.write(f"usage: python tests/screenshots.py FOLDER [{'|'.join(SIZES)}]...\n")
        return 3
    out = Path(arguments[0]).absolute()
    out.mkdir(parents=True, exist_ok=True)
    if os.environ.get("BARTIZAN_SCREENSHOTS"):
        return _one(out, names[0])
    status = 0
    with tempfile.TemporaryDirectory() as folder:
        for name in names:
            environment = os.environ | {
                "QT_QPA_PLATFORM": "offscreen",
                "QT_SCALE_FACTOR": SIZES[name][2],
                "BARTIZAN_SCREENSHOTS": "1",
                **dict.fromkeys(("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"), folder),
            }
            if SIZES[name][4]:
                environment[VARIABLE] = SIZES[name][4]
            command = [sys.executable, __file__, str(out), name]
            status |= subprocess.run(command, env=environment, timeout=_LIMIT, check=False).returncode
    return status


def _one(out: Path, name: str) -> int:
    app = QApplication(["bartizan", "-style", "fusion"])
    if os.environ.get(RIGHT_TO_LEFT) or name.endswith("-rtl"):
        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    width, height, _, schemes, code = SIZES[name]
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(QSettings(f"{folder}/settings.ini", QSettings.Format.IniFormat))
        settings.set_folder(Path(folder))
        settings.set_text("person/name", "Ada Lovelace")
        settings.set_text("person/role", "administrator")
        settings.set_text("view/language", code)
        workspace = Workspace(settings, Theme(app), Bridge())
        window = MainWindow(settings, workspace.theme)
        window.furnish(workspace)
        window.resize(width, height)
        window.show()
        tour = _Tour(window, Path(folder), out, name)
        for scheme in schemes:
            workspace.theme.choose(Scheme(scheme))
            workspace.close_audit()
            tour.all(scheme)
        workspace.shut_down()
        workspace.bridge.close()
        workspace.close_audit_quietly()
        workspace.theme.close()
    if name == "docs":
        (ROOT / "docs" / "screens.md").write_text(_page(), encoding="utf-8")
        _report(out)
    return 0


def _report(out: Path) -> None:
    """The summary of a report on the audit of the pictures."""
    with tempfile.TemporaryDirectory() as folder:
        audit, file = Path(folder) / "Data centre North.bartizan", Path(folder) / "report.pdf"
        content = catalogue([checks_root()], None)
        sample.build(audit, content, 3).close()
        with closing(Audit.open(audit, content, readonly=True)) as opened:
            write_pdf(opened.document(), file)
        with closing(Pages(file)) as pages:
            number = next(number for number in range(len(pages)) if "Mend these first" in pages.text(number))
            drawn = pages.draw(number, _PAPER)
    size = (drawn.width, drawn.height)
    picture = Image.frombuffer("RGB", size, drawn.pixels, "raw", "BGRX", drawn.stride, 1)
    with_few_colours(picture).save(out / "report-summary.png", optimize=True)


def _page() -> str:
    """docs/screens.md: each picture in light and dark."""
    head = (
        "Every step in light and dark. `python tests/screenshots.py docs/images docs` takes these pictures and writes"
    )
    parts = [f"# Screens\n\n{head}\nthis page; `make screenshots` takes every state in every size, to look at.\n"]
    for file, text in DOCS.values():
        pictures = "\n".join(f"![{text}, {scheme}](images/{file}-{scheme}.png)" for scheme in ("light", "dark"))
        parts.append(f"## {text}\n\n{pictures}\n")
    return "\n".join(parts)


def with_few_colours(picture: Image.Image) -> Image.Image:
    """A picture of 256 colours, a third of the bytes; the commonest stay as they are, so grounds keep their tint."""
    commonest = sorted(picture.getcolors(picture.width * picture.height) or (), reverse=True)[:_EXACT]
    spread = picture.quantize(256 - _EXACT, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).getpalette() or []
    palette = Image.new("P", (1, 1))
    palette.putpalette([*(part for _, colour in commonest for part in colour), *spread[: 3 * (256 - _EXACT)]])
    return picture.quantize(palette=palette, dither=Image.Dither.NONE)


class _Tour:
    """Brings the window from state to state and saves each picture."""

    def __init__(self, window: MainWindow, folder: Path, out: Path, size: str) -> None:
        self.window = window
        self.workspace: Workspace = window.workspace
        self._folder = folder
        self._out = out
        self._size = size
        self._benchmark = catalogue([checks_root()], None)
        self._scheme = ""

    # --- the camera ---------------------------------------------------------------------------------------------

    def wait(self, holds: Callable[[], bool], limit: float = 60.0) -> None:
        """Run the event loop until something holds or the time is up."""
        end = time.monotonic() + limit
        while not holds() and time.monotonic() < end:
            QCoreApplication.processEvents()
            time.sleep(0.002)

    def take(self, name: str, widget: QWidget | None = None) -> None:
        """Save the window, or a dialog, once it has come to rest, or after a while if it never does."""
        picture = None
        self.wait(lambda: self.window.findChild(Held) is None)  # while colours change it is not painted
        for _ in range(_ROUNDS):
            before, picture = picture, (widget or self.window).grab().toImage()
            if picture == before:
                break
            self.wait(lambda: False, _SETTLE)
        path = self._out / f"{name}-{self._scheme}-{self._size}.png"
        if self._size == "docs":
            if name not in DOCS:
                return
            path = self._out / f"{DOCS[name][0]}-{self._scheme}.png"
        picture.save(str(path), "PNG")
        if self._size == "docs":
            with Image.open(path) as picture:
                few = with_few_colours(picture.convert("RGB"))
            few.save(path, optimize=True)

    @contextmanager
    def _audit(self, name: str, hosts: int = 3, *, answers: bool = True) -> Iterator[None]:
        path = self._folder / self._scheme / str(hosts) / name
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            sample.build(path, self._benchmark, hosts, answers=answers).close()
        self.workspace.open_audit(path)
        yield
        self.workspace.close_audit()

    def all(self, scheme: str) -> None:
        """Every state in that scheme."""
        self._scheme = scheme
        self.take("start-first-time")
        self._empty_audit()
        self._run()
        with self._audit("Data centre North.bartizan"):
            self._steps()
            self._chapter()
            self._review()
            self._hosts()
            self._dialogs()
        with self._audit("One host.bartizan", 1):
            self.window.navigator.go("4")
            self.take("chapter-4-one-host")
            self.window.navigator.go("review")
            self.take("review-one-host")
        with self._audit("Many hosts.bartizan", _MANY):
            self.window.navigator.go("4")
            self.take("chapter-4-many-hosts")
            self.window.navigator.go("hosts")
            self.take("hosts-many")
            self.window.navigator.go("review")
            self.take("review-many-hosts")
        self.workspace.settings.add_recent(self._folder / "moved" / "Audit of last year.bartizan")
        self.workspace.open_audit(self._folder / "damaged.bartizan")
        self.window.navigator.go("start")
        self.window.navigator.page.refresh()
        self.take("start")

    # --- states -------------------------------------------------------------------------------------------------

    def _empty_audit(self) -> None:
        folder = self._folder / self._scheme
        folder.mkdir(exist_ok=True)
        info = new_info("Data centre North", organisation="Example AG", auditor="Ada Lovelace")
        self.workspace.new_audit(folder / "Empty.bartizan", info)
        for step in ("scope", "hosts", "run", "4", "review", "export"):
            self.window.navigator.go(step)
            self.take(f"empty-{step}")
        self.workspace.close_audit()

    def _run(self) -> None:
        """This computer, and one that does not answer."""
        info = new_info("This computer", organisation="Example AG", auditor="Ada Lovelace")
        down = Target("lab3", "127.0.0.1", 9, "audit")
        self.workspace.new_audit(self._folder / self._scheme / "Run.bartizan", info, [local_target(), down])
        self.window.navigator.go("run")
        self.take("run-ready")
        self.workspace.start_run()
        self.wait(lambda: self.workspace.run is not None and self.workspace.run.share > 0.55)
        self.take("run-busy")
        self.wait(lambda: not self.workspace.running, _LIMIT)
        self.take("run-ended")
        self.workspace.close_audit()

    def _steps(self) -> None:
        for step in self.window.navigator.steps():
            self.window.navigator.go(step)
            if step == "scope":  # not the folder of these pictures: nobody else has it
                told = self.window.navigator.page.stored
                told.setText(told.text().replace(str(self.workspace.audit.path.parent), "/srv/audits"))
            self.take(f"chapter-{step}" if step[0].isdigit() else step)

    def _chapter(self) -> None:
        findings = self.workspace.findings()
        failing = next(one for one in findings if kind_of(one) is Kind.FAIL and one.measured.remediation)
        self.window.navigator.show_finding(failing.measured.item, failing.measured.target)
        self.window.workspace.turns.settle()
        page = self.window.navigator.page
        for tab, name in enumerate(("overview", "evidence", "remedy", "history")):
            page.detail.tabs.setCurrentIndex(tab)
            self.take(f"finding-{name}")
        page.detail.tabs.setCurrentIndex(0)
        page.begin_answer("waived")
        self.take("finding-answer")
        page.detail.form.clear()
        page.items.table.selectAll()
        self.take("chapter-selection")
        page.head.search.setText("nothing has this in it")
        page.refilter()
        self.take("chapter-nothing-found")
        page.head.search.clear()
        page.set_filters((Filter.FAILED,))
        self.take("chapter-filtered")
        page.set_filters(())

    def _review(self) -> None:
        old = self._folder / self._scheme / "earlier" / "Data centre North, spring.bartizan"
        if not old.exists():
            old.parent.mkdir(exist_ok=True)
            sample.build(old, self._benchmark, 2, answers=False).close()
        self.workspace.compare_with(old)
        self.wait(lambda: self.workspace.earlier is not None)
        self.window.navigator.go("review")
        page = self.window.navigator.page
        for tab, name in enumerate(("overview", "findings", "answers", "changes", "history")):
            page.tabs.setCurrentIndex(tab)
            self.take(f"review-{name}")
        page.tabs.setCurrentIndex(0)

    def _hosts(self) -> None:
        self.window.navigator.go("hosts")
        page = self.window.navigator.page
        page.table.selectRow(0)
        self.take("hosts-one")
        page.table.selectAll()
        self.take("hosts-several")
        page._close_side()
        question = Question("hv2", "192.0.2.11", "root", "", "", (Prompt("Verification code: ", echo=False),))
        over = threading.Event()
        self.workspace.questions._came(Asked(question, over, lambda _answers: None))
        self.take("hosts-question")
        self.workspace.questions.decline_all()

    def _dialogs(self) -> None:
        window = self.window
        window.navigator.go("4")
        self.workspace.settings.set_folder(Path("/srv"))
        report = crash_report(LookupError, LookupError("host"), None)
        for name, made in (
            ("settings", lambda: SettingsDialog(window)),
            ("help", lambda: HelpDialog(window, window, window.help_parts)),
            ("credentials", lambda: CredentialsDialog(window, self.workspace)),
            ("log", lambda: LogDialog(window)),
            ("about", lambda: AboutDialog(window)),
            ("crash", lambda: CrashDialog(report, window)),
        ):
            self._dialog(name, made())
        preview = PreviewDialog(window)
        preview.show()
        self.wait(lambda: any(not one.pixmap().isNull() for one in preview.findChildren(QLabel)), 60)
        self._dialog("preview", preview)

    def _dialog(self, name: str, dialog: QDialog) -> None:
        dialog.show()
        self.wait(self.workspace.bridge.idle, 10)
        self.take(f"dialog-{name}", dialog)
        dialog.close()
        dialog.deleteLater()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
