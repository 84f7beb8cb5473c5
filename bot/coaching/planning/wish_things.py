"""Which equipment and which lifts do wishes name? What is there, what is not, what is refused and what is loved."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from bot.coaching.knowledge.catalog import Knowledge
from bot.coaching.knowledge.names import normalise
from bot.coaching.planning.lift_families import families
from bot.domain.planning import Wishes

WITHOUT = re.compile(r"\b(no|without|not|minus|hate|refuse|dislike|don'?t(?! mind)|do not|leave out|skip|avoid)\b")
ONLY = re.compile(r"\b(only|just)\b")
LOVE = re.compile(r"\b(love|like|more|with)\b")
LOVED = re.compile(r"\b(?:love|like)\b")
ADDED = re.compile(r"\b(?:also|plus|bought|buy|add|added|new|had|extra|as well|too|get an?|got an?)\b")
_DOOR = re.compile(r"\bdoor(?:way)?(?: pull up)? bar\b")
_BAND = re.compile(r"\bbands?\b")
_HOME = re.compile(r"\b(?:home|garage|basement|cellar|building|hotel|own|my) gym\b")
_TRAP_BAR = re.compile(r"\btrap bars?\b(?! deadlift)")
"""The name of a lift, too: where no lift is said behind it, it is what one stands in."""
_LONGEST_NAME = 5
_VAGUE = frozenset({"gym", "the gym"})
_SORTS = ("cable", "machine", "dumbbell", "barbell", "band")
GONE_WITH = {"barbell": frozenset({"hex-bar", "landmine"})}
"""What needs the plates of a piece, and is thought of as one with it."""


@dataclass(frozen=True, slots=True)
class Things:
    """What one clause names. `said` are its words that were understood as such. `vague`: the kit is "the gym", which is
    whatever else is named."""

    kit: frozenset[str] | None = None
    pieces: frozenset[str] = frozenset()
    lifts: frozenset[str] = frozenset()
    said: tuple[str, ...] = field(default=(), compare=False)
    vague: bool = False


def with_things(clauses: Sequence[str], wishes: Wishes, knowledge: Knowledge, *, anew: bool = False) -> Wishes:
    """What is said to be there is all there is; what is added comes to it; what is not there goes. `anew`: "with" tells
    what is there."""
    every = [(clause, things_in(clause, knowledge)) for clause in clauses]
    gone = frozenset(piece for clause, found in every if _is_gone(clause, found) for piece in found.pieces)
    there: frozenset[str] | None = None
    added = frozenset[str]()
    vague = frozenset[str]()
    for clause, found in every:
        if _is_gone(clause, found):
            wishes = replace(wishes, refused=wishes.refused | found.lifts, loved=wishes.loved - found.lifts)
            continue
        if found.kit is not None and found.vague:
            vague = found.kit
        elif found.kit is not None:
            there = (there or frozenset()) | found.kit
        if found.pieces and _adds(clause, found.pieces, wishes, beside=bool(gone) or not anew):
            added |= found.pieces
        elif found.pieces:
            there = (there or frozenset()) | found.pieces
        if LOVED.search(clause) or (LOVE.search(clause) and not found.pieces and found.kit is None):
            wishes = replace(wishes, loved=wishes.loved | found.lifts, refused=wishes.refused - found.lifts)
    base = there if there is not None else vague or wishes.equipment
    gone |= gone_along(gone, gone | added | (there or frozenset()))
    return replace(wishes, equipment=(base | added) - gone)


def _is_gone(clause: str, found: Things) -> bool:
    """`no gym` is a kit of nothing."""
    kit = found.kit is not None and not found.pieces and not found.lifts
    return WITHOUT.search(clause) is not None and not kit


def _adds(clause: str, pieces: frozenset[str], wishes: Wishes, *, beside: bool) -> bool:
    """`beside`: "with" is said of pieces beside what is there, or is left. What is not there yet can only be that."""
    if ONLY.search(clause):
        return False
    more = LOVE.search(clause) is not None and (beside or not pieces <= wishes.equipment)
    return more or ADDED.search(clause) is not None


def gone_along(gone: Iterable[str], named: frozenset[str] = frozenset()) -> frozenset[str]:
    """What goes with these pieces, unless it is named itself."""
    return frozenset(one for piece in gone for one in GONE_WITH.get(piece, ())) - named


def things_in(clause: str, knowledge: Knowledge) -> Things:
    """The kit, the pieces and the lifts that a clause in small letters names."""
    left = _TRAP_BAR.sub("hex bar", _HOME.sub(" ", normalise(clause)))
    kit, said = None, [found[0] for found in _TRAP_BAR.finditer(clause)]
    for name, has in _kits(knowledge):
        if re.search(rf"\b{re.escape(name)}\b", left):
            kit, left = frozenset(has), re.sub(rf"\b{re.escape(name)}\b", " ", left)
            said.append(name)
            break
    door = None if kit is not None else _DOOR.search(left)
    if door is not None and not WITHOUT.search(clause):
        kit = frozenset(knowledge.kits["door-bar-and-band"].has if _BAND.search(left) else {"pull-up-bar"})
        left = _DOOR.sub(" ", left)
        said.append(door[0])
    refusing = WITHOUT.search(clause) is not None
    lifts, words, left = _lifts(left, knowledge, refusing=refusing)
    said += words
    pieces = named_pieces(left, knowledge)
    said += _words_of(pieces, left, knowledge)
    return Things(kit, pieces, lifts, tuple(said), vague=kit is not None and bool(_VAGUE & set(said)))


def _kits(knowledge: Knowledge) -> list[tuple[str, tuple[str, ...]]]:
    """Their names, the longest first."""
    named = [(normalise(name), kit.has) for kit in knowledge.kits.values() for name in (kit.name, *kit.aliases)]
    return sorted(named, key=lambda one: -len(one[0]))


def _lifts(text: str, knowledge: Knowledge, *, refusing: bool) -> tuple[frozenset[str], list[str], str]:
    """The lifts, the words that name them, and the text without these. Refused, a bare name is that of a family."""
    of_family = families(knowledge) if refusing else {}
    named: dict[str, frozenset[str]] = {name: frozenset({id}) for name, id in knowledge.exercise_aliases.items()}
    named |= {name: frozenset() for name in knowledge.equipment_aliases if " " in name and name not in named}
    named |= of_family
    lifts, said, rest = frozenset[str](), list[str](), text
    every = {words: named.get(words) or named.get(words.removesuffix("s")) for words in _named(text, named)}
    for words in (one for one, found in every.items() if not found):  # a pull-up bar is no pull-up
        rest = rest.replace(words, words.replace(" ", "_"))
    for words, found in every.items():
        if found:
            lifts |= found
            said.append(words)
            rest = re.sub(rf"\b{re.escape(words)}\b", " ", rest)
    return lifts, said, rest.replace("_", " ")


def named_pieces(text: str, knowledge: Knowledge) -> frozenset[str]:
    """Ids of the equipment that words name: one piece by its name, or all of a sort."""
    names = {name: id for name, id in knowledge.equipment_aliases.items() if " " in name}
    whole = frozenset(_id(words, names) for words in _named(text, names))
    left = normalise(text)
    for name, id in names.items():
        if id in whole:
            left = left.replace(name, " ")
    single = frozenset(_id(words, knowledge.equipment_aliases) for words in _named(left, knowledge.equipment_aliases))
    return whole | single | _sorts(left, knowledge)


def _id(words: str, names: Mapping[str, str]) -> str:
    return names.get(words) or names[words.removesuffix("s")]


def _sorts(text: str, knowledge: Knowledge) -> frozenset[str]:
    """All pieces of a sort: "no machines" is no smith machine, too."""
    sorts = {word for word in _SORTS if re.search(rf"\b{word}s?\b", text)}
    return frozenset(
        piece.id
        for piece in knowledge.equipment.values()
        if any(sorts & set(normalise(name).split()) for name in (piece.name, *piece.aliases))
    )


def _words_of(pieces: frozenset[str], text: str, knowledge: Knowledge) -> Iterator[str]:
    """The words by which pieces are named in a text."""
    ids = knowledge.equipment_aliases
    yield from (words for words in _named(text, ids) if _id(words, ids) in pieces)
    yield from (found[0] for word in _SORTS if pieces and (found := re.search(rf"\b{word}s?\b", text)))


def _named(text: str, names: Mapping[str, object]) -> Iterator[str]:
    """The words that name something; the longest name at each place."""
    words = re.findall(r"[a-z0-9']+", text)
    place = 0
    while place < len(words):
        for length in range(min(_LONGEST_NAME, len(words) - place), 0, -1):
            name = normalise(" ".join(words[place : place + length]))
            if name in names or name.removesuffix("s") in names:
                yield name
                place += length - 1
                break
        place += 1
