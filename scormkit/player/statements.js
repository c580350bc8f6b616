/**
 * The xAPI statements of one launch (xAPI 1.0.3, Data; cmi5, 9: what each verb must say and must not). Pure.
 */

import { patternOf, responseOf } from "./notation.js";
import { duration } from "./time.js";

/** @typedef {Record<string, any>} Json */
/** @typedef {"initialized" | "completed" | "passed" | "failed" | "terminated"} Verb What is said of the module. */

/**
 * What a launch gives, and all its statements have in common.
 *
 * @typedef {object} Launch
 * @property {Json} actor Just as the LMS gave it.
 * @property {string} registration
 * @property {string} activity The id under which the LMS knows the module.
 * @property {string} iri The module's own id, under which its activities are known; no slash at its end.
 * @property {Json} template What the context of each statement begins with.
 * @property {boolean} cmi5 Whether the rules of cmi5 hold.
 * @property {number | null} mastery The LMS's passing score, from 0 to 1; null where it gave none.
 */

/**
 * @typedef {object} Stamp
 * @property {string} id A UUID.
 * @property {string} timestamp In UTC.
 */

const ADL = "http://adlnet.gov/expapi/";
const CMI5 = "https://w3id.org/xapi/cmi5/context/";
const MOVING = ["completed", "passed", "failed"];
const JUDGING = ["passed", "failed"];

/**
 * A statement about the module as a whole.
 *
 * @param {Launch} launch
 * @param {Stamp} stamp
 * @param {Verb} verb
 * @param {number} seconds Since the session began.
 * @param {number | null} score On 0 to 100.
 * @returns {Json}
 */
export function ofModule(launch, stamp, verb, seconds, score) {
  const { cmi5, mastery } = launch;
  const judging = JUDGING.includes(verb);
  const moving = MOVING.includes(verb);
  /** @type {Json} */
  const result = {};
  // cmi5 keeps apart what is completed and what is passed (9.5.2, 9.5.3); elsewhere each may say all there is.
  if (verb === "completed" || (moving && !cmi5)) result["completion"] = true;
  if (judging) result["success"] = verb === "passed";
  if (score !== null && (judging || (moving && !cmi5))) result["score"] = scoreOf(score);
  if (verb !== "initialized") result["duration"] = duration(seconds);
  const categories = cmi5 ? ["cmi5", ...(moving ? ["moveon"] : [])].map((name) => `${CMI5}categories/${name}`) : [];
  const context = contextOf(launch, "category", categories);
  if (judging && mastery !== null) {
    context["extensions"] = { ...context["extensions"], [`${CMI5}extensions/masteryscore`]: mastery };
  }
  return make(launch, stamp, verb, { id: launch.activity }, result, context);
}

/**
 * A statement about one answer.
 *
 * @param {Launch} launch
 * @param {Stamp} stamp
 * @param {import("./contract.js").Interaction} interaction
 * @returns {Json}
 */
export function ofAnswer(launch, stamp, { activity, type, response, correct, result, latency }) {
  /** @type {Json} */
  const definition = { type: `${ADL}activities/cmi.interaction`, interactionType: type };
  // No pattern means that any answer will do; an empty one would make every answer wrong.
  if (correct) definition["correctResponsesPattern"] = [patternOf(type, correct)];
  /** @type {Json} */
  const said = { response: responseOf(type, response), duration: duration(latency) };
  if (result !== "neutral") said["success"] = result === "correct";
  const object = { id: `${launch.iri || launch.activity}/${activity}`, definition };
  return make(launch, stamp, "answered", object, said, contextOf(launch, "parent", [launch.activity]));
}

/**
 * Whether a statement is about an answer, and so one that the course can do without.
 *
 * @param {Json} statement
 */
export function isAnswer(statement) {
  return statement["verb"].id === `${ADL}verbs/answered`;
}

/**
 * cmi5 wants whole numbers beside `scaled` (9.5.1). A score below the mark does not look like one that reaches it.
 *
 * @param {number} score
 */
function scoreOf(score) {
  return { scaled: Math.round(score * 100) / 10000, raw: Math.floor(score), min: 0, max: 100 };
}

/**
 * Whether a statement tells how the module stands.
 *
 * @param {Json} statement
 */
export function isMoving(statement) {
  return MOVING.some((verb) => statement["verb"].id === `${ADL}verbs/${verb}`);
}

/**
 * Whether a statement ends the session.
 *
 * @param {Json} statement
 */
export function isClosing(statement) {
  return statement["verb"].id === `${ADL}verbs/terminated`;
}

/**
 * The context that the LMS gave, with these activities added: a copy, so that nothing of it is ever lost.
 *
 * @param {Launch} launch
 * @param {"category" | "parent"} kind
 * @param {string[]} ids
 * @returns {Json}
 */
function contextOf({ template, registration }, kind, ids) {
  const context = { ...JSON.parse(JSON.stringify(template)), registration };
  if (!ids.length) return context;
  const activities = { ...context.contextActivities };
  // One activity may stand there without its list (xAPI 1.0.3, Data, 2.4.6.2).
  activities[kind] = [...[activities[kind] ?? []].flat(), ...ids.map((id) => ({ id }))];
  return { ...context, contextActivities: activities };
}

/**
 * @param {Launch} launch
 * @param {Stamp} stamp
 * @param {string} verb
 * @param {Json} object
 * @param {Json} result
 * @param {Json} context
 * @returns {Json}
 */
function make({ actor }, { id, timestamp }, verb, object, result, context) {
  const said = Object.keys(result).length ? { result } : {};
  return { id, actor, verb: { id: `${ADL}verbs/${verb}`, display: { en: verb } }, object, ...said, context, timestamp };
}
