/**
 * What follows from what a learner does: score, completion, and what an LMS hears of an answer.
 *
 * It comes in after the first page, with all other pages and what their activities do: before that nothing can be
 * said of the whole.
 */

import { RANKS } from "./unit.js";

/** @typedef {import("./attempt.js").Attempt} Attempt */
/** @typedef {import("./attempt.js").Judging} Judging */
/** @typedef {import("./contract.js").Status} Status */
/** @typedef {import("./state.js").State} State */
/** @typedef {import("./unit.js").Trackable} Trackable */
/** @typedef {import("./unit.js").Unit} Unit */

const MOST_UNENDED = 0.99;

/** @implements {Judging} */
export class Judge {
  /**
   * From now on it judges this attempt.
   *
   * @param {Attempt} attempt
   * @param {Trackable[]} trackables
   */
  constructor(attempt, trackables) {
    /** @type {Unit} */
    this.unit = { ...attempt.unit, trackables };
    this.attempt = attempt;
    /** @type {Map<string, number>} Since when the learner has been busy with an activity, by its id. */
    this.busy = new Map();
    attempt.employ(this);
  }

  /**
   * The learner did something in an activity.
   *
   * @param {string} id
   * @param {string} answer
   */
  answer(id, answer) {
    const { attempt, unit } = this;
    const trackable = unit.trackables.find((one) => one.id === id);
    if (!trackable || answer.length > trackable.size) throw new RangeError(`no answer of ${id}: ${answer}`);
    const { interaction } = trackable;
    const { answers } = attempt.state;
    const before = answers.get(id);
    answers.set(id, answer);
    const now = attempt.clock.now();
    // What is no interaction may come about in many steps.
    const since = (interaction === null && this.busy.get(id)) || attempt.available;
    this.busy.set(id, since);
    const told = isNews(trackable, before, answer) && (interaction !== null || attempt.connector.writeDeed !== undefined);
    if (told && attempt.writable) {
      const latency = (now - since) / 1000;
      const asked = interaction !== null && interactionOf(unit, { ...trackable, interaction }, answer, latency, now);
      attempt.unreported.push(asked || { activity: id, latency });
    }
    attempt.available = now;
    this.draw(told);
  }

  /** The ids of the required activities that are yet to be done. */
  get open() {
    return openActivities(this.unit, this.attempt.state);
  }

  /**
   * What of a state still means something in this build.
   *
   * @param {State} state
   */
  known(state) {
    return restrict(state, this.unit);
  }

  /**
   * @param {State} state
   * @param {Status | null} status
   */
  progress(state, status) {
    return progressOf(this.unit, state, status);
  }

  /**
   * Go on from this, which another window knew.
   *
   * @param {State} state
   */
  take(state) {
    const { answers, seen } = this.known(state);
    const { attempt } = this;
    Object.assign(attempt.state, { answers, seen });
    if (state.best !== undefined) attempt.score = Math.max(state.best, attempt.score ?? 0);
    this.draw(false);
  }

  /**
   * Draw the conclusions from what the learner did.
   *
   * @param {boolean} told Whether the LMS is to keep something at once.
   */
  draw(told) {
    const { attempt } = this;
    const { score, status } = attempt;
    const now = scoreOf(this.unit, attempt.state.answers);
    if (now !== null && (score === null || now > score)) attempt.score = now;
    if (isComplete(this.unit, attempt.state)) {
      const { passing, trackables, fails } = this.unit;
      const judged = passing !== null && trackables.some(({ weight }) => weight > 0);
      if (!judged) this.raise("completed");
      else if ((attempt.score || 0) >= passing) this.raise("passed");
      else if (fails) this.raise("failed");
    }
    attempt.save(told || attempt.score !== score || attempt.status !== status);
  }

  /**
   * @private
   * @param {Status} status
   */
  raise(status) {
    if (RANKS.indexOf(status) > RANKS.indexOf(this.attempt.status)) this.attempt.status = status;
  }
}

/**
 * An answer as an LMS hears of it.
 *
 * @param {Unit} unit
 * @param {Trackable & { interaction: string }} trackable
 * @param {string} answer
 * @param {number} latency In seconds.
 * @param {number} now In milliseconds.
 * @returns {import("./contract.js").Interaction}
 */
export function interactionOf(unit, { id, interaction, correct, score, response, weight }, answer, latency, now) {
  // An LMS may refuse weights over 100 (SCORM 1.2 RTE 3.4: CMIDecimal; Moodle), and only their proportions matter.
  const most = Math.max(1, ...unit.trackables.map((one) => one.weight / 100));
  return {
    id: `${unit.id}_${id}`,
    activity: id,
    type: interaction,
    response: response(answer),
    correct,
    result: correct ? (score(answer) === 1 ? "correct" : "wrong") : "neutral",
    weight: correct ? Math.round((weight / most) * 100) / 100 : null,
    latency,
    time: new Date(now),
  };
}

/**
 * Whether an answer is one to tell of, where there was another before it.
 *
 * What grows, such as a walk through scenes, is kept at every step; it is told once it is done, and again where it has
 * become another. Of what is no interaction nobody hears but that it was done, and so but once.
 *
 * @param {Trackable} trackable
 * @param {string | undefined} before
 * @param {string} answer
 */
export function isNews({ interaction, gradual, done, response }, before, answer) {
  if (!done(answer) || before === undefined || !done(before)) return done(answer);
  return interaction !== null && !(gradual && `${response(before)}` === `${response(answer)}`);
}

/**
 * What of a state still means something in this build.
 *
 * @param {State} state
 * @param {Unit} unit
 * @returns {State}
 */
export function restrict({ page, seen, answers }, { pages, trackables }) {
  /** @type {Map<string, string>} */
  const known = new Map();
  for (const { id, size, fits } of trackables) {
    const answer = answers.get(id);
    if (answer && answer.length <= size && fits(answer)) known.set(id, answer);
  }
  return { page: pages.includes(page) ? page : "", seen: pages.filter((one) => seen.includes(one)), answers: known };
}

/**
 * The ids of the required activities that are yet to be done.
 *
 * @param {Unit} unit
 * @param {State} state
 */
export function openActivities(unit, state) {
  const undone = unit.trackables.filter(({ id, required, done }) => {
    const answer = state.answers.get(id);
    return required && (answer === undefined || !done(answer));
  });
  return undone.map(({ id }) => id);
}

/**
 * The pages that are yet to be seen.
 *
 * @param {Unit} unit
 * @param {State} state
 */
export function unseenPages(unit, state) {
  return unit.needed.filter((page) => !state.seen.includes(page));
}

/**
 * Whether all pages that have to be were seen, and all required activities were done.
 *
 * @param {Unit} unit
 * @param {State} state
 */
export function isComplete(unit, state) {
  return !unseenPages(unit, state).length && !openActivities(unit, state).length;
}

/**
 * How far a learner has come, from 0 to 1 in four decimals: the pages and activities needed that are behind them. An
 * LMS may take all for completed (SCORM 2004 RTE 4.2.5), so it is all once the module is over, and never before.
 *
 * @param {Unit} unit
 * @param {State} state
 * @param {Status | null} status
 */
export function progressOf(unit, state, status) {
  if (RANKS.indexOf(status) > RANKS.indexOf("incomplete")) return 1;
  const all = unit.needed.length + unit.trackables.filter(({ required }) => required).length;
  const open = unseenPages(unit, state).length + openActivities(unit, state).length;
  return Math.min(Math.floor(((all - open) / (all || 1)) * 10000) / 10000, MOST_UNENDED);
}

/**
 * The ids of the scored activities whose points were not all earned.
 *
 * @param {Unit} unit
 * @param {State["answers"]} answers
 */
export function improvable(unit, answers) {
  return unit.trackables.filter((one) => one.weight > 0 && one.score(answers.get(one.id) || "") < 1).map(({ id }) => id);
}

/**
 * The score of these answers, on 0 to 100 in hundredths; null while nothing scored was answered.
 *
 * @param {Unit} unit
 * @param {State["answers"]} answers
 */
export function scoreOf(unit, answers) {
  const scored = unit.trackables.filter(({ weight }) => weight > 0);
  const answered = scored.filter(({ id }) => answers.has(id));
  if (!answered.length) return null;
  const points = answered.reduce((sum, one) => sum + one.score(answers.get(one.id) || "") * one.weight, 0);
  return Math.round((points / scored.reduce((sum, one) => sum + one.weight, 0)) * 10000) / 100;
}
