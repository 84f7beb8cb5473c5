// Which commands can be picked? The bot's menu, opened by its button or by typing a slash.
import { byId, h } from "./dom.js";

export class Commands {
  constructor(chat) {
    this.chat = chat;
    this.list = byId("commands");
    this.button = byId("menu");
    this.text = byId("text");
    this.all = [];
    this.button.addEventListener("click", () => {
      if (this.list.hidden) this.open("");
      else this.close();
      this.text.focus();
    });
    document.addEventListener("pointerdown", (event) => {
      if (!this.list.hidden && !byId("composer").contains(event.target)) this.close();
    });
  }

  // Follow what is being typed: "/w" shows the commands that begin so.
  follow(text) {
    if (/^\/\w*$/.test(text)) this.open(text.slice(1));
    else this.close();
  }

  open(beginning) {
    this.shown = this.all.filter(({ command }) => command.startsWith(beginning.toLowerCase()));
    if (!this.shown.length && beginning) return this.close();
    this.chosen = beginning ? 0 : -1;
    this.list.hidden = false;
    this.button.setAttribute("aria-expanded", "true");
    this.draw();
  }

  close() {
    this.list.hidden = true;
    this.button.setAttribute("aria-expanded", "false");
    this.text.removeAttribute("aria-activedescendant");
  }

  draw() {
    const items = this.shown.map(({ command, description }, place) =>
      h("li", {
        role: "option",
        id: `command-${command}`,
        "aria-selected": String(place === this.chosen),
        onclick: () => this.pick(command),
      }, h("b", {}, `/${command}`), h("span", {}, description)));
    this.list.replaceChildren(...(items.length ? items : [h("li", { class: "none" }, "The bot has not set a menu yet")]));
    if (this.chosen >= 0) {
      this.text.setAttribute("aria-activedescendant", items[this.chosen].id);
      items[this.chosen].scrollIntoView({ block: "nearest" });
    }
  }

  pick(command) {
    this.close();
    this.text.value = "";
    this.text.dispatchEvent(new Event("input"));
    this.chat.say(`/${command}`);
  }

  // True when the key was for the menu.
  key(event) {
    if (this.list.hidden || !this.shown.length) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      this.chosen = (this.chosen + step + this.shown.length) % this.shown.length;
      this.draw();
      return true;
    }
    if (event.key === "Escape") {
      this.close();
      return true;
    }
    if ((event.key === "Enter" || event.key === "Tab") && this.chosen >= 0) {
      this.pick(this.shown[this.chosen].command);
      return true;
    }
    return false;
  }
}
