// One person's seat in one chat: keeps the store in step with the server, and sends what the
// person does. Person and chat stand in the address, so two windows can be two people.

import { Refusal, ask, listen, tell } from "./server.js";

const REFRESH_MS = 60;

export class Session {
  /**
   * @param {import("./store.js").ChatStore} store
   * @param {(answer: {query_id: string, message_id: number, text?: string, show_alert?: boolean}) => void} onAnswer
   */
  constructor(store, onAnswer) {
    this.store = store;
    this.onAnswer = onAnswer;
    const seat = new URLSearchParams(location.hash.slice(1));
    this.person = Number(seat.get("person")) || null;
    this.chat = Number(seat.get("chat")) || null;
    this.waiting = null;
    this.refreshTimer = null;
  }

  /** Connect, or connect anew as somebody else or to another chat. */
  async sit(person = this.person, chat = this.chat) {
    this.stream?.close();
    this.person = person;
    this.chat = chat;
    this.store.setTyping(false);
    // The first visit does not know whom it is; the server picks, then the stream is theirs.
    if (!this.person) await this.restore().catch(() => undefined);
    const seat = { person: this.person, chat: this.chat };
    this.stream = listen(seat, {
      onOpen: () => this.restore().catch(() => this.store.setConnected(false)),
      onEvent: (name, data) => this.hear(name, data),
      onLost: () => { this.store.setConnected(false); this.#doubtSeat(); },
    });
  }

  /** Load the whole state. Events that come meanwhile are newer, so they are applied after it. */
  async restore() {
    const late = (this.waiting = []);
    const { person, chat } = this;
    try {
      const state = await ask("/local/state", { person, chat });
      if (this.waiting !== late || person !== this.person || chat !== this.chat) return;
      this.person = state.me.id;
      this.store.load(state, chat);
      this.store.setConnected(true);
      this.#writeAddress();
    } finally {
      if (this.waiting === late) this.#catchUp(late);
    }
  }

  /** Apply one event of the stream. */
  hear(name, data) {
    if (name === "answer") return this.onAnswer(data ?? {});
    if (name === "state") return void this.#refresh();
    if (this.waiting) return void this.waiting.push([name, data]);
    if (name === "message" || name === "edit") this.store.put(data);
    else if (name === "delete") this.store.remove(data?.message_id);
    else if (name === "typing") this.store.setTyping(data?.typing !== false);
    else if (name === "reaction") this.store.react(data?.message_id, data?.reaction ?? []);
    else if (name === "clock") this.#hearClock(data?.clock ?? data);
    else if (name === "commands") this.#hearCommands(Array.isArray(data) ? data : data?.commands);
  }

  #hearClock(clock) {
    if (clock?.now) this.store.setClock(clock);
    else this.#refresh();
  }

  #hearCommands(commands) {
    if (commands) this.store.setCommands(commands);
    else this.#refresh();
  }

  /** Load the state soon; a burst of reasons makes one request. */
  #refresh() {
    this.refreshTimer ??= setTimeout(() => {
      this.refreshTimer = null;
      this.restore().catch(() => undefined);
    }, REFRESH_MS);
  }

  /** Send a text as this person. @returns {Promise<object>} */
  say(text, replyTo) {
    this.store.act();
    return tell("/local/say", this.#here({ text, reply_to: replyTo }));
  }

  /** Press a callback button. @returns {Promise<{query_id: string}>} */
  press(messageId, data) {
    this.store.act();
    return tell("/local/press", this.#here({ message_id: messageId, data }));
  }

  /** Type the bot's name and some words. @returns {Promise<{query_id: string, results: object[]|null, button: object|null}>} */
  search(query) {
    return tell("/local/inline", { person: this.person, query });
  }

  /** Send a result that was offered. @returns {Promise<object>} */
  choose(queryId, resultId) {
    return tell("/local/choose", this.#here({ query_id: queryId, result_id: resultId }));
  }

  /** Replace the text of one's own message. */
  edit(messageId, text) {
    return tell("/local/edit", this.#here({ message_id: messageId, text }));
  }

  /** Send something that is not a text; `file` makes it an upload. */
  send(kind, fields = {}, file = null) {
    this.store.act();
    const body = this.#here({ kind, ...fields });
    if (!file) return tell("/local/send", body);
    const form = new FormData();
    for (const [name, value] of Object.entries(body)) if (value !== undefined) form.append(name, String(value));
    form.append("file", file, file.name);
    return tell("/local/send", form);
  }

  /** Change the person's Telegram language. */
  async useLanguage(language) {
    await tell("/local/language", { person: this.person, language });
    await this.restore();
  }

  /** Block or unblock the bot as this person. */
  async block(blocked) {
    await tell("/local/block", { person: this.person, blocked });
    await this.restore();
  }

  /** Add a person and sit down as them. */
  async addPerson(name, language, role) {
    const known = new Set(this.store.persons.map((person) => person.id));
    const made = await tell("/local/persons", { name, language, role });
    const state = await ask("/local/state", { person: this.person });
    const added = state.persons.find((person) => !known.has(person.id)) ?? made.person ?? made;
    await this.sit(added.id ?? this.person, null);
  }

  /** Move or stop the clock. @returns {Promise<{clock: object, steps: number}>} */
  async moveClock(change) {
    this.store.act();
    const moved = await tell("/local/clock", change);
    this.store.setClock(moved.clock);
    return moved;
  }

  #catchUp(late) {
    this.waiting = null;
    for (const [name, data] of late) this.hear(name, data);
  }

  #here(fields) {
    return { person: this.person, chat: this.chat ?? undefined, ...fields };
  }

  /** A restarted server may not know this person any more: take the seat it offers. */
  async #doubtSeat() {
    const gone = await ask("/local/state", { person: this.person, chat: this.chat }).then(
      () => false, (error) => error instanceof Refusal && error.status >= 400 && error.status < 500,
    );
    if (gone && this.person) this.sit(null, null);
  }

  #writeAddress() {
    const seat = new URLSearchParams({ person: String(this.person) });
    if (this.chat) seat.set("chat", String(this.chat));
    history.replaceState(null, "", `#${seat}`);
  }
}
