"""Backcoach: a strength coach for the back that lives in a chat. `bot/README.md` is the map of the house."""
