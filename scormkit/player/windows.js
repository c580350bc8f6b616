/**
 * One learner, one attempt, several windows: each has a session of its own, and the LMS hears of all of them.
 *
 * What SCORM's LMS has kept since a session began it does not tell in it. So the window that saves last would undo what
 * was done in the other, and they tell one another instead. Where a record store tells it (cmi5, Tin Can), nothing has
 * to be taken over here, and the learner hears of the other window all the same.
 */

import { merge } from "./merging.js";
import { decode } from "./state.js";

/** @typedef {import("./judging.js").Judge} Judge */

/**
 * What goes from window to window: the mark that all windows of an attempt share, and the state there; null from a
 * window that goes, and "?" from one that comes.
 *
 * @typedef {[mark: string, state: string | null]} Message
 */

const GREETING = "?";

/**
 * Speak with the other windows of this attempt from now on.
 *
 * @param {{ postMessage: (message: Message) => void, onmessage: ((event: MessageEvent<Message>) => void) | null }} channel
 * @param {Judge} judge
 * @param {{ mark: string, shares: boolean, met: (others: boolean) => void }} how `mark` is like no other; `shares` says
 * whether what is done in one window has to be taken over in the other; `met` hears whether there is another.
 * @returns {{ tell: () => void, leave: () => void }} `tell` is to be called whenever something was done, `leave` when
 * the window goes.
 */
export function windows(channel, judge, { mark, shares, met }) {
  const { attempt } = judge;
  let last = attempt.wanted;
  // An attempt that begins here has no other windows yet: those that are open belong to one that is over.
  let greeting = attempt.entered !== "";
  let listening = false;

  /** @param {string | null} state */
  const post = (state) => channel.postMessage([mark, state]);

  channel.onmessage = ({ data: [theirs, state] }) => {
    if (attempt.finished) return;
    if (state === GREETING) {
      // Of two that greet at the same time, both have to come to the same.
      if (theirs < mark) mark = theirs;
      met(true);
      post(last);
      return;
    }
    if (greeting) mark = theirs;
    greeting = false;
    if (theirs !== mark) return;
    met(state !== null);
    const other = shares && state && decode(state);
    if (!other) return;
    const merged = /** @type {import("./state.js").State} */ (decode(merge(last, attempt.wanted, state)));
    const { answers, seen } = other;
    // To give back what is known there would be a talk without end.
    listening = merged.answers.size === answers.size && merged.seen.length === seen.length;
    judge.take(merged);
    listening = false;
  };
  if (greeting) post(GREETING);

  return {
    tell() {
      const now = attempt.wanted;
      if (now === last) return;
      last = now;
      if (!listening) post(now);
    },
    leave: () => post(null),
  };
}
