"""How is it said what of a wish was not understood, and what went along with it? A line above the answer."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from bot.chat.markup import Html, bold, italic, join, line, lines
from bot.chat.reply import Reply
from bot.coaching.knowledge.catalog import Knowledge

ALL_HURTS = "Where everything hurts, a doctor comes first, a plan after. What is left of it then, I plan around."


def rest_of_wish(left: Sequence[str], along: Collection[str], knowledge: Knowledge, *, read: bool) -> Html | None:
    """None where all of it was understood. `along`: equipment that went with a barbell."""
    told = [line("I left out: ", join(", ", *(bold(part) for part in left)), ".")] if left and read else []
    if not read:
        said = join(", ", *(bold(part) for part in left)) if left else None
        told = [line("I can't plan by ", said, ".") if said else line("I found no wish in that.")]
        told.append(line("Say it like ", bold("strength, 3 days, dumbbells"), ", or tap:"))
    if along:
        names = " and ".join(
            sorted(knowledge.equipment[id].name.partition(" (")[0].partition(" or ")[0].lower() for id in along)
        )
        told.append(italic(f"Without a barbell the {names} go too; write “with a trap bar” to keep that."))
    return lines(*told) if told else None


def all_hurts() -> Html:
    return lines(bold(ALL_HURTS))


def above(told: Html | None, said: Reply) -> Reply:
    return said if told is None else replace(said, text=lines(told, "", said.text))
