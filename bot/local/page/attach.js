// The attach menu: real files and pictures, and simple stand-ins for the rest.

import { byId, el, icon } from "./elements.js";
import { labelled, openDialog } from "./dialog.js";
import { makeMenu, menuItem } from "./menu.js";
import { tellFailure } from "./toast.js";
import { say } from "./words.js";

/** Places to share, so that each United States zone can be tried. */
const PLACES = [
  ["New York", 40.713, -74.006], ["Chicago", 41.878, -87.63], ["Denver", 39.739, -104.99], ["Phoenix", 33.448, -112.074],
  ["Los Angeles", 34.052, -118.244], ["Anchorage", 61.218, -149.9], ["Honolulu", 21.307, -157.858],
];

/**
 * Fill the attach menu.
 * @param {import("./session.js").Session} session
 */
export function makeAttachMenu(session) {
  const send = (kind, fields, file) => session.send(kind, fields, file).catch(tellFailure);
  byId("attach-button").append(icon("attach"));
  makeMenu(byId("attach-button"), byId("attach-menu"), () => [
    item("photo", () => pickFile("image/*", (file) => send("photo", {}, file))),
    item("document", () => pickFile("", (file) => send("document", {}, file)), "file"),
    item("location", () => askPlace(send)),
    item("contact", () => send("contact", { first_name: "Sam", phone_number: "+1 202 555 0143" })),
    item("voice", () => send("voice")),
    item("forward", () => askForward(send)),
    item("sticker", () => send("sticker")),
  ]);
}

function item(kind, run, iconName = kind) {
  return menuItem({ label: say(kind), iconName, testId: `attach-${kind}`, run });
}

function pickFile(accept, use) {
  const input = /** @type {HTMLInputElement} */ (el("input", { type: "file", accept: accept || null, hidden: true, "data-testid": "attach-file-input" }));
  input.addEventListener("change", () => { if (input.files[0]) use(input.files[0]); input.remove(); });
  input.addEventListener("cancel", () => input.remove());
  // In the page while it is open: some browsers drop a detached input before it answers.
  document.body.append(input);
  input.click();
}

function askPlace(send) {
  const options = PLACES.map(([name], index) => el("option", { value: index }, name));
  openDialog({
    title: say("where"), testId: "place-dialog",
    body: [labelled(say("location"), el("select", { name: "place" }, ...options))],
    actions: [{ label: say("cancel") }, {
      label: say("send"), main: true,
      run: ({ place }) => void send("location", { latitude: PLACES[place][1], longitude: PLACES[place][2] }),
    }],
  });
}

function askForward(send) {
  openDialog({
    title: say("forwardTitle"), testId: "forward-dialog",
    body: [
      labelled(say("forwardedBy"), el("input", { name: "from_name", required: true, maxlength: 64, value: say("sampleTeacher") })),
      labelled(say("forwardText"), el("textarea", { name: "text", rows: 4, required: true, maxlength: 4096 }, say("forwardSample"))),
    ],
    actions: [{ label: say("cancel") }, { label: say("send"), main: true, testId: "forward-send", run: (values) => void send("forward", values) }],
  });
}
