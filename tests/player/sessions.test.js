/** What becomes of a session of cmi5 when pages go away, come back and stand beside one another. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { Attempt } from "../../scormkit/player/attempt.js";
import { connect } from "../../scormkit/player/connectors/cmi5.js";
import { Clock, question } from "./helpers.js";
import { CMI5, launchedWith, prepare, Store } from "./store.js";

const settled = (pause = 10) => new Promise((resolve) => setTimeout(resolve, pause));
const UNIT = { id: "m1", pages: ["one", "two"], needed: ["one", "two"], trackables: [question("q", ["a"])], passing: 50, fails: false };
const fails = { fails: true };

/** Launch the module, or load its page again where a storage is given. */
async function launch(store, { unit = {}, storage } = {}) {
  if (!storage) store.handedOut = false;
  const window = launchedWith(store, CMI5, storage);
  const connector = await connect(window);
  const clock = new Clock();
  const attempt = new Attempt({ ...UNIT, ...unit }, connector, await connector.open(), clock, () => {});
  attempt.begin();
  attempt.visit(attempt.start);
  await settled();
  return { attempt, clock, storage: window.storage, left: window.visited };
}

/** Let what is posted wait, until the function that comes back is called. */
function hold(store, method = "POST") {
  const waiting = [];
  store.before = (asked) => (asked.method === method ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve());
  return () => {
    store.before = async () => {};
    waiting.forEach((go) => go());
  };
}

test("a passing score that floating point spoils is reached all the same", async () => {
  const store = prepare(new Store(), { masteryScore: 0.55 });
  const trackables = [question("q", ["a"], { weight: 11 }), question("r", ["a"], { weight: 9 })];
  const { attempt } = await launch(store, { unit: { trackables } });
  attempt.answer("q", "a");
  attempt.answer("r", "b");
  attempt.visit("two");
  assert.equal(attempt.unit.passing, 55);
  assert.equal(attempt.status, "passed");
});

test("what is on its way through a reload is not said under another id", async () => {
  const store = prepare(new Store());
  const first = await launch(store);
  first.attempt.visit("two");
  await settled();
  const release = hold(store);
  first.attempt.answer("q", "a");
  await settled();
  first.attempt.finish();
  const asked = store.log.length;
  const second = await launch(store, { storage: first.storage });
  assert.ok(!store.log.slice(asked).some(({ method, path }) => method === "GET" && path === "statements"), "nothing is asked");
  release();
  await settled();
  second.attempt.finish();
  const { attempt } = await launch(store);
  assert.equal(attempt.saving, "kept");
  for (const verb of ["completed", "passed"]) assert.equal(store.verbs.filter((one) => one === verb).length, 1, verb);
});

test("what was promised and never arrived is said under the id that was promised", async () => {
  const store = prepare(new Store());
  const { attempt } = await launch(store);
  store.faults = Array(9).fill({ method: "POST", path: "statements", status: 503 });
  attempt.answer("q", "a");
  attempt.visit("two");
  await settled();
  const { told } = store.kept;
  store.faults = [];
  await launch(store);
  assert.deepEqual(store.kept.told, told);
  const said = store.statements.map(({ id }) => id);
  assert.ok(Object.values(told).every((id) => said.includes(id)));
});

test("a completion that the LMS has from elsewhere holds up nothing", async () => {
  const store = prepare(new Store());
  store.refuses = ({ verb }) => (/completed|passed/.test(verb.id) ? 403 : 0);
  const { attempt } = await launch(store);
  attempt.visit("two");
  attempt.answer("q", "a");
  await settled();
  attempt.answer("q", "b");
  await settled();
  assert.equal(attempt.saving, "kept");
  assert.equal(await attempt.exit(), true);
  assert.deepEqual(store.verbs, ["initialized", "answered", "answered", "terminated"]);
});

test("a session that lost its page without a word goes on, and does not begin again", async () => {
  const store = prepare(new Store());
  const { storage } = await launch(store);
  const { attempt } = await launch(store, { storage });
  attempt.answer("q", "a");
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
  const { attempt } = await launch(store, { unit: fails });
  attempt.answer("q", "b");
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
  second.attempt.answer("q", "b");
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
  const { attempt } = await launch(store, { unit: fails });
  attempt.answer("q", "b");
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
    one.attempt.answer("q", "a");
    one.attempt.visit("two");
    await settled();
    two.attempt.answer("q", "b");
    two.attempt.visit("two");
    await settled();
    await two.attempt[way]();
    await settled();
    assert.ok(!store.verbs.includes("failed"));
    assert.equal(store.verbs.at(-1), "terminated");
  });
}

for (const method of ["PUT", "POST"]) {
  test(`a page that goes away while its exit waits for a ${method} ends its session once`, async () => {
    const store = prepare(new Store());
    const { attempt, storage } = await launch(store, { unit: fails });
    attempt.answer("q", "b");
    attempt.visit("two");
    await settled();
    const release = hold(store, method);
    void attempt.exit();
    await settled();
    attempt.finish();
    assert.equal(JSON.parse([...storage.values()][0]).over, true);
    const sent = store.log.flatMap(({ path, method: how, body }) => (path === "statements" && how === "POST" ? body : []));
    assert.deepEqual(sent.slice(-2).map(({ verb }) => verb.id.split("/").at(-1)), ["failed", "terminated"]);
    assert.equal(sent.filter(({ verb }) => verb.id.endsWith("terminated")).length, 1);
    const again = launch(store, { unit: fails, storage });
    release();
    await again;
    await settled();
    assert.deepEqual(store.verbs, ["initialized", "answered", "completed", "failed", "terminated"]);
  });
}

test("an exit that the LMS does not hear of leaves the session open, through a reload too", async () => {
  const store = prepare(new Store());
  const { attempt, storage } = await launch(store);
  store.faults = [{ method: "POST", path: "statements", status: 503 }];
  attempt.flush();
  await settled();
  store.faults = [{ method: "POST", path: "statements", status: 503 }];
  assert.equal(await attempt.exit(), false);
  const second = await launch(store, { storage });
  second.attempt.answer("q", "a");
  await settled();
  assert.deepEqual(store.verbs, ["initialized", "answered"]);
});

test("an answer given while an exit waits in vain is reported", async () => {
  const store = prepare(new Store());
  const { attempt, clock } = await launch(store);
  attempt.flush();
  await settled();
  const release = hold(store);
  const left = attempt.exit();
  await settled();
  attempt.answer("q", "b");
  store.faults = [{ method: "POST", path: "statements", status: 500 }];
  release();
  assert.equal(await left, false);
  clock.pass(60000);
  await settled();
  assert.deepEqual(store.verbs, ["initialized", "answered"]);
});

test("a session whose state is not kept does not end, and says all it has to say before it does", async () => {
  const store = prepare(new Store());
  const { attempt, left } = await launch(store, { unit: fails });
  attempt.answer("q", "b");
  await settled();
  attempt.visit("two");
  store.faults = Array(9).fill({ method: "PUT", path: "activities/state", status: 500 });
  assert.equal(await attempt.exit(), false);
  assert.ok(!store.verbs.includes("terminated"));
  store.faults = [];
  attempt.answer("q", "a");
  await settled();
  assert.equal(await attempt.exit(), true);
  assert.equal(store.verbs.at(-1), "terminated");
  assert.deepEqual(left, []);
});

test("an answer that the LRS will not take does not take the last words with it", async () => {
  const store = prepare(new Store());
  store.refuses = ({ verb }) => (verb.id.endsWith("answered") ? 400 : 0);
  const { attempt } = await launch(store);
  store.faults = [{ method: "POST", path: "statements", status: 0 }];
  attempt.answer("q", "a");
  await settled();
  attempt.finish();
  await settled();
  assert.deepEqual(store.verbs, ["initialized", "terminated"]);
});

test("a promise that the LRS has already does not take the last words with it", async () => {
  const store = prepare(new Store());
  const first = await launch(store);
  first.attempt.answer("q", "a");
  first.attempt.visit("two");
  await settled();
  // The answers to "is it there?" are older than what arrives meanwhile.
  const find = store.find.bind(store);
  store.find = () => new Response("", { status: 404 });
  store.before = ({ method }) => (method === "POST" ? settled(1) : Promise.resolve());
  store.handedOut = false;
  const window = launchedWith(store, CMI5);
  const connector = await connect(window);
  await connector.open();
  await connector.close(0, "gone");
  store.find = find;
  await settled(30);
  assert.deepEqual(store.verbs.slice(-2), ["initialized", "terminated"]);
});

test("what may have arrived goes apart from what surely did not, when the page goes away", async () => {
  const store = prepare(new Store());
  const { attempt } = await launch(store);
  // It arrives, and its answer is lost.
  const { take } = store;
  store.take = (...given) => {
    take.apply(store, given);
    store.take = take;
    throw new TypeError("Failed to fetch");
  };
  attempt.visit("two");
  attempt.answer("q", "a");
  await settled();
  attempt.answer("q", "b");
  attempt.finish();
  await settled();
  assert.deepEqual(store.verbs, ["initialized", "answered", "completed", "passed", "answered", "terminated"]);
});

test("of two pages of one session the second can be left, though the LMS wants to hear no more", async () => {
  const store = prepare(new Store(), { returnURL: "https://lms.example/back" });
  const one = await launch(store);
  const two = await launch(store, { storage: new Map(one.storage) });
  one.attempt.finish();
  await settled();
  two.attempt.answer("q", "a");
  two.attempt.visit("two");
  assert.equal(await two.attempt.exit(), true);
  assert.deepEqual(two.left, ["https://lms.example/back"]);
  assert.equal(store.kept.status, "passed");
  assert.deepEqual(store.verbs, ["initialized", "terminated"]);
  await launch(store);
  assert.deepEqual(store.verbs.slice(2), ["initialized", "completed", "passed"]);
});

test("what is done while an exit is being saved is saved too", async () => {
  const store = prepare(new Store());
  const { attempt } = await launch(store);
  attempt.visit("two");
  const release = hold(store, "PUT");
  const left = attempt.exit();
  await settled();
  attempt.visit("one");
  release();
  assert.equal(await left, true);
  assert.equal(store.kept.page, "one");
  assert.deepEqual(store.verbs, ["initialized", "terminated"]);
});

test("a failure is promised before it is told, and the end is told once all is kept", async () => {
  const store = prepare(new Store());
  const { attempt } = await launch(store, { unit: fails });
  attempt.answer("q", "b");
  attempt.visit("two");
  await settled();
  assert.equal(await attempt.exit(), true);
  const steps = store.log.filter(({ method }) => method !== "GET").slice(-2);
  assert.deepEqual(steps.map(({ method }) => method), ["PUT", "POST"]);
  const [failed, terminated] = steps[1].body;
  assert.equal(steps[0].body.told.failed, failed.id);
  assert.deepEqual([failed, terminated].map(({ verb }) => verb.id.split("/").at(-1)), ["failed", "terminated"]);
});
