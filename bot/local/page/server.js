// The only door to the local server: plain requests, and the stream of events.

/** A request that the server refused, or that did not reach it (status 0). */
export class Refusal extends Error {
  /**
   * @param {number} status HTTP status; 0 when the server did not answer
   * @param {string} why the server's words, for the person to read
   */
  constructor(status, why) {
    super(why);
    this.status = status;
  }
}

/**
 * GET one JSON document.
 * @param {string} path
 * @param {Record<string, string|number|null|undefined>} query empty values are left out
 */
export function ask(path, query) {
  return request(`${path}?${queryOf(query)}`, { headers: { Accept: "application/json" } });
}

/**
 * POST JSON, or a form with files, and hand back the JSON answer.
 * @param {string} path
 * @param {object|FormData} body
 */
export function tell(path, body) {
  if (body instanceof FormData) return request(path, { method: "POST", body });
  return request(path, { method: "POST", body: JSON.stringify(body), headers: { "Content-Type": "application/json" } });
}

const EVENTS = ["message", "edit", "delete", "answer", "reaction", "typing", "clock", "commands", "state"];
const RETRY_MS = [400, 800, 1500, 3000, 5000];

/**
 * Listen to a chat until `close()` is called, reconnecting for ever. `onOpen` is
 * called at each (re)connection, before any event, so that the caller can restore
 * what it missed; `onLost` once the server cannot be reached.
 * @param {Record<string, string|number|null|undefined>} query
 * @param {{onOpen: () => void, onEvent: (name: string, data: any) => void, onLost: () => void}} hears
 * @returns {{close: () => void}}
 */
export function listen(query, hears) {
  let source = null;
  let timer = 0;
  let tries = 0;
  const connect = () => {
    source = new EventSource(`/local/events?${queryOf(query)}`);
    source.onopen = () => { tries = 0; hears.onOpen(); };
    // The browser's own retry gives up for good on an HTTP error; ours does not.
    source.onerror = () => {
      source.close();
      hears.onLost();
      timer = setTimeout(connect, RETRY_MS[Math.min(tries++, RETRY_MS.length - 1)]);
    };
    for (const name of EVENTS) source.addEventListener(name, (event) => hears.onEvent(name, parsed(event.data)));
  };
  connect();
  return { close: () => { clearTimeout(timer); source.close(); } };
}

function queryOf(query) {
  const given = Object.entries(query).filter(([, value]) => value !== null && value !== undefined && value !== "");
  return new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
}

async function request(path, options) {
  let response;
  try {
    response = await fetch(path, { cache: "no-store", ...options });
  } catch {
    throw new Refusal(0, "");
  }
  const body = parsed(await response.text());
  if (!response.ok) throw new Refusal(response.status, wordsOf(body) ?? response.statusText);
  return body ?? {};
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function wordsOf(body) {
  const words = body?.description ?? body?.error ?? body?.detail;
  return typeof words === "string" ? words : null;
}
