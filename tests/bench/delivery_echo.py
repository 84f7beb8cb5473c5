"""The coach's own delivery with an echo for a handler: what inbox, outbox and sending cost without any coaching."""

import asyncio
import signal
import sys
from collections.abc import Sequence

from uvloop import run

from bot.delivery.run import Delivery, Options
from bot.storage.database import open_database
from tests.delivery.rig import apologise, clock, echo


async def main(url: str, token: str, database_url: str) -> None:
    database = open_database(database_url)
    database.migrate()
    delivery = Delivery(
        token, url, database, respond=echo, apologise=apologise, clock=clock, options=Options(hard_limit=None)
    )
    await delivery.start()
    stopped = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stopped.set)
    await stopped.wait()
    await delivery.stop()
    database.close()


def start(arguments: Sequence[str]) -> None:
    url, token, database_url = arguments
    run(main(url, token, database_url))


if __name__ == "__main__":
    start(sys.argv[1:])
