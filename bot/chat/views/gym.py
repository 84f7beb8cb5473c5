"""What does a gym look like? Bar, plates, dumbbells and steps, as said or as usual, and how to say it."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import groupby

from bot.chat.buttons.of_settings import PickGym, ShowSettings
from bot.chat.markup import bold, code, line, lines
from bot.chat.reply import Button, Place, Reply, row, rows
from bot.chat.views.sets import exercise_name
from bot.coaching.knowledge.catalog import Knowledge
from bot.coaching.loading import usual
from bot.domain.gym import Gym
from bot.domain.units import Unit, plain

BARS = {Unit.KG: ("20", "15", "10"), Unit.LB: ("45", "35", "15")}
STACKS = {Unit.KG: ("2.5", "5", "7.5", "10"), Unit.LB: ("5", "10", "12.5", "15")}
EXAMPLES = {Unit.KG: ("2x20 10 5 2.5", "2 to 30 by 2"), Unit.LB: ("2x45 25 10 5 2.5", "5 to 60 by 5")}
ON = "✓ "


def gym_screen(gym: Gym, knowledge: Knowledge, *, place: Place = Place.NEW) -> Reply:
    bar = gym.bar or usual.BAR[gym.unit]
    stack = gym.stack or usual.STACK[gym.unit]
    steps = ", ".join(f"{exercise_name(knowledge, one)} {plain(step)}" for one, step in gym.steps.items())
    text = lines(
        line(bold("Your gym"), f", in {gym.unit}"),
        f"Bar {plain(bar)} · stacks go by {plain(stack)}",
        f"Plates a side: {_pieces(gym.plates) or _usual_plates(gym.unit)}{_up_to(gym, bar)}",
        f"Dumbbells: {_pieces(gym.dumbbells) or _usual_dumbbells(gym.unit)}",
        f"Kettlebells: {_pieces(gym.kettlebells)}" if gym.kettlebells else None,
        f"Own steps: {steps}" if steps else None,
        "",
        line("Tap, or write: ", code(f"/gym plates {EXAMPLES[gym.unit][0]}")),
        line(code(f"/gym dumbbells {EXAMPLES[gym.unit][1]}"), ", ", code("/gym step deadlift 5")),
        line(code("/gym usual"), " takes it all back."),
    )
    bars = [
        Button(f"{ON if Decimal(one) == bar else ''}Bar {one}", PickGym("bar", one, gym.unit)) for one in BARS[gym.unit]
    ]
    stacks = [
        Button(f"{ON if Decimal(one) == stack else ''}Stack {one}", PickGym("stack", one, gym.unit))
        for one in STACKS[gym.unit]
    ]
    return Reply(
        text, rows(row(*bars), row(*stacks[:2]), row(*stacks[2:]), row(Button("‹ Settings", ShowSettings()))), place
    )


def _up_to(gym: Gym, bar: Decimal) -> str:
    """The heaviest bar that they make: whoever named each size but once sees it."""
    return f" (up to {plain(bar + 2 * sum(gym.plates))} {gym.unit})" if gym.plates else ""


def _pieces(pieces: Sequence[Decimal]) -> str:
    """2 × 20, 10, 5; empty for none said."""
    counted = [(one, len(list(same))) for one, same in groupby(pieces)]
    return ", ".join(plain(one) if count == 1 else f"{count} × {plain(one)}" for one, count in counted)


def _usual_plates(unit: Unit) -> str:
    """Each size once: there is as much of it as any lift asks for."""
    return f"as usual ({', '.join(plain(one) for one in dict.fromkeys(usual.PLATES[unit]))})"


def _usual_dumbbells(unit: Unit) -> str:
    return f"as usual ({plain(usual.DUMBBELLS[unit][0])} to {plain(usual.DUMBBELLS[unit][-1])})"
