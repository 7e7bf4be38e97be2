"""``bartizan audit``: look at targets, judge, store, report."""

import math
import os
import re
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
from app.cli.secrets import SecretSource, warn_of_unused
from app.cli.summary import print_summary
from app.errors import ReportError, StoreError, UsageError
from app.hostlist import known_guests, same_addresses
from app.language import tr
from app.look import ScanOptions, scan_options
from app.model import Benchmark, Profile, Role, Target
from app.runner import JOBS
from app.targets import local_target, parse_target, unique_names
from app.transport.base import Limits
from app.transport.sshconfig import remarks as ssh_remarks

_FINGERPRINT = re.compile(r"SHA256:[A-Za-z0-9+/]{43}")  # a SHA-256 in base64 without its padding


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


def _carry(audit: Audit, earlier: Audit, request: "Request") -> None:
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


def _told(audit: Audit, request: "Request", *, interrupted: bool) -> int:
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


def _resume(request: "Request", file: Path) -> int:
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


class Request:
    """The options, typed."""

    def __init__(self, given: dict[str, object]) -> None:
        self._given = given
        self.extra: tuple[Path, ...] = tuple(given["extra"] or ())  # type: ignore[arg-type]  # click gives a tuple
        self.pdf = self._path("pdf")
        self.out = self._path("out")
        self.resume = self._path("resume")
        self.carry = self._path("carry")
        self.inventory = self._path("inventory")
        self.json_out = str(given["json_out"] or "")
        self.title = str(given["title"] or "")
        self.secrets_from = str(given["secrets_from"] or "")
        self.legacy: tuple[str, ...] = tuple(given["legacy"] or ())  # type: ignore[arg-type]  # click gives a tuple
        self.guests = bool(given["guests"])
        self.single_person = bool(given["single_person"])
        self.jobs = int(str(given["jobs"]))
        self.options = self._options()

    def _path(self, name: str) -> Path | None:
        value = self._given[name]
        return Path(str(value)) if value else None

    def _options(self) -> ScanOptions:
        probe = self._given["probe_timeout"]
        limits = Limits(
            connect=float(str(self._given["connect_timeout"])),
            probe=float(str(probe)) if probe is not None else None,
            host=float(str(self._given["deadline"])),
            insisted=_was_given("connect_timeout"),
        )
        only = self._path("known_hosts")
        if only is not None and not only.is_file() and str(only) != os.devnull:
            raise UsageError(tr("{path}: there is no such known_hosts file.").format(path=only))
        fingerprints = frozenset(self._given["host_keys"] or ())  # type: ignore[call-overload]  # click gives a tuple
        for one in fingerprints:
            if not _FINGERPRINT.fullmatch(str(one)):
                raise UsageError(
                    tr("--host-key {key}: write it as SHA256:..., as ssh-keygen -l prints it.").format(key=one)
                )
        return scan_options(
            limits=limits,
            known_hosts=only,
            accept_new=bool(self._given["accept_new_host_keys"]),
            fingerprints=fingerprints,
        )

    def refuse_a_new_audit(self) -> None:
        """What an audit is about is settled when it goes on; UsageError where an option says it anew."""
        for name in ("targets", "local", "inventory", "out", "title", "single_person", "role", "platform"):
            if self._given[name]:
                shown = "TARGET" if name == "targets" else f"--{name.replace('_', '-')}"
                raise UsageError(
                    tr("{option}: --resume goes on with what the audit says; leave it out.").format(option=shown)
                )
        if self._given["chapters"]:
            raise UsageError(
                tr("{option}: --resume goes on with what the audit says; leave it out.").format(option="--chapter")
            )

    def targets(self, benchmark: Benchmark, earlier: Audit | None = None) -> tuple[Target, ...]:
        """What to audit: what is named, else the machines of the earlier audit; UsageError if that can't be."""
        listed = [parse_target(text) for text in self._given["targets"]]  # type: ignore[attr-defined]  # click gives a tuple
        if self.inventory:
            from app.benchmark.inventory import read_inventory  # noqa: PLC0415 - pydantic costs a quarter of a second

            read = read_inventory(self.inventory)
            for remark in read.remarks:
                common.complain(remark)
            listed += read.targets
        if self._given["local"]:
            listed.insert(0, local_target())
        if not listed and earlier is not None:
            listed = list(earlier.targets)
        if not listed:
            raise UsageError(tr("Nothing to audit: name a TARGET, or give --local or --inventory FILE."))
        chosen = [self._with_options(target) for target in unique_names(listed)]
        for name in self.legacy:
            if name not in {target.name for target in chosen}:
                raise UsageError(
                    tr("--legacy-algorithms {name}: there is no such target in this audit.").format(name=name)
                )
        known = {addendum.id for addendum in benchmark.addenda}
        for target in chosen:
            if target.platform != "auto" and target.platform not in known:
                names = ", ".join(sorted(known))
                raise UsageError(
                    tr("{target}: there is no platform {platform}; known are {names}.").format(
                        target=target.name, platform=target.platform, names=names
                    )
                )
        return tuple(chosen)

    def with_login(self, target: Target) -> Target:
        """The target with the options that say how to log in."""
        changes: dict[str, object] = {}
        if identity := self._path("identity"):
            changes["identity"] = str(identity)
        if self._given["sudo"]:
            changes["sudo"] = self._given["sudo"]
        return replace(target, **changes) if changes else target  # type: ignore[arg-type]  # each key has its field's type

    def _with_options(self, target: Target) -> Target:
        target = self.with_login(target)
        changes: dict[str, object] = {}
        if self._given["role"]:
            changes["role"] = Role(str(self._given["role"]))
        if self._given["platform"]:
            changes["platform"] = self._given["platform"]
        if target.name in self.legacy:
            changes["legacy_algorithms"] = True
        return replace(target, **changes) if changes else target  # type: ignore[arg-type]  # each key has its field's type

    def profile(self, benchmark: Benchmark, earlier: Audit | None = None) -> Profile:
        """Which chapters are looked at: those asked for, else those of the earlier audit, else all."""
        known = [chapter.id for chapter in benchmark.chapters]
        chosen = tuple(str(one) for one in self._given["chapters"] or ())  # type: ignore[attr-defined]  # click gives a tuple
        for one in chosen:
            if one not in known:
                raise UsageError(
                    tr("--chapter {chapter}: there is no such chapter; known are {known}.").format(
                        chapter=one, known=", ".join(known)
                    )
                )
        if not chosen and earlier is not None:
            return earlier.info.profile
        if not chosen:
            return Profile(chapters=tuple(known))
        left_out = tuple((one, tr("not asked for on the command line")) for one in known if one not in chosen)
        return Profile(chapters=tuple(one for one in known if one in chosen), left_out=left_out)


def _was_given(option: str) -> bool:
    """Whether a person gave that option, be it with its usual value."""
    source = click.get_current_context().get_parameter_source(option)
    return source is not click.core.ParameterSource.DEFAULT


def _free_name() -> Path:
    stamp = datetime.now().astimezone().strftime("%Y-%m-%d-%H%M%S")
    return Path(f"audit-{stamp}.bartizan")


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
