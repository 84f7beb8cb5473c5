"""What ends a start? Each is one sentence for whoever started the bot."""

import os


class TokenRefused(Exception):
    """Telegram does not know the token."""

    def __str__(self) -> str:
        return "Telegram does not know this token; set TELEGRAM_BOT_TOKEN to the one BotFather gave"


class CannotListen(Exception):
    """An address that a setting names cannot be listened on."""

    def __init__(self, setting: str, address: str, refusal: OSError) -> None:
        super().__init__(setting, address, refusal)
        self.setting = setting
        self.address = address
        # The system's own words: the loop puts the address once more around them.
        known = refusal.errno is not None and refusal.errno > 0
        self.reason = os.strerror(refusal.errno or 0) if known else refusal.strerror or str(refusal)

    def __str__(self) -> str:
        return (
            f"{self.setting}={self.address} cannot be listened on ({self.reason}); "
            "end what listens there, or choose another address"
        )
