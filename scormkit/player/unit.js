/** A module as its pages declare it: types, and the order of how it can stand. Pure. */

/** @typedef {import("./contract.js").Status} Status */

/**
 * How a module stands, from the lowest: a status never goes down.
 *
 * @type {(Status | null)[]}
 */
export const RANKS = [null, "incomplete", "failed", "completed", "passed"];

/**
 * What is known of a module once its first page is there.
 *
 * @typedef {object} Outline
 * @property {string} id
 * @property {string[]} pages
 * @property {string[]} needed The pages that have to be seen.
 * @property {number | null} passing The percentage needed to pass; null where nobody passes or fails.
 * @property {boolean} fails Whether the LMS hears of it when all is done and points are lacking.
 */

/** @typedef {Outline & { trackables: Trackable[] }} Unit A module of which all pages are there. */

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
