"""``bartizan signoff``: a person's answer from the command line."""

from datetime import date, timedelta
from pathlib import Path

import click

from app.audit import Audit
from app.cli import common
from app.days import read_day
from app.errors import UsageError
from app.language import tr
from app.model import Result
from app.overrides import local_today, unseen
from app.record import OverrideKind
from app.store.loosefile import LIMIT, LooseFile
from app.templates import fill

_Place = tuple[str, str | None]  # item and machine; None: site-wide
_ATTACH = tr("A file as evidence, of at most {limit} MiB; may be repeated.").format(limit=LIMIT >> 20)

_EVERYWHERE = tr(
    "Wherever the item applies, site-wide items included. A waiver leaves out, and names, machines that nobody could "
    "look at."
)


@click.command(
    "signoff",
    epilog=tr(
        "Example: bartizan signoff autumn.bartizan --item 3.4-a --all-targets --result pass --by "
        '"A. Example" --role "Data centre manager" --remark "Access list reviewed on 1 '
        'October"'
    ),
    help=tr("Answer items in the audit FILE, or waive their failure until a day; all of them or none."),
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--item", "items", multiple=True, metavar="ID", help=tr("The item's id, 4.1-a; may be repeated."))
@click.option("--target", "targets", multiple=True, metavar="NAME", help=tr("The machine; may be repeated."))
@click.option("--all-targets", is_flag=True, help=_EVERYWHERE)
@click.option("--result", type=click.Choice(["pass", "fail", "notapplicable", "waived"]))
@click.option("--like", metavar="NAME", help=tr("Answer as was answered on this machine; default: all its items."))
@click.option("--by", required=True, help=tr("Who answers."))
@click.option("--role", required=True, help=tr("In which role."))
@click.option("--remark", help=tr("Why, and on what evidence. {item}, {target}, {name}, {date} are filled in."))
@click.option("--expires", help=tr("The last day on which the answer or waiver holds: YYYY-MM-DD."))
@click.option(
    "--valid-for", type=click.IntRange(1, 3660), metavar="DAYS", help=tr("To be confirmed again after so long.")
)
@click.option("--attach", multiple=True, type=click.Path(path_type=Path), help=_ATTACH)
def command(
    file: Path,
    *,
    items: tuple[str, ...],
    targets: tuple[str, ...],
    all_targets: bool,
    result: str | None,
    like: str | None,
    by: str,
    role: str,
    remark: str | None,
    expires: str | None,
    valid_for: int | None,
    attach: tuple[Path, ...],
) -> None:
    """Run it; ``help`` says what it does."""
    if all_targets == bool(targets):
        raise UsageError(tr("Give either --target NAME or --all-targets."))
    if expires is not None and valid_for is not None:
        raise UsageError(tr("Give either --expires YYYY-MM-DD or --valid-for DAYS."))
    if like is None and (not items or result is None or remark is None):
        raise UsageError(tr("An answer needs --item ID, --result and --remark, or --like NAME to copy one."))
    if like is not None and (result or attach or expires or valid_for):
        raise UsageError(tr("--like copies result, end and files; leave --result, --attach and --expires out."))
    until = local_today() + timedelta(days=valid_for) if valid_for else _until(expires)
    left: list[_Place] = []
    audit = common.open_audit(file)
    try:
        if like is not None:
            _known(audit, like, *targets)
            others = targets or [one.name for one in audit.targets if one.name != like]
            made = audit.copy(like, others, items, by=by, role=role, remark=remark or "")
        else:
            kind = OverrideKind.WAIVER if result == "waived" else OverrideKind.SIGNOFF
            found = [_places(audit, item, targets, kind) for item in items]
            left = [place for _, those in found for place in those]
            new = Result.FAIL if kind is OverrideKind.WAIVER else Result(result or "")
            drafts = [
                audit.draft(
                    *place, kind, new, by=by, role=role, remark=_filled(remark or "", *place, by), expires=until
                )
                for those, _ in found
                for place in those
            ]
            made = audit.give(drafts, [LooseFile.read(path) for path in attach])
        for one in made:
            word = "waived" if one.kind is OverrideKind.WAIVER else one.new
            common.say(common.answered(one, word))
        for place in left:
            common.complain(_not_waived(*place))
    finally:
        audit.close()


def _filled(remark: str, item: str, target: str | None, by: str) -> str:
    return fill(remark, item=item, target=target, name=by, today=local_today())


def _not_waived(item: str, target: str | None) -> str:
    return tr(
        "{item} on {target}: not waived, since nobody could look at this machine; --target {target} waives it all the "
        "same."
    ).format(item=item, target=target)


def _places(audit: Audit, item: str, targets: tuple[str, ...], kind: OverrideKind) -> tuple[list[_Place], list[_Place]]:
    """Where an item is to be answered: on these machines, or wherever it applies; and where nothing can be waived."""
    concerned = [one.measured for one in audit.findings() if one.measured.item == item]
    if not concerned:
        raise UsageError(tr("{item}: there is no such item; `bartizan checks list` names them.").format(item=item))
    known = [one.target for one in concerned]
    for target in targets:
        if target not in known:
            names = ", ".join(one for one in known if one) or tr("none: it is site-wide, use --all-targets")
            raise UsageError(
                tr("{item}: there is no finding on {target}; targets are {names}.").format(
                    item=item, target=target, names=names
                )
            )
    if targets:
        return [(item, target) for target in targets], []
    applies = [one for one in concerned if one.result not in {Result.NOTAPPLICABLE, Result.NOTSELECTED}]
    left = [one for one in applies if kind is OverrideKind.WAIVER and unseen(one)]
    if not applies:
        raise UsageError(tr("{item}: it applies to no target of this audit.").format(item=item))
    if len(left) == len(applies):
        raise UsageError(
            tr(
                "{item}: nobody could look at any of its machines, so nothing is known that could be waived; name them "
                "with --target to waive it all the same."
            ).format(item=item)
        )
    return [(item, one.target) for one in applies if one not in left], [(item, one.target) for one in left]


def _known(audit: Audit, *names: str) -> None:
    unknown = [name for name in names if name not in {one.name for one in audit.targets}]
    if unknown:
        raise UsageError(tr("{unknown}: is no machine of this audit.").format(unknown=unknown[0]))


def _until(text: str | None) -> date | None:
    return None if text is None else read_day(text, f"--expires {text}")
