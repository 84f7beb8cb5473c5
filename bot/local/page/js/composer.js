// How does a person write? The text field: sending, editing an own message, drafts, files.
import { Commands } from "./commands.js";
import { summary } from "./content.js";
import { byId } from "./dom.js";

const PICTURE_BYTES = 10 * 1024 * 1024;

export class Composer {
  constructor(chat) {
    this.chat = chat;
    this.text = byId("text");
    this.drafts = new Map();
    this.commands = new Commands(chat);
    this.text.addEventListener("input", () => this.changed());
    this.text.addEventListener("keydown", (event) => this.key(event));
    this.text.addEventListener("paste", (event) => this.pasted(event));
    byId("composer").addEventListener("submit", (event) => {
      event.preventDefault();
      this.send();
    });
    byId("editing-cancel").addEventListener("click", () => this.stopEditing());
    byId("file").addEventListener("change", (event) => this.picked(event.target));
    this.changed();
  }

  changed() {
    this.text.style.height = "auto";
    this.text.style.height = `${this.text.scrollHeight + 2}px`;
    byId("send").disabled = !this.text.value.trim();
    if (!this.editing) this.commands.follow(this.text.value);
  }

  key(event) {
    if (event.isComposing) return;
    if (this.commands.key(event)) return event.preventDefault();
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.send();
    } else if (event.key === "Escape" && this.editing) {
      this.stopEditing();
    } else if (event.key === "ArrowUp" && !this.text.value && !this.editing) {
      const last = this.chat.lastOwn();
      if (last) {
        event.preventDefault();
        this.edit(last);
      }
    }
  }

  async send() {
    const text = this.text.value.trim();
    if (!text) return;
    const { editing } = this;
    if (editing) {
      if ((await this.chat.change(editing.message_id, text)) && this.editing === editing) this.stopEditing();
      return;
    }
    this.put(""); // at once, so that what is typed while this is on its way is neither wiped nor sent twice
    if (!(await this.chat.say(text))) this.put([text, this.text.value].filter(Boolean).join("\n")); // nothing is lost
  }

  put(text) {
    this.text.value = text;
    this.changed();
  }

  edit(message) {
    this.editing = message;
    byId("editing").hidden = false;
    byId("editing-text").textContent = summary(message);
    this.put(message.text ?? message.caption);
    this.text.focus();
  }

  stopEditing() {
    this.editing = null;
    byId("editing").hidden = true;
    this.put("");
  }

  // Another person takes over: each keeps what they were writing.
  handOver(from, to) {
    if (this.editing) this.stopEditing();
    this.drafts.set(from, this.text.value);
    this.put(this.drafts.get(to) ?? "");
    this.commands.close();
  }

  pickFile(kind) {
    const input = byId("file");
    input.dataset.kind = kind;
    input.accept = kind === "photo" ? "image/png,image/jpeg,image/gif,image/webp" : "";
    input.click();
  }

  picked(input) {
    const [file] = input.files;
    input.value = "";
    if (file) this.chat.sendFile(file, input.dataset.kind);
  }

  pasted(event) {
    const [file] = event.clipboardData?.files ?? [];
    if (!file) return;
    event.preventDefault();
    this.chat.sendFile(file, file.type.startsWith("image/") && file.size < PICTURE_BYTES ? "photo" : "document");
  }
}
