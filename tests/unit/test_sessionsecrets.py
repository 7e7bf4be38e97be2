"""Secrets of a session: typed ones first, the keyring for the rest."""

import pytest

from app.model import Target
from app.screen.sessionsecrets import SessionSecrets, asks_keyring, completed
from app.targets import local_target
from app.transport.base import Secrets


def test_what_was_typed_is_kept_follows_a_name_and_is_forgotten() -> None:
    kept = SessionSecrets()
    kept.keep("hv1", Secrets(password="tr0ub4dor"))
    kept.rename("hv1", "alpha")
    assert kept.of("hv1").password is None
    assert kept.of("alpha").password == "tr0ub4dor"
    assert "tr0ub4dor" not in repr(kept)
    kept.keep("hv2", Secrets(sudo="x"))
    assert kept.names() == ("alpha", "hv2")
    assert kept.forget() == 2
    assert kept.names() == ()


def test_nothing_typed_asks_the_keyring_again() -> None:
    kept = SessionSecrets()
    kept.keep("hv1", Secrets(password="x"))
    kept.keep("hv1", Secrets())
    assert kept.names() == ()


@pytest.mark.parametrize(
    ("target", "typed", "asks"),
    [
        (local_target(), Secrets(), False),
        (Target("a"), Secrets(), True),
        (Target("a"), Secrets(password="x"), False),
        (Target("a", credential="agent"), Secrets(), False),
        (Target("a", credential="agent", sudo="password"), Secrets(), True),
        (Target("a", credential="agent", sudo="password"), Secrets(sudo="x"), False),
        (Target("a", credential="key"), Secrets(), True),
        (Target("a", credential="key"), Secrets(passphrase="x"), False),
        (Target("a", credential="password"), Secrets(), True),
        (Target("a", credential="password"), Secrets(password="x"), False),
    ],
)
def test_who_may_need_the_keyring(target: Target, typed: Secrets, asks: bool) -> None:
    assert asks_keyring(target, typed) is asks


def test_gaps_are_filled_and_what_was_typed_wins() -> None:
    targets = [Target("a", credential="password", sudo="password"), Target("b", credential="agent"), Target("c")]
    asked = []

    def load(target: Target) -> Secrets:
        asked.append(target.name)
        return Secrets(password="old", passphrase="p", sudo="s")

    found = completed(targets, {"a": Secrets(password="new")}, load)
    assert (found["a"].password, found["a"].sudo) == ("new", "s")
    assert found["b"].password is None
    assert found["c"].password == "old"
    assert asked == ["a", "c"]
