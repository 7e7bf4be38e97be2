"""``bartizan signoff``: a person's answer from the command line."""

from datetime import date, datetime, timedelta
from pathlib import Path

import click

from app.cli import common
from app.errors import UsageError
from app.model import OverrideKind, Result
from app.overrides import local_today


@click.command(
    "signoff",
    epilog="Example: bartizan signoff autumn.bartizan --item 3.4-a --all-targets --result pass "
    '--by "A. Example" --role "Data centre manager" --remark "Access list reviewed on 1 October"',
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--item", required=True, help="The item's id: 4.1-a.")
@click.option("--target", help="The machine that is answered for.")
@click.option("--all-targets", is_flag=True, help="Wherever the item applies, site-wide items included.")
@click.option("--result", required=True, type=click.Choice(["pass", "fail", "notapplicable", "waived"]))
@click.option("--by", required=True, help="Who answers.")
@click.option("--role", required=True, help="In which role.")
@click.option("--remark", required=True, help="Why, and on what evidence.")
@click.option("--expires", help="The last day on which the answer or waiver holds: YYYY-MM-DD.")
@click.option("--valid-for", type=click.IntRange(1, 3660), metavar="DAYS", help="To be confirmed again after so long.")
@click.option("--attach", multiple=True, type=click.Path(path_type=Path), help="A file as evidence.")
def command(
    file: Path,
    *,
    item: str,
    target: str | None,
    all_targets: bool,
    result: str,
    by: str,
    role: str,
    remark: str,
    expires: str | None,
    valid_for: int | None,
    attach: tuple[Path, ...],
) -> None:
    """Answer an item in the audit FILE, or waive its failure until a day."""
    if all_targets == (target is not None):
        raise UsageError("Give either --target NAME or --all-targets.")
    if expires is not None and valid_for is not None:
        raise UsageError("Give either --expires YYYY-MM-DD or --valid-for DAYS.")
    audit = common.open_audit(file)
    try:
        concerned = [finding.measured for finding in audit.findings() if finding.measured.item == item]
        if not concerned:
            raise UsageError(f"{item}: there is no such item; `bartizan checks list` names them.")
        places = [one.target for one in concerned if _applies(one.result)] if all_targets else [target]
        if not places:
            raise UsageError(f"{item}: it applies to no target of this audit.")
        if not all_targets and target not in [one.target for one in concerned]:
            names = (
                ", ".join(one.target for one in concerned if one.target) or "none: it is site-wide, use --all-targets"
            )
            raise UsageError(f"{item}: there is no finding on {target}; targets are {names}.")
        until = local_today() + timedelta(days=valid_for) if valid_for else _day(expires)
        kind = OverrideKind.WAIVER if result == "waived" else OverrideKind.SIGNOFF
        new = Result.FAIL if kind is OverrideKind.WAIVER else Result(result)
        made = audit.answer(
            [item], places, kind, new, by=by, role=role, remark=remark, expires=until, attachments=attach
        )
        for one in made:
            where = f" on {one.target}" if one.target else ""
            common.say(f"{item}{where}: {result} by {by}, entry {one.id}")
    finally:
        audit.close()


def _applies(result: Result) -> bool:
    return result not in {Result.NOTAPPLICABLE, Result.NOTSELECTED}


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return datetime.strptime(text, "%Y-%m-%d").date()  # noqa: DTZ007 - a day of the operator's calendar
    except ValueError:
        raise UsageError(f"--expires {text}: write the day as YYYY-MM-DD.") from None
