import assert from "node:assert/strict";
import { test } from "node:test";

import { Attempt } from "../../scormkit/player/attempt.js";
import { Judge } from "../../scormkit/player/judging.js";
import { connect, modern } from "../../scormkit/player/connectors/late/tincan.js";
import { Clock, question } from "./helpers.js";
import { ACTOR, IRI, launchedWith, REGISTRATION, Store } from "./store.js";

const settled = () => new Promise((resolve) => setTimeout(resolve, 5));
const LAUNCH = { endpoint: "https://lrs.example/xapi/", auth: "Basic eDp5", actor: JSON.stringify(ACTOR), activity_id: IRI };
const UNIT = { id: "m1", pages: ["one"], needed: ["one"], trackables: [question("q", ["a"])], passing: 50, fails: false };

async function launch(store, parameters = {}) {
  const connector = await connect(launchedWith(store, { ...LAUNCH, ...parameters }));
  const attempt = new Attempt(UNIT, connector, await connector.open(), new Clock(), () => {});
  const judge = new Judge(attempt, UNIT.trackables);
  attempt.begin();
  attempt.visit(attempt.start);
  await settled();
  return { attempt, judge };
}

test("from launch to the end, about the activity of the launch", async () => {
  const store = new Store();
  const { attempt, judge } = await launch(store, { registration: REGISTRATION });
  judge.answer("q", "a");
  assert.equal(await attempt.exit(), true);
  assert.deepEqual(store.verbs, ["initialized", "answered", "completed", "passed", "terminated"]);
  const [, answered, completed, passed] = store.statements;
  assert.equal(answered.object.id, `${IRI}/q`);
  assert.equal(completed.object.id, IRI);
  assert.equal(completed.result.completion, true);
  assert.equal(completed.result.score.scaled, 1);
  assert.equal(passed.result.success, true);
  assert.ok(store.statements.every(({ context }) => context.registration === REGISTRATION));
  assert.ok(store.log.every(({ headers }) => headers.Authorization === "Basic eDp5"));
});

test("without a registration one is made, and kept with the state", async () => {
  const store = new Store();
  (await launch(store)).attempt.finish();
  await settled();
  const { attempt, judge } = await launch(store);
  judge.answer("q", "a");
  await settled();
  const registrations = new Set(store.statements.map(({ context }) => context.registration));
  assert.equal(registrations.size, 1);
  assert.match([...registrations][0], /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
  assert.ok([...store.documents.keys()].every((place) => !place.includes("registration")));
});

test("grouping and platform are in every statement", async () => {
  const store = new Store();
  const { attempt, judge } = await launch(store, { grouping: "https://lms.example/g", activity_platform: "LMS" });
  judge.answer("q", "a");
  await settled();
  for (const { context } of store.statements) {
    assert.deepEqual(context.contextActivities.grouping, [{ id: "https://lms.example/g" }]);
    assert.equal(context.platform, "LMS");
  }
});

test("credentials without a scheme are basic ones; an activity without an id has its own", async () => {
  const store = new Store();
  await launch(store, { auth: "eDp5", activity_id: "", endpoint: "https://lrs.example/xapi" });
  assert.ok(store.log.every(({ headers }) => headers.Authorization === "Basic eDp5"));
  assert.equal(store.statements[0].object.id, IRI);
});

test("opened by itself it is a site like any other; with an LRS that is not there it says so", async () => {
  const host = async (parameters, store = new Store()) => (await connect(launchedWith(store, parameters))).host;
  assert.equal(await host({}), "none");
  assert.equal(await host({ ...LAUNCH, actor: "" }), "none");
  assert.equal(await host({ ...LAUNCH, auth: "" }), "missing");
  const down = new Store();
  down.faults = Array.from({ length: 2 }, () => ({ method: "GET", path: "activities/state", status: 0 }));
  assert.equal(await host(LAUNCH, down), "missing");
});

test("an actor of old becomes one of today, and one of today stays as it is", () => {
  assert.deepEqual(modern({ name: ["Jan"], mbox: ["mailto:jan@example.org"], objectType: ["Person"] }), {
    name: "Jan",
    mbox: "mailto:jan@example.org",
    objectType: "Agent",
  });
  const account = [{ accountServiceHomePage: "https://lms.example", accountName: "7" }];
  assert.deepEqual(modern({ account }), { account: { homePage: "https://lms.example", name: "7" } });
  assert.deepEqual(modern(ACTOR), ACTOR);
  const group = { objectType: "Group", member: [ACTOR], mbox: "mailto:g@example.org" };
  assert.deepEqual(modern(group), group);
});
