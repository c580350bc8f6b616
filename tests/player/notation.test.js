import assert from "node:assert/strict";
import { test } from "node:test";

import { patternOf, responseOf } from "../../scormkit/player/notation.js";

test("what a learner answered", () => {
  for (const [type, items, text] of [
    ["choice", ["a", "c"], "a[,]c"],
    ["choice", [], ""],
    ["true-false", ["true"], "true"],
    ["fill-in", ["Jan", "v. d. Berg"], "Jan[,]v. d. Berg"],
    ["numeric", ["-2.5"], "-2.5"],
    ["likert", ["4"], "4"],
    ["matching", ["a.x", "b.y"], "a[.]x[,]b[.]y"],
    ["performance", ["door.knock", "door.next"], "door[.]knock[,]door[.]next"],
    ["sequencing", ["c", "a", "b"], "c[,]a[,]b"],
    ["other", ["any.thing"], "any.thing"],
  ]) assert.equal(responseOf(type, items), text, type);
});

test("what a learner typed is text, whatever it looks like", () => {
  assert.equal(responseOf("fill-in", ["a[,]b", "c"]), "a[ , ]b[,]c");
  assert.equal(responseOf("fill-in", ["{lang=xx}hallo", "{x}"]), " {lang=xx}hallo[,] {x}");
  assert.equal(patternOf("fill-in", ["{case_matters=1}x"]), " {case_matters=1}x");
});

test("a number's right answer is a range, open where there is no end", () => {
  assert.equal(patternOf("numeric", ["1.5", "2"]), "1.5[:]2");
  assert.equal(patternOf("numeric", ["", "4"]), "[:]4");
  assert.equal(patternOf("numeric", ["4", ""]), "4[:]");
});

test("any other right answer is written as an answer is", () => {
  assert.equal(patternOf("true-false", ["false"]), "false");
  assert.equal(patternOf("matching", ["a.x"]), "a[.]x");
});
