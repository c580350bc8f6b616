/**
 * What is kept of an attempt as a document of an LRS (xAPI 1.0.3, Communication, 2.3 State, 3.1 Concurrency).
 *
 * Two windows may have the same module open. Whoever writes says what was read; where another was quicker, both are
 * put together and offered again.
 */

import { parse } from "./lrs.js";
import { merge as mergeStates } from "./merging.js";
import { RANKS } from "./unit.js";

/**
 * @typedef {object} Kept
 * @property {string} state
 * @property {string} page
 * @property {import("./contract.js").Status | null} status
 * @property {number | null} score
 * @property {Record<string, string>} told The ids of the statements that may be made but once, by verb.
 * @property {string} registration Of all statements, where the LMS gave none.
 */

const TRIES = 3;
const CONFLICTS = [409, 412];
const RUBBISH = "?";

/**
 * @param {Record<string, any> | null} found
 * @returns {Kept}
 */
function read(found) {
  const { state, page, status, score, told, registration } = found || {};
  return {
    state: String(state ?? ""),
    page: String(page ?? ""),
    status: RANKS.includes(status) ? status : null,
    score: typeof score === "number" ? score : null,
    told: { ...told },
    registration: String(registration ?? ""),
  };
}

/**
 * One record of the two that came of `base`.
 *
 * @param {Kept} base
 * @param {Kept} ours
 * @param {Kept} theirs
 * @returns {Kept}
 */
export function merge(base, ours, theirs) {
  const news = Object.entries(theirs.told).filter(([verb, id]) => id !== base.told[verb]);
  const scores = [ours.score, theirs.score].filter((score) => score !== null);
  return {
    state: mergeStates(base.state, ours.state, theirs.state),
    page: ours.page,
    status: RANKS.indexOf(theirs.status) > RANKS.indexOf(ours.status) ? theirs.status : ours.status,
    score: scores.length ? Math.max(...scores) : null,
    // What the other window has said since is said.
    told: { ...ours.told, ...Object.fromEntries(news) },
    registration: theirs.registration || ours.registration,
  };
}

export class StateDocument {
  /**
   * @param {import("./lrs.js").Lrs} lrs
   * @param {Record<string, string>} parameters
   */
  constructor(lrs, parameters) {
    this.lrs = lrs;
    this.parameters = parameters;
    /** What the LRS holds, as far as we know. */
    this.known = read(null);
    /** What of our own came to be in it. */
    this.base = this.known;
    /** @type {Record<string, string>} */
    this.condition = {};
    /** Whether the condition is one that a write of another's would break, and that nothing of ours on its way will. */
    this.fresh = false;
    /** What of our own is on its way, as text. */
    this.flying = "";
    /** Whether the LRS gives documents tags; it need not for these (xAPI 1.0.3, Communication, 2.3). */
    this.tags = true;
  }

  /** What was kept until now, to go on from; null where the LRS does not answer. */
  async open() {
    if (!(await this.read())) return null;
    this.base = this.known;
    return structuredClone(this.known);
  }

  /**
   * Gives false where the LRS does not answer.
   *
   * @private
   */
  async read() {
    const response = await this.lrs.request("GET", "activities/state", this.parameters);
    if (!response || !(response.ok || response.status === 404)) return false;
    const text = response.ok ? await response.text().catch(() => "") : "";
    const found = parse(text);
    this.known = read(found);
    // What came of something else is no state, and its learner is told.
    if (text && typeof found?.["state"] !== "string") this.known.state = RUBBISH;
    this.hold(response.headers.get("ETag"), response.ok);
    if (response.ok) this.tags = this.fresh;
    return true;
  }

  /**
   * Write what `ours` holds by the time that it is sent. Gives what now stands there, or null.
   *
   * @param {Kept} ours
   */
  async write(ours) {
    for (let tries = 0; tries < TRIES; tries += 1) {
      if (!this.fresh && !(await this.read())) return null;
      const response = await this.put(ours);
      if (response?.ok) {
        // Many an LRS tells the new tag only to those who ask for the document.
        if (!this.fresh && this.tags) await this.read();
        return this.known;
      }
      if (!response || !CONFLICTS.includes(response.status)) return null;
    }
    return null;
  }

  /**
   * Send what `ours` holds, at once. While something else is on its way no condition would hold, so there is none.
   *
   * @param {Kept} ours
   */
  async put(ours) {
    const mine = structuredClone(ours);
    const merged = merge(this.base, mine, this.known);
    const condition = this.fresh ? this.condition : {};
    this.fresh = false;
    const body = JSON.stringify(merged);
    this.flying = JSON.stringify(mine);
    const response = await this.lrs.request("PUT", "activities/state", this.parameters, body, condition);
    this.flying = "";
    if (response?.ok) {
      this.known = merged;
      this.base = mine;
      this.hold(response.headers.get("ETag"), true);
    }
    return response;
  }

  /**
   * @private
   * @param {string | null} tag
   * @param {boolean} there
   */
  hold(tag, there) {
    this.condition = tag ? { "If-Match": tag } : there ? {} : { "If-None-Match": "*" };
    this.fresh = tag !== null || !there;
  }
}

/**
 * Where the attempt at an activity is kept.
 *
 * @param {import("./lrs.js").Lrs} lrs
 * @param {import("./statements.js").Launch} launch
 */
export function documentOf(lrs, { actor, activity: activityId, registration }) {
  const place = { activityId, agent: JSON.stringify(actor), ...(registration ? { registration } : {}) };
  return new StateDocument(lrs, { ...place, stateId: "scormkit" });
}

/**
 * The verbs that were promised and that the LRS does not have: a page may have gone between promise and deed. The deed
 * may also be on its way still, so each is said under the id that was promised and no other.
 *
 * @param {import("./lrs.js").Lrs} lrs
 * @param {Kept["told"]} told
 */
export async function unheard(lrs, told) {
  const look = async (/** @type {[string, string]} */ [verb, statementId]) => {
    const response = await lrs.request("GET", "statements", { statementId });
    return response?.status === 404 ? [verb] : [];
  };
  return (await Promise.all(Object.entries(told).map(look))).flat();
}
