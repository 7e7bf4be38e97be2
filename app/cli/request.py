"""What the options of ``bartizan audit`` ask for, typed."""

import os
import re
from dataclasses import replace
from pathlib import Path

import click

from app.audit import Audit
from app.cli import common
from app.errors import UsageError
from app.language import tr
from app.look import ScanOptions, scan_options
from app.model import Benchmark, Profile, Role, Target
from app.targets import local_target, parse_target, unique_names
from app.transport.base import Limits

_FINGERPRINT = re.compile(r"SHA256:[A-Za-z0-9+/]{43}")  # a SHA-256 in base64 without its padding


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
