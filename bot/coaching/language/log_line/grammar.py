"""How do the terms of one entry become sets? Each step is small, and says in the trace what it took for what."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from itertools import takewhile

from bot.coaching.language.log_line.assembly import assemble
from bot.coaching.language.log_line.bare import Bare, load_elsewhere
from bot.coaching.language.log_line.carries import settled
from bot.coaching.language.log_line.efforts import Efforts
from bot.coaching.language.log_line.forms import LOAD_FROM, PERHAPS_SETS, form_of, whole
from bot.coaching.language.log_line.items import SEPARATORS, Factor, Item, Note, Role, Term
from bot.coaching.language.log_line.lift import Lift
from bot.coaching.language.log_line.missing import without_missed
from bot.coaching.language.log_line.parts import Form, Part, Sets, Work
from bot.coaching.language.log_line.products import Products
from bot.coaching.language.log_line.reading import OwnBar
from bot.coaching.language.log_line.small_loads import crowded
from bot.coaching.language.log_line.unclear import Choice, Decisions, Unclear, Wants
from bot.coaching.language.log_line.weighing import Weighing
from bot.domain.training import DoneSet
from bot.domain.units import Unit


def read_entry(items: list[Item], lift: Lift, unit: Unit, bar: OwnBar, decisions: Decisions, key: str) -> list[DoneSet]:
    """The sets of one exercise; raises `Unclear` where the line can be read in two ways."""
    items = _both_hands(items, lift, decisions, key)
    _refuse_unclear(items, lift, decisions, key)
    items = without_missed(items, lift, decisions, key)
    items = _chosen_ranges(settled(items, lift, decisions), decisions, key)
    elsewhere = load_elsewhere(items, lift)
    products = Products(lift, elsewhere, _habit(items, lift, elsewhere), decisions, crowd=crowded(items))
    parts, efforts = _parts(items, lift, products, decisions, key)
    works = assemble(_with_counts(parts, lift), lift, decisions)
    efforts.finish(works)
    return Weighing(items, lift, unit, bar, decisions).sets(works, key)


def _both_hands(items: list[Item], lift: Lift, decisions: Decisions, key: str) -> list[Item]:
    """`24x12 left, 24x12 right` is one set of each hand; the second product says nothing new."""
    kept: list[Item] = []
    left: Term | None = None
    passed: Term | None = None
    for place, item in enumerate(items):
        if item is passed:
            continue
        hand = item if isinstance(item, Note) and item.tag in ("left", "right") else None
        product = _of_hand(items, place)
        if hand is None or (product is None and (left is None or hand.tag == "left")):
            kept.append(item)
            continue
        kept.append(Note("side", hand.gap, hand.said))
        if left is None or hand.tag == "left":
            left = product if hand.tag == "left" else None
            continue
        counts = left.factors[-1].values, product.factors[-1].values if product else hand.values
        if product is not None and product.factors[:-1] != left.factors[:-1]:
            raise Unclear(f"{lift.name}: the sides differ. Write them as two sets?")
        if counts[0] != counts[1]:
            question = f"{lift.name}: the sides differ. Which count shall I keep?"
            chosen = decisions.decide(f"{key}:sides", question, *_each_side([one[0] for one in counts]))
            last = left.factors[-1]._replace(values=(Decimal(chosen),))
            kept[kept.index(left)] = left._replace(factors=(*left.factors[:-1], last))
        kept, passed, left = [one for one in kept if one is not product], product, None
    return kept


def _of_hand(items: list[Item], place: int) -> Term | None:
    """The product that a hand's word stands behind, or before."""
    note = items[place]
    if not isinstance(note, Note) or note.tag not in ("left", "right"):
        return None
    before, after = (items[at] if 0 <= at < len(items) else None for at in (place - 1, place + 1))
    if note.values:
        return before if isinstance(before, Term) and _product(before) else None
    return after if isinstance(after, Term) and _product(after) else None


def _parts(
    items: list[Item], lift: Lift, products: Products, decisions: Decisions, key: str
) -> tuple[list[Part], Efforts]:
    bare = Bare(items, lift, products.elsewhere, decisions, key)
    efforts = Efforts(items, lift, decisions, key)
    parts: list[Part] = []
    for place, item in enumerate(items):
        if isinstance(item, Note):
            efforts.note(place, item, parts)
            _same_again(item, parts)
            continue
        if item.bare:
            role = bare.role(place)
            if role is None:
                efforts.note(place, Note("rpe", item.gap, item.said, item.factors[0].values), parts)
                continue
            decisions.note(f"read `{item.said}` as {role}: {bare.why}")
            item = Term((item.factors[0].typed(role),), item.gap, item.said, item.lead)
        parts.append(products.read(item, f"{key}:{place}"))
        efforts.part(place, parts)
    return parts, efforts


def _same_again(note: Note, parts: list[Part]) -> None:
    """`100x5, same again`: the set before, once more."""
    works = [part for part in parts if isinstance(part, Work)]
    if (
        note.tag == "same"
        and works
        and (note.gap in SEPARATORS or note.said == "same")
        and not note.said.endswith(("weight", "load"))
    ):
        parts.append(replace(works[-1], gap=note.gap, said=note.said))


def _habit(items: list[Item], lift: Lift, elsewhere: bool) -> Form | None:
    """The order that the products of this entry show where it cannot be doubted."""
    forms = set()
    for item in items:
        if (
            isinstance(item, Term)
            and len(item.factors) == 2
            and all(one.role is Role.NUMBER and one.single for one in item.factors)
        ):
            first = item.factors[0].value
            form, _ = form_of(item, lift, elsewhere, None)
            if form is Form.REPS_LOAD or (form is Form.LOAD_REPS and (first > LOAD_FROM or not whole(first))):
                forms.add(form)
    return forms.pop() if len(forms) == 1 else None


def _with_counts(parts: list[Part], lift: Lift) -> list[Part]:
    """`3 sets, 8 reps`, `8 reps, 3 sets`, `4 sets: 10, 10, 8, 8`: the number of sets finds its work."""
    kept: list[Part] = []
    waiting: Sets | None = None
    for place, part in enumerate(parts):
        if isinstance(part, Sets):
            before = next((one for one in reversed(kept) if isinstance(one, Work)), None)
            if (
                before is not None
                and not before.counted
                and (part.gap not in SEPARATORS or not _work_follows(parts, place))
            ):
                _count(kept, before, part.count, lift)
            elif waiting is None:
                waiting = part
            else:
                raise Unclear(f"{lift.name}: how many reps in “{waiting.said}”?")
            continue
        kept.append(part)
        if isinstance(part, Work) and waiting is not None and not part.counted:
            works = [part, *(one for one in parts[place + 1 :] if isinstance(one, Work))]
            listed = len(works) == waiting.count and all(one.lone for one in works)
            if not (listed or _written_out(works, waiting.count)):
                _count(kept, part, waiting.count, lift)
            waiting = None
    _refuse_short_lists(kept, lift)
    if waiting is not None:
        raise Unclear(f"{lift.name}: how many reps did you do in each of the {waiting.count} sets?")
    return kept


def _written_out(works: list[Work], count: int) -> bool:
    """`3 sets: 100x8, 100x8, 110x6`: each of them follows."""
    if len(works) < 2 or any(one.counted for one in works):
        return False
    return sum(one.size for one in works) == count


def _refuse_short_lists(parts: list[Part], lift: Lift) -> None:
    """`3 sets of 8, 7 and 6` is three sets; `3x8, 7, 6` may be three or five."""
    for place, part in enumerate(parts):
        if not (
            isinstance(part, Work) and part.counted and part.count > 1 and len(part.amounts) == 1 and part.load is None
        ):
            continue
        rest = list(
            takewhile(
                lambda one: isinstance(one, Work) and one.lone and one.gap in (",", "/", "then", "·"),
                parts[place + 1 :],
            )
        )
        if len(rest) + 1 != part.count:
            continue
        if part.form is not Form.OTHER:
            raise Unclear(
                f"{lift.name}: is “{part.said}” with what follows {part.count} sets, or {part.count + len(rest)}?"
            )
        part.count = 1


def _work_follows(parts: list[Part], place: int) -> bool:
    return any(isinstance(part, Work) for part in parts[place + 1 :])


def _count(kept: list[Part], work: Work, count: int, lift: Lift) -> None:
    lone = [one for one in kept if isinstance(one, Work) and one.lone]
    if work.size == count or (work.lone and len(lone) == count and count > 1):
        return
    if len(work.amounts) > 1 or not 1 <= count <= 10:
        raise Unclear(f"{lift.name}: you wrote {count} sets, but the numbers do not make {count}. What was done?")
    work.count, work.counted, work.lone = count, True, False


MOST_BETWEEN = 4
"""A range this wide is offered number by number."""
WHY = {
    "plates_more": "what was the whole load?",
    "time": "is “{said}” a time, or a load?",
    "dangling": "how many reps did you do?",
    "or more": "how many reps did you do in the last set?",
    "percent": "what load was that?",
    "emom": "how many sets was that?",
    "total": "how many reps were there in each set?",
    "odd": "what does “{said}” stand for?",
    "side_load": "is that load on each side of the bar, and on which bar? Write the whole load.",
    "maybe": "how many was it? Write the number you are sure of.",
}


def _refuse_unclear(items: list[Item], lift: Lift, decisions: Decisions, key: str) -> None:
    for place, item in enumerate(items):
        if isinstance(item, Note) and item.tag == "emom" and any(map(_product, items)):
            continue
        if isinstance(item, Note) and item.tag in WHY:
            raise Unclear(f"{lift.name}: {WHY[item.tag].format(said=item.said)}")
        if isinstance(item, Note) and item.tag == "sum":
            question = f"{lift.name}: how many reps was “{item.said}”?"
            decisions.decide(f"{key}:{place}", question, *_sums(item), wants=Wants.REPS, said=item.said)
        if isinstance(item, Note) and item.tag in ("failure", "amrap") and _count_only(items[place + 1 : place + 2]):
            raise Unclear(f"{lift.name}: how many reps did you get?")
    hands = {
        item.tag: item.values[0]
        for item in items
        if isinstance(item, Note) and item.tag in ("left", "right") and item.values
    }
    if hands and (len(hands) == 1 or len(set(hands.values())) > 1):
        question = f"{lift.name}: the sides differ. Which count shall I keep?"
        decisions.decide(f"{key}:sides", question, *_each_side(hands.values()))


def _product(item: Item) -> bool:
    """`10 sets of 3`, `10x3`: what was done in each minute is told."""
    return isinstance(item, Term) and len(item.factors) > 1


def _count_only(following: list[Item]) -> bool:
    return bool(following) and isinstance(following[0], Term) and following[0].lead


def _each_side(counts: Iterable[Decimal]) -> tuple[Choice, ...]:
    """Of two sides that differ, either; a side that was not told is none of them."""
    told = tuple(dict.fromkeys(counts))
    return tuple(Choice(str(count), f"{count} each side") for count in told) if len(told) > 1 else ()


def _sums(item: Note) -> tuple[Choice, ...]:
    total = sum(item.values, Decimal(0))
    return Choice(str(item.values[0])), Choice(str(total))


def _chosen_ranges(items: list[Item], decisions: Decisions, key: str) -> list[Item]:
    """A range of repetitions is asked about: `8-10` is a plan, one number was done."""
    kept: list[Item] = []
    for place, item in enumerate(items):
        if isinstance(item, Note) and item.tag in ("range", "sum"):
            low, high = item.values
            between = [low, high] if item.tag == "sum" or high - low > MOST_BETWEEN else _between(low, high)
            choices = tuple(Choice(str(value)) for value in between if low < high or item.tag == "sum")
            question = f"How many reps was “{item.said}”?"
            answer = decisions.decide(f"{key}:{place}", question, *choices, wants=Wants.REPS, said=item.said)
            chosen = Decimal(answer)
            _load_before(kept)
            kept.append(_repetitions(chosen, item))
        elif isinstance(item, Note) and item.tag in ("left", "right"):
            kept.append(Note("side", item.gap, item.said))
            if item.tag == "right":
                _one_count(kept, items, place, item, Decimal(decisions.chosen.get(f"{key}:sides", item.values[0])))
        else:
            kept.append(item)
    return kept


def _between(low: Decimal, high: Decimal) -> list[Decimal]:
    return [low + more for more in range(int(high - low) + 1)] if whole(low) and whole(high) else [low, high]


def _load_before(kept: list[Item]) -> None:
    """`100x8-10`: what stands before the times sign is too much for a number of sets."""
    before = kept[-1] if kept else None
    if isinstance(before, Term) and before.alone and before.factors[0].role is Role.SETS:
        factor = before.factors[0]
        if factor.single and factor.value > PERHAPS_SETS:
            kept[-1] = before._replace(factors=(factor.typed(Role.LOAD),))


def _one_count(kept: list[Item], items: list[Item], place: int, right: Note, count: Decimal) -> None:
    """Both sides did `count`. In `26 kg x 10 L / 10 R` the product has said how many already."""
    near = items[max(place - 2, 0) : place]
    told = {right.values, *(item.values for item in near if isinstance(item, Note) and item.tag == "left")}
    terms = [item for item in near if isinstance(item, Term)][-1:]
    within = [term for term in terms if not term.alone and term.factors[-1].values in told]
    if not within:
        kept.append(_repetitions(count, right))
        return
    at = max(index for index, item in enumerate(kept) if item is within[-1])
    *others, last = within[-1].factors
    kept[at] = within[-1]._replace(factors=(*others, last._replace(values=(count,))))


def _repetitions(value: Decimal, item: Note) -> Term:
    return Term((Factor((value,), Role.REPS),), item.gap, item.said)
