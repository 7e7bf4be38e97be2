"""The byte streams of a batch back as Evidence, probe by probe, as they come.

Pure: no input or output, clocks are passed in. Nothing that a host sends can raise here, and nothing but a frame that
is whole, in order and within its limits becomes evidence without a fault. What stands between two markers is kept
byte for byte; text before the first one (message of the day, start files that print) is ignored.
"""

import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime

from app.dialect.frame import STDERR_CAP, Frame
from app.dialect.posix import Batch
from app.dialect.shell import PROOF, READY
from app.dialect.stream import BAD, TEXT, Markers
from app.model import Evidence, Reason

TOTAL_CAP = 64 << 20  # bytes that are kept of one host in all, so that no host fills our memory
FLOOR = 4 << 10  # bytes that a probe may always bring, even then
TALK_CAP = 8 << 10  # bytes kept of what sudo says


def _utc_now() -> datetime:
    return datetime.now(UTC)


class FrameReader:
    """Takes both streams of one batch in pieces of any size and gives Evidence as each probe is complete.

    ``uid`` is the account's number once the shell has said it; ``detected`` maps positions of addenda to whether they
    are there; ``asked`` is true while the script waits for word whether to use a password, ``prompts`` counts sudo's
    own prompts, ``root_ready`` says that the root shell awaits its script, ``done`` that nothing more will come.
    ``exact_offered`` says that sudo lists exact commands; who asks for them sets ``exact``. ``talk`` is what sudo said,
    ``preamble`` what came before the shell did. ``broken`` says that frames were missing, doubled, out of order or
    unknown.
    """

    def __init__(
        self,
        batch: Batch,
        target: str,
        *,
        clock: Callable[[], float] = time.monotonic,
        now: Callable[[], datetime] = _utc_now,
    ) -> None:
        self.uid: int | None = None
        self.detected: dict[int, bool] = {}
        self.user_done = False
        self.prompts = 0
        self.tries = 0
        self.sudo_missing = False
        self.root_ready = False
        self.root_started = False
        self.exact_offered = False
        self.exact = False
        self.done = False
        self.broken = False
        self.frames = 0
        self.talk = bytearray()
        self.preamble = bytearray()
        self._batch = batch
        self._target = target
        self._clock = clock
        self._now = now
        self._sent: float | None = None
        self._out = Markers(batch.nonce)
        self._err = Markers(batch.nonce)
        self._order = list(batch.order)
        self._next = 0
        self._current: int | None = None
        self._frame: Frame | None = None
        self._waiting: list[int] = []  # complete on standard output, not yet on standard error
        self._open: dict[int, Frame] = {}
        self._said: dict[int, bytearray] = {}
        self._err_last = -1
        self._err_current: int | None = None
        self._err_ended: set[int] = set()
        self._refused = False  # sudo without a password gave nothing
        self._err_refused = False  # and all that it said about that has come
        self._err_begun = False  # the streams tell of themselves: one may be ahead of the other
        self._err_trying = False
        self._err_over = False
        self._ready_text = b""
        self._kept = 0
        self._evidence: dict[int, Evidence] = {}
        self._skipped: set[int] = set()
        self._tainted: set[int] = set()
        self._place = {probe: place for place, probe in enumerate(batch.order)}

    def sending(self) -> None:
        """The script goes out now: nothing in it happens before this, and its first probe was asked at this time.

        A clock that is read there lies between this and its answer, wherever and however long the bytes wait.
        """
        self._sent = self._clock()

    @property
    def current(self) -> tuple[int, float] | None:
        """The probe that is running and when it began by our clock, or None."""
        if self._current is None or self._frame is None:
            return None
        return self._current, self._frame.begun

    def feed(self, data: bytes) -> list[Evidence]:
        """Take a piece of standard output."""
        ripe = []
        for kind, text, numbers in self._out.feed(data):
            if self.broken:
                break
            if kind == TEXT:
                self._text(text)
            elif kind == BAD or not self._mark(kind, numbers):
                self._break(numbers[0] if numbers else None)
            ripe += self._ripe()  # here, so that what counts doesn't hang on how the stream was cut
        return ripe

    def feed_err(self, data: bytes) -> list[Evidence]:
        """Take a piece of standard error."""
        ripe = []
        for kind, text, numbers in self._err.feed(data):
            if self.broken:
                break
            if kind == TEXT:
                self._err_text(text)
            elif kind == BAD or not self._err_mark(kind, numbers):
                self._break(numbers[0] if numbers else None)
            ripe += self._ripe()
        return ripe

    def finish(self, fault: Reason) -> tuple[Evidence, ...]:
        """Evidence of every probe that concerns the target; ``fault`` is the reason for those that didn't come."""
        rest = Reason.TAMPERED if self.broken else fault
        found = []
        for index in self._batch.order:
            evidence = self._evidence.get(index)
            if evidence is None:
                if index in self._skipped or self.detected.get(self._batch.owner[index]) is False:
                    continue
                evidence = self._missing(index, rest)
            elif index in self._tainted:
                evidence = replace(evidence, exit_status=None, fault=Reason.TAMPERED)
            found.append((index, evidence))
        return tuple(evidence for _, evidence in sorted(found, key=lambda pair: pair[0]))

    def limit(self, index: int) -> int:
        """The time limit of a probe in seconds."""
        return self._batch.limits[index]

    def name(self, index: int) -> str:
        """The id of a probe."""
        return self._batch.probes[index].id

    @property
    def settled(self) -> bool:
        """Whether everything that ended on standard output has ended on standard error too."""
        return not self._waiting and self._err_over

    @property
    def asked(self) -> bool:
        """Whether the script awaits word on using a password, and all that sudo said before has come."""
        return self._refused and self._err_refused

    def _break(self, index: int | None) -> None:
        """Believe nothing from here on, nor the frame that was named twice."""
        self.broken = True
        if index in self._evidence:
            self._tainted.add(index)

    # --- standard output ---------------------------------------------------------------------------------------------

    def _text(self, data: bytes) -> None:
        frame = self._frame
        if frame is None:
            if self.uid is None:
                self.preamble += data[: max(0, TALK_CAP - len(self.preamble))]
            if self.tries and not self.root_started:
                self._ready_text = (self._ready_text + data)[-TALK_CAP:]
                self.root_ready = READY in b"\n" + self._ready_text
        elif frame.status is None:
            self._kept -= len(frame.output)
            frame.add(data)
            self._kept += len(frame.output)
        elif data:
            self._break(self._current)  # a process that the probe left behind, or a host that lies

    def _mark(self, kind: str, numbers: tuple[int, ...]) -> bool:
        handler = _HANDLERS.get(kind)
        return handler is not None and handler(self, numbers)

    def _hello(self, numbers: tuple[int, ...]) -> bool:
        if self.uid is not None or len(numbers) != 2 or numbers[1] != 42:  # noqa: PLR2004 - 6 times 7
            return False
        self.uid = numbers[0]
        return True

    def _detection(self, numbers: tuple[int, ...]) -> bool:
        index = len(self.detected)
        if self.uid is None or index >= len(self._batch.addenda) or self._next or len(numbers) != 2:  # noqa: PLR2004 - index and outcome
            return False
        if numbers[0] != index or numbers[1] not in (0, 1):
            return False
        self.detected[index] = bool(numbers[1])
        return True

    def _expected(self, numbers: tuple[int, ...], count: int) -> bool:
        """Whether a frame may begin here, and of this probe."""
        if len(numbers) != count or self._current is not None or self._next >= len(self._order):
            return False
        if len(self.detected) != len(self._batch.addenda) or numbers[0] != self._order[self._next]:
            return False
        privileged = self._batch.probes[numbers[0]].privilege == "root"
        return not privileged or self.uid == 0 or self.root_started

    def _begin(self, numbers: tuple[int, ...]) -> bool:
        if not self._expected(numbers, 1) or not self.detected.get(self._batch.owner[numbers[0]]):
            return False
        index = numbers[0]
        cap = self._batch.probes[index].cap
        room = min(cap, max(FLOOR, TOTAL_CAP - self._kept))
        self._current = index
        proof = PROOF if self.exact and self._batch.probes[index].privilege == "root" else b""
        self._frame = self._open[index] = Frame(self._now(), self._clock(), room, proof=proof)
        if self._sent is not None and self._next == 0:
            self._frame.waited = self._frame.begun - self._sent
        return True

    def _status(self, numbers: tuple[int, ...]) -> bool:
        frame = self._frame
        if frame is None or len(numbers) != 2 or numbers[0] != self._current:  # noqa: PLR2004 - probe and status
            return False
        if frame.status is not None or numbers[1] > 255:  # noqa: PLR2004 - a status is one byte
            return False
        frame.status = numbers[1]
        frame.seconds = self._clock() - frame.begun
        return True

    def _end(self, numbers: tuple[int, ...]) -> bool:
        frame = self._frame
        if frame is None or numbers != (self._current,):
            return False
        if frame.status is None:
            frame.seconds = self._clock() - frame.begun
        self._waiting.append(numbers[0])
        self._current = self._frame = None
        self._next += 1
        return True

    def _skip(self, numbers: tuple[int, ...]) -> bool:
        if not self._expected(numbers, 1) or self.detected.get(self._batch.owner[numbers[0]]):
            return False
        self._skipped.add(numbers[0])
        self._next += 1
        self.frames += 1
        return True

    def _lacking(self, numbers: tuple[int, ...]) -> bool:
        if not self._expected(numbers, 2):
            return False
        probe = self._batch.probes[numbers[0]]
        if numbers[1] >= len(probe.needs) or not self.detected.get(self._batch.owner[numbers[0]]):
            return False
        message = f"missing: {probe.needs[numbers[1]]}".encode()
        frame = Frame(self._now(), self._clock(), 0, status=127, lacking=True, messages=bytearray(message))
        self._open[numbers[0]] = frame
        self._err_ended.add(numbers[0])
        self._waiting.append(numbers[0])
        self._next += 1
        return True

    def _user_end(self, numbers: tuple[int, ...]) -> bool:
        self.user_done = not numbers and self._current is None and self._next >= self._user_count()
        return self.user_done

    def _user_count(self) -> int:
        """How many frames the account's own script brings."""
        if self.uid == 0:
            return len(self._order)
        return sum(1 for index in self._order if self._batch.probes[index].privilege != "root")

    def _try(self, numbers: tuple[int, ...]) -> bool:
        if not self.user_done or self.done or numbers != (self.tries + 1,) or self.tries > 1:
            return False
        self.tries += 1
        self._refused = False
        self._ready_text = b""
        return True

    def _after_sudo(self, numbers: tuple[int, ...]) -> bool:
        if not self.tries or len(numbers) != 2:  # noqa: PLR2004 - status and exact
            return False
        self.exact_offered = self.exact_offered or bool(numbers[1])
        self._refused = self.tries == 1 and numbers[0] != 0 and not self.root_started
        return True

    def _no_sudo(self, numbers: tuple[int, ...]) -> bool:
        self.sudo_missing = not numbers and self.user_done
        return self.sudo_missing

    def _root_end(self, numbers: tuple[int, ...]) -> bool:
        if numbers or self._next != len(self._order) or not (self.root_started or self.uid == 0):
            return False
        self.done = self.root_started
        return True

    def _finished(self, numbers: tuple[int, ...]) -> bool:
        self.done = not numbers and self.user_done
        return self.done

    # --- standard error ----------------------------------------------------------------------------------------------

    def _err_text(self, data: bytes) -> None:
        if self._err_current is not None:
            said = self._said[self._err_current]
            room = STDERR_CAP if self._kept < TOTAL_CAP else FLOOR
            kept = data[: max(0, room - len(said))]
            said += kept
            self._kept += len(kept)
        elif not self._err_begun:
            self.preamble += data[: max(0, TALK_CAP - len(self.preamble))]
        elif self._err_trying:
            self.talk += data[: max(0, TALK_CAP - len(self.talk))]

    def _err_mark(self, kind: str, numbers: tuple[int, ...]) -> bool:
        self._err_begun = True
        if kind in "BE":
            if len(numbers) != 1 or numbers[0] not in self._place:
                return False
            index, place = numbers[0], self._place[numbers[0]]
            if kind == "B":
                if self._err_current is not None or place <= self._err_last:
                    return False
                self._err_current, self._err_last = index, place
                self._said[index] = bytearray()
                return True
            if index != self._err_current:
                return False
            self._err_current = None
            self._err_ended.add(index)
            return True
        if kind == "Q":
            self.prompts += 1
            return not numbers and self._err_current is None
        self._err_trying = self._err_trying or kind == "T"
        self._err_refused = self._err_refused or kind == "A"
        self._err_over = self._err_over or kind in "YZ"
        return kind in "TAYZ" and self._err_current is None

    # --- evidence ----------------------------------------------------------------------------------------------------

    def _ripe(self) -> list[Evidence]:
        ripe = []
        while self._waiting and self._waiting[0] in self._err_ended and not self.broken:
            index = self._waiting.pop(0)
            frame = self._open.pop(index)
            frame.messages += self._said.pop(index, b"")
            evidence = self._evidence[index] = frame.finished(
                self._batch.probes[index], self._target, self.limit(index)
            )
            self.frames += 1
            ripe.append(evidence)
        return ripe

    def _missing(self, index: int, fault: Reason) -> Evidence:
        """The evidence of a probe whose frame didn't come, or not to its end."""
        probe = self._batch.probes[index]
        frame = self._open.get(index)
        if frame is None:
            frame = Frame(self._now(), self._clock(), 0)
        else:
            frame.seconds = frame.seconds or self._clock() - frame.begun
            frame.messages += self._said.get(index, b"")
        without = probe.privilege == "root" and not self.root_started and self.uid not in (None, 0)
        if without and (self.user_done or not self._batch.root_script) and not self.broken:
            fault = Reason.NO_RIGHTS
        return frame.unfinished(probe, self._target, fault)


_HANDLERS: Mapping[str, Callable[[FrameReader, tuple[int, ...]], bool]] = {
    "H": FrameReader._hello,  # noqa: SLF001 - the class's own table
    "D": FrameReader._detection,  # noqa: SLF001 - the class's own table
    "B": FrameReader._begin,  # noqa: SLF001 - the class's own table
    "S": FrameReader._status,  # noqa: SLF001 - the class's own table
    "E": FrameReader._end,  # noqa: SLF001 - the class's own table
    "K": FrameReader._skip,  # noqa: SLF001 - the class's own table
    "M": FrameReader._lacking,  # noqa: SLF001 - the class's own table
    "U": FrameReader._user_end,  # noqa: SLF001 - the class's own table
    "T": FrameReader._try,  # noqa: SLF001 - the class's own table
    "A": FrameReader._after_sudo,  # noqa: SLF001 - the class's own table
    "N": FrameReader._no_sudo,  # noqa: SLF001 - the class's own table
    "Y": FrameReader._root_end,  # noqa: SLF001 - the class's own table
    "Z": FrameReader._finished,  # noqa: SLF001 - the class's own table
}
