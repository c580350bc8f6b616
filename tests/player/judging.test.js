import assert from "node:assert/strict";
import { test } from "node:test";

import fc from "fast-check";

import { progressOf } from "../../scormkit/player/judging.js";
import { Lms, launch, question, sheet, under } from "./helpers.js";

const grader = (entry) => Object.assign(new Lms(entry), { judges: true });

test("an LMS that judges scores hears of none until the module is passed", () => {
  const unit = { pages: ["one"], trackables: [question("q", ["a"]), question("r", ["a"])], passing: 80 };
  const { attempt, judge, lms, clock } = under(unit, grader());
  judge.answer("q", "a");
  judge.answer("r", "b");
  attempt.flush();
  clock.pass(1e6);
  assert.ok(!lms.news().some((line) => line.startsWith("score")));
  assert.equal(attempt.score, 50);
  assert.equal(attempt.saving, "kept");
  judge.answer("r", "a");
  assert.deepEqual(lms.news(), ["interaction m1_r a correct", "state one", "score 100", "status passed", "commit"]);
});

test("it hears of it with the failure where the course says so, and of a better one with passing", () => {
  const unit = { pages: ["one"], trackables: [question("q", ["a"])], passing: 50, fails: true };
  const { attempt, judge, lms } = under(unit, grader());
  judge.answer("q", "b");
  judge.answer("q", "a");
  const told = lms.log.filter((line) => /^(score|status)/.test(line));
  assert.deepEqual(told, ["score 0", "status failed", "score 100", "status passed"]);
});

test("where there is nothing to pass it hears of a score at once", () => {
  const { attempt, judge, lms } = under({ trackables: [question("q", ["a"])] }, grader());
  judge.answer("q", "b");
  assert.ok(lms.log.includes("score 0"));
});

test("what was held back in one session is not lost in the next", () => {
  const unit = { pages: ["one"], trackables: [question("q", ["a"]), question("r", ["a"])], passing: 80 };
  const first = under(unit, grader());
  first.judge.answer("q", "a");
  first.attempt.finish();
  const { attempt, judge, lms } = under(unit, grader({ ...first.lms.entry, status: "incomplete" }));
  judge.answer("r", "a");
  assert.deepEqual(lms.news(), ["interaction m1_r a correct", "state one", "score 100", "status passed", "commit"]);
});

test("the best score counts in the next session too, though another answer came after it", () => {
  const unit = { pages: ["one", "two"], trackables: [question("q", ["a"]), question("r", ["a"])], passing: 50 };
  const first = under(unit, grader());
  first.judge.answer("q", "a");
  first.judge.answer("q", "b");
  first.judge.answer("r", "b");
  first.attempt.finish();
  const { attempt, judge, lms } = under(unit, grader({ ...first.lms.entry, status: "incomplete" }));
  assert.equal(attempt.score, 50);
  attempt.visit("two");
  assert.deepEqual(lms.news(), ["state two", "score 50", "status passed", "commit"]);
});

test("an LMS that has the say over the passing score has it", () => {
  const unit = { pages: ["one"], trackables: [question("q", ["a"]), question("r", ["a"])], passing: 80 };
  const { attempt, judge } = under(unit, new Lms({ passing: 50 }));
  judge.answer("q", "a");
  judge.answer("r", "b");
  assert.equal(attempt.status, "passed");
});

test("a next module is offered once this one is over and saved, and the LMS has one", () => {
  let valid = true;
  const lms = Object.assign(new Lms(), { next: () => valid });
  const { attempt, judge, clock } = under({}, lms);
  assert.equal(attempt.next, false);
  lms.failing = { commit: 1 };
  attempt.visit("two");
  assert.equal(attempt.status, "completed");
  assert.equal(attempt.next, false, "not while it is not saved");
  clock.pass(60000);
  assert.equal(attempt.next, true);
  valid = false;
  assert.equal(attempt.next, false);
});

test("no next module where nothing may be written, or where the standard knows none", () => {
  const lms = Object.assign(new Lms({ writable: false, status: "passed" }), { next: () => true });
  assert.equal(launch({}, lms).attempt.next, false);
  assert.equal(launch({}, new Lms({ status: "passed" })).attempt.next, false);
});

test("how a session ends is told to the way that it goes", async () => {
  const ways = [];
  const close = (_, way) => ways.push(way);
  for (const end of ["exit", "proceed"]) await under({}, Object.assign(new Lms(), { close })).attempt.exit(end);
  under({}, Object.assign(new Lms(), { close })).attempt.finish();
  assert.deepEqual(ways, ["exit", "proceed", "gone"]);
});

test("a session whose end was not heard goes on, with what was done meanwhile", async () => {
  let answer = () => {};
  const lms = Object.assign(new Lms(), { close: () => new Promise((resolve) => (answer = resolve)) });
  const { attempt, judge, clock } = under({ pages: ["one", "two", "three"] }, lms);
  const exit = attempt.exit();
  await Promise.resolve();
  attempt.visit("two");
  answer(false);
  assert.equal(await exit, false);
  assert.equal(attempt.finished, false);
  clock.pass(2000);
  assert.deepEqual(lms.news(), ["state two", "commit"]);
});

test("progress is the part of all that is needed, and whole only once the module is over", () => {
  const trackables = [question("q", ["a"]), sheet("r"), question("t", null)];
  const unit = { pages: ["one", "two", "three"], needed: ["one", "two"], trackables };
  fc.assert(
    fc.property(fc.subarray(unit.pages), fc.subarray(["q", "r", "t"]), (pages, ids) => {
      const state = { page: "", seen: pages, answers: new Map(ids.map((id) => [id, "a"])) };
      const done = ["one", "two"].filter((page) => pages.includes(page)).length + ids.filter((id) => id !== "r").length;
      for (const status of [null, "incomplete"]) assert.equal(progressOf(unit, state, status), Math.min(done / 4, 0.99));
      for (const status of ["failed", "completed", "passed"]) assert.equal(progressOf(unit, state, status), 1);
    }),
  );
  const nothing = { page: "", seen: [], answers: new Map() };
  assert.equal(progressOf({ ...unit, needed: [], trackables: [] }, nothing, null), 0);
});

test("progress is told as whole once the module is over, and stays so", () => {
  const unit = { pages: ["one"], trackables: [question("q", ["a"])], passing: 50 };
  const { attempt, judge, lms } = under(unit);
  assert.equal(lms.progress, 0.5);
  judge.answer("q", "b");
  assert.equal(lms.progress, 0.99, "everything was done, and it is not passed");
  judge.answer("q", "a");
  assert.equal(lms.progress, 1);
  const longer = under({ ...unit, pages: ["one", "two"] }, new Lms({ ...lms.entry, status: "passed" }));
  longer.judge.answer("q", "b");
  assert.equal(longer.lms.progress, 1);
});

test("how far the learner is goes to the LMS also where the state is what it was", () => {
  const unit = { pages: ["one"], trackables: [question("q", ["a"]), question("r", ["a"])], passing: 70 };
  const first = under(unit, grader());
  first.judge.answer("q", "a");
  first.judge.answer("r", "b");
  first.attempt.finish();
  assert.equal(first.lms.progress, 0.99);
  const second = under({ ...unit, passing: 50 }, grader({ ...first.lms.entry, status: "incomplete" }));
  assert.equal(second.attempt.status, "passed");
  assert.equal(second.lms.progress, 1);
});
