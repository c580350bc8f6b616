/** What an LMS hears of answers through SCORM 1.2 (Run-Time Environment, 3.4 the data model, interactions). */

import { nextInteraction } from "./counting.js";
import { timeOfDay, timespan } from "../timespan.js";

/** @typedef {import("../contract.js").Interaction} Interaction */

// CMIFeedback (RTE 3.4.4).
const LONGEST_FEEDBACK = 255;

/**
 * Interactions are optional in SCORM 1.2: an LMS that does not count them does not have them.
 *
 * @param {import("./api.js").Api} api
 * @param {Interaction} interaction
 */
export function report(api, { id, type, response, correct, result, weight, latency, time }) {
  const at = nextInteraction(api);
  // SCORM 1.2 has no word for what is none of its own eight types (RTE 3.4, cmi.interactions.n.type).
  if (type === "other" || at === null || !api.set(`${at}.id`, id)) return;
  api.set(`${at}.type`, type);
  if (correct && writable(type, correct)) api.set(`${at}.correct_responses.0.pattern`, join(type, correct));
  if (weight !== null) api.set(`${at}.weighting`, weight);
  api.set(`${at}.student_response`, join(type, response));
  api.set(`${at}.result`, result);
  api.set(`${at}.time`, timeOfDay(time));
  api.set(`${at}.latency`, timespan(latency));
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
