"""What a change brings with it on screen, one thing in each turn of the event loop.

All of it at once, in an audit of a hundred machines, would hold the screen longer than an eye forgives. In turns, the
list shows at once what was done, and the rest follows; a key or a click that comes before it has, comes after it all
the same, since it is meant for what the person expects to be there by then.
"""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QObject, QTimer, Slot

Thing = Callable[[], object]
_BY_A_PERSON = frozenset(
    {QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride, QEvent.Type.MouseButtonPress, QEvent.Type.Drop}
)


def in_turns(owner: QObject, bits: Iterator[None], wanted: Callable[[], bool]) -> None:
    """Go through these bits, each in a turn of its own, while the owner lives and they are ``wanted``.

    By a timer that ticks: ``QTimer.singleShot(0, ...)`` is a posted event to Qt, and a turn has many of them.
    """

    def go_on() -> None:
        if not wanted() or next(bits, timer) is timer:
            timer.stop()
            timer.deleteLater()

    timer = QTimer(owner, interval=0)
    timer.timeout.connect(go_on)
    timer.start()


class Turns(QObject):
    """Things to do, in their order; one that waits already keeps its place and isn't done twice.

    An event filter of the window of the system (QWindow): whatever a person does passes it, and little else.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._things: list[Thing] = []
        self._painting: Thing | None = None
        self._painted = False  # in the last turn: what moves all the time leaves the others theirs
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._one)

    def then(self, *things: Thing) -> None:
        """Do these after what waits already, each in a turn of its own."""
        self._things += [one for one in things if one not in self._things]
        self._timer.start()

    def paint(self, painting: Thing) -> None:
        """Have this done in the next turn, or after one thing that waits if the last turn was for painting too.

        With a timer of its own it would come in the same pass of the loop as such a thing, and the two add up.
        """
        self._painting = painting
        self._timer.start()

    @property
    def waiting(self) -> bool:
        """Whether there is something to do: what has time leaves the turns to it."""
        return bool(self._things) or self._painting is not None

    def settle(self) -> None:
        """Do all that waits now."""
        while self._things:
            self._things.pop(0)()

    def forget(self) -> None:
        """What waits is of no use any more."""
        self._things.clear()
        self._painting = None

    @Slot()
    def _one(self) -> None:
        thing = None
        if self._painting is not None and not (self._painted and self._things):
            thing, self._painting, self._painted = self._painting, None, True
        elif self._things:
            thing, self._painted = self._things.pop(0), False
        if self.waiting:
            self._timer.start()  # before it: what it does may fail
        if thing is not None:
            thing()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """What a person does finds everything done."""
        if self._things and event.type() in _BY_A_PERSON:
            self.settle()
        return super().eventFilter(watched, event)
