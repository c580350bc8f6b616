import assert from "node:assert/strict";
import { test } from "node:test";

import fc from "fast-check";

import { duration, timestamp } from "../../scormkit/player/time.js";
import { timeOfDay, timespan } from "../../scormkit/player/timespan.js";

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

test("a duration has no part that is not needed, and two decimals at most", () => {
  for (const [seconds, text] of [
    [0, "PT0S"],
    [-5, "PT0S"],
    [5.123, "PT5.12S"],
    [3903.25, "PT1H5M3.25S"],
    [3600, "PT1H0S"],
    [59.999, "PT1M0S"],
    [360000 * 3, "PT300H0S"],
  ]) assert.equal(duration(seconds), text);
});

test("every number of seconds gives a duration of the same length of time", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1e7, noNaN: true }), (seconds) => {
      const text = duration(seconds);
      const parts = /^PT(?:(\d+)H)?(?:(\d{1,2})M)?(\d{1,2}(?:\.\d{1,2})?)S$/.exec(text);
      assert.ok(parts, text);
      const [, hours = 0, minutes = 0, rest] = parts;
      assert.ok(Math.abs(Number(hours) * 3600 + Number(minutes) * 60 + Number(rest) - seconds) < 0.0051, text);
    }),
  );
});

test("a moment has a zone, and before it decimals", () => {
  assert.equal(timestamp(new Date(Date.UTC(2026, 0, 2, 3, 4, 5, 678))), "2026-01-02T03:04:05.6Z");
});
