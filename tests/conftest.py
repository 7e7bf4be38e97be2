"""Fixtures that several kinds of tests share: real SSH servers and throw-away accounts."""

import os
import shutil
import signal
import tempfile
from pathlib import Path

import hypothesis
import pytest
import sshd_rig

os.environ["BARTIZAN_LANGUAGE"] = (
    "en"  # whatever the machine of the test run speaks; programs that are started inherit it
)

# An example may take as long as it likes: how fast a busy machine is says nothing of what is tested. And it is the same
# one in each run, so that what fails fails again; --hypothesis-profile=wandering looks for others.
hypothesis.settings.register_profile("bartizan", deadline=None, derandomize=True)
hypothesis.settings.register_profile("wandering", deadline=None)
hypothesis.settings.load_profile("bartizan")

# A shell starts what it has in the background with Ctrl-C ignored, and every program that tests interrupt would inherit
# that, and leave it so, as it should.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture
def make_sshd():
    """A factory of OpenSSH servers: make_sshd("PasswordAuthentication yes", ...) gives an Sshd."""
    folder = Path(tempfile.mkdtemp(prefix="bartizan-sshd-"))
    folder.chmod(0o755)
    servers = []

    def make(*config, **options):
        lines = "".join(f"{line}\n" for line in config)
        servers.append(sshd_rig.start_sshd(folder / str(len(servers)), lines, **options))
        return servers[-1]

    yield make
    for server in servers:
        server.stop()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def sshd(make_sshd):
    """A running OpenSSH server on 127.0.0.1 that serves the user of the test run by key."""
    return make_sshd()


@pytest.fixture
def make_account():
    """A factory of throw-away users with a password; only as root."""
    if os.geteuid() != 0:
        pytest.skip("only root can make accounts")
    accounts = []

    def make(**options):
        accounts.append(sshd_rig.make_account(**options))
        return accounts[-1]

    yield make
    for account in accounts:
        account.remove()


@pytest.fixture
def account(make_account):
    """A throw-away user with a password and without any rights."""
    return make_account()
