/** Time as SCORM 1.2 writes it. Moodle refuses single digits, so every part has at least two. */

const LONGEST = 9999 * 360000 + 59 * 6000 + 59 * 100 + 99;

/** @param {number} number */
function two(number) {
  return String(number).padStart(2, "0");
}

/**
 * A duration as HHHH:MM:SS.SS (SCORM 1.2 RTE 3.4, CMITimespan), such as 00:12:05.25.
 *
 * @param {number} seconds A clock that was set back makes this negative, and then it is no time at all.
 */
export function timespan(seconds) {
  const total = Math.min(Math.max(Math.round(seconds * 100), 0), LONGEST);
  const [hours, minutes] = [Math.floor(total / 360000), Math.floor(total / 6000) % 60];
  return `${two(hours)}:${two(minutes)}:${two(Math.floor(total / 100) % 60)}.${two(total % 100)}`;
}

/**
 * A time of day, on the learner's clock, as HH:MM:SS (SCORM 1.2 RTE 3.4, CMITime).
 *
 * @param {Date} date
 */
export function timeOfDay(date) {
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(":");
}
