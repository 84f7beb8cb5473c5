// What happens in the chat? Everything a person does, and everything that comes back.
import { byId, memory } from "./dom.js";
import { replyKeys } from "./keyboards.js";
import { Log } from "./log.js";
import { alertWith, locationSheet, notice, open, view } from "./overlays.js";
import { act, look, Refused } from "./telegram.js";

const SPINNER_MS = 15_000; // Telegram's apps stop waiting for an answer too
const STICKERS = ["💪", "🔥", "👍", "🎉", "😅"];

export class Chat {
  constructor() {
    this.waitingNews = []; // until the first transcript is shown
    this.taps = new Map(); // query id -> [message id, data]
    this.answered = new Set(); // answers that overtook the reply to their tap
    this.commands = [];
    this.unread = 0;
    this.notice = notice;
    this.view = view;
    locationSheet(this);
  }

  async whoIsThere() {
    const { people } = await look("state");
    return people.slice(0, 2).map(({ id }) => id);
  }

  async load() {
    const state = await look("state");
    this.bot = state.bot;
    this.token = state.token;
    this.description = state.description;
    this.people = state.people.slice(0, 2);
    const wanted = Number(memory.get("local-chat-person", ""));
    this.person = this.people.find(({ id }) => id === wanted) ?? this.people[0];
    this.log ??= new Log(this);
    this.listening = state.listening;
    await this.show();
  }

  // While a transcript is on its way, news waits: the transcript must not wipe out what came after it.
  async show() {
    const { id } = this.person;
    this.waitingNews ??= [];
    const found = await look("transcript", { chat: id });
    if (id !== this.person.id) return; // switched meanwhile
    this.blocked = found.blocked;
    this.commands = found.commands;
    this.composer.commands.all = found.commands;
    this.log.setBusy(false);
    this.log.show(found.messages);
    this.showKeyboard(found.keyboard);
    this.showDock();
    const news = this.waitingNews;
    this.waitingNews = null;
    for (const event of news) this.hear(event);
  }

  async become(person) {
    if (person.id === this.person.id) return;
    this.composer.handOver(this.person.id, person.id);
    this.person = person;
    memory.set("local-chat-person", person.id);
    await this.show();
  }

  // What a person does. Each answers whether it went well; what did not is said.

  async attempt(name, body) {
    try {
      return await act(name, body);
    } catch (error) {
      notice(error instanceof Refused ? sentence(error.message) : "Local Telegram does not answer. Nothing was sent.");
      return null;
    }
  }

  say = (text) => this.attempt("say", { person: this.person.id, text });
  command = (text) => this.say(text);
  change = (id, text) => this.attempt("edit", { person: this.person.id, message_id: id, text });
  sendLocation = (latitude, longitude) => this.attempt("location", { person: this.person.id, latitude, longitude });
  shareLocation = () => open(byId("location-sheet"));
  startEditing = (message) => this.composer.edit(message);
  jump = (id) => this.log.jump(id);

  shareContact() {
    const { id, first_name } = this.person;
    return this.attempt("content", { person: id, content: { contact: { phone_number: "+10000000000", first_name, user_id: id } } });
  }

  attach(kind) {
    if (kind === "location") this.shareLocation();
    else if (kind === "sticker") this.sendSticker();
    else this.composer.pickFile(kind);
  }

  sendSticker() {
    const emoji = STICKERS[Math.floor(Math.random() * STICKERS.length)];
    const file = new File([emoji], "sticker.webp", { type: "image/webp" });
    return this.sendFile(file, "sticker");
  }

  sendFile(file, kind) {
    const form = new FormData();
    form.append("person", this.person.id);
    form.append("kind", kind);
    form.append("file", file);
    return this.attempt("file", form);
  }

  async setBlocked(blocked) {
    await this.attempt("block", { person: this.person.id, blocked });
  }

  async tap(id, data) {
    if (this.isWaiting(id, data)) return;
    const pending = `pending ${id} ${data}`;
    this.wait(pending, id, data);
    const answer = await this.attempt("tap", { person: this.person.id, message_id: id, button: data });
    this.taps.delete(pending);
    if (answer && !this.answered.delete(answer.query)) this.wait(answer.query, id, data);
    else this.log.refresh(id);
  }

  wait(query, id, data) {
    this.taps.set(query, [id, data]);
    this.log.refresh(id);
    setTimeout(() => this.taps.delete(query) && this.log.refresh(id), SPINNER_MS);
  }

  isWaiting(id, data) {
    return [...this.taps.values()].some(([message, pressed]) => message === id && pressed === data);
  }

  lastOwn() {
    return this.log.sorted().findLast((message) => this.log.isMine(message) && (message.text || message.caption));
  }

  // What comes back.

  hear(event) {
    if (this.waitingNews) return this.waitingNews.push(event);
    if (event.type === "commands" || event.type === "profile") return this.load();
    if (event.chat !== this.person.id) return this.hearElsewhere(event);
    return this.on[event.type]?.(event);
  }

  on = {
    message: ({ message }) => {
      if (!this.log.isMine(message)) this.quiet();
      this.log.add(message);
      this.showDock();
      if (document.hidden && !this.log.isMine(message)) this.count(this.unread + 1);
    },
    edited: ({ message }) => this.log.replace(message),
    deleted: ({ message_id: id }) => {
      this.log.remove(id);
      this.showDock();
    },
    answer: (event) => this.answer(event),
    action: ({ action, seconds }) => this.busy(action, seconds),
    keyboard: ({ keyboard }) => this.showKeyboard(keyboard),
    reaction: ({ message_id: id, reaction }) => this.log.react(id, reaction),
    blocked: ({ blocked }) => {
      this.blocked = blocked;
      this.showDock();
    },
  };

  hearElsewhere(event) {
    const fromBot = event.type === "message" && event.message.from?.is_bot;
    if (fromBot) this.onUnread?.(event.chat);
  }

  answer({ query, text, show_alert: important }) {
    const tapped = this.taps.get(query);
    if (tapped) {
      this.taps.delete(query);
      this.log.refresh(tapped[0]);
    } else {
      this.answered.add(query);
    }
    if (text) (important ? alertWith : notice)(text);
  }

  busy(action, seconds) {
    this.log.setBusy(action === "typing");
    this.onBusy?.(action.replace("_", " "));
    clearTimeout(this.busyEnd);
    this.busyEnd = setTimeout(() => this.quiet(), seconds * 1000);
  }

  quiet() {
    clearTimeout(this.busyEnd);
    this.log.setBusy(false);
    this.onBusy?.("");
  }

  count(unread) {
    this.unread = unread;
    document.title = unread ? `(${unread}) ${this.bot.first_name}` : `${this.bot.first_name} · local chat`;
  }

  // The lower edge: a Start button in an empty chat, a way back when blocked, else the text field.

  showDock() {
    const empty = this.log.messages.size === 0;
    byId("unblock").hidden = !this.blocked;
    byId("start").hidden = this.blocked || !empty;
    byId("composer").hidden = this.blocked || empty;
    byId("reply-keyboard").classList.toggle("away", this.blocked || empty);
  }

  showKeyboard(keyboard) {
    const keys = replyKeys(keyboard, this);
    byId("reply-keyboard").replaceChildren(...keys);
    byId("reply-keyboard").hidden = !keys.length;
    byId("keyboard-toggle").hidden = !keys.length;
    byId("keyboard-toggle").setAttribute("aria-expanded", String(keys.length > 0));
    byId("text").placeholder = keyboard?.input_field_placeholder || "Message";
  }
}

const sentence = (words) => `${words[0].toUpperCase()}${words.slice(1)}.`.replace("..", ".");
