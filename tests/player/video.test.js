import assert from "node:assert/strict";
import { test } from "node:test";

import fc from "fast-check";

import { clock, isViewing, pack, restrict, unpack, whole } from "../../scormkit/activities/video/answer.js";
import { behaviour } from "../../scormkit/activities/video/behaviour.js";

const ids = fc.uniqueArray(fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz0123456789"), { maxLength: 36 });
const seconds = fc.uniqueArray(fc.double({ min: 0, max: 1e6, noNaN: true }).map(whole), { maxLength: 12 });
const viewings = fc.record({
  done: fc.boolean(),
  seen: ids.map((all) => new Set(all)),
  moments: seconds.map((all) => all.sort((one, other) => one - other)),
});

test("what was viewed comes back as it was, and keeps to the size that the model declares", () => {
  fc.assert(
    fc.property(viewings, (viewing) => {
      const answer = pack(viewing);
      const back = unpack(answer);
      assert.deepEqual([back.done, [...back.seen].sort(), back.moments], [viewing.done, [...viewing.seen].sort(), viewing.moments]);
      assert.match(answer, /^[A-Za-z0-9_-]+$/);
      assert.ok(behaviour.fits(null, answer));
      assert.ok(answer.length <= 1 + viewing.seen.size + 4 * viewing.moments.length);
    }),
  );
});

test("an answer is read by hand as well as by machine", () => {
  assert.equal(pack({ done: false, seen: new Set(["b", "a"]), moments: [7, 48] }), "0ab_7_1c");
  assert.equal(pack(unpack("0")), "0");
});

test("what a film no longer has is left out, so that the answer keeps to its size", () => {
  const old = () => unpack("0abx_7_7_1c_2");
  assert.equal(pack(restrict(old(), ["a", "b", "c"], 2)), "0ab_2_7");
  assert.equal(pack(restrict(old(), [], 12)), "0_2_7_1c");
  assert.equal(pack(restrict(old(), ["a"], 0)), "0a");
});

test("what is no viewing does not fit", () => {
  for (const answer of ["", "a", "2", "0_", "0__1", "0A", "0_10000", "0-1"]) assert.equal(isViewing(answer), false, answer);
});

test("a film is done once that was said of it", () => {
  assert.equal(behaviour.done("1"), true);
  assert.equal(behaviour.done("0ab_7"), false);
});

test("times are minutes and whole seconds", () => {
  assert.deepEqual([0, 5.9, 65, 4500].map(clock), ["0:00", "0:05", "1:05", "75:00"]);
});
