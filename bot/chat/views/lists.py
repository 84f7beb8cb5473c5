"""What does the coach know, listed? Exercises in groups, the muscles; each a button to its how-to."""

from collections.abc import Mapping, Sequence

from bot.chat.buttons.of_answers import Ask, ListExercises
from bot.chat.errors import TODAY
from bot.chat.markup import bold, line, lines
from bot.chat.reply import Button, Place, Reply, Rows, row, rows
from bot.coaching.knowledge.catalog import Knowledge
from bot.coaching.knowledge.models import Exercise, Loading, Pattern

GROUPS: Mapping[str, str] = {
    "hinges": "Deadlifts and hinges",
    "pull-ups": "Pull-ups and hangs",
    "pulldowns": "Pulldowns",
    "free-rows": "Rows, free weights",
    "other-rows": "Rows, cable to home",
    "upper-back": "Upper back",
    "trunk": "Lower back, carries",
}
BACK = "back"
"""To the groups, in place of one of them."""
FREE = frozenset({Loading.BARBELL, Loading.DUMBBELL, Loading.KETTLEBELL})


def group_of(exercise: Exercise) -> str:
    """Where in the list an exercise stands."""
    match exercise.pattern:
        case Pattern.HINGE:
            return "hinges"
        case Pattern.VERTICAL_PULL:
            return "pull-ups" if exercise.loading is Loading.BODYWEIGHT else "pulldowns"
        case Pattern.HANG:
            return "pull-ups"
        case Pattern.SCAPULA:
            return "pull-ups" if exercise.loading is Loading.BODYWEIGHT and exercise.equipment else "upper-back"
        case Pattern.EXTENSION | Pattern.CARRY:
            return "trunk"
        case Pattern.HORIZONTAL_PULL:
            if exercise.light and "rear-deltoids" in exercise.muscles.prime:
                return "upper-back"
            return "free-rows" if exercise.loading in FREE else "other-rows"


def exercises(knowledge: Knowledge, *, place: Place = Place.NEW) -> Reply:
    text = lines(
        line(bold(f"{len(knowledge.exercises)} lifts"), ", each explained from set-up to safety."),
        "Tap a group, or ask by any name you use.",
    )
    counts = {group: sum(group_of(one) == group for one in knowledge.exercises.values()) for group in GROUPS}
    groups = [Button(f"{name} · {counts[group]}", ListExercises(group)) for group, name in GROUPS.items()]
    return Reply(text, (*(row(one) for one in groups), row(TODAY)), place)


def of_group(knowledge: Knowledge, group: str) -> Reply:
    found = [one for one in knowledge.exercises.values() if group_of(one) == group]
    found.sort(key=lambda one: (one.family is not None, one.name))
    back = rows(row(Button("‹ All lifts", ListExercises(BACK))))
    return Reply(line(bold(GROUPS[group])), (*_two_by_two(_ask(found)), *back), Place.PRESSED)


def muscles(knowledge: Knowledge) -> Reply:
    back = knowledge.back
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
