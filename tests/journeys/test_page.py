"""Does the walk of somebody new work by hand? The real process, its chat page, a real browser, a kill in between."""

from contextlib import AbstractContextManager
from pathlib import Path

from playwright.async_api import FloatRect, Locator, Page, expect

from tests.process import CoachProcess, coach_process


async def say(page: Page, text: str) -> None:
    field = page.get_by_role("textbox", name="Message")
    await field.fill(text)
    await field.press("Enter")


async def tap(page: Page, label: str) -> None:
    await page.get_by_role("button", name=label).last.click()


def running(folder: Path) -> AbstractContextManager[CoachProcess]:
    return coach_process(folder, "run", DATABASE_URL=f"sqlite:///{folder / 'coach.db'}", CHAT_PORT="0")


async def opened(page: Page, coach: CoachProcess) -> None:
    await page.goto(coach.address)
    await page.wait_for_selector("html[data-ready]")


async def place(found: Locator) -> FloatRect:
    box = await found.bounding_box()
    assert box
    return box


async def test_start_workout_three_sets_undo_and_a_question(page: Page, tmp_path: Path) -> None:
    with running(tmp_path) as coach:
        await opened(page, coach)
        await tap(page, "Start")
        await expect(page.get_by_text("I coach backs.").last).to_be_visible()
        await tap(page, "Today's session")
        await expect(page.get_by_text("set 1 of 3")).to_be_visible()
        await tap(page, "Weight: 30 kg")
        await tap(page, "100 kg")
        await tap(page, "✓ Done: 100 kg × 6")
        await expect(page.get_by_text("set 2 of 3")).to_be_visible()
        await tap(page, "✓ Done: 100 kg × 6")
        await expect(page.get_by_text("set 3 of 3")).to_be_visible()
        await say(page, "100x8")
        await expect(page.get_by_text("Next: Pull-up, set 1 of 3")).to_be_visible()
        await say(page, "/undo")
        await expect(page.get_by_text("Taken back")).to_be_visible()
        await expect(page.get_by_text("set 3 of 3")).to_be_visible()
        await say(page, "how do I do a bent-over row")
        answer = page.get_by_role("article").filter(has_text="Hold the bar overhand")
        await expect(answer.get_by_role("button", name="Open picture")).to_be_visible()
        words, seen, keys = [await place(answer.locator(part)) for part in (".words", "img", ".keys")]
        assert words["y"] < seen["y"] < keys["y"], "the map is between the words and the buttons"
        assert seen["height"] * 2 < seen["width"] + 2
        assert coach.stop() == 0
    log = (tmp_path / "coach.log").read_text()
    assert "Traceback" not in log
    assert "the coach has stopped" in log


async def test_killed_in_the_middle_every_set_is_there_once(page: Page, tmp_path: Path) -> None:
    with running(tmp_path) as coach:
        await opened(page, coach)
        await tap(page, "Start")
        await say(page, "/workout")
        await say(page, "100x8")
        await say(page, "100x7")
        await expect(page.get_by_text("Next: Deadlift, set 3 of 3")).to_be_visible()
        coach.kill()
    with running(tmp_path) as coach:
        await opened(page, coach)
        await tap(page, "Start")
        await expect(page.get_by_text("Welcome back, Alex.")).to_be_visible()
        await tap(page, "Today's session")
        await expect(page.get_by_text("set 3 of 3")).to_be_visible()
        await tap(page, "✓ Done")
        await expect(page.get_by_text("PULL-UP")).to_be_visible()
        await say(page, "/history")
        await expect(page.get_by_text("Today · 3 sets")).to_be_visible()
        await expect(page.get_by_text("100 kg × 8 · 7 ·").last).to_be_visible()


async def test_a_chat_begun_anew_shows_its_maps(page: Page, tmp_path: Path) -> None:
    """The stand-in forgets its files when it ends, and the coach's database does not."""
    for _ in range(2):
        with running(tmp_path) as coach:
            await opened(page, coach)
            await tap(page, "Start")
            for _ in range(2):
                await say(page, "how do I do a bent-over row")
            pictures = page.get_by_role("button", name="Open picture").get_by_role("img")
            await expect(pictures).to_have_count(2)
            for picture in await pictures.all():
                await expect(picture).to_be_visible()
                assert await picture.evaluate("picture => picture.decode().then(() => picture.naturalWidth)") == 1080
            assert coach.stop() == 0


async def test_what_to_do_when_it_hurts_stays_on_the_phone(page: Page, tmp_path: Path) -> None:
    with running(tmp_path) as coach:
        await opened(page, coach)
        await tap(page, "Start")
        await say(page, "/workout")
        await say(page, "deadlift hurts my back")
        said = page.get_by_role("article").filter(has_text="I've taken the deadlift off")
        await expect(said.get_by_role("button", name="Swap it for today")).to_be_in_viewport(ratio=1)
        await expect(said.locator(".words")).to_be_in_viewport(ratio=1)
        await tap(page, "What comes with it?")
        menu = page.get_by_role("article").filter(has_text="What comes with it?").last
        await expect(menu.get_by_role("button", name="None of these")).to_be_in_viewport(ratio=1)
        await expect(menu.locator(".words")).to_be_in_viewport(ratio=1)
        await expect(menu.locator(".words")).to_contain_text("go to emergency care now")
        assert coach.stop() == 0
