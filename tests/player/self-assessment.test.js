import assert from "node:assert/strict";
import { test } from "node:test";

import fc from "fast-check";

import { mean } from "../../scormkit/activities/self_assessment/behaviour.js";
import { corner } from "../../scormkit/activities/self_assessment/picture.js";

test("the average lies between the least and the most, and there is none of nothing", () => {
  assert.equal(mean([]), null);
  assert.equal(mean([2, 5]), 3.5);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), (values) => {
      const found = mean(values);
      assert.ok(found >= Math.min(...values) && found <= Math.max(...values));
    }),
  );
});

test("the first axis points up, the next one to the right, and none leaves the picture", () => {
  assert.deepEqual(corner(0, 4, 1), [160, 38]);
  assert.deepEqual(corner(1, 4, 1), [282, 160]);
  assert.deepEqual(corner(2, 5, 0), [160, 160]);
  fc.assert(
    fc.property(fc.integer({ min: 3, max: 8 }), fc.nat(7), fc.double({ min: 0, max: 1.17, noNaN: true }), (axes, axis, share) => {
      for (const at of corner(axis % axes, axes, share)) assert.ok(at > 0 && at < 320);
    }),
  );
});
