/**
 * What is kept of a film: `0ab_7_1c` is not done, has the pauses a and b seen, and second 7 and 48 marked.
 *
 * The seconds are whole, rise, and stand to base 36.
 */

/**
 * @typedef {object} Viewing
 * @property {boolean} done
 * @property {Set<string>} seen The ids of the pauses seen.
 * @property {number[]} moments In whole seconds, in order.
 */

const FORM = /^[01][a-z0-9]*(_[a-z0-9]{1,3})*$/;
const LATEST = 36 ** 3 - 1;

/** @param {string} answer */
export const isViewing = (answer) => FORM.test(answer);

/**
 * The whole second that a moment is kept as.
 *
 * @param {number} seconds
 */
export const whole = (seconds) => Math.min(Math.floor(seconds), LATEST);

/**
 * @param {string} answer As `pack` gave it.
 * @returns {Viewing}
 */
export function unpack(answer) {
  const [head = "", ...moments] = answer.split("_");
  return {
    done: head[0] === "1",
    seen: new Set(head.slice(1)),
    moments: moments.map((moment) => parseInt(moment, 36)),
  };
}

/**
 * What of a viewing still means something in this film; so it keeps to the size that the film declares.
 *
 * @param {Viewing} viewing
 * @param {string[]} pauses
 * @param {number} most How many moments can be marked.
 * @returns {Viewing}
 */
export function restrict({ done, seen, moments }, pauses, most) {
  const rising = [...new Set(moments)].sort((one, other) => one - other);
  return { done, seen: new Set(pauses.filter((id) => seen.has(id))), moments: rising.slice(0, most) };
}

/** @param {Viewing} viewing */
export function pack({ done, seen, moments }) {
  return [(done ? "1" : "0") + [...seen].sort().join(""), ...moments.map((one) => one.toString(36))].join("_");
}

/**
 * A time as learners read it: minutes and seconds.
 *
 * @param {number} seconds
 */
export const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;
