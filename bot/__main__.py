"""What can be done from the command line? `python -m bot --help` lists it."""

import argparse
import sys
from collections.abc import Sequence

from bot.commands import ask, chat, check, db, export, parse, run
from bot.settings import SettingFault

COMMANDS = (run, chat, check, ask, parse, db, export)


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(
        prog="python -m bot",
        description="Backcoach: a strength coach for the back that lives in a chat.",
        epilog="Settings come from the environment or .env; .env.example explains each of them.",
    )
    subparsers = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for command in COMMANDS:
        command.add(subparsers)
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    args = parser().parse_args(arguments)
    try:
        return int(args.run(args))
    except SettingFault as fault:
        print(fault, file=sys.stderr)  # noqa: T201
        return 2
    except BrokenPipeError:
        return 0
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
