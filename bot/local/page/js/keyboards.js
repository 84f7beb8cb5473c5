// How do buttons look and what do they do? The ones under a message, and the ones under the text field.
import { h, icon } from "./dom.js";

export function inlineKeys(message, chat) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows?.length) return null;
  return h("div", { class: "keys", role: "group", "aria-label": "Buttons" },
    rows.map((row) => h("div", { class: "key-row" }, row.map((button) => inlineKey(button, message, chat)))));
}

function inlineKey(button, message, chat) {
  if (button.url) {
    const safe = /^https?:/i.test(button.url) ? button.url : undefined;
    return h("a", { class: "key", href: safe, target: "_blank", rel: "noopener noreferrer" }, button.text, icon("out", "mark"));
  }
  if (button.copy_text) {
    const copy = () => navigator.clipboard?.writeText(button.copy_text.text).then(() => chat.notice("Copied"));
    return h("button", { class: "key", type: "button", onclick: copy }, button.text);
  }
  if (button.callback_data === undefined) return h("button", { class: "key", type: "button", disabled: true }, button.text);
  const waiting = chat.isWaiting(message.message_id, button.callback_data);
  return h("button", {
    class: waiting ? "key waiting" : "key",
    type: "button",
    "aria-busy": waiting ? "true" : null,
    "data-data": button.callback_data,
    onclick: () => chat.tap(message.message_id, button.callback_data),
  }, button.text);
}

export function replyKeys(keyboard, chat) {
  return (keyboard?.keyboard ?? []).map((row) => h("div", { class: "key-row" }, row.map((button) => replyKey(button, chat))));
}

function replyKey(button, chat) {
  const press = () => {
    if (button.request_location) chat.shareLocation();
    else if (button.request_contact) chat.shareContact();
    else chat.say(button.text);
  };
  return h("button", { class: "key", type: "button", onclick: press }, button.text);
}
