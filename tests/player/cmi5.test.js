import assert from "node:assert/strict";
import { test } from "node:test";

import { connect } from "../../scormkit/player/connectors/late/cmi5.js";
import { question } from "./helpers.js";
import { launch, settled } from "./sessions.js";
import { ACTOR, CMI5, launchedWith, prepare, Store } from "./store.js";

const requests = (store) => store.log.map(({ method, path, stateId }) => [method, path, stateId].filter(Boolean).join(" "));

test("a launch asks in the order of the specification, and initialized is the first that is said", async () => {
  const store = prepare(new Store());
  await launch(store);
  assert.deepEqual(requests(store).slice(0, 4), [
    "POST fetch",
    "GET activities/state LMS.LaunchData",
    "GET agents/profile",
    "GET activities/state scormkit",
  ]);
  assert.deepEqual(store.verbs, ["initialized"]);
  assert.deepEqual(store.statements[0].actor, ACTOR);
  const headers = store.log.slice(1).map((one) => one.headers);
  assert.ok(headers.every((one) => one.Authorization === "Basic dG9rZW4w" && one["X-Experience-API-Version"] === "1.0.3"));
});

test("from the first page to the last word", async () => {
  const store = prepare(new Store(), { returnURL: "https://lms.example/back" });
  const { attempt, judge, window } = await launch(store);
  judge.answer("q", "b");
  attempt.visit("two");
  judge.answer("q", "a");
  await settled();
  assert.equal(attempt.status, "passed");
  assert.equal(attempt.saving, "kept");
  assert.deepEqual(window.visited, []);
  assert.equal(await attempt.exit(), true);
  assert.deepEqual(store.verbs, ["initialized", "answered", "answered", "completed", "passed", "terminated"]);
  assert.deepEqual(window.visited, ["https://lms.example/back"]);
  const times = store.statements.map(({ timestamp }) => timestamp);
  assert.deepEqual(times, [...new Set(times)].sort(), "each later than the one before");
  assert.equal(new Set(store.statements.map(({ id }) => id)).size, 6);
  assert.ok(store.statements.every(({ id }) => /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/.test(id)));
  assert.deepEqual({ ...store.kept, state: "", told: Object.keys(store.kept.told) }, {
    state: "",
    page: "two",
    status: "passed",
    score: 100,
    told: ["completed", "passed"],
    registration: "",
  });
});

test("durations leave out the time in which the learner was away", async () => {
  const store = prepare(new Store());
  const { attempt, judge, clock } = await launch(store);
  clock.pass(60_000);
  attempt.here();
  attempt.visit("two");
  judge.answer("q", "a");
  await settled();
  clock.pass(40 * 60_000);
  attempt.here();
  await attempt.exit();
  const durations = store.statements.flatMap(({ verb, result }) => {
    const name = verb.id.split("/").at(-1);
    return ["completed", "passed", "terminated"].includes(name) ? [[name, result.duration]] : [];
  });
  assert.deepEqual(durations, [["completed", "PT1M0S"], ["passed", "PT1M0S"], ["terminated", "PT16M0S"]]);
});

test("the learner comes back to it all, and nothing is said twice in a registration", async () => {
  const store = prepare(new Store());
  const first = await launch(store);
  first.judge.answer("q", "a");
  first.attempt.visit("two");
  first.attempt.finish();
  await settled();
  store.handedOut = false;
  const { attempt, judge } = await launch(store);
  assert.deepEqual(attempt.state, { page: "two", seen: ["one", "two"], answers: new Map([["q", "a"]]) });
  assert.equal(attempt.status, "passed");
  assert.equal(attempt.score, 100);
  judge.answer("q", "a");
  attempt.finish();
  await settled();
  const ended = ["completed", "passed", "terminated"];
  assert.deepEqual(store.verbs, ["initialized", "answered", ...ended, "initialized", "answered", "terminated"]);
});

test("what was promised and never arrived is said in the next session, under the id that was promised", async () => {
  const store = prepare(new Store());
  const { attempt, judge } = await launch(store);
  store.faults = Array(9).fill({ method: "POST", path: "statements", status: 503 });
  judge.answer("q", "a");
  attempt.visit("two");
  await settled();
  const { told } = store.kept;
  assert.deepEqual(Object.keys(told), ["completed", "passed"]);
  assert.deepEqual(store.verbs, ["initialized"]);
  // The tab is gone without a word.
  Object.assign(store, { faults: [], handedOut: false });
  await launch(store);
  assert.deepEqual(store.verbs, ["initialized", "initialized", "completed", "passed"]);
  assert.deepEqual(store.statements.slice(-2).map(({ id }) => id), [told.completed, told.passed]);
  assert.deepEqual(store.kept.told, told);
});

test("an LRS that fails for a while gets everything in order, under the same ids", async () => {
  for (const status of [0, 500, 401, 429]) {
    const store = prepare(new Store());
    store.faults = Array.from({ length: 4 }, () => ({ method: "POST", path: "statements", status }));
    const { attempt, judge, clock } = await launch(store);
    assert.equal(attempt.saving, "failing", `status ${status}`);
    judge.answer("q", "b");
    await settled();
    judge.answer("q", "a");
    await settled();
    for (let n = 0; n < 8; n += 1) {
      clock.pass(60000);
      await settled();
    }
    assert.equal(attempt.saving, "kept");
    assert.deepEqual(store.verbs, ["initialized", "answered", "answered"]);
    const first = store.log.filter(({ method, path }) => method === "POST" && path === "statements")[0].body[0];
    assert.equal(store.statements[0].id, first.id);
  }
});

test("an answer that got lost on its way back is not said twice", async () => {
  const store = prepare(new Store());
  const { attempt, judge, clock } = await launch(store);
  const take = store.take.bind(store);
  store.take = (...given) => {
    take(...given);
    store.take = take;
    throw new TypeError("connection lost");
  };
  judge.answer("q", "b");
  await settled();
  assert.equal(attempt.saving, "failing");
  clock.pass(2000);
  await settled();
  assert.equal(attempt.saving, "kept");
  assert.deepEqual(store.verbs, ["initialized", "answered"]);
});

test("one answer that the LRS will never take holds up nothing", async () => {
  const store = prepare(new Store());
  store.refuses = ({ verb, result }) => (verb.id.endsWith("answered") && result.response === "b" ? 400 : 0);
  const { attempt, judge } = await launch(store);
  judge.answer("q", "b");
  judge.answer("q", "a");
  attempt.visit("two");
  await settled();
  assert.deepEqual(store.verbs, ["initialized", "answered", "completed", "passed"]);
  assert.equal(attempt.saving, "kept");
});

test("failing is said at the end of the session alone, and not by who passes in it", async () => {
  const unit = { fails: true };
  const store = prepare(new Store());
  const { attempt, judge } = await launch(store, { unit });
  attempt.visit("two");
  judge.answer("q", "b");
  await settled();
  assert.deepEqual(store.verbs, ["initialized", "answered", "completed"]);
  attempt.finish();
  await settled();
  assert.deepEqual(store.verbs.slice(3), ["failed", "terminated"]);
  store.handedOut = false;
  const second = await launch(store, { unit });
  second.judge.answer("q", "a");
  await second.attempt.exit();
  assert.deepEqual(store.verbs.slice(5), ["initialized", "answered", "passed", "terminated"]);
});

test("the LMS's own passing score is the one that counts", async () => {
  const store = prepare(new Store(), { masteryScore: 1 });
  const trackables = [question("q", ["a"]), question("r", ["a"])];
  const { attempt, judge } = await launch(store, { unit: { trackables } });
  attempt.visit("two");
  judge.answer("q", "a");
  judge.answer("r", "b");
  await settled();
  assert.equal(judge.unit.passing, 100);
  assert.ok(!store.verbs.includes("passed"));
  judge.answer("r", "a");
  await settled();
  const passed = store.statements.find(({ verb }) => verb.id.endsWith("passed"));
  assert.equal(passed.context.extensions["https://w3id.org/xapi/cmi5/context/extensions/masteryscore"], 1);
});

test("browse and review say that they began and ended, and write nothing", async () => {
  for (const launchMode of ["Browse", "Review"]) {
    const store = prepare(new Store(), { launchMode });
    const { attempt, judge } = await launch(store);
    assert.equal(attempt.writable, false);
    judge.answer("q", "a");
    attempt.visit("two");
    assert.equal(await attempt.exit(), true);
    assert.deepEqual(store.verbs, ["initialized", "terminated"]);
    assert.ok(!store.log.some(({ method }) => method === "PUT"));
    assert.equal(store.kept, undefined);
  }
});

test("a session that cannot be ended is not left, and goes on", async () => {
  const store = prepare(new Store(), { returnURL: "https://lms.example/back" });
  const { attempt, judge, window, clock } = await launch(store);
  clock.pass(2000);
  await settled();
  store.faults = [{ method: "POST", path: "statements", status: 503 }];
  assert.equal(await attempt.exit(), false);
  assert.deepEqual(window.visited, []);
  judge.answer("q", "a");
  await settled();
  assert.equal(await attempt.exit(), true);
  assert.deepEqual(store.verbs, ["initialized", "answered", "terminated"]);
  assert.equal(window.visited.length, 1);
});

test("after a reload nothing is said any more, and what is done is kept for the next launch", async () => {
  const store = prepare(new Store());
  const first = await launch(store);
  first.attempt.finish();
  await settled();
  const { attempt, judge, clock } = await launch(store, { storage: first.window.storage });
  assert.equal(attempt.connector.host, "lms");
  judge.answer("q", "a");
  attempt.visit("two");
  clock.pass(2000);
  await settled();
  attempt.finish();
  await settled();
  assert.deepEqual(store.verbs, ["initialized", "terminated"]);
  store.handedOut = false;
  await launch(store);
  assert.deepEqual(store.verbs.slice(2), ["initialized", "completed", "passed"]);
});

for (const tags of ["read", "always", "never"]) {
  test(`two windows end up with what was done in both (tags: ${tags})`, async () => {
    const store = Object.assign(prepare(new Store()), { tags });
    const unit = { trackables: [question("q", ["a"]), question("r", ["a"])], pages: ["one", "two"], passing: null };
    const one = await launch(store, { unit });
    store.handedOut = false;
    const two = await launch(store, { unit });
    one.judge.answer("q", "a");
    await settled();
    two.judge.answer("r", "b");
    await settled();
    two.attempt.visit("two");
    two.clock.pass(2000);
    await settled();
    one.judge.answer("q", "b");
    await settled();
    store.handedOut = false;
    const { attempt, judge } = await launch(store, { unit });
    assert.deepEqual([...attempt.state.answers].sort(), [["q", "b"], ["r", "b"]]);
    assert.deepEqual(attempt.state.seen, ["one", "two"]);
    assert.equal(attempt.score, 50);
  });

  test(`what one of two windows has said the other leaves (tags: ${tags})`, async () => {
    const store = Object.assign(prepare(new Store()), { tags });
    const one = await launch(store);
    store.handedOut = false;
    const two = await launch(store);
    for (const { attempt, judge } of [one, two]) {
      attempt.visit("two");
      judge.answer("q", "a");
      await settled();
      assert.equal(attempt.saving, "kept");
    }
    assert.deepEqual(store.verbs.filter((verb) => verb === "completed" || verb === "passed"), ["completed", "passed"]);
  });
}

test("a launch that is no launch runs alone, and knows that it should not", async () => {
  for (const name of Object.keys(CMI5)) {
    const parameters = { ...CMI5 };
    delete parameters[name];
    assert.equal((await connect(launchedWith(prepare(new Store()), parameters))).host, "missing", name);
  }
  assert.equal((await connect(launchedWith(prepare(new Store()), { ...CMI5, actor: "{" }))).host, "missing");
  assert.equal((await connect(launchedWith(new Store(), CMI5))).host, "missing", "no launch data");
  for (const [method, path] of [["POST", "fetch"], ["GET", "activities/state"]]) {
    for (const status of [0, 500]) {
      const store = prepare(new Store());
      // What got lost once is asked for once more.
      store.faults = [{ method, path, status }];
      assert.equal((await connect(launchedWith(store, CMI5))).host, "lms", `${method} ${path} ${status}`);
      const gone = prepare(new Store());
      gone.faults = Array.from({ length: 9 }, () => ({ method, path, status }));
      assert.equal((await connect(launchedWith(gone, CMI5))).host, "missing", `${method} ${path} ${status}`);
    }
  }
  const spent = prepare(new Store());
  spent.handedOut = true;
  assert.equal((await connect(launchedWith(spent, CMI5))).host, "missing", "a token that was given before");
});

test("an LMS may not send the learner to a script", async () => {
  const store = prepare(new Store(), { returnURL: "javascript:alert(1)" });
  const { attempt, judge, window } = await launch(store);
  await attempt.exit();
  assert.deepEqual(window.visited, []);
});
