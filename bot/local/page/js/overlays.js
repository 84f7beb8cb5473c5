// What lies over the chat for a moment? Notices, alerts, sheets, the picture viewer.
import { byId, h } from "./dom.js";

const CITIES = {
  Berlin: [52.52, 13.405],
  London: [51.5074, -0.1278],
  "New York": [40.7128, -74.006],
  "São Paulo": [-23.5505, -46.6333],
  Mumbai: [19.076, 72.8777],
  Tokyo: [35.6762, 139.6503],
  Sydney: [-33.8688, 151.2093],
};

export function notice(text) {
  const toast = h("div", { class: "toast" }, text);
  byId("toasts").append(toast);
  setTimeout(() => toast.classList.add("going"), 2600 + 30 * text.length);
  setTimeout(() => toast.remove(), 2900 + 30 * text.length);
}

export function alertWith(text) {
  byId("alert-text").textContent = text;
  open(byId("alert"));
}

export function view(url, caption) {
  byId("viewer-picture").src = url;
  byId("viewer-picture").alt = caption ?? "Picture";
  open(byId("viewer"));
}

export function open(dialog) {
  if (!dialog.open) dialog.showModal();
}

// A press beside a dialog closes it.
export function closeByBackdrop() {
  for (const dialog of document.querySelectorAll("dialog")) {
    dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  }
}

export function attachSheet(chat) {
  const sheet = byId("attach-sheet");
  byId("attach").addEventListener("click", () => open(sheet));
  for (const tile of sheet.querySelectorAll("[data-attach]")) {
    tile.addEventListener("click", () => {
      sheet.close();
      chat.attach(tile.dataset.attach);
    });
  }
}

export function locationSheet(chat) {
  const sheet = byId("location-sheet");
  const latitude = byId("latitude");
  const longitude = byId("longitude");
  byId("cities").replaceChildren(...Object.entries(CITIES).map(([name, place]) =>
    h("button", {
      type: "button",
      onclick: () => {
        sheet.close();
        chat.sendLocation(...place);
      },
    }, name)));
  const number = (input) => Number(input.value.trim().replace(",", "."));
  byId("location-form").addEventListener("submit", () => chat.sendLocation(number(latitude), number(longitude)));
  for (const [input, most] of [[latitude, 90], [longitude, 180]]) {
    input.addEventListener("input", () => {
      const good = Math.abs(number(input)) <= most;
      input.setCustomValidity(good ? "" : `A number from -${most} to ${most}`);
    });
  }
}

export function showAbout(chat) {
  const { bot, description, commands, token } = chat;
  byId("about-avatar").textContent = bot.first_name[0];
  byId("about-name").textContent = bot.first_name;
  byId("about-words").textContent = description;
  const facts = { Username: `@${bot.username}`, Commands: commands.length, "API address": location.origin, Token: token };
  byId("about-facts").replaceChildren(...Object.entries(facts).flatMap(([name, fact]) => [h("dt", {}, name), h("dd", {}, String(fact))]));
  byId("block").textContent = chat.blocked ? "Unblock the bot" : "Block the bot";
  open(byId("about-sheet"));
}
