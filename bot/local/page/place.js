// Where the log stands: at the newest words, but at their beginning, and never away from what
// somebody is reading.

import { byId, icon } from "./elements.js";
import { say } from "./words.js";

const NEAR_END_PX = 60;
const MARGIN_PX = 10;

export class Place {
  /** @param {HTMLElement} box the log, whose rows carry data-message-id */
  constructor(box) {
    this.box = box;
    this.jump = byId("jump");
    /** Whether the newest words are in sight, or were put there. */
    this.follows = true;
    /** Whether the next new message is to be gone to. */
    this.awaits = false;
    this.put = 0;
    this.readId = 0;
    this.seenId = 0;
    this.jump.append(icon("down"), document.createElement("span"));
    this.jump.addEventListener("click", () => { this.#scroll(this.#end()); this.box.focus({ preventScroll: true }); });
    box.addEventListener("scroll", () => this.#scrolled(), { passive: true });
    // The keyboard of a phone, or a growing composer, makes the log shorter.
    new ResizeObserver(() => this.keep(() => undefined)).observe(box);
    // A picture arrives after its bubble; "load" does not bubble, but is captured.
    box.addEventListener("load", () => this.keep(() => undefined), true);
  }

  /** Another chat: all up to this message is known, and shown from there. */
  start(messageId) {
    this.readId = this.seenId = messageId;
    this.follows = true;
  }

  /** Somebody acts: what comes after this message is new. An edit in place moves nothing. */
  await(messageId) {
    this.readId = messageId;
    this.awaits = true;
  }

  /** A new message was added to the store. */
  arrives() {
    if (this.awaits) this.follows = true;
    this.awaits = false;
  }

  /** Run a change of the log; whoever was at its newest words sees the newest of it. */
  keep(change) {
    change();
    if (this.follows) this.#scroll(Math.min(this.#end(), this.#firstNew()));
    this.#showJump();
  }

  #end() {
    return this.box.scrollHeight - this.box.clientHeight;
  }

  /** Where the first new message begins; a long answer is read from its beginning. */
  #firstNew() {
    const rows = this.#rows();
    const row = rows.find((one) => idOf(one) > this.readId) ?? rows.at(-1);
    if (!row) return 0;
    const before = row.previousElementSibling;
    return this.#topOf(before?.matches(".day") ? before : row) - MARGIN_PX;
  }

  #rows() {
    return [...this.box.querySelectorAll(":scope > [data-message-id]")];
  }

  #topOf(node) {
    return node.offsetTop - this.box.offsetTop;
  }

  #scroll(top) {
    this.box.scrollTop = Math.max(0, top);
    this.put = this.box.scrollTop;
    this.follows = true;
    this.#showJump();
  }

  #scrolled() {
    // A scroll that is not ours is somebody's who reads.
    if (Math.abs(this.box.scrollTop - this.put) > 1) {
      this.follows = this.#nearEnd();
      this.awaits = false;
    }
    this.#showJump();
  }

  #nearEnd() {
    return this.#end() - this.box.scrollTop < NEAR_END_PX;
  }

  #showJump() {
    const count = this.#unseen();
    this.jump.hidden = this.#nearEnd();
    this.jump.lastElementChild.textContent = count ? say("newMessages", { count }) : "";
    this.jump.setAttribute("aria-label", count ? `${say("toEnd")}, ${say("newMessages", { count })}` : say("toEnd"));
  }

  /** How many messages of others came that were never in sight. */
  #unseen() {
    const rows = this.#rows();
    const bottom = this.box.scrollTop + this.box.clientHeight - MARGIN_PX;
    const inSight = rows.findLastIndex((row) => this.#topOf(row) < bottom);
    if (inSight >= 0) this.seenId = Math.max(this.seenId, idOf(rows[inSight]));
    return rows.slice(inSight + 1).filter((row) => idOf(row) > this.seenId && row.dataset.from !== "me").length;
  }
}

function idOf(row) {
  return Number(row.dataset.messageId);
}
