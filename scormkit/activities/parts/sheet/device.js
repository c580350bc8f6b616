/**
 * Notes in the browser of the device: one entry for each sheet of each learner, gone 90 days after the last change.
 *
 * All courses of an LMS share one such store, and so do all who use the browser; hence the names, the end of each entry,
 * and the button that wipes it.
 */

const PREFIX = "scormkit-note ";
const LONGEST = 90 * 24 * 60 * 60 * 1000;

/**
 * @param {string} owner
 * @param {string} sheet
 */
export const nameOf = (owner, sheet) => `${PREFIX}${owner} ${sheet}`;

/**
 * What is kept under a name; nothing where it is too old, or was not written here.
 *
 * @param {() => Storage} open A browser may refuse the store as a whole.
 * @param {string} name
 * @param {number} now
 * @returns {Record<string, string>}
 */
export function load(open, name, now) {
  try {
    const store = open();
    sweep(store, now);
    const values = JSON.parse(store.getItem(name) || "{}").values || {};
    return Object.fromEntries(Object.entries(values).filter(([, text]) => typeof text === "string"));
  } catch {
    return {};
  }
}

/**
 * @param {() => Storage} open
 * @param {string} name
 * @param {Record<string, string>} values
 * @param {number} now
 * @returns {boolean} Whether the browser keeps them: it may have no room, or keep nothing at all.
 */
export function save(open, name, values, now) {
  try {
    if (Object.keys(values).length) open().setItem(name, JSON.stringify({ at: now, values }));
    else open().removeItem(name);
    return true;
  } catch {
    return !Object.keys(values).length;
  }
}

/**
 * Take away every note that is too old, whoever wrote it: its writer may never come back to this device.
 *
 * @param {Storage} store
 * @param {number} now
 */
function sweep(store, now) {
  const names = Array.from({ length: store.length }, (_, n) => store.key(n) || "");
  for (const name of names.filter((each) => each.startsWith(PREFIX))) {
    if (!(Math.abs(now - changedAt(store.getItem(name))) <= LONGEST)) store.removeItem(name);
  }
}

/** @param {string | null} entry */
function changedAt(entry) {
  try {
    return Number(JSON.parse(entry || "").at);
  } catch {
    return NaN;
  }
}
