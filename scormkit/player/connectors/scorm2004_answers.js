/** What an LMS hears of answers through SCORM 2004 (Run-Time Environment, 4.2.9 interactions). */

import { nextInteraction } from "./counting.js";
import { patternOf, responseOf } from "../notation.js";
import { duration, timestamp } from "../time.js";

/** @typedef {import("../contract.js").Interaction} Interaction */

// So many texts, of so many characters, an LMS has to keep of one answer (RTE 4.2.9.1, fill-in).
const MOST_TEXTS = 10;
const LONGEST_TEXT = 250;

/**
 * @param {import("./api.js").Api} api
 * @param {Interaction} interaction
 */
export function report(api, { id, type, response, correct, result, weight, latency, time }) {
  const at = nextInteraction(api);
  // The type comes before all that is written by its rules (RTE 4.2.9).
  if (at === null || !api.set(`${at}.id`, id) || !api.set(`${at}.type`, type)) return;
  if (correct) api.set(`${at}.correct_responses.0.pattern`, patternOf(type, fitting(type, correct)));
  if (weight !== null) api.set(`${at}.weighting`, weight);
  api.set(`${at}.timestamp`, timestamp(time));
  api.set(`${at}.learner_response`, responseOf(type, fitting(type, response)));
  api.set(`${at}.result`, result === "wrong" ? "incorrect" : result);
  api.set(`${at}.latency`, duration(latency));
}

/**
 * An answer of no more texts than an LMS has to keep: what is over goes into the last of them, as far
 * as there is room.
 *
 * @param {string} type
 * @param {string[]} items
 */
function fitting(type, items) {
  if (type !== "fill-in" || items.length <= MOST_TEXTS) return items;
  return [...items.slice(0, MOST_TEXTS - 1), items.slice(MOST_TEXTS - 1).join(", ").slice(0, LONGEST_TEXT)];
}
