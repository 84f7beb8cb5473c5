"""The methods of the Bot API, a file for each kind of thing a bot can ask."""
