/** A module as its page declares it, and what a learner's state amounts to in it. Pure; knows neither page nor LMS. */

/** @typedef {import("./contract.js").Status} Status */
/** @typedef {import("./state.js").State} State */

/**
 * How a module stands, from the lowest: a status never goes down.
 *
 * @type {(Status | null)[]}
 */
export const RANKS = [null, "incomplete", "failed", "completed", "passed"];
const MOST_UNENDED = 0.99;

/**
 * @typedef {object} Trackable
 * @property {string} id
 * @property {boolean} required
 * @property {number} weight 0 where it is not scored.
 * @property {number} size The length of the longest answer.
 * @property {string | null} interaction Its interaction type; null where nobody hears anything of its answer.
 * @property {string[] | null} correct
 * @property {(answer: string) => boolean} fits Whether an answer from an older build still means something.
 * @property {boolean} gradual Whether an answer comes about in steps, each of which is kept.
 * @property {(answer: string) => boolean} done Whether an answer counts as done.
 * @property {(answer: string) => number} score From 0 to 1.
 * @property {(answer: string) => string[]} response
 */

/**
 * @typedef {object} Unit
 * @property {string} id
 * @property {string[]} pages
 * @property {string[]} needed The pages that have to be seen.
 * @property {Trackable[]} trackables
 * @property {number | null} passing The percentage needed to pass; null where nobody passes or fails.
 * @property {boolean} fails Whether the LMS hears of it when all is done and points are lacking.
 */

/**
 * An answer as an LMS hears of it.
 *
 * @param {Unit} unit
 * @param {Trackable & { interaction: string }} trackable
 * @param {string} answer
 * @param {number} latency In seconds.
 * @param {number} now In milliseconds.
 * @returns {import("./contract.js").Interaction}
 */
export function interactionOf(unit, { id, interaction, correct, score, response, weight }, answer, latency, now) {
  // An LMS may refuse weights over 100 (SCORM 1.2 RTE 3.4: CMIDecimal; Moodle), and only their proportions matter.
  const most = Math.max(1, ...unit.trackables.map((one) => one.weight / 100));
  return {
    id: `${unit.id}_${id}`,
    activity: id,
    type: interaction,
    response: response(answer),
    correct,
    result: correct ? (score(answer) === 1 ? "correct" : "wrong") : "neutral",
    weight: correct ? Math.round((weight / most) * 100) / 100 : null,
    latency,
    time: new Date(now),
  };
}

/**
 * Whether an answer is one to tell of, where there was another before it.
 *
 * What grows, such as a walk through scenes, is kept at every step; it is told once it is done, and again where it has
 * become another. Of what is no interaction nobody hears but that it was done, and so but once.
 *
 * @param {Trackable} trackable
 * @param {string | undefined} before
 * @param {string} answer
 */
export function isNews({ interaction, gradual, done, response }, before, answer) {
  if (!done(answer) || before === undefined || !done(before)) return done(answer);
  return interaction !== null && !(gradual && `${response(before)}` === `${response(answer)}`);
}

/**
 * What of a state still means something in this build.
 *
 * @param {State} state
 * @param {Unit} unit
 * @returns {State}
 */
export function restrict({ page, seen, answers }, { pages, trackables }) {
  /** @type {Map<string, string>} */
  const known = new Map();
  for (const { id, size, fits } of trackables) {
    const answer = answers.get(id);
    if (answer && answer.length <= size && fits(answer)) known.set(id, answer);
  }
  return { page: pages.includes(page) ? page : "", seen: pages.filter((one) => seen.includes(one)), answers: known };
}

/**
 * The ids of the required activities that are yet to be done.
 *
 * @param {Unit} unit
 * @param {State} state
 */
export function openActivities(unit, state) {
  const undone = unit.trackables.filter(({ id, required, done }) => {
    const answer = state.answers.get(id);
    return required && (answer === undefined || !done(answer));
  });
  return undone.map(({ id }) => id);
}

/**
 * The pages that are yet to be seen.
 *
 * @param {Unit} unit
 * @param {State} state
 */
export function unseenPages(unit, state) {
  return unit.needed.filter((page) => !state.seen.includes(page));
}

/**
 * Whether all pages that have to be were seen, and all required activities were done.
 *
 * @param {Unit} unit
 * @param {State} state
 */
export function isComplete(unit, state) {
  return !unseenPages(unit, state).length && !openActivities(unit, state).length;
}

/**
 * How far a learner has come, from 0 to 1 in four decimals: the pages and activities needed that are behind them. An
 * LMS may take all for completed (SCORM 2004 RTE 4.2.5), so it is all once the module is over, and never before.
 *
 * @param {Unit} unit
 * @param {State} state
 * @param {Status | null} status
 */
export function progressOf(unit, state, status) {
  if (RANKS.indexOf(status) > RANKS.indexOf("incomplete")) return 1;
  const all = unit.needed.length + unit.trackables.filter(({ required }) => required).length;
  const open = unseenPages(unit, state).length + openActivities(unit, state).length;
  return Math.min(Math.floor(((all - open) / (all || 1)) * 10000) / 10000, MOST_UNENDED);
}

/**
 * The ids of the scored activities whose points were not all earned.
 *
 * @param {Unit} unit
 * @param {State["answers"]} answers
 */
export function improvable(unit, answers) {
  return unit.trackables.filter((one) => one.weight > 0 && one.score(answers.get(one.id) || "") < 1).map(({ id }) => id);
}

/**
 * The score of these answers, on 0 to 100 in hundredths; null while nothing scored was answered.
 *
 * @param {Unit} unit
 * @param {State["answers"]} answers
 */
export function scoreOf(unit, answers) {
  const scored = unit.trackables.filter(({ weight }) => weight > 0);
  const answered = scored.filter(({ id }) => answers.has(id));
  if (!answered.length) return null;
  const points = answered.reduce((sum, one) => sum + one.score(answers.get(one.id) || "") * one.weight, 0);
  return Math.round((points / scored.reduce((sum, one) => sum + one.weight, 0)) * 10000) / 100;
}
