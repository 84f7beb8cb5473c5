"""Does what goes into a column come out the same, and is what cannot be kept refused or made storable?"""

from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Dialect
from sqlalchemy.dialects import postgresql, sqlite

from bot.domain.units import Unit
from bot.storage.types import Choice, Exact, Json, Moment, Words, storable, thousandths

SQLITE: Dialect = sqlite.dialect()
POSTGRESQL: Dialect = postgresql.dialect()  # type: ignore[no-untyped-call]

ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), inner),
)


def through(kind: Any, value: object) -> object:
    into, out_of = kind.bind_processor(SQLITE), kind.result_processor(SQLITE, None)
    kept = into(value) if into else value
    return out_of(kept) if out_of else kept


@given(st.datetimes(min_value=datetime(1900, 1, 1), timezones=ZONES))  # noqa: DTZ001 as hypothesis wants it
def test_a_moment_stays_the_same_moment_and_comes_back_in_utc(moment: datetime) -> None:
    back = through(Moment(), moment)
    assert back == moment
    assert isinstance(back, datetime)
    assert back.tzinfo is UTC


@pytest.mark.parametrize("dialect", [SQLITE, POSTGRESQL], ids=["sqlite", "postgresql"])
def test_a_moment_without_a_zone_is_refused(dialect: Dialect) -> None:
    with pytest.raises(ValueError, match="2026-01-05T12:00:00 has no time zone"):
        Moment().process_bind_param(datetime(2026, 1, 5, 12), dialect)  # noqa: DTZ001 the very thing to refuse


@given(st.decimals(min_value=-2000, max_value=2000, places=3))
def test_a_decimal_stays_exact(number: Decimal) -> None:
    assert through(Exact(), number) == number


@pytest.mark.parametrize("number", ["0.0001", "NaN", "Infinity"])
def test_a_number_that_would_not_come_back_is_refused(number: str) -> None:
    with pytest.raises(ValueError, match="more than three decimals"):
        thousandths(Decimal(number))


@given(JSON)
def test_json_stays_the_same(value: object) -> None:
    assert through(Json(), value) == value


def test_half_a_surrogate_pair_does_not_stop_json_from_being_kept() -> None:
    assert through(Json(), {"text": "a\ud83db\x00"}) == {"text": "a?b\x00"}


def test_what_is_no_json_is_refused() -> None:
    with pytest.raises(TypeError):
        Json().process_bind_param({"x": object()}, SQLITE)


@given(st.text())
def test_any_text_can_be_made_storable_once_and_for_all(text: str) -> None:
    kept = storable(text)
    kept.encode("utf-8")
    assert "\x00" not in kept
    assert storable(kept) == kept


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00")))
def test_a_text_that_is_storable_is_kept_as_it_is(text: str) -> None:
    assert through(Words(), text) == text


def test_a_choice_comes_back_as_the_choice() -> None:
    assert through(Choice(Unit), Unit.LB) is Unit.LB


@pytest.mark.parametrize("kind", [Moment(), Exact(), Choice(Unit), Words(), Json()])
def test_nothing_stays_nothing(kind: Any) -> None:
    assert through(kind, None) is None
