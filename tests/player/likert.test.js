import assert from "node:assert/strict";
import { test } from "node:test";

import { behaviour } from "../../scormkit/activities/likert/behaviour.js";

test("one statement: the response is the point", () => {
  assert.deepEqual(behaviour.response("4"), ["4"]);
});

test("several statements: the response matches each with its point", () => {
  assert.deepEqual(behaviour.response("a4ba22"), ["a.4", "b.a", "2.2"]);
});

test("nothing is scored", () => {
  assert.equal(behaviour.score, undefined);
});

test("an answer fits where its statements and points are there", () => {
  const there = ['[data-sk-row="a"] [value="4"]', '[data-sk-row="b"] [value="a"]', '[data-sk-row=""] [value="1"]'];
  const element = { querySelector: (selector) => (there.includes(selector) ? {} : null) };
  assert.equal(behaviour.fits(element, "a4ba"), true);
  // A statement that was added since does not take the answer away.
  assert.equal(behaviour.fits(element, "a4"), true);
  assert.equal(behaviour.fits(element, "a4b1"), false);
  for (const other of ["a4a4", "a4b", "11"]) assert.equal(behaviour.fits(element, other), false, other);
  assert.equal(behaviour.fits(element, "1"), true);
  assert.equal(behaviour.fits(element, "2"), false);
});
