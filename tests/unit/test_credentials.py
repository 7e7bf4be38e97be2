"""Secrets in the keyring: one contract for the private fake and for a real Secret Service."""

import importlib
import os
import shutil
import signal
import subprocess
import threading
import time

import keyring
import pytest
from keyring.backends import null
from keyring.errors import InitError, PasswordDeleteError

from app import credentials
from app.credentials import Credentials, system_backend
from app.errors import CredentialError
from app.model import Target
from app.transport import sshconfig
from app.transport.base import Secrets

TARGET = Target("hv1", "hv1.example.org", port=22, user="audit", identity="/keys/one")
OTHER = Target("hv2", "hv2.example.org", port=2222, user="audit")
ALL = Secrets(password="p-wörd", passphrase="ph rase", sudo="s'udo\"")
MARK = "s3cret-in-plain-sight"


class FakeBackend:
    """A keyring in memory."""

    name = "Fake"

    def __init__(self):
        self.entries = {}

    def get_password(self, service, username):
        return self.entries.get((service, username))

    def set_password(self, service, username, password):
        self.entries[service, username] = password

    def delete_password(self, service, username):
        if (service, username) not in self.entries:
            raise PasswordDeleteError
        del self.entries[service, username]


@pytest.fixture(autouse=True)
def _no_ssh_config(monkeypatch):
    monkeypatch.setattr(sshconfig, "_files", lambda _path: ())


def _await_owner(address, env):
    """Wait until the daemon has its name: who asks earlier makes the bus start another one, and that one is locked."""
    question = ["dbus-send", f"--bus={address}", "--print-reply", "--dest=org.freedesktop.DBus", "/"]
    question += ["org.freedesktop.DBus.NameHasOwner", "string:org.freedesktop.secrets"]
    end = time.monotonic() + 40
    while b"boolean true" not in subprocess.run(question, capture_output=True, env=env, check=False).stdout:
        assert time.monotonic() < end, "the keyring daemon doesn't start"
        time.sleep(0.05)


@pytest.fixture(scope="module")
def secret_service(tmp_path_factory):
    """A real GNOME keyring on a bus of its own, with its own folders, unlocked; gives the bus's address."""
    if shutil.which("gnome-keyring-daemon") is None or shutil.which("dbus-daemon") is None:
        pytest.skip("gnome-keyring and dbus are not installed")
    home = tmp_path_factory.mktemp("keyring")
    folders = {name: str(home / name) for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")}
    runtime = home / "runtime"
    runtime.mkdir(mode=0o700)
    env = {"PATH": os.environ["PATH"], "HOME": str(home), "XDG_RUNTIME_DIR": str(runtime), **folders}
    bus = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address"], stdout=subprocess.PIPE, text=True, env=env
    )
    address = bus.stdout.readline().strip()
    daemon = subprocess.Popen(
        ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**env, "DBUS_SESSION_BUS_ADDRESS": address},
    )
    daemon.stdin.write(b"a password of the keyring")
    daemon.stdin.close()
    _await_owner(address, env)
    yield address
    for process in (daemon, bus):
        process.send_signal(signal.SIGTERM)
        process.wait(5)
    bus.stdout.close()


@pytest.fixture(params=["fake", pytest.param("real", marks=pytest.mark.real)])
def store(request, monkeypatch):
    if request.param == "fake":
        backend = FakeBackend()
        yield Credentials(lambda: backend, 5)
        return
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", request.getfixturevalue("secret_service"))
    backend = importlib.import_module("keyring.backends.SecretService").Keyring()
    made = Credentials(lambda: backend, 20)
    end = time.monotonic() + 40
    while True:  # the service takes its name on the bus a moment after it was started
        try:
            made.round_trip()
            break
        except CredentialError:
            assert time.monotonic() < end
            time.sleep(0.1)
    yield made
    for target in (TARGET, OTHER):
        made.delete(target)


class TestContract:
    """What the fake and the real keyring both must do."""

    def test_nothing_is_there_at_first(self, store):
        assert store.load(TARGET) == Secrets()
        assert store.listed() == ()
        assert store.delete(TARGET) == 0

    def test_what_is_saved_is_there(self, store):
        store.save(TARGET, ALL)
        assert store.load(TARGET) == ALL
        assert store.load(OTHER) == Secrets()

    def test_only_what_is_given_is_changed(self, store):
        store.save(TARGET, ALL)
        store.save(TARGET, Secrets(sudo="new"))
        assert store.load(TARGET) == Secrets(password=ALL.password, passphrase=ALL.passphrase, sudo="new")

    def test_deleting_some_and_all(self, store):
        store.save(TARGET, ALL)
        assert store.delete(TARGET, ("sudo",)) == 1
        assert store.load(TARGET).sudo is None
        assert store.delete(TARGET) == 2
        assert store.load(TARGET) == Secrets()
        assert store.listed() == ()

    def test_names_are_listed_and_nothing_else(self, store):
        store.save(TARGET, ALL)
        store.save(OTHER, Secrets(password="x"))
        assert store.listed() == (
            "passphrase /keys/one",
            "password audit@hv1.example.org:22",
            "password audit@hv2.example.org:2222",
            "sudo audit@hv1.example.org:22",
        )

    def test_the_name_of_a_target_does_not_matter(self, store):
        store.save(TARGET, ALL)
        assert store.load(Target("alias", "hv1.example.org", port=0, user="audit")).password == ALL.password

    def test_round_trip(self, store):
        assert store.round_trip().endswith("keeps secrets")
        assert store.listed() == ()


def fault(work):
    with pytest.raises(CredentialError) as caught:
        work()
    shown = repr(caught.value)
    assert "\n" not in str(caught.value)
    assert MARK not in shown
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None or caught.value.__suppress_context__
    return str(caught.value)


def test_a_keyring_that_forgets():
    class Forgets(FakeBackend):
        def set_password(self, *_):
            pass

    store = Credentials(Forgets)
    assert "did not keep" in fault(lambda: store.save(TARGET, Secrets(password=MARK)))
    assert "did not keep" in fault(store.round_trip)


def test_a_keyring_that_alters():
    class Alters(FakeBackend):
        def set_password(self, service, username, password):
            super().set_password(service, username, password + " ")

    assert "did not keep" in fault(lambda: Credentials(Alters).save(TARGET, Secrets(password=MARK)))


def test_a_keyring_that_hangs():
    stop = threading.Event()

    class Hangs(FakeBackend):
        def get_password(self, *_):
            stop.wait(20)

    begun = time.monotonic()
    assert "no answer within 0.3 s" in fault(lambda: Credentials(Hangs, 0.3).load(TARGET))
    assert time.monotonic() - begun < 2
    stop.set()


@pytest.mark.parametrize(
    ("error", "word"),
    [
        (InitError("Failed to unlock the collection!"), "locked"),
        (OSError(2, "no such socket"), "FileNotFoundError"),
        (ValueError(f"cannot send {MARK}"), "ValueError"),
        (PasswordDeleteError("x"), "refused"),
    ],
)
def test_faults_are_one_sentence_without_a_secret(error, word):
    class Fails(FakeBackend):
        def set_password(self, *_):
            raise error

    assert word in fault(lambda: Credentials(Fails).save(TARGET, Secrets(password=MARK)))


def test_a_spoilt_index_is_no_harm():
    backend = FakeBackend()
    backend.entries["bartizan", "index"] = "{not json"
    store = Credentials(lambda: backend)
    store.save(TARGET, ALL)
    assert len(store.listed()) == 3


def backend_of(module):
    return type("Keyring", (FakeBackend,), {"__module__": module})()


@pytest.mark.parametrize("module", ["keyrings.alt.file", "keyrings.cryptfile.cryptfile", "own.plain"])
def test_foreign_stores_are_refused(monkeypatch, module):
    monkeypatch.setattr(keyring, "get_keyring", lambda: backend_of(module))
    assert module in fault(lambda: credentials.save(TARGET, Secrets(password=MARK)))


def test_the_null_store_is_refused(monkeypatch):
    monkeypatch.setattr(keyring, "get_keyring", null.Keyring)
    assert "not used" in fault(lambda: credentials.load(TARGET))


def test_no_keyring_at_all(monkeypatch):
    fail = importlib.import_module("keyring.backends.fail")
    monkeypatch.setattr(keyring, "get_keyring", fail.Keyring)
    assert "has no keyring" in fault(credentials.round_trip)


def test_of_a_chain_only_the_systems_own_is_used(monkeypatch):
    good = backend_of("keyring.backends.SecretService")
    chain = backend_of("keyring.backends.chainer")
    chain.backends = [backend_of("keyrings.alt.file"), good]
    monkeypatch.setattr(keyring, "get_keyring", lambda: chain)
    assert system_backend() is good
    credentials.save(TARGET, ALL)
    assert credentials.load(TARGET) == ALL
    assert credentials.delete(TARGET) == 3


def test_macos_and_windows_stores_are_known(monkeypatch):
    for module in ("keyring.backends.macOS", "keyring.backends.macOS.api", "keyring.backends.Windows"):
        backend = backend_of(module)
        monkeypatch.setattr(keyring, "get_keyring", lambda backend=backend: backend)
        assert system_backend() is backend
