"""What happens to sets when the bot is killed again and again? Real processes, kill -9, and a checker."""
