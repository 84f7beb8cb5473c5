"""How are moments, exact numbers, choices, words and JSON kept in a column?"""

import json
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Any

import orjson
from sqlalchemy import BigInteger, Dialect, Integer, LargeBinary, String, Text
from sqlalchemy.dialects.postgresql import TIMESTAMP
from sqlalchemy.types import TypeDecorator, TypeEngine

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)

Key = BigInteger().with_variant(Integer, "sqlite")
"""SQLite gives out numbers by itself only to a column that is spelled INTEGER."""


class Moment(TypeDecorator[datetime]):
    """An aware moment: `timestamptz` on PostgreSQL, and microseconds since 1970 on SQLite, which has no such type."""

    impl = BigInteger
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(TIMESTAMP(timezone=True) if dialect.name == "postgresql" else BigInteger())

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value.isoformat()} has no time zone: only aware moments are kept")
        return value if dialect.name == "postgresql" else (value - EPOCH) // MICROSECOND

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if dialect.name == "postgresql":
            moment: datetime = value
            return moment.astimezone(UTC)
        return EPOCH + timedelta(microseconds=value)


@lru_cache(maxsize=4096)
def _from_thousandths(value: int) -> Decimal:
    whole, rest = divmod(value, 1000)
    return Decimal(whole) if rest == 0 else Decimal(value).scaleb(-3).normalize()


@lru_cache(maxsize=4096)
def thousandths(value: Decimal) -> int:
    """A number of at most three decimals as a whole number of thousandths."""
    scaled = value.scaleb(3)
    if not scaled.is_finite() or scaled != int(scaled):
        raise ValueError(f"{value} has more than three decimals")
    return int(scaled)


class Exact(TypeDecorator[Decimal]):
    """A decimal number kept exactly, as whole thousandths: SQLite has no decimal type, and floats forget."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> int | None:  # noqa: ARG002
        return None if value is None else thousandths(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> Decimal | None:  # noqa: ARG002
        return None if value is None else _from_thousandths(value)


class Choice(TypeDecorator[StrEnum]):
    """One of a `StrEnum`; the table's CHECK names the values."""

    impl = String
    cache_ok = True

    def __init__(self, kind: type[StrEnum]) -> None:
        super().__init__(16)
        self.kind = kind

    def process_bind_param(self, value: StrEnum | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        return None if value is None else value.value

    def process_result_value(self, value: str | None, dialect: Dialect) -> StrEnum | None:  # noqa: ARG002
        return None if value is None else self.kind(value)


def storable(text: str) -> str:
    """The text without what a database refuses: NUL (PostgreSQL) and halves of surrogate pairs (UTF-8)."""
    if text.isascii() and "\x00" not in text:
        return text
    return text.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")


class Words(TypeDecorator[str]):
    """Text that a person wrote."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        return None if value is None else storable(value)


def to_json(value: object) -> bytes:
    try:
        return orjson.dumps(value)
    except TypeError:  # half a surrogate pair somewhere inside, or no JSON at all: the second is told by json
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
        return text.encode("utf-8", "replace")


class Json(TypeDecorator[Any]):
    """JSON as bytes: read and written by orjson, and free of what `jsonb` refuses (the NUL in a hostile text)."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: object, dialect: Dialect) -> bytes | None:  # noqa: ARG002
        return None if value is None else to_json(value)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> Any:  # noqa: ARG002
        return None if value is None else orjson.loads(value)
