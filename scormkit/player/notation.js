/**
 * Answers as SCORM 2004 and xAPI write them alike (SCORM 2004 RTE 4.2.9.1; xAPI 1.0.3, Data, 2.4.4.1 and appendix C).
 *
 * Between the parts of an answer stands `[,]`, inside a pair `[.]`, between the ends of a range `[:]`.
 */

/** The types whose parts are pairs, which the player writes with a point inside. */
const PAIRED = ["matching", "performance"];

/**
 * A text that is read as nothing else: a learner may type what parts an answer, or what says its language; some
 * LMSs refuse whatever begins with a brace and does not say one.
 *
 * @param {string} text
 */
function plain(text) {
  return text.replaceAll("[,]", "[ , ]").replace(/^\{/, " {");
}

/**
 * What a learner answered.
 *
 * @param {string} type The interaction type.
 * @param {string[]} items
 */
export function responseOf(type, items) {
  const write = PAIRED.includes(type) ? (/** @type {string} */ item) => item.replaceAll(".", "[.]") : plain;
  return items.map(write).join("[,]");
}

/**
 * The right answer.
 *
 * @param {string} type
 * @param {string[]} items For a number, the least and the most that is right; empty where there is no end.
 */
export function patternOf(type, items) {
  return type === "numeric" ? items.join("[:]") : responseOf(type, items);
}
