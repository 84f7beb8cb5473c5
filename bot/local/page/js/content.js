// What stands in a bubble? One function for each kind of content a message can have.
import { h, icon } from "./dom.js";
import { formatted } from "./entities.js";
import { sizeOf } from "./format.js";
import { fileUrl } from "./telegram.js";

export function contentOf(message, chat) {
  const parts = [];
  if (message.forward_origin) parts.push(h("span", { class: "forwarded" }, `Forwarded from ${originOf(message)}`));
  if (message.reply_to_message) parts.push(quote(message.reply_to_message, chat));
  const text = message.text ?? message.caption;
  const words = text ? [h("span", { class: "words" }, formatted(text, message.entities ?? message.caption_entities, chat.command))] : [];
  parts.push(...(message.show_caption_above_media ? [...words, ...media(message, chat)] : [...media(message, chat), ...words]));
  return parts;
}

function media(message, chat) {
  if (message.photo) return [picture(message.photo.at(-1), message.caption, chat)];
  if (message.location) return [place(message.location)];
  if (message.sticker) return [h("span", { class: "sticker", role: "img", "aria-label": "Sticker" }, message.sticker.emoji)];
  if (message.dice) return [h("span", { class: "sticker" }, message.dice.emoji)];
  for (const kind of ["document", "audio", "video", "voice", "video_note"]) {
    if (message[kind]) return [attachment(message[kind], kind)];
  }
  return message.text === undefined && !message.caption ? [h("span", { class: "words" }, `(${kindOf(message)})`)] : [];
}

function picture(photo, caption, chat) {
  const url = fileUrl(photo.file_id);
  const image = h("img", { src: url, alt: caption ?? "Picture", width: photo.width, height: photo.height });
  return h("button", { class: "picture", type: "button", "aria-label": "Open picture", onclick: () => chat.view(url, caption) }, image);
}

function attachment(file, kind) {
  const name = file.file_name ?? { voice: "Voice message", video_note: "Video message" }[kind] ?? kind;
  return h("a", { class: "attachment", href: fileUrl(file.file_id), download: name, "aria-label": `Save ${name}` },
    h("span", { class: "disc" }, icon("save")),
    h("span", {}, h("strong", {}, name), h("small", {}, `${sizeOf(file.file_size ?? 0)} · save`)));
}

function place({ latitude, longitude }) {
  return h("span", {}, h("span", { class: "place" }, icon("pin")), `${latitude.toFixed(4)}, ${longitude.toFixed(4)}`);
}

function quote(original, chat) {
  return h("button", { class: "quote", type: "button", onclick: () => chat.jump(original.message_id) },
    h("strong", {}, original.from?.first_name ?? original.chat.title ?? ""), h("span", {}, summary(original)));
}

function originOf({ forward_origin: origin }) {
  return origin.sender_user?.first_name ?? origin.sender_user_name ?? origin.chat?.title ?? "somebody";
}

const NOT_CONTENT = new Set(["message_id", "from", "chat", "date", "edit_date", "reply_markup", "forward_origin", "reply_to_message", "show_caption_above_media"]);
const kindOf = (message) => (Object.keys(message).find((name) => !NOT_CONTENT.has(name)) ?? "empty").replace("_", " ");

export const summary = (message) => message.text ?? message.caption ?? message.document?.file_name ?? kindOf(message);
