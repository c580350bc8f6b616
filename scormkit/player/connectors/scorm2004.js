/**
 * The way to an LMS through SCORM 2004, 3rd and 4th edition alike (Run-Time Environment, 3 the API, 4 the data model;
 * the navigation model of Sequencing and Navigation, 5.6).
 */

import { Api, findApi } from "./api.js";
import { alone } from "./web.js";
import { PLAIN } from "../state.js";
import { duration } from "../time.js";

/** @typedef {import("../contract.js").Status} Status */

const COMPLETION = ["completed", "incomplete", "not attempted", "unknown"];

/**
 * @param {Window} window
 * @returns {import("../contract.js").Connector}
 */
export function connect(window) {
  const found = findApi(window, "API_1484_11");
  const api = found && new Api(found, "");
  if (!api?.opens("cmi.completion_status", COMPLETION)) return alone(true);

  /** @param {number} seconds */
  const setTime = (seconds) => api.set("cmi.session_time", duration(seconds));

  const mode = api.get("cmi.mode");
  const credit = api.get("cmi.credit");
  // What was never set is an error to ask for (RTE 3.1.7.5: 403).
  const fresh = api.get("cmi.entry") === "ab-initio";
  // Where nothing is judged, there is none, and it is an error to ask for it.
  const { skPassing, skScored } = /** @type {DOMStringMap} */ (window.document?.body.dataset ?? {});
  const judged = skPassing !== undefined;
  const passing = judged ? api.number("cmi.scaled_passing_score") : null;
  const completion = api.get("cmi.completion_status");
  const success = api.get("cmi.success_status");
  const state = fresh ? "" : api.get("cmi.suspend_data");
  // Where scores are judged the LMS has one if it has a success, and elsewhere if the state has one too: unless that was
  // not taken with the score, or an older build made it. Then there are answers at least; if none of them is scored, the
  // LMS answers with that error, and with no score.
  const scored =
    !fresh &&
    (judged
      ? success !== "unknown"
      : state[0] !== PLAIN || (skScored !== undefined && api.number("cmi.interactions._count")));
  const entry = {
    ...(passing === null ? {} : { passing: Math.round(passing * 10000) / 100 }),
    writable: mode !== "review" && mode !== "browse" && credit !== "no-credit",
    status: statusOf(completion, success),
    score: scored ? api.number("cmi.score.raw") : null,
    page: fresh ? "" : api.get("cmi.location"),
    state,
  };
  // Whoever does not know what there is would write over it.
  if (api.blind) return alone(true);

  return {
    host: "lms",
    api,

    // An LMS judges each score by its passing score, which the manifest names (RTE 4.2.22; SN, satisfiedByMeasure).
    judges: true,

    learner: () => api.get("cmi.learner_id"),

    open: () => entry,

    writeStatus(status) {
      const complete = api.set("cmi.completion_status", status === "incomplete" ? status : "completed");
      return (status === "passed" || status === "failed" ? api.set("cmi.success_status", status) : true) && complete;
    },

    // cmi.exit: without "suspend" the next launch is a new attempt (RTE 4.2.8).
    writeSuspend: () => api.set("cmi.exit", "suspend"),

    writeScore(score) {
      api.set("cmi.score.min", 0);
      api.set("cmi.score.max", 100);
      // Some LMSs grade by one and some by the other.
      const raw = api.set("cmi.score.raw", score);
      return api.set("cmi.score.scaled", Math.round(score * 100) / 10000) && raw;
    },

    writeState(state, page, progress) {
      const placed = api.set("cmi.location", page);
      const measured = progress === null || api.set("cmi.progress_measure", progress);
      return api.set("cmi.suspend_data", state) && placed && measured;
    },

    commit(seconds) {
      setTime(seconds);
      return api.keeps("Commit");
    },

    next: () => api.get("adl.nav.request_valid.continue") === "true",

    over: () => api.over,

    close(seconds, way) {
      if (seconds === null) api.does("Terminate", "");
      else {
        setTime(seconds);
        // Never exit or exitAll: there are LMSs whose Terminate throws on them.
        if (way !== "gone") api.set("adl.nav.request", way === "proceed" ? "continue" : "suspendAll");
        api.keeps("Terminate");
      }
    },
  };
}

/**
 * The one status that the two of SCORM 2004 amount to. A success without completion is one that the LMS has come to
 * by itself, and the module is not over.
 *
 * @param {string} completion
 * @param {string} success
 * @returns {Status | null}
 */
function statusOf(completion, success) {
  if (completion === "incomplete") return completion;
  if (completion !== "completed") return null;
  return success === "passed" || success === "failed" ? success : completion;
}
