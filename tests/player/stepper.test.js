import assert from "node:assert/strict";
import { test } from "node:test";

import fc from "fast-check";

import { screen } from "../../scormkit/activities/stepper/awake.js";
import { behaviour, decode, encode } from "../../scormkit/activities/stepper/behaviour.js";
import { MINUTE, extend, face, news, pause, remaining, start, timer } from "../../scormkit/activities/stepper/clock.js";

test("a timer runs by the wall clock, also where nobody looked at it", () => {
  const running = start(timer(10), 1000);
  assert.equal(remaining(running, 1000 + 7 * MINUTE), 3 * MINUTE);
  assert.equal(remaining(running, 1000 + 12 * MINUTE), -2 * MINUTE);
  const still = pause(running, 1000 + 4 * MINUTE);
  assert.equal(remaining(still, 1e12), 6 * MINUTE);
  assert.equal(remaining(start(still, 5000), 5000 + MINUTE), 5 * MINUTE);
});

test("to start twice is to start once", () => {
  const running = start(timer(1), 1000);
  assert.equal(start(running, 2000), running);
});

test("a minute more is a minute more, and a whole one where the time ran over", () => {
  const running = start(timer(2), 0);
  assert.equal(remaining(extend(running, MINUTE), MINUTE), 2 * MINUTE);
  assert.equal(remaining(extend(running, 5 * MINUTE), 5 * MINUTE), MINUTE);
  assert.equal(remaining(extend(timer(2), 0), 0), 3 * MINUTE);
});

test("the face shows minutes and seconds, and how far the time ran over", () => {
  const faces = [[600000, "10:00"], [599999, "10:00"], [61000, "1:01"], [1, "0:01"], [0, "0:00"], [-999, "0:00"], [-1000, "+0:01"]];
  for (const [left, text] of [...faces, [-65000, "+1:05"]]) assert.equal(face(left), text);
});

test("half, one minute and the end are said, each as it passes; of several the last", () => {
  const whole = 10 * MINUTE;
  assert.equal(news(whole, 5 * MINUTE + 1, 5 * MINUTE), "half");
  assert.equal(news(whole, 5 * MINUTE, 5 * MINUTE - 1), null);
  assert.equal(news(whole, MINUTE + 1, MINUTE - 1), "minute");
  assert.equal(news(whole, 9 * MINUTE, MINUTE), "minute");
  assert.equal(news(whole, 9 * MINUTE, -MINUTE), "over");
  assert.equal(news(2 * MINUTE, 2 * MINUTE, MINUTE), "minute");
  assert.equal(news(MINUTE, MINUTE, MINUTE / 2), null);
});

test("however often it is looked at, a walk through the time says each thing once", () => {
  fc.assert(
    fc.property(fc.integer({ min: 3, max: 60 }), fc.array(fc.integer({ min: 0, max: 70 * MINUTE })), (minutes, looks) => {
      const whole = minutes * MINUTE;
      const lefts = [whole, ...looks.sort((a, b) => a - b).map((time) => whole - time)];
      const said = lefts.slice(1).flatMap((left, n) => news(whole, lefts[n], left) || []);
      assert.equal(new Set(said).size, said.length);
    }),
  );
});

test("an answer reads back as far as its steps are still there", () => {
  assert.equal(encode(false, new Set(["a", "b"]), "c"), "0ab-c");
  assert.deepEqual(decode("0ab-c", ["a", "b", "c"]), { over: false, done: new Set(["a", "b"]), at: "c" });
  assert.deepEqual(decode("1xa-x", ["a", "b"]), { over: true, done: new Set(["a"]), at: "a" });
  assert.deepEqual(decode(null, ["a", "b"]), { over: false, done: new Set(), at: "a" });
});

test("it is done once the last step was finished", () => {
  assert.equal(behaviour.done("0abc-c"), false);
  assert.equal(behaviour.done("1c-c"), true);
  for (const text of ["", "0ab", "ab-c", "0a-bc"]) assert.equal(behaviour.fits(null, text), false, text);
});

/** A screen that counts how many hold it awake. */
function bulb() {
  const state = { held: 0, asked: 0, last: /** @type {any} */ (null) };
  const request = async () => {
    state.asked += 1;
    await null;
    state.held += 1;
    state.last = {
      released: false,
      async release() {
        if (!this.released) state.held -= 1;
        this.released = true;
      },
    };
    return state.last;
  };
  return { state, wakeLock: /** @type {any} */ ({ request }) };
}

test("the screen stays on while the timer runs, and once is enough", async () => {
  const { state, wakeLock } = bulb();
  const stayOn = screen(wakeLock);
  stayOn(true);
  await stayOn(true);
  assert.deepEqual([state.held, state.asked], [1, 1]);
  await stayOn(false);
  assert.equal(state.held, 0);
});

test("a pause right after the start leaves no screen on", async () => {
  const { state, wakeLock } = bulb();
  const stayOn = screen(wakeLock);
  stayOn(true);
  await stayOn(false);
  assert.deepEqual([state.held, state.asked], [0, 1]);
});

test("what a browser took away while the page was not seen is asked for again", async () => {
  const { state, wakeLock } = bulb();
  const stayOn = screen(wakeLock);
  await stayOn(true);
  await state.last.release();
  await stayOn(true);
  assert.deepEqual([state.held, state.asked], [1, 2]);
});

test("where the screen cannot be kept on, nothing else goes wrong", async () => {
  await screen(undefined)(true);
  const refused = screen(/** @type {any} */ ({ request: () => Promise.reject(new DOMException("no", "NotAllowedError")) }));
  await refused(true);
  await refused(false);
});
