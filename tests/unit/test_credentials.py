"""Secrets in the keyring: one contract for the private fake and for a real Secret Service."""

import contextlib
import gc
import importlib
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
import warnings
from pathlib import Path

import keyring
import pytest
from keyring.backends import null
from keyring.errors import InitError, PasswordDeleteError

from app import credentials, secretnames
from app.credentials import Credentials, KeptSecrets, Unopened, system_backend
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
def ssh_config(monkeypatch, tmp_path):
    """The person's SSH configuration, which is not there yet; and a state folder of our own."""
    file = tmp_path / "config"
    monkeypatch.setattr(sshconfig, "_files", lambda _path: ((file, True),))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return file


@pytest.fixture(autouse=True)
def _sockets_of_the_library():
    """keyring's backend lets bus connections go without closing them: here, and not in whichever test comes next."""
    yield
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        gc.collect()


def _await_owner(address, env):
    """Wait until the daemon has its name: who asks earlier makes the bus start another one, and that one is locked."""
    question = ["dbus-send", f"--bus={address}", "--print-reply", "--dest=org.freedesktop.DBus", "/"]
    question += ["org.freedesktop.DBus.NameHasOwner", "string:org.freedesktop.secrets"]
    end = time.monotonic() + 40
    while b"boolean true" not in subprocess.run(question, capture_output=True, env=env, check=False).stdout:
        assert time.monotonic() < end, "the keyring daemon doesn't start"
        time.sleep(0.05)


@contextlib.contextmanager
def running_service(home, *, keyring=True):
    """A real GNOME keyring on a bus of its own, with its own folders, unlocked or none; gives the bus's address."""
    if shutil.which("gnome-keyring-daemon") is None or shutil.which("dbus-daemon") is None:
        pytest.skip("gnome-keyring and dbus are not installed")
    folders = {name: str(home / name) for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")}
    runtime = home / "runtime"
    runtime.mkdir(mode=0o700)
    env = {"PATH": os.environ["PATH"], "HOME": str(home), "XDG_RUNTIME_DIR": str(runtime), **folders}
    bus = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address"], stdout=subprocess.PIPE, text=True, env=env
    )
    address = bus.stdout.readline().strip()
    daemon = subprocess.Popen(
        ["gnome-keyring-daemon", "--foreground", *(["--unlock"] if keyring else []), "--components=secrets"],
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


@pytest.fixture(scope="module")
def secret_service(tmp_path_factory):
    """One for all tests that leave it as it was."""
    with running_service(tmp_path_factory.mktemp("keyring")) as address:
        yield address


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

    def test_entries_go_by_their_listed_names(self, store):
        store.save(TARGET, ALL)
        assert store.forget(["sudo audit@hv1.example.org:22", "sudo nobody@nowhere:22"]) == 1
        assert store.load(TARGET) == Secrets(password=ALL.password, passphrase=ALL.passphrase)
        assert store.listed() == ("passphrase /keys/one", "password audit@hv1.example.org:22")

    def test_a_list_of_many_pages(self, store):
        for number in range(6):
            store.save(Target("x", f"hv{number}.{'a-long-name.' * 18}org", port=22), Secrets(sudo="x"))
        names = store.listed()
        assert len(names) == 6
        assert store._find().get_password("bartizan", f"{secretnames.LIST} 2") is not None
        assert store.forget(names) == 6
        assert store.listed() == ()

    def test_a_list_that_was_spoilt_is_made_whole(self, store):
        store.save(TARGET, ALL)
        store.save(OTHER, ALL)
        store._find().set_password("bartizan", secretnames.LIST, '["password audit@hv1.example.org:22", "sud')
        assert store.complete() is None
        store.save(OTHER, Secrets(sudo="new"))
        assert store.listed() == ("password audit@hv1.example.org:22", "sudo audit@hv2.example.org:2222")
        assert store.complete() == set(store.listed())
        assert store.load(TARGET) == ALL
        assert (store.delete(TARGET), store.delete(OTHER)) == (3, 2)

    def test_one_run(self, store):
        store.save(TARGET, ALL)
        said = []
        run = KeptSecrets(said.append, store)
        assert run.of(TARGET) == ALL
        assert run.of(OTHER) == Secrets()
        assert said == []

    def test_round_trip(self, store):
        assert store.round_trip().endswith("keeps secrets")
        assert store.listed() == ()


@pytest.mark.real
class TestRealServiceInTrouble:
    """A real Secret Service that is locked, whose prompt nobody answers, and that dies."""

    @pytest.fixture
    def service(self, tmp_path_factory, monkeypatch):
        with running_service(tmp_path_factory.mktemp("locked")) as address:
            monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
            yield importlib.import_module("keyring.backends.SecretService").Keyring()

    # secretstorage's user leaves a connection to the collector where unlocking fails.
    @pytest.mark.filterwarnings("ignore:unclosed <socket", "ignore:Exception ignored in. <socket")
    def test_locked(self, service):
        secretstorage = importlib.import_module("secretstorage")
        store = Credentials(lambda: service, 20)
        store.save(TARGET, ALL)
        bus = secretstorage.dbus_init()
        try:
            secretstorage.get_default_collection(bus).lock()
            begun = time.monotonic()
            said = fault(lambda: Credentials(lambda: service, 2).load(TARGET))
            assert time.monotonic() - begun < 4
            assert "locked" in said or "unlock it" in said
            heard = []
            run = KeptSecrets(heard.append, Credentials(lambda: service, 2), limit=2)
            assert [run.of(one) for one in (TARGET, OTHER, TARGET)] == [Secrets()] * 3
            assert len(heard) == 1
        finally:
            bus.close()
        gc.collect()

    def test_nobody_makes_a_keyring_only_to_find_nothing_in_it(self, tmp_path_factory, monkeypatch):
        """Without a keyring the service would ask for the password of a new one; nobody is here to answer that."""
        with running_service(tmp_path_factory.mktemp("none"), keyring=False) as address:
            monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
            service = importlib.import_module("keyring.backends.SecretService").Keyring()
            store = Credentials(lambda: Unopened(service), 20)
            begun = time.monotonic()
            assert store.load(TARGET) == Secrets()
            assert store.listed() == ()
            assert store.complete() == frozenset()
            assert store.forget(["password audit@hv1.example.org:22"]) == 0
            assert time.monotonic() - begun < 15
            secretstorage = importlib.import_module("secretstorage")
            with contextlib.closing(secretstorage.dbus_init()) as bus:
                assert [one.collection_path.split("/")[-1] for one in secretstorage.get_all_collections(bus)] == [
                    "session"
                ]

    def test_where_there_is_a_keyring_all_is_kept(self, service):
        store = Credentials(lambda: Unopened(service), 20)
        store.save(TARGET, ALL)
        assert store.load(TARGET) == ALL
        assert store.delete(TARGET) == 3
        assert store.round_trip().endswith("keeps secrets")

    def test_a_service_that_died(self, tmp_path_factory, monkeypatch):
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path_factory.mktemp('bus')}/gone")
        service = importlib.import_module("keyring.backends.SecretService").Keyring()
        assert "keyring" in fault(lambda: Credentials(lambda: service, 5).load(TARGET))


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
    stop, answered = threading.Event(), []

    class Hangs(FakeBackend):
        def get_password(self, *_):
            answered.append(stop.wait(20))

    assert "no answer within 0.3 s" in fault(lambda: Credentials(Hangs, 0.3).load(TARGET))
    assert not answered
    stop.set()


@pytest.mark.parametrize(
    ("error", "word"),
    [
        (InitError("Failed to unlock the collection!"), "locked"),
        (OSError(2, "no such socket"), "FileNotFoundError"),
        (ValueError(f"cannot send {MARK}"), "ValueError"),
        (PasswordDeleteError("x"), "refused"),
        (keyring.errors.KeyringLocked("dismissed"), "locked"),
        (UnicodeEncodeError("utf-8", MARK, 0, 1, "x"), "UnicodeEncodeError"),
        (ConnectionResetError(104, "the daemon died"), "ConnectionResetError"),
    ],
)
def test_faults_are_one_sentence_without_a_secret(error, word):
    class Fails(FakeBackend):
        def set_password(self, *_):
            raise error

    assert word in fault(lambda: Credentials(Fails).save(TARGET, Secrets(password=MARK)))


@pytest.mark.parametrize("text", ["{not json", "", "null", "5", '["a", 5]', "[" * 100_000, '"x"', '["a"'])
def test_a_spoilt_list_is_no_harm(text):
    backend = FakeBackend()
    backend.entries["bartizan", secretnames.LIST] = text
    store = Credentials(lambda: backend)
    assert store.listed() == ()
    store.save(TARGET, ALL)
    assert len(store.listed()) == 3
    assert store.complete() == set(store.listed())


def test_a_page_fits_into_every_keyring():
    """Windows keeps 2560 bytes in UTF-16."""
    backend = FakeBackend()
    store = Credentials(lambda: backend)
    for number in range(100):
        store.save(Target("x", f"hv{number}.example.org", port=22, user="ä" * 30), Secrets(password="x"))
    pages = [text for (_, name), text in backend.entries.items() if name.startswith(secretnames.LIST)]
    assert len(pages) > 10
    assert max(map(len, pages)) <= 1280
    store.forget(store.listed())
    assert backend.entries == {("bartizan", secretnames.LIST): "[]"}


# --- what an entry belongs to ----------------------------------------------------------------------------------------


def test_aliases_of_one_host_share(ssh_config):
    ssh_config.write_text("Host one two\n HostName HV1.example.org.\n User audit\n")
    backend = FakeBackend()
    store = Credentials(lambda: backend)
    store.save(Target("one", "one", port=0), Secrets(password="x"))
    assert store.listed() == ("password audit@hv1.example.org:22",)
    assert store.load(Target("two", "two", port=0)).password == "x"
    assert store.load(Target("z", "hv1.example.org", port=22, user="audit")).password == "x"


@pytest.mark.parametrize(
    "after",
    [
        "Host one\n HostName 192.0.2.66\n User audit\n",  # another address
        "Host one\n HostName 192.0.2.1\n User root\n",  # another account
        "Host one\n HostName 192.0.2.1\n User audit\n Port 2222\n",  # another server there
        "Host one\n HostName 192.0.2.1\n User audit\n ProxyJump elsewhere\n",  # another network with that address
        "Host one\n HostName 192.0.2.1\n User audit\n ProxyCommand nc -x elsewhere %h %p\n",  # the same
        "",  # no alias any longer: the name is the host's own
    ],
)
def test_an_alias_that_leads_elsewhere_has_no_password(ssh_config, after):
    """The password of the old host must never reach the new one."""
    ssh_config.write_text("Host one\n HostName 192.0.2.1\n User audit\n")
    backend = FakeBackend()
    store = Credentials(lambda: backend)
    store.save(Target("one", "one", port=0), Secrets(password=MARK, sudo=MARK))
    ssh_config.write_text(after)
    assert store.load(Target("one", "one", port=0)) == Secrets()
    assert KeptSecrets(lambda _said: None, store).of(Target("one", "one", port=0)) == Secrets()


def test_without_a_user_it_is_the_person_at_the_keyboard(monkeypatch):
    backend = FakeBackend()
    store = Credentials(lambda: backend)
    monkeypatch.setattr("getpass.getuser", lambda: "me")
    store.save(Target("hv1", "hv1", port=0), Secrets(password="x"))
    assert store.load(Target("hv1", "hv1", port=22, user="me")).password == "x"
    assert store.load(Target("hv1", "hv1", port=22, user="you")).password is None


def test_a_key_file_has_one_name(monkeypatch, tmp_path):
    backend = FakeBackend()
    store = Credentials(lambda: backend)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    store.save(Target("hv1", "hv1", port=22, identity="keys/../id"), Secrets(passphrase="x"))
    for other in ("~/id", "id", str(tmp_path / "id")):
        assert store.load(Target("hv2", "hv2", port=22, identity=other)).passphrase == "x"


# --- two programs at once --------------------------------------------------------------------------------------------


def test_two_at_once_lose_no_name():
    """Slow enough that without turns each one would overwrite what the other one wrote."""

    class Slow(FakeBackend):
        def set_password(self, service, username, password):
            if username.startswith(secretnames.LIST):
                time.sleep(0.01)
            super().set_password(service, username, password)

    backend = Slow()

    def work(who):
        store = Credentials(lambda: backend)
        for number in range(5):
            store.save(Target("x", f"{who}{number}", port=22, user="u"), Secrets(password="x"))

    workers = [threading.Thread(target=work, args=(who,)) for who in "ab"]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert len(Credentials(lambda: backend).listed()) == 10


def test_what_another_machine_writes_in_between_is_taken_in(monkeypatch):
    """No lock reaches a program of another machine; reading back does."""
    backend = FakeBackend()
    store = Credentials(lambda: backend)
    store.save(OTHER, Secrets(password="x"))
    write = secretnames._write
    foreign = ["password a@elsewhere:22"]

    def overtaken(*given):
        write(*given)
        if foreign:
            backend.entries["bartizan", secretnames.LIST] = f'["{foreign.pop()}"]'

    monkeypatch.setattr(secretnames, "_write", overtaken)
    store.save(TARGET, Secrets(password="x"))
    assert store.listed() == ("password a@elsewhere:22", "password audit@hv1.example.org:22")


def test_without_a_folder_for_the_lock_it_works(monkeypatch, tmp_path):
    (tmp_path / "state").write_text("a file, not a folder")
    backend = FakeBackend()
    store = Credentials(lambda: backend)
    store.save(TARGET, ALL)
    assert len(store.listed()) == 3


# --- one run ---------------------------------------------------------------------------------------------------------


def fleet(count):
    return [Target(f"hv{number}", f"hv{number}", port=22, user="audit") for number in range(count)]


def test_a_hundred_hosts_wait_once_for_a_keyring_that_hangs():
    stop, asked, answered = threading.Event(), [], []

    class Hangs(FakeBackend):
        def get_password(self, *_):
            asked.append(1)
            answered.append(stop.wait(20))

    said = []
    run = KeptSecrets(said.append, Credentials(Hangs, 0.3), limit=0.3)
    assert [run.of(target) for target in fleet(100)] == [Secrets()] * 100
    assert (len(asked), answered) == (1, [])
    assert [str(one) for one in said] == ["The keyring gave no answer within 0.3 s; unlock it and try again."]
    stop.set()


def test_a_slow_keyring_has_one_limit_for_all():
    class Slow(FakeBackend):
        def get_password(self, *given):
            time.sleep(0.1)
            return super().get_password(*given)

    backend = Slow()
    store = Credentials(lambda: backend)
    for target in fleet(20):
        backend.entries["bartizan", secretnames.entry_of(target, "password")] = "x"
    backend.entries["bartizan", secretnames.LIST] = str(
        [secretnames.entry_of(one, "password") for one in fleet(20)]
    ).replace("'", '"')
    said = []
    run = KeptSecrets(said.append, store, limit=1)
    begun = time.monotonic()
    got = [run.of(target) for target in fleet(20)]
    assert time.monotonic() - begun < 2
    assert got[0] == Secrets(password="x")
    assert got[-1] == Secrets()
    assert len(said) == 1


def test_hosts_without_an_entry_cost_no_question():
    asked = []

    class Counts(FakeBackend):
        def get_password(self, service, username):
            asked.append(username)
            return super().get_password(service, username)

    backend = Counts()
    run = KeptSecrets(lambda _said: None, Credentials(lambda: backend))
    for target in fleet(100):
        run.of(target)
    assert asked == [secretnames.LIST]


def test_a_spoilt_list_hides_no_secret_from_a_run():
    backend = FakeBackend()
    store = Credentials(lambda: backend)
    store.save(TARGET, ALL)
    backend.entries["bartizan", secretnames.LIST] = "{"
    assert KeptSecrets(lambda _said: None, store).of(TARGET) == ALL


def test_cancelled_while_the_keyring_hangs():
    stop = threading.Event()

    class Hangs(FakeBackend):
        def get_password(self, *_):
            stop.wait(20)

    said, got = [], []
    run = KeptSecrets(said.append, Credentials(Hangs))
    cancel = threading.Event()
    waiting = [threading.Thread(target=lambda one=one: got.append(run.of(one, cancel))) for one in fleet(3)]
    for one in waiting:
        one.start()
    threading.Timer(0.2, cancel.set).start()
    begun = time.monotonic()
    for one in waiting:
        one.join()
    assert time.monotonic() - begun < 2
    assert got == [Secrets()] * 3
    assert said == []
    stop.set()


# --- stores that are none --------------------------------------------------------------------------------------------


def backend_of(module):
    return type("Keyring", (FakeBackend,), {"__module__": module})()


@pytest.mark.parametrize(
    "module", ["keyrings.alt.file", "keyrings.cryptfile.cryptfile", "own.plain", "evil.SecretService", "evil.Windows.x"]
)
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


@pytest.mark.parametrize(
    ("variable", "config", "word"),
    [
        ("keyrings.alt.file.PlaintextKeyring", "", "keyring that is set up"),
        ("no.such.module.Keyring", "", "can't be loaded (ModuleNotFoundError)"),
        ("keyring.backends.null.Keyring", "", "not the operating system's own"),
        ("keyring.backends.SecretService.NoSuchClass", "", "can't be loaded (AttributeError)"),
        ("nodots", "", "can't be loaded (ValueError)"),
        ("", "[backend]\ndefault-keyring=keyring.backends.null.Keyring\n", "not the operating system's own"),
        (
            "",
            "[backend]\ndefault-keyring=plain.Keyring\nkeyring-path=HERE\n",
            "(plain) is not the operating",
        ),
        ("", "not a configuration\n", "can't be loaded (MissingSectionHeaderError)"),
        ("", "", "has no keyring"),
    ],
)
def test_what_is_set_up_for_the_whole_computer(tmp_path, variable, config, word):
    """As a person meets it: keyring's own settings, in a process of its own without a D-Bus."""
    folder = tmp_path / "config" / "python_keyring"
    folder.mkdir(parents=True)
    (tmp_path / "plain.py").write_text(
        "from keyring.backend import KeyringBackend\n"
        "class Keyring(KeyringBackend):\n"
        "    priority = 9\n"
        "    def get_password(self, s, u): return None\n"
        "    def set_password(self, s, u, p): open(__file__ + '.secrets', 'a').write(p)\n"
        "    def delete_password(self, s, u): pass\n"
    )
    if config:
        (folder / "keyringrc.cfg").write_text(config.replace("HERE", str(tmp_path)))
    env = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path / "config")}
    env |= {"PYTHON_KEYRING_BACKEND": variable} if variable else {}
    ran = subprocess.run(
        [sys.executable, "-c", "from app.cli.main import main; main()", "login", "audit@hv1"],
        input=f"{MARK}\n",
        capture_output=True,
        text=True,
        env=env,
        cwd=Path(credentials.__file__).parent.parent,
        check=False,
    )
    assert (ran.returncode, ran.stdout) == (3, "")
    assert word in ran.stderr
    assert ran.stderr.endswith(" Nothing was kept.\n")
    assert ran.stderr.count("\n") == 1
    assert MARK not in ran.stderr
    left = [path for path in tmp_path.rglob("*") if path.is_file() and MARK.encode() in path.read_bytes()]
    assert left == []
