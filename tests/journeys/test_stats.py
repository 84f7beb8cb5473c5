"""Does a maintainer see how it goes, in numbers that are so?"""

from bot.app import clock
from bot.local import LocalTelegram
from bot.services.ports import Work
from tests.journeys.maintainer import everybody, maintained, watching
from tests.journeys.people import buttons


async def test_the_numbers_are_those_of_what_happened(telegram: LocalTelegram, database_url: str) -> None:
    with watching(database_url) as watcher:
        async with maintained(telegram, database_url):
            alex, sam, kim = await everybody(telegram, watcher, "Alex", "Sam", "Kim")
            await sam.says("deadlift 60x5 (w), 100x8, 100x8")
            await sam.says("what about lifting under a full moon")
            await kim.does(lambda person: person.block())

            def break_one(work: Work) -> None:
                work.inbox.accept([(999_999_999, sam.person.id, b"{}")], clock())
                work.inbox.set_aside(999_999_999, "ValueError", clock())

            await watcher.run(break_one)
            [said] = await alex.says("/stats")
            assert said.splitlines() == [
                "3 people, 1 blocked me",
                "1 trained in 7 days, 1 in 28",
                "2 working sets, 0 sessions finished",
                "1 question unanswered",
                "1 dead letter",
                "0 messages wait to go out",
            ]
            assert buttons(alex.last) == [["Again"]]
            await sam.says("/workout")
            await sam.taps("✓ Done")
            await sam.taps("Finish")
            await alex.taps("Again")
            assert "3 working sets, 1 session finished" in alex.last["text"]
