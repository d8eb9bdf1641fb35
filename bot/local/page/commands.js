// The list of the bot's commands: all of them by the menu button, fewer while typing "/...".

import { byId, el } from "./elements.js";
import { say } from "./words.js";

export class CommandList {
  /**
   * @param {import("./store.js").ChatStore} store
   * @param {HTMLTextAreaElement} field the composer, which keeps the focus
   * @param {(command: string) => void} onChoose called with "/start" and the like
   */
  constructor(store, field, onChoose) {
    this.store = store;
    this.field = field;
    this.onChoose = onChoose;
    this.box = byId("commands");
    this.button = byId("menu-button");
    this.at = -1;
    this.button.addEventListener("click", () => this.#toggle());
    store.addEventListener("commands", () => { if (!this.box.hidden) this.#show(this.#wanted()); });
    document.addEventListener("pointerdown", (event) => {
      if (!event.target.closest("#commands, #menu-button, #composer-text")) this.close();
    });
  }

  /** Follow what is being typed: open on "/...", close on anything else. */
  follow() {
    if (/^\/\w*$/.test(this.field.value)) this.#show(this.#wanted());
    else this.close();
  }

  /** Hide the list. @returns {boolean} whether it was open */
  close() {
    const was = !this.box.hidden;
    this.box.hidden = true;
    this.at = -1;
    this.button.setAttribute("aria-expanded", "false");
    this.field.removeAttribute("aria-activedescendant");
    return was;
  }

  /**
   * Give a key of the composer to the list first.
   * @param {KeyboardEvent} event
   * @returns {boolean} whether the list used it
   */
  takesKey(event) {
    if (this.box.hidden) return false;
    const chosen = this.box.children[this.at];
    if (event.key === "ArrowDown") this.#mark(this.at + 1);
    else if (event.key === "ArrowUp") this.#mark(this.at - 1);
    else if (event.key === "Escape") this.close();
    else if (event.key === "Tab" && chosen && !event.shiftKey) this.#complete(chosen.dataset.command);
    else if (event.key === "Enter" && !event.shiftKey && chosen?.dataset.command) this.#choose(chosen.dataset.command);
    else return false;
    event.preventDefault();
    return true;
  }

  #toggle() {
    if (this.close()) return;
    this.#show(this.store.commands);
    this.field.focus();
    this.#mark(0);
  }

  #wanted() {
    const typed = this.field.value.slice(1).toLowerCase();
    return this.store.commands.filter(({ command }) => command.startsWith(typed));
  }

  #show(commands) {
    if (!commands.length && this.field.value.length > 1) return void this.close();
    const lines = commands.map((line, index) => this.#line(line, index));
    if (!lines.length) lines.push(el("div", { class: "command command-none", role: "option", "aria-disabled": "true" }, say("noCommands")));
    this.box.replaceChildren(...lines);
    this.box.hidden = false;
    this.button.setAttribute("aria-expanded", "true");
    this.#mark(this.field.value.length > 1 ? 0 : -1);
  }

  #line({ command, description }, index) {
    // Keeping the composer's focus keeps a phone's keyboard from jumping.
    return el("div", {
      class: "command", role: "option", id: `command-${index}`, "aria-selected": "false", "data-command": `/${command}`,
      "data-testid": "command", pointerdown: (event) => event.preventDefault(), click: () => this.#choose(`/${command}`),
    }, el("strong", {}, `/${command}`), el("span", {}, description));
  }

  #mark(index) {
    const lines = [...this.box.children];
    if (!lines.length) return;
    this.at = index < 0 ? (index === -1 && this.at <= 0 ? -1 : lines.length - 1) : index % lines.length;
    lines.forEach((line, at) => line.setAttribute("aria-selected", String(at === this.at)));
    lines[this.at]?.scrollIntoView({ block: "nearest" });
    if (this.at >= 0 && lines[this.at].id) this.field.setAttribute("aria-activedescendant", lines[this.at].id);
    else this.field.removeAttribute("aria-activedescendant");
  }

  #choose(command) {
    this.close();
    this.field.value = "";
    this.field.focus();
    this.onChoose(command);
  }

  #complete(command) {
    this.close();
    this.field.value = `${command} `;
  }
}
