import re
from itertools import product

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from ui.icons import ICONS
from ui.theme import STYLES, Scheme, Theme, load_tokens, saved_scheme
from ui.widgets.badge import TONES

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
