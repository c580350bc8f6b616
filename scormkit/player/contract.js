/**
 * What attempt and connectors say to one another: types alone, so that nothing of this file goes into a package.
 */

export {};

/** @typedef {"incomplete" | "failed" | "completed" | "passed"} Status */

/**
 * What an LMS holds of this attempt when the module is launched.
 *
 * @typedef {object} Entry
 * @property {boolean} writable False in review and browse mode, and where there is no credit to gain.
 * @property {Status | null} status Null for an attempt that has not begun.
 * @property {number | null} score On 0 to 100.
 * @property {string} page The page that the learner was on, from outside the state.
 * @property {string} state The saved state, or empty.
 * @property {number | null} [passing] The percentage needed to pass, where the LMS has the say over it.
 */

/**
 * @typedef {object} Interaction
 * @property {string} id Unique among all modules of the course.
 * @property {string} activity The activity's own id, unique in its module.
 * @property {string} type
 * @property {string[]} response The ids of the components chosen.
 * @property {string[] | null} correct The ids of the right answer's components; null where nothing is right or wrong.
 * @property {"correct" | "wrong" | "neutral"} result
 * @property {number | null} weight
 * @property {number} latency In seconds.
 * @property {Date} time
 */

/**
 * Something done that is no interaction: what was written or chosen in it is for nobody else to see.
 *
 * @typedef {object} Deed
 * @property {string} activity The activity's own id, unique in its module.
 * @property {number} latency In seconds.
 */

/** @typedef {"gone" | "exit" | "proceed"} Way A session's end: the page goes away, the exit button, the next module. */

/**
 * The way to an LMS. Each `write` says whether the LMS took it; none throws. `close` comes last, and once unless it
 * fails. With "gone" there is no time to wait for anything.
 *
 * @typedef {object} Connector
 * @property {import("./connectors/api.js").Api} [api] The functions of the LMS, where it is one of SCORM.
 * @property {"lms" | "none" | "missing"} host "missing" where an LMS was looked for and not found.
 * @property {boolean} [judges] Whether the LMS itself passes or fails the learner as soon as it hears of a score.
 * @property {boolean} [quiet] Whether the learner wants no sound that they did not ask for.
 * @property {() => string} learner What tells this learner from others at this LMS; empty where nobody knows.
 * @property {() => Entry | Promise<Entry>} open
 * @property {(status: Status, seconds?: number) => boolean} writeStatus And how long the session has been by then.
 * @property {() => boolean} writeSuspend Tell that this session ends in coming back, not in being over.
 * @property {(score: number) => boolean} writeScore
 * @property {(state: string, page: string, progress: number | null) => boolean} writeState Progress is
 * from 0 to 1; null while it is not known.
 * @property {(interaction: Interaction) => void} [writeInteraction] Not before the whole of the module is there.
 * @property {(deed: Deed) => void} [writeDeed] Only where the LMS can hear of one.
 * @property {(seconds: number) => boolean | Promise<boolean>} commit
 * @property {() => boolean} [over] Whether the LMS did not take it because it has ended this session.
 * @property {() => boolean} [next] Whether the LMS now has a next module to go on to.
 * @property {(seconds: number | null, way: Way) => unknown} close The session's length, or null where nothing may be
 * written. False, or a promise of it, where the LMS did not hear of the end.
 */

/**
 * @typedef {object} Clock
 * @property {() => number} now In milliseconds.
 * @property {(milliseconds: number, job: () => void) => (() => void)} after Gives a function that calls it off.
 */

/**
 * @typedef {"kept" | "waiting" | "failing"} Saving "waiting" for the pause to end, "failing" until the LMS takes it.
 */
