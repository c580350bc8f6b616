/** What a page says of itself, where its package reports by xAPI: `scormkit/targets/definitions.py` has put it there. */

import { parse } from "./lrs.js";

/** @typedef {Record<string, any>} Json */

/**
 * @typedef {object} Subject
 * @property {string} iri The module's own id, under which its activities are known; no slash at its end.
 * @property {string} profile The version of the course's profile; empty where the page knows of none.
 * @property {string} subject What the module is called in the profile.
 * @property {Json} [definition] What the module is.
 * @property {() => Record<string, { verb: string, definition: Json }>} activities What is done with each activity that is
 * there by now, and what it is, by its id.
 */

/**
 * @param {Document} document
 * @returns {Subject}
 */
export function subjectOf(document) {
  const { skIri: iri = "", skProfile: profile = "", skUnit: subject = "whole-course", skDefinition } = document.body.dataset;
  const definition = parse(skDefinition || "");
  return { iri, profile, subject, ...(definition && { definition }), activities: () => activitiesIn(document) };
}

/** @param {Document} document */
function activitiesIn(document) {
  const places = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-sk-verb]"));
  const activities = [...places].map(({ dataset }) => [
    dataset["skActivity"],
    { verb: dataset["skVerb"], definition: parse(dataset["skDefinition"] || "") },
  ]);
  return Object.fromEntries(activities);
}
