/** What becomes of a session of cmi5 when pages go away, come back and stand beside one another. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { question } from "./helpers.js";
import { fails, hold, launch, settled } from "./sessions.js";
import { prepare, Store } from "./store.js";

test("a passing score that floating point spoils is reached all the same", async () => {
  const store = prepare(new Store(), { masteryScore: 0.55 });
  const trackables = [question("q", ["a"], { weight: 11 }), question("r", ["a"], { weight: 9 })];
  const { attempt, judge } = await launch(store, { unit: { trackables } });
  judge.answer("q", "a");
  judge.answer("r", "b");
  attempt.visit("two");
  assert.equal(judge.unit.passing, 55);
  assert.equal(attempt.status, "passed");
});

test("what is on its way through a reload is not said under another id", async () => {
  const store = prepare(new Store());
  const first = await launch(store);
  first.attempt.visit("two");
  await settled();
  const release = hold(store);
  first.judge.answer("q", "a");
  await settled();
  first.attempt.finish();
  const asked = store.log.length;
  const second = await launch(store, { storage: first.storage });
  assert.ok(!store.log.slice(asked).some(({ method, path }) => method === "GET" && path === "statements"), "nothing is asked");
  release();
  await settled();
  second.attempt.finish();
  const { attempt, judge } = await launch(store);
  assert.equal(attempt.saving, "kept");
  for (const verb of ["completed", "passed"]) assert.equal(store.verbs.filter((one) => one === verb).length, 1, verb);
});

test("a completion that the LMS has from elsewhere holds up nothing", async () => {
  const store = prepare(new Store());
  store.refuses = ({ verb }) => (/completed|passed/.test(verb.id) ? 403 : 0);
  const { attempt, judge } = await launch(store);
  attempt.visit("two");
  judge.answer("q", "a");
  await settled();
  judge.answer("q", "b");
  await settled();
  assert.equal(attempt.saving, "kept");
  assert.equal(await attempt.exit(), true);
  assert.deepEqual(store.verbs, ["initialized", "answered", "answered", "terminated"]);
});

test("a session that lost its page without a word goes on, and does not begin again", async () => {
  const store = prepare(new Store());
  const { storage } = await launch(store);
  const { attempt, judge } = await launch(store, { storage });
  judge.answer("q", "a");
  attempt.visit("two");
  await settled();
  assert.deepEqual(store.verbs, ["initialized", "answered", "completed", "passed"]);
});

test("a beginning that the LMS never heard of is said after a reload", async () => {
  const store = prepare(new Store());
  store.faults = [{ method: "POST", path: "statements", status: 503 }];
  const { storage } = await launch(store);
  store.faults = [];
  await launch(store, { storage });
  assert.deepEqual(store.verbs, ["initialized"]);
});

test("a failure that a lost page did not tell of is told at the next end, once", async () => {
  const store = prepare(new Store());
  const { attempt, judge } = await launch(store, { unit: fails });
  judge.answer("q", "b");
  attempt.visit("two");
  await settled();
  for (let n = 0; n < 2; n += 1) {
    const later = await launch(store, { unit: fails });
    later.attempt.finish();
    await settled();
  }
  assert.deepEqual(store.verbs, ["initialized", "answered", "completed", "initialized", "failed", "terminated", "initialized", "terminated"]);
});

test("a failure after a reload is told with the next launch, by its exit too", async () => {
  const store = prepare(new Store());
  const first = await launch(store, { unit: fails });
  first.attempt.finish();
  await settled();
  const second = await launch(store, { unit: fails, storage: first.storage });
  second.judge.answer("q", "b");
  second.attempt.visit("two");
  await settled();
  second.attempt.finish();
  await settled();
  const third = await launch(store, { unit: fails });
  assert.equal(await third.attempt.exit(), true);
  assert.deepEqual(store.verbs.slice(2), ["initialized", "completed", "failed", "terminated"]);
  assert.equal(store.kept.told.failed, store.statements.find(({ verb }) => verb.id.endsWith("failed")).id);
});

test("a failure whose last words got lost is told under the id that was promised", async () => {
  const store = prepare(new Store());
  const { attempt, judge } = await launch(store, { unit: fails });
  judge.answer("q", "b");
  attempt.visit("two");
  await settled();
  store.faults = [{ method: "POST", path: "statements", status: 503 }];
  attempt.finish();
  await settled();
  const { failed } = store.kept.told;
  assert.ok(failed && !store.verbs.includes("failed"));
  (await launch(store, { unit: fails })).attempt.finish();
  await settled();
  assert.equal(store.statements.find(({ verb }) => verb.id.endsWith("failed")).id, failed);
});

for (const way of ["exit", "finish"]) {
  test(`who passed in another window did not fail (${way})`, async () => {
    const store = prepare(new Store());
    const one = await launch(store, { unit: fails });
    const two = await launch(store, { unit: fails });
    one.judge.answer("q", "a");
    one.attempt.visit("two");
    await settled();
    two.judge.answer("q", "b");
    two.attempt.visit("two");
    await settled();
    await two.attempt[way]();
    await settled();
    assert.ok(!store.verbs.includes("failed"));
    assert.equal(store.verbs.at(-1), "terminated");
  });
}
