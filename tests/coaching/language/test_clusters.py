"""Are questions that ask the same together, and no others?"""

from hypothesis import given
from hypothesis import strategies as st

from bot.coaching.language.clusters import clusters


def test_wordings_of_one_question_are_together_the_most_asked_first() -> None:
    asked = ["is a belt worth it", "dragon flags?", "how do dragon flags go", "Is a belt worth it?", "is belt worth it"]
    found = clusters(asked)
    assert found[0].members == (0, 3, 4)
    assert found[0].example == "is a belt worth it"
    assert sum(len(one.members) for one in found) == len(asked)


@given(st.lists(st.text(max_size=40), max_size=12))
def test_every_question_is_in_one_cluster(texts: list[str]) -> None:
    members = [at for one in clusters(texts) for at in one.members]
    assert sorted(members) == list(range(len(texts)))
