import assert from "node:assert/strict";
import { test } from "node:test";

import fc from "fast-check";

import { behaviour, inLine } from "../../scormkit/activities/ordering/behaviour.js";

const ids = [..."abcdefgh"];
const order = fc.shuffledSubarray(ids, { minLength: 2 });

/** The length of the longest row in order, by trying each set of items. */
function longest(answer, correct) {
  const sets = Array.from({ length: 2 ** answer.length }, (_, set) => answer.filter((_, n) => set & (1 << n)));
  const places = sets.map((set) => set.map((item) => correct.indexOf(item)));
  return Math.max(...places.filter((set) => set.every((at, n) => !n || set[n - 1] < at)).map((set) => set.length));
}

const page = (items) => ({ querySelectorAll: () => [...items].map((item) => ({ dataset: { skItem: item } })) });

test("one item in the wrong place costs one share, however far it stands", () => {
  const correct = [..."abcde"];
  assert.equal(behaviour.score("abcde", correct), 1);
  assert.equal(behaviour.score("bcdea", correct), 0.75);
  assert.equal(behaviour.score("abdce", correct), 0.75);
  assert.equal(behaviour.score("edcba", correct), 0);
  assert.equal(behaviour.score("ba", ["a", "b"]), 0);
});

test("a response is the ids in order", () => {
  assert.deepEqual(behaviour.response("cab"), ["c", "a", "b"]);
});

test("what can stay is in order, and no more could", () => {
  fc.assert(
    fc.property(order, (answer) => {
      const correct = [...answer].sort();
      const staying = [...inLine(answer.join(""), correct)];
      assert.deepEqual(staying, correct.filter((item) => staying.includes(item)));
      assert.deepEqual(staying, answer.filter((item) => staying.includes(item)));
      assert.equal(staying.length, longest(answer, correct));
    }),
  );
});

test("the score lies between 0 and 1; it is 1 for the right order alone and 0 for the opposite one", () => {
  fc.assert(
    fc.property(order, (answer) => {
      const correct = [...answer].sort();
      const score = behaviour.score(answer.join(""), correct);
      assert.ok(score >= 0 && score <= 1);
      assert.equal(score === 1, answer.join() === correct.join());
      assert.equal(behaviour.score([...correct].reverse().join(""), correct), 0);
    }),
  );
});

test("moving one item out of the right order costs one share", () => {
  fc.assert(
    fc.property(order, fc.nat(), fc.nat(), (answer, one, other) => {
      const correct = [...answer].sort();
      const [from, to] = [one % correct.length, other % correct.length];
      const moved = correct.filter((_, n) => n !== from);
      moved.splice(to, 0, correct[from]);
      const lost = from === to ? 0 : 1;
      assert.equal(behaviour.score(moved.join(""), correct), (correct.length - 1 - lost) / (correct.length - 1));
    }),
  );
});

test("an answer fits while the items are the same", () => {
  assert.ok(behaviour.fits(page("abc"), "cab"));
  for (const other of ["ca", "cabd", "cad", "caa"]) assert.ok(!behaviour.fits(page("abc"), other), other);
});
