// What does the person see of the chat? The list of messages, kept in step with every change, and where it is scrolled to.
import { contentOf, summary } from "./content.js";
import { byId, h, icon } from "./dom.js";
import { dayOf, timeOf } from "./format.js";
import { inlineKeys } from "./keyboards.js";

const TOGETHER_SECONDS = 300;
const NEAR_END = 90; // pixels

export class Log {
  constructor(chat) {
    this.chat = chat;
    this.box = byId("log");
    this.inner = h("div", { class: "log-inner" });
    this.box.replaceChildren(this.inner);
    this.toEnd = byId("to-end");
    this.missed = 0;
    this.toEnd.addEventListener("click", () => this.scrollToEnd("smooth"));
    this.box.addEventListener("scroll", () => this.noteScroll(), { passive: true });
    new ResizeObserver(() => this.stuck && this.scrollToEnd()).observe(this.box);
    this.box.addEventListener("load", () => this.stuck && this.scrollToEnd(), true); // pictures grow
    this.stuck = true;
    this.top = 0;
  }

  show(messages) {
    this.messages = new Map(messages.map((message) => [message.message_id, message]));
    this.reactions = new Map();
    this.rebuild();
    this.scrollToEnd();
  }

  rebuild() {
    const all = this.sorted();
    this.inner.replaceChildren(...(all.length ? this.dressed(all) : [this.empty()]));
    if (this.busy) this.inner.append(this.busy);
  }

  // Messages with a date line before the first of each day.
  dressed(all) {
    return all.flatMap((message, place) => {
      const before = all[place - 1];
      const element = this.element(message, before);
      element.classList.add("no-motion");
      const newDay = !before || dayOf(before.date) !== dayOf(message.date);
      return newDay ? [h("div", { class: "day" }, dayOf(message.date)), element] : [element];
    });
  }

  sorted() {
    return [...this.messages.values()].sort((a, b) => a.message_id - b.message_id);
  }

  add(message) {
    if (this.messages.has(message.message_id)) return this.replace(message, false);
    const before = this.sorted().at(-1);
    this.messages.set(message.message_id, message);
    if (!before || before.message_id > message.message_id || dayOf(before.date) !== dayOf(message.date)) {
      this.rebuild();
    } else {
      this.inner.append(this.element(message, before));
      if (this.busy) this.inner.append(this.busy);
    }
    const mine = this.isMine(message);
    if (mine || this.stuck) this.scrollToEnd(mine ? "auto" : "smooth");
    else this.miss();
  }

  replace(message, flash = true) {
    if (!this.messages.has(message.message_id)) return;
    this.messages.set(message.message_id, message);
    this.refresh(message.message_id, flash);
  }

  // Draw one message again where it stands, keeping the focus on a button that is still there.
  refresh(id, flash = false) {
    const old = this.inner.querySelector(`[data-message="${id}"]`);
    if (!old) return;
    const all = this.sorted();
    const place = all.findIndex((message) => message.message_id === id);
    const focused = old.contains(document.activeElement) ? document.activeElement.dataset.data : undefined;
    const fresh = this.element(all[place], all[place - 1]);
    fresh.classList.add("no-motion");
    if (flash) fresh.querySelector(".bubble").classList.add("flash");
    old.replaceWith(fresh);
    if (focused !== undefined) fresh.querySelector(`[data-data="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
    if (this.stuck) this.scrollToEnd();
  }

  remove(id) {
    if (this.messages.delete(id)) this.rebuild();
    if (this.stuck) this.scrollToEnd();
  }

  react(id, reactions) {
    this.reactions.set(id, reactions);
    this.refresh(id);
  }

  setBusy(on) {
    this.busy?.remove();
    this.busy = on ? h("div", { class: "typing", "aria-label": "The bot is typing" }, h("i"), h("i"), h("i")) : null;
    if (this.busy) {
      this.inner.append(this.busy);
      if (this.stuck) this.scrollToEnd("smooth");
    }
  }

  jump(id) {
    const element = this.inner.querySelector(`[data-message="${id}"]`);
    element?.scrollIntoView({ block: "center", behavior: "smooth" });
    element?.querySelector(".bubble").classList.add("flash");
  }

  isMine(message) {
    return message.from?.id === this.chat.person.id;
  }

  element(message, before) {
    const mine = this.isMine(message);
    const together = before && this.isMine(before) === mine && message.date - before.date < TOGETHER_SECONDS
      && dayOf(before.date) === dayOf(message.date);
    const keys = inlineKeys(message, this.chat);
    const bubble = h("div", { class: this.bubbleClass(message) }, contentOf(message, this.chat), this.meta(message, mine));
    const reactions = this.reactions.get(message.message_id);
    if (reactions?.length) bubble.append(h("div", { class: "reactions" }, reactions.map((each) => h("span", {}, each.emoji ?? "★"))));
    if (mine && (message.text || message.caption) && !message.forward_origin) bubble.append(this.editButton(message, bubble));
    const classes = ["message", mine && "mine", together && "together", keys && "with-keys"].filter(Boolean).join(" ");
    return h("article", {
      class: classes,
      "data-message": message.message_id,
      "aria-label": `${mine ? "You" : message.from?.first_name ?? "Bot"}, ${timeOf(message.date)}`,
    }, bubble, keys);
  }

  bubbleClass(message) {
    if (message.sticker || message.dice) return "bubble bare";
    if (message.caption && message.show_caption_above_media) return "bubble picture-below";
    if (message.caption || message.text) return "bubble";
    if (message.photo) return "bubble picture-only";
    return message.location ? "bubble" : "bubble file-only";
  }

  meta(message, mine) {
    const edited = message.edit_date && (message.text || message.caption) && mine ? "edited " : "";
    return h("span", { class: "meta" }, `${edited}${timeOf(message.date)}`, mine ? icon("check") : null);
  }

  editButton(message, bubble) {
    bubble.addEventListener("click", () => bubble.classList.toggle("chosen"));
    return h("button", {
      class: "icon-button edit",
      type: "button",
      "aria-label": `Edit: ${summary(message)}`,
      onclick: (event) => {
        event.stopPropagation();
        this.chat.startEditing(message);
      },
    }, icon("pencil"));
  }

  empty() {
    const { bot, description } = this.chat;
    return h("div", { class: "empty" },
      h("span", { class: "avatar large", "aria-hidden": "true" }, bot.first_name[0]),
      h("h2", {}, bot.first_name),
      h("p", {}, description || "Nothing here yet. Press Start to begin."));
  }

  noteScroll() {
    const { scrollTop } = this.box;
    const nearEnd = this.box.scrollHeight - scrollTop - this.box.clientHeight < NEAR_END;
    if (nearEnd) this.stuck = true;
    else if (scrollTop < this.top) this.stuck = false; // only going up lets go: a smooth way down passes here too
    this.top = scrollTop;
    this.toEnd.hidden = this.stuck;
    if (this.stuck) this.miss(0);
  }

  miss(count = this.missed + 1) {
    this.missed = count;
    const badge = byId("to-end-count");
    badge.hidden = !count;
    badge.textContent = count;
  }

  scrollToEnd(behavior = "auto") {
    this.stuck = true;
    this.box.scrollTo({ top: this.box.scrollHeight, behavior });
    this.miss(0);
  }
}
