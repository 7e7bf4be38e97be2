"""What the desktop is told of a run, on a session bus of its own with a notification service that writes down."""

import subprocess
import sys
import textwrap

import pytest

pytestmark = pytest.mark.real

# The service: prints what it is told; able to what its arguments name. A line to it is a click.
SERVICE = """
import sys, threading
from jeepney import (DBusAddress, HeaderFields, MatchRule, message_bus, new_method_return, new_signal)
from jeepney.io.blocking import Proxy, open_dbus_connection
bus = open_dbus_connection(bus="SESSION")
words = Proxy(message_bus, bus)
words.RequestName("org.freedesktop.Notifications")
words.AddMatch(MatchRule(type="signal", interface="com.canonical.Unity.LauncherEntry"))
me = DBusAddress("/org/freedesktop/Notifications", interface="org.freedesktop.Notifications")
def clicks():
    for line in sys.stdin:
        number, what = line.split()
        bus.send(new_signal(me, "ActivationToken", "us", (int(number), "a-token")))
        bus.send(new_signal(me, "ActionInvoked", "us", (int(number), what)))
threading.Thread(target=clicks, daemon=True).start()
shown = 0
print("ready", flush=True)
while True:
    message = bus.receive(timeout=40)
    member = message.header.fields.get(HeaderFields.member)
    if member == "GetCapabilities":
        bus.send(new_method_return(message, "as", (sys.argv[1:],)))
    elif member == "Notify":
        program, before, icon, title, text, actions, hints, lasts = message.body
        shown = before or shown + 1
        print("notify", before, title, "|", text, "|", actions, hints["desktop-entry"][1], flush=True)
        print("icon", icon.startswith("file:///") and icon.endswith(".png"), flush=True)
        bus.send(new_method_return(message, "u", (shown,)))
    elif member == "CloseNotification":
        print("close", *message.body, flush=True)
        bus.send(new_method_return(message))
    elif member == "Update":
        uri, progress = message.body
        print("update", uri, progress["progress"][1], progress["progress-visible"][1], flush=True)
"""

CLIENT = """
import os, subprocess, sys, time
able = sys.argv[2:]
service = subprocess.Popen([sys.executable, "-c", sys.argv[1], *able], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                           text=True)
assert service.stdout.readline() == "ready\\n"
from PySide6.QtWidgets import QApplication, QWidget
from ui.desktop import Desktop
app = QApplication(["bartizan", "-platform", "offscreen"])
window = QWidget()
desktop = Desktop(window, lambda job, done: done(job()))
def heard(lines=1):
    for _ in range(lines):
        print(service.stdout.readline(), end="")
def click(what):
    print(what, file=service.stdin, flush=True)
    end = time.monotonic() + 20
    while not window.isActiveWindow() and time.monotonic() < end and what.endswith("1 default"):
        app.processEvents()
    for _ in range(20):
        app.processEvents()
        time.sleep(0.01)
    print("front", window.isActiveWindow(), os.environ.get("XDG_ACTIVATION_TOKEN"))
"""

TOLD = """
desktop.progress(0.501)
desktop.progress(0.5012)  # the same percent: not said again
desktop.run_ended("The run has ended", "hv<1> & hv2")
heard(4)
desktop.run_ended("The run has ended", "again")  # in place of the first
heard(2)
"""

CLICKED = """
desktop.tell("A host asks", "")
heard(2)
click("7 default")  # another program's
click("1 other")
click("1 default")
heard()  # nobody needs it any more
"""


def said(script, *able):
    """What service and client print."""
    code = textwrap.dedent(CLIENT) + script + "service.kill()\n"
    run = ["dbus-run-session", "--", sys.executable, "-c", code, SERVICE, *able]
    done = subprocess.run(run, capture_output=True, text=True, timeout=90, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@pytest.mark.parametrize(
    ("able", "text", "actions"),
    [
        ([], "hv<1> & hv2", []),
        (["body", "body-markup"], "hv&lt;1&gt; &amp; hv2", []),
        (["body", "actions"], "hv<1> & hv2", ["default", "The run has ended"]),
    ],
)
def test_a_run_is_told_to_launcher_and_notifications(able, text, actions):
    assert said(TOLD, *able) == [
        "update application://bartizan.desktop 0.5 True",
        "update application://bartizan.desktop 0.0 False",
        f"notify 0 The run has ended | {text} | {actions} bartizan",
        "icon True",
        f"notify 1 The run has ended | again | {actions} bartizan",
        "icon True",
    ]


def test_a_click_brings_the_window_to_the_front_and_its_word_goes():
    assert said(CLICKED, "actions")[2:] == [
        "front False None",
        "front False None",
        "front True a-token",
        "close 1",
    ]


def test_without_a_session_bus_nothing_is_sent_and_nothing_breaks(qtbot, monkeypatch):
    from PySide6.QtWidgets import QWidget  # noqa: PLC0415 - after the platform was chosen

    from ui.desktop import Desktop  # noqa: PLC0415 - the same

    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    window = QWidget()
    qtbot.addWidget(window)
    jobs = []
    desktop = Desktop(window, lambda job, done: jobs.append(job))
    desktop.progress(0.5)
    desktop.run_ended("The run has ended", "")
    assert jobs == []


def test_a_bus_that_is_gone_is_no_fault(qtbot, monkeypatch, tmp_path):
    from PySide6.QtWidgets import QWidget  # noqa: PLC0415 - after the platform was chosen

    from ui.desktop import Desktop  # noqa: PLC0415 - the same

    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path}/nobody")
    window = QWidget()
    qtbot.addWidget(window)
    Desktop(window, lambda job, done: done(job())).run_ended("The run has ended", "")
