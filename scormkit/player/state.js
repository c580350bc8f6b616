/**
 * The saved state of an attempt as text.
 *
 * An LMS may cut the text off (SCORM 1.2 promises 4096 characters), turn line breaks into others, or hand back the
 * text of an older build. So it is short, holds no character that any transport would change, begins with its
 * version and a checksum, and names pages and activities by their ids, which an author never reuses.
 *
 *     1 k3x0 page2 ~ page1.page2 ~ question1-a.question2-bd      (without the blanks)
 *     | |    |       |             answers
 *     | |    |       pages seen
 *     | |    page the learner is on, or nothing
 *     | checksum of all that follows it
 *     version
 *
 * Where an LMS judges scores it may not be told each of them: once there is one, the version is 2, and at the end stands
 * "~" and the score, in hundredths and to the base 36.
 *
 * Ids match `[a-z][a-z0-9_]{0,19}`, answers match `[A-Za-z0-9_-]+`; so the first "-" of an answer ends its id.
 * The worst-case length is written out in the docstring of `scormkit.player`.
 */

/**
 * @typedef {object} State
 * @property {string} page The id of the page that the learner is on; empty before the first.
 * @property {string[]} seen The ids of the pages seen.
 * @property {Map<string, string>} answers The latest answer to each activity that has one, by the activity's id.
 * @property {number} [best] The best score so far, on 0 to 100 in hundredths, where an LMS judges scores.
 */

/** The versions: a state without a score, and one with. */
export const PLAIN = "1";
const SCORED = "2";
const CHECKSUM_LENGTH = 4;
export const HEAD = PLAIN.length + CHECKSUM_LENGTH;
const ID = /^[a-z][a-z0-9_]{0,19}$/;
const ANSWER = /^[A-Za-z0-9_-]+$/;

/** @param {string} text */
function checksum(text) {
  const size = 36 ** CHECKSUM_LENGTH;
  let sum = 7;
  for (let n = 0; n < text.length; n += 1) sum = (sum * 31 + text.charCodeAt(n)) % size;
  return sum.toString(36).padStart(CHECKSUM_LENGTH, "0");
}

/**
 * @param {string} text
 * @returns {[string, string]}
 */
function pair(text) {
  const end = text.indexOf("-");
  return [text.slice(0, end), text.slice(end + 1)];
}

/**
 * @param {State} state
 * @returns {string}
 * @throws {RangeError} where an id or an answer could not be read back.
 */
export function encode(state) {
  const answers = [...state.answers];
  for (const id of [state.page || "none", ...state.seen, ...answers.map(([name]) => name)]) {
    if (!ID.test(id)) throw new RangeError(`not an id: ${id}`);
  }
  for (const [id, answer] of answers) {
    if (!ANSWER.test(answer)) throw new RangeError(`not an answer of ${id}: ${answer}`);
  }
  const parts = [state.page, state.seen.join("."), answers.map((both) => both.join("-")).join(".")];
  if (state.best !== undefined) parts.push(Math.round(state.best * 100).toString(36));
  const body = parts.join("~");
  return (state.best === undefined ? PLAIN : SCORED) + checksum(body) + body;
}

/**
 * @param {string} text
 * @returns {State | null} null where the text is not one that `encode` gave, such as one cut off on its way.
 */
export function decode(text) {
  const body = text.slice(HEAD);
  const version = text.slice(0, 1);
  if (![PLAIN, SCORED].includes(version) || text.slice(0, HEAD) !== version + checksum(body)) return null;
  const [page, seen, answers, ...more] = body.split("~");
  if (page === undefined || seen === undefined || answers === undefined) return null;
  if (more.length !== (version === SCORED ? 1 : 0)) return null;
  const best = more.map((score) => parseInt(score, 36) / 100).filter((score) => score >= 0 && score <= 100);
  return {
    ...(best[0] === undefined ? {} : { best: best[0] }),
    page,
    seen: seen ? seen.split(".") : [],
    answers: new Map(answers ? answers.split(".").map(pair) : []),
  };
}
