"""Host keys that nobody has confirmed: a list to look at, of which several are accepted at once."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout

from app.connection import Trial
from app.errors import UnknownHostKeyError
from app.report.visible import one_line
from ui.models.hosts import seen_text
from ui.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.sidepage import SidePage
from ui.widgets.ticklist import TickList


def _shown(where: str, error: UnknownHostKeyError) -> str:
    """A line each; a fingerprint has no place to break, so the name of its digest stands before it."""
    word, _, digest = one_line(error.fingerprint).partition(":")
    place = f"[{error.host}]:{error.port}" if ":" in error.host else f"{error.host}:{error.port}"
    name = error.between or (place if where in {error.host, place} else f"{where} ({place})")
    lines = (one_line(name), f"{one_line(error.key_type)}  {word}:", digest, seen_text(error))
    return "\n".join(line for line in lines if line)


def unknown_keys(trials: Iterable[Trial]) -> dict[str, Trial]:
    """The keys that nobody has confirmed, each once though several hosts may be behind one jump host.

    What is given for each is the first of the trials that met it.
    """
    found: dict[str, Trial] = {}
    for trial in trials:
        if error := trial.unknown_key:
            found.setdefault(f"{error.host}:{error.port} {error.key_base64}", trial)
    return found


class HostKeysPage(SidePage):
    """Nothing is ticked at first: a key is accepted by somebody who has looked at it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "", "")
        self.title.setText(self.tr("Host keys to confirm"))
        self.sentence.setText(
            self.tr(
                "Tick the keys whose fingerprints you have compared with what the hosts' administrators say, or with "
                "ssh-keygen -lf on the hosts. An accepted key is believed from then on."
            )
        )
        self.keys = TickList()
        self.keys.setAccessibleName(self.tr("Host keys that nobody has confirmed"))
        self.keys.setFont(theme.mono())
        self.keys.setWordWrap(True)
        self.keys.setSpacing(3)
        self.column.addWidget(self.keys, 1)
        line = QHBoxLayout()
        line.addWidget(button(self.tr("Tick all"), lambda: self.keys.tick_shown(on=True), role="link"))
        line.addWidget(button(self.tr("Tick none"), lambda: self.keys.tick_shown(on=False), role="link"))
        line.addStretch(1)
        self.column.addLayout(line)
        self.accept_button = self.act(self.tr("Accept"), "fingerprint")
        self._errors: dict[str, UnknownHostKeyError] = {}
        self.keys.ticks_changed.connect(self._count)

    def fill(self, keys: Mapping[str, Trial]) -> None:
        """Offer these, as ``unknown_keys`` gives them; what is ticked stays so while they are the same."""
        if keys.keys() != self._errors.keys():
            self._errors = {place: trial.unknown_key for place, trial in keys.items() if trial.unknown_key}
            self.keys.fill([(place, _shown(keys[place].target, error)) for place, error in self._errors.items()])

    def ticked(self) -> tuple[UnknownHostKeyError, ...]:
        """The keys to believe."""
        return tuple(self._errors[place] for place in self.keys.ticked())

    @Slot()
    def _count(self) -> None:
        count = len(self.keys.ticked())
        self.accept_button.setText(self.tr("Accept {n} keys").format(n=count) if count else self.tr("Accept"))
        self.accept_button.setEnabled(bool(count))
