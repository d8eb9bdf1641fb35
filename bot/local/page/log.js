// The log of messages: bubbles in order, a line for each new day, and the scroll position.
// Bubbles are keyed by message_id; an unchanged message keeps its very element.

import { bubbleOf } from "./bubble.js";
import { byId, el, icon } from "./elements.js";
import { say, spoken } from "./words.js";
import { dayOf } from "./zones.js";

const NEAR_END_PX = 120;

export class Log {
  /**
   * @param {import("./store.js").ChatStore} store
   * @param {{zone: () => string, presses: object, onCommand: Function, onReply: Function, onEdit: Function}} hooks
   */
  constructor(store, hooks) {
    this.store = store;
    this.hooks = hooks;
    this.box = byId("log");
    this.jump = byId("jump");
    this.shown = new Map();
    this.unseen = 0;
    this.dots = el("div", { class: "row row-bot typing", "aria-hidden": "true", "data-testid": "typing" }, el("div", { class: "bubble" }, el("i"), el("i"), el("i")));
    store.addEventListener("loaded", () => this.redraw());
    store.addEventListener("put", (event) => this.#arrived(event.detail));
    store.addEventListener("removed", () => this.#keepingPlace(() => this.#settle()));
    store.addEventListener("typing", () => this.#keepingPlace(() => this.#placeDots()));
    this.jump.addEventListener("click", () => this.toEnd());
    this.box.addEventListener("scroll", () => { if (this.#nearEnd()) this.#seen(); }, { passive: true });
    // The keyboard of a phone, or a growing composer, makes the log shorter: stay at the end.
    let wasNearEnd = true;
    this.box.addEventListener("scroll", () => { wasNearEnd = this.#nearEnd(); }, { passive: true });
    new ResizeObserver(() => { if (wasNearEnd) this.toEnd(); }).observe(this.box);
    // So does a picture that arrives after its bubble; "load" does not bubble, but is captured.
    this.box.addEventListener("load", () => { if (wasNearEnd) this.toEnd(); }, true);
  }

  /** Draw what a whole new state, zone or language changed; another seat starts at its end. */
  redraw() {
    const seat = `${this.store.me?.id}/${this.store.chat}`;
    const moved = seat !== this.seat;
    this.seat = seat;
    // A screen reader is not read a whole old chat.
    this.box.setAttribute("aria-busy", String(moved));
    this.#keepingPlace(() => this.#settle());
    if (moved) this.toEnd();
    this.box.setAttribute("aria-busy", "false");
  }

  /** Scroll to the newest message. */
  toEnd() {
    this.box.scrollTop = this.box.scrollHeight;
    this.#seen();
  }

  #arrived(message) {
    const isNew = !this.shown.has(message.message_id);
    const mine = this.store.sideOf(message) === "me";
    this.#keepingPlace(() => this.#settle());
    if (isNew) this.shown.get(message.message_id).node.classList.add("fresh");
    if (isNew && mine) this.toEnd();
    else if (isNew && !this.#nearEnd()) this.#showUnseen(this.unseen + 1);
  }

  /** Run a change; if the end was in sight, keep it in sight. */
  #keepingPlace(change) {
    const follow = this.#nearEnd();
    change();
    if (follow) this.toEnd();
  }

  #nearEnd() {
    return this.box.scrollHeight - this.box.scrollTop - this.box.clientHeight < NEAR_END_PX;
  }

  #seen() {
    this.#showUnseen(0);
  }

  #showUnseen(count) {
    this.unseen = count;
    this.jump.hidden = count === 0;
    if (count) this.jump.replaceChildren(icon("down"), say("newMessages", { count }));
    this.jump.setAttribute("aria-label", `${say("toEnd")}, ${say("newMessages", { count })}`);
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
