"""What becomes of a question without a right answer: is it kept, shown without names, and answered once it can be?"""

from dataclasses import replace

import pytest

from bot.app import running
from bot.chat.respond import word_late
from bot.local import LocalTelegram
from bot.services.heard import Heard
from bot.services.open_questions import Why
from bot.services.ports import Work
from bot.services.unanswered import answerable, tell_askers
from tests.builders import NOW
from tests.journeys.people import Lifter, buttons, coach, local_settings, watch


async def kept(alex: Lifter) -> list[tuple[str, Why, str]]:
    found = await alex.watcher.run(lambda work: work.open_questions.open())
    return [(one.text, one.why, one.reading) for one in found]


async def test_an_unknown_question_is_said_to_be_and_kept_once(alex: Lifter) -> None:
    [reply] = await alex.says("what about lifting under a full moon")
    assert "know" in reply
    assert "Kept your question" in reply
    assert ["Exercises", "Muscles"] in buttons(alex.last)
    await alex.says("what about lifting under a full moon")
    assert await kept(alex) == [("what about lifting under a full moon", Why.UNKNOWN, "")]


@pytest.mark.parametrize("said", ["squats?", "qwrtz plmkk vvvx", "thanks", "how do i deadlift"])
async def test_what_is_no_open_question_is_not_kept(alex: Lifter, said: str) -> None:
    await alex.says(said)
    assert await kept(alex) == []


async def test_wrong_keeps_the_question_and_offers_other_readings(alex: Lifter) -> None:
    await alex.says("how do i deadlift")
    answer = alex.last
    [doubted] = await alex.taps("Wrong?")
    assert "how do i deadlift" in doubted
    assert "Noted" in doubted
    assert await kept(alex) == [("how do i deadlift", Why.WRONG, "how_to deadlift")]
    other = buttons(alex.last)[0][0]
    assert other.startswith("Deadlift: ")
    [meant] = await alex.taps(other)
    assert meant.startswith("Deadlift")
    [again] = await alex.taps("Wrong?", answer)
    assert "Noted already" in again
    assert len(await kept(alex)) == 1


async def test_wrong_under_an_answer_of_long_ago_is_an_old_button(alex: Lifter) -> None:
    await alex.says("how do i deadlift")
    first = alex.last
    for _ in range(9):
        await alex.says("deadlift grip")
    [reply] = await alex.taps("Wrong?", first)
    assert "earlier" in reply
    assert await kept(alex) == []


async def test_a_forged_number_reads_no_other_chat(alex: Lifter) -> None:
    await alex.says("how do i deadlift")
    sam = Lifter(alex.telegram, alex.watcher, "Sam")
    await sam.says("/help")
    [reply] = await sam.forges(sam.last["message_id"], "wr:4")
    assert "deadlift" not in reply
    assert await kept(alex) == []


async def test_wrong_under_a_follow_up_is_about_what_was_answered(alex: Lifter) -> None:
    await alex.says("how do i deadlift")
    await alex.says("and the grip?")
    [told] = await alex.says("/why")
    assert "I took it as: grip, about: Deadlift." in told
    await alex.taps("Wrong?", alex.messages[-2])
    assert await kept(alex) == [("and the grip?", Why.WRONG, "grip deadlift")]


async def test_each_of_two_answers_takes_its_own_wrong(alex: Lifter) -> None:
    await alex.says("how do I do a lat pulldown, and how many sets?")
    how, sets, _ = alex.messages[-3:]
    await alex.taps("Wrong?", how)
    await alex.taps("Wrong?", sets)
    readings = [reading for _, _, reading in await kept(alex)]
    assert readings == ["how_to lat-pulldown", "sets_reps lat-pulldown"]


async def test_words_of_others_are_answered_and_not_kept(alex: Lifter) -> None:
    [reply] = await alex.does(lambda person: person.forward("what about lifting under a full moon"))
    assert "Kept" not in reply
    assert await kept(alex) == []
    assert (await alex.watcher.run(lambda work: work.talks.get(alex.person.id))).asked == ()


async def test_what_is_not_kept_is_not_said_to_be(alex: Lifter) -> None:
    [reply] = await alex.says("qwrtz plmkk vvvx")
    assert "know" in reply
    assert "Kept" not in reply


async def test_two_questions_get_two_answers_each_with_its_receipt(alex: Lifter) -> None:
    how, sets, seen = await alex.says("how do I do a lat pulldown, and how many sets?")
    assert seen == "Lat pulldown: lats", "the map is drawn for the first time, and no answer waits for it"
    assert how.startswith("Lat pulldown")
    assert "Lat pulldown: sets and reps" in sets
    assert "source:" in how
    assert "source:" in sets
    [grip] = await alex.says("and the grip?")
    assert "Lat pulldown: grip" in grip


async def test_a_lift_without_an_entry_is_led_to_the_nearest_and_told_so(alex: Lifter) -> None:
    [reply] = await alex.says("how do i do an axle deadlift")
    assert "No entry of its own for the axle deadlift; nearest is the deadlift." in reply


async def test_why_tells_how_the_last_question_was_read(alex: Lifter) -> None:
    [nothing] = await alex.says("/why")
    assert "Nothing to explain yet" in nothing
    await alex.says("mistakes on pull ups")
    [told] = await alex.says("/why")
    assert "I took it as: mistakes, about: Pull-up." in told
    assert "masked" not in told


async def test_why_gives_a_maintainer_the_trace(telegram: LocalTelegram, sqlite_url: str) -> None:
    known = replace(coach(), admins=frozenset({telegram.person("Alex").id}))
    watcher = watch(sqlite_url)
    async with running(local_settings(sqlite_url), telegram.token, telegram.url, known):
        alex, sam = Lifter(telegram, watcher), Lifter(telegram, watcher, "Sam")
        for lifter in (alex, sam):
            await lifter.says("mistakes on pull ups")
        [to_alex] = await alex.says("/why")
        [to_sam] = await sam.says("/why")
    watcher.close()
    assert "masked: mistakes on EXERCISE" in to_alex
    assert "masked" not in to_sam


async def test_who_asked_is_told_once_the_answer_is_known(alex: Lifter) -> None:
    await alex.says("hi")

    def ask_before_it_was_known(work: Work) -> None:
        athlete = work.athletes.find(alex.person.id)
        assert athlete is not None
        for text in ("deadlift grip", "zzgrmpf the wubblik of qworx"):
            work.open_questions.keep(athlete.id, athlete.telegram_id, Heard(1, text), Why.UNKNOWN, NOW)

    await alex.watcher.run(ask_before_it_was_known)

    async def tell() -> None:
        late = answerable(coach(), await alex.watcher.run(lambda work: work.open_questions.open()))
        await alex.watcher.run(lambda work: tell_askers(work, late, word_late, NOW))
        await alex.says("hi")

    before = len(alex.messages)
    await tell()
    told = [one for one in alex.messages[before:] if "You asked" in one["text"]]
    assert len(told) == 1
    assert "“deadlift grip”. I know it now." in told[0]["text"]
    assert "Deadlift: grip" in told[0]["text"]
    assert [text for text, *_ in await kept(alex)] == ["zzgrmpf the wubblik of qworx"]
    assert all("Wrong?" not in row for row in buttons(told[0]))


async def test_deleting_everything_deletes_open_questions(alex: Lifter) -> None:
    await alex.says("what about lifting under a full moon")
    assert await kept(alex)
    await alex.says("/privacy")
    await alex.taps("Delete everything")
    await alex.taps("Yes, delete")
    assert await kept(alex) == []
