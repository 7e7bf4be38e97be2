import getpass
import socket
from pathlib import Path

from app.crash import crash_report, scrub
from ui.crashhook import CrashHook


def test_a_bug_ends_in_a_dialog_that_can_be_copied(window, qtbot, capsys):
    hook = CrashHook(window)
    hook.report(ValueError("password=tr0ub4dor for root@hv1 at 192.0.2.10"))
    assert hook.last.isVisible()
    text = hook.last.report.toPlainText()
    assert "ValueError" in text
    assert "tr0ub4dor" not in text
    assert "hv1" not in text
    assert "192.0.2.10" not in text
    hook.last.close()


def test_only_one_dialog_at_a_time(window, capsys):
    hook = CrashHook(window)
    hook.report(ValueError("first"))
    first = hook.last
    hook.report(ValueError("second"))
    assert hook.last is first
    first.close()


def test_the_report_names_nobody():
    text = crash_report(OSError, OSError(f"{Path.home()}/audits of {socket.gethostname()}"), None)
    assert str(Path.home()) + "/" not in text
    if len(getpass.getuser()) > 2:
        assert f" {getpass.getuser()} " not in scrub(f" {getpass.getuser()} ")


def test_the_report_leaves_out_the_names_of_the_open_audit(opened, qtbot, capsys):
    hook = CrashHook(opened, opened.workspace.names)
    audit = opened.workspace.audit
    guest = "database-replica-frankfurt-02"
    hook.report(ValueError(f"{[one.name for one in audit.targets]} {guest} {audit.info.title} {audit.info.auditor}"))
    text = hook.last.report.toPlainText()
    for name in (*(one.name for one in audit.targets), guest, "Data centre North", "Ada Lovelace"):
        assert name not in text
    assert "<name 1>" in text
    hook.last.close()


def test_a_fault_of_what_knows_the_names_is_no_second_fault(window, capsys):
    def broken():
        raise RuntimeError

    hook = CrashHook(window, broken)
    hook.report(ValueError("the first one"))
    assert "the first one" in hook.last.report.toPlainText()
    hook.last.close()
