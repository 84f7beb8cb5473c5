"""python -m bot.local: the stand-in in a process of its own, for benchmarks, crash tests and curious people."""

import argparse
import asyncio
import signal
import sys

from bot.local.server import DEFAULT_TOKEN, LocalTelegram

if sys.platform == "win32":
    from asyncio import run
else:
    from uvloop import run


async def serve(tokens: list[str], host: str, port: int) -> None:
    """Listen until somebody says stop; the first line of output is the address."""
    stopped = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stopped.set)
    telegram = LocalTelegram(*tokens)
    print(await telegram.start(host, port), flush=True)  # noqa: T201 - the address is this command's answer
    await stopped.wait()
    await telegram.stop()


def main() -> None:
    """Read the command line and serve."""
    parser = argparse.ArgumentParser(prog="python -m bot.local", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1", help="where to listen (default: %(default)s)")
    parser.add_argument("--port", type=int, default=0, help="0 takes a free one (default)")
    parser.add_argument("--token", action="append", help="a bot's token; may be given several times")
    arguments = parser.parse_args()
    run(serve(arguments.token or [DEFAULT_TOKEN], arguments.host, arguments.port))


if __name__ == "__main__":
    main()
