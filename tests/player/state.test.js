import assert from "node:assert/strict";
import { test } from "node:test";

import fc from "fast-check";

import { merge } from "../../scormkit/player/merging.js";
import { decode, encode } from "../../scormkit/player/state.js";
import { worstCase } from "./room.js";

const ALPHABET = [..."abcdefghijklmnopqrstuvwxyz0123456789_"];
const id = fc
  .tuple(fc.constantFrom(...ALPHABET.slice(0, 26)), fc.array(fc.constantFrom(...ALPHABET), { maxLength: 19 }))
  .map(([first, rest]) => first + rest.join(""));
const ids = (constraints) => fc.uniqueArray(id, constraints);
const answerOf = (size) =>
  fc
    .array(fc.constantFrom(...ALPHABET, ..."ABCXYZ-"), { minLength: 1, maxLength: size })
    .map((letters) => letters.join(""));

/** A unit and one state that it can be in. */
const unitAndState = fc
  .tuple(ids({ minLength: 1, maxLength: 12 }), ids({ maxLength: 12 }), fc.infiniteStream(fc.integer({ min: 1, max: 40 })))
  .chain(([pages, names, sizes]) => {
    const trackables = names.map((name) => ({ id: name, size: sizes.next().value }));
    return fc.record({
      pages: fc.constant(pages),
      trackables: fc.constant(trackables),
      page: fc.constantFrom("", ...pages),
      seen: fc.subarray(pages),
      answers: fc
        .tuple(...trackables.map(({ id: name, size }) => fc.option(answerOf(size).map((answer) => [name, answer]))))
        .map((pairs) => new Map(pairs.filter((pair) => pair !== null))),
    });
  });

test("what is encoded is decoded", () => {
  fc.assert(
    fc.property(unitAndState, ({ page, seen, answers }) => {
      assert.deepEqual(decode(encode({ page, seen, answers })), { page, seen, answers });
    }),
  );
});

test("no state is longer than the worst case, and none holds a character that a transport would change", () => {
  fc.assert(
    fc.property(unitAndState, ({ pages, trackables, ...state }) => {
      const text = encode(state);
      assert.ok(text.length <= worstCase(pages, trackables), text);
      assert.match(text, /^[A-Za-z0-9_.~-]*$/);
    }),
  );
});

test("the worst case is reached: the formula promises not one character too many", () => {
  fc.assert(
    fc.property(unitAndState, ({ pages, trackables }) => {
      const longest = pages.reduce((one, other) => (other.length > one.length ? other : one));
      const answers = new Map(trackables.map(({ id: name, size }) => [name, "z".repeat(size)]));
      assert.equal(encode({ page: longest, seen: pages, answers, best: 100 }).length, worstCase(pages, trackables));
    }),
  );
});

test("a score that is held back is kept to the hundredth, and takes no more room than is said", () => {
  const [longest, least] = [{ page: "p", seen: ["p"], answers: new Map([["q", "z"]]) }, worstCase(["p"], [{ id: "q", size: 1 }])];
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10000 }), (hundredths) => {
      const state = { ...longest, best: hundredths / 100 };
      assert.deepEqual(decode(encode(state)), state);
      assert.ok(encode(state).length <= least);
    }),
  );
  assert.equal(encode({ ...longest, best: 100 }).length, least);
});

test("of two scores held back the better is kept", () => {
  const text = (more) => encode({ page: "p", seen: ["p"], answers: new Map(), ...more });
  assert.equal(decode(merge(text({}), text({ best: 20 }), text({ best: 30.5 }))).best, 30.5);
  assert.equal(decode(merge(text({}), text({ best: 20 }), text({ seen: [] }))).best, 20);
});

test("a state without one is the text that it ever was", () => {
  const text = encode({ page: "page2", seen: ["page1", "page2"], answers: new Map([["q", "a"]]) });
  assert.match(text, /^1[a-z0-9]{4}page2~page1\.page2~q-a$/);
});

test("a state that was cut off is noticed", () => {
  fc.assert(
    fc.property(unitAndState, fc.nat(), (state, cut) => {
      const text = encode(state);
      assert.equal(decode(text.slice(0, cut % text.length)), null);
    }),
  );
});

test("one changed character is noticed", () => {
  fc.assert(
    fc.property(unitAndState, fc.nat(), fc.constantFrom(...ALPHABET, "~", "."), (state, place, letter) => {
      const text = encode(state);
      const at = place % text.length;
      fc.pre(text[at] !== letter);
      assert.equal(decode(text.slice(0, at) + letter + text.slice(at + 1)), null);
    }),
  );
});

test("rubbish is no state", () => {
  fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 100 }), (text) => assert.equal(decode(text), null)));
  for (const text of ["", "1", "null", "{}", '{"page":"a"}', "undefined", "1aaaap~p~"]) assert.equal(decode(text), null);
});

test("a state with a line break appended on its way is noticed", () => {
  const text = encode({ page: "p", seen: ["p"], answers: new Map() });
  assert.equal(decode(`${text}\r\n`), null);
});

test("what could not be read back is refused", () => {
  const state = { page: "p", seen: ["p"], answers: new Map() };
  for (const page of ["Page", "1p", "p q", "p.q", "p".repeat(21)]) assert.throws(() => encode({ ...state, page }), RangeError);
  assert.throws(() => encode({ ...state, seen: ["p~"] }), RangeError);
  assert.throws(() => encode({ ...state, answers: new Map([["q-1", "a"]]) }), RangeError);
  for (const answer of ["", "a b", "a\nb", "a.b", "ë"]) {
    assert.throws(() => encode({ ...state, answers: new Map([["q", answer]]) }), RangeError);
  }
});

test("ids that are words of JavaScript are ids like others", () => {
  const answers = new Map([["constructor", "a"], ["none", "b"]]);
  assert.deepEqual(decode(encode({ page: "none", seen: ["none"], answers })).answers, answers);
});

test("of two states that came of one, each answer given since counts, and ours where both gave one", () => {
  const text = (page, seen, answers) => encode({ page, seen, answers: new Map(Object.entries(answers)) });
  const base = text("one", ["one"], { q: "a", r: "a" });
  const ours = text("two", ["one", "two"], { q: "b", r: "a", t: "a" });
  const theirs = text("three", ["one", "three"], { q: "c", r: "c", u: "c" });
  const { page, seen, answers } = decode(merge(base, ours, theirs));
  assert.equal(page, "two");
  assert.deepEqual(seen, ["one", "three", "two"]);
  assert.deepEqual(Object.fromEntries(answers), { q: "b", r: "c", u: "c", t: "a" });
});

test("where nobody else wrote, or wrote rubbish, ours is what it was; where we have none, theirs is", () => {
  fc.assert(
    fc.property(unitAndState, fc.string(), ({ page, seen, answers }, rubbish) => {
      const state = { page, seen, answers };
      const ours = encode(state);
      assert.equal(merge("", ours, ""), ours);
      assert.equal(merge(rubbish, ours, rubbish), ours);
      assert.equal(merge("", ours, `9${rubbish}`), ours);
      assert.equal(merge("", "", ours), ours);
      assert.deepEqual(decode(merge("", ours, ours)), state);
    }),
  );
});
