"""Light, dark and the size of text as a desktop's settings portal says them, on a session bus of its own."""

import subprocess
import sys
import textwrap

import pytest

pytestmark = pytest.mark.real

# A portal with these settings; a line to it is a change: what, and a number.
PORTAL = """
import sys, threading
from jeepney import DBusAddress, HeaderFields, MessageType, message_bus, new_error, new_method_return, new_signal
from jeepney.io.blocking import Proxy, open_dbus_connection
bus = open_dbus_connection(bus="SESSION")
Proxy(message_bus, bus).RequestName("org.freedesktop.portal.Desktop")
PLACES = {"color-scheme": ("org.freedesktop.appearance", "u", int),
          "text-scaling-factor": ("org.gnome.desktop.interface", "d", float)}
said = dict(one.split("=") for one in sys.argv[1:])
me = DBusAddress("/org/freedesktop/portal/desktop", interface="org.freedesktop.portal.Settings")
def changes():
    for line in sys.stdin:
        key, value = line.split()
        namespace, sign, kind = PLACES[key]
        bus.send(new_signal(me, "SettingChanged", "ssv", ("org.example", key, (sign, kind(0)))))  # of another one
        bus.send(new_signal(me, "SettingChanged", "ssv", (namespace, key, (sign, kind(value)))))
threading.Thread(target=changes, daemon=True).start()
print("ready", flush=True)
while True:
    message = bus.receive(timeout=60)
    if message.header.message_type is not MessageType.method_call:
        continue
    if message.header.fields.get(HeaderFields.member) == "Read" and message.body[1] in said:
        namespace, sign, kind = PLACES[message.body[1]]
        assert message.body[0] == namespace
        value = kind(said[message.body[1]])
        bus.send(new_method_return(message, "v", (("v", (sign, value)),)))
    else:
        bus.send(new_error(message, "org.freedesktop.portal.Error.NotFound", "s", ("Requested setting not found",)))
"""

CLIENT = """
import subprocess, sys, time
from PySide6.QtCore import QSettings
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
portal = None
if sys.argv[2:] != ["none"]:
    portal = subprocess.Popen([sys.executable, "-c", sys.argv[1], *sys.argv[2:]], stdin=subprocess.PIPE,
                              stdout=subprocess.PIPE, text=True)
    assert portal.stdout.readline() == "ready\\n"
from ui import portal as heard
from ui.settings import Settings
from ui.theme import SYSTEM_DARK, Scheme, Theme, saved_system_dark
app = QApplication(["bartizan", "-platform", "offscreen"])
settings = Settings(QSettings(sys.stdin.readline().strip(), QSettings.Format.IniFormat))
theme = Theme(app, Scheme.SYSTEM, system_dark=saved_system_dark(settings.store))
theme.load_fonts()
def dark():
    print("dark" if theme.tokens.dark else "light", repr(settings.text(SYSTEM_DARK)))
def until(holds):
    end = time.monotonic() + 20
    while not holds() and time.monotonic() < end:
        app.processEvents()
        time.sleep(0.005)
def change(what, value):
    print(what, value, file=portal.stdin, flush=True)
"""

FOLLOWED = """
dark()
kept = heard.follow(theme, settings)
until(lambda: theme.tokens.dark)
dark()
change("color-scheme", 2)
until(lambda: not theme.tokens.dark)
dark()
theme.choose(Scheme.LIGHT)
change("color-scheme", 1)
until(lambda: settings.text(SYSTEM_DARK) == "true")
dark()  # what a person chose holds
theme.choose(Scheme.SYSTEM)
dark()
change("color-scheme", 0)
until(lambda: settings.text(SYSTEM_DARK) == "")
dark()
"""

KNOWN = """
settings.set_text(SYSTEM_DARK, "true")
theme = Theme(app, Scheme.SYSTEM, system_dark=saved_system_dark(settings.store))
dark()  # before anything was asked
kept = heard.follow(theme, settings)
until(lambda: not theme.tokens.dark)
dark()  # there is no portal any more
"""

SIZES = """
before = app.font().pointSizeF()
QGuiApplication.platformName = staticmethod(lambda: sys.argv[3].split("=")[1] and "wayland")
kept = heard.follow(theme, settings)
for factor in (None, 2.0, 9.0, 1.0):
    if factor is not None:
        change("text-scaling-factor", factor)
    wanted = before * min(factor or 1.5, 3.0)
    until(lambda: abs(app.font().pointSizeF() - wanted) < 0.1)
    print(round(app.font().pointSizeF() / before, 2), round(theme.points("body") / before, 2))
"""


def said(script, tmp_path, *settings):
    """What the client prints."""
    code = textwrap.dedent(CLIENT) + script + "theme.close()\nif portal: portal.kill()\n"
    run = ["dbus-run-session", "--", sys.executable, "-c", code, PORTAL, *settings]
    done = subprocess.run(
        run, input=f"{tmp_path}/settings.ini\n", capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_light_and_dark_follow_the_portal_while_the_program_runs(tmp_path):
    assert said(FOLLOWED, tmp_path, "color-scheme=1") == [
        "light ''",
        "dark 'true'",
        "light 'false'",
        "light 'true'",
        "dark 'true'",
        "light ''",
    ]


def test_what_the_portal_said_last_holds_until_it_is_asked(tmp_path):
    assert said(KNOWN, tmp_path, "none") == ["dark 'true'", "light ''"]


def test_the_size_of_text_follows_the_portal_where_qt_does_not_know_it(tmp_path):
    found = said(SIZES, tmp_path, "color-scheme=0", "text-scaling-factor=1.5")
    assert [line.split()[0] for line in found] == ["1.5", "2.0", "3.0", "1.0"]
    assert all(len(set(line.split())) == 1 for line in found)


def test_without_a_session_bus_no_one_is_asked(monkeypatch, theme, settings):
    from ui import portal  # noqa: PLC0415 - after the platform was chosen

    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    assert portal.follow(theme, settings) is None
