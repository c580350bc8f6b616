import assert from "node:assert/strict";
import { test } from "node:test";

import { IDLE } from "../../scormkit/player/attempt.js";
import { Lms, launch, question, under } from "./helpers.js";

test("a commit that failed is tried again, less and less often, until it works", () => {
  const { attempt, judge, lms, clock, changes } = under();
  lms.failing = { commit: 4 };
  attempt.visit("two");
  assert.deepEqual(lms.news(), ["state two", "status completed", "commit refused"]);
  assert.equal(attempt.saving, "failing");
  const before = changes();
  clock.pass(1999);
  assert.deepEqual(lms.news(), []);
  clock.pass(1);
  assert.deepEqual(lms.news(), ["commit refused"]);
  clock.pass(4000);
  clock.pass(8000);
  assert.deepEqual(lms.news(), ["commit refused", "commit refused"]);
  assert.equal(attempt.saving, "failing");
  clock.pass(16000);
  assert.deepEqual(lms.news(), ["commit"]);
  assert.equal(attempt.saving, "kept");
  assert.ok(changes() > before);
  clock.pass(1e6);
  assert.deepEqual(lms.news(), []);
});

test("the pause between two tries never grows past a minute", () => {
  const { attempt, judge, lms, clock } = under();
  lms.failing = { commit: 100 };
  attempt.visit("two");
  clock.pass(10 * 60000);
  lms.news();
  clock.pass(60000);
  assert.deepEqual(lms.news(), ["commit refused"]);
});

test("what the LMS refused is offered again, and nothing waits for it", () => {
  const unit = { pages: ["one"], trackables: [question("q", ["a"])], passing: 50 };
  const { attempt, judge, lms, clock } = under(unit);
  lms.failing = { state: 1, score: 2 };
  judge.answer("q", "a");
  assert.deepEqual(lms.news(), [
    "interaction m1_q a correct",
    "state one refused",
    "score 100 refused",
    "status passed",
    "commit",
  ]);
  clock.pass(2000);
  assert.deepEqual(lms.news(), ["state one", "score 100 refused", "commit"]);
  clock.pass(4000);
  assert.deepEqual(lms.news(), ["score 100", "commit"]);
  assert.equal(attempt.saving, "kept");
});

test("an LMS that took nothing at the start hears incomplete before completed all the same", () => {
  const lms = new Lms();
  lms.failing = { status: 2, suspend: 1, commit: 2 };
  const { attempt, judge, clock } = launch({ pages: ["one"] }, lms);
  attempt.begin();
  attempt.visit("one");
  clock.pass(60000);
  assert.deepEqual(
    lms.log.filter((line) => !line.includes("refused") && !line.includes("commit")),
    ["suspend", "state one", "status incomplete", "status completed"].sort((a, b) => lms.log.indexOf(a) - lms.log.indexOf(b)),
  );
  assert.ok(lms.log.indexOf("status incomplete") < lms.log.indexOf("status completed"));
});

test("the session is closed exactly once, with what was waiting saved before", () => {
  const { attempt, judge, lms, clock } = under({ pages: ["one", "two", "three"] });
  attempt.visit("two");
  clock.pass(250);
  attempt.finish();
  attempt.finish();
  assert.deepEqual(lms.news(), ["state two", "commit", "close 2.25"]);
  attempt.visit("three");
  attempt.flush();
  clock.pass(1e6);
  assert.deepEqual(lms.news(), []);
});

test("nothing is reported after the end", () => {
  const { attempt, judge, lms } = under({ trackables: [question("q", ["a"])] });
  attempt.finish();
  lms.news();
  judge.answer("q", "a");
  assert.deepEqual(lms.news(), []);
});

test("a session that cannot be saved does not end by the exit button, and can be tried again", async () => {
  const { attempt, judge, lms } = under();
  lms.failing = { commit: 2 };
  attempt.visit("two");
  assert.equal(await attempt.exit(), false);
  assert.equal(attempt.finished, false);
  assert.equal(await attempt.exit(), true);
  assert.deepEqual(lms.log.at(-1), "close 2");
});

test("a page's last chance ends the session even where saving fails", () => {
  const { attempt, judge, lms, clock } = under();
  lms.failing = { commit: 100 };
  attempt.visit("two");
  attempt.finish();
  lms.news();
  clock.pass(1e6);
  assert.deepEqual(lms.news(), []);
});

test("an LMS that answers later is believed for what it was asked, not for what came after", async () => {
  const { attempt, judge, lms, clock } = under({ pages: ["one", "two", "three"] });
  const answers = [];
  lms.commit = () => new Promise((resolve) => answers.push(resolve));
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  attempt.visit("two");
  attempt.flush();
  attempt.visit("one");
  answers[0](true);
  await settled();
  assert.equal(attempt.saving, "waiting");
  clock.pass(2000);
  assert.equal(answers.length, 2);
  attempt.visit("three");
  assert.equal(answers.length, 3);
  answers[1](true);
  await settled();
  assert.equal(attempt.saving, "waiting");
  answers[2](false);
  await settled();
  assert.equal(attempt.saving, "failing");
  const exit = attempt.exit();
  answers[3](true);
  assert.equal(await exit, true);
});

test("what the learner did shows at once, and not when the LMS has answered", async () => {
  const { attempt, judge, lms, changes } = under({ pages: ["one", "two"] });
  const answers = [];
  lms.commit = () => new Promise((resolve) => answers.push(resolve));
  const before = changes();
  attempt.visit("two");
  assert.equal(attempt.status, "completed");
  assert.equal(attempt.saving, "waiting");
  assert.equal(changes(), before + 1);
  answers[0](true);
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(attempt.saving, "kept");
  assert.equal(changes(), before + 2);
});

test("time without a sign of the learner counts until the pause is too long for reading", () => {
  const { attempt, lms, clock } = under();
  attempt.here();
  const begun = attempt.seconds;
  clock.pass(IDLE);
  assert.equal(attempt.seconds, begun + IDLE / 1000, "so long a page may be read");
  clock.pass(3 * IDLE);
  assert.equal(attempt.seconds, begun + IDLE / 1000);
  attempt.here();
  clock.pass(5000);
  assert.equal(attempt.seconds, begun + IDLE / 1000 + 5);
  clock.pass(2 * IDLE);
  attempt.finish();
  assert.equal(lms.news().at(-1), `close ${begun + (2 * IDLE) / 1000}`);
});
