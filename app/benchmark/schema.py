"""The typed form of every content file; ``checks/schema.json`` is generated from it.

Only this package imports pydantic (0.25 s): a start uses the cached catalogue.
"""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from app.judge.expectation import COMPARISONS, LISTS, NUMBERS
from app.language import tr

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Command = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, pattern=r"^[^\x00]*$")]
FactPath = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*(\.\S.*)?$")]
Program = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_./][A-Za-z0-9_./+-]*$")]
Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
AddendumId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$")]
CheckId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*\.[a-z0-9][a-z0-9-]*$")]
ItemId = Annotated[str, StringConstraints(pattern=r"^[0-9]+(\.[0-9]+)+-[a-z]$")]
SectionId = Annotated[str, StringConstraints(pattern=r"^[0-9]+(\.[0-9]+)+$")]


class Strict(BaseModel):
    """No unknown keys, no silent conversions."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


# --- the guideline -----------------------------------------------------------------------------------------------


class SectionModel(Strict):
    """One section of a chapter."""

    id: SectionId = Field(description='Number of the section, in quotes: "4.1".')
    title: Text
    introduction: Text = Field(description="What the section is about and which threat it answers.")


class ItemModel(Strict):
    """One auditable item."""

    id: ItemId = Field(description="Section, hyphen, letter: 4.1-a. Stable for ever.")
    section: SectionId
    title: Text
    scope: Literal["host", "guest", "both", "site", "cross-host"]
    severity: Literal["low", "medium", "high", "critical"]
    mode: Literal["automated", "assisted", "manual"]
    threats: list[SectionId] = Field(
        min_length=1, description="Threat sections of the guideline that the item answers."
    )
    basis: Literal["direct", "derived"] = Field(
        description="direct: the guideline asks for it; derived: today's means to an end that the guideline names."
    )
    requirement: Text = Field(description="What must hold.")
    rationale: Text = Field(description="Why it matters; 2 to 5 sentences from which an administrator learns.")
    question: Text = Field(description="What a person is asked where no command decides.")
    evidence: list[Text] = Field(min_length=1, description="What to attach to an answer.")
    references: list[Text] = Field(min_length=1)


class ChapterFile(Strict):
    """One chapter of the guideline: checks/guideline/N-name.yaml."""

    chapter: Annotated[str, StringConstraints(pattern=r"^[0-9]+$")]
    title: Text
    introduction: Text
    sections: list[SectionModel] = Field(min_length=1)
    items: list[ItemModel] = Field(min_length=1)


class BenchmarkFile(Strict):
    """The head of the guideline: checks/guideline/benchmark.yaml."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+$")]
    version: Text
    title: Text
    notice: Text


# --- expectations ------------------------------------------------------------------------------------------------

Missing = Literal["unknown", "fail", "pass"]
FORMS = ("fact", "all", "any", "not", "every", "some")


def _one_form_of_each(schema: dict[str, Any]) -> None:
    """What ``one_form`` below refuses, for editors: one form, one comparison, and what a quantifier needs."""
    schema["oneOf"] = [{"required": [form]} for form in FORMS]
    schema["allOf"] = [
        {"if": {"required": ["fact"]}, "then": {"oneOf": [{"required": [name]} for name in COMPARISONS]}},
        *({"if": {"required": [form]}, "then": {"required": ["as", "expect"]}} for form in ("every", "some")),
    ]


class Expectation(Strict):
    """One node of an expectation: a comparison of a fact, a combination, or a quantifier over a list.

    Exactly one of: ``fact`` with one comparison, ``all``, ``any``, ``not``, ``every``, ``some``.
    """

    model_config = ConfigDict(
        extra="forbid", strict=True, frozen=True, populate_by_name=True, json_schema_extra=_one_form_of_each
    )

    fact: FactPath | None = Field(default=None, description="probe.key.key, or the for_each name: vm.memory_kib")
    label: Text | None = Field(default=None, description="What the fact is called in a message; default: its path.")
    missing: Missing | None = Field(
        default=None, description="What it means when the output doesn't hold the fact; default: unknown."
    )

    equals: Any = Field(default=None, description="The same value; text is compared exactly.")
    differs: Any = Field(default=None, description="Another value.")
    one_of: Any = Field(default=None, description="One of a list.")
    none_of: Any = Field(default=None, description="None of a list.")
    at_least: Any = Field(default=None, description="A number not below this one.")
    at_most: Any = Field(default=None, description="A number not above this one.")
    matches: str | None = Field(default=None, description="Text in which this RE2 expression is found.")
    matches_not: str | None = Field(default=None, description="Text in which this RE2 expression is not found.")
    contains: Any = Field(default=None, description="A list with this element, or a text with this part.")
    contains_all: Any = Field(default=None, description="A list that holds every one of these.")
    contains_none: Any = Field(default=None, description="A list that holds none of these.")
    only: Any = Field(default=None, description="A list that holds nothing but these (it may be empty).")
    empty: bool | None = Field(default=None, description="An empty (true) or non-empty (false) list or text.")
    present: bool | None = Field(default=None, description="The fact is there (true) or not (false).")

    all: list["Expectation"] | None = Field(default=None, min_length=1, description="Every one holds.")
    any: list["Expectation"] | None = Field(default=None, min_length=1, description="At least one holds.")
    not_: "Expectation | None" = Field(default=None, alias="not", description="It doesn't hold.")

    every: FactPath | None = Field(default=None, description="Path of a list: each element holds.")
    some: FactPath | None = Field(default=None, description="Path of a list: at least one element holds.")
    as_: Name | None = Field(default=None, alias="as", description="Name of the element in the inner expectation.")
    name: str | None = Field(default=None, description="Key of the element that names it in messages.")
    where: "Expectation | None" = Field(default=None, description="Only the elements for which this holds.")
    expect: "Expectation | None" = Field(default=None, description="What must hold for the element.")

    @model_validator(mode="after")
    def one_form(self) -> "Expectation":
        """Refuse a node that is none or several of the forms."""
        given = self.model_fields_set
        forms = given & {"fact", "all", "any", "not_", "every", "some"}
        if len(forms) != 1:
            raise ValueError(tr("give exactly one of {forms}").format(forms=", ".join(FORMS)))
        if absent := sorted(name for name in given - set(COMPARISONS) if getattr(self, name) is None):
            raise ValueError(tr("{absent} needs a value").format(absent=absent[0].rstrip("_")))
        form = forms.pop()
        comparisons = given & set(COMPARISONS)
        if form == "fact":
            if len(comparisons) != 1:
                raise ValueError(
                    tr("give exactly one comparison beside fact: {comparisons}").format(
                        comparisons=", ".join(COMPARISONS)
                    )
                )
            for operator in comparisons:
                self._operand(operator)
            allowed = {"fact", "label", "missing"} | comparisons
        elif form in {"every", "some"}:
            if self.expect is None or self.as_ is None:
                raise ValueError(tr("{form} needs `as` and `expect`").format(form=form))
            allowed = {form, "as_", "name", "where", "expect", "label", "missing"}
        else:
            allowed = {form}
        if extra := given - allowed:
            raise ValueError(
                tr("{names} has no meaning beside {form}").format(names=", ".join(sorted(extra)), form=form)
            )
        return self

    def _operand(self, operator: str) -> None:
        """Refuse an operand with which the comparison could never be decided."""
        given = getattr(self, operator)
        if given is None:
            raise ValueError(
                tr("{operator} needs a value; whether the fact is there at all is asked with present").format(
                    operator=operator
                )
            )
        if isinstance(given, dict):
            if len(given) != 1 or not isinstance(next(iter(given.values())), str) or not {"value", "fact"} & set(given):
                raise ValueError(
                    tr("{operator} takes a plain value, {{value: name}} or {{fact: path}}").format(operator=operator)
                )
        elif operator in LISTS and not isinstance(given, list):
            raise ValueError(tr("{operator} needs a list, such as [a, b]").format(operator=operator))
        elif operator in NUMBERS and (isinstance(given, bool) or not isinstance(given, int | float)):
            raise ValueError(tr("{operator} needs a number").format(operator=operator))


# --- a platform --------------------------------------------------------------------------------------------------


class ProbeModel(Strict):
    """One read-only look: a command with its parser, or facts derived from other probes."""

    model_config = ConfigDict(
        extra="forbid",
        strict=True,
        frozen=True,
        populate_by_name=True,
        json_schema_extra={
            "oneOf": [{"required": ["command"]}, {"required": ["from"]}],
            "dependentRequired": {"if_missing": ["needs"]},
        },
    )

    command: Command | None = Field(default=None, description="POSIX shell; read-only; runs with no standard input.")
    derived_from: list[Name] | None = Field(
        default=None, alias="from", description="Probes whose facts the parser joins."
    )
    parser: Name
    privilege: Literal["user", "root"] = "user"
    timeout: int = Field(default=30, ge=1, le=600, description="Seconds.")
    cap: int = Field(default=1 << 20, ge=1024, le=8 << 20, description="Bytes of output kept; more is `truncated`.")
    exits: list[int] = Field(default=[0], description="Exit statuses that mean something; others: could not look.")
    needs: list[Program] = Field(default=[], description="Programs looked for before the command is run.")
    if_missing: Any = Field(default=None, description="The facts when a needed program is not there.")
    may_be_empty: bool = Field(default=False, description="Empty output is a normal answer.")
    note: Text | None = None

    @model_validator(mode="after")
    def one_source(self) -> "ProbeModel":
        """Refuse a probe with both a command and sources, or neither."""
        if (self.command is None) == (self.derived_from is None):
            raise ValueError(tr("give either command or from"))
        if self.if_missing is not None and not self.needs:
            raise ValueError(tr("if_missing has no meaning without needs"))
        return self


class CheckModel(Strict):
    """How one item is decided on this platform, or which facts a person gets for it."""

    model_config = ConfigDict(
        extra="forbid",
        strict=True,
        frozen=True,
        populate_by_name=True,
        json_schema_extra={
            "anyOf": [{"required": ["expect", "remediation"]}, {"required": ["collect"]}],
            "dependentRequired": {
                "expect": ["remediation"],
                "for_each": ["as"],
                "as": ["for_each"],
                "when": ["when_text"],
                "when_text": ["when"],
            },
        },
    )

    id: CheckId = Field(description="addendum.what-is-checked")
    item: ItemId
    title: Text = Field(description="What holds when the check passes, as one short sentence.")
    when: Expectation | None = Field(default=None, description="The check applies only where this holds.")
    when_text: Text | None = Field(default=None, description="One sentence shown where it doesn't apply.")
    for_each: FactPath | None = Field(default=None, description="Path of a list of subjects (VMs, files, accounts).")
    as_: Name | None = Field(default=None, alias="as", description="Name of the subject in the expectation.")
    name: str = Field(default="name", description="Key of the subject that names it on screen.")
    expect: Expectation | None = None
    collect: list[Name] = Field(default=[], description="Probes whose output a person gets to see.")
    remediation: dict[Literal["any", "debian", "redhat", "suse", "alpine"], Text] = Field(
        default={}, description="Exact file, line and command, and what it may break; per family or for any."
    )

    @model_validator(mode="after")
    def complete(self) -> "CheckModel":
        """Refuse a check that neither decides nor collects, or lacks its remedy."""
        if self.expect is None and not self.collect:
            raise ValueError(tr("give expect (it decides) or collect (a person decides)"))
        if self.expect is not None and not self.remediation:
            raise ValueError(tr("a check that decides needs a remediation"))
        if (self.for_each is None) != (self.as_ is None):
            raise ValueError(tr("for_each and as go together"))
        if (self.when is None) != (self.when_text is None):
            raise ValueError(tr("when and when_text go together"))
        return self


class ValueModel(Strict):
    """A threshold or agreed list that a site may set otherwise (XCCDF Value)."""

    title: Text
    default: bool | int | float | str | list[str] | list[int]
    unit: str = ""


class PlatformModel(Strict):
    """The head of an addendum."""

    id: AddendumId
    title: Text
    detect: Command = Field(description="POSIX shell condition, true on this platform.")
    roles: list[Literal["host", "guest"]] = Field(min_length=1)
    hypervisor: bool = Field(default=False, description="It runs guests: a target where it is found is a host.")
    extends: list[AddendumId] = []


class PlatformFile(Strict):
    """One file of an addendum: checks/platforms/NAME/*.yaml; exactly one of them has `platform`."""

    platform: PlatformModel | None = None
    values: dict[Name, ValueModel] = {}
    probes: dict[Name, ProbeModel] = {}
    checks: list[CheckModel] = []
    undecided: dict[ItemId, Text] = Field(
        default={}, description="Items that no command decides on this platform, and why: they become questions."
    )


class ProfileFile(Strict):
    """Values that a site sets: any file named profile.yaml."""

    set_values: dict[Name, bool | int | float | str | list[str] | list[int]]
