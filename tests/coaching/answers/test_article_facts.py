"""Is every fact of the source article found by asking for it?"""

import pytest

from tests.coaching.understanding import answered

FACTS = [
    ("why should i train my back", "posture"),
    ("will a strong back improve my posture", "round"),
    ("does a strong back help my performance", "deadlift"),
    ("does back training reduce my injury risk", "injur"),
    ("will back training make me look better", "V-taper"),
    ("which muscles make up the back", "rhomboids"),
    ("what are the lats", "width"),
    ("what are rhomboids", "between your shoulder blades"),
    ("what do the rhomboids do", "together"),
    ("what are the traps", "neck"),
    ("what is the erector spinae", "spine"),
    ("what should a balanced back workout contain", "traps and erector spinae"),
    ("why deadlift", "strength"),
    ("what muscles does the deadlift work", "posterior chain"),
    ("how do i deadlift", "middle of"),
    ("how do i deadlift", "heels"),
    ("how do i deadlift", "under control"),
    ("how wide do i grip the bar in the deadlift", "shoulder"),
    ("why pull-ups", "width"),
    ("which muscles do pull-ups train", "lat"),
    ("how do i do a pull-up", "chin"),
    ("how do i do a pull-up", "straight"),
    ("pull-ups are too hard for me", "band"),
    ("i cant do pullups", "machine"),
    ("what muscles does the bent-over row work", "rhomboids"),
    ("how do i do a bent over row", "overhand"),
    ("how do i do a bent over row", "elbows close"),
    ("how do i do a bent over row", "shoulder blades"),
    ("why bent over rows", "thickness"),
    ("how do i do a one-arm dumbbell row", "knee"),
    ("how do i do a one-arm dumbbell row", "waist"),
    ("what do people get wrong on one-arm dumbbell rows", "twist"),
    ("why one-arm dumbbell rows", "one side"),
    ("how do i do a seated cable row", "abdomen"),
    ("why the seated cable row", "posture"),
    ("how do i do a lat pulldown", "upper chest"),
    ("how do i do a lat pulldown", "pause"),
    ("any cue for the lat pulldown", "elbows down"),
    ("why the lat pulldown", "progression toward pull-ups"),
    ("show me the session", "Deadlift: 3 × 6–8"),
    ("show me the session", "Pull-up: 3 × 8–10"),
    ("show me the session", "Bent-over row: 3 × 10"),
    ("show me the session", "One-arm dumbbell row: 3 × 12 each side"),
    ("show me the session", "Seated cable row: 3 × 12"),
    ("show me the session", "Lat pulldown: 3 × 12–15"),
    ("how many sets of deadlifts", "3 × 6–8"),
    ("how many reps on the one arm dumbbell row", "3 × 12 each side"),
    ("tips for a better back", "control"),
    ("should i control every rep on back day", "momentum"),
    ("what is the mind muscle connection", "contract"),
    ("should i mix up my grips", "neutral"),
    ("why is recovery important", "rest"),
    ("how do i stay consistent", "consisten"),
]


@pytest.mark.parametrize(("question", "fact"), FACTS)
def test_is_found_by_asking(question: str, fact: str) -> None:
    given = answered(question)
    said = " ".join((given.title or "", *given.lines, *given.more))
    assert fact.lower() in said.lower()
