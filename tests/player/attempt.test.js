import assert from "node:assert/strict";
import { test } from "node:test";

import fc from "fast-check";

import { isComplete } from "../../scormkit/player/judging.js";
import { Lms, launch, question, sheet, state, under } from "./helpers.js";

test("incomplete is written and committed before anything else", () => {
  const { attempt, judge, lms } = launch();
  attempt.begin();
  attempt.visit(attempt.start);
  assert.deepEqual(lms.log, ["status incomplete", "suspend", "commit"]);
});

test("the place is saved after a pause, in one commit for several pages", () => {
  const { attempt, judge, lms, clock } = launch({ pages: ["one", "two", "three"] });
  attempt.begin();
  attempt.visit("one");
  lms.news();
  clock.pass(500);
  attempt.visit("two");
  assert.equal(attempt.saving, "waiting");
  clock.pass(1499);
  assert.deepEqual(lms.news(), []);
  clock.pass(1);
  assert.deepEqual(lms.news(), ["state two", "commit"]);
  assert.equal(attempt.saving, "kept");
  clock.pass(1e6);
  assert.deepEqual(lms.news(), []);
});

test("a page that is left out of sight is saved at once, and only where there is something to save", () => {
  const { attempt, judge, lms, clock } = under();
  attempt.flush();
  assert.deepEqual(lms.news(), []);
  attempt.visit("two");
  lms.news();
  attempt.visit("one");
  attempt.flush();
  assert.deepEqual(lms.news(), ["state one", "commit"]);
  clock.pass(10000);
  assert.deepEqual(lms.news(), []);
});

test("a module without a passing score is completed once all was seen and done, and once only", () => {
  const { attempt, judge, lms, clock } = under({ trackables: [question("q", null), sheet("r")] });
  attempt.visit("two");
  clock.pass(2000);
  assert.deepEqual(lms.news(), ["state two", "commit"]);
  assert.deepEqual(judge.open, ["q"]);
  judge.answer("q", "a");
  assert.deepEqual(lms.news(), ["interaction m1_q a neutral", "state two", "status completed", "commit"]);
  judge.answer("q", "b");
  attempt.visit("one");
  clock.pass(2000);
  attempt.finish();
  assert.deepEqual(
    lms.news().filter((line) => line.startsWith("status")),
    [],
  );
});

test("a module of pages alone is completed at the last page, at once", () => {
  const { attempt, judge, lms } = under();
  attempt.visit("two");
  assert.deepEqual(lms.news(), ["state two", "status completed", "commit"]);
});

test("a required sheet holds the module open until it is done; what is written on it is not the LMS's business", () => {
  const { attempt, judge, lms, clock } = under({ trackables: [sheet("r", { required: true })] });
  attempt.visit("two");
  clock.pass(2000);
  lms.news();
  judge.answer("r", "1");
  assert.deepEqual(lms.news(), ["state two", "status completed", "commit"]);
});

test("done that changes nothing but the state waits for the pause", () => {
  const { attempt, judge, lms, clock } = under({ trackables: [sheet("r")] });
  judge.answer("r", "1");
  assert.deepEqual(lms.news(), []);
  clock.pass(2000);
  assert.deepEqual(lms.news(), ["state one", "commit"]);
});

test("a status from before is written no lower and no twice", () => {
  for (const [status, written] of [
    ["incomplete", ["status completed"]],
    ["failed", ["status completed"]],
    ["completed", []],
    ["passed", []],
  ]) {
    const { attempt, judge, lms } = launch({ pages: ["one"] }, new Lms({ status }));
    attempt.begin();
    attempt.visit("one");
    attempt.finish();
    assert.deepEqual(
      lms.log.filter((line) => line.startsWith("status")),
      written,
      status,
    );
  }
});

test("a completed module can still be passed", () => {
  const unit = { pages: ["one"], trackables: [question("q", ["a"])], passing: 50 };
  const { attempt, judge, lms } = under(unit, new Lms({ status: "completed" }));
  judge.answer("q", "a");
  assert.ok(lms.log.includes("status passed"));
});

test("what is reported of an answer", () => {
  const { attempt, judge, lms, clock } = under({ trackables: [question("q", ["a", "c"], { weight: 3 })] });
  clock.pass(500);
  judge.answer("q", "ab");
  clock.pass(7250);
  judge.answer("q", "ac");
  const [first, second] = lms.interactions;
  assert.deepEqual(first, {
    id: "m1_q",
    activity: "q",
    type: "choice",
    response: ["a", "b"],
    correct: ["a", "c"],
    result: "wrong",
    weight: 3,
    latency: 2.5,
    time: new Date(clock.time - 7250),
  });
  assert.equal(second.result, "correct");
  assert.equal(second.latency, 7.25);
});

test("the learner comes back to the page and the answers", () => {
  const unit = { trackables: [question("q1", ["a"]), question("q2", null)] };
  const first = under(unit);
  first.judge.answer("q1", "b");
  first.attempt.visit("two");
  first.attempt.finish();
  const { attempt, judge } = launch(unit, new Lms({ ...first.lms.entry, status: "incomplete" }));
  assert.equal(attempt.start, "two");
  assert.deepEqual(attempt.state, { page: "two", seen: ["one", "two"], answers: new Map([["q1", "b"]]) });
  assert.equal(attempt.damaged, false);
});

test("coming back and changing nothing saves nothing but the session", () => {
  const lms = new Lms({ status: "incomplete", page: "one", state: state("one", ["one"]) });
  const { attempt, judge, clock } = launch({}, lms);
  attempt.begin();
  attempt.visit("one");
  clock.pass(1e5);
  assert.deepEqual(lms.news(), ["suspend", "commit"]);
});

test("of an older build's state, what still has a meaning is kept", () => {
  const old = state("gone", ["gone", "two"], { q1: "a", q2: "x", lost: "a", q3: "abcde" });
  const trackables = [question("q1", ["a"]), question("q2", ["a"]), question("q3", ["a"])];
  const { attempt, judge } = launch({ trackables }, new Lms({ status: "incomplete", state: old, page: "gone" }));
  assert.deepEqual(attempt.state, { page: "", seen: ["two"], answers: new Map([["q1", "a"]]) });
  assert.equal(attempt.start, "one");
  assert.equal(attempt.damaged, false);
});

test("rubbish for a state is said, and the learner starts at the page last known", () => {
  const { attempt, judge } = launch({}, new Lms({ status: "incomplete", state: '{"v":3}', page: "two" }));
  assert.equal(attempt.damaged, true);
  assert.equal(attempt.start, "two");
  assert.deepEqual(attempt.state, { page: "", seen: [], answers: new Map() });
});

test("where nothing may be written, nothing is: but all is shown", () => {
  const saved = state("two", ["one", "two"], { q: "b" });
  const unit = { trackables: [question("q", ["a"])], passing: 50 };
  const lms = new Lms({ writable: false, status: "passed", score: 90, state: saved });
  const { attempt, judge, clock } = launch(unit, lms);
  attempt.begin();
  attempt.visit(attempt.start);
  judge.answer("q", "a");
  attempt.visit("one");
  attempt.flush();
  clock.pass(1e6);
  attempt.finish();
  assert.deepEqual(lms.log, ["close "]);
  assert.equal(attempt.state.answers.get("q"), "a");
});

test("an answer that was not declared is the kind's mistake", () => {
  const { attempt, judge } = under({ trackables: [question("q", ["a"])] });
  assert.throws(() => judge.answer("q", "abcde"), RangeError);
  assert.throws(() => judge.answer("other", "a"), RangeError);
});

test("whatever the learner does, what the LMS hears keeps to the contract", () => {
  const unit = {
    pages: ["one", "two", "three"],
    trackables: [question("q1", ["a"]), question("q2", ["b", "c"], { weight: 2 }), question("q3", null), sheet("r")],
    passing: 70,
  };
  const step = fc.oneof(
    fc.record({ visit: fc.constantFrom(...unit.pages) }),
    fc.record({ answer: fc.constantFrom("q1", "q2", "q3"), as: fc.constantFrom("a", "b", "c", "bc", "abc") }),
    fc.constant({ answer: "r", as: "1" }),
    fc.record({ wait: fc.nat(5000) }),
    fc.constant({ flush: true }),
    fc.record({ fail: fc.constantFrom("commit", "score", "status", "state", "suspend") }),
  );
  const rank = ["incomplete", "failed", "completed", "passed"];
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const { attempt, judge, lms, clock } = under(unit);
      const all = [];
      for (const one of steps) {
        if (one.visit) attempt.visit(one.visit);
        else if (one.answer) judge.answer(one.answer, one.as);
        else if (one.wait) clock.pass(one.wait);
        else if (one.flush) attempt.flush();
        else if (one.fail) lms.failing[one.fail] = 2;
        const news = lms.news();
        if (!one.wait) assert.ok(news.filter((line) => line.startsWith("commit")).length <= 1, "one commit per doing");
        const order = news.map((line) => ["interaction", "state", "score", "status", "commit"].indexOf(line.split(" ")[0]));
        if (!one.wait) assert.deepEqual(order, [...order].sort((a, b) => a - b));
        all.push(...news);
      }
      clock.pass(300000);
      assert.equal(attempt.saving, "kept");
      attempt.finish();
      all.push(...lms.news());
      const taken = all.filter((line) => !line.includes("refused"));
      const values = (name) => taken.filter((line) => line.startsWith(name)).map((line) => line.split(" ")[1]);
      const scores = values("score").map(Number);
      assert.deepEqual(scores, [...new Set(scores)].sort((a, b) => a - b), "a score only goes up");
      const statuses = values("status").map((status) => rank.indexOf(status));
      assert.deepEqual(statuses, [...new Set(statuses)].sort((a, b) => a - b), "a status only goes up");
      const ended = values("status").length > 0;
      assert.equal(ended, isComplete(judge.unit, attempt.state) && (attempt.score ?? 0) >= 70 && true === values("status").includes("passed"));
      assert.equal(taken.filter((line) => line.startsWith("close")).length, 1);
      assert.ok(taken.at(-1).startsWith("close"));
    }),
  );
});

test("an answer that is still under way is kept and not reported", () => {
  const walk = question("walk", null, { interaction: "performance", gradual: true, done: (answer) => answer.endsWith("z") });
  const { attempt, judge, lms, clock } = under({ trackables: [walk] });
  attempt.visit("two");
  clock.pass(2000);
  lms.news();
  judge.answer("walk", "ab");
  assert.deepEqual(judge.open, ["walk"]);
  assert.deepEqual(lms.news(), []);
  clock.pass(2000);
  assert.deepEqual(lms.news(), ["state two", "commit"]);
  judge.answer("walk", "abz");
  assert.deepEqual(lms.news(), ["interaction m1_walk a+b+z neutral", "state two", "status completed", "commit"]);
  judge.answer("walk", "abz");
  assert.deepEqual(lms.news(), []);
});

test("a page that is not asked for need not be seen", () => {
  const { attempt, judge, lms } = under({ pages: ["one", "extra"], needed: ["one"], trackables: [question("q", null)] });
  judge.answer("q", "a");
  assert.equal(attempt.status, "completed");
  assert.ok(lms.log.includes("status completed"));
});

test("where a course says so, the LMS hears of a failure, and of passing after it", () => {
  const unit = { trackables: [question("q", ["a"])], pages: ["one"], passing: 50, fails: true };
  const { attempt, judge, lms } = under(unit);
  judge.answer("q", "b");
  assert.equal(attempt.status, "failed");
  judge.answer("q", "a");
  assert.equal(attempt.status, "passed");
  assert.deepEqual(lms.log.filter((call) => call.startsWith("status")), ["status failed", "status passed"]);
});
