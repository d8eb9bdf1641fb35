// Joins the parts of the page: one store, one session, and the views that listen to them.

import { makeAttachMenu } from "./attach.js";
import { ClockBar } from "./clock.js";
import { Composer } from "./composer.js";
import { byId, icon } from "./elements.js";
import { Presses } from "./keyboard.js";
import { Log } from "./log.js";
import { recall, remember } from "./memory.js";
import { makePeople, showBot, showWelcome } from "./people.js";
import { Session } from "./session.js";
import { ChatStore } from "./store.js";
import { say, speak, spoken } from "./words.js";

const NOTICE_AFTER_MS = 1200;
const NARROW = "(max-width: 699px)";
let hintWanted = false;

const store = new ChatStore();
const presses = new Presses((messageId, data) => session.press(messageId, data), (query) => composer.search(query));
const session = new Session(store, (answer) => presses.answered(answer));

// First of the listeners: everything drawn after it is drawn in the person's language.
store.addEventListener("loaded", () => speak(store.me?.language));
speak(navigator.language);

const clock = new ClockBar(store, session, () => log.redraw());
const composer = new Composer(store, session);
const log = new Log(store, {
  presses,
  zone: () => clock.zone,
  onCommand: (command) => composer.sendText(command),
  onReply: (message) => composer.reply(message),
  onEdit: (message) => composer.edit(message),
});

makeAttachMenu(session);
makePeople(store, session, { onSwitch: () => composer.reset(), showHint: () => { hintWanted = true; showHint(); } });
byId("bot-about").addEventListener("click", () => showBot(store));
for (const name of ["loaded", "put", "removed"]) {
  store.addEventListener(name, () => showWelcome(store, () => composer.sendText("/start")));
}
for (const name of ["loaded", "typing", "connection"]) store.addEventListener(name, showStatus);
store.addEventListener("connection", showNotice);
for (const name of ["loaded", "put"]) store.addEventListener(name, () => showHint());
byId("hint-close").append(icon("close"));
byId("hint-close").addEventListener("click", () => { remember("hint", "hidden"); hintWanted = false; showHint(); byId("composer-text").focus(); });

session.sit();
// On a phone this would open its keyboard over the page.
if (matchMedia("(hover: hover)").matches) byId("composer-text").focus();

/** Say what this page is, until that is closed; on a phone it makes room for the first messages. */
function showHint() {
  const room = !matchMedia(NARROW).matches || store.messages.size === 0;
  byId("hint").hidden = !(hintWanted || (room && recall("hint") !== "hidden"));
  // The server's own words on going live are English.
  const goLive = (spoken() === "en" && store.liveHint) || say("goLive");
  byId("hint-words").textContent = `${say("hint")} ${goLive}`;
}

function showStatus() {
  const state = store.connected ? (store.typing ? "typing" : store.chat ? "group" : "bot") : "connecting";
  byId("bot-status").textContent = say(state);
  byId("bot-status").dataset.state = state;
}

// A short gap, as a restart of the stream makes, is nobody's business.
let noticeTimer = 0;
function showNotice() {
  clearTimeout(noticeTimer);
  if (store.connected) byId("notice").textContent = "";
  else noticeTimer = setTimeout(() => { byId("notice").textContent = say("lost"); }, NOTICE_AFTER_MS);
}
