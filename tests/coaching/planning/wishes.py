"""Which wishes are planned for in the tests? Typical equipment, and every wish there is."""

from hypothesis import strategies as st

from bot.domain.planning import DAYS, MINUTES, Aim, Level, Plan, Site, Wishes
from tests.knowledge import KNOWLEDGE

KITS: dict[str, frozenset[str]] = {
    **{id: frozenset(kit.has) for id, kit in KNOWLEDGE.kits.items()},
    "bar only": frozenset({"pull-up-bar"}),
    "dumbbells only": frozenset({"dumbbell"}),
    "kettlebell and straps": frozenset({"kettlebell", "suspension-straps"}),
    "machines": frozenset(
        {
            "pulldown-station",
            "cable-row-station",
            "cable-station",
            "lever-row-machine",
            "back-extension-bench",
            "assisted-pull-up-machine",
        }
    ),
    "band only": frozenset({"band"}),
}
GYM = KITS["full-gym"]


def some(of: object) -> st.SearchStrategy[frozenset[str]]:
    """Any of these ids, from none to all."""
    ids = sorted(of)  # type: ignore[call-overload]
    return st.frozensets(st.sampled_from(ids), max_size=len(ids))


any_wishes = st.builds(
    Wishes,
    aim=st.sampled_from(Aim),
    level=st.sampled_from(Level),
    days=st.sampled_from(DAYS),
    minutes=st.sampled_from(MINUTES),
    equipment=st.sampled_from(sorted(KITS.values(), key=len)) | some(KNOWLEDGE.equipment),
    hurts=st.just(frozenset()) | st.frozensets(st.sampled_from(Site)),
    loved=st.just(frozenset()) | some(KNOWLEDGE.exercises),
    refused=st.just(frozenset()) | some(KNOWLEDGE.exercises),
)


def lifts(plan: Plan) -> list[str]:
    return [one.exercise for session in plan.sessions for one in session.exercises]
