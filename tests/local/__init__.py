"""Does the stand-in behave as Telegram does?"""
