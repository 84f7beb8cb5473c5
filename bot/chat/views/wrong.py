"""What is shown to whoever says that an answer is wrong? Thanks, and what else the question may have meant."""

from bot.chat.markup import bold, line, lines
from bot.chat.reply import Button, Reply, row
from bot.chat.views.answer import answer, asking
from bot.chat.views.sets import exercise_name
from bot.coaching.answers import FollowUp
from bot.coaching.knowledge.catalog import Knowledge
from bot.coaching.language.intents import Option
from bot.services.unanswered import Doubt, LateAnswer

LONGEST_QUOTE = 120


def doubted(found: Doubt, knowledge: Knowledge) -> Reply:
    noted = "Noted for the people who write my notes. Thank you." if found.new else "Noted already. Thank you."
    back = [exercise_name(knowledge, one) for one in found.back]
    are = "is" if len(back) == 1 else "are"
    in_again = line(bold(", ".join(back)), f" {are} in your sessions as before.") if back else None
    text = lines(
        line("“", bold(_quoted(found.text)), "”"),
        noted,
        in_again,
        "Did you mean one of these?" if found.options else None,
    )
    return Reply(text, tuple(row(_meant(one)) for one in found.options))


def late_answer(found: LateAnswer) -> Reply:
    """The answer to a question that had none when it was asked."""
    shown = answer(found.answer, None, None)
    asked = line("You asked: “", bold(_quoted(found.question.text)), "”. I know it now.")
    return Reply(lines(asked, "", shown.text), shown.rows)


def _quoted(text: str) -> str:
    return text if len(text) <= LONGEST_QUOTE else f"{text[:LONGEST_QUOTE]}…"


def _meant(one: Option) -> Button:
    return Button(one.label, asking(FollowUp(one.label, one.intent, one.subject)))
