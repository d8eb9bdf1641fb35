// Small choices that outlive a reload. A browser that forbids storing only forgets them.

const PREFIX = "plankeeper.";

/** Keep a short text in this browser. */
export function remember(name, value) {
  try {
    localStorage.setItem(PREFIX + name, value);
  } catch {
    // Private windows may refuse: the choice then lasts until the reload.
  }
}

/** The kept text, or null. */
export function recall(name) {
  try {
    return localStorage.getItem(PREFIX + name);
  } catch {
    return null;
  }
}
