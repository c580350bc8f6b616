import assert from "node:assert/strict";
import { test } from "node:test";

import fc from "fast-check";

import { behaviour, read, side } from "../../scormkit/activities/numeric/behaviour.js";

test("comma and point are read as the language has them", () => {
  const cases = [
    ["2,5", "2.5", "2.5"],
    ["2.5", "2.5", "2.5"],
    ["1.500", "1500", "1.5"],
    ["1,500", "1.5", "1500"],
    ["1.500,25", "1500.25", null],
    ["1,500.25", null, "1500.25"],
    ["1.234.567", "1234567", null],
    ["0.500", "0.5", "0.5"],
    ["1 500", "1500", "1500"],
    ["1’500", "1500", "1500"],
    ["1 5", "15", "15"],
    ["−3", "-3", "-3"],
    ["+3", "3", "3"],
    ["007", "7", "7"],
    [",5", "0.5", "0.5"],
    ["5,", "5", "5"],
    ["-0", "0", "0"],
    ["-0,0", "0", "0"],
  ];
  for (const [typed, comma, point] of cases) {
    assert.deepEqual([read(typed, ","), read(typed, ".")], [comma, point], typed);
  }
});

test("what is no number is none", () => {
  for (const typed of ["", " ", ",", "-", "a", "3 uur", "1e5", "1,2,3", "--1", "1-"]) assert.equal(read(typed, ","), null, typed);
});

test("a number keeps its value, and is at most one character longer than what was typed", () => {
  const typed = fc.tuple(fc.constantFrom("", "-"), fc.stringMatching(/^\d{0,7}$/), fc.stringMatching(/^\d{0,7}$/));
  fc.assert(
    fc.property(typed, fc.constantFrom(",", "."), ([sign, whole, rest], mark) => {
      fc.pre(whole !== "" || rest !== "");
      const text = `${sign}${whole}${mark}${rest}`;
      const found = read(text, mark);
      assert.equal(Number(found), Number(`${sign}${whole || 0}.${rest || 0}`) || 0);
      assert.ok(found.length <= text.length + 1);
      const answer = found.replace(".", "_");
      assert.ok(behaviour.fits(null, answer));
      assert.deepEqual(behaviour.response(answer), [found]);
    }),
  );
});

test("bounds belong to the range, and an end may be open", () => {
  assert.deepEqual(["9", "10", "15_5", "20", "20_1"].map((answer) => behaviour.score(answer, ["10", "20"])), [0, 1, 1, 1, 0]);
  assert.deepEqual(["-3", "4", "5"].map((answer) => behaviour.score(answer, ["", "4"])), [1, 1, 0]);
  assert.deepEqual(["-3", "-2", "99"].map((answer) => behaviour.score(answer, ["-2", ""])), [0, 1, 1]);
});

test("a wrong number is too low or too high", () => {
  assert.deepEqual([side("1", ["2", "3"]), side("4", ["2", "3"]), side("2", ["2", "3"]), side("2", null)], ["low", "high", "", ""]);
});
