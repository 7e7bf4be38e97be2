"""Logging in to one host: the chosen credential first, then what else the host wants, from a person where one is there.

Only what was chosen for that host is offered, each proof once. A host decides which proofs it wants and in which order
(AuthenticationMethods of OpenSSH); what it asks beyond a password is put to a person in its own words.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from paramiko import PKey
from paramiko.ssh_exception import AuthenticationException, SSHException

from app.errors import ConnectError
from app.language import tr
from app.model import Target
from app.places import default_keys
from app.transport import auth, legacy
from app.transport.agent import AgentError, AgentKey
from app.transport.base import Asker, Limits, Prompt, Question, Secrets
from app.transport.faults import OverrunError
from app.transport.keys import MOST_KEYS, AgentDoor, Offer, agent_offer, default_files, load_keys
from app.transport.said import quoted
from app.transport.sshconfig import HostConfig, key_file_of
from app.transport.watchdog import Watchdog
from app.transport.wire import Wire

_STEPS = 6  # proofs after one another; no sane host wants more
_QUESTIONS = 8  # times that a person is asked in one login

_KEY, _PASSWORD, _INTERACTIVE = "publickey", "password", "keyboard-interactive"
_Step = Callable[[], auth.Answer]


@dataclass(frozen=True, slots=True)
class Account:
    """Who logs in where.

    ``where`` is how sentences name the place, ``config`` what the SSH configuration adds, ``ask`` a person, if one is
    there.
    """

    target: Target
    where: str
    user: str
    secrets: Secrets
    ask: Asker | None = None
    config: HostConfig = field(default_factory=HostConfig)


def log_in(account: Account, wire: Wire, limits: Limits, watchdog: Watchdog) -> None:
    """Log in, or ConnectError says what the host made of it."""
    Login(account, wire, limits, watchdog).run()


class Login:
    """One login; remembers what was already offered."""

    def __init__(self, account: Account, wire: Wire, limits: Limits, watchdog: Watchdog) -> None:
        self._account = account
        self._target, self._secrets = account.target, account.secrets
        self._where, self._user = account.where, account.user
        self._wire, self._limits, self._watchdog = wire, limits, watchdog
        self._used: set[str] = set()
        self._keys_offered = False  # whether the host was shown any
        self._remarks: tuple[str, ...] = ()
        self._questions = 0
        self._declined = False

    def run(self) -> None:
        """See ``log_in``."""
        self._watchdog.limit(self._limits.login)
        try:
            with AgentDoor(self._account.config.identity_agent, self._limits.login, self._watchdog.watch) as door:
                answer = self._prove(door)
        except (SSHException, EOFError, OSError) as error:
            raise self._broken(error) from error
        if not self._wire.is_authenticated() or answer.word != "accepted":
            raise self._refused(answer)

    # --- which proof is next ---

    def _prove(self, door: AgentDoor) -> auth.Answer:
        answer = self._first(door)
        for _ in range(_STEPS):
            step = self._next(answer, door) if answer.word in ("refused", "partly") else None
            if step is None:
                break
            answer = step()
        return answer

    def _first(self, door: AgentDoor) -> auth.Answer:
        way = self._target.credential
        if way == "key" and not self._target.identity:
            raise self._missing(tr("a key is to be used but no key file is named; name it."))
        if way == "password" and self._secrets.password is None and self._account.ask is None:
            raise self._missing(
                tr("a password is to be used but there is none; give it with `bartizan login` or --secrets.")
            )
        if self._by_key:
            return self._offer_keys(door)
        return auth.offer_nothing(self._wire, self._user)

    @property
    def _by_key(self) -> bool:
        """Whether a key or the agent is what was chosen; a password that is known goes before an unnamed key."""
        way = self._target.credential
        return way in ("key", "agent") or (
            way == "auto" and (bool(self._target.identity) or self._secrets.password is None)
        )

    @property
    def _by_password(self) -> bool:
        """Whether the saved password may be offered too."""
        return self._target.credential in ("auto", "password") and self._secrets.password is not None

    def _next(self, answer: auth.Answer, door: AgentDoor) -> _Step | None:
        """The next proof that the host would take and that may be offered, or None."""
        wanted = set(answer.methods) - self._used
        if answer.word == "refused" and self._used & set(answer.methods) and not self._may_turn_to_a_person:
            return None  # what was chosen was rejected: nothing else is tried in its place
        if _KEY in wanted and self._by_key:
            return lambda: self._offer_keys(door)
        if self._by_password and _PASSWORD not in self._used:
            if _PASSWORD in wanted:
                return self._offer_password
            if _INTERACTIVE in wanted:
                return lambda: self._offer_answers(self._secrets.password)
        if _INTERACTIVE in wanted and (self._account.ask is not None or answer.word == "partly"):
            return lambda: self._offer_answers(None)
        if _PASSWORD in wanted and self._account.ask is not None and self._secrets.password is None:
            return self._ask_password
        return None

    @property
    def _may_turn_to_a_person(self) -> bool:
        """Where nothing was chosen, a person may still say the password, as ssh would ask for it."""
        nothing_chosen = self._target.credential == "auto" and not self._target.identity
        # A server that takes keyboard-interactive but has nothing to ask by it refuses without a question.
        unasked = not self._questions and self._used <= {_KEY, _INTERACTIVE}
        return nothing_chosen and self._account.ask is not None and unasked

    # --- the proofs ---

    def _offer_keys(self, door: AgentDoor) -> auth.Answer:
        """One key after the other until the host takes one."""
        self._used.add(_KEY)
        self._remarks = ()
        answer, tried = auth.Answer("refused"), 0
        for offer in self._offers(door):
            self._remarks += offer.remarks
            for key in offer.keys[: MOST_KEYS - tried]:
                tried += 1
                self._keys_offered = True
                answer = self._offer_key(key, alone=len(offer.keys) == 1)
                if answer.word != "refused" or _KEY not in answer.methods:
                    break
            if tried and (answer.word != "refused" or _KEY not in answer.methods):
                break
        if not tried:
            if self._may_turn_to_a_person:
                return auth.offer_nothing(self._wire, self._user)
            raise self._nothing(door)
        if answer.word == "refused" and _KEY not in answer.methods:
            self._used.discard(_KEY)  # the host looks at no key before another proof; it may want one afterwards
        return answer

    def _offer_key(self, key: PKey, *, alone: bool) -> auth.Answer:
        if self._wire.old:
            key = legacy.signing_with_sha1(key)
        # An agent may want a finger or a click for each signature: it signs only what the host would take.
        if isinstance(key, AgentKey) and not alone:
            answer = auth.offer_key(self._wire, self._user, key, only_ask=True)
            if answer.word != "usable":
                return answer
        return auth.offer_key(self._wire, self._user, key)

    def _offers(self, door: AgentDoor) -> Iterator[Offer]:
        """What the agent holds, or one key file after the other; the next one is opened when the one before failed."""
        config = self._account.config
        if not self._target.identity:
            yield agent_offer(door, config.identities or default_files() if config.identities_only else None)
            return
        faults: list[ConnectError] = []
        files = self._files()
        for file in files:
            try:
                yield load_keys(
                    self._where,
                    self._user,
                    file,
                    certificate_path=self._target.certificate,
                    configured=config.certificates,
                    door=door,
                    passphrase=self._passphrase,
                )
            except ConnectError as fault:
                faults.append(fault)
        if len(faults) == len(files):
            raise faults[0]
        self._remarks += tuple(str(fault).removeprefix(f"{self._where}: ").rstrip(".") for fault in faults)

    def _files(self) -> tuple[str, ...]:
        """The key file that was named for this target; else all that the SSH configuration lists and that are there."""
        there = tuple(found for name in self._account.config.identities if (found := key_file_of(name)))
        return there or (self._target.identity,)

    def _passphrase(self, file: Path) -> str | None:
        if self._secrets.passphrase is not None:
            return self._secrets.passphrase
        answers = self._ask(
            "passphrase", (Prompt(tr("Passphrase of the key {file}:").format(file=file) + " ", echo=False),)
        )
        return answers[0] if answers else None

    def _offer_password(self) -> auth.Answer:
        self._used.add(_PASSWORD)
        return auth.offer_password(self._wire, self._user, self._secrets.password or "")

    def _ask_password(self) -> auth.Answer:
        self._used.add(_PASSWORD)
        answers = self._ask("password", (Prompt(tr("Password of {user}:").format(user=self._user) + " ", echo=False),))
        if answers is None:
            return auth.Answer("prompt")
        return auth.offer_password(self._wire, self._user, answers[0])

    def _offer_answers(self, password: str | None) -> auth.Answer:
        """Keyboard-interactive: the password for one hidden prompt, all else from a person."""
        self._used.add(_INTERACTIVE)
        if password is not None:
            self._used.add(_PASSWORD)
        answer = auth.offer_answers(self._wire, self._user, password)
        while answer.word == "prompt":
            words = self._ask("host", answer.prompts, answer.title, answer.instructions)
            if words is None:
                break
            answer = auth.go_on(self._wire, words)
        return answer

    def _ask(
        self, kind: str, prompts: tuple[Prompt, ...], title: str = "", instructions: str = ""
    ) -> tuple[str, ...] | None:
        """A person's answers; None where nobody is there or they decline. SSHException if the login ended meanwhile."""
        if self._account.ask is None or self._questions >= _QUESTIONS:
            return None
        self._questions += 1
        self._watchdog.limit(self._limits.person)
        question = Question(self._target.name, self._where, self._user, title, instructions, prompts, kind)
        answers = self._account.ask(question, self._wire.over)
        if self._wire.over.is_set():
            raise SSHException("the connection ended while a person was asked")
        self._watchdog.limit(self._limits.login)
        if answers is None or len(answers) != len(prompts):
            self._declined = True
            return None
        for prompt, answer in zip(prompts, answers, strict=True):
            if not prompt.echo:
                self._wire.typed.add(answer)
        return tuple(answers)

    # --- what went wrong ---

    def _missing(self, sentence: str) -> ConnectError:
        return ConnectError("credential-missing", f"{self._where}: {sentence}")

    @staticmethod
    def _unasked() -> str:
        """That there are key files that ssh would offer, and this program only when it is told to."""
        there = default_keys()
        one, several = (
            tr("; {files} is there, but no key is offered unasked"),
            tr("; {files} are there, but no key is offered unasked"),
        )
        return (one if len(there) == 1 else several).format(files=", ".join(there)) if there else ""

    def _nothing(self, door: AgentDoor) -> ConnectError:
        return self._missing(
            tr(
                "there is no key, password or agent to log in with (the agent {state}{unasked}); name a key "
                "with --identity or in the SSH config, add one to an agent, or keep a password with "
                "`bartizan login`."
            ).format(state=door.state, unasked=self._unasked())
        )

    def _broken(self, error: BaseException) -> ConnectError:
        """The connection ended, or the agent failed, before the host had decided."""
        where, limits = self._where, self._limits
        if self._watchdog.verdict == "cancelled":
            return ConnectError("cancelled", tr("{where}: connecting was cancelled.").format(where=where))
        if self._watchdog.verdict:
            if self._questions:
                return ConnectError(
                    "timeout",
                    tr("{where}: nobody answered what the host asked within {seconds:g} s; try again.").format(
                        where=where, seconds=limits.person
                    ),
                )
            return ConnectError(
                "timeout",
                tr("{where}: the login was not decided after {seconds:g} s; try `ssh` to that host by hand.").format(
                    where=where, seconds=limits.login
                ),
            )
        causes = [error, error.__cause__, self._wire.get_exception()]
        for cause in causes:
            if isinstance(cause, AgentError):
                return self._missing(
                    tr("the SSH agent did not sign ({cause}); unlock it, or confirm when it asks.").format(cause=cause)
                )
            if isinstance(cause, OverrunError):
                return ConnectError(
                    "protocol",
                    tr(
                        "{where}: the host sent {cause} during the login, as no SSH server does; look at that host."
                    ).format(where=where, cause=cause),
                )
            if isinstance(cause, AuthenticationException):
                return ConnectError(
                    "login-rejected",
                    tr(
                        "{where}: the host takes no signature by a key of that type; name a key of another "
                        "type (ssh-keygen -t ed25519 makes one)."
                    ).format(where=where),
                )
        said = tr(" (it said: {words})").format(words=quoted(self._wire.goodbye, 200)) if self._wire.goodbye else ""
        return ConnectError(
            "login-rejected",
            tr(
                "{where}: the host hung up during the login of {user}{said}; check the account and that host's log."
            ).format(where=where, user=self._user, said=said),
        )

    def _refused(self, answer: auth.Answer) -> ConnectError:
        where, user = self._where, self._user
        offered = quoted(", ".join(answer.methods)) or tr("nothing")
        if answer.word == "expired":
            return ConnectError(
                "password-expired",
                tr("{where}: the password of {user} has expired; log in there by hand once and set a new one.").format(
                    where=where, user=user
                ),
            )
        if self._declined:
            return ConnectError(
                "second-factor",
                tr("{where}: nobody answered what is needed to log in as {user}.").format(where=where, user=user),
            )
        if answer.word == "partly":
            return ConnectError(
                "second-factor",
                tr(
                    "{where}: the host accepted the first proof of {user} and wants another ({offered}) "
                    "that can't be given here; audit it at a terminal or in the wizard, or take an account "
                    "that needs only one."
                ).format(where=where, user=user, offered=offered),
            )
        if answer.word == "prompt":
            words = " ".join(prompt.text for prompt in answer.prompts)
            return ConnectError(
                "second-factor",
                tr(
                    "{where}: the host asks {user} for more than a password ({words}), and nobody is there "
                    "to answer; audit it at a terminal or in the wizard, or take an account or a key that "
                    "needs no second factor."
                ).format(where=where, user=user, words=quoted(words)),
            )
        remarks = "".join(f"; {remark}" for remark in self._remarks)
        if _KEY in answer.methods and not self._keys_offered and self._by_key:
            remarks += self._unasked()
        return ConnectError(
            "login-rejected",
            tr(
                "{where}: the host rejected the login of {user} (it accepts: {offered}){remarks}; check "
                "user name, key or password for that host."
            ).format(where=where, user=user, offered=offered, remarks=remarks),
        )
