"""Are reminders and the rest timer asked for in plain words, and is nothing else taken for that?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coaching.reminding.plain_words import Plain, read_later, read_plain


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("remind me every monday at 18:00", "every monday at 18:00"),
        ("Can you remind me on mondays at 6 pm?", "on mondays at 6 pm"),
        ("please remind me to train mon wed fri 18:30", "mon wed fri 18:30"),
        ("remind me every morning", "every morning"),
        ("stop the reminders", "off"),
        ("Turn off my reminders.", "off"),
        ("turn off all reminders", "off all"),
        ("reminders off", "off"),
        ("stop reminding me", "off"),
        ("turn reminders on", "resume"),
        ("pause my reminders for two weeks", "pause for two weeks"),
        ("pause reminders", "pause"),
        ("when is my next reminder?", ""),
        ("my reminders", ""),
        ("change my reminder to 19:00", "change to 19:00"),
        ("timer off", Plain.TIMER_OFF),
        ("turn off the rest timer", Plain.TIMER_OFF),
        ("turn the timer on", Plain.TIMER_ON),
        ("skip today", Plain.SKIP_TODAY),
        ("Not today.", Plain.SKIP_TODAY),
        ("I can’t train today", Plain.SKIP_TODAY),
        ("remind me tomorrow at 7", "tomorrow at 7"),
        ("remind me every other day", "every other day"),
        ("remind me mondays 7pm, thursdays 8pm", "mondays 7pm, thursdays 8pm"),
        ("set a reminder for monday 18:00", "monday 18:00"),
        ("new reminder on fridays at 5pm", "on fridays at 5pm"),
        ("notify me at 18:00", "at 18:00"),
        ("remind me on mondays at half 7", "on mondays at half 7"),
        ("delete reminder 2", "off 2"),
        ("drop the monday reminder", "off monday"),
        ("set a reminder", ""),
        ("how do I change my reminders?", ""),
        ("holiday for two weeks", "pause for two weeks"),
        ("I'm on holiday until 3 december", "pause until 3 december"),
        ("away until monday", "pause until monday"),
        ("pause for two weeks", "pause for two weeks"),
        ("stop", Plain.STOP),
        ("unsubscribe", Plain.STOP),
        ("back from holiday", Plain.BACK),
        ("resume", Plain.BACK),
        ("I'm back", Plain.BACK),
    ],
)
def test_what_is_asked_for(text: str, read: Plain | str) -> None:
    assert read_plain(text) == read


@pytest.mark.parametrize(
    "text",
    [
        "remind me how to deadlift",
        "remind me what lats do",
        "remind me to deadlift tomorrow",
        "remind me what I did on monday",
        "reminder of the setup",
        "drop the weight reminder",
        "wake me",
        "back",
        "pause for 2 seconds",
        "away until the end",
        "push",
        "off",
        "pause",
        "skip",
        "skip the deadlift today?",
        "how long should the rest timer be?",
        "deadlift 100x8",
        "do reminders help?",
    ],
)
def test_what_is_something_else(text: str) -> None:
    assert read_plain(text) is None


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("later", Plain.IN_AN_HOUR),
        ("Not now!", Plain.IN_AN_HOUR),
        ("in an hour", Plain.IN_AN_HOUR),
        ("snooze 15 min", Plain.IN_15_MINUTES),
        ("tonight", Plain.TONIGHT),
        ("remind me this evening", Plain.TONIGHT),
        ("see you later", None),
        ("2 hours", None),
        ("hold for an hour", None),
    ],
)
def test_when_a_push_is_to_come_again(text: str, read: Plain | None) -> None:
    assert read_later(text) is read


@given(st.text(max_size=80))
def test_any_text_can_be_read(text: str) -> None:
    assert read_plain(text) is None or isinstance(read_plain(text), Plain | str)
