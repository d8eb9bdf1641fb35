// Drop-down menus: opened by their button, walked by arrow keys, closed by Escape or a tap beside.

import { el, icon } from "./elements.js";

/**
 * Make a button open a menu whose items are built afresh each time.
 * @param {HTMLElement} button
 * @param {HTMLElement} menu an element with role="menu"
 * @param {() => Node[]} build
 */
export function makeMenu(button, menu, build) {
  const close = (backToButton) => {
    if (menu.hidden) return;
    menu.hidden = true;
    button.setAttribute("aria-expanded", "false");
    if (backToButton) button.focus();
  };
  const open = () => {
    menu.replaceChildren(...build());
    menu.hidden = false;
    button.setAttribute("aria-expanded", "true");
    (menu.querySelector("[aria-checked=true]") ?? itemsOf(menu)[0])?.focus();
  };
  button.addEventListener("click", () => (menu.hidden ? open() : close(true)));
  // Before the item acts: a dialog that it opens gives the focus back to the button, not to a hidden line.
  menu.addEventListener("click", (event) => { if (event.target.closest("[role^=menuitem]")) close(true); }, true);
  menu.addEventListener("keydown", (event) => walk(event, menu, close));
  menu.addEventListener("focusout", (event) => { if (event.relatedTarget && !menu.contains(event.relatedTarget) && event.relatedTarget !== button) close(false); });
  document.addEventListener("pointerdown", (event) => { if (!menu.contains(event.target) && !button.contains(event.target)) close(false); });
}

/**
 * One line of a menu. `checked` makes it a choice among several.
 * @param {{label: string, note?: string, iconName?: string, face?: Node, checked?: boolean, testId?: string, id?: number|string, run: () => unknown}} item
 */
export function menuItem({ label, note, iconName, face, checked, testId, id, run }) {
  return el("button", {
    type: "button", class: "menu-item", tabindex: "-1", click: run,
    role: checked === undefined ? "menuitem" : "menuitemradio",
    "aria-checked": checked === undefined ? null : String(checked),
    "data-testid": testId ?? null, "data-id": id ?? null,
  }, face ?? (iconName ? icon(iconName) : null),
  el("span", { class: "menu-words" }, el("span", {}, label), note ? el("small", {}, note) : null),
  checked ? icon("check") : null);
}

/** A heading between groups of menu lines. */
export function menuHeading(words) {
  return el("div", { class: "menu-heading", role: "presentation" }, words);
}

function itemsOf(menu) {
  return [...menu.querySelectorAll("[role^=menuitem]")];
}

function walk(event, menu, close) {
  const items = itemsOf(menu);
  const at = items.indexOf(document.activeElement);
  const target = { ArrowDown: (at + 1) % items.length, ArrowUp: (at - 1 + items.length) % items.length, Home: 0, End: items.length - 1 }[event.key];
  if (target !== undefined) items[target].focus();
  else if (event.key === "Escape") close(true);
  else return;
  event.preventDefault();
  event.stopPropagation();
}
