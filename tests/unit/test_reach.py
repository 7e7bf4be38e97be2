"""Reaching a host over whichever of its addresses answers; sockets of the loopback, names made up."""

import contextlib
import socket
import threading
import time

import pytest

from app.errors import ConnectError
from app.transport.reach import reach
from app.transport.watchdog import Watchdog

LIMIT = 4.0  # seconds for one connection


@pytest.fixture
def watchdog():
    cancel = threading.Event()
    watchdog = Watchdog(cancel)
    watchdog.limit(LIMIT)
    watchdog.cancel = cancel
    yield watchdog
    watchdog.stop()


def listening(host="127.0.0.1", family=socket.AF_INET):
    server = socket.create_server((host, 0), family=family, backlog=1)
    return server, (family, socket.SOCK_STREAM, 6, "", server.getsockname())


@pytest.fixture
def alive():
    server, place = listening()
    with server:
        yield place


@pytest.fixture
def alive6():
    server, place = listening("::1", socket.AF_INET6)
    with server:
        yield place


@pytest.fixture
def refusing():
    server, place = listening()
    server.close()
    return place


@pytest.fixture
def dead():
    """An address that never answers: its queue is full."""
    with contextlib.ExitStack() as stack:
        server = stack.enter_context(socket.create_server(("127.0.0.1", 0), backlog=0))
        for _ in range(8):
            filler = stack.enter_context(socket.socket())
            filler.setblocking(False)
            filler.connect_ex(server.getsockname())
        time.sleep(0.05)
        probe = stack.enter_context(socket.socket())
        probe.settimeout(0.2)
        try:
            probe.connect(server.getsockname())
        except TimeoutError:
            yield (socket.AF_INET, socket.SOCK_STREAM, 6, "", server.getsockname())
        else:
            pytest.skip("this system's queue of connections is never full")


@pytest.fixture
def resolver(monkeypatch):
    """The name "many" has these addresses; what is asked of the system otherwise stays."""
    real = socket.getaddrinfo
    answers = []

    def ask(host, port, family=0, *rest):
        if host != "many":
            return real(host, port, family, *rest)
        return [one for one in answers if family in (0, one[0])]

    monkeypatch.setattr(socket, "getaddrinfo", ask)
    return answers


def test_a_dead_address_does_not_eat_the_limit_of_the_next(resolver, dead, alive, watchdog):
    resolver += [dead, dead, alive]
    began = time.monotonic()
    with reach("hv1", "many", 22, watchdog) as pipe:
        assert pipe.getpeername() == alive[4]
    assert time.monotonic() - began < LIMIT / 2


def test_families_take_turns(resolver, dead, alive6, watchdog):
    resolver += [dead] * 12 + [alive6]
    began = time.monotonic()
    with reach("hv1", "many", 22, watchdog) as pipe:
        assert pipe.getpeername() == alive6[4]
    assert time.monotonic() - began < LIMIT / 2


def test_refused_on_one_family_and_open_on_the_other(resolver, refusing, alive6, watchdog):
    resolver += [refusing, alive6]
    with reach("hv1", "many", 22, watchdog) as pipe:
        assert pipe.family == socket.AF_INET6


def test_only_the_family_that_is_asked_for(resolver, alive, alive6, watchdog):
    resolver += [alive, alive6]
    with reach("hv1", "many", 22, watchdog, family="inet6") as pipe:
        assert pipe.family == socket.AF_INET6
    resolver.pop()
    with pytest.raises(ConnectError, match=r"has no IPv6 address; .*AddressFamily") as caught:
        reach("hv1", "many", 22, watchdog, family="inet6")
    assert caught.value.kind == "name-unknown"
    with pytest.raises(ConnectError, match="hv1: it is no IPv6 address"):
        reach("hv1", "127.0.0.1", 22, watchdog, family="inet6")


def test_what_became_of_each_address_is_said(resolver, refusing, dead, watchdog):
    resolver += [refusing, dead]
    watchdog.limit(0.6)
    with pytest.raises(ConnectError) as caught:
        reach("hv1", "many", 22, watchdog)
    assert caught.value.kind == "refused"
    assert "(127.0.0.1: refused, 127.0.0.1: no answer)" in str(caught.value)


def test_cancel_while_nothing_answers(resolver, dead, watchdog):
    resolver += [dead]
    threading.Timer(0.2, watchdog.cancel.set).start()
    with pytest.raises(ConnectError) as caught:
        reach("hv1", "many", 22, watchdog)
    assert caught.value.kind == "cancelled"


def test_a_family_that_this_computer_does_not_speak(resolver, alive, watchdog):
    resolver += [(97, socket.SOCK_STREAM, 6, "", ("::1", 22, 0, 0)), alive]
    with reach("hv1", "many", 22, watchdog) as pipe:
        assert pipe.getpeername() == alive[4]


def test_zones(alive6, watchdog):
    port = alive6[4][1]
    loopback = next(name for _, name in socket.if_nameindex() if name.startswith("lo"))
    for zone in (loopback, str(socket.if_nametoindex(loopback))):
        with reach("hv1", f"::1%{zone}", port, watchdog) as pipe:
            assert pipe.getpeername()[:2] == ("::1", port)
    with pytest.raises(ConnectError, match="no network interface 'nowhere0' for fe80::1") as caught:
        reach("hv1", "fe80::1%nowhere0", port, watchdog)
    assert caught.value.kind == "no-answer"


def test_the_address_that_it_comes_from(watchdog):
    server, place = listening()
    with server, reach("hv1", "127.0.0.1", place[4][1], watchdog, source="127.0.0.9") as pipe:
        assert pipe.getsockname()[0] == "127.0.0.9"
    with pytest.raises(ConnectError, match="BindAddress 'eth0' is no address"):
        reach("hv1", "127.0.0.1", 22, watchdog, source="eth0")


@pytest.mark.parametrize("name", ["x" * 70, "a..b", "no-such-name.invalid"])
def test_names_that_lead_nowhere(name, watchdog):
    with pytest.raises(ConnectError) as caught:
        reach("hv1", name, 22, watchdog)
    assert caught.value.kind == "name-unknown"
    assert repr(name) in str(caught.value)
