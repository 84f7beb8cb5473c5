"""What did a change do to a set, and can it still be undone?"""

from sqlalchemy import ColumnElement, FromClause, and_, exists, or_

from bot.storage.tables import done_sets, entries, revisions

ITS_SET, ITS_ENTRY, BESIDE = done_sets.alias("its_set"), entries.alias("its_entry"), done_sets.alias("beside")
DROPPING, CHANGE = revisions.alias("dropping"), entries.alias("change")
IMPORT, TWIN = entries.alias("import_"), done_sets.alias("twin")


def dropped(number: object) -> ColumnElement[bool]:
    """A change that stands took the set of this number back."""
    return exists().where(
        DROPPING.c.set_id == number,
        DROPPING.c.dropped,
        CHANGE.c.id == DROPPING.c.entry_id,
        CHANGE.c.undone_at.is_(None),
    )


def stood(entry: object) -> ColumnElement[bool]:
    """The entry of this number stands, or went only because changes took its last set: nobody took it back whole."""
    went_with_it = exists().where(BESIDE.c.entry_id == ITS_ENTRY.c.id, ~dropped(BESIDE.c.id))
    return exists().where(ITS_ENTRY.c.id == entry, or_(ITS_ENTRY.c.undone_at.is_(None), ~went_with_it))


def once(one: FromClause) -> ColumnElement[bool]:
    """A set may stand again: where it was imported, its import stands and none beside it is the same of its file."""
    stands = exists().where(IMPORT.c.id == one.c.entry_id, IMPORT.c.undone_at.is_(None))
    twice = exists().where(
        TWIN.c.athlete_id == one.c.athlete_id,
        TWIN.c.fingerprint == one.c.fingerprint,
        TWIN.c.undone_at.is_(None),
        TWIN.c.id != one.c.id,
    )
    return or_(one.c.fingerprint.is_(None), and_(stands, ~twice))


REVERTABLE = and_(
    ITS_SET.c.id == revisions.c.set_id,
    or_(
        and_(~revisions.c.dropped, ITS_SET.c.undone_at.is_(None)),
        and_(revisions.c.dropped, ITS_SET.c.undone_at.is_not(None), stood(ITS_SET.c.entry_id), once(ITS_SET)),
    ),
)
"""Of a change that stands: its set is there as the change left it, or as a later one did."""
