"""One proof of who we are, to one host: each is offered once, and the host's answer is told as it is.

Drives paramiko's message handling itself: its own calls report a half-finished login as a success, answer any prompt
with the password, and loop as often as a host says.
"""

import re
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field

from paramiko import PKey
from paramiko.auth_handler import AuthHandler
from paramiko.common import cMSG_USERAUTH_INFO_RESPONSE, cMSG_USERAUTH_REQUEST
from paramiko.message import Message
from paramiko.ssh_exception import SSHException

from app.language import tr
from app.transport.base import Prompt
from app.transport.faults import OverrunError
from app.transport.wire import Wire

_PROMPTS = 16  # more in one message is no login
_BANNERS = 64  # greetings during the login
_NAMES = 4096  # bytes of the list of methods, and of a prompt, that are read
# Words of PAM and of login programs for a password that must be changed first; only a hint for the sentence.
_CHANGE = re.compile(
    r"new (unix |login )?password|change your password|password (has |is )?expired|current.{0,8} password"
    r"|password change required|required to change",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Answer:
    """How a host took one proof.

    ``word`` is accepted, partly (another is wanted), refused, usable (it would take that key), prompt (it asks what
    stands in ``prompts``) or expired. ``methods`` are those that it would go on with.
    """

    word: str = ""
    methods: list[str] = field(default_factory=list)
    title: str = ""
    instructions: str = ""
    prompts: tuple[Prompt, ...] = ()


class _Handler(AuthHandler):
    """One attempt; sets its event when the host has decided or wants something from a person."""

    def __init__(self, wire: Wire) -> None:
        super().__init__(wire)
        self.answer = Answer()
        self.words: str | None = None  # for a single hidden prompt in the first round
        self.only_ask = False  # whether a key would be taken, without a signature
        self._banners = 0

    def _decide(self, word: str) -> None:
        self.answer.word = word
        if self.auth_event is not None:
            self.auth_event.set()

    def _parse_service_accept(self, m: Message) -> None:
        if not self.only_ask:
            super()._parse_service_accept(m)  # type: ignore[misc] # not in the stubs
            return
        kind, bits = self._get_key_type_and_bits(self.private_key)  # type: ignore[attr-defined] # the same
        question = Message()
        question.add_byte(cMSG_USERAUTH_REQUEST)
        question.add_string(self.username or "")
        question.add_string("ssh-connection")
        question.add_string("publickey")
        question.add_boolean(False)  # noqa: FBT003 - no signature: paramiko's signature
        question.add_string(self._finalize_pubkey_algorithm(kind))  # type: ignore[attr-defined] # the same
        question.add_string(bits)
        self.transport._send_message(question)  # type: ignore[attr-defined] # noqa: SLF001 - as paramiko's handler does

    def _parse_userauth_success(self, m: Message) -> None:
        super()._parse_userauth_success(m)  # type: ignore[misc] # not in the stubs
        self._decide("accepted")

    def _parse_userauth_failure(self, m: Message) -> None:
        names = m.get_string()[:_NAMES].decode("ascii", "replace")
        self.answer.methods = [name for name in names.split(",") if name]
        self._decide("partly" if m.get_boolean() else "refused")

    def _parse_userauth_banner(self, _m: Message) -> None:
        """Greetings before the login are for people at a terminal."""
        self._banners += 1
        if self._banners > _BANNERS:
            raise OverrunError(tr("greetings without an end"))

    def _parse_userauth_info_request(self, m: Message) -> None:
        # One number, three meanings (RFC 4252, sections 7 and 8; RFC 4256), by what was asked.
        if self.auth_method == "publickey" and self.only_ask:
            self._decide("usable")
            return
        if self.auth_method == "password":
            self._decide("expired")
            return
        if self.auth_method != "keyboard-interactive":
            raise SSHException("an unasked prompt")
        title, instructions = _text(m.get_string()), _text(m.get_string())
        m.get_string()  # language
        count = m.get_int()
        if count > _PROMPTS:
            raise SSHException("too many prompts")
        prompts = tuple(Prompt(_text(m.get_string()), m.get_boolean()) for _ in range(count))
        words, self.words = self.words, None  # for the first round alone, whatever it asks
        if _CHANGE.search(" ".join((title, instructions, *(prompt.text for prompt in prompts)))):
            self._decide("expired")
        elif not prompts:
            self.words = words  # only a message; nothing was asked yet
            self.respond(())
        elif words is not None and len(prompts) == 1 and not prompts[0].echo:
            self.respond((words,))
        else:
            self.answer.title, self.answer.instructions, self.answer.prompts = title, instructions, prompts
            self._decide("prompt")

    def respond(self, words: Sequence[str]) -> None:
        """Answer the prompts of the host."""
        reply = Message()
        reply.add_byte(cMSG_USERAUTH_INFO_RESPONSE)
        reply.add_int(len(words))
        for word in words:
            reply.add_string(word)
        self.transport._send_message(reply)  # type: ignore[attr-defined] # noqa: SLF001 - as paramiko's handler does


def _text(raw: bytes) -> str:
    return raw[:_NAMES].decode("utf-8", "replace")


def offer_nothing(wire: Wire, user: str) -> Answer:
    """Ask which methods there are, so that a password is only sent where one is taken."""
    handler, event = _fresh(wire)
    handler.auth_none(user, event)
    return _await(wire, handler, event)


def offer_key(wire: Wire, user: str, key: PKey, *, only_ask: bool = False) -> Answer:
    """Prove that we hold a private key (with its certificate, if it carries one), or only ask if it would be taken."""
    handler, event = _fresh(wire)
    handler.only_ask = only_ask
    handler.auth_publickey(user, key, event)
    return _await(wire, handler, event)


def offer_password(wire: Wire, user: str, password: str) -> Answer:
    """Send the password as such."""
    handler, event = _fresh(wire)
    handler.auth_password(user, password, event)
    return _await(wire, handler, event)


def offer_answers(wire: Wire, user: str, password: str | None) -> Answer:
    """Begin keyboard-interactive; a password answers one hidden prompt in the first round, and nothing else."""
    handler, event = _fresh(wire)
    handler.words = password
    handler.auth_interactive(user, _nobody, event, "")
    return _await(wire, handler, event)


def go_on(wire: Wire, words: Sequence[str]) -> Answer:
    """Give a person's answers to what the host asked last."""
    handler = wire.auth_handler
    if not isinstance(handler, _Handler) or handler.answer.word != "prompt":
        raise SSHException("nothing was asked")
    handler.answer = Answer()
    handler.auth_event = event = threading.Event()
    handler.respond(words)
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
    handler.words = None
    if not handler.answer.word:
        raise SSHException("the connection ended during the login") from wire.get_exception()
    return handler.answer
