"""``bartizan compare``: what changed between two audits."""

import json
from contextlib import ExitStack
from pathlib import Path

import click

from app.auditview import AuditView
from app.cli import common
from app.compare import Comparison, Kind
from app.errors import UsageError
from app.language import tr
from app.report.wording import number


@click.command(
    "compare",
    epilog=tr("Example: bartizan compare spring.bartizan autumn.bartizan --json changes.json"),
    help=tr("Say what changed from the audit OLD to the audit NEW, or from a revision: results, machines, VMs, items."),
)
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", required=False, type=click.Path(path_type=Path))
@click.option(
    "--revision", type=int, help=tr("Compare with OLD as this revision was signed; without NEW, with itself now.")
)
@click.option("--json", "json_out", metavar="FILE|-", help=tr("Write the changes as JSON; - is standard output."))
def command(old: Path, new: Path | None, *, revision: int | None, json_out: str | None) -> None:
    """Run it; ``help`` says what it does."""
    if new is None and revision is None:
        raise UsageError(tr("Name the audits OLD and NEW, or one audit and its earlier --revision."))
    if json_out and json_out != "-":
        common.writable(Path(json_out))
    with ExitStack() as stack:
        before: AuditView = _opened(stack, old)
        after = _opened(stack, new) if new else before
        if revision is not None:
            before = before.at_revision(revision)
            stack.callback(before.close)
        found = after.compare(before)
        if json_out == "-":
            common.say_whole(_json(found, before, after))
            return
        if json_out:
            from app.report.writing import write_file  # noqa: PLC0415 - beside its only use

            write_file(Path(json_out), (_json(found, before, after) + "\n").encode())
        _print(found, before, after)


def _opened(stack: ExitStack, path: Path) -> AuditView:
    audit = common.open_audit(path, readonly=True)
    stack.callback(audit.close)
    return audit


def _about(audit: AuditView) -> str:
    when = audit.info.finished
    said = (
        tr("“{title}” of {day}, revision {revision}, seal {seal}")
        if when
        else tr("“{title}”, revision {revision}, seal {seal}")
    )
    day = f"{when.astimezone():%Y-%m-%d}" if when else ""
    return said.format(title=audit.info.title, day=day, revision=audit.revision, seal=audit.seal[:16])


def _print(found: Comparison, before: AuditView, after: AuditView) -> None:
    for line in tr("From {old}\nto   {new}").split("\n"):  # one text, so that a translator can align them
        common.say(line.format(old=_about(before), new=_about(after)))
    for change in found.changes:
        was = change.old.effective if change.old else "-"
        is_ = change.new.effective if change.new else "-"
        where = change.target or tr("site")
        text = ", " + tr("its text changed") if change.text_changed else ""
        common.say(f"{change.kind.value:8} {change.item:9} {where}: {was} -> {is_}{text}")
    for said, names in (
        (tr("new machines: {names}"), found.targets_new),
        (tr("machines gone: {names}"), found.targets_gone),
        (tr("new items: {names}"), found.items_new),
        (tr("items gone: {names}"), found.items_gone),
    ):
        if names:
            common.say(said.format(names=", ".join(names)))
    for said, pairs in (
        (tr("new on {target}: {name}"), found.subjects_new),
        (tr("gone from {target}: {name}"), found.subjects_gone),
    ):
        for target, name in pairs:
            common.say(said.format(target=target, name=name))
    kinds = [f"{len(found.of(kind))} {kind.value}" for kind in Kind if found.of(kind)]
    counted = f" ({', '.join(kinds)})" if kinds else ""
    changes = tr("1 change") if len(found.changes) == 1 else tr("{n} changes").format(n=number(len(found.changes)))
    before_ = (
        tr("1 finding as before")
        if found.unchanged == 1
        else tr("{n} findings as before").format(n=number(found.unchanged))
    )
    common.say(f"{changes}{counted}, {before_}")


def _json(found: Comparison, before: AuditView, after: AuditView) -> str:
    return json.dumps(
        {
            "schema": "bartizan-comparison/1",
            "old": _named(before),
            "new": _named(after),
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
    )


def _named(audit: AuditView) -> dict[str, object]:
    return {"id": audit.info.id, "title": audit.info.title, "seal": audit.seal, "revision": audit.revision}
