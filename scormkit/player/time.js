/** Time as SCORM 2004 and xAPI write it. */

/**
 * A duration as SCORM 2004 and xAPI write it (SCORM 2004 RTE 4.1.1.7, timeinterval; xAPI 1.0.3, Data, 4.6), such as
 * PT1H5M3.25S: hours at most, and no more than two decimals.
 *
 * @param {number} seconds A clock that was set back makes this negative, and then it is no time at all.
 */
export function duration(seconds) {
  const total = Math.max(Math.round(seconds * 100), 0);
  const [hours, minutes] = [Math.floor(total / 360000), Math.floor(total / 6000) % 60];
  return `PT${hours ? `${hours}H` : ""}${minutes ? `${minutes}M` : ""}${(total % 6000) / 100}S`;
}

/**
 * A moment as SCORM 2004 writes it (RTE 4.1.1.6, time), such as 2026-01-02T03:04:05.6Z: there is no zone without
 * decimals, and no more than two of them.
 *
 * @param {Date} date
 */
export function timestamp(date) {
  return `${date.toISOString().slice(0, 21)}Z`;
}
