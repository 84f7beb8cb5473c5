"""Telegram without Telegram: a loopback Bot API with people in it, and a chat page to be one of them."""

from bot.local.people import Person
from bot.local.server import DEFAULT_TOKEN, LocalTelegram

__all__ = ["DEFAULT_TOKEN", "LocalTelegram", "Person"]
