"""What Python does behind everybody's back, kept short: the garbage collector, and threads that take turns.

An audit of a hundred hosts with two hundred guests each holds a million small values. They refer to each other in one
direction only, so they need no collector, but each full collection walks through all of them: it held every thread for
seconds in all during such a run. So what is there to stay is set aside (``gc.freeze``), and full collections are made
at moments of our choosing only. What is set aside is freed as ever when nothing refers to it any more.

Of threads that want to run, the one that has the interpreter keeps it for an interval; the screen may have to wait for
one with every call into Qt. ``benchmarks/ui.py`` is what the figures were chosen with.
"""

import gc
import sys

_YOUNG, _MIDDLE, _NEVER = 5_000, 10, 1_000_000  # allocations, then collections of the generation before
_TURN = 0.0005  # seconds; Python's own is 0.005


def begin() -> None:
    """Once, when the window stands and the content is loaded."""
    gc.set_threshold(_YOUNG, _MIDDLE, _NEVER)
    sys.setswitchinterval(_TURN)
    gc.freeze()


def keep() -> None:
    """Something large has come that will stay."""
    gc.freeze()


def tidy() -> None:
    """Something large has gone: free what refers to itself, also of what was set aside. The one long pause."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()
