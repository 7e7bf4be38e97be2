"""The look of the program: one palette and one style sheet made from the tokens in ``resources/styles``.

Fusion draws the controls everywhere (ui/main.py asks Qt for it), because the styles of the systems differ in what a
style sheet may change; the system's own light or dark setting is only read, and followed live.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import cached_property
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, QSettings, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from ui.held import Held
from ui.stamps import Stamps, ahead
from ui.tokens import STYLES, load_tokens

if TYPE_CHECKING:
    from ui.icons import Icons

_BARE = {"DejaVu Sans", "Bitstream Vera Sans", "Sans Serif", "Sans", "Droid Sans Fallback", ""}
_ROLES = {
    "Window": "window", "WindowText": "text", "Base": "surface", "AlternateBase": "sunken", "Text": "text",
    "Button": "surface", "ButtonText": "text", "BrightText": "fail", "Highlight": "selection",
    "HighlightedText": "text", "ToolTipBase": "surface", "ToolTipText": "text", "PlaceholderText": "muted",
    "Link": "accent", "LinkVisited": "accent", "Accent": "accent", "Light": "surface", "Midlight": "hover",
    "Mid": "border", "Dark": "outline", "Shadow": "border",
}  # fmt: skip
SYSTEM_DARK = "view/system-dark"  # of the settings: the next start shows no other colours first
_BARE_POINTS = 10.0  # text size where no desktop says one
_SLICE = 0.005  # seconds of a change of colours in one go
_LARGE = 100  # widgets: a part with more takes longer than that by itself, and has a turn of its own
_PAUSE = 20  # milliseconds between two hidden parts of a window that follow it
_HALF = 128  # of lightness, 0 to 255
_ALIKE = 0.05  # points: less is the same size


class Scheme(StrEnum):
    """What a person may choose in the View menu."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """The scheme in force; widgets that paint themselves ask it for colours at every paint."""

    changed = Signal()
    text_resized = Signal()  # by the system

    def __init__(
        self,
        app: QApplication,
        choice: Scheme = Scheme.SYSTEM,
        parent: QObject | None = None,
        *,
        system_dark: bool | None = None,
    ) -> None:
        super().__init__(parent)
        self._system_dark = system_dark  # as the desktop's portal says; None: as Qt says
        self._qt_dark = _is_dark(app.palette())  # what Qt gave it; to ask for the scheme loads 20 ms of names
        self._app = app
        self._all = load_tokens()
        self._choice = choice
        self._roots: list[QWidget] = []
        self._behind: list[QWidget] = []  # parts of windows still in the look before
        self._held: dict[QWidget, Held] = {}  # windows that are not painted until what is seen of them has the new one
        self._undrawn: list[Callable[[], object]] = []  # what draws ahead what is seen of them
        self._sheet = ""
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.timeout.connect(self._go_on)
        self.tokens = self._all["light"]
        self._colours: dict[str, QColor] = {}
        self.stamps = Stamps()
        self._fonts: dict[tuple[str, QFont.Weight], QFont] = {}
        self._mono: QFont | None = None
        self._base_points = 0.0  # until the first window is dressed
        app.styleHints().colorSchemeChanged.connect(self._scheme_changed)
        app.fontChanged.connect(self._font_changed)
        self._apply()

    @cached_property
    def icons(self) -> Icons:
        """Icons in the colours of the scheme in force."""
        from ui.icons import Icons  # noqa: PLC0415 - not before the first window

        return Icons(self.colour)

    def load_fonts(self) -> None:
        """Before the first text is measured: a widget keeps the font that it was born with."""
        if not self._base_points:
            self._base_points = self._load_fonts()

    def dress(self, root: QWidget) -> None:
        """Put the style sheet on a window or a part of one, now and at each change.

        Not on the application: a page that is built without a parent is then styled once, and not again at each level
        of its layout (130 ms against 50 for a chapter). And not on the main window but on its parts, none within
        another: all its pages at once would take half a second, so those that nobody sees follow bit by bit
        (``catch_up``). What is seen follows in the next turns, and the window is painted when all of it has: until
        then it stays as it was, so that it never shows half a change.
        """
        self.load_fonts()
        root.setFont(self.font())  # and what stands in it: some desktops have fonts of their own for buttons or tables
        self._roots.append(root)
        root.setStyleSheet(self.style_sheet())
        root.destroyed.connect(lambda: self._forget(root))

    def catch_up(self, within: QWidget) -> None:
        """What nobody saw comes on screen: the change that it and its parts missed, if there was one."""
        while self.catch_up_some(within):
            pass

    def catch_up_some(self, within: QWidget) -> bool:
        """The same for as long as a screen can wait; False: there was nothing to catch up with."""
        missed = [root for root in self._behind if root is within or within.isAncestorOf(root)]
        self._restyle_some(missed)
        return bool(missed)

    def _restyle_some(self, roots: Sequence[QWidget]) -> None:
        end = monotonic() + _SLICE
        for root in roots:
            self._behind.remove(root)
            if root.font() != self.font():
                root.setFont(self.font())
            root.setStyleSheet(self.style_sheet())
            if monotonic() > end:
                return

    def _forget(self, root: QWidget) -> None:
        for roots in (self._roots, self._behind):
            if root in roots:
                roots.remove(root)

    @Slot()
    def _go_on(self) -> None:
        """Some more parts, or the painting of those that are seen; then the screen gets its turn."""
        seen = [root for root in self._behind if not _hidden_part(root)]
        if seen or not self._held:
            self._restyle_some(seen or self._behind[:])
        elif self._undrawn:
            self._draw_some()
        else:
            self._release()
        self._start_turn()

    def _draw_some(self) -> None:
        """Nothing was drawn in this look before: all of a window at once would take long."""
        end = monotonic() + _SLICE
        while self._undrawn and monotonic() < end:
            self._undrawn.pop()()

    def _release(self) -> None:
        self._undrawn.clear()
        while self._held:
            self._held.popitem()[1].release()

    def _start_turn(self) -> None:
        """What is seen follows at once, what nobody sees in its own time."""
        if self._held or self._behind:
            self._turn.start(0 if self._held else _PAUSE)

    def close(self) -> None:
        """The program ends: let go of the system's signal."""
        self._turn.stop()
        self._release()
        self.icons.drop()
        self.stamps.drop()
        self._app.styleHints().colorSchemeChanged.disconnect(self._scheme_changed)
        self._app.fontChanged.disconnect(self._font_changed)
        self._app.setPalette(QPalette())  # the system's again

    # --- what widgets ask ---------------------------------------------------------------------------------------

    def colour(self, name: str) -> QColor:
        """The colour of that token; KeyError is a bug."""
        found = self._colours.get(name)
        if found is None:
            found = self._colours[name] = QColor(self.tokens.colours[name])
        return found

    def space(self, name: str) -> int:
        return self.tokens.space[name]

    def points(self, name: str) -> float:
        """Text size of that step of the type scale, in points."""
        self.load_fonts()
        return self._base_points * self.tokens.type[name]

    def scaled(self, pixels: int) -> int:
        """What is so high or wide at the usual text size, for the text size of the system."""
        return round(pixels * max(1.0, self.points("body") / _BARE_POINTS))

    def font(self, name: str = "body", weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """The font of that step of the type scale, not to be changed: one for all, since Qt looks a new one up anew."""
        found = self._fonts.get((name, weight))
        if found is None:
            self.load_fonts()  # or it would be the one from before
            found = self._fonts[name, weight] = QFont(self._app.font())
            found.setPointSizeF(self.points(name))
            found.setWeight(weight)
        return found

    def mono(self, name: str = "body") -> QFont:
        """The font of evidence and commands: the system's, or the shipped one where the system names none."""
        from PySide6.QtGui import QFontDatabase  # noqa: PLC0415 - not before the first window

        if self._mono is None:
            self._mono = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
            if self._mono.family() in {"monospace", "Monospace", ""}:
                QFontDatabase.addApplicationFont(str(STYLES.parent / "fonts" / "DejaVuSansMono.ttf"))
                self._mono = QFont("DejaVu Sans Mono")
            self._mono.setStyleHint(QFont.StyleHint.Monospace)
        font = QFont(self._mono)
        font.setPointSizeF(self.points(name))
        return font

    @property
    def choice(self) -> Scheme:
        return self._choice

    def choose(self, choice: Scheme) -> None:
        """Follow the system, or hold to light or dark."""
        self._choice = choice
        self._apply()

    # --- how it gets on screen ----------------------------------------------------------------------------------

    def follow_system(self, *, dark: bool | None) -> None:
        """What the system wants, from who has asked it; None: it says nothing, and Qt is asked."""
        self._system_dark = dark
        self._system_changed()

    @Slot()
    def _scheme_changed(self) -> None:
        """Qt has heard that the system wants other colours."""
        from PySide6.QtCore import Qt  # noqa: PLC0415 - not before the first window

        self._qt_dark = self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        self._system_changed()

    def _system_changed(self) -> None:
        if self._choice is Scheme.SYSTEM and self._wants_dark() != self.tokens.dark:
            self._apply()

    def _wants_dark(self) -> bool:
        if self._choice is not Scheme.SYSTEM:
            return self._choice is Scheme.DARK
        return self._qt_dark if self._system_dark is None else self._system_dark

    @Slot()
    def _font_changed(self) -> None:
        """Follow the system's text size, once a size is in use."""
        self._fonts.clear()
        self.stamps.drop()
        if not self._base_points or abs(self._app.font().pointSizeF() - self._base_points) < _ALIKE:
            return
        self._base_points, self._mono = 0.0, None
        self.load_fonts()
        self._apply()
        self.text_resized.emit()

    def _apply(self) -> None:
        self.tokens = self._all["dark" if self._wants_dark() else "light"]
        self._colours.clear()
        self.stamps.drop()
        self._app.setPalette(self._palette())
        self._sheet = ""
        self._behind = sorted(self._roots, key=lambda root: (_hidden_part(root), _is_large(root)))
        seen = [root for root in self._behind if not _hidden_part(root)]
        self._restyle_some([root for root in seen if not _is_large(root)])
        for root in seen:
            if root in self._behind and root.window() not in self._held:
                self._held[root.window()] = Held(root.window())
        drawn = [root for root in seen if root.parent() is not None and root.window() in self._held]
        self._undrawn = [bit for root in drawn for bit in ahead(root)]
        self._start_turn()
        self.changed.emit()

    def _palette(self) -> QPalette:
        palette = QPalette()
        roles = QPalette.ColorRole
        for role, name in _ROLES.items():
            palette.setColor(roles[role], self.colour(name))
        for role in ("WindowText", "Text", "ButtonText"):
            palette.setColor(QPalette.ColorGroup.Disabled, roles[role], self.colour("disabled"))
        return palette

    def style_sheet(self) -> str:
        """The style sheet of the scheme in force."""
        if not self._sheet:
            self._sheet = self._make_sheet()
        return self._sheet

    def _make_sheet(self) -> str:
        tokens = self.tokens
        values: dict[str, str] = dict(tokens.colours)
        values |= {f"radius-{name}": str(value) for name, value in tokens.radius.items()}
        values |= {f"font-{name}": f"{self.points(name):.2f}" for name in tokens.type}
        for name in ("chevron-down", "check"):  # a style sheet can only name files, so these two are there tinted
            values[name] = (STYLES / f"{name}-{tokens.scheme}.svg").as_posix()
        text = (STYLES / "app.qss").read_text(encoding="utf-8")
        return re.sub(r"@([a-z_]+(?:-[a-z]+)?)", _lookup(values), text)

    def _load_fonts(self) -> float:
        """Load the font of the program where it is needed; the size of the base text in points.

        A desktop says which font it wants and gets it. Without one (bare X, offscreen) Qt falls back to a font that
        reads badly in small sizes: there the shipped one is taken.
        """
        from PySide6.QtGui import QFontDatabase  # noqa: PLC0415 - not before the first window

        font = QFont(self._app.font())
        points = font.pointSizeF() if font.pointSizeF() > 0 else _BARE_POINTS
        if font.family() in _BARE:  # asking QFontInfo what stands behind a name costs 15 ms
            for path in sorted((STYLES / "fonts").glob("*.otf")):
                QFontDatabase.addApplicationFont(str(path))
            font = QFont("Inter")
            points = max(points, _BARE_POINTS)
            font.setPointSizeF(points)
            font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            self._app.setFont(font)
        return points


def _is_dark(palette: QPalette) -> bool:
    return palette.window().color().lightness() < _HALF


def _hidden_part(root: QWidget) -> bool:
    """Whether it is a part of a window that nobody sees just now."""
    return root.parent() is not None and not root.isVisible()


def _is_large(root: QWidget) -> bool:
    """Whether a change of its look is a matter of tens of milliseconds."""
    return len(root.findChildren(QWidget)) > _LARGE


def _lookup(values: dict[str, str]) -> Callable[[re.Match[str]], str]:
    def value(match: re.Match[str]) -> str:
        name = match.group(1)
        if name in values:
            return values[name]
        # "@font-bodypt" and "@radius-lpx": the unit stands right behind the name
        for unit in ("pt", "px"):
            if name.endswith(unit) and name.removesuffix(unit) in values:
                return values[name.removesuffix(unit)] + unit
        raise KeyError(name)

    return value


def saved_system_dark(settings: QSettings) -> bool | None:
    """What the system wanted when it was last asked, until it says so again; None: nothing is known."""
    return {"true": True, "false": False}.get(str(settings.value(SYSTEM_DARK)).lower())


def saved_scheme(settings: QSettings) -> Scheme:
    """The choice of an earlier session; anything unreadable counts as none."""
    value = settings.value("view/scheme", Scheme.SYSTEM.value)
    if isinstance(value, QByteArray):
        value = bytes(value.data()).decode("utf-8", "replace")
    try:
        return Scheme(str(value))
    except ValueError:
        return Scheme.SYSTEM
