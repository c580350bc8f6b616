/**
 * One attempt at a module: what the learner did, what follows from it, and when the LMS hears of it.
 *
 * Knows no page of HTML and no standard: it speaks to the LMS through a connector. What it holds to:
 *
 * - `incomplete` is written and committed before anything else, and the session is marked as one to come back to;
 * - `completed` and `passed` come from the learner's doing alone, are written once, and never go down;
 * - a score is written once a scored activity was answered, and is never lower than the LMS already had; an LMS that
 *   judges scores by itself hears of one only when the module is passed or failed;
 * - score goes before status, status before commit; one commit per doing: at once where the LMS learns of an answer,
 *   a score or a status, after a pause where only the place changed, and at once when the page goes out of sight;
 * - what the LMS did not take is offered again, less and less often, and the page is told;
 * - in review and browse mode, or without credit, nothing is written at all.
 */

import { decode, encode } from "./state.js";

/** @typedef {import("./contract.js").Clock} Clock */
/** @typedef {import("./contract.js").Connector} Connector */
/** @typedef {import("./contract.js").Entry} Entry */
/** @typedef {import("./contract.js").Interaction} Interaction */
/** @typedef {import("./contract.js").Saving} Saving */
/** @typedef {import("./contract.js").Status} Status */
/** @typedef {import("./contract.js").Way} Way */
/** @typedef {import("./state.js").State} State */
/** @typedef {import("./unit.js").Outline} Outline */

/**
 * Whoever says what follows from what the learner did.
 *
 * @typedef {object} Judging
 * @property {(state: State) => State} known What of a state still means something in this build.
 * @property {(state: State, status: Status | null) => number} progress From 0 to 1.
 * @property {(told: boolean) => void} draw Draw conclusions, and save: at once where something is told to the LMS.
 */

const PAUSE = 2000;
const LONGEST_PAUSE = 60000;
/** A page may be read, or a task done on paper, for so long without a sign; what goes beyond it is no time spent. */
export const IDLE = 15 * 60000;

export class Attempt {
  /**
   * @param {Outline} unit
   * @param {Connector} connector
   * @param {Entry} entry
   * @param {Clock} clock
   * @param {() => void} changed Called whenever what the getters give may have changed.
   */
  constructor(unit, connector, entry, clock, changed) {
    this.unit = entry.passing === undefined ? unit : { ...unit, passing: entry.passing };
    this.connector = connector;
    this.clock = clock;
    this.changed = changed;
    this.writable = entry.writable;
    this.status = entry.status;
    /** The score as the LMS has it or is to have it. */
    this.score = entry.score;
    const found = decode(entry.state);
    // What an LMS may not hear yet is in the state.
    if (found?.best !== undefined) this.score = Math.max(found.best, this.score ?? 0);
    /** @type {Saving} */
    this.saving = "kept";

    this.entered = entry.state;
    /** Whether the LMS handed back a state that cannot be read. */
    this.damaged = found === null && entry.state !== "";
    /** @type {State} With all answers of an earlier session, until it is known which of them still mean something. */
    this.state = { page: found?.page || "", seen: found?.seen || [], answers: found?.answers || new Map() };
    /** The page to begin at. */
    this.start = [this.state.page, entry.page].find((page) => unit.pages.includes(page)) || unit.pages[0] || "";
    /** @type {Judging | null} Nobody until all of the module is there. */
    this.judge = null;

    /** What the LMS has taken. */
    this.taken = {
      status: entry.status,
      score: entry.score,
      state: entry.state,
      progress: /** @type {number | null} */ (null),
      suspend: !entry.writable,
    };
    /** @type {(Interaction | import("./contract.js").Deed)[]} */
    this.unreported = [];
    this.began = clock.now();
    /** When there was the last sign of the learner, and how long in all there was none for longer than `IDLE`. */
    this.sign = this.began;
    this.away = 0;
    this.available = this.began;
    this.failures = 0;
    /** Counts commits, so that a slow answer of the LMS to an older one is not taken for the newest. */
    this.turn = 0;
    this.finished = false;
    /** Whether the LMS is yet to answer that the session is over. */
    this.closing = false;
    this.callOff = () => {};
  }

  /** Tell the LMS, before all else, that the learner has begun and may come back. */
  begin() {
    if (!this.status) this.status = "incomplete";
    this.save(true);
  }

  /**
   * All of the module is there: what the learner does has consequences from now on.
   *
   * @param {Judging} judge
   */
  employ(judge) {
    this.judge = judge;
    this.state = judge.known(this.state);
    const { state, status } = this.taken;
    // What the LMS was told since then was told without how far it is.
    const entered = state === this.entered && (decode(state) || { page: "", seen: [], answers: new Map() });
    if (entered) this.taken.progress = judge.progress(judge.known(entered), status);
  }

  /** @param {string} page The page that the learner now sees. */
  visit(page) {
    this.available = this.clock.now();
    this.state.page = page;
    if (!this.state.seen.includes(page)) this.state.seen.push(page);
    this.consider(false);
  }

  /** Keep what is waiting to be kept, now. */
  flush() {
    if (this.saving !== "kept") this.save(true);
  }

  /** Whether the module is over and the LMS has a next one. */
  get next() {
    const ended = this.status === "completed" || this.status === "passed";
    return ended && this.writable && this.saving === "kept" && !this.finished && Boolean(this.connector.next?.());
  }

  /**
   * Save and end. Where the LMS does not take it, the session stays open and false comes back.
   *
   * @param {"exit" | "proceed"} [way]
   */
  async exit(way = "exit") {
    // What is done while the LMS is asked is saved as well.
    while (this.saving !== "kept" && !this.finished) if (!(await this.save(true))) return false;
    if (this.finished) return true;
    return this.close(way);
  }

  /** End the session, whatever the LMS took; it is the page's last chance, also where an exit still waits. */
  finish() {
    if (this.finished && !this.closing) return;
    this.flush();
    this.close("gone");
  }

  /**
   * @private
   * @param {Way} way
   */
  async close(way) {
    this.finished = true;
    this.callOff();
    const done = this.connector.close(this.writable ? this.seconds : null, way);
    this.closing = done instanceof Promise;
    const over = (await done) !== false;
    this.closing = false;
    if (over) return true;
    // What was done while the LMS was asked is still to be kept.
    this.finished = false;
    this.consider(this.unreported.length > 0);
    return false;
  }

  /** There is a sign of the learner: a key, a touch, a film that plays. */
  here() {
    this.away += this.absence;
    this.sign = this.clock.now();
  }

  /**
   * For how long there has been no sign of the learner, beyond what counts as reading.
   *
   * @private
   */
  get absence() {
    return Math.max(this.clock.now() - this.sign - IDLE, 0);
  }

  /** How long the session took, without the time in which the learner was away. */
  get seconds() {
    return (this.clock.now() - this.began - this.away - this.absence) / 1000;
  }

  /**
   * @private
   * @param {boolean} told Whether the LMS is to keep something at once.
   */
  consider(told) {
    if (this.judge) this.judge.draw(told);
    else this.save(told);
  }

  /**
   * @param {boolean} atOnce
   * @returns {boolean | Promise<boolean>} Whether all is kept; false too where that is yet to be tried.
   */
  save(atOnce) {
    if (!this.writable || this.finished) {
      this.changed();
      return true;
    }
    if (!atOnce) {
      if (this.saving === "kept" && this.wanted !== this.taken.state) this.later("waiting", PAUSE);
      this.changed();
      return false;
    }
    this.callOff();
    this.saving = "waiting";
    this.turn += 1;
    const { turn } = this;
    const written = this.write();
    const kept = this.connector.commit(this.seconds);
    if (typeof kept === "boolean") return this.settle(written && kept);
    // What has become of the module shows at once: it must not move the page under a learner who is elsewhere by then.
    this.changed();
    return kept.then((done) => (turn === this.turn ? this.settle(written && done) : done));
  }

  /**
   * Offer the LMS all that it has not taken yet, in the one right order.
   *
   * @private
   */
  write() {
    const { connector, taken, status } = this;
    const score = this.telling;
    if (!taken.status && !connector.writeStatus("incomplete")) return false;
    taken.status = taken.status || "incomplete";
    for (const one of this.unreported.splice(0)) "type" in one ? connector.writeInteraction?.(one) : connector.writeDeed?.(one);
    taken.suspend = taken.suspend || connector.writeSuspend();
    const state = this.wanted;
    const progress = this.judge && this.judge.progress(this.state, status);
    // An LMS that has no room for the state should still get score and status: so none of these waits for another.
    const moved = state !== taken.state || (state !== "" && progress !== taken.progress);
    if (moved && connector.writeState(state, this.state.page, progress)) Object.assign(taken, { state, progress });
    if (score !== null && score !== taken.score && connector.writeScore(score)) taken.score = score;
    if (status && status !== taken.status && connector.writeStatus(status, this.seconds)) taken.status = status;
    return taken.suspend && taken.state === state && taken.progress === progress && taken.score === score && taken.status === status;
  }

  /**
   * The score that the LMS should have. Half way, one that judges would fail whoever has points yet to earn.
   *
   * @private
   */
  get telling() {
    const judged = this.status === "passed" || this.status === "failed";
    return this.connector.judges && this.unit.passing !== null && !judged ? this.taken.score : this.score;
  }

  /** The state that the LMS should have. */
  get wanted() {
    if (!this.state.seen.length) return this.taken.state;
    const best = this.connector.judges && this.score !== null ? { best: this.score } : {};
    return encode({ ...this.state, ...best });
  }

  /**
   * @private
   * @param {boolean} kept
   */
  settle(kept) {
    this.failures = kept ? 0 : this.failures + 1;
    if (kept && this.wanted !== this.taken.state) this.later("waiting", PAUSE);
    else if (kept) this.saving = "kept";
    else this.later("failing", Math.min(PAUSE * 2 ** (this.failures - 1), LONGEST_PAUSE));
    this.changed();
    return kept;
  }

  /**
   * @private
   * @param {Saving} saving
   * @param {number} pause
   */
  later(saving, pause) {
    this.saving = saving;
    this.callOff();
    this.callOff = this.finished ? this.callOff : this.clock.after(pause, () => this.save(true));
  }
}
