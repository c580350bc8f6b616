/** What questions have in common whose answer is the ids of the options chosen. */

/**
 * Each right option chosen is a hit, each other one a miss that takes a hit away.
 *
 * @param {string} answer
 * @param {string[]} correct
 */
export function score(answer, correct) {
  const hits = [...answer].filter((option) => correct.includes(option)).length;
  return Math.max(0, (hits - (answer.length - hits)) / correct.length);
}

/**
 * Whether these options are there, each named once, and no more of them than may be chosen.
 *
 * @param {Element} element
 * @param {string} answer
 */
export function fits(element, answer) {
  const inputs = [...element.querySelectorAll("input")];
  const known = inputs.map(({ value }) => value);
  const most = inputs.some(({ type }) => type === "radio") ? 1 : known.length;
  return answer.length <= most && distinct([...answer]) && [...answer].every((option) => known.includes(option));
}

/** @param {string[]} ids */
export const distinct = (ids) => new Set(ids).size === ids.length;

/**
 * The options chosen, in the words of the page.
 *
 * @param {HTMLElement} element
 * @returns {import("../../../player/behaviour.js").Entry | null}
 */
export function entry(element) {
  const question = /** @type {HTMLElement} */ (element.querySelector(".sk-question")).innerText.trim();
  // Behind its words, a label says whether the option is right.
  const answer = [...element.querySelectorAll(":checked + label")].map((label) => label.firstChild?.textContent?.trim() || "");
  return answer.length ? { question, answer } : null;
}
