"""The program in a real window under a window manager: what a screen reader reads, and a walk by real keys, counted."""

import display_rig
import pytest

from app.audit import Audit
from app.benchmark.catalogue import catalogue
from app.places import checks_root

pytestmark = [pytest.mark.real, pytest.mark.timeout(400)]
START = "Audit this computer"


@pytest.fixture
def shown(tmp_path):
    settings = tmp_path / "config" / "Bartizan" / "Bartizan.ini"
    settings.parent.mkdir(parents=True)
    settings.write_text("[person]\nname=Ada Lovelace\nrole=administrator\n")  # as Edit > Settings leaves it
    with display_rig.display(tmp_path) as made:
        made.until(lambda: any(one.name == START and one.role == "push button" for one in made.parts()), 120)
        yield made


def names(parts, role):
    return [one.name for one in parts if one.role == role]


def audits(folder):
    return sorted(folder.glob("**/*.bartizan"))


def answered(path):
    """How many answers stand in the file of an audit that the program has open."""
    audit = Audit.open(path, catalogue([checks_root()], None), readonly=True)
    try:
        return sum(len(one.overrides) for one in audit.findings())
    finally:
        audit.close()


def on_the_list(shown):
    """Whether the items of a chapter have the keyboard, as they do when an answer was stored."""
    return any(one.focused and one.name == "Items of this chapter" for one in shown.parts())


def test_an_audit_by_keys_as_a_screen_reader_tells_it(shown):
    parts = shown.parts()
    assert names(parts, "menu item")[:5] == ["File", "Edit", "View", "Audit", "Help"]
    shown.until(lambda: [one.name for one in shown.parts() if one.focused] == [START], 20)
    assert shown.title() == "Bartizan"

    shown.keys("Return")  # the first audit: one key
    shown.until(lambda: "See the findings" in names(shown.parts(), "push button"), 200)
    assert shown.actions <= 8
    parts = shown.parts()
    hosts = next(one for one in parts if one.name == "Hosts in this run")
    assert hosts.heads == ["Host", "Progress", "Results", "Now"]
    assert "this-computer" in hosts.cells[0][0]
    assert "done" in hosts.cells[0][3]

    shown.keys("n")
    shown.until(lambda: on_the_list(shown))
    items = next(one for one in shown.parts() if one.name == "Items of this chapter")
    assert items.heads[:2] == ["Item", "Sev."]
    assert items.cells[1][0].startswith("2.2.1-a")
    assert items.cells[1][1] == "High"
    (path,) = audits(shown.folder)

    before = shown.actions  # three answers: a key, what it says, and a key each
    for number in range(1, 4):
        shown.keys("p")
        shown.until(lambda: any(one.focused and one.name == "Remark" for one in shown.parts()))
        shown.type(f"Seen in the register, line {number}.")
        shown.keys("ctrl+Return")
        shown.until(lambda number=number: answered(path) == number and on_the_list(shown))
    assert (shown.actions - before - 3) / 3 <= 2  # the words themselves aside

    shown.keys("F1")
    shown.until(lambda: shown.title() == "Help")
    assert {"Next undecided", "N"} <= set(names(shown.parts(), "label"))
    shown.keys("Escape")
    shown.until(lambda: shown.title().endswith("Bartizan"))

    shown.keys("ctrl+q")
    assert shown.program.wait(30) == 0
    assert answered(path) == 3


def test_a_file_and_hosts_are_dragged_by_the_mouse_to_where_they_belong(shown, tmp_path):
    def hosts():
        return next((one for one in shown.parts() if one.name == "Hosts of this audit"), None)

    def listed():
        table = hosts()
        return [cells[0].removeprefix("Name ") for cells in table.cells] if table is not None else []

    def middle(box):
        return box[0] + box[2] // 2, box[1] + box[3] // 2

    inventory = tmp_path / "three.ini"
    inventory.write_text("[all]\nhv1\nhv2\nhv3\n")
    shown.keys("ctrl+n")
    shown.until(lambda: any(one.name == "Title" for one in shown.parts()))
    title = next(one for one in shown.parts() if (one.name, one.role) == ("Title", "text"))
    shown.offer(inventory, (20, 20))
    shown.drag((20, 20), middle(title.box))
    shown.until(lambda: listed() == ["hv1", "hv2", "hv3"])

    boxes = hosts().boxes
    last, first = middle(boxes[2]), boxes[0]
    shown.drag(last, (last[0], first[1] + 4))
    shown.until(lambda: listed() == ["hv3", "hv1", "hv2"])
