"""How does a bot answer a tap? Once, in time, with a short notice or none."""

import logging

from bot.local import limits
from bot.local.errors import Json, bad_request
from bot.local.parameters import Parameters
from bot.local.world import World

_LOG = logging.getLogger(__name__)


def answer_callback_query(world: World, parameters: Parameters) -> bool:
    text = parameters.text("text")
    if len(text) > limits.CALLBACK_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    if parameters.has("url"):
        _LOG.error("answerCallbackQuery with a url is not implemented here")
        raise bad_request("URL_INVALID")
    answer: Json = {"text": text, "show_alert": parameters.flag("show_alert")}
    world.answer_query(parameters.text("callback_query_id"), answer)
    return True


def answer_inline_query(world: World, parameters: Parameters) -> bool:
    results = parameters.structure("results", "inline query results")
    if not isinstance(results, list):
        raise bad_request("expected an Array of inline query results")
    if len(results) > limits.INLINE_RESULTS:
        raise bad_request("too many inline query results specified")
    names = [result.get("id") if isinstance(result, dict) else None for result in results]
    if not all(isinstance(name, str) and 1 <= len(name.encode()) <= 64 for name in names):
        raise bad_request("can't parse inline query result: RESULT_ID_INVALID")
    if len(set(names)) < len(names):
        raise bad_request("RESULT_ID_DUPLICATE")
    world.answer_query(parameters.text("inline_query_id"), {"results": results})
    return True
