"""What a lift, a set, a session and an athlete are. Standard library only; no clock, no storage, no Telegram."""
