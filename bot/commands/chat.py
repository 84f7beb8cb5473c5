"""How is the coach tried without Telegram? A loopback Bot API and a chat page on this machine, the same coach behind."""

import argparse

from bot.commands import serving
from bot.settings import Settings, load_settings

LOCAL_TOKEN = "1:local-chat-page"


def add(subparsers: serving.Subparsers) -> None:
    parser = subparsers.add_parser("chat", help="start the coach in a local chat page, whatever token is set")
    parser.add_argument("--port", type=int, help="the page's port (default: CHAT_PORT; 0 takes a free one)")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    settings = load_settings()
    return open_page(settings, settings.chat_port if args.port is None else args.port)


def open_page(settings: Settings, port: int) -> int:
    local = settings.model_copy(update={"webhook_url": None})
    return serving.until_stopped(local, LOCAL_TOKEN, _serve(local, port))


async def _serve(settings: Settings, port: int) -> None:
    from bot.app import serve
    from bot.local import LocalTelegram

    telegram = LocalTelegram(LOCAL_TOKEN)
    url = await telegram.start("127.0.0.1", port)
    print(
        f"Backcoach is in your browser: {url}\n"
        "This is the local chat; nothing leaves this machine. To use Telegram, get a token from @BotFather,\n"
        "write TELEGRAM_BOT_TOKEN=... into .env and start again. Ctrl-C stops it.",
        flush=True,
    )
    try:
        await serve(settings, LOCAL_TOKEN, url)
    finally:
        await telegram.stop()
