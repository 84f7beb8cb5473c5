"""Is everything that README.md shows and names so? Its examples are said to the coach, its tables held to the code."""

import re
import shlex
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.__main__ import COMMANDS as BOT_COMMANDS
from bot.__main__ import parser
from bot.chat.routes import COMMANDS, OF_MAINTAINERS
from bot.coaching.language.intents import Intent, Outcome
from bot.local import LocalTelegram
from bot.settings import Settings
from tests.journeys.people import Lifter, buttons, coach, coach_at_work, watch

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "README.md").read_text()

ABOUT = {
    "How to": Intent.HOW_TO,
    "Why": Intent.WHY,
    "Muscles of a lift": Intent.MUSCLES_WORKED,
    "Mistakes": Intent.MISTAKES,
    "Grip": Intent.GRIP,
    "Breathing": Intent.BREATHING,
    "A tip": Intent.TECHNIQUE_TIP,
    "Sets and reps": Intent.SETS_REPS,
    "Rest": Intent.REST,
    "Alternatives": Intent.ALTERNATIVES,
    "Easier": Intent.EASIER,
    "Harder": Intent.HARDER,
    "Equipment": Intent.EQUIPMENT,
    "Two lifts": Intent.COMPARE,
    "A muscle": Intent.MUSCLE_INFO,
    "Lifts for a muscle": Intent.EXERCISES_FOR_MUSCLE,
    "Benefits": Intent.BENEFITS,
    "How often": Intent.FREQUENCY,
    "Getting stronger": Intent.PROGRESSION,
    "Warm-up": Intent.WARMUP,
    "Soreness": Intent.RECOVERY,
    "Today's session": Intent.SESSION_TODAY,
    "Pain": Intent.PAIN_OR_INJURY,
    "What it leaves to others": Intent.OUT_OF_SCOPE,
}
OUTCOMES = {Intent.PAIN_OR_INJURY: Outcome.SAFETY, Intent.OUT_OF_SCOPE: Outcome.UNKNOWN}
"""What is told otherwise than by a plain answer."""


def tables(heading: str) -> list[list[list[str]]]:
    """The tables under a heading, each as its rows of cells, without the head."""
    part = re.split(r"^#+ ", TEXT.split(f"# {heading}\n", 1)[1], maxsplit=1, flags=re.MULTILINE)[0]
    found = re.findall(r"(?:^\|.*\n)+", part, re.MULTILINE)
    return [[[cell.strip() for cell in row.split("|")[1:-1]] for row in one.splitlines()[2:]] for one in found]


def code(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


def said(cell: str) -> str:
    return cell.replace("<br>", "\n")


def as_shown(reply: str) -> str:
    """The coach's words as the README has them: one space, no tick."""
    return re.sub(" {2,}", " ", reply.replace("✓ ", ""))


@pytest.fixture
async def telegram() -> AsyncIterator[LocalTelegram]:
    local = LocalTelegram()
    await local.start()
    yield local
    await local.stop()


@pytest.fixture
async def alex(telegram: LocalTelegram, sqlite_url: str) -> AsyncIterator[Lifter]:
    async with coach_at_work(sqlite_url, telegram):
        watcher = watch(sqlite_url)
        yield Lifter(telegram, watcher)
        watcher.close()


def questions() -> list[tuple[str, str]]:
    [table] = tables("Questions")
    return [(about, question) for about, examples in table for question in code(examples)]


@pytest.mark.parametrize(("about", "question"), questions())
def test_a_question_is_understood(about: str, question: str) -> None:
    understood = coach().understander.understand(question)
    intent = ABOUT[about]
    assert (understood.intent, understood.outcome) == (intent, OUTCOMES.get(intent, Outcome.ANSWER))


def test_every_kind_of_question_has_an_example() -> None:
    assert {ABOUT[about] for about, _ in questions()} == set(Intent) - {Intent.SMALL_TALK}


async def test_sets_are_kept_as_shown(alex: Lifter) -> None:
    alex.at(12)
    recorded, asked, _ = tables("Sets")
    assert len(recorded) > 10
    for number, (line, kept) in enumerate(recorded):
        lifter = Lifter(alex.telegram, alex.watcher, f"Person {number}")
        [reply] = await lifter.says(*code(line))
        assert as_shown(reply) == said(kept)
        assert buttons(lifter.last)[0][0] == "Undo"
    for line, question in asked:
        lifter = Lifter(alex.telegram, alex.watcher, f"Asked {line}")
        [reply] = await lifter.says(*code(line))
        assert reply.startswith(f"{question}\nNothing is recorded yet")
        assert "Nothing logged yet" in (await lifter.says("/history"))[0]


async def test_sets_of_a_session_are_kept_and_corrected_as_shown(alex: Lifter) -> None:
    *_, in_session = tables("Sets")
    await alex.says("/workout")
    assert "DEADLIFT" in alex.last["text"]
    for line, kept in in_session:
        [reply] = await alex.says(*code(line))
        assert kept in as_shown(reply).splitlines()


def alike(label: str) -> str:
    """A button's label, whatever the numbers on it."""
    return re.sub(r"[\d.]+", "1", label)


async def test_the_buttons_are_those_of_the_session(alex: Lifter) -> None:
    shown: set[str] = set()

    def look() -> None:
        shown.update(alike(label) for row in buttons(alex.card) for label in row)

    await alex.says("/workout")
    look()
    await alex.says("100x6, 100x6")
    look()
    await alex.taps("✓ Done", alex.card)
    assert "PULL-UP" in alex.card["text"]
    look()
    await alex.taps("7", alex.card)
    assert "What gave out" in alex.card["text"]
    look()
    await alex.taps("Exercises", alex.card)
    assert "Half an hour left" in {label for row in buttons(alex.card) for label in row}
    shown.add("Half an hour left")
    await alex.taps("‹ Back", alex.card)
    await alex.taps("Finish", alex.card)
    look()
    await alex.taps("Not done yet", alex.card)
    alex.telegram.world.clock_offset = timedelta(days=8).total_seconds()
    await alex.says("/workout")
    shown.update(alike(label) for row in buttons(alex.last) for label in row)
    [table] = tables("Buttons of the session")
    assert {alike(label) for labels, _ in table for label in code(labels)} == shown


def test_the_commands_are_those_that_lead_somewhere() -> None:
    [table] = tables("Commands of a lifter")
    assert {name for cell, _ in table for name in code(cell)} == {f"/{command.name}" for command in COMMANDS}


def test_the_commands_of_a_maintainer_are_theirs_alone() -> None:
    [table] = tables("Commands of a maintainer")
    assert [code(cell) for cell, _ in table] == [[f"/{command.name}"] for command in OF_MAINTAINERS]
    assert not {command.name for command in OF_MAINTAINERS} & {command.name for command in COMMANDS}


def test_the_settings_are_all_of_them_with_their_defaults() -> None:
    [table] = tables("What you can set")
    example = (ROOT / ".env.example").read_text()
    defaults = dict(re.findall(r"^(?:# )?([A-Z][A-Z_]*)=(.*)$", example, re.MULTILINE))
    assert {code(name)[0]: "".join(code(default)) for name, default, _ in table} == defaults
    assert [code(name)[0] for name, *_ in table] == [name.upper() for name in Settings.model_fields]


def test_no_other_setting_is_named() -> None:
    named = set(re.findall(r"\b[A-Z]+_[A-Z_]+\b", TEXT))
    assert named - {name.upper() for name in Settings.model_fields} == {"BROWSER_PATH"}


def operators() -> list[str]:
    return re.findall(r"python -m bot ([a-z][^`\n]*)", TEXT)


@pytest.mark.parametrize("words", operators())
def test_a_command_of_the_operator_is_understood(words: str) -> None:
    assert parser().parse_args(shlex.split(words)).command


def test_every_command_of_the_operator_is_told() -> None:
    there = set(BOT_COMMANDS)
    assert {words.split()[0] for words in operators()} == there


def test_modules_and_targets_are_there() -> None:
    for module in re.findall(r"python -m (tests[\w.]*)", TEXT):
        assert (ROOT / f"{module.replace('.', '/')}.py").exists(), module
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    assert set(re.findall(r"(?:^|`)make ([a-z]+)", TEXT, re.MULTILINE)) == targets - {"help"}


def test_links_and_pictures_lead_somewhere() -> None:
    linked = re.findall(r"\]\(([^)]+)\)", TEXT) + re.findall(r'src="([^"]+)"', TEXT)
    assert len(linked) > 15
    for link in linked:
        if not link.startswith("https://"):
            path, _, heading = link.partition("#")
            file = ROOT / (path or "README.md")
            assert file.is_file(), link
            assert not heading or heading in anchors(file), link


def anchors(file: Path) -> set[str]:
    """What a heading is called in a link: small letters, hyphens for spaces, nothing else."""
    heads = re.findall(r"^#+ (.+)$", file.read_text(), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", head).lower().replace(" ", "-") for head in heads}


def test_every_picture_is_shown_and_small() -> None:
    pictures = {f"deploy/pictures/{file.name}": file.stat().st_size for file in (ROOT / "deploy/pictures").glob("*")}
    assert set(re.findall(r'src="([^"]+)"', TEXT)) == set(pictures)
    assert max(pictures.values()) < 150_000
