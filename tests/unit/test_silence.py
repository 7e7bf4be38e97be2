"""How long a process may say nothing: counted, not measured, and much shorter where a person waits."""

from app.silence import ASK, MOST, URGENT, Silence


def ticks_left(silence: Silence) -> int:
    """How many more it takes."""
    count = 1
    while not silence.tick():
        count += 1
        assert count <= MOST
    return count


def test_it_is_long_and_begins_anew_with_every_word() -> None:
    silence = Silence()
    for _ in range(MOST - 1):
        assert not silence.tick()
    silence.heard()
    assert ticks_left(silence) == MOST
    assert MOST > 5 * ASK


def test_it_is_short_after_something_that_a_person_waits_for() -> None:
    silence = Silence()
    for _ in range(50):
        silence.tick()
    silence.hurry()
    silence.tick()
    silence.hurry()  # said again, which makes it no longer
    assert ticks_left(silence) == URGENT - 1


def test_an_answer_ends_the_hurry() -> None:
    silence = Silence()
    silence.hurry()
    silence.heard()
    assert ticks_left(silence) == MOST


def test_hurry_never_makes_it_longer() -> None:
    silence = Silence(MOST)
    for _ in range(MOST - 2):
        silence.tick()
    silence.hurry()
    assert ticks_left(silence) == 2
