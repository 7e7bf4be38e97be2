import pytest
from report_sample import SHADOW, sample

from app.report.exhibits import Desk
from app.report.passages import LINES, count_lines, holds, passage

BULK = [f"line {number} of many, with some words to fill it" for number in range(20_000)]


def output(*, large: bool, **changed: str) -> bytes:
    """Lines by number with some of them changed (``at7``); the large one is beyond what is read whole."""
    lines = BULK if large else BULK[:500]
    lines = [changed.get(f"at{number}", line) for number, line in enumerate(lines)]
    return "\n".join(lines).encode() + b"\n"


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("at", [0, 2, 77, 400])
def test_the_lines_around_the_first_word_are_shown_whatever_the_size(large, at):
    whole = output(large=large, **{f"at{at}": "PermitRootLogin yes", "at450": "PermitRootLogin yes"})
    found = passage(whole, ["nowhere", "RootLogin"])
    assert found.first == max(0, at - 3)
    assert found.lines[at - found.first] == "PermitRootLogin yes"
    assert len(found.lines) == LINES
    assert found.lines[-1] == BULK[found.first + LINES - 1]
    assert (found.total, found.masked) == (len(whole.splitlines()), 0)


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("words", [(), ("nowhere",)])
def test_without_a_word_it_is_the_first_lines(large, words):
    found = passage(output(large=large), words)
    assert (found.first, found.lines) == (0, tuple(BULK[:LINES]))


def test_the_first_of_several_words_counts_in_whatever_order_they_are_asked_for():
    whole = output(large=True, at9000="late", at8000="early")
    assert passage(whole, ["late", "early"]) == passage(whole, ["early", "late"])
    assert passage(whole, ["late", "early"]).lines[3] == "early"


def test_an_output_that_ends_at_the_word_or_is_empty():
    whole = output(large=True) + b"the end"
    found = passage(whole, ["the end"])
    assert found.lines[-1] == "the end"
    assert found.first + len(found.lines) == found.total == count_lines(whole)
    assert passage(b"", ["x"]).lines == ()


@pytest.mark.parametrize("large", [False, True])
def test_a_secret_is_masked_even_where_the_lines_begin_within_it(large):
    key = {f"at{number}": f"c2VjcmV0IHNlY3JldCBzZWNyZXQ{number}" for number in range(101, 140)}
    whole = output(large=large, at100="-----BEGIN PRIVATE KEY-----", **key, at140="-----END PRIVATE KEY-----")
    found = passage(whole, ["IHNlY3JldCBzZWNyZXQ120"])
    assert "c2VjcmV0" not in "\n".join(found.lines)
    assert found.masked == 1
    assert passage(whole, ["line 150 "]).masked == (0 if large else 1)
    shadow = output(large=large) + SHADOW
    assert "hunter22" not in "\n".join(passage(shadow, ["bindpw"]).lines)


def test_bytes_that_are_no_text_are_searched_and_shown():
    whole = output(large=True) + b"raw=\xff\xfe here\n"
    assert passage(whole, ["here"]).lines[-1] == "raw=\udcff\udcfe here"
    assert holds(whole, ["here"])
    assert not holds(whole, ["\ud800"])
    assert not holds(whole, [])


def test_what_shows_most_is_taken_and_nothing_more_is_read():
    scan = sample()
    read = []

    class Watched(dict):  # type: ignore[type-arg] # a mapping that tells
        def __getitem__(self, key):
            read.append(key)
            return super().__getitem__(key)

    desk = Desk(scan)
    desk._evidence = Watched(scan.evidence)
    keys = ["hv1/empty", "hv1/drivers", "hv1/sockets", "hv1/sshd", "hv1/shadow"]
    assert desk.telling(keys, ["permitrootlogin", "16509"], 2) == ["hv1/sockets", "hv1/sshd"]
    assert read == keys[:4]
    assert desk.telling(["hv1/empty", "hv1/drivers"], ["x" * 9], 3) == ["hv1/drivers"]
    assert desk.telling(["hv1/empty", "mail01/sshd"], ["x" * 9], 3) == ["hv1/empty", "mail01/sshd"]
    assert desk.telling([], [], 3) == []
