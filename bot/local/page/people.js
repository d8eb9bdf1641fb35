// Who talks here: the switch of person and chat, a new person, their language, blocking the bot.

import { byId, el, icon } from "./elements.js";
import { labelled, openDialog } from "./dialog.js";
import { makeMenu, menuHeading, menuItem } from "./menu.js";
import { tellFailure } from "./toast.js";
import { say } from "./words.js";

const ROLES = ["parent", "co-parent", "teacher"];

/**
 * Wire the person menu and the language switch.
 * @param {import("./store.js").ChatStore} store
 * @param {import("./session.js").Session} session
 * @param {{onSwitch: () => void, showHint: () => void}} hooks
 */
export function makePeople(store, session, { onSwitch, showHint }) {
  const sit = (person, chat) => { onSwitch(); session.sit(person, chat).catch(tellFailure); };
  makeMenu(byId("person-button"), byId("person-menu"), () => [
    menuHeading(say("talkAs")),
    ...store.persons.map((person) => personItem(person, store, () => sit(person.id, null))),
    addItem(session, onSwitch),
    ...groupItems(store, (chat) => sit(session.person, chat)),
    el("hr"),
    blockItem(store, session),
    menuItem({ label: say("aboutTry"), iconName: "hint", testId: "about", run: showHint }),
  ]);
  byId("language").addEventListener("change", (event) => session.useLanguage(event.target.value).catch(tellFailure));
  byId("unblock").addEventListener("click", () => session.block(false).then(() => byId("composer-text").focus(), tellFailure));
  store.addEventListener("loaded", () => showMe(store));
}

function showMe(store) {
  const group = store.groups.find(({ id }) => id === store.chat);
  byId("person-name").textContent = store.me.name;
  byId("person-face").textContent = initials(store.me.name);
  byId("person-face").dataset.hue = hueOf(store.me.id);
  byId("person-button").setAttribute("aria-label", `${say("talkAs")}: ${store.me.name}`);
  byId("language").value = String(store.me.language ?? "en").startsWith("es") ? "es" : "en";
  byId("bot-name").textContent = group ? group.title : store.bot.name;
}

function personItem(person, store, run) {
  const note = [person.role && say(person.role), person.blocked && say("blockedMark")].filter((words) => words && words !== person.name).join(" · ");
  const face = el("span", { class: "face", "data-hue": hueOf(person.id), "aria-hidden": "true" }, initials(person.name));
  return menuItem({ label: person.name, note, face, checked: person.id === store.me?.id && !store.chat, testId: "person-option", id: person.id, run });
}

function groupItems(store, sit) {
  if (!store.groups.length) return [];
  const lines = store.groups.map((group) => menuItem({ label: group.title, iconName: "group", checked: group.id === store.chat, testId: "group-option", id: group.id, run: () => sit(group.id) }));
  return [menuHeading(say("groups")), ...lines];
}

function blockItem(store, session) {
  const blocked = Boolean(store.me?.blocked);
  return menuItem({ label: say(blocked ? "unblock" : "block"), iconName: "stop", testId: "block", run: () => session.block(!blocked).catch(tellFailure) });
}

function addItem(session, onSwitch) {
  return menuItem({ label: say("addPerson"), iconName: "add", testId: "person-add", run: () => askPerson(session, onSwitch) });
}

function askPerson(session, onSwitch) {
  const languages = [el("option", { value: "en" }, "English"), el("option", { value: "es" }, "Español")];
  openDialog({
    title: say("addPerson"), testId: "person-dialog",
    body: [
      labelled(say("name"), el("input", { name: "name", required: true, maxlength: 64, autofocus: true })),
      labelled(say("role"), el("select", { name: "role" }, ...ROLES.map((role) => el("option", { value: role }, say(role))))),
      labelled(say("language"), el("select", { name: "language" }, ...languages)),
    ],
    actions: [{ label: say("cancel") }, {
      label: say("add"), main: true, testId: "person-save",
      run: ({ name, language, role }) => {
        if (!name.trim()) return false;
        onSwitch();
        session.addPerson(name.trim(), language, role).catch(tellFailure);
      },
    }],
  });
}

/** Open the bot's own description, as a tap on its name does in Telegram. */
export function showBot(store) {
  const { name, username, description, short_description: short } = store.bot;
  openDialog({
    title: name, testId: "bot-dialog",
    body: [el("p", { class: "quiet" }, username ? `@${username}` : ""), ...[short, description].filter(Boolean).map((words) => el("p", {}, words))],
    actions: [{ label: say("close"), main: true }],
  });
}

/** What an empty chat shows: the bot's description and a Start button. */
export function showWelcome(store, start) {
  const empty = store.messages.size === 0 && store.me !== null;
  const box = byId("welcome");
  box.hidden = !empty;
  if (!empty) return;
  box.replaceChildren(
    el("img", { src: "/page/icon.svg", alt: "", width: 72, height: 72 }),
    el("h1", {}, say("whatCan")), el("p", {}, store.bot.description ?? ""),
    el("button", { type: "button", class: "chip chip-main", "data-testid": "start", click: start }, say("start")),
  );
}

function initials(name) {
  return [...String(name).trim()].slice(0, 1).join("").toUpperCase();
}

function hueOf(id) {
  return Math.abs(Number(id)) % 4;
}
