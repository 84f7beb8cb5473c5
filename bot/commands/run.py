"""How is the coach started? With a token on Telegram; without, in a local chat page."""

import argparse

from bot.commands import chat, serving
from bot.settings import Settings, load_settings


def add(subparsers: serving.Subparsers) -> None:
    parser = subparsers.add_parser("run", help="start the coach: Telegram with a token, a local chat page without")
    parser.set_defaults(run=run)


def run(_: argparse.Namespace) -> int:
    settings = load_settings()
    if settings.telegram_bot_token is None:
        return chat.open_page(settings, settings.chat_port)
    return on_telegram(settings, settings.telegram_bot_token.get_secret_value())


def on_telegram(settings: Settings, token: str) -> int:
    how = "webhook" if settings.webhook_url else "polling"
    print(f"Backcoach is starting on Telegram, by {how}. Ctrl-C stops it.", flush=True)
    return serving.until_stopped(settings, token, _serve(settings, token))


async def _serve(settings: Settings, token: str) -> None:
    from bot.app import serve

    await serve(settings, token, settings.telegram_api_url)
