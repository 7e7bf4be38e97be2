"""Pages beside the main part of a step, or in its place where there is no room for both."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from ui.widgets.basics import frame

_WIDTH, _EDGE = 440, 1  # pixels; a page with large text may need more


class SideBox(QWidget):
    """``pages`` are shown by ``open`` and put away by ``close_pages``; ``fit`` is to be called at each resize."""

    def __init__(self, main: QWidget) -> None:
        super().__init__()
        self._main = main
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        self.edge = frame("vline")
        line.addWidget(self.edge)
        self.pages = QStackedWidget()
        line.addWidget(self.pages)
        self.hide()

    @property
    def is_open(self) -> bool:
        return not self.isHidden()

    @property
    def narrow(self) -> bool:
        """Whether there is no room for both."""
        home = self.parentWidget()
        return home is not None and home.width() < self._main.minimumSizeHint().width() + self._wide()

    def _wide(self) -> int:
        page = self.pages.currentWidget()
        return max(_WIDTH, page.minimumSizeHint().width() if page is not None else 0) + _EDGE

    def open(self, page: QWidget) -> None:
        """Show that page."""
        had = self._main.isAncestorOf(self._main.window().focusWidget() or self)
        self.pages.setCurrentWidget(page)
        self.show()
        self.fit()
        if had and self._main.isHidden():  # what had the keyboard is gone
            page.setFocus()
            page.focusNextChild()

    def close_pages(self) -> None:
        self.hide()
        self.fit()

    def fit(self) -> None:
        """Beside the main part, or in its place."""
        home = self.parentWidget()
        if home is None:
            return
        instead = self.is_open and self.narrow
        self._main.setHidden(instead)
        self.pages.setFixedWidth((home.width() if instead else self._wide()) - _EDGE)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(0 if self.narrow else self._wide(), super().minimumSizeHint().height())
