"""What Python does behind everybody's back, kept short: the garbage collector, and threads that take turns.

An audit of a hundred hosts with two hundred guests each holds a million small values. They refer to each other in one
direction only, so they need no collector, but each full collection walks through all of them: it held every thread for
seconds in all during such a run. So the program and its content are set aside (``gc.freeze``) once they are loaded, and
full collections are made at moments of our choosing only. What nothing refers to any more is freed at once as ever.

Python collects in whichever thread allocates something, but an object of Qt may be freed by the GUI thread alone. So
collecting by itself is switched off, and a timer of the GUI thread does it: often, so that even while another thread
reads a large audit there is little that is new, and what has stayed only as long as that is little too.

Of threads that want to run, the one that has the interpreter keeps it for an interval; the screen may have to wait for
one with every call into Qt. ``benchmarks/ui.py`` is what the figures were chosen with.
"""

import gc
import sys

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Slot

_EVERY = 50  # milliseconds between two looks at how much is new
_NEW = 5_000  # objects: walked in a millisecond or two
_PATIENCE = 10  # looks after which fewer are walked too
_STAYED = 50_000  # objects: walked in some 10 ms
_MIDDLE = 100  # looks, then one collection of those that stayed
_TURN = 0.0001  # seconds; Python's own is 0.005. Laying out a page calls into Python some hundred times
_NAME = "collector"


class _Collector(QObject):
    """Collects what is new; of what stayed, only as long as it is little: the rest has to wait for ``tidy``."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent, objectName=_NAME)
        self._looks = self._stayed = 0
        timer = QTimer(self, interval=_EVERY)
        timer.timeout.connect(self._look)
        timer.start()

    def tidy(self) -> None:
        gc.collect()
        self._stayed = 0

    @Slot()
    def _look(self) -> None:
        self._looks += 1
        new = gc.get_count()[0]
        if self._looks % _MIDDLE == 0 and self._stayed + new < _STAYED:
            gc.collect(1)
            self._stayed = 0
        elif new > _NEW or (new and self._looks % _PATIENCE == 0):
            gc.collect(0)
            self._stayed += new


def hush() -> None:
    """Before the first window: no collection inside a call into Qt, and short turns for the threads behind it."""
    gc.disable()
    sys.setswitchinterval(_TURN)


def begin() -> None:
    """In the GUI thread, when the window stands and the content is loaded; harmless when done twice."""
    hush()
    gc.freeze()
    app = QCoreApplication.instance()
    if app is not None and app.findChild(QObject, _NAME) is None:
        _Collector(app)


def tidy() -> None:
    """Something large has gone: free what refers to itself of all that came since ``begin``. The one long pause."""
    app = QCoreApplication.instance()
    collector = app.findChild(QObject, _NAME) if app is not None else None
    if isinstance(collector, _Collector):
        collector.tidy()
    else:
        gc.collect()
