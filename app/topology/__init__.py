"""Several targets together: what no machine shows alone.

Each function takes a host and its guests with their facts and gives check results for one cross-host item. A machine's
facts speak of that machine only: a guest can fail or blur the comparison, but can't turn it into a pass for another.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.model import Facts, Reason, TargetState


@dataclass(frozen=True, slots=True)
class Member:
    """One machine of a comparison; ``asked`` is when each probe was sent and how long it took, by probe."""

    state: TargetState
    facts: Mapping[str, Facts]
    asked: Mapping[str, tuple[datetime, float]]

    @property
    def name(self) -> str:
        """The target's name."""
        return self.state.target.name

    def fact(self, probe: str) -> dict[str, Any] | None:
        """The facts of a probe, or None where there are none."""
        found = self.facts.get(probe)
        return found.value if found is not None and found.reason is None and isinstance(found.value, dict) else None

    def why_not(self, probe: str) -> tuple[Reason, str]:
        """Why a probe gave no facts."""
        if not self.state.reachable:
            return Reason.UNREACHABLE, f"{self.name} could not be looked at"
        found = self.facts.get(probe)
        if found is None or found.reason is None:
            return Reason.FACT_MISSING, f"{self.name} was not asked for {probe}"
        return found.reason, f"{self.name}: {found.message}"
