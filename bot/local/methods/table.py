"""Which methods does the stand-in know? Anything that is not in this table is a loud 404."""

from collections.abc import Callable
from typing import Any

from bot.local import limits
from bot.local.methods import about_chats, editing, me, media, messages, queries, webhooks
from bot.local.parameters import Parameters
from bot.local.world import World

Method = Callable[[World, Parameters], Any]

_NAMED: dict[str, Method] = {
    "getMe": me.get_me,
    "logOut": me.leave_server,
    "close": me.leave_server,
    "setMyCommands": me.set_my_commands,
    "getMyCommands": me.get_my_commands,
    "deleteMyCommands": me.delete_my_commands,
    "setMyName": me.set_words("name", limits.BOT_NAME),
    "getMyName": me.get_words("name"),
    "setMyDescription": me.set_words("description", limits.BOT_DESCRIPTION),
    "getMyDescription": me.get_words("description"),
    "setMyShortDescription": me.set_words("short_description", limits.BOT_SHORT_DESCRIPTION),
    "getMyShortDescription": me.get_words("short_description"),
    "setChatMenuButton": me.set_chat_menu_button,
    "getChatMenuButton": me.get_chat_menu_button,
    "setWebhook": webhooks.set_webhook,
    "deleteWebhook": webhooks.delete_webhook,
    "getWebhookInfo": webhooks.get_webhook_info,
    "sendMessage": messages.send_message,
    "sendLocation": messages.send_location,
    "sendChatAction": messages.send_chat_action,
    "forwardMessage": messages.forward_message,
    "copyMessage": messages.copy_message,
    "sendPhoto": media.send_media("photo"),
    "sendDocument": media.send_media("document"),
    "sendAudio": media.send_media("audio"),
    "sendVideo": media.send_media("video"),
    "sendAnimation": media.send_media("animation"),
    "sendVoice": media.send_media("voice"),
    "sendVideoNote": media.send_media("video_note"),
    "sendSticker": media.send_media("sticker"),
    "sendMediaGroup": media.send_media_group,
    "getFile": media.get_file,
    "editMessageText": editing.edit_message_text,
    "editMessageCaption": editing.edit_message_caption,
    "editMessageReplyMarkup": editing.edit_message_reply_markup,
    "editMessageMedia": editing.edit_message_media,
    "deleteMessage": editing.delete_message,
    "deleteMessages": editing.delete_messages,
    "setMessageReaction": editing.set_message_reaction,
    "pinChatMessage": editing.pin_chat_message,
    "unpinChatMessage": editing.unpin_chat_message,
    "unpinAllChatMessages": editing.unpin_all_chat_messages,
    "answerCallbackQuery": queries.answer_callback_query,
    "answerInlineQuery": queries.answer_inline_query,
    "getChat": about_chats.get_chat,
    "getChatMember": about_chats.get_chat_member,
    "getChatMemberCount": about_chats.get_chat_member_count,
    "getChatAdministrators": about_chats.get_chat_administrators,
    "leaveChat": about_chats.leave_chat,
}
# Telegram reads method names without regard to case.
METHODS: dict[str, Method] = {name.lower(): method for name, method in _NAMED.items()}
NAMES = {name.lower(): name for name in (*_NAMED, "getUpdates")}
