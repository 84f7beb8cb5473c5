"""Which number did the database give a new row?"""

from typing import Any

from sqlalchemy import CursorResult


def new_key(result: CursorResult[Any]) -> int:
    if result.inserted_primary_key is None:
        raise LookupError("only an insert of one row gives out one number")
    number: int = result.inserted_primary_key[0]
    return number
