/**
 * The way to an LMS through SCORM 1.2 (Run-Time Environment, 3.3 the API, 3.4 the data model).
 *
 * Every call is guarded: an LMS may throw, answer with a boolean or a string, or answer nothing.
 */

import { standalone } from "./standalone.js";
import { digest } from "../digest.js";
import { timeOfDay, timespan } from "../time.js";

/** @typedef {import("../attempt.js").Status} Status */
/** @typedef {Record<string, (...values: string[]) => unknown>} Api */

// Frames in frames in frames: far more than any LMS nests, and an end to a chain that never ends.
const MOST_PARENTS = 20;
// CMIFeedback (RTE 3.4.4).
const LONGEST_FEEDBACK = 255;
/** @type {string[]} */
const STATUSES = ["incomplete", "failed", "completed", "passed"];
const UNBEGUN = ["not attempted", "browsed"];

/**
 * The API of the LMS: this window, its parents, its opener and the opener's parents, the top window's opener
 * (SCORM 1.2 RTE 3.3). A window of another origin throws when it is looked into, and its parent may still be ours.
 *
 * @param {Window} window
 * @returns {Api | null}
 */
export function findApi(window) {
  const starts = [() => window, () => window.opener, () => window.top?.opener];
  for (const start of starts) {
    let here = attempt(start);
    for (let n = 0; here && n <= MOST_PARENTS; n += 1) {
      const place = here;
      const api = attempt(() => place.API);
      if (api) return api;
      const above = attempt(() => place.parent);
      here = above === place ? null : above;
    }
  }
  return null;
}

/**
 * @param {() => any} job
 * @param {unknown} [otherwise]
 * @returns {any}
 */
function attempt(job, otherwise) {
  try {
    return job();
  } catch {
    return otherwise;
  }
}

/**
 * @param {Window} window
 * @returns {import("../attempt.js").Connector}
 */
export function connect(window) {
  const found = findApi(window);
  if (!found || !open(found)) return standalone(true);
  const api = found;

  /**
   * @param {string} element
   * @param {string | number} value
   */
  const set = (element, value) => done(api, "LMSSetValue", element, String(value));
  /** @param {string} element */
  const get = (element) => read(api, element);
  /** @param {number} seconds */
  const setTime = (seconds) => set("cmi.core.session_time", timespan(seconds));

  return {
    host: "lms",

    learner: () => digest(get("cmi.core.student_id")),

    open() {
      const mode = get("cmi.core.lesson_mode").toLowerCase();
      const credit = get("cmi.core.credit").toLowerCase();
      const status = get("cmi.core.lesson_status").toLowerCase();
      const score = get("cmi.core.score.raw");
      return {
        writable: mode !== "review" && mode !== "browse" && credit !== "no-credit",
        status: STATUSES.includes(status) ? /** @type {Status} */ (status) : null,
        score: score === "" || Number.isNaN(Number(score)) ? null : Number(score),
        page: get("cmi.core.lesson_location"),
        state: get("cmi.suspend_data"),
      };
    },

    writeStatus: (status) => set("cmi.core.lesson_status", status),

    // cmi.core.exit: without "suspend" an LMS may hand nothing back on the next launch.
    writeSuspend: () => set("cmi.core.exit", "suspend"),

    writeScore(score) {
      set("cmi.core.score.min", 0);
      set("cmi.core.score.max", 100);
      return set("cmi.core.score.raw", score);
    },

    writeState(state, page) {
      const placed = set("cmi.core.lesson_location", page);
      return set("cmi.suspend_data", state) && placed;
    },

    /** Interactions are optional in SCORM 1.2: an LMS that does not count them does not have them. */
    writeInteraction({ id, type, response, correct, result, weight, latency, time }) {
      const count = get("cmi.interactions._count");
      const at = `cmi.interactions.${count}`;
      // SCORM 1.2 has no word for what is none of its own eight types (RTE 3.4, cmi.interactions.n.type).
      if (type === "other" || count === "" || Number.isNaN(Number(count)) || !set(`${at}.id`, id)) return;
      set(`${at}.type`, type);
      if (correct && writable(type, correct)) set(`${at}.correct_responses.0.pattern`, join(type, correct));
      if (weight !== null) set(`${at}.weighting`, weight);
      set(`${at}.student_response`, join(type, response));
      set(`${at}.result`, result);
      set(`${at}.time`, timeOfDay(time));
      set(`${at}.latency`, timespan(latency));
    },

    commit(seconds) {
      setTime(seconds);
      return done(api, "LMSCommit", "");
    },

    close(seconds) {
      if (seconds !== null) setTime(seconds);
      done(api, "LMSFinish", "");
    },
  };
}

/**
 * Whether SCORM 1.2 can write this right answer down: it has no range of numbers.
 *
 * @param {string} type
 * @param {string[]} correct
 */
function writable(type, correct) {
  return type !== "numeric" || correct[0] === correct[1];
}

/**
 * An answer as SCORM 1.2 writes it: a number alone, t or f, all else as a list, cut off where 255 characters end.
 *
 * @param {string} type
 * @param {string[]} items
 */
function join(type, items) {
  if (type === "numeric") return items[0] || "";
  // RTE 3.4.4: 0, 1, t or f.
  if (type === "true-false") return (items[0] || "").charAt(0);
  const kept = [...items];
  while (kept.join().length > LONGEST_FEEDBACK) kept.pop();
  return kept.join();
}

/**
 * Some LMSs have opened the session themselves, and answer false to a second time; then the data are there to be read.
 *
 * @param {Api} api
 */
function open(api) {
  return done(api, "LMSInitialize", "") || [...STATUSES, ...UNBEGUN].includes(read(api, "cmi.core.lesson_status"));
}

/**
 * @param {Api} api
 * @param {string} element
 */
function read(api, element) {
  return String(attempt(() => api["LMSGetValue"]?.(element)) ?? "").trim();
}

/**
 * Call a function that succeeds or fails. Where the LMS gives no answer, its last error decides.
 *
 * @param {Api} api
 * @param {string} name
 * @param {string[]} values
 */
function done(api, name, ...values) {
  const said = String(attempt(() => api[name]?.(...values), false) ?? "").toLowerCase();
  if (said === "") return String(attempt(() => api["LMSGetLastError"]?.())) === "0";
  return said === "true" || said === "1";
}
