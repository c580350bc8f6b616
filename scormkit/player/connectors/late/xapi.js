/**
 * The way to an LRS, as far as cmi5 and the Tin Can launch have it in common.
 *
 * The saved state is a document of the LRS; all else is statements. `failed` waits for the end of the session: until
 * then the learner may yet pass, and cmi5 lets nobody do both in one session (9.3).
 */

import { Queue } from "../../queue.js";
import { documentOf, unheard } from "../../record.js";
import { ofActivity, ofModule, verbOf } from "../../statements.js";
import { uuid } from "../../uuid.js";

/** @typedef {import("../../contract.js").Connector} Connector */
/** @typedef {import("../../contract.js").Status} Status */
/** @typedef {import("../../lrs.js").Lrs} Lrs */
/** @typedef {import("../../record.js").Kept} Kept */
/** @typedef {import("../../statements.js").Json} Json */
/** @typedef {import("../../statements.js").Launch} Launch */

/** @typedef {"begun" | "over"} Mark What the LMS was told of a session. */

/**
 * @typedef {object} Session
 * @property {boolean} writable
 * @property {boolean} over Whether the LMS was already told of the end, and hears no statement more.
 * @property {boolean} begun Whether the LMS was already told of the beginning.
 * @property {number | undefined} passing The LMS's own passing score, on 0 to 100.
 * @property {(mark: Mark, holds: boolean) => void} note Keep for a reload what the LMS was told; false takes it back.
 * @property {() => void} left Called once the learner left by the exit button.
 */

/**
 * What is said of a module once in a registration (cmi5, 9.3).
 *
 * @type {Record<Status, ("completed" | "passed")[]>}
 */
const ONCE = { incomplete: [], failed: ["completed"], completed: ["completed"], passed: ["completed", "passed"] };

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
  const recorder = new Recorder(lrs, whole, session, document, kept);
  recorder.begin(session.writable && !session.over ? await unheard(lrs, kept.told) : []);
  return recorder;
}

/** @implements {Connector} */
class Recorder {
  /** @type {"lms"} */
  host = "lms";

  /**
   * @param {Lrs} lrs
   * @param {Launch} launch
   * @param {Session} session
   * @param {import("../../record.js").StateDocument} document
   * @param {Kept} kept What the document should hold.
   */
  constructor(lrs, launch, session, document, kept) {
    this.launch = launch;
    this.session = session;
    this.document = document;
    this.kept = kept;
    this.queue = new Queue(lrs, launch.activity);
    this.began = Date.now();
    /** @type {number | null | undefined} How many seconds the session has taken, where the attempt has told. */
    this.spent = null;
    this.latest = 0;
    this.first = this.say("initialized");
    /** Whether it is yet to be said that the learner failed. */
    this.failed = false;
    /** @type {Json[] | null} The last words, where they were not taken. */
    this.ending = null;
    /** Whether the last words are in the queue. */
    this.leaving = false;
    /** @type {Promise<boolean>} */
    this.work = Promise.resolve(true);
  }

  /** @param {string[]} unheard What was promised in an earlier session, and not done. */
  begin(unheard) {
    const { status, told } = this.kept;
    if (!this.session.begun) this.add(this.first);
    for (const verb of ONCE.passed) if (unheard.includes(verb)) this.queue.again(this.say(verb, told[verb]));
    if (this.session.writable) {
      this.tell(status);
      this.failed = status === "failed" && (!told["failed"] || unheard.includes("failed"));
    }
    void this.commit();
  }

  learner() {
    const { actor } = this.launch;
    return JSON.stringify(actor["account"] || actor);
  }

  open() {
    const { status, score, page, state } = this.kept;
    const { writable, passing } = this.session;
    const entry = { writable, status, score, page, state };
    return passing === undefined ? entry : { ...entry, passing };
  }

  /**
   * @param {Status} status
   * @param {number} [seconds]
   */
  writeStatus(status, seconds) {
    this.spent = seconds;
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

  /** @param {import("../../contract.js").Interaction} interaction */
  writeInteraction(interaction) {
    this.add(ofActivity(this.launch, this.stamp(), interaction));
  }

  /** @param {import("../../contract.js").Deed} deed */
  writeDeed(deed) {
    this.add(ofActivity(this.launch, this.stamp(), deed));
  }

  /** @param {number} [seconds] */
  commit(seconds) {
    this.spent = seconds;
    return this.inTurn(async () => {
      const saved = await this.save();
      // Where the LRS has no room for the state, it should still be told.
      return (await this.offer()) && saved;
    });
  }

  over() {
    return this.document.lrs.denied;
  }

  /**
   * @param {number | null} seconds
   * @param {import("../../contract.js").Way} way
   */
  close(seconds, way) {
    this.spent = seconds;
    return way === "gone" ? this.letGo() : this.leave();
  }

  /** @private */
  letGo() {
    const words = this.leaving ? [] : this.lastWords();
    if (this.dirty && this.document.flying !== JSON.stringify(this.kept)) void this.document.put(this.kept);
    this.queue.letGo(words);
    this.session.note("over", true);
    return true;
  }

  /** @private */
  leave() {
    return this.inTurn(async () => {
      const promised = this.lastWords();
      // After `terminated` nothing may be said: it waits until all else is kept.
      if (!(await this.save())) return this.queue.closed;
      if (this.queue.closed) return true;
      const words = this.failing ? promised : promised.slice(-1);
      this.ending = words;
      this.leaving = true;
      this.queue.add(...words);
      // The page may be gone before the answer is here.
      this.session.note("over", true);
      const heard = await this.offer();
      this.leaving = false;
      if (this.queue.closed) return true;
      if (heard) this.session.left();
      else {
        this.session.note("over", this.session.over);
        this.queue.keep((statement) => !words.includes(statement));
      }
      return heard;
    });
  }

  /**
   * @private
   * @param {() => Promise<boolean>} job
   */
  inTurn(job) {
    this.work = this.work.then(job);
    return this.work;
  }

  /** @private */
  async offer() {
    const done = await this.queue.offer();
    if (!this.session.over && !this.queue.waiting.includes(this.first)) this.session.note("begun", true);
    return done;
  }

  /** @private */
  get failing() {
    return this.failed && !this.kept.told["passed"];
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
    this.failed &&= !now.told["failed"] || now.told["failed"] === this.kept.told["failed"];
    Object.assign(this.kept.told, now.told);
    const ids = Object.values(now.told);
    this.queue.keep((one) => ids.includes(one["id"]) || !(verbOf(one, this.launch.activity) in now.told));
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
    if (this.failing) this.kept.told["failed"] ||= uuid();
    const { failed } = this.kept.told;
    return this.ending || [...(this.failing ? [this.say("failed", failed)] : []), this.say("terminated")];
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
   * @param {import("../../statements.js").Verb} verb
   * @param {string} [id] Its own, where it has one.
   */
  say(verb, id) {
    const seconds = this.spent ?? (Date.now() - this.began) / 1000;
    return ofModule(this.launch, this.stamp(id), verb, seconds, this.kept.score);
  }

  /**
   * The order of statements is told by their times (cmi5, 9.3). A page that is loaded again asks the LRS first, so that
   * by then its clock is past all that was said before.
   *
   * @private
   * @param {string} [id]
   */
  stamp(id = uuid()) {
    this.latest = Math.max(Date.now(), this.latest + 1);
    return { id, timestamp: new Date(this.latest).toISOString() };
  }
}
