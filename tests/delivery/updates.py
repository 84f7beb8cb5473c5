"""Updates as Telegram writes them, for tests that hand over raw JSON."""

from typing import Any

Json = dict[str, Any]

SENT = 1_700_000_000


def user(number: int = 7) -> Json:
    return {"id": number, "is_bot": False, "first_name": "Ann", "last_name": "Lee", "language_code": "en"}


def chat(number: int = 7, kind: str = "private") -> Json:
    return {"id": number, "type": kind, "first_name": "Ann"}


def message(number: int = 1, *, to: int = 7, kind: str = "private", **content: Any) -> Json:
    """A message update: its message_id is 100 + its number."""
    return {"update_id": number, "message": bare(number, to=to, kind=kind, **content)}


def bare(number: int = 1, *, to: int = 7, kind: str = "private", **content: Any) -> Json:
    return {"message_id": 100 + number, "date": SENT, "chat": chat(to, kind), "from": user(abs(to)), **content}


def press(number: int, data: str, *, to: int = 7) -> Json:
    query = {
        "id": f"q{number}",
        "from": user(to),
        "chat_instance": "1",
        "data": data,
        "message": bare(5, to=to, text="x"),
    }
    return {"update_id": number, "callback_query": query}


def membership(status: str, kind: str = "private") -> Json:
    me = {"id": 1, "is_bot": True, "first_name": "Coach"}
    old, new = ({"user": me, "status": one, "until_date": 0} for one in ("member", status))
    change = {"chat": chat(7, kind), "from": user(), "date": SENT, "old_chat_member": old, "new_chat_member": new}
    return {"update_id": 1, "my_chat_member": change}
