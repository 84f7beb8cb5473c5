"""What becomes of metres, which no set can hold, and of a pair of weights, `2 x 30 kg`?"""

from bot.coaching.language.log_line.items import Item, Role, Term
from bot.coaching.language.log_line.lift import Lift
from bot.coaching.language.log_line.unclear import Decisions, Unclear, Wants

PAIR = 2


def settled(items: list[Item], lift: Lift, decisions: Decisions) -> list[Item]:
    """The items without distances, each pair of weights as the one in a hand. Raises `Unclear`."""
    return _one_of_a_pair(_without_distance(items, lift, decisions), lift, decisions)


def _without_distance(items: list[Item], lift: Lift, decisions: Decisions) -> list[Item]:
    """A carry is kept by its seconds; how far it went may be said beside them."""
    kept = []
    for item in items:
        if not (isinstance(item, Term) and any(one.role is Role.DISTANCE for one in item.factors)):
            kept.append(item)
        elif not lift.carried:
            raise Unclear(f"{lift.name}: what does “{item.said}” stand for?")
        elif item.alone and any(_seconds(one) for one in items):
            decisions.note(f"`{item.said}` is how far it went, and is not kept")
        else:
            question = f"{lift.name}: I keep it by the second. How many seconds did “{item.said}” take?"
            raise Unclear(question, wants=Wants.REPS)
    return kept


def _seconds(item: Item) -> bool:
    return isinstance(item, Term) and (item.lead or any(one.role is Role.SECONDS for one in item.factors))


def _one_of_a_pair(items: list[Item], lift: Lift, decisions: Decisions) -> list[Item]:
    """`2 x 30 kg 3 x 10` on dumbbells: 30 kg in each hand, where something else says what was done."""
    pairs = [item for item in items if isinstance(item, Term) and _pair(item)]
    if not lift.in_hand or len(pairs) != 1 or not any(_work(item) for item in items if item is not pairs[0]):
        return items
    (pair,) = pairs
    decisions.note(f"read `{pair.said}` as one in each hand: the sets are told beside it")
    load = Term(pair.factors[1:], pair.gap, pair.said)
    return [load if item is pair else item for item in items]


def _pair(term: Term) -> bool:
    if len(term.factors) != PAIR:
        return False
    count, load = term.factors
    return count.role is Role.NUMBER and count.single and count.value == PAIR and load.role is Role.LOAD


def _work(item: Item) -> bool:
    return isinstance(item, Term) and not any(one.role is Role.LOAD for one in item.factors)
