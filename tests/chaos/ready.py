"""What has a process read before bots are born of it? All that a start imports, and the knowledge."""

import gc
from importlib import import_module

from bot import app
from bot.settings import Settings

for _name in ("bot.__main__", "bot.commands.run", "bot.delivery.webhook", "uvloop"):
    import_module(_name)

COACH = app.build_coach(Settings(_env_file=None))
gc.freeze()
