/**
 * The xAPI statements of one launch (xAPI 1.0.3, Data; cmi5, 9), made from the table of events. Pure.
 *
 * Each names the version of the course's profile and its subject's own category, by which its template is found
 * (`scormkit/xapi/profile/names.py` has the same names).
 */

import { EVENTS } from "./events.js";
import { responseOf } from "./notation.js";
import { duration } from "./time.js";

/** @typedef {Record<string, any>} Json */
/** @typedef {"initialized" | "completed" | "passed" | "failed" | "terminated"} Verb What is said of the module. */

/**
 * What a launch gives, and all its statements have in common.
 *
 * @typedef {object} Given
 * @property {Json} actor Just as the LMS gave it.
 * @property {string} registration
 * @property {string} activity The id under which the LMS knows the module.
 * @property {Json} template What the context of each statement begins with.
 * @property {boolean} cmi5 Whether the rules of cmi5 hold.
 * @property {number | null} mastery The LMS's passing score, from 0 to 1; null where it gave none.
 */

/** @typedef {Given & import("./subject.js").Subject} Launch */

/**
 * @typedef {object} Stamp
 * @property {string} id A UUID.
 * @property {string} timestamp In UTC.
 */

/** @typedef {{ said: Json, apart?: Json, moves?: boolean, judges?: boolean }} Row See the table. */

const VERBS = "http://adlnet.gov/expapi/verbs/";
const CMI5 = "https://w3id.org/xapi/cmi5/context/";
/** @type {{ module: Record<string, Row>, activity: Record<string, Row> }} */
const TABLE = EVENTS;

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
  const { activity, definition, subject, cmi5, mastery } = launch;
  const { moves, judges } = rowOf("module", verb);
  // Who is judged without an answer has earned nothing yet.
  const points = judges ? score || 0 : score;
  const found = { duration: duration(seconds), ...(points === null ? {} : { score: scoreOf(points) }) };
  const names = cmi5 ? ["cmi5", ...(moves ? ["moveon"] : [])] : [];
  const categories = names.map((name) => ({ id: `${CMI5}categories/${name}` }));
  const context = contextOf(launch, { category: [...categories, ...categoriesOf(launch, subject)] });
  if (judges && mastery !== null) {
    context["extensions"] = { [`${CMI5}extensions/masteryscore`]: mastery, ...context["extensions"] };
  }
  return make(launch, stamp, "module", verb, { id: activity, ...(definition && { definition }) }, found, context);
}

/**
 * A statement about something in the module that was done: what was answered, where that is for others to know.
 *
 * @param {Launch} launch
 * @param {Stamp} stamp
 * @param {import("./contract.js").Interaction | import("./contract.js").Deed} deed
 * @returns {Json}
 */
export function ofActivity(launch, stamp, deed) {
  const { iri, activity, activities, subject } = launch;
  const { verb = "answered", ...about } = activities()[deed.activity] || {};
  const found = { duration: duration(deed.latency), ...("type" in deed ? answerOf(deed) : {}) };
  const categories = categoriesOf(launch, `${subject}/${deed.activity}`);
  const context = contextOf(launch, { parent: [{ id: activity }], category: categories });
  return make(launch, stamp, "activity", verb, { id: `${iri || activity}/${deed.activity}`, ...about }, found, context);
}

/**
 * What a statement says of the module of a launch; empty where it is about something in it, which the course can do
 * without. A film may be completed, too.
 *
 * @param {Json} statement
 * @param {string} activity
 */
export function verbOf({ object, verb }, activity) {
  return object.id === activity ? verb.id.slice(VERBS.length) : "";
}

/** @param {import("./contract.js").Interaction} interaction */
function answerOf({ type, response, result }) {
  const judged = result === "neutral" ? {} : { success: result === "correct" };
  return { response: responseOf(type, response), ...judged };
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
 * The version of the profile, and the category of a subject; nothing where the page knows of no profile.
 *
 * @param {Launch} launch
 * @param {string} subject
 * @returns {Json[]}
 */
function categoriesOf({ profile }, subject) {
  const name = (/** @type {string} */ kind) => `${profile.replace(/\/[^/]*$/, "")}/${kind}/${subject}`;
  return profile ? [{ id: profile }, { id: name("categories"), definition: { type: name("types") } }] : [];
}

/**
 * The context that the LMS gave, with these activities added: a copy, so that nothing of it is ever lost.
 *
 * @param {Launch} launch
 * @param {Record<string, Json[]>} added
 * @returns {Json}
 */
function contextOf({ template, registration }, added) {
  const context = { ...JSON.parse(JSON.stringify(template)), registration };
  for (const [kind, more] of Object.entries(added)) {
    if (!more.length) continue;
    // One activity may stand there without its list (xAPI 1.0.3, Data, 2.4.6.2).
    const all = [...[context.contextActivities?.[kind] ?? []].flat(), ...more];
    context.contextActivities = { ...context.contextActivities, [kind]: all };
  }
  return context;
}

/**
 * @param {Launch} launch
 * @param {Stamp} stamp
 * @param {"module" | "activity"} of
 * @param {string} verb
 * @param {Json} object
 * @param {Json} found What the members of the result may be, as far as they are known.
 * @param {Json} context
 * @returns {Json}
 */
function make({ actor, cmi5 }, { id, timestamp }, of, verb, object, found, context) {
  const { said, apart } = rowOf(of, verb);
  const members = Object.entries(cmi5 ? said : { ...said, ...apart }).map(([name, value]) => [name, value ?? found[name]]);
  const result = Object.fromEntries(members.filter(([, value]) => value !== undefined));
  const told = members.length ? { result } : {};
  return { id, actor, verb: { id: VERBS + verb, display: { en: verb } }, object, ...told, context, timestamp };
}

/**
 * @param {"module" | "activity"} of
 * @param {string} verb
 * @returns {Row}
 */
function rowOf(of, verb) {
  return TABLE[of][verb] || { said: {} };
}
