// Every sentence of the page itself, in English and Spanish. The bot's own words come from the bot.

const WORDS = {
  en: {
    skip: "Skip to writing", languageOf: "Language of this person's Telegram", people: "People and chats",
    clockOf: "Clock of this try-out", zone: "Time zone shown on this page", nextMessage: "Next message",
    plusDay: "+1 day", plusWeek: "+1 week", setClock: "Set an exact time", clockMoves: "The clock is moving",
    hintOf: "About this try-out", hintClose: "Hide this note", messages: "Messages", commands: "Commands",
    cancel: "Cancel", write: "Message", attach: "Attach", send: "Send", unblock: "Unblock",
    youBlocked: "You blocked this bot. It cannot write to you.",
    hint: "A try-out on this computer. Nothing you type leaves it, and the clock can be moved.", goLive: "To go live, put a BOT_TOKEN in the file .env; see README.",
    bot: "bot", group: "group", typing: "typing…", connecting: "connecting…", lost: "The connection is gone. Trying again…",
    parent: "Parent", "co-parent": "Co-parent", teacher: "Teacher", talkAs: "Talk as", groups: "Groups",
    addPerson: "Add a person…", block: "Block the bot", aboutTry: "About this try-out", blockedMark: "blocked the bot",
    name: "Name", role: "Role", language: "Language", add: "Add", close: "Close", ok: "OK",
    edited: "edited", edit: "Edit", editing: "Editing your message", reply: "Reply", replyTo: "Reply to {name}", you: "You",
    forwarded: "Forwarded from {name}", unknown: "someone", buttons: "Buttons under the message", copied: "Copied.",
    notCopied: "Could not copy: {text}", photo: "Photo", voice: "Voice message", sticker: "Sticker", contact: "Contact",
    location: "Location", document: "File", forward: "Forwarded message", enlarge: "Enlarge the picture {name}",
    download: "Download {name}", other: "A message of another kind", start: "Start", whatCan: "What can this bot do?",
    newMessages: "{count} new", toEnd: "To the newest message", charsLeft: "{count} left", charsOver: "{count} too many",
    noCommands: "This bot has set no commands.", results: "What the bot offers", noResults: "The bot offers nothing.", via: "via @{name}", nothingDue: "Nothing is waiting to be sent.", clockTitle: "Move the clock",
    clockHelp: "Everything due in between is sent in its order. Time in {zone}.", when: "Day and time", go: "Go",
    freeze: "Stop the clock", nextDue: "Next message: {when}", noAnswer: "The bot has not answered yet.",
    unreachable: "The local server does not answer. Your text is still here.", where: "Share which place?",
    forwardTitle: "Forward a message", forwardText: "Its text", forwardSample: "Tue-Thu practice testing 9-11, lunch at 12:30, no PE.",
    forwardedBy: "From", sampleTeacher: "Teacher", reveal: "Show the hidden words", joined: "{name} joined", left: "{name} left", pinned: "{name} pinned a message", migrated: "The group became a supergroup", failed: "That did not work: {why}",
  },
  es: {
    skip: "Ir a escribir", languageOf: "Idioma de Telegram de esta persona", people: "Personas y chats",
    clockOf: "Reloj de esta prueba", zone: "Zona horaria de esta página", nextMessage: "Siguiente",
    plusDay: "+1 día", plusWeek: "+1 sem.", setClock: "Poner una hora exacta", clockMoves: "El reloj avanza",
    hintOf: "Sobre esta prueba", hintClose: "Ocultar esta nota", messages: "Mensajes", commands: "Comandos",
    cancel: "Cancelar", write: "Mensaje", attach: "Adjuntar", send: "Enviar", unblock: "Desbloquear",
    youBlocked: "Bloqueó a este bot. No puede escribirle.",
    hint: "Una prueba en esta computadora. Nada de lo que escribe sale de ella, y el reloj se puede mover.", goLive: "Para usarlo de verdad, ponga un BOT_TOKEN en el archivo .env; vea README.",
    bot: "bot", group: "grupo", typing: "escribiendo…", connecting: "conectando…", lost: "Se perdió la conexión. Intentando otra vez…",
    parent: "Madre o padre", "co-parent": "Otro padre o madre", teacher: "Docente", talkAs: "Hablar como", groups: "Grupos",
    addPerson: "Agregar una persona…", block: "Bloquear el bot", aboutTry: "Sobre esta prueba", blockedMark: "bloqueó el bot",
    name: "Nombre", role: "Papel", language: "Idioma", add: "Agregar", close: "Cerrar", ok: "Aceptar",
    edited: "editado", edit: "Editar", editing: "Edita su mensaje", reply: "Responder", replyTo: "Responder a {name}", you: "Usted",
    forwarded: "Reenviado de {name}", unknown: "alguien", buttons: "Botones debajo del mensaje", copied: "Copiado.",
    notCopied: "No se pudo copiar: {text}", photo: "Foto", voice: "Mensaje de voz", sticker: "Sticker", contact: "Contacto",
    location: "Ubicación", document: "Archivo", forward: "Mensaje reenviado", enlarge: "Ampliar la imagen {name}",
    download: "Descargar {name}", other: "Un mensaje de otro tipo", start: "Empezar", whatCan: "¿Qué puede hacer este bot?",
    newMessages: "{count} nuevos", toEnd: "Ir al mensaje más reciente", charsLeft: "quedan {count}", charsOver: "sobran {count}",
    noCommands: "Este bot no tiene comandos.", results: "Lo que ofrece el bot", noResults: "El bot no ofrece nada.", via: "a través de @{name}", nothingDue: "No hay nada pendiente de enviar.", clockTitle: "Mover el reloj",
    clockHelp: "Todo lo pendiente hasta entonces se envía en su orden. Hora de {zone}.", when: "Día y hora", go: "Ir",
    freeze: "Parar el reloj", nextDue: "Próximo mensaje: {when}", noAnswer: "El bot aún no ha respondido.",
    unreachable: "El servidor local no responde. Su texto sigue aquí.", where: "¿Qué lugar quiere compartir?",
    forwardTitle: "Reenviar un mensaje", forwardText: "Su texto", forwardSample: "Martes a jueves: examen de práctica 9-11, almuerzo a las 12:30, sin educación física.",
    forwardedBy: "De", sampleTeacher: "Docente", reveal: "Mostrar las palabras ocultas", joined: "{name} se unió", left: "{name} salió", pinned: "{name} fijó un mensaje", migrated: "El grupo pasó a ser un supergrupo", failed: "No funcionó: {why}",
  },
};

let language = "en";

/**
 * The language the page speaks now: "en" or "es".
 * @returns {"en"|"es"}
 */
export function spoken() {
  return language;
}

/**
 * Speak the language of a Telegram language_code; any but Spanish is English.
 * @param {string|undefined} code for instance "es-MX"
 */
export function speak(code) {
  language = String(code ?? "en").toLowerCase().startsWith("es") ? "es" : "en";
  document.documentElement.lang = language;
  for (const node of document.querySelectorAll("[data-word]")) node.textContent = say(node.dataset.word);
  for (const node of document.querySelectorAll("[data-word-label]")) node.setAttribute("aria-label", say(node.dataset.wordLabel));
  for (const node of document.querySelectorAll("[data-word-placeholder]")) node.setAttribute("placeholder", say(node.dataset.wordPlaceholder));
}

/**
 * One sentence of the page in the spoken language.
 * @param {string} key
 * @param {Record<string, string|number>} [values] for the {placeholders}
 * @returns {string}
 */
export function say(key, values = {}) {
  const pattern = WORDS[language][key] ?? WORDS.en[key] ?? key;
  return pattern.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}
