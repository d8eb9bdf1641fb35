// What the page knows: one chat of one person, messages keyed by message_id so that nothing
// is ever shown twice. Views listen to its events; this file touches no element.

/**
 * Events: "loaded" (all anew), "put" and "removed" (detail: one message), "acted" (the person
 * did something here that the bot may answer), "typing", "clock", "commands", "connection".
 */
export class ChatStore extends EventTarget {
  bot = { name: "Plankeeper" };
  me = null;
  persons = [];
  groups = [];
  commands = [];
  clock = null;
  liveHint = null;
  /** Chat being looked at; null is the person's private chat with the bot. */
  chat = null;
  connected = false;
  typing = false;
  /** @type {Map<number, object>} */
  messages = new Map();
  #typingTimer = 0;

  /** Replace everything by what GET /local/state answered. */
  load(state, chat) {
    this.bot = state.bot ?? this.bot;
    this.me = state.me;
    this.persons = state.persons ?? [];
    this.groups = state.groups ?? [];
    this.commands = state.commands ?? [];
    this.liveHint = state.live_hint ?? null;
    this.chat = chat;
    this.messages = new Map((state.messages ?? []).map((message) => [message.message_id, message]));
    this.#say("loaded");
    this.setClock(state.clock);
    this.setTyping(Boolean(state.typing));
  }

  /** Add a message, or replace the one with its id. */
  put(message) {
    if (!message?.message_id) return;
    this.messages.set(message.message_id, message);
    if (message.from_bot) this.setTyping(false);
    this.#say("put", message);
  }

  /** Forget a message; an unknown id does nothing. */
  remove(messageId) {
    const message = this.messages.get(messageId);
    if (!message || !this.messages.delete(messageId)) return;
    this.#say("removed", message);
  }

  /** The person did something that the bot may answer with a message. */
  act() {
    this.#say("acted");
  }

  /** Show the bot's reaction to a message; an empty list takes it away. */
  react(messageId, reaction) {
    const message = this.messages.get(messageId);
    if (message) this.put({ ...message, reaction });
  }

  /** Telegram shows "typing" for about five seconds, or until the bot's message comes. */
  setTyping(on) {
    clearTimeout(this.#typingTimer);
    if (on) this.#typingTimer = setTimeout(() => this.setTyping(false), 5000);
    if (on === this.typing) return;
    this.typing = on;
    this.#say("typing");
  }

  /** Take the server's clock and note when it was read, so that it can tick here. */
  setClock(clock) {
    if (!clock) return;
    this.clock = { ...clock, at: Date.parse(clock.now), readAt: performance.now() };
    this.#say("clock");
  }

  setCommands(commands) {
    this.commands = commands;
    this.#say("commands");
  }

  setConnected(on) {
    if (on === this.connected) return;
    this.connected = on;
    this.#say("connection");
  }

  /** The present of the try-out; null before the first state came. */
  now() {
    if (!this.clock) return null;
    const passed = this.clock.frozen ? 0 : performance.now() - this.clock.readAt;
    return new Date(this.clock.at + passed);
  }

  /** All messages, oldest first. */
  inOrder() {
    return [...this.messages.values()].sort((a, b) => a.message_id - b.message_id);
  }

  /** The id of the newest message, or 0. */
  newestId() {
    return Math.max(0, ...this.messages.keys());
  }

  /** Who wrote a message: the bot, the person talking here, or somebody else in a group. */
  sideOf(message) {
    if (message.from_bot) return "bot";
    return !message.from || message.from.id === this.me?.id ? "me" : "other";
  }

  /** The person's newest text message, which is the one that can be edited. */
  myLastText() {
    return this.inOrder().reverse().find((message) => this.sideOf(message) === "me" && message.text && !message.forward_origin && !message.via_bot);
  }

  #say(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
