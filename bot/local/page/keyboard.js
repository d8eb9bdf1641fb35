// Inline buttons under a message: callbacks wait for the bot's answer, links open, texts copy,
// and what shares an answer asks the bot for it in this chat.

import { el, icon } from "./elements.js";
import { openableLink, outsideLink } from "./html.js";
import { say } from "./words.js";
import { alertBox, tellFailure, toast } from "./toast.js";

const PATIENCE_MS = 15_000;

/** Presses that the bot has not answered, and answers that came before their press returned. */
export class Presses {
  /**
   * @param {(messageId: number, data: string) => Promise<{query_id: string}>} send
   * @param {(query: string) => void} search called where a button searches instead
   */
  constructor(send, search) {
    this.send = send;
    this.search = search;
    this.pending = new Map();
    this.early = new Set();
  }

  /** Whether this very button waits for the bot. */
  waits(messageId, data) {
    return this.pending.has(keyOf(messageId, data));
  }

  /** Press a button once; a second press while the bot thinks does nothing. */
  async press(messageId, data) {
    const key = keyOf(messageId, data);
    if (this.pending.has(key)) return;
    const press = { messageId, queryId: null, timer: setTimeout(() => this.#giveUp(key), PATIENCE_MS) };
    this.pending.set(key, press);
    this.#show(key, true);
    try {
      press.queryId = String((await this.send(messageId, data)).query_id);
      if (this.early.delete(press.queryId)) this.#settle(key);
    } catch (error) {
      this.#settle(key);
      tellFailure(error);
    }
  }

  /** Take the bot's answer: stop the spinner, show its words. */
  answered({ query_id: queryId, text, show_alert: showAlert }) {
    const found = [...this.pending].find(([, press]) => press.queryId === String(queryId));
    if (found) this.#settle(found[0]);
    else this.early.add(String(queryId));
    if (text) (showAlert ? alertBox : toast)(text);
  }

  #giveUp(key) {
    this.#settle(key);
    toast(say("noAnswer"));
  }

  #settle(key) {
    clearTimeout(this.pending.get(key)?.timer);
    this.pending.delete(key);
    this.#show(key, false);
  }

  #show(key, busy) {
    for (const button of document.querySelectorAll("[data-press]")) if (button.dataset.press === key) showBusy(button, busy);
  }
}

/**
 * The rows of buttons of a message, or null when it has none.
 * @param {object} message
 * @param {Presses} presses
 * @returns {HTMLElement|null}
 */
export function keyboardOf(message, presses) {
  if (!message.keyboard?.length) return null;
  const rows = message.keyboard.map((row) => el("div", { class: "keyboard-row" }, ...row.map((button) => buttonOf(button, message, presses))));
  return el("div", { class: "keyboard", role: "group", "aria-label": say("buttons") }, ...rows);
}

function buttonOf(button, message, presses) {
  const shared = { class: "inline-button", "data-testid": "button" };
  const words = el("span", { class: "inline-words" }, button.text);
  if (button.url) {
    const href = openableLink(button.url);
    return href ? outsideLink(href, shared, words, icon("open")) : el("button", { ...shared, type: "button", disabled: true }, words);
  }
  if (button.copy) return el("button", { ...shared, type: "button", click: () => copy(button.copy) }, words, icon("copy"));
  if (button.inline !== undefined) return el("button", { ...shared, type: "button", click: () => presses.search(button.inline) }, words, icon("forward"));
  const key = keyOf(message.message_id, button.data);
  const made = el("button", { ...shared, type: "button", "data-press": key, click: () => presses.press(message.message_id, button.data) }, words, el("span", { class: "spinner", "aria-hidden": "true" }));
  showBusy(made, presses.waits(message.message_id, button.data));
  return made;
}

function showBusy(button, busy) {
  button.classList.toggle("busy", busy);
  if (busy) button.setAttribute("aria-busy", "true");
  else button.removeAttribute("aria-busy");
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    toast(say("copied"));
  } catch {
    toast(say("notCopied", { text }));
  }
}

function keyOf(messageId, data) {
  return `${messageId}:${data}`;
}
