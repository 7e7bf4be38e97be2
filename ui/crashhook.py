"""What happens to a bug: the trace goes to standard error and a dialog opens with a report to copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from types import TracebackType

    from PySide6.QtWidgets import QWidget

    from ui.dialogs.crash import CrashDialog


class CrashHook:
    """The excepthook: one dialog at a time, and the trace on standard error for those who started it there.

    ``names`` gives those that the report and the log are to leave out.
    """

    def __init__(self, parent: QWidget | None = None, names: Callable[[], Iterable[str]] = tuple) -> None:
        self.parent = parent
        self._names = names
        self.last: CrashDialog | None = None

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        import logging  # noqa: PLC0415 - only in a crash
        import sys  # noqa: PLC0415 - only in a crash
        import traceback  # noqa: PLC0415 - only in a crash

        from PySide6.QtGui import QGuiApplication  # noqa: PLC0415 - only in a crash

        from app.crash import crash_report, scrub  # noqa: PLC0415 - only in a crash
        from app.secrecy import hide  # noqa: PLC0415 - only in a crash
        from ui.dialogs.crash import CrashDialog  # noqa: PLC0415 - only in a crash

        text = hide("".join(traceback.format_exception(kind, error, trace)))
        sys.stderr.write(text)
        names = self._private()
        logging.getLogger("bartizan").error("%s", scrub(text, names))
        if issubclass(kind, KeyboardInterrupt):
            QGuiApplication.quit()
            return
        if self.last is not None and self.last.isVisible():
            return
        self.last = CrashDialog(crash_report(kind, error, trace, names), self.parent)
        self.last.open()

    def _private(self) -> tuple[str, ...]:
        try:
            return tuple(self._names())
        except Exception:  # noqa: BLE001 - what is at fault may be what knows the names, and one bug is to be told
            return ()

    def report(self, error: BaseException) -> None:
        """The same for a bug that a thread handed over."""
        self(type(error), error, error.__traceback__)
