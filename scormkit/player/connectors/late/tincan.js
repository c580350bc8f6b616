/** The way to an LRS through the Tin Can launch (Rustici, "Incorporating a Tin Can LRS into an LMS": Launch). */

import { alone } from "../web.js";
import { record } from "./xapi.js";
import { Lrs, parse } from "../../lrs.js";
import { subjectOf } from "../../subject.js";

/**
 * @param {Window} window
 * @returns {Promise<import("../../contract.js").Connector>}
 */
export async function connect(window) {
  const found = launched(window);
  const connector = found && (await open(found));
  // Opened by itself it is a site like any other.
  const query = new URLSearchParams(window.location.search);
  return connector || alone(Boolean(query.get("endpoint") && query.get("actor")));
}

/** @param {Launched} launched */
export function open({ lrs, launch }) {
  return record(lrs, launch, { writable: true, over: false, begun: false, passing: undefined, note() {}, left() {} });
}

/**
 * How an LMS launched this page.
 *
 * @typedef {object} Launched
 * @property {Lrs} lrs
 * @property {import("../../statements.js").Launch} launch
 */

/**
 * @param {Window} window
 * @returns {Launched | null} null where no LMS did, or not as it should.
 */
export function launched(window) {
  const query = new URLSearchParams(window.location.search);
  const text = (/** @type {string} */ name) => query.get(name) || "";
  const [endpoint, auth, registration] = [text("endpoint"), text("auth"), text("registration")];
  const given = parse(text("actor"));
  const subject = subjectOf(window.document);
  const activity = text("activity_id") || subject.iri;
  if (!endpoint || !given || !auth || !activity) return null;

  const actor = modern(given);
  const authorization = /^\S+\s+\S/.test(auth) ? auth : `Basic ${auth}`;
  const lrs = new Lrs((input, options) => window.fetch(input, options), endpoint, authorization);
  /** @type {import("../../statements.js").Json} */
  const template = {};
  if (text("grouping")) template["contextActivities"] = { grouping: [{ id: text("grouping") }] };
  if (text("activity_platform")) template["platform"] = text("activity_platform");
  return { lrs, launch: { ...subject, actor, registration, activity, template, cmi5: false, mastery: null } };
}

/**
 * An actor as xAPI 1.0 has it. Old LMSs give that of 0.9, where each value was a list and an account had other names.
 *
 * @param {Record<string, any>} actor
 * @returns {Record<string, any>}
 */
export function modern(actor) {
  const entries = Object.entries(actor).map(([name, value]) => {
    const [first] = [value].flat();
    if (name === "member") return [name, value];
    if (name !== "account" || !first?.accountName) return [name, first];
    return [name, { homePage: first.accountServiceHomePage, name: first.accountName }];
  });
  const found = Object.fromEntries(entries);
  return found.objectType === "Person" ? { ...found, objectType: "Agent" } : found;
}
