/** The way to an LMS through SCORM 1.2 (Run-Time Environment, 3.3 the API, 3.4 the data model). */

import { Api, findApi } from "./api.js";
import { alone } from "./web.js";
import { timespan } from "../timespan.js";

/** @typedef {import("../contract.js").Status} Status */

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

  const mode = api.get("cmi.core.lesson_mode").toLowerCase();
  const credit = api.get("cmi.core.credit").toLowerCase();
  const status = api.get("cmi.core.lesson_status").toLowerCase();
  const entry = {
    writable: mode !== "review" && mode !== "browse" && credit !== "no-credit",
    status: STATUSES.includes(status) ? /** @type {Status} */ (status) : null,
    score: api.number("cmi.core.score.raw"),
    page: api.get("cmi.core.lesson_location"),
    state: api.get("cmi.suspend_data"),
  };
  // Whoever does not know what there is would write over it.
  if (api.blind) return alone(true);

  return {
    host: "lms",
    api,

    learner: () => api.get("cmi.core.student_id"),

    open: () => entry,

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

    commit(seconds) {
      setTime(seconds);
      return api.keeps("Commit");
    },

    over: () => api.over,

    close(seconds) {
      if (seconds === null) api.does("Finish", "");
      else {
        setTime(seconds);
        api.keeps("Finish");
      }
    },
  };
}
