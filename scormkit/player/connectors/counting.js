/** Where an LMS of SCORM keeps its interactions. */

/**
 * The place of the next one, where the LMS counts them; null where it does not have them.
 *
 * @param {import("./api.js").Api} api
 * @returns {string | null}
 */
export function nextInteraction(api) {
  const count = api.number("cmi.interactions._count");
  return count === null ? null : `cmi.interactions.${count}`;
}
