import assert from "node:assert/strict";
import { test } from "node:test";

import fc from "fast-check";

import { timeOfDay, timespan } from "../../scormkit/player/time.js";

test("a timespan has the form that Moodle asks for", () => {
  assert.equal(timespan(0), "00:00:00.00");
  assert.equal(timespan(5), "00:00:05.00");
  assert.equal(timespan(725.25), "00:12:05.25");
  assert.equal(timespan(59.999), "00:01:00.00");
  assert.equal(timespan(100 * 3600), "100:00:00.00");
});

test("a clock that was set back gives no negative time, and one set far ahead no fifth digit", () => {
  assert.equal(timespan(-3), "00:00:00.00");
  assert.equal(timespan(1e12), "9999:59:59.99");
});

test("every number of seconds gives a CMITimespan of the same length of time", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 3e7, noNaN: true }), (seconds) => {
      const [, hours, minutes, rest] = /^(\d{2,4}):([0-5]\d):([0-5]\d\.\d\d)$/.exec(timespan(seconds)) || [];
      assert.ok(Math.abs(Number(hours) * 3600 + Number(minutes) * 60 + Number(rest) - seconds) < 0.0051);
    }),
  );
});

test("a time of day is the learner's own", () => {
  assert.equal(timeOfDay(new Date(2026, 0, 2, 3, 4, 5)), "03:04:05");
  assert.equal(timeOfDay(new Date(2026, 0, 2, 23, 59, 59, 999)), "23:59:59");
});
