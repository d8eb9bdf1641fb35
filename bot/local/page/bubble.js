// One message as it looks in the log. It knows nothing of where it stands in it.

import { el, icon } from "./elements.js";
import { nodesOfHtml, nodesOfText } from "./html.js";
import { keyboardOf } from "./keyboard.js";
import { mediaOf } from "./media.js";
import { say } from "./words.js";
import { hourOf } from "./zones.js";

/**
 * A message as an element that carries its id and side.
 * @param {object} message
 * @param {{side: "bot"|"me"|"other", zone: string, inGroup: boolean, botName: string, editable: boolean,
 *   presses: import("./keyboard.js").Presses, onCommand: (command: string) => void,
 *   onReply: (message: object) => void, onEdit: (message: object) => void}} view
 * @returns {HTMLElement}
 */
export function bubbleOf(message, view) {
  const sender = senderOf(message, view);
  const service = serviceWords(message, sender);
  if (service) return el("div", { class: "service", "data-testid": "service", "data-message-id": message.message_id }, service);
  return el("article", {
    class: `row row-${view.side}`, tabindex: "-1", "data-testid": "bubble",
    "data-message-id": message.message_id, "data-from": view.side, "aria-label": `${sender}, ${hour(message, view)}`,
    dblclick: (event) => { if (!event.target.closest("button, a")) view.onReply(message); },
  }, el("div", { class: `bubble${message.sticker ? " bubble-bare" : ""}` },
    view.inGroup && view.side !== "me" ? el("div", { class: "sender" }, sender) : null,
    forwardedFrom(message), quoted(message), ...mediaOf(message), wordsOf(message, view), reactionOf(message), metaOf(message, view)),
  tools(message, view), keyboardOf(message, view.presses));
}

/**
 * A message's words in one short line, for quotes and the reply bar.
 * @param {object} message
 */
export function excerptOf(message) {
  const words = message.text ?? message.caption ?? message.file?.name ?? message.sticker?.emoji;
  if (words) return words.replace(/\s+/g, " ").slice(0, 120);
  return say(["voice", "location", "contact", "photo"].find((kind) => message[kind]) ?? "other");
}

/** Name of a message's author as the reader knows them. */
export function senderOf(message, { side, botName }) {
  if (side === "bot") return botName;
  return side === "me" ? say("you") : message.from?.first_name ?? say("unknown");
}

function wordsOf(message, view) {
  const text = message.text ?? message.caption;
  if (!message.html && !text) return null;
  const nodes = message.html ? nodesOfHtml(message.html, view.onCommand) : nodesOfText(text, view.onCommand);
  return el("div", { class: "words", dir: "auto", "data-testid": "bubble-text" }, nodes);
}

/** What happened to the chat, where a message is no message but a notice; else null. */
function serviceWords(message, sender) {
  if (message.new_chat_members) return say("joined", { name: message.new_chat_members.map((user) => user.first_name).join(", ") });
  if (message.left_chat_member) return say("left", { name: message.left_chat_member.first_name });
  if (message.pinned_message) return say("pinned", { name: sender });
  return message.migrate_to_chat_id || message.migrate_from_chat_id ? say("migrated") : null;
}

function reactionOf(message) {
  const emoji = (message.reaction ?? []).map((one) => one.emoji).filter(Boolean).join(" ");
  return emoji ? el("span", { class: "reaction", "data-testid": "reaction" }, emoji) : null;
}

function metaOf(message, view) {
  return el("span", { class: "meta" },
    message.edit_date ? el("span", { class: "edited", "data-testid": "edited" }, `${say("edited")} `) : null,
    el("time", { datetime: new Date(message.date * 1000).toISOString() }, hour(message, view)));
}

function hour(message, view) {
  return hourOf(new Date(message.date * 1000), view.zone);
}

function forwardedFrom(message) {
  if (message.via_bot) return el("div", { class: "forwarded" }, say("via", { name: message.via_bot.username }));
  const origin = message.forward_origin;
  if (!origin) return null;
  const name = origin.sender_user_name ?? origin.sender_user?.first_name ?? origin.chat?.title ?? origin.sender_chat?.title ?? say("unknown");
  return el("div", { class: "forwarded" }, say("forwarded", { name }));
}

function quoted(message) {
  const original = message.reply_to_message;
  if (!original) return null;
  return el("div", { class: "quoted" }, el("strong", {}, original.from?.first_name ?? ""), el("span", {}, excerptOf(original)));
}

function tools(message, view) {
  return el("div", { class: "tools" },
    view.editable ? el("button", { type: "button", class: "tool", "data-testid": "edit", "aria-label": say("edit"), title: say("edit"), click: () => view.onEdit(message) }, icon("edit")) : null,
    el("button", { type: "button", class: "tool tool-reply", tabindex: "-1", "data-testid": "reply", "aria-label": say("reply"), title: say("reply"), click: () => view.onReply(message) }, icon("reply")));
}
