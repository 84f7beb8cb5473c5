"""What does the coach know, listed? Exercises by pattern, the muscles; each a button to its how-to."""

from collections.abc import Sequence

from bot.chat.buttons import Ask, ListExercises
from bot.chat.errors import TODAY
from bot.chat.markup import bold, line, lines
from bot.chat.reply import Button, Place, Reply, Rows, row, rows
from bot.coaching.knowledge.catalog import Knowledge
from bot.coaching.knowledge.models import Exercise, Pattern

PATTERN_NAMES = {
    Pattern.HINGE: "Hinges",
    Pattern.VERTICAL_PULL: "Pulling down",
    Pattern.HORIZONTAL_PULL: "Rows",
    Pattern.EXTENSION: "Extensions",
    Pattern.SCAPULA: "Shoulder blades",
    Pattern.CARRY: "Carries",
    Pattern.HANG: "Hangs",
}


def exercises(knowledge: Knowledge) -> Reply:
    """The ones with a full guide, and the others by pattern."""
    text = lines(
        line(
            bold(f"{len(knowledge.guided)} lifts I teach in full"),
            f", and {len(knowledge.unguided)} more I know and log.",
        ),
        "Tap one, or ask by any name you use.",
    )
    patterns = dict.fromkeys(one.pattern for one in knowledge.unguided)
    others = [Button(PATTERN_NAMES[pattern], ListExercises(pattern)) for pattern in patterns]
    return Reply(text, (*_two_by_two(_ask(knowledge.guided)), *_two_by_two(others), row(TODAY)))


def of_pattern(knowledge: Knowledge, pattern: Pattern) -> Reply:
    found = [one for one in knowledge.exercises.values() if one.pattern is pattern]
    back = rows(row(Button("‹ All exercises", ListExercises())))
    return Reply(line(bold(PATTERN_NAMES[pattern])), (*_two_by_two(_ask(found)), *back), Place.PRESSED)


def muscles(knowledge: Knowledge) -> Reply:
    back = [one for one in knowledge.muscles.values() if one.back]
    helpers = [one for one in knowledge.muscles.values() if not one.back]
    text = lines(
        line(bold("The back is four muscles"), "; a session here trains all of them."),
        *(line(bold(one.name), "  ", one.summary.text) for one in back),
    )
    main = [Button(one.name, Ask.about("muscle_info", one.id)) for one in back]
    others = [Button(one.name, Ask.about("muscle_info", one.id)) for one in helpers]
    return Reply(text, (*_two_by_two(others), *_two_by_two(main)))


def _ask(found: Sequence[Exercise]) -> list[Button]:
    return [Button(one.name, Ask.about("how_to", one.id)) for one in found]


def _two_by_two(buttons: Sequence[Button]) -> Rows:
    return tuple(tuple(buttons[index : index + 2]) for index in range(0, len(buttons), 2))
