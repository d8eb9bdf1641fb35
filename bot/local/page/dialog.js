// Dialogs on top of the page: built on <dialog>, which keeps the focus inside, closes on
// Escape and gives the focus back to where it was.

import { el } from "./elements.js";

let count = 0;

/**
 * Open a dialog. An action's `run` gets the form's values; the dialog closes after it
 * unless it returns false.
 * @param {{title?: string, body: Node[], testId?: string, role?: string, className?: string,
 *   actions: {label: string, main?: boolean, testId?: string, run?: (values: Record<string, string>) => unknown}[]}} wanted
 * @returns {HTMLDialogElement}
 */
export function openDialog({ title, body, testId, role, className, actions }) {
  const heading = title ? el("h2", { id: `dialog-title-${++count}` }, title) : null;
  const form = el("form", { method: "dialog" }, heading, ...body);
  const dialog = el("dialog", {
    class: `dialog ${className ?? ""}`, role: role ?? null, "data-testid": testId ?? null,
    "aria-labelledby": heading?.id ?? null, close: () => dialog.remove(),
    // A tap beside the dialog lands on the dialog element itself, its padding being none.
    click: (event) => { if (event.target === dialog) dialog.close(); },
  }, form);
  form.append(el("div", { class: "dialog-actions" }, ...actions.map((action) => actionButton(action, dialog, form))));
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/**
 * A labelled field of a dialog's form.
 * @param {string} label
 * @param {HTMLElement} field an input, select or textarea with a name
 */
export function labelled(label, field) {
  return el("label", { class: "labelled" }, el("span", {}, label), field);
}

function actionButton(action, dialog, form) {
  const button = el("button", {
    type: action.main ? "submit" : "button",
    class: action.main ? "chip chip-main" : "chip",
    "data-testid": action.testId ?? null,
  }, action.label);
  button.addEventListener("click", (event) => {
    event.preventDefault();
    if (action.main && !form.reportValidity()) return;
    if (action.run?.(Object.fromEntries(new FormData(form))) !== false) dialog.close();
  });
  return button;
}
