"""How is the coach tried without Telegram? A loopback Bot API and a chat page on this machine, the same coach."""

import argparse

from bot.commands import serving
from bot.settings import SettingFault, Settings, load_settings


def add(subparsers: serving.Subparsers) -> None:
    parser = subparsers.add_parser("chat", help="start the coach in a local chat page, whatever token is set")
    parser.add_argument("--port", type=int, help="the page's port (default: CHAT_PORT; 0 takes a free one)")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    settings = load_settings()
    return open_page(settings, settings.chat_port if args.port is None else args.port)


def open_page(settings: Settings, port: int) -> int:
    from bot.local import DEFAULT_TOKEN

    local = settings.model_copy(update={"webhook_url": None})
    return serving.until_stopped(local, DEFAULT_TOKEN, _serve(local, DEFAULT_TOKEN, port))


async def _serve(settings: Settings, token: str, port: int) -> None:
    from bot.app import serve
    from bot.local import LocalTelegram

    telegram = LocalTelegram(token)
    telegram.world.user["first_name"] = "Backcoach"
    try:
        url = await telegram.start("127.0.0.1", port)
    except OSError as taken:
        raise SettingFault(f"Port {port} is taken: choose another, as in CHAT_PORT={port + 1} make run.") from taken
    print(
        f"Backcoach is in your browser: {url}\n"
        "This is the local chat; nothing leaves this machine. To use Telegram, get a token from @BotFather,\n"
        "write TELEGRAM_BOT_TOKEN=... into .env and start again. Ctrl-C stops it.",
        flush=True,
    )
    try:
        await serve(settings, token, url)
    finally:
        await telegram.stop()
