"""How long another process of the program has said nothing: one that lives but hangs must not be waited for for ever.

It is counted in ticks of the one that waits, not by a clock: a computer that was suspended for an hour, or a program
that was stopped meanwhile, comes back to one tick and to a process that goes on as well.
"""

TICK = 1.0  # seconds between two looks
ASK = 10  # ticks of silence after which it is asked for a sign of life
MOST = 120  # ticks until it counts as hung: far more than a computer that swaps, or a whole core's queue, ever takes
URGENT = 10  # ticks, the same for one that was told to cancel something: a person waits for that


class Silence:
    """``tick`` by one thread, the rest by any: a count that is one too small now and then is of no account."""

    def __init__(self, most: int = MOST) -> None:
        self.ticks = 0
        self._at_most = self._most = most

    def heard(self) -> None:
        """It has said something."""
        self.ticks, self._most = 0, self._at_most

    def hurry(self) -> None:
        """Something was said to it that a person waits for."""
        self._most = min(self._most, self.ticks + URGENT)

    def tick(self) -> bool:
        """Count one; whether it has been silent for too long."""
        self.ticks += 1
        return self.ticks >= self._most
