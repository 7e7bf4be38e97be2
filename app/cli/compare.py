"""``bartizan compare``: what changed between two audits."""

import json
from pathlib import Path

import click

from app.audit import Audit
from app.cli import common
from app.compare import Comparison


@click.command("compare", epilog="Example: bartizan compare spring.bartizan autumn.bartizan --json changes.json")
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@click.option("--json", "json_out", metavar="FILE|-", help="Write the changes as JSON; - is standard output.")
def command(old: Path, new: Path, *, json_out: str | None) -> None:
    """Say what changed from the audit OLD to the audit NEW: results, machines, VMs, items."""
    if json_out and json_out != "-":
        common.writable(Path(json_out))
    before = common.open_audit(old, readonly=True)
    try:
        after = common.open_audit(new, readonly=True)
        try:
            found = after.compare(before)
            if json_out == "-":
                common.say_whole(_json(found, before, after))
                return
            if json_out:
                from app.report.writing import write_file  # noqa: PLC0415 - beside its only use

                write_file(Path(json_out), (_json(found, before, after) + "\n").encode())
            _print(found)
        finally:
            after.close()
    finally:
        before.close()


def _print(found: Comparison) -> None:
    for change in found.changes:
        was = change.old.effective if change.old else "-"
        is_ = change.new.effective if change.new else "-"
        where = change.target or "site"
        text = ", its text changed" if change.text_changed else ""
        common.say(f"{change.kind.value:8} {change.item:9} {where}: {was} -> {is_}{text}")
    for label, names in (
        ("new machines", found.targets_new),
        ("machines gone", found.targets_gone),
        ("new items", found.items_new),
        ("items gone", found.items_gone),
    ):
        if names:
            common.say(f"{label}: {', '.join(names)}")
    for label, pairs in (("new on", found.subjects_new), ("gone from", found.subjects_gone)):
        for target, name in pairs:
            common.say(f"{label} {target}: {name}")
    common.say(f"{len(found.changes)} changes, {found.unchanged} findings as before")


def _json(found: Comparison, before: Audit, after: Audit) -> str:
    return json.dumps(
        {
            "schema": "bartizan-comparison/1",
            "old": {"id": before.info.id, "title": before.info.title, "seal": before.seal},
            "new": {"id": after.info.id, "title": after.info.title, "seal": after.seal},
            "changes": [
                {
                    "kind": change.kind.value,
                    "item": change.item,
                    "target": change.target,
                    "old": change.old.effective if change.old else None,
                    "new": change.new.effective if change.new else None,
                    "text_changed": change.text_changed,
                }
                for change in found.changes
            ],
            "unchanged": found.unchanged,
            "targets": {"new": found.targets_new, "gone": found.targets_gone},
            "items": {"new": found.items_new, "gone": found.items_gone, "changed": found.items_changed},
            "subjects": {
                "new": [{"target": target, "name": name} for target, name in found.subjects_new],
                "gone": [{"target": target, "name": name} for target, name in found.subjects_gone],
            },
        },
        indent=2,
        ensure_ascii=False,
    )
