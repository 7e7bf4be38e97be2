"""One probe's answer while it comes, and the Evidence that it becomes."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from app.model import Evidence, Probe, Reason

STDERR_CAP = 64 << 10  # bytes of a probe's messages that are kept
KILLED = (124, 137)  # GNU timeout's own status, and that of SIGKILL
_GRACE = 0.5  # seconds by which a limit may seem to end early: the line may hold a marker back


@dataclass(slots=True)
class Frame:
    """What came between a probe's markers; at most ``room`` bytes of its output are kept, all are counted.

    ``begun`` is by a monotonic clock and ``seconds`` how long it took; ``status`` is None until the host said it.
    ``waited`` are the seconds from asking until its beginning came, where it was asked for itself.
    """

    started: datetime
    begun: float
    room: int
    output: bytearray = field(default_factory=bytearray)
    total: int = 0
    status: int | None = None
    seconds: float = 0.0
    waited: float = 0.0
    lacking: bool = False  # a needed program isn't there: it was not run
    proof: bytes = b""  # what the output must begin with to count; not part of it
    messages: bytearray = field(default_factory=bytearray)

    def add(self, data: bytes) -> None:
        """Take a piece of output."""
        self.total += len(data)
        self.output += data[: max(0, self.room + len(self.proof) - len(self.output))]

    def finished(self, probe: Probe, target: str, limit: int) -> Evidence:
        """The evidence of a frame that came to its end; ``limit`` in seconds is when the probe was to be killed."""
        if self.proof and not self.lacking and not self._proved():
            return self._evidence(probe, target, None, Reason.NO_RIGHTS)
        late = self.seconds >= limit - _GRACE
        fault = None
        if self.total > self.room:
            fault = Reason.TRUNCATED
        elif self.status is None:
            fault = Reason.TIMEOUT if late else Reason.TAMPERED
        elif late and self.status in KILLED:
            fault = Reason.TIMEOUT
        elif self.lacking:
            fault = Reason.TOOL_MISSING
        return self._evidence(probe, target, self.status if fault in (None, Reason.TOOL_MISSING) else None, fault)

    def unfinished(self, probe: Probe, target: str, fault: Reason) -> Evidence:
        """The evidence of a frame that was broken off or never began: what came is kept and judged by nobody."""
        self._proved()
        return self._evidence(probe, target, None, fault)

    def _proved(self) -> bool:
        """Whether the output begins with its proof, which is then taken off."""
        if not self.proof or not self.output.startswith(self.proof):
            return not self.proof
        del self.output[: len(self.proof)]
        self.total -= len(self.proof)
        self.proof = b""
        return True

    def _evidence(self, probe: Probe, target: str, status: int | None, fault: Reason | None) -> Evidence:
        return Evidence(
            probe=probe.id,
            target=target,
            command=probe.command,
            privileged=probe.privilege == "root",
            started=self.started - timedelta(seconds=self.waited),
            seconds=round(self.seconds + self.waited, 3),
            exit_status=status,
            output=bytes(self.output),
            stderr=bytes(self.messages),
            truncated=self.total > self.room,
            bytes_total=self.total,
            fault=fault,
        )
