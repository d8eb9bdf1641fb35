// Building and finding elements. Text only ever enters the page as text nodes.

/**
 * The element with this id; the page is broken without it, so a miss throws.
 * @param {string} id
 * @returns {HTMLElement}
 */
export function byId(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no #${id}`);
  return found;
}

/**
 * A new element. Attributes with a function become listeners ("click": fn), `null`
 * and `false` are left out, `true` is an empty attribute. Strings become text nodes.
 * @param {string} tag
 * @param {Record<string, unknown>} [attributes]
 * @param {...(Node|string|null|undefined|false)} children
 * @returns {HTMLElement}
 */
export function el(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") made.addEventListener(name, value);
    else made.setAttribute(name, value === true ? "" : String(value));
  }
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

const PATHS = {
  send: "M4 12 20 4l-5 16-4-6.500zM11 13.500 20 4",
  attach: "M20 11.500 12.500 19a5 5 0 0 1-7-7l8-8a3.300 3.300 0 0 1 4.700 4.700l-8 8a1.700 1.700 0 0 1-2.400-2.400l7.200-7.200",
  commands: "M5 5h14a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2zM14 8.500l-4 7",
  close: "M6 6l12 12M18 6 6 18",
  down: "M12 5v14M6 13l6 6 6-6",
  open: "M8 16 17 7M9.500 7H17v7.500",
  copy: "M9 9h10v11H9zM5 15V4h10",
  file: "M7 3h7l5 5v13H7zM14 3v5h5",
  photo: "M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.500 9h.01",
  voice: "M12 4a2.500 2.500 0 0 1 2.500 2.500v5a2.500 2.500 0 0 1-5 0v-5A2.500 2.500 0 0 1 12 4zM6 11.500a6 6 0 0 0 12 0M12 17.500V21",
  contact: "M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM5 20c.8-3.500 3.600-5 7-5s6.200 1.500 7 5",
  location: "M12 21c-4-4.500-6.500-7.800-6.500-11a6.500 6.500 0 0 1 13 0c0 3.200-2.500 6.500-6.500 11zM12 8a2.200 2.200 0 1 1 0 4.400A2.200 2.200 0 0 1 12 8z",
  sticker: "M12 3.500a8.500 8.500 0 1 1 0 17 8.500 8.500 0 0 1 0-17zM8.500 14c.9 1.500 2.100 2.200 3.500 2.200s2.600-.7 3.500-2.200M9 9.500h.01M15 9.500h.01",
  forward: "M14 6l6 6-6 6M20 12H9a5 5 0 0 0-5 5v1",
  reply: "M10 6 4 12l6 6M4 12h11a5 5 0 0 1 5 5v1",
  edit: "M4 20l1-4L16 5l3 3L8 19zM14 7l3 3",
  add: "M12 5v14M5 12h14",
  group: "M9 5a3.500 3.500 0 1 1 0 7 3.500 3.500 0 0 1 0-7zM3 19c.6-3 2.900-4.500 6-4.500s5.400 1.500 6 4.500M16 5.500a3 3 0 0 1 0 6M18 15c1.700.8 2.600 2.200 3 4",
  stop: "M12 3.500a8.500 8.500 0 1 1 0 17 8.500 8.500 0 0 1 0-17zM6 6l12 12",
  hint: "M12 3.500a8.500 8.500 0 1 1 0 17 8.500 8.500 0 0 1 0-17zM12 11v5M12 8h.01",
  check: "M5 12.500 10 17.500 19.500 7",
};

/**
 * A line icon of ours, hidden from screen readers: its button carries the label.
 * @param {keyof typeof PATHS} name
 * @returns {SVGElement}
 */
export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}
