// Message words as nodes. The server's HTML is rebuilt through a short list of tags; whatever
// is not on it becomes its text, so nothing a person or a bot writes can act in this page.

import { el } from "./elements.js";
import { say } from "./words.js";

const PLAIN = new Set(["B", "STRONG", "I", "EM", "U", "INS", "S", "STRIKE", "DEL", "CODE", "PRE", "BLOCKQUOTE", "BR"]);
const DROPPED = new Set(["SCRIPT", "STYLE", "TEMPLATE", "IFRAME", "OBJECT", "TITLE", "HEAD"]);
const LITERAL = new Set(["CODE", "PRE", "A"]);
// A web address, or a bot command that stands alone.
const TAPPABLE = /(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]'])|(?<![\w/@.])(\/[a-z][a-z0-9_]{0,31})(?:@\w+)?(?![\w/])/gi;

/**
 * Safe nodes for a piece of server-made HTML.
 * @param {string} html
 * @param {(command: string) => void} onCommand called when a /command in the text is tapped
 * @returns {DocumentFragment}
 */
export function nodesOfHtml(html, onCommand) {
  // A parsed document is inert: no script runs and nothing is fetched from it.
  const parsed = new DOMParser().parseFromString(html, "text/html");
  return rebuilt(parsed.body.childNodes, onCommand, false);
}

/**
 * Safe nodes for plain text.
 * @param {string} text
 * @param {(command: string) => void} onCommand
 * @returns {DocumentFragment}
 */
export function nodesOfText(text, onCommand) {
  const made = document.createDocumentFragment();
  made.append(...tappable(text, onCommand));
  return made;
}

/**
 * A link target that may be opened, or null for any scheme but the web's and mail.
 * @param {string|null|undefined} href
 * @returns {string|null}
 */
export function openableLink(href) {
  try {
    const url = new URL(String(href ?? ""));
    return ["http:", "https:", "mailto:", "tel:"].includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

/**
 * A link into the outside that tells the other side nothing about this page.
 * @param {string} href already found openable
 * @param {Record<string, unknown>} attributes
 * @param {...(Node|string)} children
 */
export function outsideLink(href, attributes, ...children) {
  return el("a", { href, target: "_blank", rel: "noopener noreferrer", ...attributes }, ...children);
}

function rebuilt(nodes, onCommand, literal) {
  const made = document.createDocumentFragment();
  for (const node of nodes) {
    if (node.nodeType === Node.TEXT_NODE) {
      made.append(...(literal ? [node.data] : tappable(node.data, onCommand)));
    } else if (node.nodeType === Node.ELEMENT_NODE && !DROPPED.has(node.tagName.toUpperCase())) {
      made.append(rebuiltElement(node, onCommand, literal));
    }
  }
  return made;
}

function rebuiltElement(node, onCommand, literal) {
  const tag = node.tagName.toUpperCase();
  const children = rebuilt(node.childNodes, onCommand, literal || LITERAL.has(tag));
  if (tag === "A") {
    const href = openableLink(node.getAttribute("href"));
    return href ? outsideLink(href, {}, children) : children;
  }
  if (tag === "TG-SPOILER" || (tag === "SPAN" && node.classList.contains("tg-spoiler"))) return spoiler(children);
  return PLAIN.has(tag) ? el(tag.toLowerCase(), {}, children) : children;
}

function spoiler(children) {
  const reveal = (event) => {
    event.currentTarget.classList.add("spoiler-open");
    event.currentTarget.removeAttribute("aria-label");
  };
  return el("button", { type: "button", class: "spoiler", "aria-label": say("reveal"), click: reveal }, children);
}

function tappable(text, onCommand) {
  const parts = [];
  let from = 0;
  for (const match of text.matchAll(TAPPABLE)) {
    const href = match[1] ? openableLink(match[1]) : null;
    if (match[1] && !href) continue;
    parts.push(text.slice(from, match.index));
    parts.push(href ? outsideLink(href, {}, match[0]) : commandLink(match[0], onCommand));
    from = match.index + match[0].length;
  }
  parts.push(text.slice(from));
  return parts;
}

function commandLink(command, onCommand) {
  // A link, not a button: buttons do not break across lines with the sentence around them.
  const tapped = (event) => { event.preventDefault(); onCommand(command); };
  return el("a", { href: "#composer-text", role: "button", class: "command-link", click: tapped }, command);
}
