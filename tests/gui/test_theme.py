import re
from itertools import product

import pytest
from PySide6.QtCore import QRectF, QSettings, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPalette
from PySide6.QtWidgets import QFileDialog, QToolButton, QWidget

from app.screen.presentation import Kind
from ui.held import Held
from ui.icons import ICONS
from ui.theme import _ROLES, Scheme, Theme, saved_scheme
from ui.tokens import STYLES, load_tokens
from ui.widgets.badge import TONES, paint_shape
from ui.words import kind_word

GROUNDS = ("window", "surface", "sunken", "hover", "selection")
TEXTS = ("text", "muted")
# (ink, ground): what else is written on what
PAIRS = [
    ("accent_text", "accent"), ("accent_text", "accent_hover"), ("accent_text", "accent_pressed"),
    ("accent", "surface"), ("accent", "window"), ("accent", "accent_soft"), ("text", "accent_soft"),
    ("code_text", "code"), ("code_text", "sunken"), ("highlight_text", "highlight"),
    ("fail", "surface"), ("pass", "surface"), ("error", "surface"), ("waiting", "surface"), ("fail", "selection"),
    ("pass", "selection"), ("waiting", "selection"), ("muted", "neutral_soft"),
    ("text", "pass_soft"), ("text", "fail_soft"), ("text", "error_soft"), ("text", "unknown_soft"),
    ("text", "waiting_soft"), ("text", "neutral_soft"),
]  # fmt: skip


def luminance(colour: QColor) -> float:
    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(QColor(one)), luminance(QColor(other))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_can_be_read(scheme):
    colours = load_tokens()[scheme].colours
    badges = [(tone, ground or "surface") for tone, ground in TONES.values()]
    wrong = [
        f"{ink} on {ground}: {contrast(colours[ink], colours[ground]):.2f}"
        for ink, ground in [*product(TEXTS, GROUNDS), *PAIRS, *badges]
        if contrast(colours[ink], colours[ground]) < 4.5
    ]
    assert not wrong


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_borders_of_controls_and_the_focus_ring_can_be_seen(scheme):
    colours = load_tokens()[scheme].colours
    wrong = [
        f"{line} on {ground}: {contrast(colours[line], colours[ground]):.2f}"
        for line, ground in product(("outline", "focus"), ("surface", "window"))
        if contrast(colours[line], colours[ground]) < 3
    ]
    assert not wrong


def test_both_schemes_name_the_same_colours():
    tokens = load_tokens()
    assert tokens["light"].colours.keys() == tokens["dark"].colours.keys()


def test_the_style_sheet_has_no_token_left(theme):
    for scheme in (Scheme.LIGHT, Scheme.DARK):
        theme.choose(scheme)
        assert "@" not in theme.style_sheet()


def test_colours_stand_only_in_the_tokens():
    assert not re.findall(r"#[0-9a-fA-F]{3,8}\b", (STYLES / "app.qss").read_text())


def test_a_change_reaches_windows_and_painters(theme, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    theme.dress(window)
    light = theme.colour("surface").name()
    with qtbot.waitSignal(theme.changed):
        theme.choose(Scheme.DARK)
    assert theme.colour("surface").name() != light
    assert theme.colour("surface").name() in window.styleSheet()


def test_parts_that_nobody_sees_follow_a_change_bit_by_bit_or_when_they_are_wanted(theme, qtbot, until):
    window = QWidget()
    qtbot.addWidget(window)
    seen, hidden, wanted = QWidget(window), QWidget(window), QWidget(window)
    for part in (seen, hidden, wanted):
        theme.dress(part)
    hidden.hide()
    wanted.hide()
    window.show()
    before = theme.style_sheet()
    theme.choose(Scheme.DARK)
    assert theme.style_sheet() != before
    assert seen.styleSheet() == theme.style_sheet()
    assert hidden.styleSheet() == wanted.styleSheet() == before
    theme.catch_up(wanted)
    assert wanted.styleSheet() == theme.style_sheet()
    until(lambda: hidden.styleSheet() == theme.style_sheet())


def test_a_large_part_that_is_seen_follows_in_a_turn_of_its_own_and_its_window_is_painted_when_all_have_the_new_look(
    theme, qtbot, until
):
    window = QWidget()
    qtbot.addWidget(window)
    large, gone = QWidget(window), QWidget(window)
    for part in (large, gone):
        for _ in range(150):
            QWidget(part)
        theme.dress(part)
    window.show()
    before = theme.style_sheet()
    theme.choose(Scheme.DARK)
    assert large.styleSheet() == before
    assert window.findChild(Held) is not None
    gone.setParent(None)
    gone.deleteLater()
    until(lambda: window.findChild(Held) is None)
    assert large.styleSheet() == theme.style_sheet() != before
    theme.choose(Scheme.LIGHT)
    theme.choose(Scheme.DARK)
    theme.catch_up(large)
    until(lambda: window.findChild(Held) is None)
    assert large.styleSheet() == theme.style_sheet()


def test_a_window_that_was_held_is_painted_and_goes_on_being_painted(theme, qtbot, until):
    class Told(QWidget):
        painted = 0

        def paintEvent(self, _event):  # noqa: N802 - Qt's name
            self.painted += 1

    window = QWidget()
    qtbot.addWidget(window)
    part = Told(window)
    part.resize(50, 50)
    theme.dress(part)
    window.show()
    until(lambda: part.painted > 0)
    window.update()  # falls due while it is held
    held, again = Held(window), Held(window)
    before = part.painted
    part.update()
    qtbot.wait(20)
    held.release()
    qtbot.wait(20)
    assert part.painted == before
    part.grab()
    assert part.painted > before  # for what is not the screen it paints all the same
    before = part.painted
    again.release()
    until(lambda: part.painted > before)
    before = part.painted
    window.update()
    until(lambda: part.painted > before)


def test_icons_take_the_colour_of_the_scheme(theme):
    def colours(name: str) -> set[str]:
        image = theme.icons.icon(name, "accent").pixmap(48, 48).toImage()
        return {
            QColor(image.pixel(x, y)).name()
            for x in range(48)
            for y in range(48)
            if image.pixelColor(x, y).alpha() > 250
        }

    light = colours("square")
    assert theme.colour("accent").name() in light
    theme.choose(Scheme.DARK)
    assert theme.colour("accent").name() in colours("square")


def test_every_icon_that_is_named_is_there():
    sources = "".join(path.read_text() for path in (STYLES.parent.parent / "ui").rglob("*.py"))
    named = set(
        re.findall(
            r"""icon(?:s\.icon|s\.pixmap|s\.file|_button)?\(?(?:=|theme, |self\.theme, )?"([a-z0-9-]+)\"""", sources
        )
    )
    assert len(named) > 10
    assert not [name for name in named if not (ICONS / f"{name}.svg").exists()]


@pytest.mark.parametrize("value", ["", "purple", "7"])
def test_a_damaged_choice_counts_as_none(tmp_path, value):
    store = QSettings(str(tmp_path / "a.ini"), QSettings.Format.IniFormat)
    store.setValue("view/scheme", value)
    assert saved_scheme(store) is Scheme.SYSTEM


def test_text_follows_the_size_of_the_system(qapp):
    before = qapp.font()
    try:
        font = qapp.font()
        font.setPointSizeF(18)
        qapp.setFont(font)
        theme = Theme(qapp, Scheme.LIGHT)
        assert theme.points("body") == pytest.approx(18)
        theme.close()
    finally:
        qapp.setFont(before)


RULES = re.compile(r"([^{}]+)\{([^{}]*)\}")
DEFAULT_GROUNDS = ("window", "surface", "sunken")  # pages, cards, and what lies deeper
# Colours of their own ground, which no rule names beside them: evidence, and pictures of paper.
OWN_GROUND = {"code_text": ("code", "sunken")}


def rules() -> list[tuple[str, dict[str, str]]]:
    text = re.sub(r"/\*.*?\*/", "", (STYLES / "app.qss").read_text(), flags=re.DOTALL)
    return [
        (selector.strip(), dict(pair.strip().split(": ", 1) for pair in body.split(";") if ": " in pair))
        for selector, body in RULES.findall(text)
    ]


def token(value: str | None) -> str:
    """The colour token in a value of the style sheet, or nothing."""
    found = re.search(r"@([a-z_]+)(?![a-z_-])", value or "")
    return found.group(1) if found else ""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_rule_of_the_style_sheet_can_be_read(scheme):
    colours = load_tokens()[scheme].colours
    wrong, looked_at = [], 0
    palette = ("the palette", {"color": f"@{_ROLES['WindowText']}"})  # what no rule gives another colour
    for selector, rule in (*rules(), palette):
        if ":disabled" in selector:  # what can't be used needs no contrast (WCAG 2.2, 1.4.3), and says why elsewhere
            continue
        for ink, ground in (("color", "background"), ("selection-color", "selection-background-color")):
            text = token(rule.get(ink))
            if not text:
                continue
            behind = token(rule.get(ground))
            for one in (behind,) if behind else OWN_GROUND.get(text, DEFAULT_GROUNDS):
                looked_at += 1
                if contrast(colours[text], colours[one]) < 4.5:
                    wrong.append(f"{selector}: {text} on {one} {contrast(colours[text], colours[one]):.2f}")
    assert looked_at > 60
    assert not wrong


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_shapes_and_bars_can_be_told_from_their_ground(scheme):
    colours = load_tokens()[scheme].colours
    pairs = [
        *((tone, ground) for tone, _ in TONES.values() for ground in ("surface", "sunken", "selection", "hover")),
        *(("scroll", ground) for ground in DEFAULT_GROUNDS),
        *(("accent", ground) for ground in ("surface", "sunken", "chart_track")),
        *(("focus", ground) for ground in ("surface", "window", "sunken", "selection")),
    ]
    assert not [
        f"{one} on {ground}: {contrast(colours[one], colours[ground]):.2f}"
        for one, ground in pairs
        if contrast(colours[one], colours[ground]) < 3
    ]


def test_no_two_results_have_one_shape_and_one_word():
    """What a result is never hangs on its colour."""
    said = {(kind_word(kind), shape(kind)) for kind in TONES}
    assert len(said) == len(TONES)
    assert all(word for word, _ in said)


def shape(kind: Kind) -> bytes:
    """A badge's shape in one colour."""
    image = QImage(28, 28, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    paint_shape(painter, QRectF(0, 0, 28, 28), kind, _Mono())
    painter.end()
    return bytes(image.constBits())


class _Mono:
    def colour(self, name: str) -> QColor:
        return QColor("white") if name == "surface" else QColor("black")


def test_the_systems_setting_is_followed_while_the_program_runs(qapp, qtbot, monkeypatch):
    theme = Theme(qapp, Scheme.SYSTEM)
    wanted = [Qt.ColorScheme.Dark]
    hints = qapp.styleHints()
    monkeypatch.setattr(type(hints), "colorScheme", lambda _self: wanted[0])
    hints.colorSchemeChanged.emit(wanted[0])
    assert theme.tokens.dark
    wanted[0] = Qt.ColorScheme.Light
    hints.colorSchemeChanged.emit(wanted[0])
    assert not theme.tokens.dark
    theme.choose(Scheme.LIGHT)
    wanted[0] = Qt.ColorScheme.Dark
    hints.colorSchemeChanged.emit(wanted[0])
    assert not theme.tokens.dark
    theme.close()


def test_the_first_window_has_the_colours_of_the_palette_that_the_system_gave(qapp):
    for ground, dark in (("black", True), ("white", False)):
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Window, QColor(ground))
        qapp.setPalette(palette)
        theme = Theme(qapp, Scheme.SYSTEM)
        assert theme.tokens.dark is dark
        theme.close()
        assert qapp.palette().window().color() != theme.colour("window")  # what it had set is gone with it


def test_nothing_moves_by_itself():
    """No animation of ours; those of the style follow the system's setting."""
    sources = "".join(path.read_text() for path in (STYLES.parent.parent / "ui").rglob("*.py"))
    assert not re.findall(r"QPropertyAnimation|QVariantAnimation|QTimeLine|QMovie|setAnimated\(True\)", sources)


def test_the_buttons_of_the_toolkits_own_file_dialog_show_their_icons(theme, qtbot):
    """Shown where a desktop has none of its own; the room around the words of other buttons left specks of them."""
    host = QWidget()
    qtbot.addWidget(host)
    theme.dress(host)
    host.show()
    dialog = QFileDialog(host)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.show()
    up = dialog.findChild(QToolButton, "toParentButton")
    picture = up.grab().toImage()
    ground = picture.pixel(4, picture.height() // 2)  # inside of the border
    inner = range(6, picture.width() - 6)
    seen = [x for x in inner for y in range(6, picture.height() - 6) if picture.pixel(x, y) != ground]
    assert max(seen) - min(seen) >= 10
    dialog.close()
