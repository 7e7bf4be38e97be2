"""Questions of hosts at a terminal: hidden, escaped, one host at a time, and gone when the login is."""

import contextlib
import os
import pty
import select
import subprocess
import sys
import termios
import threading
import time

import pytest

from app.cli.asker import TerminalAsker, terminal_asker
from app.transport.base import Prompt, Question

HIDDEN = Prompt("Password: ", echo=False)


def question(*prompts, target="hv1", kind="host", title="", instructions=""):
    return Question(target, f"{target} (192.0.2.1:22)", "audit", title, instructions, prompts or (HIDDEN,), kind)


class Terminal:
    """A pseudo-terminal: what is typed at it, and all that it shows."""

    def __init__(self, master):
        self.master = master
        self.shown = b""

    def type(self, text):
        os.write(self.master, text.encode())

    def until(self, words, patience=10, after=""):
        """Wait until those words are shown (behind the others)."""
        end = time.monotonic() + patience
        while words.encode() not in self.shown[self.shown.find(after.encode()) :]:
            assert time.monotonic() < end, self.shown
            self.read()
        return self.shown.decode()

    def read(self):
        if select.select([self.master], [], [], 0.05)[0]:
            with contextlib.suppress(OSError):
                self.shown += os.read(self.master, 65536)


@pytest.fixture
def terminal():
    master, slave = pty.openpty()
    with open(slave, closefd=False) as reading, open(slave, "w", closefd=False) as writing:
        made = Terminal(master)
        made.asker = TerminalAsker(reading, writing)
        made.reading, made.writing = reading, writing
        yield made
    os.close(slave)
    os.close(master)


def start(asker, asked, over=None):
    """Ask in a thread; gives the list that the answer comes to, and the thread."""
    got = []
    thread = threading.Thread(target=lambda: got.append(asker(asked, over or threading.Event())))
    thread.start()
    return got, thread


def test_a_hidden_answer_is_not_shown(terminal):
    got, thread = start(terminal.asker, question())
    terminal.until("Password:")
    terminal.type("se cret\n")
    thread.join(5)
    terminal.read()
    assert got == [("se cret",)]
    assert b"cret" not in terminal.shown
    assert b"hv1 (192.0.2.1:22) asks audit" in terminal.shown


def test_what_may_be_seen_is_echoed(terminal):
    got, thread = start(terminal.asker, question(Prompt("Code?", echo=True), HIDDEN))
    terminal.until("Code?")
    terminal.type("123\n")
    terminal.until("Password:")
    terminal.type("x\n")
    thread.join(5)
    assert got == [("123", "x")]
    assert b"123" in terminal.shown


def test_the_words_of_a_host_stay_words(terminal):
    asked = question(
        Prompt("\x1b[31mgo\u202e" + "x" * 5000, echo=False), title="\x1b]0;own\x07", instructions="a\n\x1b[2J\r" * 99
    )
    _, thread = start(terminal.asker, asked)
    terminal.until("xxx ")
    terminal.type("\n")
    thread.join(5)
    terminal.read()
    shown = terminal.shown.decode()
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "\\x1b[31mgo\\u202e" in shown
    assert len(shown) < 5000


def test_a_prompt_of_several_lines(terminal):
    got, thread = start(terminal.asker, question(Prompt("Welcome\nPassword: ", echo=False)))
    terminal.until("  Welcome\r\n  Password:")
    terminal.until("Password:")
    terminal.type("p\n")
    thread.join(5)
    assert got == [("p",)]


def test_end_of_input_declines(terminal):
    got, thread = start(terminal.asker, question())
    terminal.until("Password:")
    terminal.type("\x04")
    thread.join(5)
    assert got == [None]


def test_a_login_that_ends_takes_its_question_away(terminal):
    before = termios.tcgetattr(terminal.reading.fileno())
    over = threading.Event()
    got, thread = start(terminal.asker, question(), over)
    terminal.until("Password:")
    assert termios.tcgetattr(terminal.reading.fileno()) != before
    over.set()
    thread.join(5)
    assert got == [None]
    assert termios.tcgetattr(terminal.reading.fileno()) == before


def test_one_host_at_a_time(terminal):
    asker = terminal.asker
    first = start(asker, question(target="hv1"))
    terminal.until("Password:")
    over = threading.Event()
    second, third = start(asker, question(target="hv2")), start(asker, question(target="hv3"), over)
    over.set()
    third[1].join(5)
    assert third[0] == [None]
    assert b"hv2" not in terminal.shown
    terminal.type("one\n")
    terminal.until("hv2 (192")
    terminal.until("Password:", after="hv2 (192")
    terminal.type("two\n")
    second[1].join(5)
    first[1].join(5)
    assert (first[0], second[0]) == ([("one",)], [("two",)])
    assert b"hv3" not in terminal.shown


def test_a_passphrase_is_asked_for_once_for_all_hosts(terminal):
    asker = terminal.asker
    asked = [question(Prompt("Passphrase of the key k: ", echo=False), target=name, kind="passphrase") for name in "ab"]
    got, thread = start(asker, asked[0])
    terminal.until("Passphrase")
    terminal.type("p\n")
    thread.join(5)
    assert got == [("p",)]
    assert asker(asked[1], threading.Event()) == ("p",)


def test_an_answer_to_a_host_counts_once(terminal):
    asker = terminal.asker
    for _ in range(2):
        terminal.shown = b""
        _, thread = start(asker, question())
        terminal.until("Password:")
        terminal.type("p\n")
        thread.join(5)


def test_nobody_is_asked_without_a_terminal(monkeypatch, tmp_path, terminal):
    monkeypatch.setattr(sys, "stdin", terminal.reading)
    monkeypatch.setattr(sys, "stderr", terminal.writing)
    assert terminal_asker(secrets_from="-") is None
    assert terminal_asker(secrets_from="") is not None
    with (tmp_path / "in").open("w+") as file:
        monkeypatch.setattr(sys, "stdin", file)
        assert terminal_asker(secrets_from="") is None


@pytest.mark.real
def test_an_audit_at_a_terminal(make_sshd, make_account, tmp_path):
    """The whole program: a second factor is asked for between the bars, and the login works."""
    account = make_account()
    server = make_sshd(
        "UsePAM yes", "KbdInteractiveAuthentication yes", "AuthenticationMethods publickey,keyboard-interactive",
        user=account.name,
    )  # fmt: skip
    master, slave = pty.openpty()
    program = [sys.executable, "-c", "from app.cli.main import main; main()"]
    words = ["audit", f"{account.name}@127.0.0.1:{server.port}", "--identity", server.key, "--chapter", "2"]
    words += ["--known-hosts", server.known_hosts, "--out", tmp_path / "a.bartizan", "--sudo", "never"]
    environment = {**os.environ, "HOME": str(tmp_path), "SSH_AUTH_SOCK": "", "TERM": "xterm"}
    process = subprocess.Popen(
        [*program, *map(str, words)], stdin=slave, stdout=slave, stderr=slave, env=environment, start_new_session=True
    )
    os.close(slave)
    terminal = Terminal(master)
    terminal.until("asks " + account.name, 30)
    terminal.until("Password:")
    terminal.type(account.password + "\n")
    text = terminal.until("Saved as", 60)
    process.wait(30)
    os.close(master)
    assert account.password not in text
    assert "Accepted keyboard-interactive" in server.said()
