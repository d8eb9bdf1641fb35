// Writing: the growing field, its limit, editing one's last message, and replying to one.

import { CommandList } from "./commands.js";
import { byId, icon } from "./elements.js";
import { excerptOf, senderOf } from "./bubble.js";
import { ResultList } from "./results.js";
import { say } from "./words.js";
import { tellFailure } from "./toast.js";

/** Longest text of a message in UTF-16 units, as JavaScript and Telegram count. Source: Bot API, sendMessage. */
const TEXT_LIMIT_CHARS = 4096;
const COUNT_FROM_CHARS = 3600;

export class Composer {
  /**
   * @param {import("./store.js").ChatStore} store
   * @param {import("./session.js").Session} session
   */
  constructor(store, session) {
    this.store = store;
    this.session = session;
    this.field = /** @type {HTMLTextAreaElement} */ (byId("composer-text"));
    this.editing = null;
    this.replying = null;
    this.commands = new CommandList(store, this.field, (command) => this.sendText(command));
    this.results = new ResultList(store, session, this.field, {
      onChoose: (sending) => { this.#deliver(sending, ""); this.#typed(); },
      onPrivate: () => { this.#typed(); session.sit(session.person, null); },
    });
    byId("menu-button").append(icon("commands"));
    byId("send").append(icon("send"));
    byId("context-close").append(icon("close"));
    byId("context-close").addEventListener("click", () => this.#leaveContext());
    byId("composer-form").addEventListener("submit", (event) => { event.preventDefault(); this.submit(); });
    this.field.addEventListener("input", () => this.#typed());
    this.field.addEventListener("keydown", (event) => this.#key(event));
    store.addEventListener("loaded", () => this.#showBlocked());
    store.addEventListener("removed", (event) => { if ([this.editing, this.replying].includes(event.detail)) this.#leaveContext(); });
    this.#typed();
  }

  /** Send, or save the edit. Nothing happens to an empty or over-long text. */
  submit() {
    const text = this.field.value.trim();
    if (!text || text.length > TEXT_LIMIT_CHARS) return;
    const { editing, replying } = this;
    this.commands.close();
    this.#leaveContext();
    this.#put("");
    if (editing) this.#deliver(this.session.edit(editing.message_id, text), text);
    else this.sendText(text, replying?.message_id);
  }

  /** Send a text right away, as a tapped command does. */
  sendText(text, replyTo) {
    this.#deliver(this.session.say(text, replyTo), text);
    this.#typed();
  }

  /** Load one's own message into the field to change it. */
  edit(message) {
    this.#enterContext({ editing: message }, say("editing"), excerptOf(message));
    this.#put(message.text);
  }

  /** Ask the bot for results, as its buttons that share do. */
  search(query) {
    this.#leaveContext();
    this.#put(`@${this.store.bot.username} ${query}`);
    this.field.focus();
  }

  /** Answer a given message. */
  reply(message) {
    const side = this.store.sideOf(message);
    const name = senderOf(message, { side, botName: this.store.bot.name });
    this.#enterContext({ replying: message }, say("replyTo", { name }), excerptOf(message));
  }

  /** Forget what was being written, as on a switch of person. */
  reset() {
    this.#leaveContext();
    this.commands.close();
    this.results.close();
    this.#put("");
  }

  async #deliver(sending, text) {
    try {
      const answer = await sending;
      const message = answer.message ?? answer;
      // The stream brings it too; both carry the same message_id.
      if (message.message_id && "from_bot" in message && !this.store.messages.has(message.message_id)) this.store.put(message);
    } catch (error) {
      // A text that was not taken comes back, unless something new is being written.
      if (!this.field.value) this.#put(text);
      tellFailure(error);
    }
  }

  #key(event) {
    if (event.isComposing || this.commands.takesKey(event) || this.results.takesKey(event)) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.submit();
    } else if (event.key === "Escape" && (this.editing || this.replying)) {
      this.#escape();
    } else if (event.key === "ArrowUp" && !this.field.value) {
      this.#lastMessage(event);
    }
  }

  #escape() {
    if (this.editing) this.#put("");
    this.#leaveContext();
  }

  /** As Telegram on a desktop: Up edits one's last text, Ctrl+Up replies to the newest message. */
  #lastMessage(event) {
    const newest = this.store.inOrder().at(-1);
    const mine = this.store.myLastText();
    if ((event.ctrlKey || event.metaKey) && newest) this.reply(newest);
    else if (mine) this.edit(mine);
    else return;
    event.preventDefault();
  }

  #enterContext(context, title, text) {
    this.editing = context.editing ?? null;
    this.replying = context.replying ?? null;
    byId("context-title").textContent = title;
    byId("context-text").textContent = text;
    byId("context").hidden = false;
    this.field.focus();
  }

  #leaveContext() {
    if (this.editing && this.field.value === this.editing.text) this.#put("");
    this.editing = null;
    this.replying = null;
    byId("context").hidden = true;
  }

  #put(text) {
    this.field.value = text;
    this.#typed();
  }

  #typed() {
    this.field.style.height = "auto";
    this.field.style.height = `${this.field.scrollHeight}px`;
    const { length } = this.field.value.trim();
    const over = length - TEXT_LIMIT_CHARS;
    const counter = byId("counter");
    counter.hidden = length < COUNT_FROM_CHARS;
    counter.classList.toggle("over", over > 0);
    counter.textContent = over > 0 ? say("charsOver", { count: over }) : say("charsLeft", { count: -over });
    byId("send").toggleAttribute("disabled", length === 0 || over > 0);
    this.commands.follow();
    this.results.follow();
  }

  #showBlocked() {
    const blocked = Boolean(this.store.me?.blocked) && !this.store.chat;
    byId("blocked").hidden = !blocked;
    byId("composer-form").hidden = blocked;
  }
}
