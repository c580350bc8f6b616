/**
 * Statements that wait until the LRS has taken them: in order, and under ids of their own, so that saying one twice is
 * saying it once (xAPI 1.0.3, Communication, 2.1.1).
 */

import { sizeOf } from "./lrs.js";
import { verbOf } from "./statements.js";

/** @typedef {import("./statements.js").Json} Json */

// Small enough that what is on its way leaves room for a page's last words.
const MOST_AT_ONCE = 20;
/** What an LRS answers to several when there is something wrong with one of them. */
const REFUSALS = [400, 403, 409, 413];

export class Queue {
  /**
   * @param {import("./lrs.js").Lrs} lrs
   * @param {string} activity The id of the module that is launched.
   */
  constructor(lrs, activity) {
    this.lrs = lrs;
    this.activity = activity;
    /** @type {Json[]} */
    this.waiting = [];
    /**
     * Those that the LRS may have already, or may never take: each goes alone, for an LRS refuses all that comes
     * together where it refuses one.
     *
     * @type {WeakSet<Json>}
     */
    this.doubtful = new WeakSet();
    /** How many of them are on their way. */
    this.flying = 0;
    this.closed = false;
  }

  /** @param {Json[]} statements */
  add(...statements) {
    this.waiting.push(...statements);
  }

  /**
   * Say again what was promised in an earlier session, and may have arrived since.
   *
   * @param {Json} statement
   */
  again(statement) {
    this.doubtful.add(statement);
    this.add(statement);
  }

  /** @param {(statement: Json) => boolean} keeps */
  keep(keeps) {
    this.waiting = this.waiting.filter(keeps);
  }

  /** Offer all that waits. Gives whether nothing waits any more. */
  async offer() {
    while (this.waiting.length && !this.closed) {
      const batch = this.next();
      this.flying = batch.length;
      const response = await this.post(batch);
      this.flying = 0;
      const { ok = false, status = 0 } = response || {};
      const refused = REFUSALS.includes(status);
      // Alone: one that the LRS has already, one that it will never take and that the course can do without, or one
      // that the LMS forbids, such as a second completion (cmi5, 9.3): it is offered again with the next launch. A
      // second end of one session, by a page that was doubled, is said and done.
      const verbs = batch.map((one) => verbOf(one, this.activity));
      const spared = refused && verbs.every((verb) => !verb || (status === 403 && verb !== "initialized"));
      const settled = batch.length === 1 && (status === 409 || spared);
      if (ok || settled) this.waiting.splice(0, batch.length);
      else for (const statement of batch) this.doubtful.add(statement);
      if (!ok && !settled && !(refused && batch.length > 1)) return false;
    }
    return true;
  }

  /**
   * Send all that is left and these last ones at once, and wait for nothing. What surely did not arrive goes in one
   * request with them. Where there is no room for all of it, the oldest stays behind of what the course can do without.
   *
   * @param {Json[]} last
   */
  letGo(last) {
    this.closed = true;
    const left = this.waiting.slice(this.flying);
    const rest = [...left.filter((one) => !this.doubtful.has(one)), ...last];
    const spare = (/** @type {Json} */ one) => !verbOf(one, this.activity);
    while (size(rest) > this.lrs.room && rest.some(spare)) rest.splice(rest.findIndex(spare), 1);
    const kept = rest.length ? size(rest) : 0;
    for (const statement of left.filter((one) => this.doubtful.has(one))) {
      if (size([statement]) <= this.lrs.room - kept) void this.post([statement]);
    }
    if (rest.length) void this.post(rest);
  }

  /**
   * What goes in one request.
   *
   * @private
   */
  next() {
    const end = this.waiting.findIndex((one) => this.doubtful.has(one));
    return this.waiting.slice(0, end < 0 ? MOST_AT_ONCE : Math.min(end || 1, MOST_AT_ONCE));
  }

  /**
   * @private
   * @param {Json[]} statements
   */
  post(statements) {
    return this.lrs.request("POST", "statements", {}, JSON.stringify(statements));
  }
}

/** @param {Json[]} statements */
function size(statements) {
  return sizeOf(JSON.stringify(statements));
}
