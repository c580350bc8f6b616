/** The way to an LMS through cmi5 (cmi5, "quartz": 8 launch, 10 State, 11 agent profile). */

import { alone } from "../web.js";
import { record } from "./xapi.js";
import { askAgain, LONGEST_LAUNCH, Lrs, objectOf, parse } from "../../lrs.js";
import { subjectOf } from "../../subject.js";

/**
 * @param {Window} window
 * @returns {Promise<import("../../contract.js").Connector>}
 */
export async function connect(window) {
  const query = new URLSearchParams(window.location.search);
  const text = (/** @type {string} */ name) => query.get(name) || "";
  const [endpoint, url, registration, activity] = ["endpoint", "fetch", "registration", "activityId"].map(text);
  const actor = parse(text("actor"));
  if (!endpoint || !url || !registration || !activity || !actor) return alone(true);

  /** @type {Window["fetch"]} */
  const fetch = (input, options) => window.fetch(input, options);
  const session = new Session(window, `scormkit ${registration} ${url}`);
  const token = await session.token(fetch, url);
  if (!token) return alone(true);
  const lrs = new Lrs(fetch, endpoint, `Basic ${token}`);
  const agent = JSON.stringify(actor);
  const given = { activityId: activity, agent, registration, stateId: "LMS.LaunchData" };
  const data = await objectOf(await lrs.request("GET", "activities/state", given));
  if (!data) return alone(true);
  // They have to be read before anything is said (11.0), and an LMS may refuse all statements of who has not. Of
  // languages there is one in a package, and nothing to choose.
  const preferences = lrs.request("GET", "agents/profile", { agent, profileId: "cmi5LearnerPreferences" });
  const { audioPreference } = (await objectOf(await preferences)) || {};

  const { contextTemplate: template = {}, launchMode, masteryScore, returnURL } = data;
  const mastery = typeof masteryScore === "number" ? masteryScore : null;
  const launch = { ...subjectOf(window.document), actor, registration, activity, template, cmi5: true, mastery };
  const connector = await record(lrs, launch, {
    // What the LMS does not say is normal, as with every standard.
    writable: launchMode !== "Browse" && launchMode !== "Review",
    over: session.is("over"),
    begun: session.is("begun"),
    passing: mastery === null ? undefined : Math.round(mastery * 10000) / 100,
    note: (mark, holds) => session.note(mark, holds),
    left() {
      if (/^https?:/i.test(String(returnURL))) window.location.assign(returnURL);
    },
  });
  return connector ? Object.assign(connector, { quiet: audioPreference === "off" }) : alone(true);
}

/**
 * What has to outlive a reload: the token, which is given once (8.2), whether the LMS knows that the session has begun,
 * for it may hear so but once (9.3), and whether it has ended. A session goes on where its page was lost without a word,
 * as with a tab that the browser discarded or the learner doubled. The page's end cannot be told from a reload, and
 * after `terminated` nothing may be said (7.1.2). What the learner then does is kept all the same, and what comes of it
 * is said with the next launch.
 */
class Session {
  /**
   * @param {Window} window
   * @param {string} key
   */
  constructor(window, key) {
    this.window = window;
    this.key = key;
    /** @type {Record<string, any>} */
    this.kept = this.read();
  }

  /** @param {import("./xapi.js").Mark} mark */
  is(mark) {
    return this.kept[mark] === true;
  }

  /**
   * @param {Window["fetch"]} fetch
   * @param {string} url
   * @returns {Promise<string>} Empty where there is none to be had.
   */
  async token(fetch, url) {
    if (!this.kept["token"]) {
      const answer = await objectOf(await askAgain(fetch, url, { method: "POST" }, LONGEST_LAUNCH));
      this.kept["token"] = answer?.["auth-token"];
      if (this.kept["token"]) this.write();
    }
    return String(this.kept["token"] || "");
  }

  /**
   * @param {import("./xapi.js").Mark} mark
   * @param {boolean} holds
   */
  note(mark, holds) {
    this.kept[mark] = holds;
    this.write();
  }

  /** @private */
  read() {
    // A browser may forbid storage; then only a reload suffers.
    try {
      return parse(this.window.sessionStorage.getItem(this.key) || "") || {};
    } catch {
      return {};
    }
  }

  /** @private */
  write() {
    try {
      this.window.sessionStorage.setItem(this.key, JSON.stringify(this.kept));
    } catch {
      // See above.
    }
  }
}
