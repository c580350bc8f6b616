/**
 * A timer by the wall clock: it stays right where the tab sleeps. It only tells; nothing ends by it. Pure.
 *
 * @typedef {object} Timer
 * @property {number} whole The time that was set, in milliseconds.
 * @property {number} left What was left when it was last stopped; less than nothing where the time ran over.
 * @property {number | null} since When it was started; null while it stands still.
 */

export const MINUTE = 60000;

/**
 * @param {number} minutes
 * @returns {Timer}
 */
export const timer = (minutes) => ({ whole: minutes * MINUTE, left: minutes * MINUTE, since: null });

/**
 * @param {Timer} timer
 * @param {number} now
 */
export const remaining = ({ left, since }, now) => left - (since === null ? 0 : now - since);

/**
 * @param {Timer} timer
 * @param {number} now
 * @returns {Timer}
 */
export const start = (timer, now) => (timer.since === null ? { ...timer, since: now } : timer);

/**
 * @param {Timer} timer
 * @param {number} now
 * @returns {Timer}
 */
export const pause = (timer, now) => ({ ...timer, left: remaining(timer, now), since: null });

/**
 * One minute more; where the time ran over, one minute from now.
 *
 * @param {Timer} timer
 * @param {number} now
 * @returns {Timer}
 */
export function extend(timer, now) {
  const missing = Math.max(0, -remaining(timer, now));
  return { ...timer, left: timer.left + missing + MINUTE };
}

/**
 * Minutes and seconds; with a plus where the time ran over.
 *
 * @param {number} left
 */
export function face(left) {
  const seconds = Math.abs(Math.ceil(left / 1000));
  const text = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  return left <= -1000 ? `+${text}` : text;
}

/**
 * What is worth saying of the time that went by: of several things, the last.
 *
 * @param {number} whole
 * @param {number} before What was left.
 * @param {number} after What is left.
 * @returns {"over" | "minute" | "half" | null}
 */
export function news(whole, before, after) {
  /** @param {number} mark */
  const passed = (mark) => before > mark && after <= mark;
  if (passed(0)) return "over";
  if (whole > MINUTE && passed(MINUTE)) return "minute";
  return whole > 2 * MINUTE && passed(whole / 2) ? "half" : null;
}
