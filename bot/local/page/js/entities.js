// How do entities become elements? Offsets count UTF-16 units, as JavaScript strings do; entities may nest.
import { h } from "./dom.js";

const SAFE_LINK = /^(https?|mailto|tel|tg):/i;

export function formatted(text, entities = [], onCommand = () => {}) {
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return pieces(text, sorted, 0, text.length, onCommand);
}

function pieces(text, entities, start, end, onCommand) {
  const found = [];
  let position = start;
  let rest = entities;
  while (rest.length) {
    const [entity, ...others] = rest;
    const begin = Math.max(entity.offset, position);
    const stop = Math.min(entity.offset + entity.length, end);
    if (begin >= stop) {
      rest = others;
      continue;
    }
    const inside = others.filter((other) => other.offset < stop);
    rest = others.filter((other) => other.offset + other.length > stop);
    if (begin > position) found.push(text.slice(position, begin));
    found.push(element(entity, text.slice(begin, stop), pieces(text, inside, begin, stop, onCommand), onCommand));
    position = stop;
  }
  if (position < end) found.push(text.slice(position, end));
  return found;
}

const PLAIN = { bold: "b", italic: "i", underline: "u", strikethrough: "s", code: "code", pre: "pre" };

function element(entity, text, children, onCommand) {
  if (PLAIN[entity.type]) return h(PLAIN[entity.type], {}, children);
  switch (entity.type) {
    case "blockquote":
    case "expandable_blockquote":
      return h("blockquote", {}, children);
    case "text_link":
      return link(entity.url, children);
    case "url":
      return link(/^[a-z]+:\/\//i.test(text) ? text : `https://${text}`, children);
    case "email":
      return link(`mailto:${text}`, children);
    case "bot_command":
      return h("button", { class: "command", type: "button", onclick: () => onCommand(text) }, children);
    case "spoiler":
      return spoiler(children);
    default:
      return h("span", {}, children);
  }
}

function link(url, children) {
  if (!SAFE_LINK.test(url)) return h("span", {}, children);
  return h("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, children);
}

function spoiler(children) {
  const reveal = () => box.classList.add("shown");
  const box = h("span", { class: "spoiler", role: "button", tabindex: "0", "aria-label": "Hidden text, press to show" });
  box.append(h("span", {}, children));
  box.addEventListener("click", reveal);
  box.addEventListener("keydown", (event) => event.key === "Enter" && reveal());
  return box;
}
