"""Proving to a host who we are: only the chosen credential, each at most once.

Drives paramiko's message handling itself: its own calls report a half-finished login as a success, answer any prompt
with the password, and loop as often as a host says.
"""

import re
import threading
from dataclasses import dataclass, field

from paramiko import PKey
from paramiko.auth_handler import AuthHandler
from paramiko.common import cMSG_USERAUTH_INFO_RESPONSE
from paramiko.message import Message
from paramiko.ssh_exception import SSHException

from app.transport.wire import Wire

_PROMPTS = 16  # more in one message is no login
_NAMES = 4096  # bytes of the list of methods that are read
# Words of PAM and of login programs for a password that must be changed first; only a hint for the sentence.
_CHANGE = re.compile(
    r"new password|change your password|password (has |is )?expired|current.{0,8} password", re.IGNORECASE
)


@dataclass(slots=True)
class Answer:
    """How a host took one proof: accepted, partly (another is wanted), refused, prompt or expired.

    ``methods`` are those that it would go on with.
    """

    word: str = ""
    methods: list[str] = field(default_factory=list)


class _Handler(AuthHandler):
    """One attempt; sets its event when the host has decided or wants something that can't be given."""

    def __init__(self, wire: Wire) -> None:
        super().__init__(wire)
        self.answer = Answer()
        self.words = ""  # for a single hidden prompt
        self._answered = False

    def _decide(self, word: str) -> None:
        self.answer.word = word
        if self.auth_event is not None:
            self.auth_event.set()

    def _parse_userauth_success(self, m: Message) -> None:
        super()._parse_userauth_success(m)  # type: ignore[misc] # not in the stubs
        self._decide("accepted")

    def _parse_userauth_failure(self, m: Message) -> None:
        names = m.get_string()[:_NAMES].decode("ascii", "replace")
        self.answer.methods = [name for name in names.split(",") if name]
        self._decide("partly" if m.get_boolean() else "refused")

    def _parse_userauth_banner(self, _m: Message) -> None:
        """Greetings before the login are for people at a terminal."""

    def _parse_userauth_info_request(self, m: Message) -> None:
        if self.auth_method == "password":
            self._decide("expired")  # the same number means: change the password (RFC 4252, section 8)
            return
        if self.auth_method != "keyboard-interactive":
            raise SSHException("an unasked prompt")
        title, instructions = m.get_string()[:_NAMES], m.get_string()[:_NAMES]
        m.get_string()  # language
        count = m.get_int()
        if count > _PROMPTS:
            raise SSHException("too many prompts")
        prompts = [(m.get_string()[:_NAMES], m.get_boolean()) for _ in range(count)]
        text = b" ".join((title, instructions, *(prompt for prompt, _ in prompts))).decode("utf-8", "replace")
        if not prompts:
            self._respond()
        elif len(prompts) == 1 and not prompts[0][1] and not self._answered and not _CHANGE.search(text):
            self._answered = True
            self._respond(self.words)
        else:
            self._decide("expired" if _CHANGE.search(text) else "prompt")

    def _respond(self, *words: str) -> None:
        reply = Message()
        reply.add_byte(cMSG_USERAUTH_INFO_RESPONSE)
        reply.add_int(len(words))
        for word in words:
            reply.add_string(word)
        self.transport._send_message(reply)  # type: ignore[attr-defined] # noqa: SLF001 - as paramiko's handler does


def offer_nothing(wire: Wire, user: str) -> Answer:
    """Ask which methods there are, so that a password is only sent where one is taken."""
    handler, event = _fresh(wire)
    handler.auth_none(user, event)
    return _await(wire, handler, event)


def offer_key(wire: Wire, user: str, key: PKey) -> Answer:
    """Prove that we hold a private key (and its certificate, if it carries one)."""
    handler, event = _fresh(wire)
    handler.auth_publickey(user, key, event)
    return _await(wire, handler, event)


def offer_password(wire: Wire, user: str, password: str, methods: list[str]) -> Answer:
    """Send the password once: as such, or as the answer to one hidden prompt where the host only prompts."""
    handler, event = _fresh(wire)
    if "password" in methods:
        handler.auth_password(user, password, event)
    else:
        handler.words = password
        handler.auth_interactive(user, _nobody, event, "")
    return _await(wire, handler, event)


def _nobody(_title: str, _instructions: str, _prompts: list[tuple[str, bool]]) -> list[str]:
    """Never called: the handler answers by itself."""
    return []


def _fresh(wire: Wire) -> tuple[_Handler, threading.Event]:
    wire.auth_handler = handler = _Handler(wire)
    return handler, threading.Event()


def _await(wire: Wire, handler: _Handler, event: threading.Event) -> Answer:
    """Wait until the host has decided; the watchdog cuts a wait that is too long.

    SSHException if the connection is gone, whatever paramiko's thread died of.
    """
    while not event.wait(0.1):
        if not wire.is_active():
            break
    handler.password = None
    handler.words = ""
    if not handler.answer.word:
        raise SSHException("the connection ended during the login") from wire.get_exception()
    return handler.answer
