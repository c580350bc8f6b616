/** What an attempt is worth, and what of it the LMS hears. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { improvable, isComplete, scoreOf } from "../../scormkit/player/judging.js";
import { Lms, launch, question, sheet, under } from "./helpers.js";

test("untouched means no score; score goes before status, status before the one commit", () => {
  const trackables = [question("q1", ["a"]), question("q2", ["b"])];
  const { attempt, judge, lms, clock } = under({ trackables, passing: 100 });
  attempt.visit("two");
  clock.pass(2000);
  assert.equal(scoreOf(judge.unit, attempt.state.answers), null);
  assert.deepEqual(lms.news(), ["state two", "commit"]);
  judge.answer("q1", "a");
  assert.deepEqual(lms.news(), ["interaction m1_q1 a correct", "state two", "score 50", "commit"]);
  judge.answer("q2", "b");
  assert.deepEqual(lms.news(), ["interaction m1_q2 b correct", "state two", "score 100", "status passed", "commit"]);
});

test("a wrong answer is a score of 0", () => {
  const { attempt, judge, lms } = under({ trackables: [question("q", ["a"])], passing: 50 });
  judge.answer("q", "b");
  assert.deepEqual(lms.news(), ["interaction m1_q b wrong", "state one", "score 0", "commit"]);
});

test("below the passing score the module stays incomplete, and trying again is what passes it", () => {
  const { attempt, judge, lms } = under({ pages: ["one"], trackables: [question("q", ["a"])], passing: 50 });
  judge.answer("q", "b");
  assert.equal(isComplete(judge.unit, attempt.state), true);
  assert.equal(attempt.status, "incomplete");
  lms.news();
  judge.answer("q", "a");
  assert.deepEqual(lms.news(), ["interaction m1_q a correct", "state one", "score 100", "status passed", "commit"]);
});

test("the score weighs, and is rounded to two decimals", () => {
  const trackables = [question("q1", ["a"], { weight: 2 }), question("q2", ["a"]), question("q3", null)];
  const { attempt, judge } = under({ trackables });
  judge.answer("q1", "a");
  assert.equal(attempt.score, 66.67);
  judge.answer("q3", "a");
  assert.equal(attempt.score, 66.67);
});

test("what is still to be gained is what is scored and not wholly right", () => {
  const unit = { pages: ["a"], trackables: [question("one", ["a"]), question("two", ["a"]), sheet("three")] };
  const { attempt, judge } = launch(unit);
  attempt.begin();
  assert.deepEqual(improvable(judge.unit, attempt.state.answers), ["one", "two"]);
  judge.answer("one", "a");
  judge.answer("two", "b");
  assert.deepEqual(improvable(judge.unit, attempt.state.answers), ["two"]);
});

test("the score that the LMS has never goes down", () => {
  const unit = { trackables: [question("q1", ["a"]), question("q2", ["b"])], passing: 80 };
  const { attempt, judge, lms } = under(unit, new Lms({ status: "incomplete", score: 75 }));
  judge.answer("q1", "a");
  assert.equal(scoreOf(judge.unit, attempt.state.answers), 50);
  assert.equal(attempt.score, 75);
  judge.answer("q2", "b");
  judge.answer("q2", "c");
  assert.deepEqual(
    lms.log.filter((line) => line.startsWith("score")),
    ["score 100"],
  );
});

test("weights stay in proportion and within what an LMS takes", () => {
  const trackables = [question("q1", ["a"], { weight: 1000 }), question("q2", ["a"], { weight: 25 })];
  const { attempt, judge, lms } = under({ trackables });
  judge.answer("q1", "a");
  judge.answer("q2", "a");
  assert.deepEqual(
    lms.interactions.map(({ weight }) => weight),
    [100, 2.5],
  );
});
