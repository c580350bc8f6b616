/** A module in a session of cmi5, launched as an LMS does, or loaded again. */

import { Attempt } from "../../scormkit/player/attempt.js";
import { Judge } from "../../scormkit/player/judging.js";
import { connect } from "../../scormkit/player/connectors/late/cmi5.js";
import { Clock, question } from "./helpers.js";
import { CMI5, launchedWith } from "./store.js";

const UNIT = { id: "m1", pages: ["one", "two"], needed: ["one", "two"], trackables: [question("q", ["a"])], passing: 50, fails: false };
export const fails = { fails: true };

export const settled = (pause = 10) => new Promise((resolve) => setTimeout(resolve, pause));

/** Launch the module, or load its page again where a storage is given. */
export async function launch(store, { unit = {}, parameters = {}, storage, page } = {}) {
  if (!storage) store.handedOut = false;
  const window = launchedWith(store, { ...CMI5, ...parameters }, storage, page);
  const connector = await connect(window);
  const clock = new Clock();
  const { trackables, ...outline } = { ...UNIT, ...unit };
  const attempt = new Attempt(outline, connector, await connector.open(), clock, () => {});
  const judge = new Judge(attempt, trackables);
  attempt.begin();
  attempt.visit(attempt.start);
  await settled();
  return { attempt, judge, connector, clock, window, storage: window.storage, left: window.visited };
}

/** Let what is posted wait, until the function that comes back is called. */
export function hold(store, method = "POST") {
  const waiting = [];
  store.before = (asked) => (asked.method === method ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve());
  return () => {
    store.before = async () => {};
    waiting.forEach((go) => go());
  };
}
