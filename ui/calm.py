"""What Python does behind everybody's back, kept short: the garbage collector, and threads that take turns.

An audit of a hundred hosts with two hundred guests each holds a million small values. They refer to each other in one
direction only, so they need no collector, but each full collection walks through all of them: it held every thread for
seconds in all during such a run. So the program and its content are set aside (``gc.freeze``) once they are loaded, and
full collections are made at moments of our choosing only. What nothing refers to any more is freed at once as ever.

Python collects in whichever thread allocates something, but an object of Qt may be freed by the GUI thread alone. So
collecting by itself is switched off, and a timer of the GUI thread does it.

Of threads that want to run, the one that has the interpreter keeps it for an interval; the screen may have to wait for
one with every call into Qt. ``benchmarks/ui.py`` is what the figures were chosen with.
"""

import gc
import itertools
import sys

from PySide6.QtCore import QCoreApplication, QTimer

_EVERY = 500  # milliseconds between two collections of what is new
_MIDDLE = 10  # of them, then one of what these left
_TURN = 0.0005  # seconds; Python's own is 0.005
_NAME = "collector"


def begin() -> None:
    """In the GUI thread, when the window stands and the content is loaded; harmless when done twice."""
    gc.disable()
    sys.setswitchinterval(_TURN)
    gc.freeze()
    app = QCoreApplication.instance()
    if app is not None and app.findChild(QTimer, _NAME) is None:
        turns = itertools.count(1)
        timer = QTimer(app, objectName=_NAME, interval=_EVERY)
        timer.timeout.connect(lambda: gc.collect(0 if next(turns) % _MIDDLE else 1))
        timer.start()


def tidy() -> None:
    """Something large has gone: free what refers to itself of all that came since ``begin``. The one long pause."""
    gc.collect()
