import assert from "node:assert/strict";
import { test } from "node:test";

import fc from "fast-check";

import { behaviour } from "../../scormkit/activities/scenario/behaviour.js";
import { END, NEXT, decode, encode, fit, fresh, place, take, walk, wayTo } from "../../scormkit/activities/scenario/way.js";

const plan = new Map([
  ["door", new Map([["a", "hall"], ["b", "garden"]])],
  ["hall", new Map([["a", "door"], ["c", "room"], [NEXT, "garden"]])],
  ["garden", new Map([["z", "garden"], [END, null]])],
  ["room", new Map([[END, null]])],
]);
const size = [...plan].reduce((sum, [id, steps]) => sum + id.length + 2 + steps.size, 2 + 2 + plan.size);

const go = (tries, ...steps) => steps.reduce((sum, step) => take(sum, plan, "door", step, 2), tries);

/** Any play: steps by number among those that the scene allows, and jumps to scenes that were visited. */
const plays = fc.array(fc.nat(20), { maxLength: 60 }).map((numbers) => {
  let tries = fresh();
  for (const n of numbers) {
    const steps = [...(plan.get(place(plan, "door", tries.way)) || new Map()).keys()];
    const step = steps[n % (steps.length + 1)];
    if (step === undefined || tries.way.endsWith(END)) tries = { ...tries, way: tries.way.slice(0, n % 3) };
    else tries = go(tries, step);
  }
  return tries;
});

test("steps lead from scene to scene, and the way to an end is kept", () => {
  const tries = go(fresh(), "a", "c", END);
  assert.deepEqual(walk(plan, "door", tries.way), [["door", "a"], ["hall", "c"], ["room", END]]);
  assert.equal(place(plan, "door", tries.way), "room");
  assert.equal(encode(tries), "03-door-a-hall-c-room-E--acE");
  assert.deepEqual(behaviour.response(encode(tries)), ["door.a", "hall.c", "room.end"]);
});

test("the latest way to an end is reported while another is under way", () => {
  const tries = go({ ...go(fresh(), "a", "c", END), way: "" }, "b");
  assert.deepEqual(behaviour.response(encode(tries)), ["door.a", "hall.c", "room.end"]);
  assert.equal(behaviour.done(encode(tries)), false);
  const more = go(tries, END);
  assert.equal(behaviour.done(encode(more)), true);
  assert.deepEqual(behaviour.response(encode(more)), ["door.b", "garden.end"]);
});

test("where nobody stepped in, that is reported", () => {
  assert.deepEqual(behaviour.response(encode(go(fresh(), "a", NEXT, END))), ["door.a", "hall.next", "garden.end"]);
});

test("who comes back to a scene stands where they stood, and the way tried stays known", () => {
  const tries = go(fresh(), "a", "a");
  assert.equal(tries.way, "");
  assert.deepEqual([...tries.tried], [["door", "a"], ["hall", "a"]]);
  assert.equal(go(fresh(), "b", "z").way, "b");
});

test("what was done once stays done", () => {
  const done = go({ ...go(fresh(), "a", "c", END), way: "" }, "b", END);
  assert.ok(done.done);
  assert.ok(take({ ...done, way: "" }, plan, "door", "a", 9).done);
});

test("every answer reads back as it was, within the size that is declared, and no scene comes twice", () => {
  fc.assert(
    fc.property(plays, (tries) => {
      const answer = encode(tries);
      assert.match(answer, /^[A-Za-z0-9_-]+$/);
      assert.ok(answer.length <= size, `${answer} > ${size}`);
      const read = decode(answer);
      assert.equal(encode(read), answer);
      assert.deepEqual(fit(read, plan, "door"), read);
      const sorted = ([scene, steps]) => [scene, [...steps].sort().join("")];
      assert.deepEqual([...read.tried].map(sorted).sort(), [...tries.tried].map(sorted).sort());
      assert.deepEqual([read.way, read.last, read.done], [tries.way, tries.last, tries.done]);
      const scenes = walk(plan, "door", tries.way).map(([scene]) => scene);
      assert.equal(new Set(scenes).size, scenes.length);
      assert.equal(scenes.length, tries.way.length);
    }),
  );
});

test("of an answer from an older build, what still fits is kept", () => {
  const old = decode("12-door-ax-cellar-b-garden-E--axE");
  const now = fit(old, plan, "door");
  assert.deepEqual([...now.tried], [["door", "a"], ["garden", "E"]]);
  assert.equal(now.way, "a");
  assert.deepEqual(now.last, []);
  assert.ok(now.done);
});

test("a step that is named twice was tried once", () => {
  assert.deepEqual([...fit(decode("00-door-aa--"), plan, "door").tried], [["door", "a"]]);
});

test("no text but an answer is read", () => {
  for (const text of ["", "1", "2-door-a--", "10-door--a", "10--a b", "1-door-a--a", "10-DOOR-a--"]) {
    assert.equal(behaviour.fits(null, text), false, text);
  }
  assert.ok(behaviour.fits(null, "00--"));
});

test("a scene that was visited is found again by steps that were tried", () => {
  const { tried } = go({ ...go(fresh(), "a", "c"), way: "" }, "b");
  assert.equal(wayTo(tried, plan, "door", "room"), "ac");
  assert.equal(wayTo(tried, plan, "door", "garden"), "b");
  assert.equal(wayTo(new Map(), plan, "door", "room"), null);
});
