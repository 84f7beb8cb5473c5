"""What does the coach say? Answers are plain data; the chat and the command line dress them."""

from bot.coaching.answers.answer import Answer, FollowUp, render_plain
from bot.coaching.answers.compose import answer, answer_for, talk_context

__all__ = ["Answer", "FollowUp", "answer", "answer_for", "render_plain", "talk_context"]
