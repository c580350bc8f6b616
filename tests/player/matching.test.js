import assert from "node:assert/strict";
import { test } from "node:test";

import fc from "fast-check";

import { behaviour } from "../../scormkit/activities/matching/behaviour.js";

const letters = [..."abcdefghij0123456789"];
const sources = fc.uniqueArray(fc.constantFrom(...letters), { minLength: 2, maxLength: 20 });
const matched = sources.chain((items) =>
  fc.record({
    items: fc.constant(items),
    chosen: fc.array(fc.constantFrom(...letters), { minLength: items.length, maxLength: items.length }),
    right: fc.array(fc.constantFrom(...letters), { minLength: items.length, maxLength: items.length }),
  }),
);

/** An activity that holds these items, each with these targets and the line that asks to choose. */
const page = (items, targets) => ({
  querySelectorAll: () =>
    [...items].map((item) => ({ dataset: { skItem: item }, options: ["", ...targets].map((value) => ({ value })) })),
});

test("every pair earns its share", () => {
  assert.equal(behaviour.score("a1b2c3", ["a.1", "b.2", "c.3"]), 1);
  assert.equal(behaviour.score("a1b1c3", ["a.1", "b.2", "c.3"]), 2 / 3);
  assert.equal(behaviour.score("a2b1", ["a.1", "b.2"]), 0);
});

test("a response is a list of pairs", () => {
  assert.deepEqual(behaviour.response("a1b1"), ["a.1", "b.1"]);
});

test("the score is the share of the items at their target", () => {
  fc.assert(
    fc.property(matched, ({ items, chosen, right }) => {
      const answer = items.map((item, n) => item + chosen[n]).join("");
      const correct = items.map((item, n) => `${item}.${right[n]}`);
      const hits = items.filter((_, n) => chosen[n] === right[n]).length;
      assert.equal(behaviour.score(answer, correct), hits / items.length);
      assert.deepEqual(behaviour.response(answer), items.map((item, n) => `${item}.${chosen[n]}`));
      assert.ok(behaviour.fits(page(items, chosen), answer));
    }),
  );
});

test("an answer fits while its items and targets are there", () => {
  const here = page("abc", "12");
  assert.ok(behaviour.fits(here, "a1b2c1"));
  assert.ok(behaviour.fits(here, "a1b2"));
  for (const other of ["a3b1", "d1", "a1b", "1a", "a1a2", "a1a1"]) assert.ok(!behaviour.fits(here, other), other);
});
