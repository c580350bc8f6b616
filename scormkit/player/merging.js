/** Two saved states of one attempt put together, as two windows leave them. Pure. */

import { decode, encode } from "./state.js";

/**
 * One state of the two that came of one: what two windows made of it at the same time. Of each answer, the one that
 * was given since counts, and ours where both were.
 *
 * @param {string} base What both began with.
 * @param {string} ours
 * @param {string} theirs
 */
export function merge(base, ours, theirs) {
  const [before, mine, other] = [decode(base), decode(ours), decode(theirs)];
  if (theirs === base || !other) return ours;
  if (!mine) return theirs;
  const news = [...mine.answers].filter(([id, answer]) => answer !== before?.answers.get(id) || !other.answers.has(id));
  const seen = [...new Set([...other.seen, ...mine.seen])];
  const bests = [mine.best, other.best].filter((best) => best !== undefined);
  const best = bests.length ? { best: Math.max(...bests) } : {};
  return encode({ page: mine.page, seen, answers: new Map([...other.answers, ...news]), ...best });
}
