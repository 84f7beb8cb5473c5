// Where does it begin? Puts the parts of the page together and keeps the header true.
import { Chat } from "./chat.js";
import { Composer } from "./composer.js";
import { byId, h } from "./dom.js";
import { attachSheet, closeByBackdrop, showAbout } from "./overlays.js";
import { listen } from "./telegram.js";
import { startTheme } from "./theme.js";

startTheme();
const chat = new Chat();
chat.composer = new Composer(chat);
attachSheet(chat);
closeByBackdrop();

const status = byId("peer-status");
const line = { up: false, busy: "" };

function showStatus() {
  status.className = line.up ? (line.busy ? "busy" : "") : "lost";
  if (!line.up) status.textContent = "reconnecting…";
  else if (line.busy) status.textContent = `${line.busy}…`;
  else status.textContent = chat.listening ? "bot" : "bot, not running";
}

function showPeople() {
  byId("people").replaceChildren(...chat.people.map((person) => {
    const here = person.id === chat.person.id;
    return h("button", {
      type: "button",
      role: "radio",
      "aria-checked": String(here),
      tabindex: here ? "0" : "-1",
      "data-person": person.id,
      onclick: () => become(person),
    }, person.first_name);
  }));
}

async function become(person) {
  await chat.become(person);
  showPeople();
  byId("people").querySelector('[aria-checked="true"]').focus({ preventScroll: true });
}

byId("people").addEventListener("keydown", (event) => {
  if (!["ArrowLeft", "ArrowRight"].includes(event.key)) return;
  const other = chat.people.find(({ id }) => id !== chat.person.id);
  if (other) become(other);
});

chat.onUnread = (person) => byId("people").querySelector(`[data-person="${person}"]`)?.classList.add("unread");
chat.onBusy = (what) => {
  line.busy = what;
  showStatus();
};

async function begin() {
  await chat.load();
  line.up = true;
  byId("peer-name").textContent = chat.bot.first_name;
  byId("peer-avatar").textContent = chat.bot.first_name[0];
  chat.count(0);
  showPeople();
  showStatus();
  document.documentElement.dataset.ready = "";
}

async function start() {
  const people = await chat.whoIsThere().catch(() => null);
  if (!people) {
    showStatus();
    setTimeout(start, 700);
    return;
  }
  listen(people, {
    onEvent: (event) => {
      if (event.type === "listening") {
        chat.listening = event.on;
        showStatus();
      } else chat.hear(event);
    },
    onUp: () => begin().catch(() => showStatus()), // also after a gap: what was missed meanwhile is fetched
    onDown: () => {
      line.up = false;
      line.busy = "";
      delete document.documentElement.dataset.ready;
      showStatus();
    },
  });
}

byId("start").addEventListener("click", () => chat.say("/start"));
byId("unblock").addEventListener("click", () => chat.setBlocked(false));
byId("peer").addEventListener("click", () => showAbout(chat));
byId("block").addEventListener("click", () => {
  byId("about-sheet").close();
  chat.setBlocked(!chat.blocked);
});
byId("keyboard-toggle").addEventListener("click", () => {
  const keys = byId("reply-keyboard");
  keys.hidden = !keys.hidden;
  byId("keyboard-toggle").setAttribute("aria-expanded", String(!keys.hidden));
});
document.addEventListener("visibilitychange", () => !document.hidden && chat.bot && chat.count(0));

start();
