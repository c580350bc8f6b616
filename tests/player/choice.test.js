import assert from "node:assert/strict";
import { test } from "node:test";

import fc from "fast-check";

import { behaviour } from "../../scormkit/activities/choice/behaviour.js";

const options = fc.uniqueArray(fc.constantFrom(..."abcdefghij0123456789"), { minLength: 1, maxLength: 20 });

/** A question with these options, of which one or several can be chosen. */
const page = (ids, type) => ({ querySelectorAll: () => [...ids].map((value) => ({ value, type })) });

test("an answer fits while its options are there, each chosen once, and no more than may be", () => {
  for (const answer of ["a", "ca", "abc"]) assert.ok(behaviour.fits(page("abc", "checkbox"), answer), answer);
  for (const other of ["d", "ad", "aa", "a-", "A"]) assert.ok(!behaviour.fits(page("abc", "checkbox"), other), other);
  assert.ok(behaviour.fits(page("abc", "radio"), "b"));
  assert.ok(!behaviour.fits(page("abc", "radio"), "ab"));
});

test("one right option: all or nothing", () => {
  assert.equal(behaviour.score("a", ["a"]), 1);
  assert.equal(behaviour.score("b", ["a"]), 0);
});

test("several right options: every wrong one takes a right one away", () => {
  assert.equal(behaviour.score("ab", ["a", "b"]), 1);
  assert.equal(behaviour.score("a", ["a", "b"]), 0.5);
  assert.equal(behaviour.score("ac", ["a", "b"]), 0);
  assert.equal(behaviour.score("abc", ["a", "b"]), 0.5);
  assert.equal(behaviour.score("cd", ["a", "b"]), 0);
});

test("the score lies between 0 and 1, and is 1 for the right answer alone", () => {
  fc.assert(
    fc.property(options, options, (chosen, correct) => {
      const score = behaviour.score(chosen.join(""), correct);
      assert.ok(score >= 0 && score <= 1);
      const same = chosen.length === correct.length && chosen.every((option) => correct.includes(option));
      assert.equal(score === 1, same);
    }),
  );
});

test("a response is a list of option ids", () => {
  assert.deepEqual(behaviour.response("ac"), ["a", "c"]);
});
