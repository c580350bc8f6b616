/**
 * Statements that wait until the LRS has taken them: in order, and under ids of their own, so that saying one twice is
 * saying it once (xAPI 1.0.3, Communication, 2.1.1).
 */

import { sizeOf } from "./lrs.js";
import { isAnswer, isMoving } from "./statements.js";

/** @typedef {import("./statements.js").Json} Json */

// Small enough that what is on its way leaves room for a page's last words.
const MOST_AT_ONCE = 20;
/** What an LRS answers to several when there is something wrong with one of them. */
const REFUSALS = [400, 403, 409, 413];

export class Queue {
  /** @param {import("./lrs.js").Lrs} lrs */
  constructor(lrs) {
    this.lrs = lrs;
    /** @type {Json[]} */
    this.waiting = [];
    /** How many of them are on their way. */
    this.flying = 0;
    this.closed = false;
    /** Whether answers were among what was last not taken. */
    this.doubtful = false;
  }

  /** @param {Json[]} statements */
  add(...statements) {
    this.waiting.push(...statements);
  }

  /** @param {(statement: Json) => boolean} keeps */
  keep(keeps) {
    this.waiting = this.waiting.filter(keeps);
  }

  /** Offer all that waits. Gives whether nothing waits any more. */
  async offer() {
    let most = MOST_AT_ONCE;
    while (this.waiting.length && !this.closed) {
      const batch = this.waiting.slice(0, most);
      this.flying = batch.length;
      const response = await this.post(batch);
      this.flying = 0;
      const { ok = false, status = 0 } = response || {};
      const refused = REFUSALS.includes(status);
      // Alone: one that the LRS has already, one that it will never take and that the course can do without, or one
      // that the LMS forbids, such as a second completion (cmi5, 9.3): it is offered again with the next launch.
      const spared = (refused && batch.every(isAnswer)) || (status === 403 && batch.every(isMoving));
      const settled = batch.length === 1 && (status === 409 || spared);
      this.doubtful = !ok && !settled && batch.some(isAnswer);
      if (ok || settled) this.waiting.splice(0, batch.length);
      else if (refused && batch.length > 1) most = 1;
      else return false;
    }
    return true;
  }

  /**
   * Send all that is left and these last ones at once, in one request, and wait for nothing. Where there is no room for
   * all of it, the oldest answers stay behind; all do that might be why nothing was taken.
   *
   * @param {Json[]} last
   */
  letGo(last) {
    this.closed = true;
    const left = this.waiting.slice(this.flying);
    const rest = [...(this.doubtful ? left.filter((one) => !isAnswer(one)) : left), ...last];
    while (sizeOf(JSON.stringify(rest)) > this.lrs.room && rest.some(isAnswer)) {
      rest.splice(rest.findIndex(isAnswer), 1);
    }
    if (rest.length) void this.post(rest);
  }

  /**
   * @private
   * @param {Json[]} statements
   */
  post(statements) {
    return this.lrs.request("POST", "statements", {}, JSON.stringify(statements));
  }
}
