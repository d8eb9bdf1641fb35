// The clock bar: what time it is for the bot, in a zone one picks, and the steps forward.

import { byId, el } from "./elements.js";
import { labelled, openDialog } from "./dialog.js";
import { recall, remember } from "./memory.js";
import { tellFailure, toast } from "./toast.js";
import { say } from "./words.js";
import { ZONES, instantOf, momentOf, wallOf } from "./zones.js";

const DAY_MS = 86_400_000;
const BUTTONS = ["clock-next", "clock-day", "clock-week", "clock-set"];

export class ClockBar {
  /**
   * @param {import("./store.js").ChatStore} store
   * @param {import("./session.js").Session} session
   * @param {() => void} onZone called when another zone was picked
   */
  constructor(store, session, onZone) {
    this.store = store;
    this.session = session;
    this.zoneField = /** @type {HTMLSelectElement} */ (byId("zone"));
    this.span = null;
    this.#fillZones();
    this.zoneField.addEventListener("change", () => { remember("zone", this.zone); this.show(); onZone(); });
    byId("clock-next").addEventListener("click", () => this.#move({ to_next: true }, Date.parse(this.store.clock?.next_due)));
    byId("clock-day").addEventListener("click", () => this.#moveDays(1));
    byId("clock-week").addEventListener("click", () => this.#moveDays(7));
    byId("clock-set").addEventListener("click", () => this.#askMoment());
    store.addEventListener("clock", () => this.show());
    setInterval(() => this.show(), 1000);
  }

  /** The picked zone, an IANA name. */
  get zone() {
    return this.zoneField.value;
  }

  /** Draw the present moment, what comes next, and how far a move has come. */
  show() {
    const now = this.store.now();
    if (!now) return;
    const face = byId("clock-now");
    const words = momentOf(now, this.zone);
    if (face.textContent !== words) face.textContent = words;
    face.setAttribute("datetime", now.toISOString());
    const due = this.store.clock.next_due;
    byId("clock-next").title = due ? say("nextDue", { when: momentOf(new Date(due), this.zone) }) : say("nothingDue");
    this.#showProgress(now);
  }

  #fillZones() {
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const known = ZONES.some(([zone]) => zone === here);
    const all = known || !here ? ZONES : [...ZONES, [here, here.split("/").pop().replaceAll("_", " ")]];
    this.zoneField.replaceChildren(...all.map(([zone, name]) => el("option", { value: zone }, name)));
    const wanted = recall("zone");
    this.zoneField.value = all.some(([zone]) => zone === wanted) ? wanted : ZONES[0][0];
  }

  #moveDays(days) {
    return this.#move({ days }, this.store.clock.at + days * DAY_MS);
  }

  /** Move the clock; `target` (epoch milliseconds, may be NaN) is only for the progress line. */
  async #move(change, target) {
    if (this.span) return;
    this.span = { from: this.store.now()?.getTime() ?? 0, to: target };
    this.#setBusy(true);
    try {
      const { steps } = await this.session.moveClock(change);
      if (change.to_next && steps === 0) toast(say("nothingDue"));
    } catch (error) {
      tellFailure(error);
    } finally {
      this.span = null;
      this.#setBusy(false);
    }
  }

  /** The button that was pressed keeps the focus: it is only said to be disabled. */
  #setBusy(busy) {
    for (const id of BUTTONS) {
      byId(id).setAttribute("aria-disabled", String(busy));
      if (byId(id) !== document.activeElement) byId(id).toggleAttribute("disabled", busy);
      if (!busy) byId(id).removeAttribute("disabled");
    }
    byId("clock-progress").hidden = !busy;
    this.show();
  }

  #showProgress(now) {
    if (!this.span) return;
    const { from, to } = this.span;
    const part = Math.min(1, Math.max(0, (now.getTime() - from) / (to - from)));
    const bar = byId("clock-progress");
    bar.classList.toggle("clock-progress-open", !Number.isFinite(part));
    if (!Number.isFinite(part)) return void bar.removeAttribute("aria-valuenow");
    bar.setAttribute("aria-valuenow", String(Math.round(part * 100)));
    byId("clock-progress-bar").style.width = `${part * 100}%`;
  }

  #askMoment() {
    if (this.span) return;
    const zoneName = this.zoneField.selectedOptions[0].textContent;
    const frozen = this.store.clock?.frozen;
    openDialog({
      title: say("clockTitle"), testId: "clock-dialog",
      body: [
        el("p", { class: "quiet" }, say("clockHelp", { zone: zoneName })),
        labelled(say("when"), el("input", { type: "datetime-local", name: "wall", required: true, value: wallOf(this.store.now() ?? new Date(), this.zone), "data-testid": "clock-input" })),
        el("label", { class: "check" }, el("input", { type: "checkbox", name: "frozen", checked: Boolean(frozen), "data-testid": "clock-frozen" }), say("freeze")),
      ],
      actions: [{ label: say("cancel") }, { label: say("go"), main: true, testId: "clock-go", run: (values) => void this.#setTo(values) }],
    });
  }

  #setTo({ wall, frozen }) {
    const change = {};
    // An untouched time means that only the box was ticked; do not jump back to the full minute.
    if (wall !== wallOf(this.store.now(), this.zone)) change.to = instantOf(wall, this.zone).toISOString();
    if (Boolean(frozen) !== Boolean(this.store.clock?.frozen)) change.frozen = Boolean(frozen);
    return Object.keys(change).length ? this.#move(change, Date.parse(change.to)) : null;
  }
}
