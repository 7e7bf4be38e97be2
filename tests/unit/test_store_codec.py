import json
import tracemalloc
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from store_sample import INFO, NOON, result, state

from app.errors import StoreError
from app.model import Profile, Result, RuleResult, TargetState
from app.record import AuditInfo, Override, OverrideKind
from app.store import codec

OVERRIDE = Override(
    "3", OverrideKind.WAIVER, "4.1-a", None, Result.FAIL, Result.FAIL, "A", "r", NOON, "why", date(2028, 2, 29)
)


@pytest.mark.parametrize("value", [INFO, state(), result(), OVERRIDE, Profile(values=(("a", [1, {"b": None}]),))])
def test_a_value_comes_back_as_it_went(value: object) -> None:
    text = codec.dumps(codec.to_json(value))
    assert codec.from_json(type(value), codec.loads(text)) == value


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"result": "passed"}, "RuleResult.result: 'passed' is none of pass, fail"),
        ({"result": []}, "is none of"),
        ({"item": 7}, "RuleResult.item: 7 stands where str belongs"),
        ({"targets": "hv1"}, "stands where a list belongs"),
        ({"checks": [{}]}, "RuleResult.checks: CheckResult lacks 'check'"),
        ({"extra": 1}, "unknown key 'extra'"),
    ],
)
def test_a_foreign_value_is_refused_in_words(change: dict[str, object], words: str) -> None:
    data = {**codec.to_json(result()), **change}
    with pytest.raises(StoreError) as caught:
        codec.from_json(RuleResult, data)
    assert words in str(caught.value)


def test_a_missing_key_is_refused_unless_the_field_has_a_default() -> None:
    data = codec.to_json(INFO)
    assert codec.from_json(AuditInfo, {key: data[key] for key in ("id", "title")}).profile == Profile()
    with pytest.raises(StoreError, match="AuditInfo lacks 'title'"):
        codec.from_json(AuditInfo, {"id": "a"})


@pytest.mark.parametrize("text", ["", "{", "NaN", "[Infinity]", "[" * 100_000, b"\xff", "1" * 5000])
def test_what_is_no_json_is_refused(text: str | bytes) -> None:
    with pytest.raises(StoreError, match="no valid JSON"):
        codec.loads(text)


@pytest.mark.parametrize(
    ("hint", "data"),
    [
        (bool, 1),
        (int, True),
        (float, "1"),
        (float, float("inf")),
        (float, 1e300),
        (float, 10**400),
        (date, "2026-02-30"),
        (date, 5),
        (datetime, "2026-01-01T00:00:00"),
        (datetime, "Z"),
        (datetime, "0001-01-01T00:00:00Z"),
        (datetime, "9999-12-31T23:59:59Z"),
    ],
)
def test_scalars_are_taken_strictly(hint: type, data: object) -> None:
    with pytest.raises(StoreError):
        codec.from_json(hint, data)


def test_times_are_written_in_utc_and_need_a_zone() -> None:
    moment = datetime(2026, 1, 1, 0, 30, tzinfo=timezone(timedelta(hours=5, minutes=45)))
    assert codec.write_time(moment) == "2025-12-31T18:45:00.000000Z"
    assert codec.read_time(codec.write_time(moment)) == moment
    with pytest.raises(ValueError, match="zone"):
        codec.write_time(datetime(2026, 1, 1))  # noqa: DTZ001 - the fault under test


@given(st.datetimes(datetime(2, 1, 1), datetime(9998, 12, 31), timezones=st.just(UTC)))  # noqa: DTZ001 - bounds have no zone
def test_every_time_comes_back(moment: datetime) -> None:
    assert codec.read_time(codec.write_time(moment)) == moment


@pytest.mark.parametrize("sparse", ["[]", "[0]", "{}", '{"a":1}', '"ab"', "999"])
def test_values_that_would_fill_the_memory_are_not_decoded(monkeypatch: pytest.MonkeyPatch, sparse: str) -> None:
    text = f"[{','.join([sparse] * (300_000 // len(sparse)))}]"
    tracemalloc.start()
    codec.loads(text)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    monkeypatch.setattr(codec, "HEAVIEST", peak)  # as much as they take is counted at least
    for refused in (
        lambda: codec.loads(text),
        lambda: codec.loads(text.encode()),
        lambda: codec.dumps(json.loads(text)),
    ):
        with pytest.raises(StoreError, match="hold so many values that they would take more than"):
            refused()


def test_as_many_values_as_results_hold_are_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    """The form that takes most: whole results in one list, as files from before have them."""
    text = codec.dumps([codec.to_json(result(item)) for item in ("4.1-a", "4.1-b") * 2000])
    monkeypatch.setattr(codec, "HEAVIEST", len(text) * codec.HEAVIEST // (40 << 20))
    assert len(codec.loads(text)) == 4000


def test_what_a_host_put_into_facts_can_always_be_stored() -> None:
    deep: object = "end"
    for _ in range(500):
        deep = [deep]
    facts = {"nan": float("nan"), "big": float("inf"), "deep": deep, "bad": "\udcff\x00", 7: "key", "t": (1, 2)}
    text = codec.dumps(codec.to_json(state(facts=facts)))
    back = codec.from_json(TargetState, codec.loads(text)).facts
    assert back["nan"] == "nan"
    assert back["bad"] == "\udcff\x00"
    assert back["7"] == "key"
    assert back["t"] == [1, 2]
    assert codec.TOO_DEEP in json.dumps(back["deep"])


@pytest.mark.parametrize(
    ("hint", "place"), [(TargetState, ["facts"]), (Profile, ["values", 0, 1])], ids=["facts", "values"]
)
def test_free_form_values_are_no_deeper_than_they_are_written(hint: type, place: list[Any]) -> None:
    value = {TargetState: state(), Profile: Profile(values=(("ssh.days", 90),))}[hint]

    def nested(depth: int) -> Any:
        data = codec.to_json(value)
        inner = data
        for step in place[:-1]:
            inner = inner[step]
        deep: Any = "end"
        for _ in range(depth):
            deep = {"a": [deep]}
        inner[place[-1]] = deep
        return data

    codec.from_json(hint, nested(codec.DEEPEST // 2))
    with pytest.raises(StoreError, match="nested deeper than Bartizan writes"):
        codec.from_json(hint, nested(codec.DEEPEST // 2 + 1))


def test_the_same_value_gives_the_same_text() -> None:
    assert codec.dumps(codec.to_json({"b": 1, "a": "ü"})) == '{"a":"\\u00fc","b":1}'
