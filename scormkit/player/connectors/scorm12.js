/** The way to an LMS through SCORM 1.2 (Run-Time Environment, 3.3 the API, 3.4 the data model). */

import { Api, findApi } from "./api.js";
import { alone } from "./web.js";
import { digest } from "../digest.js";
import { timeOfDay, timespan } from "../time.js";

/** @typedef {import("../contract.js").Status} Status */

// CMIFeedback (RTE 3.4.4).
const LONGEST_FEEDBACK = 255;
/** @type {string[]} */
const STATUSES = ["incomplete", "failed", "completed", "passed"];
const UNBEGUN = ["not attempted", "browsed"];

/**
 * @param {Window} window
 * @returns {import("../contract.js").Connector}
 */
export function connect(window) {
  const found = findApi(window, "API");
  const api = found && new Api(found, "LMS");
  if (!api?.opens("cmi.core.lesson_status", [...STATUSES, ...UNBEGUN])) return alone(true);

  /** @param {number} seconds */
  const setTime = (seconds) => api.set("cmi.core.session_time", timespan(seconds));

  return {
    host: "lms",

    learner: () => digest(api.get("cmi.core.student_id")),

    open() {
      const mode = api.get("cmi.core.lesson_mode").toLowerCase();
      const credit = api.get("cmi.core.credit").toLowerCase();
      const status = api.get("cmi.core.lesson_status").toLowerCase();
      return {
        writable: mode !== "review" && mode !== "browse" && credit !== "no-credit",
        status: STATUSES.includes(status) ? /** @type {Status} */ (status) : null,
        score: api.number("cmi.core.score.raw"),
        page: api.get("cmi.core.lesson_location"),
        state: api.get("cmi.suspend_data"),
      };
    },

    writeStatus: (status) => api.set("cmi.core.lesson_status", status),

    // cmi.core.exit: without "suspend" an LMS may hand nothing back on the next launch.
    writeSuspend: () => api.set("cmi.core.exit", "suspend"),

    writeScore(score) {
      api.set("cmi.core.score.min", 0);
      api.set("cmi.core.score.max", 100);
      return api.set("cmi.core.score.raw", score);
    },

    writeState(state, page) {
      const placed = api.set("cmi.core.lesson_location", page);
      return api.set("cmi.suspend_data", state) && placed;
    },

    /** Interactions are optional in SCORM 1.2: an LMS that does not count them does not have them. */
    writeInteraction({ id, type, response, correct, result, weight, latency, time }) {
      const at = api.nextInteraction();
      // SCORM 1.2 has no word for what is none of its own eight types (RTE 3.4, cmi.interactions.n.type).
      if (type === "other" || at === null || !api.set(`${at}.id`, id)) return;
      api.set(`${at}.type`, type);
      if (correct && writable(type, correct)) api.set(`${at}.correct_responses.0.pattern`, join(type, correct));
      if (weight !== null) api.set(`${at}.weighting`, weight);
      api.set(`${at}.student_response`, join(type, response));
      api.set(`${at}.result`, result);
      api.set(`${at}.time`, timeOfDay(time));
      api.set(`${at}.latency`, timespan(latency));
    },

    commit(seconds) {
      setTime(seconds);
      return api.does("Commit", "");
    },

    close(seconds) {
      if (seconds !== null) setTime(seconds);
      api.does("Finish", "");
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
