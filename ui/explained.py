"""What a field or button says of itself: to the mouse as a tool tip, to a screen reader, and to whoever presses F1."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QWidget

from ui.text import tool_tip


def explain(widget: QWidget, text: str) -> None:
    """Let a widget explain itself; ``text`` says what is asked, with an example or a limit where that helps.

    Kept as Qt's help text, from where ``explanation`` reads it; a description that names the widget stays in front.
    """
    widget.setWhatsThis(text)
    name = widget.accessibleDescription()
    widget.setAccessibleDescription(f"{name}. {text}" if name else text)
    if not widget.toolTip() and not isinstance(widget, QAbstractItemView):  # whose cells have tips of their own
        widget.setToolTip(tool_tip(text))


def explain_as(action: QAction, widget: QWidget) -> None:
    """Let an entry of a menu say what that widget says."""
    action.setToolTip(tool_tip(widget.whatsThis() or widget.accessibleDescription()))


def explanation(widget: QWidget | None) -> tuple[str, str]:
    """Name and explanation of a widget or of the nearest one around it that has any; empty where none has."""
    while widget is not None and not widget.isWindow():
        if text := widget.whatsThis():
            return _name(widget), text
        widget = widget.parentWidget()
    return "", ""


def _name(widget: QWidget) -> str:
    """As a screen reader says it."""
    text = getattr(widget, "text", None)
    return widget.accessibleName() or (text().replace("&&", "\0").replace("&", "").replace("\0", "&") if text else "")
