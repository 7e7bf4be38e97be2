import gui_sample as sample
import pytest
from PySide6.QtCore import QModelIndex, QObject, Qt
from PySide6.QtTest import QAbstractItemModelTester

from app import hostrows, language
from app.carry import Left
from app.connection import Trial
from app.errors import CONNECT_KINDS, UnknownHostKeyError
from app.language import content
from app.model import Severity
from app.overrides import local_today
from app.scan import Event
from app.screen import progress, reviewing
from app.screen.chapterlist import ChapterList, Filter, ItemRow, Row
from app.screen.presentation import Kind, tallies
from app.screen.progress import HostProgress, Phase
from ui.models.answers import answers_model, left_model
from ui.models.bars import BarsModel
from ui.models.changes import changes_model
from ui.models.checks import check_rows, checks_model, history_model
from ui.models.findings import FIRST_HOST, ITEM, SEVERITY, FindingsModel
from ui.models.hosts import STATE, fault_text, hosts_model
from ui.models.journal import journal_model
from ui.models.run import RunRow, run_model
from ui.models.table import SHARE_ROLE
from ui.widgets.badge import KIND_ROLE, SEVERITY_ROLE
from ui.widgets.formcard import Reply, replies_model
from ui.widgets.rail import RailModel, RailStep

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


def chapter_rows(audit, chapter, filters=(), query="") -> tuple[Row, ...]:
    found = ChapterList(audit.benchmark, audit.findings(), chapter, today=local_today())
    only = set(found.search(query)) if query else None
    return found.rows(filters, only=only)


@pytest.fixture
def audit(tmp_path, benchmark_content):
    made = sample.build(tmp_path / "a.bartizan", benchmark_content)
    yield made
    made.close()


@pytest.fixture
def owner(qapp):
    return QObject()


def test_findings(audit, owner):
    model = FindingsModel(owner)
    QAbstractItemModelTester(model, FATAL, owner)
    names = [target.name for target in audit.targets]
    for filters, query in (((), ""), ((Filter.FAILED,), ""), ((), "no such thing"), ((Filter.UNDECIDED,), "ssh")):
        model.set_rows(chapter_rows(audit, "7", filters, query), names)
    model.set_rows(chapter_rows(audit, "4"), names)
    assert model.columnCount() == FIRST_HOST + 3
    assert [model.headerData(n, Qt.Orientation.Horizontal) for n in range(FIRST_HOST, 5)] == names
    for finding in audit.findings():
        if not finding.measured.item.startswith("4."):
            continue
        index = model.index_of(finding.measured.item, finding.measured.target)
        assert index.data(KIND_ROLE) in set(Kind)
        assert index.siblingAtColumn(SEVERITY).data(SEVERITY_ROLE) in set(Severity)
        spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
        assert finding.measured.item in spoken
        assert (finding.measured.target or "whole site") in spoken


def test_what_stays_english_among_german_words_says_so_in_tips_and_to_screen_readers(audit, owner):
    model = FindingsModel(owner)
    rows, names = chapter_rows(audit, "4"), [target.name for target in audit.targets]
    model.set_rows(rows, names)
    shown = (one for one in audit.findings() if one.measured.item.startswith("4."))
    finding = next(one for one in shown if one.measured.message.startswith("web01: graphics"))
    roles = Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole
    cell = model.index_of(finding.measured.item, finding.measured.target)
    assert all(f". {finding.measured.message}" in cell.data(role) for role in roles)
    item = cell.siblingAtColumn(ITEM)
    with language.speaking("de"):
        assert all(f". Auf Englisch: {finding.measured.message}" in cell.data(role) for role in roles)
        assert not any("Englisch" in item.data(role) for role in roles)  # its requirement is translated
        assert content(rows[0].section.introduction) in model.index(0, ITEM).data(roles[0])
        language._now().translated = frozenset()
        language._now().content = {}
        assert item.data(roles[0]).count("Auf Englisch: ") == 1
        assert "<span>Auf Englisch: " in model.index(0, ITEM).data(roles[0])


def test_a_site_wide_item_stands_under_every_host(audit, owner):
    model = FindingsModel(owner)
    names = [target.name for target in audit.targets]
    model.set_rows(chapter_rows(audit, "7"), names)
    row = next(place for place, one in enumerate(model.rows) if isinstance(one, ItemRow) and one.site_wide)
    kinds = {model.index(row, FIRST_HOST + n).data(KIND_ROLE) for n in range(3)}
    assert len(kinds) == 1


def test_headings_can_not_be_selected(audit, owner):
    model = FindingsModel(owner)
    model.set_rows(chapter_rows(audit, "4"), ["hv1"])
    assert not model.index(0, ITEM).flags() & Qt.ItemFlag.ItemIsSelectable
    assert model.index(1, ITEM).flags() & Qt.ItemFlag.ItemIsSelectable


def test_the_same_rows_change_in_place(audit, owner, qtbot):
    model = FindingsModel(owner)
    rows = chapter_rows(audit, "4")
    model.set_rows(rows, ["hv1", "hv2", "mail01"])
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.set_rows(rows, ["hv1", "hv2", "mail01"])


def test_hosts(audit, owner):
    model = hosts_model(owner)
    QAbstractItemModelTester(model, FATAL, owner)
    model.set_rows(())
    states = {state.target.name: state for state in audit.states}
    unknown = UnknownHostKeyError("?", host="h", port=22, key_type="ssh-ed25519", fingerprint="SHA256:x", key_base64="")
    trials = {"hv2": Trial("hv2", ok=False, sentence="?", unknown_key=unknown)}
    model.set_rows(hostrows.rows(audit.targets, states, trials, frozenset({"mail01"})))
    states_shown = [model.index(row, STATE).data() for row in range(model.rowCount())]
    assert "testing…" in states_shown
    assert "confirm its key" in states_shown
    assert states_shown.count("not in the audit") == 2
    assert [one.name for one in model.rows()][:2] == ["hv1", "mail01"]
    assert model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Name mail01"


def test_run(owner):
    model = run_model(owner)
    QAbstractItemModelTester(model, FATAL, owner)
    run = progress.begin(None, ["a", "b"], 0)
    run = progress.apply(run, Event("a", "probe", probe="sshd", done=3, total=6), 1)
    model.set_rows([RunRow(host, 1.0, ((Kind.FAIL, 2),)) for host in run.hosts.values()])
    assert model.index(0, 1).data(SHARE_ROLE) == pytest.approx(0.5)
    assert model.index(0, 3).data() == "looking at sshd"
    assert "2 Fails" in model.index(0, 2).data(Qt.ItemDataRole.AccessibleTextRole)
    model.set_row(0, RunRow(HostProgress("a", Phase.FAILED, message="a:\x1b no answer"), 1.0))
    assert model.index(0, 3).data() == "a:\\x1b no answer"


def test_checks_and_history(audit, owner):
    checks = checks_model(owner)
    history = history_model(owner)
    QAbstractItemModelTester(checks, FATAL, owner)
    QAbstractItemModelTester(history, FATAL, owner)
    finding = next(one for one in audit.findings() if len(one.measured.checks) > 1)
    checks.set_rows(check_rows(finding.measured.checks, {}))
    assert checks.index(0, 1).data() == "web01"
    history.set_rows(audit.history(finding.measured.item, finding.measured.target))
    assert history.rowCount() >= 1
    checks.set_rows(())
    assert checks.rowCount(QModelIndex()) == 0


def test_answers(audit, owner):
    model = answers_model(owner)
    QAbstractItemModelTester(model, FATAL, owner)
    rows = reviewing.answers(audit.benchmark, audit.findings())
    model.set_rows(rows)
    assert model.rowCount() == len(rows) == 8
    assert {model.index(n, 0).data(KIND_ROLE) for n in range(8)} == {Kind.PASS, Kind.WAIVED}


def test_bars_are_a_table_too(audit, owner):
    model = BarsModel("Host", owner)
    QAbstractItemModelTester(model, FATAL, owner)
    names = [target.name for target in audit.targets]
    items, hosts = (tallies(audit.findings(), of) for of in ("item", "target"))
    counted = reviewing.dashboard(audit.benchmark, items, hosts, names, str, site="Whole site")
    model.set_bars(counted.hosts)
    assert model.rowCount() == len(counted.hosts) == 4
    for row, group in enumerate(counted.hosts):
        numbers = [model.index(row, column).data() for column in range(1, model.columnCount() - 1)]
        assert sum(int(one) for one in numbers if one.isdigit()) == sum(count for _, count in group.counts)
        assert model.picked(model.index(row, 0)) == (group.key, "")
    led = (model.picked(model.index(0, column)) for column in range(1, model.columnCount() - 1))
    kinds = {one[1] for one in led if one is not None}
    assert {"fail", "pass", "waiting"} <= kinds
    model.set_bars(())
    assert model.rowCount() == 0


def test_changes_journal_replies_and_what_was_left(audit, owner, tmp_path, benchmark_content):
    earlier = sample.build(tmp_path / "b.bartizan", benchmark_content, 2)
    found = audit.compare(earlier)
    earlier.close()
    changes = changes_model(benchmark_content, owner)
    QAbstractItemModelTester(changes, FATAL, owner)
    changes.set_rows(found.changes)
    assert {changes.index(row, 2).data() for row in range(changes.rowCount())} >= {"mail01"}
    journal = journal_model(owner)
    QAbstractItemModelTester(journal, FATAL, owner)
    journal.set_rows(audit.history())
    assert journal.index(0, 3).data().startswith("created the audit")
    replies = replies_model(owner)
    QAbstractItemModelTester(replies, FATAL, owner)
    replies.set_rows([Reply("4.1-a", None, "", "was answered meanwhile"), Reply("4.1-b", "hv1", "pass", "seen")])
    assert [replies.index(row, 2).data() for row in range(2)] == ["no", "pass"]
    left = left_model(owner)
    QAbstractItemModelTester(left, FATAL, owner)
    left.set_rows([Left(audit.overrides()[0], "The item or its check was changed since.")])
    assert left.index(0, 2).data() == "Waived"


def test_rail(qapp, owner):
    model = RailModel()
    QAbstractItemModelTester(model, FATAL, owner)
    model.set_steps((RailStep("start", "Start"), RailStep("4", "Network", "4", "9/13", 0.7, "9 of 13 decided")))
    assert model.index(1).data(Qt.ItemDataRole.AccessibleTextRole) == "4 Network, 9 of 13 decided"
    model.set_steps((RailStep("start", "Start", enabled=False), RailStep("4", "Network", "4", "10/13", 0.8)))
    assert not model.index(0).flags() & Qt.ItemFlag.ItemIsEnabled


def test_every_kind_of_fault_has_its_words():
    assert "could not be reached" not in {fault_text(kind) for kind in CONNECT_KINDS}
    assert fault_text("") == "could not be reached"


def test_rows_that_only_change_reset_nothing(owner):
    """A run changes rows all the time: a reset would take the selection away, and measure and paint everything."""
    model = run_model(owner)
    QAbstractItemModelTester(model, FATAL, owner)
    rows = [RunRow(HostProgress(f"h{number}"), 0.0) for number in range(100)]
    model.set_rows(rows)
    resets, changes = [], []
    model.modelReset.connect(lambda: resets.append(True))
    model.dataChanged.connect(lambda first, last: changes.append((first.row(), last.row())))
    model.set_rows(list(rows))
    assert (resets, changes) == ([], [])
    rows[40] = RunRow(HostProgress("h40", Phase.LOOKING, 3, 10), 1.0)
    rows[42] = RunRow(HostProgress("h42", Phase.LOOKING, 3, 10), 1.0)
    model.set_rows(rows)
    assert (resets, changes) == ([], [(40, 42)])
    model.set_rows(rows[1:])
    assert resets == [True]
