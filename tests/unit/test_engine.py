"""The run in another process, without one: what each side makes of the messages, whatever happens in between."""

import logging
import pickle
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pytest
from content_sample import small_benchmark
from recording import record

from app import runner as runner_module
from app.audit import Audit, new_info
from app.connection import Trial, cancelled
from app.crash import TracedError
from app.engine import child as child_module
from app.engine import messages
from app.engine.child import Child
from app.engine.found import Found, made_ready
from app.engine.link import heard, how
from app.engine.remote import Remote
from app.engine.remoterun import RemoteRunner
from app.errors import BartizanError, ConnectError, CredentialError, StoreError, UnknownHostKeyError
from app.logbook import Logbook
from app.look import ScanOptions
from app.model import Profile, Role, Target, TargetState
from app.scan import Event, TargetScan, judge_target
from app.secrecy import HIDDEN
from app.store.encoded import encode_site
from app.transport.base import HostKeyPolicy, Limits, Prompt, Question, Secrets

BENCHMARK = small_benchmark()
PROFILE = Profile(chapters=("4", "6"))
POLICY = HostKeyPolicy(known_hosts=(Path("/k"),), own_file=Path("/nonexistent/known_hosts"), accept_new=True)
OPTIONS = ScanOptions(POLICY, Limits(host=7))
QUESTION = Question("a", "a (192.0.2.1:22)", "audit", "Second factor", "", (Prompt("Code: ", echo=True),))
WORD = "correct-horse-battery"
KEY = UnknownHostKeyError(
    "gate: nobody has confirmed its key.", host="gate", port=22, key_type="ssh-ed25519", fingerprint="SHA256:A",
    key_base64="AAAA", seen=("line 7",),
)  # fmt: skip
KEY.between = "gate"
UNKNOWN = Trial("a", ok=False, sentence=str(KEY), host_key="SHA256:A", unknown_key=KEY, error_kind=KEY.kind)


def until(holds: Callable[[], object], seconds: float = 30) -> None:
    ends = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < ends, "did not come true in time"
        time.sleep(0.002)


def answered(target: Target) -> TargetScan:
    state = TargetState(target, reachable=True, addenda=("tiny",))
    return TargetScan(state, (), judge_target(state, BENCHMARK, PROFILE, ()))


class Heard:
    """Events and results as they arrive, and in which order."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self.found: list[Found] = []
        self.order: list[tuple[str, str]] = []

    def event(self, event: Event) -> None:
        self.events.append(event)
        self.order.append((event.target, event.kind))

    def done(self, found: Found) -> None:
        self.found.append(found)
        self.order.append((found.state.target.name, "found"))

    @property
    def names(self) -> Counter[str]:
        return Counter(one.state.target.name for one in self.found)


# --- the side that leads, with a child that a test plays -------------------------------------------------------------


class Played:
    """In the place of a Link: what it was told, and what it says."""

    made: list["Played"]

    def __init__(self, hear: Any, ended: Any) -> None:
        self._hear, self._ended = hear, ended
        self.told: list[Any] = []
        self.open = True
        self.over = False
        self.why = ""
        self.pid = 4711
        self.made.append(self)

    def say(self, said: Any) -> bool:
        if self.open:
            self.told.append(said)
        return self.open

    def close(self) -> None:
        self.open = False

    def hear(self, *together: Any) -> None:
        self._hear(self, heard(pickle.dumps(list(together))))

    def die(self, why: str = "ended by SIGKILL") -> None:
        self.open = False
        self.over, self.why = True, why
        self._ended(self, why)

    def kinds(self) -> list[str]:
        return [type(one).__name__ for one in self.told]


@pytest.fixture
def bugs() -> list[BaseException]:
    return []


@pytest.fixture
def remote(bugs: list[BaseException]) -> Remote:
    Played.made = []
    return Remote(bugs.append, link=Played)  # type: ignore[arg-type]  # all of a Link that is used


def begin(remote: Remote, *names: str, options: ScanOptions = OPTIONS) -> tuple[RemoteRunner, Heard, Played]:
    heard_, one = Heard(), remote.runner(BENCHMARK, PROFILE, options)
    one.look([(Target(name, address=name), Secrets(WORD)) for name in names], heard_.event, heard_.done)
    return one, heard_, Played.made[-1]


def found(name: str) -> Found:
    return made_ready(answered(Target(name, address=name)))


def test_a_run_is_told_once_and_its_targets_come_back(remote: Remote) -> None:
    one, told, child = begin(remote, "a", "b")
    assert child.kinds() == ["Content", "Begin", "LookAt"]
    run = one.number
    child.hear(
        messages.Happened(run, Event("a", "connecting")),
        messages.Happened(run, Event("b", "connecting")),
        messages.Done(run, found("a")),
    )
    assert told.order == [("a", "connecting"), ("b", "connecting"), ("a", "found")]
    assert not one.idle()
    one.look([(Target("c", address="c"), Secrets())], told.event, told.done)
    assert child.kinds() == ["Content", "Begin", "LookAt", "LookAt"]
    child.hear(messages.Done(run, found("b")), messages.Done(run, found("c")), messages.Done(run, found("c")))
    assert told.names == Counter("abc")  # a second word about one target is dropped
    assert one.idle()
    assert told.found[0] == found("a")


def test_the_benchmark_is_sent_once_for_all_runs(remote: Remote) -> None:
    remote.prepare(BENCHMARK)
    begin(remote, "a")
    begin(remote, "b")
    remote.prepare(replace(BENCHMARK))  # another one, as far as anybody knows
    (child,) = Played.made
    assert child.kinds() == ["Content", "Begin", "LookAt", "Begin", "LookAt", "Content"]


def test_what_the_child_had_under_way_when_it_died_ends_in_one_sentence_each(remote: Remote) -> None:
    one, told, child = begin(remote, "a", "b", "c")
    child.hear(messages.Done(one.number, found("a")))
    child.die()
    assert told.names == Counter("abc")
    assert one.idle()
    lost = {each.state.target.name: each for each in told.found if not each.state.reachable}
    assert sorted(lost) == ["b", "c"]
    sentence = (
        "b: the program's own process that looks at machines was lost (ended by SIGKILL), perhaps for want of memory; "
        "try this machine again."
    )
    assert (lost["b"].state.error_kind, lost["b"].state.error) == ("lost", sentence)
    assert lost["b"].encoded is not None
    assert told.order[-4:] == [("b", "failed"), ("b", "found"), ("c", "failed"), ("c", "found")]


def test_what_is_begun_after_that_has_a_new_child(remote: Remote) -> None:
    one, told, first = begin(remote, "a")
    one.pause()
    first.open = False  # it is gone, and nobody has noticed yet
    one.look([(Target("b", address="b"), Secrets())], told.event, told.done)
    second = Played.made[-1]
    assert second is not first
    assert second.kinds() == ["Content", "Begin", "Steer", "LookAt"]  # which is paused like the one before
    first.die()
    assert told.names == Counter("a")
    second.hear(messages.Done(one.number, found("b")))
    assert told.names == Counter("ab")
    assert one.idle()


def test_one_that_is_lost_between_two_words_loses_no_target(remote: Remote) -> None:
    remote.prepare(BENCHMARK)
    (child,) = Played.made
    child.say = lambda _said: False  # type: ignore[method-assign]  # as if it went just now
    one, told, _ = begin(remote, "a")
    assert not one.idle()
    child.die()
    assert told.names == Counter("a")
    assert one.idle()


def test_one_whose_end_was_told_before_loses_no_target(bugs: list[BaseException]) -> None:
    class Gone(Played):
        def say(self, _said: Any) -> bool:
            self.over, self.why = True, "ended by SIGSEGV"
            return False

    Played.made = []
    one, told, _ = begin(Remote(bugs.append, link=Gone), "a")  # type: ignore[arg-type]  # all of a Link that is used
    until(lambda: told.names == Counter("a"))
    until(one.idle)
    assert "(ended by SIGSEGV)" in told.found[0].state.error


def test_steering_reaches_the_child(remote: Remote) -> None:
    one, _, child = begin(remote, "a")
    one.pause()
    assert one.paused
    one.resume()
    one.cancel("a")
    one.cancel()
    one.shutdown()
    assert [(each.what, each.target) for each in child.told if isinstance(each, messages.Steer)] == [
        ("pause", None),
        ("resume", None),
        ("cancel", "a"),
        ("cancel", None),
        ("end", None),
    ]


def test_what_was_cancelled_is_cancelled_even_where_the_child_goes(remote: Remote) -> None:
    one, told, child = begin(remote, "a", "b", "c")
    one.cancel("a")
    child.hear(messages.Done(one.number, found("c")))
    child.die("it gave no sign of life")
    kinds = {each.state.target.name: each.state.error_kind for each in told.found}
    assert (kinds["a"], kinds["b"]) == ("cancelled", "lost")
    one.look([(Target("a", address="a"), Secrets())], told.event, told.done)
    Played.made[-1].die()
    assert told.found[-1].state.error_kind == "lost"  # begun anew, it is no longer cancelled


def test_after_the_end_nothing_is_begun_and_every_target_is_still_done(remote: Remote) -> None:
    one, told, child = begin(remote, "a")
    one.shutdown()
    one.look([(Target("b", address="b"), Secrets())], told.event, told.done)
    until(lambda: told.names == Counter("b"))
    remote.close()
    assert not remote.idle()
    child.die("")
    assert told.names == Counter("ab")
    assert {each.state.error_kind for each in told.found} == {"cancelled"}
    assert remote.idle()
    _, told, _ = begin(remote, "c")
    until(lambda: told.names == Counter("c"))
    assert len(Played.made) == 1


def test_a_question_is_answered_by_whoever_asked_for_it(remote: Remote, bugs: list[BaseException]) -> None:
    given: list[tuple[Question, threading.Event]] = []

    def ask(question: Question, over: threading.Event) -> list[str]:
        given.append((question, over))
        return ["123456"]

    one, _, child = begin(remote, "a", options=replace(OPTIONS, ask=ask))
    child.hear(messages.Asked(one.number, 1, QUESTION))
    until(lambda: isinstance(child.told[-1], messages.Answer))
    assert (child.told[-1].number, child.told[-1].words) == (1, ("123456",))
    assert given[0][0] == QUESTION
    assert bugs == []


@pytest.mark.parametrize("end", ["over", "death"])
def test_a_question_is_called_off(remote: Remote, end: str) -> None:
    given: list[threading.Event] = []

    def ask(_question: Question, over: threading.Event) -> None:
        given.append(over)
        over.wait(10)

    one, told, child = begin(remote, "a", options=replace(OPTIONS, ask=ask))
    child.hear(messages.Asked(one.number, 1, QUESTION))
    until(lambda: bool(given))
    assert not given[0].is_set()
    if end == "over":
        child.hear(messages.Over(1))
    else:
        child.die()
        assert told.names == Counter("a")
    assert given[0].is_set()


def test_secrets_of_machines_in_between_are_given_or_it_is_said_why_not(
    remote: Remote, bugs: list[BaseException]
) -> None:
    def secrets_of(target: Target) -> Secrets:
        if target.name == "locked":
            raise CredentialError("The keyring is locked.")
        if target.name == "bug":
            raise ZeroDivisionError
        return Secrets(sudo=WORD)

    one, _, child = begin(remote, "a", options=replace(OPTIONS, secrets_of=secrets_of))
    answers = []
    for number, name in enumerate(("jump", "locked", "bug")):
        child.hear(messages.Wanted(one.number, number, Target(name)))
        until(lambda number=number: getattr(child.told[-1], "number", -1) == number)
        answers.append(child.told[-1])
    assert answers[0].secrets.opened() == Secrets(sudo=WORD)
    assert [each.fault for each in answers] == [
        "",
        "The keyring is locked.",
        "bug: its secrets could not be looked up; please report it.",
    ]
    assert [type(bug) for bug in bugs] == [ZeroDivisionError]


def ask_to_compare(remote: Remote) -> tuple[threading.Thread, list[object]]:
    """In a thread, which waits; what it gets."""
    got: list[object] = []

    def wait() -> None:
        try:
            got.append(remote.compared(Path("/audits/a.bartizan"), BENCHMARK))
        except Exception as error:  # noqa: BLE001 - whatever it is, a test looks at it
            got.append(error)

    thread = threading.Thread(target=wait, daemon=True)
    thread.start()
    return thread, got


def test_a_comparison_is_waited_for(remote: Remote) -> None:
    together = encode_site([]).packed()
    for told, expected in (
        ({"value": together}, together),
        ({"fault": "a.bartizan is damaged."}, BartizanError("a.bartizan is damaged.")),
        ({"trace": "Traceback: there"}, TracedError("Traceback: there")),
    ):
        thread, got = ask_to_compare(remote)
        until(lambda: Played.made and isinstance(Played.made[-1].told[-1], messages.Compare))
        asked = Played.made[-1].told.pop()
        assert asked.path == Path("/audits/a.bartizan")
        Played.made[-1].hear(messages.Came(asked.number, **{"value": None, **told}))
        thread.join(10)
        assert (type(got[0]), str(got[0])) == (type(expected), str(expected))


def test_a_connection_is_tested_and_the_test_called_off(remote: Remote) -> None:
    one, cancel, got = remote.runner(BENCHMARK, PROFILE, OPTIONS), threading.Event(), []
    bastion = {"gate": Target("gate", address="gate")}

    def wait() -> None:
        got.append(one.try_connection(Target("a", address="a"), Secrets(WORD), bastion, cancel))

    for gone in (False, True):
        cancel.clear()
        thread = threading.Thread(target=wait, daemon=True)
        thread.start()
        until(lambda: Played.made and isinstance(Played.made[-1].told[-1], messages.Try))
        child = Played.made[-1]
        asked = child.told[-1]
        assert (asked.run, asked.target.name, asked.secrets.opened()) == (one.number, "a", Secrets(WORD))
        assert asked.bastions == bastion
        if gone:
            child.die()
        else:
            cancel.set()
            until(lambda: child.told[-1] == messages.CallOff(asked.number))  # noqa: B023 - it is called at once
            child.hear(messages.Came(asked.number, messages.Tried.of(UNKNOWN)))
        thread.join(10)
    key = got[0].unknown_key
    assert replace(got[0], unknown_key=None) == replace(UNKNOWN, unknown_key=None)
    assert (str(key), key.between, vars(key)) == (str(KEY), "gate", vars(KEY))
    assert got[1].error_kind == "lost"
    assert got[1].sentence.startswith("a: the program's own process that looks at machines was lost (ended by SIGKILL)")
    assert child.kinds()[:3] == ["Content", "Begin", "Try"]


def test_a_comparison_that_is_lost_is_said(remote: Remote) -> None:
    thread, got = ask_to_compare(remote)
    until(lambda: Played.made and isinstance(Played.made[-1].told[-1], messages.Compare))
    Played.made[-1].die()
    thread.join(10)
    remote.close()
    thread, later = ask_to_compare(remote)
    thread.join(10)
    assert [str(one) for one in (*got, *later)] == [
        "/audits/a.bartizan: its machines were not compared with each other, since the program's own process for that "
        f"was lost ({why}); run one of them again."
        for why in ("ended by SIGKILL", "it was told to end")
    ]


def test_bugs_and_log_lines_of_the_child_are_told(remote: Remote, bugs: list[BaseException]) -> None:
    one, told, child = begin(remote, "a")
    with closing(Logbook(None)) as book:
        child.hear(messages.Logged(logging.WARNING, "100 % of it"), messages.Broken("Traceback: there"))
        child.hear(messages.Done(one.number, replace(found("a"), trace="Traceback: in one target")))
    assert [line.partition(" WARNING ")[2] for line in book.lines()] == ["100 % of it"]
    assert [str(bug) for bug in bugs] == ["Traceback: there", "Traceback: in one target"]
    assert all(isinstance(bug, TracedError) for bug in bugs)
    assert told.names == Counter("a")


def test_a_listener_that_breaks_is_told_and_loses_nothing(remote: Remote, bugs: list[BaseException]) -> None:
    one, told, child = begin(remote, "a")

    def broken(_event: Event) -> None:
        raise RuntimeError

    one.look([(Target("b", address="b"), Secrets())], broken, told.done)
    child.hear(messages.Happened(one.number, Event("b", "connecting")), messages.Done(one.number, found("b")))
    assert told.names == Counter("b")
    assert [type(bug) for bug in bugs] == [RuntimeError]


# --- what is said -------------------------------------------------------------------------------------------------


def test_secrets_are_in_no_text_and_only_travel_sealed() -> None:
    sealed = messages.Sealed.of(Secrets(WORD, None, WORD))
    said = [messages.LookAt(1, ((Target("a"), sealed),)), messages.Answer(1, (WORD,), sealed)]
    assert WORD not in repr([sealed, *said])
    assert pickle.loads(pickle.dumps(sealed)).opened() == Secrets(WORD, None, WORD)  # noqa: S301 - our own bytes
    with pytest.raises(TypeError):
        pickle.dumps(Secrets(WORD))


def test_the_policy_of_a_run_arrives_but_for_what_its_threads_share() -> None:
    begun = messages.Begin.of(1, PROFILE, OPTIONS, jobs=3, language="en")
    arrived = pickle.loads(pickle.dumps(begun)).policy.opened()  # noqa: S301 - our own bytes
    assert replace(arrived, met=POLICY.met) == POLICY


@pytest.mark.parametrize(
    "value", [print, OSError("no"), Path("/etc"), pickle.loads, logging.getLogger("x")], ids=lambda one: str(type(one))
)
def test_nothing_but_our_own_values_is_taken_from_the_child(value: object) -> None:
    with pytest.raises(pickle.UnpicklingError, match="has no place in a message"):
        heard(pickle.dumps([value]))


def test_how_a_process_ended() -> None:
    assert (how(-9), how(3), how(-1000)) == ("ended by SIGKILL", "exit status 3", "ended by 1000")


def test_what_is_too_large_for_an_audit_file_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_data: bytes) -> None:
        raise StoreError("more than 256 MiB can't be kept in an audit file")

    monkeypatch.setattr("app.store.content.pack", refuse)
    given = found("a")
    assert given.encoded is None
    assert given.fault == (
        "a: what it answered can't be kept (more than 256 MiB can't be kept in an audit file), so it counts as not "
        "looked at."
    )


# --- the side that does it, led by a test -----------------------------------------------------------------------------


class Led:
    """A Child in a thread of the test."""

    def __init__(self) -> None:
        self.pipe, theirs = Pipe()
        self.child = Child(theirs)
        self.said: list[Any] = []
        self.sent = 0
        self._thread = threading.Thread(target=self._serve, args=(theirs,), daemon=True)
        self._thread.start()
        threading.Thread(target=self._listen, daemon=True).start()

    def _serve(self, theirs: Connection) -> None:
        self.child.serve()
        self.child.close()
        theirs.close()

    def _listen(self) -> None:
        try:
            while True:
                self.said += heard(self.pipe.recv_bytes())
                self.sent += 1
        except (EOFError, OSError):
            pass

    def tell(self, *told: Any) -> None:
        for one in told:
            self.pipe.send(one)

    def begin(self, *names: str, options: ScanOptions = OPTIONS, jobs: int = 2) -> None:
        self.tell(messages.Content(BENCHMARK), messages.Begin.of(1, PROFILE, options, jobs=jobs, language="en"))
        self.look(*names)

    def look(self, *names: str) -> None:
        self.tell(
            messages.LookAt(1, tuple((Target(name, address=name), messages.Sealed.of(Secrets(WORD))) for name in names))
        )

    def of(self, kind: type) -> list[Any]:
        return [one for one in self.said if isinstance(one, kind)]

    @property
    def done(self) -> dict[str, Found]:
        return {one.found.state.target.name: one.found for one in self.of(messages.Done)}

    def end(self) -> None:
        self.tell(messages.Bye())
        self._thread.join(10)
        assert not self._thread.is_alive()


@pytest.fixture
def led() -> Iterator[Led]:
    made = Led()
    yield made
    made.end()


Scripted = Callable[[Callable[..., TargetScan]], None]


@pytest.fixture
def scripted(monkeypatch: pytest.MonkeyPatch) -> Scripted:
    """Put something else in the place of looking at a target."""

    def put(wanted: Callable[..., TargetScan]) -> None:
        monkeypatch.setattr(runner_module, "scan", wanted)

    return put


def test_targets_are_looked_at_with_their_secrets_and_what_was_asked_for(led: Led, scripted: Scripted) -> None:
    seen = {}

    def scan(target: Target, **given: Any) -> TargetScan:
        given["on_event"](Event(target.name, "connecting"))
        seen[target.name] = given
        return answered(target)

    scripted(scan)
    led.begin("a", "b")
    until(lambda: len(led.done) == 2)
    assert led.done["a"] == found("a")
    assert [one.event.kind for one in led.of(messages.Happened)] == ["connecting"] * 2
    given = seen["a"]
    assert (given["secrets"], given["profile"], given["benchmark"]) == (Secrets(WORD), PROFILE, BENCHMARK)
    assert (given["options"].limits, given["options"].ask) == (OPTIONS.limits, None)
    assert seen["b"]["options"].gates is given["options"].gates


def test_cancel_pause_and_the_end_of_a_run(led: Led, scripted: Scripted) -> None:
    def scan(target: Target, **given: Any) -> TargetScan:
        given["on_event"](Event(target.name, "connecting"))
        assert given["cancel"].wait(10)
        raise ConnectError("cancelled", f"{target.name}: cancelled.")

    scripted(scan)
    led.begin("a", "b", "c", jobs=1)
    until(lambda: led.of(messages.Happened))
    led.tell(messages.Steer(1, "pause"), messages.Steer(1, "cancel", "a"))
    until(lambda: "a" in led.done)
    led.tell(messages.Steer(1, "cancel", "b"))
    until(lambda: "b" in led.done)
    assert "c" not in led.done
    led.tell(messages.Steer(1, "resume"))
    until(lambda: len(led.of(messages.Happened)) > 2)
    led.tell(messages.Steer(1, "end"))
    until(lambda: "c" in led.done)
    assert {one.state.error_kind for one in led.done.values()} == {"cancelled"}


def test_a_bug_in_one_target_comes_with_its_trace_and_without_a_secret(led: Led, scripted: Scripted) -> None:
    def scan(target: Target, **given: Any) -> TargetScan:
        if target.name == "bad":
            raise ZeroDivisionError(f"with {given['secrets'].password}")
        return answered(target)

    scripted(scan)
    led.begin("a", "bad")
    until(lambda: len(led.done) == 2)
    bad = led.done["bad"]
    assert bad.state.error == "bad: the program failed on this target (ZeroDivisionError); please report it."
    assert f"ZeroDivisionError: with {HIDDEN}" in bad.trace
    assert WORD not in bad.trace
    assert led.done["a"].trace == ""


def test_a_question_waits_for_its_answer_until_the_login_is_over(led: Led, scripted: Scripted) -> None:
    answers: dict[str, Any] = {}
    over = threading.Event()

    def scan(target: Target, **given: Any) -> TargetScan:
        answers[target.name] = given["options"].ask(QUESTION, over if target.name == "late" else threading.Event())
        return answered(target)

    scripted(scan)
    led.begin("a", options=replace(OPTIONS, ask=lambda _question, _over: None))
    until(lambda: led.of(messages.Asked))
    led.tell(messages.Answer(led.of(messages.Asked)[0].number, ("123456",)))
    until(lambda: "a" in led.done)
    led.look("late")
    until(lambda: len(led.of(messages.Asked)) == 2)
    over.set()
    until(lambda: "late" in led.done)
    number = led.of(messages.Asked)[1].number
    assert led.of(messages.Over) == [messages.Over(number)]
    led.tell(messages.Answer(number, ("too late",)))
    assert answers == {"a": ("123456",), "late": None}


def test_secrets_of_a_machine_in_between_are_asked_for(led: Led, scripted: Scripted) -> None:
    given_: dict[str, Any] = {}

    def scan(target: Target, **given: Any) -> TargetScan:
        try:
            given_[target.name] = given["options"].secrets_of(Target("jump"))
        except CredentialError as error:
            given_[target.name] = str(error)
        return answered(target)

    scripted(scan)
    led.begin("a", "b", jobs=1)
    until(lambda: led.of(messages.Wanted))
    assert led.of(messages.Wanted)[0].target == Target("jump")
    led.tell(messages.Answer(1, secrets=messages.Sealed.of(Secrets(sudo=WORD))))
    until(lambda: len(led.of(messages.Wanted)) == 2)
    led.tell(messages.Answer(2, fault="The keyring is locked."))
    until(lambda: len(led.done) == 2)
    assert given_ == {"a": Secrets(sudo=WORD), "b": "The keyring is locked."}


def test_a_stored_audit_is_compared_or_it_is_said_why_not(led: Led, tmp_path: Path) -> None:
    path = tmp_path / "a.bartizan"
    audit = Audit.create(path, new_info("A", profile=PROFILE), BENCHMARK, [Target("hv1", role=Role.HOST)])
    record(audit, answered(audit.targets[0]))
    led.tell(messages.Content(BENCHMARK), messages.Compare(1, path), messages.Compare(2, tmp_path / "gone.bartizan"))
    until(lambda: len(led.of(messages.Came)) == 2)
    said = {one.number: one for one in led.of(messages.Came)}
    assert said[1] == messages.Came(1, audit.together())
    assert said[2].value is None
    assert "gone.bartizan" in said[2].fault
    audit.close()


def test_a_connection_is_tested_with_what_its_run_was_given(
    led: Led, scripted: Scripted, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: dict[str, Any] = {}

    def attempt(target: Target, secrets: Secrets, benchmark: Any, cancel: threading.Event, **given: Any) -> Trial:
        seen[target.name] = secrets, benchmark, given
        if target.name == "bug":
            raise ZeroDivisionError
        assert target.name == "a" or cancel.wait(10)
        return UNKNOWN if target.name == "a" else cancelled(target)

    monkeypatch.setattr("app.engine.child.try_connection", attempt)
    led.begin()
    sealed, gate = messages.Sealed.of(Secrets(WORD)), {"gate": Target("gate")}
    for number, name in enumerate(("a", "slow", "bug")):
        led.tell(messages.Try(1, number, Target(name), sealed, gate))
    until(lambda: len(led.of(messages.Came)) == 2)
    led.tell(messages.CallOff(1), messages.CallOff(4711))
    until(lambda: len(led.of(messages.Came)) == 3)
    came = {one.number: one for one in led.of(messages.Came)}
    assert came[0].value.opened().sentence == str(KEY)
    assert came[1].value.opened() == cancelled(Target("slow"))
    assert came[2].value is None
    assert "ZeroDivisionError" in came[2].trace
    secrets, benchmark, given = seen["a"]
    assert (secrets, benchmark, given["bastions"]) == (Secrets(WORD), BENCHMARK, gate)
    assert given["gates"] is seen["slow"][2]["gates"]


def test_it_says_that_it_lives(led: Led) -> None:
    led.tell(messages.Ping())
    until(lambda: led.said == [messages.Alive()])


def test_events_go_together_and_none_is_lost_or_overtaken(led: Led, scripted: Scripted) -> None:
    def scan(target: Target, **given: Any) -> TargetScan:
        for number in range(500):
            given["on_event"](Event(target.name, "probe", done=number, total=500))
        return answered(target)

    scripted(scan)
    led.begin("a", jobs=1)
    until(lambda: "a" in led.done)
    assert [one.event.done for one in led.of(messages.Happened)] == list(range(500))
    assert isinstance(led.said[-1], messages.Done)
    assert led.sent < 100


@pytest.mark.parametrize("before", [(), (messages.Steer(1, "end"),)], ids=["going on", "ended just before"])
def test_the_end_of_the_pipe_lets_go_of_the_hosts(scripted: Scripted, before: tuple[messages.Steer, ...]) -> None:
    let_go = threading.Event()

    def scan(target: Target, **given: Any) -> TargetScan:
        given["on_event"](Event(target.name, "connecting"))
        if given["cancel"].wait(10):
            time.sleep(0.1)  # a host takes its time, and what it has answered so far is read
            let_go.set()
        return answered(target)

    scripted(scan)
    led = Led()
    led.begin("a")
    until(lambda: led.of(messages.Happened))
    led.tell(*before, messages.Bye())
    assert let_go.wait(10)
    until(lambda: "a" in led.done)  # what it gave is still sent
    led._thread.join(10)
    assert not led._thread.is_alive()


class SlowPipe:
    """A pipe whose other end takes nothing before ``go``."""

    def __init__(self) -> None:
        self.begun, self.go = threading.Event(), threading.Event()
        self.sent: list[Any] = []

    def send_bytes(self, data: bytes) -> None:
        self.begun.set()
        assert self.go.wait(30)
        self.sent += heard(data)


def test_what_is_just_being_sent_is_sent_before_the_process_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child_module, "GRACE", 30)
    pipe = SlowPipe()
    child = Child(pipe)  # type: ignore[arg-type]  # as much of a Connection as sending takes
    child.say(messages.Logged(20, "the last word"))
    assert pipe.begun.wait(30)
    closing = threading.Thread(target=child.close)
    closing.start()
    closing.join(0.2)  # long enough for one that doesn't wait
    assert closing.is_alive()
    pipe.go.set()
    closing.join(30)
    assert pipe.sent == [messages.Logged(20, "the last word")]


def test_a_run_that_was_ended_is_told_nothing_and_its_late_trials_are_cancelled(led: Led, scripted: Scripted) -> None:
    scripted(lambda target, **_: answered(target))
    led.begin()
    led.tell(messages.Steer(1, "end"), messages.Try(1, 7, Target("late"), messages.Sealed.of(Secrets(WORD)), {}))
    until(lambda: led.of(messages.Came))
    (came,) = led.of(messages.Came)
    assert (came.number, came.value.opened()) == (7, cancelled(Target("late")))
    assert led.of(messages.Broken) == []


def test_a_run_that_was_shut_down_says_no_more(remote: Remote) -> None:
    """What the child has forgotten it can't be told of: it would end by that."""
    one, _, link = begin(remote, "a")
    one.shutdown()
    before = list(link.told)
    one.cancel("a")
    one.pause()
    one.shutdown()
    assert link.told == before
