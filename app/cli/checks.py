"""``bartizan checks``: what is checked, and with which commands; for authors and for the careful."""

import threading
from pathlib import Path

import click

from app.cli import common
from app.cli.group import Group
from app.errors import ContentError, UsageError
from app.judge.check import judge_check
from app.language import content, tr
from app.model import Addendum, Benchmark, Check, Profile, Rule


@click.group(
    "checks",
    cls=Group,
    epilog=tr("Example: bartizan checks show 7.1.1-b"),
    help=tr("List, show, validate and try checks; print the commands that may run on a host."),
)
def command() -> None:
    """Run it; ``help`` says what it does."""


EXTRA = click.option("--checks", "extra", multiple=True, type=click.Path(path_type=Path), help=tr("Your own addenda."))


@command.command(
    "list",
    epilog=tr("Example: bartizan checks list --platform libvirt"),
    help=tr("List the items of the guideline, and how each is decided on a platform."),
)
@click.option("--platform", default=None, help=tr("Only what this addendum and its bases decide or collect."))
@EXTRA
def list_(*, platform: str | None, extra: tuple[Path, ...]) -> None:
    """Run it; ``help`` says what it does."""
    benchmark = common.content(extra)
    addenda = _with_bases(benchmark, platform) if platform else list(benchmark.addenda)
    for rule in benchmark.rules:
        checks = [check for addendum in addenda for check in addendum.checks if check.item == rule.id]
        deciding = sum(check.decides for check in checks)
        how = tr("{n} checks").format(n=deciding) if deciding else (tr("collects") if checks else tr("question"))
        common.say(f"{rule.id:9} {rule.severity:8} {rule.mode:9} {rule.scope:10} {how:10} {content(rule.title)}")
    checks = [check for addendum in addenda for check in addendum.checks]
    total = sum(check.decides for check in checks)
    common.say(
        tr("{items} items, {total} checks that decide, {others} that collect").format(
            items=len(benchmark.rules), total=total, others=len(checks) - total
        )
    )


@command.command(
    "show",
    epilog=tr("Example: bartizan checks show 4.2-a"),
    help=tr("Show an item or a check whole: requirement, reason, commands, expectation, remedy."),
)
@click.argument("id_", metavar="ID")
@EXTRA
def show(id_: str, *, extra: tuple[Path, ...]) -> None:
    """Run it; ``help`` says what it does."""
    benchmark = common.content(extra)
    everything = [check for addendum in benchmark.addenda for check in addendum.checks]
    rules = {rule.id: rule for rule in benchmark.rules}
    if id_ in rules:
        _show_rule(rules[id_])
        for check in everything:
            if check.item == id_:
                _show_check(check, benchmark)
        for addendum in benchmark.addenda:
            for item, why in addendum.undecided:
                if item == id_:
                    common.say("")
                    common.say(tr("{addendum}: no command decides it: {why}").format(addendum=addendum.id, why=why))
        return
    for check in everything:
        if check.id == id_:
            _show_check(check, benchmark)
            return
    from app.benchmark.suggest import suggestion  # noqa: PLC0415 - only for a word that isn't known

    hint = suggestion(id_, [*rules, *(check.id for check in everything)])
    raise UsageError(tr("{id}: there is no item or check of that id{hint}.").format(id=id_, hint=hint))


def _lines(label: str, text: str) -> None:
    for number, line in enumerate(text.splitlines() or [""]):
        common.say(f"  {label if number == 0 else '':12} {line}")


def _show_rule(rule: Rule) -> None:
    common.say(f"{rule.id}  {content(rule.title)}")
    common.say(
        tr("  {severity}, {mode}, scope {scope}, answers threats {threats}").format(
            severity=rule.severity, mode=rule.mode, scope=rule.scope, threats=", ".join(rule.threats)
        )
    )
    _lines(tr("must hold"), content(rule.requirement))
    _lines(tr("why"), rule.rationale)
    _lines(tr("question"), content(rule.question))
    _lines(tr("evidence"), "\n".join(rule.evidence))
    _lines(tr("references"), "\n".join(rule.references))


def _show_check(check: Check, benchmark: Benchmark) -> None:
    from app.judge.check import probes_of  # noqa: PLC0415 - beside its only use

    common.say()
    common.say(f"{check.id}  ({check.item})  {check.title}")
    known = {probe.id: probe for addendum in benchmark.addenda for probe in addendum.probes}
    for name in probes_of(check):
        probe = known[name]
        for source in [known[one] for one in probe.derived_from] or [probe]:
            _lines(f"{source.privilege}", f"{source.id}: {source.command.strip()}")
    if check.when_text:
        _lines(tr("unless"), check.when_text)
    for family, text in check.remediation:
        _lines(tr("mend ({family})").format(family=family), text)


@command.command(
    "validate",
    epilog=tr("Example: bartizan checks validate my-checks"),
    help=tr("Check content files: every fault with file, line, item and a suggestion."),
)
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
def validate(paths: tuple[Path, ...]) -> None:
    """Run it; ``help`` says what it does."""
    from app.benchmark.load import load  # noqa: PLC0415 - pydantic costs a quarter of a second
    from app.places import checks_root, real  # noqa: PLC0415 - beside its only use

    own = checks_root()
    others = [path for path in paths if not real(path).is_relative_to(real(own))]
    missing = [tr("{path}: there is no such file or folder.").format(path=path) for path in paths if not path.exists()]
    if missing:
        raise ContentError(missing)
    benchmark = load([own, *others])
    count = sum(len(addendum.checks) for addendum in benchmark.addenda)
    common.say(
        tr("No faults: {items} items, {addenda} addenda, {checks} checks").format(
            items=len(benchmark.rules), addenda=len(benchmark.addenda), checks=count
        )
    )


@command.command(
    "try",
    epilog=tr("Example: bartizan checks try my-checks --on root@hv1"),
    help=tr("Run the checks of PATH on one target and show what each one sees; nothing is stored."),
)
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--on", "target", required=True, help=tr("A target as of audit, or this-computer."))
@click.option("--identity", type=click.Path(path_type=Path), help=tr("Private key file."))
@click.option("--accept-new-host-keys", is_flag=True, help=tr("Accept and keep the key of a host never seen before."))
def try_(path: Path, *, target: str, identity: Path | None, accept_new_host_keys: bool) -> None:
    """Run it; ``help`` says what it does."""
    from dataclasses import replace  # noqa: PLC0415 - beside its only use

    from app.look import scan_options  # noqa: PLC0415 - the pipeline is imported by the commands that run it
    from app.scan import facts_of, scan  # noqa: PLC0415 - the same
    from app.targets import LOCAL_NAME, local_target, parse_target  # noqa: PLC0415 - the same

    benchmark = common.content([path])
    own = {addendum.id for addendum in common.content().addenda}
    tried = [addendum for addendum in benchmark.addenda if addendum.id not in own] or list(benchmark.addenda)
    wanted = {name for addendum in tried for name in (addendum.id, *_bases(benchmark, addendum.id))}
    benchmark = replace(benchmark, addenda=tuple(one for one in benchmark.addenda if one.id in wanted))
    chosen = local_target() if target == LOCAL_NAME else parse_target(target)
    if identity:
        chosen = replace(chosen, identity=str(identity))
    from app.cli.asker import terminal_asker  # noqa: PLC0415 - the same
    from app.cli.secrets import SecretSource  # noqa: PLC0415 - the same

    source = SecretSource.from_options("")
    found = scan(
        chosen,
        benchmark=benchmark,
        profile=Profile(),
        secrets=source.of(chosen),
        options=replace(
            scan_options(accept_new=accept_new_host_keys, ask=terminal_asker(secrets_from="")), secrets_of=source.of
        ),
        cancel=threading.Event(),
        on_event=lambda _event: None,
    )
    if found.error is not None and not found.state.reachable:
        raise found.error
    facts = facts_of(benchmark, list(found.state.addenda), found.evidence, chosen.name)
    values = {value.id: value.default for value in benchmark.values}
    for addendum in tried:
        if addendum.id not in found.state.addenda:
            common.say(
                tr("{addendum}: doesn't apply to {target} (its `detect` was not true there)").format(
                    addendum=addendum.id, target=chosen.name
                )
            )
            continue
        for check in addendum.checks:
            if not check.decides:
                what = tr("collects")
                common.say(f"{what:14} {check.id}  {', '.join(check.collect)}")
                continue
            for result in judge_check(check, facts, values):
                subject = f" [{result.subject}]" if result.subject else ""
                common.say(f"{result.result:14} {check.id}{subject}  {result.message}")


@command.command(
    "schema",
    hidden=True,
    epilog=tr("Example: bartizan checks schema --out checks/schema.json"),
    help=tr("Write the JSON Schema of content files or inventories; `make schema` keeps the project's own current."),
)
@click.option("--inventory", is_flag=True, help=tr("That of inventories instead of that of content files."))
@click.option("--out", required=True, type=click.Path(path_type=Path), help=tr("Where to write it."))
def schema(*, inventory: bool, out: Path) -> None:
    """Run it; ``help`` says what it does."""
    from app.benchmark.editors import schema_text  # noqa: PLC0415 - pydantic costs a quarter of a second

    common.writable(out)
    out.write_text(schema_text("inventory.schema.json" if inventory else "schema.json"), encoding="utf-8")


@command.command(
    "commands",
    epilog=tr("Example: bartizan checks commands --platform libvirt"),
    help=tr("Print every command that may run on a host of a platform, with the rights that it needs."),
)
@click.option("--platform", required=True, help=tr("The addendum; its bases are included."))
@EXTRA
def commands(*, platform: str, extra: tuple[Path, ...]) -> None:
    """Run it; ``help`` says what it does."""
    benchmark = common.content(extra)
    for addendum in _with_bases(benchmark, platform):
        common.say(f"# {addendum.id}: found where: {addendum.detect}")
        for probe in addendum.probes:
            if probe.command:
                common.say(f"# {probe.id} ({probe.privilege}, at most {probe.timeout} s)")
                for line in probe.command.strip().split("\n"):  # as a shell parts them
                    common.say(line)
                common.say()


@command.command(
    "sudoers",
    epilog=tr("Example: bartizan checks sudoers --platform libvirt --user audit"),
    help=tr(
        "Print a sudoers file that allows an audit account exactly the privileged commands of a "
        "platform.\n\n"
        "Install it with visudo -f /etc/sudoers.d/bartizan-audit. A new version of Bartizan may need a new "
        "file."
    ),
)
@click.option("--platform", required=True, help=tr("The addendum; its bases are included."))
@click.option("--user", required=True, help=tr("The account that audits."))
@click.option("--probe-timeout", type=click.IntRange(1, 600), default=None, help=tr("As given to audit, in seconds."))
@EXTRA
def sudoers_(*, platform: str, user: str, probe_timeout: int | None, extra: tuple[Path, ...]) -> None:
    """Run it; ``help`` says what it does."""
    from app.dialect.sudoers import sudoers  # noqa: PLC0415 - beside its only use

    probes = [probe for addendum in _with_bases(common.content(extra), platform) for probe in addendum.probes]
    try:
        text = sudoers(probes, user, probe_limit=probe_timeout)
    except ValueError as error:
        raise UsageError(f"--user: {error}.") from None
    common.say_whole(text)


def _with_bases(benchmark: Benchmark, platform: str) -> list[Addendum]:
    known = sorted(addendum.id for addendum in benchmark.addenda)
    if platform not in known:
        raise UsageError(
            tr("There is no platform {platform}; known are {known}.").format(platform=platform, known=", ".join(known))
        )
    wanted = {platform, *_bases(benchmark, platform)}
    return [addendum for addendum in benchmark.addenda if addendum.id in wanted]


def _bases(benchmark: Benchmark, platform: str) -> set[str]:
    from app.benchmark.ancestors import ancestors  # noqa: PLC0415 - beside its only use

    by_id = {addendum.id: addendum for addendum in benchmark.addenda}
    return ancestors(by_id[platform], by_id)
