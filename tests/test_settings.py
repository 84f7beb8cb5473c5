"""Does a wrong setting stop the start with one sentence, and does no secret ever show?"""

import logging
from pathlib import Path

import pytest

from bot.settings import SettingFault, load_settings

TOKEN = "123456789:AAAA-very-secret-token-BBBB"


@pytest.fixture
def env(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("TELEGRAM_BOT_TOKEN", "DATABASE_URL", "WEBHOOK_URL", "WEBHOOK_SECRET", "ADMIN_IDS", "LOG_LEVEL"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path / ".env"


def written(env: Path, *lines: str) -> Path:
    env.write_text("\n".join(lines), encoding="utf-8")
    return env


def test_nothing_need_be_set(env: Path) -> None:
    settings = load_settings(env)
    assert settings.telegram_bot_token is None
    assert settings.database_url.get_secret_value() == "sqlite:///data/backcoach.db"


def test_an_empty_value_is_as_good_as_none(env: Path) -> None:
    settings = load_settings(written(env, "TELEGRAM_BOT_TOKEN=", "WEBHOOK_URL=", "WEBHOOK_SECRET=", "ADMIN_IDS="))
    assert settings.telegram_bot_token is None
    assert settings.admin_ids == frozenset()


def test_admins_are_a_list(env: Path) -> None:
    assert load_settings(written(env, "ADMIN_IDS=12, 34 56")).admin_ids == {12, 34, 56}


@pytest.mark.parametrize(
    ("line", "name", "fault"),
    [
        ("TELEGRAM_BOT_TOKEN=hello", "TELEGRAM_BOT_TOKEN", "BotFather"),
        ("TELEGRAM_API_URL=ftp://x", "TELEGRAM_API_URL", "https://"),
        ("DATABASE_URL=mysql://root:hunter2@x/y", "DATABASE_URL", "sqlite:///"),
        ("DATABASE_WORKERS=many", "DATABASE_WORKERS", "whole number"),
        ("WEBHOOK_URL=https://example.org/hook", "WEBHOOK_SECRET", "missing"),
        ("WEBHOOK_SECRET=short", "WEBHOOK_SECRET", "8 to 256"),
        ("WEBHOOK_LISTEN=8080", "WEBHOOK_LISTEN", "host:port"),
        ("ADMIN_IDS=me", "ADMIN_IDS", "whole number"),
        ("LOG_LEVEL=LOUD", "LOG_LEVEL", "DEBUG"),
        ("CHAT_PORT=70000", "CHAT_PORT", "65535"),
        ("BULK_RATE=0", "BULK_RATE", "greater than 0"),
        ("SEND_RATE=many", "SEND_RATE", "is not a number"),
        ("CHAT_RATE=-1", "CHAT_RATE", "greater than 0"),
    ],
)
def test_a_wrong_value_is_one_sentence_with_name_fault_and_fix(env: Path, line: str, name: str, fault: str) -> None:
    with pytest.raises(SettingFault) as refused:
        load_settings(written(env, line))
    sentence = str(refused.value)
    assert name in sentence
    assert fault in sentence
    assert ".env" in sentence
    assert "\n" not in sentence
    assert "hunter2" not in sentence


def test_no_secret_in_a_repr_or_a_refusal(env: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    settings = load_settings(
        written(
            env, f"TELEGRAM_BOT_TOKEN={TOKEN}", "DATABASE_URL=postgresql://u:hunter2@h/d", "WEBHOOK_SECRET=abcdefgh1"
        )
    )
    shown = f"{settings!r} {settings} {settings.model_dump()} {caplog.text}"
    for secret in (TOKEN, "hunter2", "abcdefgh1"):
        assert secret not in shown
    with pytest.raises(SettingFault) as refused:
        load_settings(written(env, f"TELEGRAM_BOT_TOKEN={TOKEN} "[:-1] + " with a blank"))
    assert "very-secret" not in str(refused.value)
