/**
 * What the player and a kind of activity say to one another: types alone, so that nothing of this file goes into a
 * package.
 */

export {};

/**
 * What an activity's behaviour is given.
 *
 * @typedef {object} Services
 * @property {string | null} answer The answer from an earlier session, to be shown again.
 * @property {string[] | null} correct The components of the right answer; null where nothing is right or wrong.
 * @property {(answer: string) => number | null} score From 0 to 1; null where nothing is right or wrong.
 * @property {() => string} owner Whose place this is: names the learner, course and module without saying who that is.
 * @property {(answer: string) => void} record Keep and report an answer: `[A-Za-z0-9_-]+`, no longer than declared.
 * @property {(text: string) => void} say Say something to those who hear the page.
 * @property {() => void} here The learner is busy, though there is no key, touch or film to tell so.
 * @property {() => (Entry & { page: string })[]} entries The learner's own sheet of the whole module, as it now stands.
 */

/**
 * What a kind of activity does: the `behaviour` that its `behaviour.js` exports.
 *
 * @typedef {object} Behaviour
 * @property {string} kind
 * @property {(element: HTMLElement, services: Services) => void} attach
 * @property {(answer: string, correct: string[], element: HTMLElement) => number} [score] From 0 to 1; for kinds that
 * can be scored.
 * @property {(answer: string) => string[]} [response] The components that an answer names, as the LMS hears of them.
 * @property {(element: HTMLElement, answer: string) => boolean} [fits] Whether an answer, perhaps given in an older
 * build, still means something here.
 * @property {(answer: string) => boolean} [done] Whether an answer counts as done; every one does where this is left out.
 * @property {(element: HTMLElement) => Entry | null} [entry] What goes on the learner's own sheet of this module.
 */

/**
 * What one activity adds to the learner's own sheet: its question, and what the learner made of it.
 *
 * @typedef {object} Entry
 * @property {string} question
 * @property {string[]} answer Lines of text.
 */
