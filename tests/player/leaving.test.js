/** What a page of cmi5 says last, by its exit or as it goes away, and what it leaves behind. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { connect } from "../../scormkit/player/connectors/late/cmi5.js";
import { fails, hold, launch, settled } from "./sessions.js";
import { CMI5, launchedWith, prepare, Store } from "./store.js";

test("a page that goes away sends the state, and then all that is left at once", async () => {
  const store = prepare(new Store());
  const { attempt, judge } = await launch(store);
  store.log = [];
  judge.answer("q", "b");
  attempt.visit("two");
  attempt.finish();
  const sent = [...store.log];
  assert.deepEqual(sent.map(({ method, path }) => `${method} ${path}`), ["PUT activities/state", "POST statements"], "all at once");
  assert.ok(sent.every(({ keepalive }) => keepalive));
  await settled();
  assert.deepEqual(store.verbs, ["initialized", "answered", "terminated"]);
  assert.equal(store.kept.page, "two");
  assert.equal(store.log.length, 2, "and nothing after it");
});

test("what is on its way when the page goes away is left to arrive", async () => {
  const store = prepare(new Store());
  const { attempt, judge } = await launch(store);
  let release = () => {};
  store.before = ({ path }) => (path === "statements" ? new Promise((resolve) => (release = resolve)) : Promise.resolve());
  judge.answer("q", "b");
  await settled();
  store.before = async () => {};
  attempt.finish();
  release();
  await settled();
  assert.deepEqual(store.verbs.toSorted(), ["answered", "initialized", "terminated"]);
});

test("a state that is on its way when the page goes away is not sent again", async () => {
  const store = prepare(new Store());
  const { attempt, judge } = await launch(store);
  let release = () => {};
  store.before = ({ method }) => (method === "PUT" ? new Promise((resolve) => (release = resolve)) : Promise.resolve());
  attempt.visit("two");
  attempt.flush();
  await settled();
  assert.equal(store.log.at(-1).method, "PUT");
  const before = store.log.length;
  attempt.finish();
  await settled();
  assert.deepEqual(store.log.slice(before).map(({ method, path }) => `${method} ${path}`), ["POST statements"]);
  release();
  await settled();
  assert.equal(store.kept.page, "two");
  assert.deepEqual(store.verbs, ["initialized", "terminated"]);
});

test("what a page leaves behind keeps within what a browser lets it send", async () => {
  const store = prepare(new Store());
  const { attempt, judge } = await launch(store);
  store.log = [];
  for (let n = 0; n < 200; n += 1) judge.answer("q", "b");
  attempt.visit("two");
  attempt.finish();
  const sent = store.log.filter(({ method }) => method !== "GET");
  assert.ok(sent.every(({ keepalive }) => keepalive));
  assert.ok(sent.reduce((sum, { body }) => sum + JSON.stringify(body).length, 0) <= 65536);
  await settled();
  assert.equal(store.verbs.at(-1), "terminated");
});

for (const method of ["PUT", "POST"]) {
  test(`a page that goes away while its exit waits for a ${method} ends its session once`, async () => {
    const store = prepare(new Store());
    const { attempt, judge, storage } = await launch(store, { unit: fails });
    judge.answer("q", "b");
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
  const { attempt, judge, storage } = await launch(store);
  store.faults = [{ method: "POST", path: "statements", status: 503 }];
  attempt.flush();
  await settled();
  store.faults = [{ method: "POST", path: "statements", status: 503 }];
  assert.equal(await attempt.exit(), false);
  const second = await launch(store, { storage });
  second.judge.answer("q", "a");
  await settled();
  assert.deepEqual(store.verbs, ["initialized", "answered"]);
});

test("an answer given while an exit waits in vain is reported", async () => {
  const store = prepare(new Store());
  const { attempt, judge, clock } = await launch(store);
  attempt.flush();
  await settled();
  const release = hold(store);
  const left = attempt.exit();
  await settled();
  judge.answer("q", "b");
  store.faults = [{ method: "POST", path: "statements", status: 500 }];
  release();
  assert.equal(await left, false);
  clock.pass(60000);
  await settled();
  assert.deepEqual(store.verbs, ["initialized", "answered"]);
});

test("a session whose state is not kept does not end, and says all it has to say before it does", async () => {
  const store = prepare(new Store());
  const { attempt, judge, left } = await launch(store, { unit: fails });
  judge.answer("q", "b");
  await settled();
  attempt.visit("two");
  store.faults = Array(9).fill({ method: "PUT", path: "activities/state", status: 500 });
  assert.equal(await attempt.exit(), false);
  assert.ok(!store.verbs.includes("terminated"));
  store.faults = [];
  judge.answer("q", "a");
  await settled();
  assert.equal(await attempt.exit(), true);
  assert.equal(store.verbs.at(-1), "terminated");
  assert.deepEqual(left, []);
});

test("an answer that the LRS will not take does not take the last words with it", async () => {
  const store = prepare(new Store());
  store.refuses = ({ verb }) => (verb.id.endsWith("answered") ? 400 : 0);
  const { attempt, judge } = await launch(store);
  store.faults = [{ method: "POST", path: "statements", status: 0 }];
  judge.answer("q", "a");
  await settled();
  attempt.finish();
  await settled();
  assert.deepEqual(store.verbs, ["initialized", "terminated"]);
});

test("a promise that the LRS has already does not take the last words with it", async () => {
  const store = prepare(new Store());
  const first = await launch(store);
  first.judge.answer("q", "a");
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
  const { attempt, judge } = await launch(store);
  // It arrives, and its answer is lost.
  const { take } = store;
  store.take = (...given) => {
    take.apply(store, given);
    store.take = take;
    throw new TypeError("Failed to fetch");
  };
  attempt.visit("two");
  judge.answer("q", "a");
  await settled();
  judge.answer("q", "b");
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
  two.judge.answer("q", "a");
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
  const { attempt, judge } = await launch(store);
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
  const { attempt, judge } = await launch(store, { unit: fails });
  judge.answer("q", "b");
  attempt.visit("two");
  await settled();
  assert.equal(await attempt.exit(), true);
  const steps = store.log.filter(({ method }) => method !== "GET").slice(-2);
  assert.deepEqual(steps.map(({ method }) => method), ["PUT", "POST"]);
  const [failed, terminated] = steps[1].body;
  assert.equal(steps[0].body.told.failed, failed.id);
  assert.deepEqual([failed, terminated].map(({ verb }) => verb.id.split("/").at(-1)), ["failed", "terminated"]);
});
