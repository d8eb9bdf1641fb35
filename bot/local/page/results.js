// What the bot offers while "@its_name some words" is being typed, as it would in any chat.

import { byId, el } from "./elements.js";
import { say } from "./words.js";

// Telegram waits about as long after a letter before it asks.
const PAUSE_MS = 300;

export class ResultList {
  /**
   * @param {import("./store.js").ChatStore} store
   * @param {import("./session.js").Session} session
   * @param {HTMLTextAreaElement} field the composer, which keeps the focus
   * @param {{onChoose: (sending: Promise<object>) => void, onPrivate: () => void}} does
   */
  constructor(store, session, field, does) {
    this.store = store;
    this.session = session;
    this.field = field;
    this.does = does;
    this.box = byId("results");
    this.at = 0;
    this.asked = null;
    this.timer = 0;
  }

  /** Follow what is being typed: ask on "@name ...", close on anything else. */
  follow() {
    const query = this.#query();
    if (query === this.asked) return;
    this.asked = query;
    clearTimeout(this.timer);
    if (query === null) this.close();
    else this.timer = setTimeout(() => this.#ask(query), PAUSE_MS);
  }

  /** Hide the list. */
  close() {
    this.box.hidden = true;
    this.box.replaceChildren();
    this.field.removeAttribute("aria-activedescendant");
  }

  /**
   * Give a key of the composer to the list first.
   * @param {KeyboardEvent} event
   * @returns {boolean} whether the list used it
   */
  takesKey(event) {
    if (this.box.hidden || event.shiftKey) return false;
    if (event.key === "ArrowDown") this.#mark(this.at + 1);
    else if (event.key === "ArrowUp") this.#mark(this.at - 1);
    else if (event.key === "Escape") this.close();
    else if (event.key === "Enter") this.box.children[this.at]?.click();
    else return false;
    event.preventDefault();
    return true;
  }

  #query() {
    const start = `@${this.store.bot.username} `;
    const typed = this.field.value;
    return typed.toLowerCase().startsWith(start.toLowerCase()) ? typed.slice(start.length) : null;
  }

  async #ask(query) {
    const offer = await this.session.search(query).catch(() => null);
    // Whoever typed on has asked anew.
    if (offer?.results && query === this.asked) this.#show(offer);
  }

  #show(offer) {
    const lines = offer.results.map((result) => this.#line(result.title, result.description, () => this.#choose(offer, result)));
    if (offer.button) lines.unshift(this.#line(offer.button.text, "", () => { this.#leave(); this.does.onPrivate(); }));
    if (!lines.length) lines.push(el("div", { class: "command command-none", role: "option", "aria-disabled": "true" }, say("noResults")));
    lines.forEach((line, index) => { line.id = `result-${index}`; });
    this.box.replaceChildren(...lines);
    this.box.hidden = false;
    this.#mark(0);
  }

  #line(title, about, choose) {
    // Keeping the composer's focus keeps a phone's keyboard from jumping.
    return el("div", {
      class: "command", role: "option", "aria-selected": "false", "data-testid": "result",
      pointerdown: (event) => event.preventDefault(), click: choose,
    }, el("strong", {}, title), el("span", {}, about));
  }

  #mark(index) {
    const lines = [...this.box.children];
    this.at = (index + lines.length) % lines.length;
    lines.forEach((line, at) => line.setAttribute("aria-selected", String(at === this.at)));
    lines[this.at].scrollIntoView({ block: "nearest" });
    this.field.setAttribute("aria-activedescendant", lines[this.at].id);
  }

  #choose(offer, result) {
    this.#leave();
    this.does.onChoose(this.session.choose(offer.query_id, result.id));
  }

  #leave() {
    this.close();
    this.field.value = "";
    this.asked = null;
  }
}
