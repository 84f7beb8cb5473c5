"""What is there where a lifter trains?"""

from sqlalchemy import Connection, bindparam, select

from bot.domain.gym import Gym
from bot.storage.conflicts import insert_or_replace
from bot.storage.kept_json import Kept
from bot.storage.tables import gyms

GYM = Kept(Gym)
OF = select(gyms.c.gym).where(gyms.c.athlete_id == bindparam("athlete"))
PUT = insert_or_replace(gyms)


class SqlGyms:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, athlete: int) -> Gym | None:
        body = self._connection.execute(OF, {"athlete": athlete}).scalar_one_or_none()
        return None if body is None else GYM.read(body, f"the gym of {athlete}")

    def put(self, athlete: int, gym: Gym) -> None:
        body = GYM.write(gym)
        self._connection.execute(PUT[self._connection.dialect.name], {"athlete_id": athlete, "gym": body})
