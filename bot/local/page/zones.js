// Instants shown in a family's zone, and wall-clock times turned back into instants.

import { spoken } from "./words.js";

/** Zones offered by the page: those of the United States, then UTC. */
export const ZONES = [
  ["America/New_York", "New York"], ["America/Chicago", "Chicago"], ["America/Denver", "Denver"],
  ["America/Phoenix", "Phoenix"], ["America/Los_Angeles", "Los Angeles"], ["America/Anchorage", "Anchorage"],
  ["Pacific/Honolulu", "Honolulu"], ["UTC", "UTC"],
];

const formats = new Map();

function formatted(instant, zone, options) {
  const locale = spoken() === "es" ? "es-US" : "en-US";
  const key = JSON.stringify([locale, zone, options]);
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat(locale, { timeZone: zone, ...options }));
  return formats.get(key).format(instant);
}

/**
 * The hour of an instant, "7:05 PM".
 * @param {Date} instant
 * @param {string} zone IANA name
 */
export function hourOf(instant, zone) {
  return formatted(instant, zone, { hour: "numeric", minute: "2-digit" });
}

/**
 * The calendar day of an instant in words, weekday and year included.
 * @param {Date} instant
 * @param {string} zone IANA name
 */
export function dayOf(instant, zone) {
  return formatted(instant, zone, { weekday: "long", month: "long", day: "numeric", year: "numeric" });
}

/**
 * Day and hour of an instant, short enough for the clock bar at 360 px.
 * @param {Date} instant
 * @param {string} zone IANA name
 */
export function momentOf(instant, zone) {
  return formatted(instant, zone, { weekday: "short", month: "short", day: "numeric", year: "numeric", hour: "numeric", minute: "2-digit" });
}

/**
 * Wall-clock time of an instant as a datetime-local field wants it, "2026-09-14T19:00".
 * @param {Date} instant
 * @param {string} zone IANA name
 */
export function wallOf(instant, zone) {
  return new Date(instant.getTime() + offsetAt(instant.getTime(), zone)).toISOString().slice(0, 16);
}

/**
 * The instant of a wall-clock time. Inside the spring gap it moves an hour later; in
 * the autumn fold the first pass counts.
 * @param {string} wall "2026-09-14T19:00"
 * @param {string} zone IANA name
 * @returns {Date}
 */
export function instantOf(wall, zone) {
  const asUtc = Date.parse(`${wall}Z`);
  const hour = 3_600_000;
  // The offsets on either side of the wanted time; the clock changes at most once between them.
  const before = asUtc - offsetAt(asUtc - 24 * hour, zone);
  const after = asUtc - offsetAt(asUtc + 24 * hour, zone);
  const fits = [before, after].filter((at) => at + offsetAt(at, zone) === asUtc);
  return new Date(fits.length ? Math.min(...fits) : before);
}

function offsetAt(at, zone) {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone: zone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric",
    hour: "numeric", minute: "numeric", second: "numeric",
  }).formatToParts(at);
  const of = Object.fromEntries(parts.map((part) => [part.type, Number(part.value)]));
  return Date.UTC(of.year, of.month - 1, of.day, of.hour, of.minute, of.second) - Math.floor(at / 1000) * 1000;
}
