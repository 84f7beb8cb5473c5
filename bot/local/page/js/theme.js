// Day or night? The person's choice is remembered; until they choose, the system's counts.
import { byId, memory } from "./dom.js";

const system = matchMedia("(prefers-color-scheme: dark)");

export function startTheme() {
  const button = byId("theme");
  const apply = (theme) => {
    document.documentElement.dataset.theme = theme;
    button.setAttribute("aria-pressed", String(theme === "night"));
    button.querySelector("use").setAttribute("href", `icons.svg#${theme === "night" ? "sun" : "moon"}`);
  };
  const fromSystem = () => (system.matches ? "night" : "day");
  apply(memory.get("local-chat-theme", fromSystem()));
  system.addEventListener("change", () => apply(memory.get("local-chat-theme", fromSystem())));
  button.addEventListener("click", () => {
    const theme = document.documentElement.dataset.theme === "night" ? "day" : "night";
    memory.set("local-chat-theme", theme);
    apply(theme);
  });
}
