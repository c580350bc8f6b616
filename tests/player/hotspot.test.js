import assert from "node:assert/strict";
import { test } from "node:test";

import fc from "fast-check";

import { behaviour } from "../../scormkit/activities/hotspot/behaviour.js";

const spots = fc.uniqueArray(fc.constantFrom(..."abcdefghij0123456789"), { minLength: 1, maxLength: 20 });

/** A picture with these places, to explore or, with inputs of a type, to choose from. */
const page = (ids, type) => ({
  querySelectorAll: (selector) =>
    selector === "input"
      ? [...(type ? ids : "")].map((value) => ({ value, type }))
      : [...ids].map((id) => ({ dataset: { skSpot: id } })),
});

test("every wrong place takes a right one away", () => {
  assert.equal(behaviour.score("a", ["a"]), 1);
  assert.equal(behaviour.score("b", ["a"]), 0);
  assert.equal(behaviour.score("a", ["a", "b"]), 0.5);
  assert.equal(behaviour.score("abc", ["a", "b"]), 0.5);
});

test("the score lies between 0 and 1, and is 1 for the right places alone", () => {
  fc.assert(
    fc.property(spots, spots, (chosen, correct) => {
      const score = behaviour.score(chosen.join(""), correct);
      assert.ok(score >= 0 && score <= 1);
      const same = chosen.length === correct.length && chosen.every((spot) => correct.includes(spot));
      assert.equal(score === 1, same);
    }),
  );
});

test("exploring is done once no place is left; an answer to a question always is", () => {
  assert.ok(!behaviour.done("ab-"));
  assert.ok(behaviour.done("abc"));
});

test("an answer fits while its places are there, finished or not", () => {
  const here = page("abc");
  for (const answer of ["a", "ac", "ac-", "abc"]) assert.ok(behaviour.fits(here, answer), answer);
  for (const other of ["d", "ad-", "A", "aa", "a--"]) assert.ok(!behaviour.fits(here, other), other);
});

test("an answer to a question fits while its places are there, and no more than may be chosen", () => {
  assert.ok(behaviour.fits(page("abc", "checkbox"), "ca"));
  for (const other of ["-", "ab-", "aa", "d"]) assert.ok(!behaviour.fits(page("abc", "checkbox"), other), other);
  assert.ok(!behaviour.fits(page("abc", "radio"), "ab"));
});

test("a response is a list of ids", () => {
  assert.deepEqual(behaviour.response("ac"), ["a", "c"]);
});
