import assert from "node:assert/strict";
import { test } from "node:test";

import { behaviour } from "../../scormkit/activities/true_false/behaviour.js";

test("the right side earns all, the other nothing", () => {
  assert.equal(behaviour.score("t", ["true"]), 1);
  assert.equal(behaviour.score("f", ["true"]), 0);
  assert.equal(behaviour.score("f", ["false"]), 1);
  assert.equal(behaviour.score("t", ["false"]), 0);
});

test("the response is a word that SCORM and xAPI know", () => {
  assert.deepEqual(behaviour.response("t"), ["true"]);
  assert.deepEqual(behaviour.response("f"), ["false"]);
});

test("only these two answers mean something", () => {
  assert.deepEqual(["t", "f", "a", "tf"].map((answer) => behaviour.fits(null, answer)), [true, true, false, false]);
});
