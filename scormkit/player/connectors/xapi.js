/**
 * The way to an LRS, as far as cmi5 and the Tin Can launch have it in common.
 *
 * The saved state is a document of the LRS; all else is statements. `failed` waits for the end of the session: until
 * then the learner may yet pass, and cmi5 lets nobody do both in one session (9.3).
 */

import { digest } from "../digest.js";
import { Queue } from "../queue.js";
import { StateDocument } from "../record.js";
import { ofAnswer, ofModule } from "../statements.js";

/** @typedef {import("../contract.js").Connector} Connector */
/** @typedef {import("../contract.js").Interaction} Interaction */
/** @typedef {import("../contract.js").Status} Status */
/** @typedef {import("../contract.js").Way} Way */
/** @typedef {import("../lrs.js").Lrs} Lrs */
/** @typedef {import("../record.js").Kept} Kept */
/** @typedef {import("../statements.js").Json} Json */
/** @typedef {import("../statements.js").Launch} Launch */

/**
 * @typedef {object} Session
 * @property {boolean} writable
 * @property {boolean} over Whether the LMS was already told of the end, and hears no statement more.
 * @property {number | undefined} passing The LMS's own passing score, on 0 to 100.
 * @property {() => void} ended Called once the LMS is told of the end.
 * @property {() => void} left Called once the learner left by the exit button.
 */

/**
 * What is said of a module once in a registration (cmi5, 9.3).
 *
 * @type {Record<Status, ("completed" | "passed")[]>}
 */
const ONCE = { incomplete: [], failed: ["completed"], completed: ["completed"], passed: ["completed", "passed"] };

/** A random UUID, version 4. `crypto.randomUUID` is not there where a page did not come by HTTPS. */
function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] || 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] || 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/**
 * @param {Lrs} lrs
 * @param {Launch} launch Its registration may be empty; then one is made, and kept with the state.
 * @param {Session} session
 * @returns {Promise<Connector | null>} null where the LRS does not say what it keeps.
 */
export async function record(lrs, launch, session) {
  const { registration } = launch;
  const document = documentOf(lrs, launch);
  const kept = await document.open();
  if (!kept) return null;
  if (!registration) kept.registration ||= uuid();
  const whole = { ...launch, registration: registration || kept.registration };
  if (session.writable) await forget(lrs, kept.told);
  const recorder = new Recorder(lrs, whole, session, document, kept);
  recorder.begin();
  return recorder;
}

/**
 * Where the attempt at an activity is kept.
 *
 * @param {Lrs} lrs
 * @param {Launch} launch
 */
export function documentOf(lrs, { actor, activity: activityId, registration }) {
  const place = { activityId, agent: JSON.stringify(actor), ...(registration ? { registration } : {}) };
  return new StateDocument(lrs, { ...place, stateId: "scormkit" });
}

/**
 * Forget having said what the LRS does not have: a page may have gone between promise and deed.
 *
 * @param {Lrs} lrs
 * @param {Kept["told"]} told
 */
async function forget(lrs, told) {
  const look = async (/** @type {[string, string]} */ [verb, statementId]) => {
    const response = await lrs.request("GET", "statements", { statementId });
    if (response?.status === 404) delete told[verb];
  };
  await Promise.all(Object.entries(told).map(look));
}

/** @implements {Connector} */
class Recorder {
  /** @type {"lms"} */
  host = "lms";

  /**
   * @param {Lrs} lrs
   * @param {Launch} launch
   * @param {Session} session
   * @param {StateDocument} document
   * @param {Kept} kept What the document should hold.
   */
  constructor(lrs, launch, session, document, kept) {
    this.launch = launch;
    this.session = session;
    this.document = document;
    this.kept = kept;
    this.queue = new Queue(lrs);
    this.began = Date.now();
    this.latest = 0;
    this.failed = false;
    /** @type {Json[] | null} The last words, where they were not taken. */
    this.ending = null;
    /** @type {Promise<boolean>} */
    this.work = Promise.resolve(true);
  }

  begin() {
    this.add(this.say("initialized"));
    // What was promised in an earlier session, and not done.
    if (this.session.writable) this.tell(this.kept.status);
    void this.commit();
  }

  learner() {
    const { actor } = this.launch;
    return digest(JSON.stringify(actor["account"] || actor));
  }

  open() {
    const { status, score, page, state } = this.kept;
    const { writable, passing } = this.session;
    const entry = { writable, status, score, page, state };
    return passing === undefined ? entry : { ...entry, passing };
  }

  /** @param {Status} status */
  writeStatus(status) {
    this.kept.status = status;
    this.failed = status === "failed";
    this.tell(status);
    return true;
  }

  /** A registration is one attempt, however a session ends. */
  writeSuspend() {
    return true;
  }

  /** @param {number} score */
  writeScore(score) {
    this.kept.score = score;
    return true;
  }

  /**
   * @param {string} state
   * @param {string} page
   */
  writeState(state, page) {
    Object.assign(this.kept, { state, page });
    return true;
  }

  /** @param {Interaction} interaction */
  writeInteraction(interaction) {
    this.add(ofAnswer(this.launch, this.stamp(), interaction));
  }

  commit() {
    this.work = this.work.then(async () => {
      const saved = await this.save();
      // Where the LRS has no room for the state, it should still be told.
      return (await this.queue.offer()) && saved;
    });
    return this.work;
  }

  /**
   * @param {number | null} _
   * @param {Way} way
   */
  close(_, way) {
    return way === "gone" ? this.letGo() : this.leave();
  }

  /** @private */
  letGo() {
    if (this.dirty && this.document.flying !== JSON.stringify(this.kept)) void this.document.put(this.kept);
    this.queue.letGo(this.lastWords());
    this.session.ended();
    return true;
  }

  /** @private */
  async leave() {
    this.ending = this.lastWords();
    this.queue.add(...this.ending);
    if (await this.commit()) {
      this.session.ended();
      this.session.left();
      return true;
    }
    this.queue.keep((statement) => !this.ending?.includes(statement));
    return false;
  }

  /** @private */
  get dirty() {
    const { session, document, kept } = this;
    return session.writable && !this.queue.closed && JSON.stringify(kept) !== JSON.stringify(document.base);
  }

  /** @private */
  async save() {
    if (!this.dirty) return true;
    const now = await this.document.write(this.kept);
    if (!now) return false;
    // What another window has said, this one leaves.
    Object.assign(this.kept.told, now.told);
    const ids = Object.values(now.told);
    const verbs = Object.keys(now.told).map((verb) => `/${verb}`);
    this.queue.keep(({ id, verb }) => ids.includes(id) || !verbs.some((name) => verb.id.endsWith(name)));
    return true;
  }

  /**
   * @private
   * @param {Status | null} status
   */
  tell(status) {
    const { told } = this.kept;
    for (const verb of this.session.over || !status ? [] : ONCE[status]) {
      if (told[verb]) continue;
      const statement = this.say(verb);
      told[verb] = statement["id"];
      this.add(statement);
    }
  }

  /** @private */
  lastWords() {
    if (this.session.over) return [];
    return this.ending || [...(this.failed ? [this.say("failed")] : []), this.say("terminated")];
  }

  /**
   * @private
   * @param {Json} statement
   */
  add(statement) {
    if (this.session.over) return;
    this.ending = null;
    this.queue.add(statement);
  }

  /**
   * @private
   * @param {import("../statements.js").Verb} verb
   */
  say(verb) {
    return ofModule(this.launch, this.stamp(), verb, (Date.now() - this.began) / 1000, this.kept.score);
  }

  /**
   * The order of statements is told by their times (cmi5, 9.3).
   *
   * @private
   */
  stamp() {
    this.latest = Math.max(Date.now(), this.latest + 1);
    return { id: uuid(), timestamp: new Date(this.latest).toISOString() };
  }
}
