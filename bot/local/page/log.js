// The log of messages: bubbles in order and a line for each new day.
// Bubbles are keyed by message_id; an unchanged message keeps its very element.

import { bubbleOf } from "./bubble.js";
import { byId, el } from "./elements.js";
import { Place } from "./place.js";
import { spoken } from "./words.js";
import { dayOf } from "./zones.js";

export class Log {
  /**
   * @param {import("./store.js").ChatStore} store
   * @param {{zone: () => string, presses: object, onCommand: Function, onReply: Function, onEdit: Function}} hooks
   */
  constructor(store, hooks) {
    this.store = store;
    this.hooks = hooks;
    this.box = byId("log");
    this.shown = new Map();
    this.place = new Place(this.box);
    this.dots = el("div", { class: "row row-bot typing", "aria-hidden": "true", "data-testid": "typing" }, el("div", { class: "bubble" }, el("i"), el("i"), el("i")));
    store.addEventListener("loaded", () => this.redraw());
    store.addEventListener("put", (event) => this.#arrived(event.detail));
    store.addEventListener("acted", () => this.place.await(store.newestId()));
    store.addEventListener("removed", () => this.place.keep(() => this.#settle()));
    store.addEventListener("typing", () => this.place.keep(() => this.#placeDots()));
  }

  /** Draw what a whole new state, zone or language changed; another seat starts at its end. */
  redraw() {
    const seat = `${this.store.me?.id}/${this.store.chat}`;
    const moved = seat !== this.seat;
    this.seat = seat;
    // A screen reader is not read a whole old chat.
    this.box.setAttribute("aria-busy", String(moved));
    // A server that was started anew counts its messages from 1 again.
    if (moved || this.store.newestId() < this.place.readId) this.place.start(this.store.newestId());
    this.place.keep(() => this.#settle());
    this.box.setAttribute("aria-busy", "false");
  }

  #arrived(message) {
    const isNew = !this.shown.has(message.message_id);
    if (isNew) this.place.arrives();
    this.place.keep(() => this.#settle());
    if (isNew) this.shown.get(message.message_id).node.classList.add("fresh");
  }

  /** Make the elements equal the store's messages, touching only what differs. */
  #settle() {
    const messages = this.store.inOrder();
    const editableId = this.store.myLastText()?.message_id;
    const wanted = [];
    let day = "";
    for (const message of messages) {
      const today = dayOf(new Date(message.date * 1000), this.hooks.zone());
      if (today !== day) wanted.push(this.#dayLine(today, message.message_id));
      day = today;
      wanted.push(this.#nodeFor(message, message.message_id === editableId));
    }
    for (const [id, { node }] of this.shown) if (!this.store.messages.has(id)) { node.remove(); this.shown.delete(id); }
    this.#order(wanted);
    this.#placeDots();
  }

  #dayLine(words, beforeId) {
    const old = this.box.querySelector(`.day[data-before="${beforeId}"]`);
    if (old?.textContent === words) return old;
    return el("div", { class: "day", role: "separator", "data-before": beforeId, "data-testid": "day" }, el("span", {}, words));
  }

  #nodeFor(message, editable) {
    const known = this.shown.get(message.message_id);
    const looks = {
      zone: this.hooks.zone(), side: this.store.sideOf(message), editable,
      inGroup: Boolean(this.store.chat), botName: this.store.bot.name,
    };
    const print = JSON.stringify([message, looks, spoken()]);
    if (known?.print === print) return known.node;
    const node = bubbleOf(message, { ...this.hooks, ...looks });
    if (known) keepFocus(known.node, node);
    this.shown.set(message.message_id, { node, print });
    return node;
  }

  #order(wanted) {
    const keep = new Set(wanted);
    for (const node of [...this.box.querySelectorAll(":scope > .day")]) if (!keep.has(node)) node.remove();
    let before = byId("welcome");
    for (const node of wanted) {
      if (before.nextElementSibling !== node) before.after(node);
      before = node;
    }
  }

  #placeDots() {
    if (!this.store.typing) this.dots.remove();
    else if (this.box.lastElementChild !== this.dots) this.box.append(this.dots);
  }
}

/** Put a redrawn bubble in its old one's place; a focus inside it moves to the same button. */
function keepFocus(old, node) {
  const buttons = [...old.querySelectorAll(".inline-button")];
  const at = buttons.indexOf(document.activeElement);
  const inside = old.contains(document.activeElement);
  old.replaceWith(node);
  if (inside) (node.querySelectorAll(".inline-button")[at] ?? node).focus({ preventScroll: true });
}
