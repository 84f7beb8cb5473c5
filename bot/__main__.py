"""What can be done from the command line? `python -m bot --help` lists it."""

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from keyword import iskeyword

from bot.settings import SettingFault

COMMANDS = ("run", "chat", "check", "ask", "parse", "unanswered", "inbox", "backup", "db", "export", "import")


def parser(commands: Sequence[str] = COMMANDS) -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(
        prog="python -m bot",
        description="Backcoach: a strength coach for the back that lives in a chat.",
        epilog="Settings come from the environment or .env; .env.example explains each of them.",
    )
    subparsers = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for command in commands:
        module = f"{command}_" if iskeyword(command) else command
        import_module(f"bot.commands.{module}").add(subparsers)
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    given = sys.argv[1:] if arguments is None else arguments
    # Only what was asked for is imported: a running coach needs none of what the tools of its editors do.
    args = parser([name for name in COMMANDS if name in given[:1]] or COMMANDS).parse_args(given)
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
