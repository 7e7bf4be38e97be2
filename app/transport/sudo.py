"""Root rights through sudo (or doas, where it wants no password), in the middle of a batch.

The order is what keeps the password safe: without a password first; the password only once sudo's own prompt (which
carries the nonce) was seen, one time; the privileged script only once a root shell has said that it is ready.
"""

import re
import time

from app.dialect.frames import FrameReader
from app.dialect.posix import Batch
from app.language import tr
from app.transport.base import Secrets, Session
from app.transport.said import quoted


class Sudo:
    """The state of one attempt. ``mode`` is auto, never or password; ``limit`` in seconds is for each try.

    ``spent``: sudo had the password on an earlier connection of this run, and is not given it again.
    """

    def __init__(self, target: str, mode: str, secrets: Secrets, limit: float, *, spent: bool = False) -> None:
        self._target = target
        self._mode = mode
        self._before = spent
        # Where a person said "with password" and gave one only, it is the account's own.
        word = secrets.sudo if secrets.sudo is not None or mode != "password" else secrets.password
        self._password = word if not spent and word and not set(word) & set("\n\r\0") else None
        self._limit = limit
        self._tried = 0
        self._since = 0.0
        self._answered = False
        self._sent = False
        self._opened = False
        self._trouble = ""

    @property
    def spent(self) -> bool:
        """Whether the password was given and brought no root shell: it must not be given again."""
        return self._before or (self._sent and not self._opened)

    @property
    def unasked(self) -> bool:
        """Whether a root shell came without a password."""
        return self._opened and not self._sent

    def step(self, reader: FrameReader, batch: Batch, session: Session) -> bool:
        """Do what is due now; False if there is nothing more to expect of the host."""
        if reader.root_started or not reader.tries:
            return True
        if reader.tries != self._tried:
            self._tried, self._since = reader.tries, time.monotonic()
        if reader.root_ready:
            reader.root_started = self._opened = True
            session.send(batch.root_input(index for index, there in reader.detected.items() if there))
            return True
        if reader.prompts > 1 or (reader.prompts and self._password is None):
            self._trouble = "rejected"
            session.end_input()
            return False
        if reader.prompts and not self._sent and self._password is not None:
            self._sent = True
            session.send(self._password.encode() + b"\n")
        if reader.asked and not self._answered and self._password is None and reader.exact_offered:
            self._answered = reader.exact = reader.root_started = True
            session.send(batch.exact_input(index for index, there in reader.detected.items() if there))
            return True
        if reader.asked and not self._answered:
            if self._password is None or _hopeless(reader):
                return False
            self._answered = True
            session.send(b"yes\n")
        if time.monotonic() - self._since > self._limit:
            self._trouble = "slow"
            return False
        return True

    def note(self, reader: FrameReader, batch: Batch) -> str:
        """One sentence that says why there are no root rights; empty if there are, or none were wanted."""
        wanted = any(probe.privilege == "root" for probe in batch.probes)
        if not wanted or reader.uid in (None, 0) or reader.root_started or not reader.user_done:
            return ""
        return f"{self._target}: {self._why(reader)}"

    def _why(self, reader: FrameReader) -> str:
        if self._mode == "never":
            return tr("sudo is switched off for this host, so checks that need root were not run.")
        if reader.sudo_missing:
            return tr(
                "there is neither sudo nor doas, so checks that need root were not run; log in as root or install sudo."
            )
        if self._trouble == "slow" and not self._sent and (asked := _own_prompt(bytes(reader.talk))):
            return tr(
                "the password was kept back because sudo asks in words of its own ({asked}), so checks that need root "
                "were not run; let sudo ask this account for its password alone."
            ).format(asked=asked)
        if self._trouble == "slow":
            return tr(
                "sudo gave no answer within {seconds:g} s, so checks that need root were not run; try it there by hand."
            ).format(seconds=self._limit)
        if self._trouble == "rejected" or b"incorrect password" in bytes(reader.talk):
            whose = _whose(bytes(reader.talk))
            return tr(
                "sudo did not accept the password{whose}, so checks that need root were not run; correct it and "
                "look again."
            ).format(whose=whose)
        talk = bytes(reader.talk)
        if b"must have a tty" in talk or b"requiretty" in talk:
            return tr(
                "sudo insists on a terminal (requiretty), so checks that need root were not run; remove requiretty "
                "for this account."
            )
        if b"doas:" in talk:
            return tr(
                "doas gives this account no root shell without a password, so checks that need root were not run; "
                "permit it with nopass."
            )
        if _hopeless(reader):
            return tr(
                "this account may not use sudo for a root shell, so checks that need root were not run; see "
                "`bartizan checks sudoers`."
            )
        if self._before or (self.spent and not reader.done):
            return tr(
                "the connection was lost while sudo had the password, which is given only once, "
                "so checks that need root were not run; look at that host again."
            )
        if self._password is None and b"password is required" in talk:
            return tr(
                "sudo asks for a password and none was given, so checks that need root were not run; give one with "
                "`bartizan login --sudo`."
            )
        return tr("sudo refused to start a root shell, so checks that need root were not run; try it there by hand.")


def _hopeless(reader: FrameReader) -> bool:
    """Whether a password would not help, by what sudo itself said in its C locale."""
    talk = bytes(reader.talk)
    signs = (
        b"not in the sudoers file",
        b"may not run sudo",
        b"is not allowed to",
        b"must have a tty",
        b"requiretty",
        b"doas:",
    )
    return any(sign in talk for sign in signs)


def _own_prompt(talk: bytes) -> str:
    """The line that sudo stopped at, if it looks like a question of its own."""
    return quoted(talk.rpartition(b"\n")[2].decode("utf-8", "replace").strip(), -60)


def _whose(talk: bytes) -> str:
    """Whose password sudo asked for, where it is not the account's own (rootpw, targetpw): our prompt has it say so."""
    found = re.search(rb"for ([a-z_][a-z0-9_.-]{0,31})", talk)
    return (
        tr(", which must be that of {user} there").format(user=found[1].decode())
        if found and found[1] == b"root"
        else ""
    )
