"""What can be done from the command line? One file a command, each with `add` and `run`."""

from bot.commands import ask, chat, check, db, export, parse, run

COMMANDS = (run, chat, check, ask, parse, db, export)
