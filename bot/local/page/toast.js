// Short words that come and go (toasts), and those that wait for OK (alerts).

import { byId, el } from "./elements.js";
import { openDialog } from "./dialog.js";
import { say } from "./words.js";

const SHOWN_MS = 5000;

/**
 * Show a line for a few seconds; a tap takes it away sooner.
 * @param {string} text
 */
export function toast(text) {
  const shown = el("div", { class: "toast", "data-testid": "toast", click: () => shown.remove() }, text);
  byId("toasts").replaceChildren(shown);
  // Long lines stay longer: about 15 characters are read in a second.
  setTimeout(() => shown.remove(), Math.max(SHOWN_MS, text.length * 70));
}

/**
 * Show words that stay until they are closed, as Telegram does for show_alert.
 * @param {string} text
 */
export function alertBox(text) {
  openDialog({ testId: "alert", role: "alertdialog", body: [el("p", { class: "alert-text" }, text)], actions: [{ label: say("ok"), main: true }] });
}

/**
 * Say kindly why a request failed.
 * @param {unknown} error
 */
export function tellFailure(error) {
  const why = error instanceof Error ? error.message : "";
  toast(error?.status === 0 || !why ? say("unreachable") : say("failed", { why }));
}
