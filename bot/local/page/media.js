// What a message carries beside words: files, pictures, places, stickers, and the like.

import { el, icon } from "./elements.js";
import { openDialog } from "./dialog.js";
import { say } from "./words.js";

/**
 * The nodes for everything a message carries; none for a plain text.
 * @param {object} message
 * @returns {Node[]}
 */
export function mediaOf(message) {
  if (message.sticker) return [el("div", { class: "sticker", role: "img", "aria-label": `${say("sticker")} ${message.sticker.emoji ?? ""}` }, message.sticker.emoji ?? "🙂")];
  if (message.voice) return [voice(message)];
  if (message.venue || message.location) return [place(message.venue?.location ?? message.location)];
  if (message.contact) return [card("contact", [message.contact.first_name, message.contact.last_name].filter(Boolean).join(" "), message.contact.phone_number)];
  if (message.file) return [isPicture(message) ? picture(message.file) : file(message.file)];
  return message.text || message.caption || message.html ? [] : [card("hint", say("other"), "")];
}

/**
 * A size in bytes as a person reads it, "48 KB".
 * @param {number|null|undefined} bytes
 */
export function sizeInWords(bytes) {
  if (bytes === null || bytes === undefined) return "";
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} KB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function isPicture(message) {
  return Boolean(message.photo) || String(message.file.mime ?? "").startsWith("image/");
}

/** Files come from this server alone; any other address is not followed. */
function ownUrl(url) {
  try {
    const resolved = new URL(url, location.href);
    return resolved.origin === location.origin ? resolved.href : null;
  } catch {
    return null;
  }
}

function file({ name, url, size }) {
  const href = ownUrl(url);
  const words = el("span", { class: "card-words" }, el("span", { class: "card-title" }, name ?? say("document")), el("small", {}, sizeInWords(size)));
  const mark = el("span", { class: "card-mark" }, icon("file"));
  if (!href) return el("div", { class: "card" }, mark, words);
  return el("a", { class: "card", href, download: name ?? "", "data-testid": "file", "aria-label": `${say("download", { name: name ?? "" })} ${sizeInWords(size)}` }, mark, words);
}

function picture({ name, url }) {
  const src = ownUrl(url);
  if (!src) return card("photo", name ?? say("photo"), "");
  const label = say("enlarge", { name: name ?? "" });
  return el("button", { type: "button", class: "picture", "data-testid": "picture", "aria-label": label, click: () => enlarge(src, name ?? "") }, el("img", { src, alt: "", loading: "lazy" }));
}

function enlarge(src, name) {
  openDialog({ testId: "viewer", className: "viewer", body: [el("img", { src, alt: name || say("photo") })], actions: [{ label: say("close"), main: true }] });
}

function voice(message) {
  const seconds = message.voice.duration ?? 0;
  const length = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  return card("voice", say("voice"), length);
}

function place({ latitude, longitude }) {
  return card("location", say("location"), `${Number(latitude).toFixed(3)}, ${Number(longitude).toFixed(3)}`);
}

function card(iconName, title, note) {
  return el("div", { class: "card" }, el("span", { class: "card-mark" }, icon(iconName)),
    el("span", { class: "card-words" }, el("span", { class: "card-title" }, title), note ? el("small", {}, note) : null));
}
