"""Which number did the database give a new row?"""

from typing import Any, cast

from sqlalchemy import CursorResult


def new_key(result: CursorResult[Any]) -> int:
    """Of an insert of one row; after any other there is no one number, and this raises."""
    return cast("tuple[int]", result.inserted_primary_key)[0]
