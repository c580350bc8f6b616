/** How long a saved state can get: known when a course is built, and held here against the codec by tests. Pure. */

import { HEAD } from "../../scormkit/player/state.js";

const BEST_LENGTH = (10000).toString(36).length;

/**
 * @typedef {object} Sized
 * @property {string} id
 * @property {number} size The length of the longest answer (`state_size` in Python).
 */

/**
 * The length that no state of these pages and trackables exceeds.
 *
 * @param {string[]} pages
 * @param {Sized[]} trackables
 */
export function worstCase(pages, trackables) {
  const longest = Math.max(...pages.map((page) => page.length));
  const seen = pages.reduce((sum, page) => sum + page.length + 1, -1);
  const answers = trackables.reduce((sum, { id, size }) => sum + id.length + 1 + size + 1, 0);
  return HEAD + longest + 1 + seen + 1 + Math.max(answers - 1, 0) + 1 + BEST_LENGTH;
}
