"""What is there where a lifter trains?"""

from pydantic import TypeAdapter
from sqlalchemy import Connection, bindparam, select

from bot.domain.gym import Gym
from bot.storage.conflicts import insert_or_replace
from bot.storage.kept_json import read_back
from bot.storage.tables import gyms

GYM = TypeAdapter(Gym)
OF = select(gyms.c.gym).where(gyms.c.athlete_id == bindparam("athlete"))
PUT = insert_or_replace(gyms)


class SqlGyms:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, athlete: int) -> Gym | None:
        body = self._connection.execute(OF, {"athlete": athlete}).scalar_one_or_none()
        return None if body is None else read_back(GYM, body, f"the gym of {athlete}")

    def put(self, athlete: int, gym: Gym) -> None:
        body = GYM.dump_python(gym, mode="json")
        self._connection.execute(PUT[self._connection.dialect.name], {"athlete_id": athlete, "gym": body})
