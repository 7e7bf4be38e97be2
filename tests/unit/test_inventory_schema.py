"""checks/inventory.schema.json is current and says what the loader says; docs/inventory.md is true."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from cli_rig import Rig, make_rig
from jsonschema import Draft202012Validator

from app.benchmark.editors import inventory_schema, schema_text
from app.benchmark.inventory import DefaultsModel, HostModel, Inventory, read_inventory
from app.benchmark.source import read
from app.errors import ContentError
from app.model import Role

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs" / "inventory.md").read_text("utf-8")
OWN, YAML = re.findall(r"```yaml\n(.*?)```", TEXT, re.DOTALL)
(INI,) = re.findall(r"```ini\n(.*?)```", TEXT, re.DOTALL)


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    schema = inventory_schema()
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def loaded(folder: Path, text: str) -> Inventory:
    (folder / "inventory").write_text(text)
    return read_inventory(folder / "inventory")


# --- the schema ------------------------------------------------------------------------------------------------------


def test_it_is_current() -> None:
    stored = (ROOT / "checks" / "inventory.schema.json").read_text("utf-8")
    assert stored == schema_text("inventory.schema.json"), "run `make schema`"
    assert stored.isascii()  # what a pattern refuses is written as escapes


def test_every_key_has_words() -> None:
    for name, field in HostModel.model_fields.items():
        assert field.description, name


@pytest.mark.parametrize(
    "text",
    [
        OWN,
        "hosts:\n  - address: hv1\n",
        "hosts:\n  - {address: hv1, parent: null, port: 22, sudo: never, tags: []}\ndefaults: {role: host}\n",
    ],
)
def test_both_take_it(validator: Draft202012Validator, tmp_path: Path, text: str) -> None:
    path = tmp_path / "hosts.yaml"
    path.write_text(text)
    assert [error.message for error in validator.iter_errors(read(path).value)] == []
    assert read_inventory(path).targets


@pytest.mark.parametrize(
    "text",
    [
        "hosts: []\n",
        "host: []\n",
        "hosts:\n  - name: a\n",
        "hosts:\n  - {address: hv1, password: x}\n",
        "hosts:\n  - {address: hv1, port: 0}\n",
        "hosts:\n  - {address: hv1, port: '22'}\n",
        "hosts:\n  - {address: hv1, role: hypervisor}\n",
        "hosts:\n  - {address: hv1, name: -oX}\n",
        'hosts:\n  - {address: hv1, name: "a\\eb"}\n',
        "hosts:\n  - {address: hv1, tags: x}\n",
        "hosts:\n  - {address: hv1}\ndefaults: {address: x}\n",
    ],
)
def test_both_refuse_it(validator: Draft202012Validator, tmp_path: Path, text: str) -> None:
    path = tmp_path / "hosts.yaml"
    path.write_text(text)
    assert not validator.is_valid(read(path).value)
    with pytest.raises(ContentError):
        read_inventory(path)


def test_the_command_writes_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    run = make_rig(tmp_path, monkeypatch, capsys)
    assert run("checks", "schema", "--inventory", "--out", "s.json").status == 0
    assert json.loads((run.folder / "s.json").read_text()) == inventory_schema()


# --- the page --------------------------------------------------------------------------------------------------------


def test_the_example_of_our_own_form(tmp_path: Path) -> None:
    first, second = loaded(tmp_path, OWN).targets
    assert (first.name, first.user, first.role, first.tags) == ("hv1", "root", Role.HOST, ("production", "berlin"))
    assert (second.address, second.user, second.parent, second.proxy_jump) == ("2001:db8::21", "audit", "hv1", "hv1")
    assert first.identity == second.identity == "~/.ssh/id_ed25519"


def test_the_example_in_ini(tmp_path: Path) -> None:
    found = loaded(tmp_path, INI)
    assert [(one.name, one.address, one.port, one.user) for one in found.targets] == [
        ("mail01", "192.0.2.21", 0, "audit"),
        *((f"hv0{n}.example.org", f"hv0{n}.example.org", 2222, "root") for n in (1, 2, 3)),
    ]
    assert set(found.targets[1].tags) == {"hypervisors", "berlin"}
    assert found.remarks == ()


def test_the_example_in_yaml(tmp_path: Path) -> None:
    found = loaded(tmp_path, YAML)
    assert [(one.name, one.address, one.port, one.user) for one in found.targets] == [
        ("mail01", "192.0.2.21", 0, "audit"),
        *((f"hv0{n}.example.org", f"hv0{n}.example.org", 2222, "root") for n in (1, 2, 3)),
    ]
    assert found.targets[0].tags == ("berlin",)


def test_the_page_names_every_key() -> None:
    for name in HostModel.model_fields:
        assert f"`{name}`" in TEXT, name
    # The last two: one key is that of one host, and a whole fleet is never opted in at once.
    by_host = {"name", "address", "parent", "host_key", "legacy_algorithms"}
    assert set(HostModel.model_fields) - set(DefaultsModel.model_fields) == by_host


# --- the command line ------------------------------------------------------------------------------------------------


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> Rig:
    return make_rig(tmp_path, monkeypatch, capsys)


def test_an_ansible_inventory_is_audited(run: Rig) -> None:
    (run.folder / "hosts.ini").write_text("[lab]\nhere ansible_connection=local ansible_become_pass=hunter2\n")
    ran = run("audit", "--inventory", "hosts.ini", "--out", "a.bartizan")
    assert ran.status == 1
    assert ran.err.splitlines()[0] == (
        "bartizan: hosts.ini: secrets are never read from an inventory (line 2: ansible_become_pass of here); use the "
        "keyring or --secrets. All else was taken."
    )
    assert "  here: " in ran.out
    assert "hunter2" not in ran.out + ran.err
    assert b"hunter2" not in (run.folder / "a.bartizan").read_bytes()


def test_help_names_the_forms(run: Rig) -> None:
    words = " ".join(run("audit", "--help").out.split())
    assert "YAML of our own form, or Ansible's INI or YAML" in words
