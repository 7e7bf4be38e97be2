"""What the desktop is told of a run, on a session bus of its own with a notification service that writes down."""

import subprocess
import sys
import textwrap

import pytest

pytestmark = pytest.mark.real

# The service: takes Notify and prints what it got, and every Update of a launcher's icon.
SERVICE = """
import sys
from jeepney import DBusAddress, HeaderFields, MatchRule, MessageType, message_bus, new_method_return
from jeepney.io.blocking import Proxy, open_dbus_connection
bus = open_dbus_connection(bus="SESSION")
words = Proxy(message_bus, bus)
words.RequestName("org.freedesktop.Notifications")
words.AddMatch(MatchRule(type="signal", interface="com.canonical.Unity.LauncherEntry"))
print("ready", flush=True)
while True:
    message = bus.receive(timeout=20)
    if message.header.fields.get(HeaderFields.member) == "Notify":
        print("notify", message.body[3], "|", message.body[4], flush=True)
        bus.send(new_method_return(message, "u", (1,)))
    elif message.header.fields.get(HeaderFields.member) == "Update":
        uri, shown = message.body
        print("update", uri, shown["progress"][1], shown["progress-visible"][1], flush=True)
"""

CLIENT = """
import subprocess, sys
service = subprocess.Popen([sys.executable, "-c", sys.argv[1]], stdout=subprocess.PIPE, text=True)
assert service.stdout.readline() == "ready\\n"
from PySide6.QtWidgets import QApplication, QWidget
from ui.desktop import Desktop
app = QApplication(["bartizan", "-platform", "offscreen"])
window = QWidget()
desktop = Desktop(window, lambda job, done: done(job()))
desktop.progress(0.501)
desktop.progress(0.5012)  # the same percent: not said again
desktop.run_ended("The run has ended", "hv<1> & hv2")
for _ in range(3):
    print(service.stdout.readline(), end="")
service.kill()
"""


def test_a_run_is_told_to_launcher_and_notifications():
    run = ["dbus-run-session", "--", sys.executable, "-c", textwrap.dedent(CLIENT), SERVICE]
    said = subprocess.run(run, capture_output=True, text=True, timeout=60, check=True).stdout
    assert said.splitlines() == [
        "update application://bartizan.desktop 0.5 True",
        "update application://bartizan.desktop 0.0 False",
        "notify The run has ended | hv&lt;1&gt; &amp; hv2",
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
