"""``bartizan audit``: look at targets, judge, store, report."""

import math
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from itertools import chain
from pathlib import Path
from typing import Any

import click

from app.audit import Audit, new_info
from app.cli import common
from app.cli.asker import terminal_asker
from app.cli.progress import Wave, follow
from app.cli.request import Request
from app.cli.secrets import SecretSource, warn_of_unused
from app.cli.summary import print_summary
from app.errors import ReportError, StoreError, UsageError
from app.hostlist import known_guests, same_addresses
from app.language import tr
from app.naming import free_path
from app.runner import JOBS
from app.transport.sshconfig import remarks as ssh_remarks


class Seconds(click.FloatRange):
    """A number of seconds within a range; ``nan``, which is within every one because it is not outside, is none."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """The number, or a complaint that says which may be."""
        try:
            found = float(super().convert(value, param, ctx))
        except click.BadParameter:
            found = math.nan
        if math.isnan(found):
            said = tr("{value!r} is not a number of seconds from {least} to {most}.")
            self.fail(said.format(value=str(value), least=self.min, most=self.max), param, ctx)
        return found


@click.command(
    "audit",
    epilog=tr("Example: bartizan audit root@hv1 audit@mail01:2222 --out autumn.bartizan --pdf autumn.pdf"),
    help=tr(
        "Audit TARGETs: [user@]host[:port], ssh://..., an IPv6 address in brackets, or a name of your SSH "
        "config.\n\n"
        "Exit status: 0 all passes, 1 something fails, 2 something is undecided, 3 bad input, 4 own error."
    ),
)
@click.argument("targets", nargs=-1, metavar="[TARGET]...")
@click.option("--local", is_flag=True, help=tr("Audit this computer, without SSH."))
@click.option(
    "--inventory",
    type=click.Path(path_type=Path),
    help=tr("Audit the hosts of this file: YAML of our own form, or Ansible's INI or YAML (docs/inventory.md)."),
)
@click.option(
    "--resume", type=click.Path(path_type=Path), help=tr("Go on with the interrupted run of this audit file.")
)
@click.option("--out", type=click.Path(path_type=Path), help=tr("The new audit file; default: named by date and time."))
@click.option("--json", "json_out", metavar="FILE|-", help=tr("Write the findings as JSON; - is standard output."))
@click.option("--pdf", type=click.Path(path_type=Path), help=tr("Write the report."))
@click.option("--title", default="", help=tr("Title of the audit."))
@click.option("--single-person", is_flag=True, help=tr("One person answers and accepts; the report says so."))
@click.option("--identity", type=click.Path(path_type=Path), help=tr("Private key file for all targets."))
@click.option("--known-hosts", type=click.Path(path_type=Path), help=tr("Look for host keys in this file only."))
@click.option("--accept-new-host-keys", is_flag=True, help=tr("Accept and keep keys of hosts never seen before."))
@click.option("--host-key", "host_keys", multiple=True, metavar="SHA256:...", help=tr("Accept this host key."))
@click.option(
    "--legacy-algorithms",
    "legacy",
    multiple=True,
    metavar="TARGET",
    help=tr("Allow outdated SSH algorithms for this target alone; the audit reports it as a finding."),
)
@click.option(
    "--sudo", type=click.Choice(["auto", "never", "password"]), default=None, help=tr("How rights are raised.")
)
@click.option("--role", type=click.Choice(["host", "guest", "auto"]), default=None, help=tr("What the targets are."))
@click.option("--platform", default=None, metavar="NAME|auto", help=tr("Which addendum decides; default: detected."))
@click.option("--guests", is_flag=True, help=tr("Also audit guests found that your SSH config names; list the others."))
@click.option("--secrets", "secrets_from", metavar="-", help=tr("Read passwords as JSON from standard input."))
@click.option(
    "--carry",
    type=click.Path(path_type=Path),
    help=tr(
        "Take over answers of this audit that still hold; its hosts and chapters too, unless they are given. With "
        "--resume: those that the interrupted run came no more to take over."
    ),
)
@click.option("--jobs", type=click.IntRange(1, 256), default=JOBS, show_default=True, help=tr("Targets at once."))
@click.option(
    "--connect-timeout",
    type=Seconds(0.1, 600),
    default=15.0,
    show_default=True,
    help=tr("Seconds to reach a host, from 0.1; goes before ConnectTimeout of your SSH config."),
)
@click.option("--probe-timeout", type=Seconds(1, 600), default=None, help=tr("Seconds for each probe."))
@click.option("--deadline", type=Seconds(1, 86400), default=300.0, show_default=True, help=tr("Seconds a target."))
@click.option("--chapter", "chapters", multiple=True, metavar="N", help=tr("Only this chapter; may be repeated."))
@click.option("--checks", "extra", multiple=True, type=click.Path(path_type=Path), help=tr("Your own addenda."))
@click.pass_context
def command(context: click.Context, /, **given: object) -> None:
    """Run it; ``help`` says what it does."""
    request = Request(given)
    benchmark = common.content(request.extra)
    if request.resume is not None:
        context.exit(_resume(request, request.resume))
    earlier = common.open_audit(request.carry, request.extra, readonly=True) if request.carry else None
    targets = request.targets(benchmark, earlier)
    profile = request.profile(benchmark, earlier)
    reports = {"--json": Path(request.json_out) if request.json_out else None, "--pdf": common.named(request.pdf)}
    common.distinct({**reports, "--out": request.out, "--carry": request.carry, "--inventory": request.inventory})
    for path in reports.values():
        common.writable(path)
    for sentence in same_addresses(targets):
        common.complain(sentence)
    for sentence in ssh_remarks(targets):
        common.complain(sentence)
    secrets = SecretSource.from_options(request.secrets_from)
    if not request.guests:  # the secrets may be those of guests that are yet to be found
        warn_of_unused(secrets, targets)
    named = tr("Audit of {target} and {n} more") if targets[1:] else tr("Audit of {target}")
    title = request.title or named.format(target=targets[0].name, n=len(targets) - 1)
    out = request.out or _free_name()
    info = new_info(title, profile=profile, single_person=request.single_person)
    audit = Audit.create(out, info, benchmark, targets)
    try:
        interrupted = _run(audit, request, secrets)
        secrets.explain(audit.states)
        if earlier is not None:
            _carry(audit, earlier, request)
        status = _told(audit, request, interrupted=interrupted)
    except StoreError as error:
        status = _unkept(audit, error)
    finally:
        audit.close()
    context.exit(status)


def _unkept(audit: Audit, error: StoreError) -> int:
    """Say why the audit could not take in what hosts had said; the exit status. Something was run, so it isn't 3."""
    common.complain(f"{error} " + tr("Then go on with: bartizan audit --resume {path}").format(path=audit.path))
    return common.OWN_ERROR


def _carry(audit: Audit, earlier: Audit, request: Request) -> None:
    """Take over the answers of the earlier audit, which is closed, and say which."""
    carried = audit.carry(earlier)
    earlier.close()
    if request.json_out == "-":
        return
    common.say(
        tr("Answers taken over from {audit}: {n}; a person should confirm them").format(
            n=len(carried.answers), audit=request.carry
        )
    )
    for left in carried.left:
        common.say(tr("  not taken over: {item}: {reason}").format(item=left.override.item, reason=left.reason))


def _told(audit: Audit, request: Request, *, interrupted: bool) -> int:
    """Write and print what came of a run; the exit status."""
    status = common.INTERRUPTED if interrupted else common.exit_status(audit.findings())
    try:
        _write(audit, request)
    except ReportError as error:  # the disk filled up since the paths were tried: the audit itself is safe
        common.complain(str(error))
        status = common.OWN_ERROR
    if request.json_out != "-":
        print_summary(audit, guests=request.guests)
        common.say(tr("Saved as {path}").format(path=audit.path))
        if interrupted:
            common.say(tr("Go on with: bartizan audit --resume {path}").format(path=audit.path))
    return status


def _resume(request: Request, file: Path) -> int:
    """Look at what an interrupted run left, and end it; the exit status."""
    request.refuse_a_new_audit()
    reports = {"--json": Path(request.json_out) if request.json_out else None, "--pdf": common.named(request.pdf)}
    common.distinct({**reports, "--resume": file})
    for path in reports.values():
        common.writable(path)
    secrets = SecretSource.from_options(request.secrets_from)
    earlier = common.open_audit(request.carry, request.extra, readonly=True) if request.carry else None
    audit = common.open_audit(file, request.extra)
    try:
        if not audit.interrupted and earlier is None:
            raise UsageError(
                tr("{file}: no run of it was interrupted; there is nothing to go on with.").format(file=file)
            )
        interrupted = audit.interrupted and _run(audit, request, secrets, audit.left)
        secrets.explain(audit.states)
        if earlier is not None:
            _carry(audit, earlier, request)
        return _told(audit, request, interrupted=interrupted)
    except StoreError as error:
        return _unkept(audit, error)
    finally:
        audit.close()


def _free_name() -> Path:
    stamp = datetime.now().astimezone().strftime("%Y-%m-%d-%H%M%S")
    return free_path(Path(), f"audit-{stamp}")  # another one may begin within the second, or an hour later in autumn


def _run(audit: Audit, request: Request, secrets: SecretSource, names: Sequence[str] | None = None) -> bool:
    """Look at all targets, or at those of these names; True if the person interrupted it."""
    audit.start_run(names)
    chosen = [target for target in audit.targets if names is None or target.name in names]
    pairs = [(request.with_login(target), secrets.of(target)) for target in chosen]
    asker = terminal_asker(secrets_from=request.secrets_from)
    options = replace(
        request.options,
        bastions={target.name: request.with_login(target) for target in audit.targets},
        secrets_of=secrets.of,
        ask=asker,
    )
    runner = audit.runner(options, jobs=request.jobs)
    try:
        return follow(
            runner,
            pairs,
            audit,
            quiet=request.json_out == "-" and not sys.stderr.isatty(),
            then=lambda: _guests(audit, request, secrets) if request.guests else (),
            asker=asker,
        )
    finally:
        if asker is not None:
            asker.close()
        runner.shutdown()


def _guests(audit: Audit, request: Request, secrets: SecretSource) -> Wave:
    """The guests that were found and that the SSH config names join the audit."""
    from app.transport.sshconfig import names  # noqa: PLC0415 - only for this option

    guests = [request.with_login(guest) for guest in known_guests(audit.targets, audit.states, names())]
    if guests:
        audit.set_targets([*audit.targets, *guests])
    return [(guest, secrets.of(guest)) for guest in guests]


def _write(audit: Audit, request: Request) -> None:
    from app.report.formats import FORMATS, json_parts  # noqa: PLC0415 - reports are written at the end, if at all

    document = audit.document() if request.json_out or request.pdf else None
    if document is None:
        return
    if request.json_out == "-":
        common.say_parts(chain(json_parts(document), ["\n"]))
    elif request.json_out:
        FORMATS["json"](document, Path(request.json_out))
    if request.pdf:
        FORMATS["pdf"](document, request.pdf)
        if request.json_out != "-":
            common.say(tr("Report written to {path}").format(path=request.pdf))
