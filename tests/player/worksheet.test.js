import assert from "node:assert/strict";
import { test } from "node:test";

import fc from "fast-check";

import { lead } from "../../scormkit/activities/worksheet/behaviour.js";
import { read, write } from "../../scormkit/activities/worksheet/file.js";

test("a file brings back what was saved in it", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(..."abc123"), fc.string({ unit: "grapheme" })), (values) => {
      assert.deepEqual(read(write("case", values), "case"), { ...values });
    }),
  );
});

test("a file of another sheet, of anything else, or of great length is none", () => {
  assert.equal(read(write("case", { a: "x" }), "plan"), null);
  for (const text of ["", "null", "[]", "7", "{", '{"form":"scormkit-worksheet-1","sheet":"case"}', "Dear diary"]) {
    assert.equal(read(text, "case"), null, text);
  }
  assert.equal(read(write("case", { a: "x".repeat(2000000) }), "case"), null);
});

test("what is no text in a file is left out", () => {
  const text = '{"form":"scormkit-worksheet-1","sheet":"case","values":{"a":"x","b":1,"c":{"d":"e"},"__proto__":"y"}}';
  assert.deepEqual(Object.entries(read(text, "case")).filter(([key]) => key !== "__proto__"), [["a", "x"]]);
  assert.equal({}.y, undefined);
});

test("no text makes reading fail", () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => read(text, "case") === null));
});

test("a label leads to its answer with a colon, unless it ends by itself", () => {
  assert.equal(lead("Your role"), "Your role:");
  for (const label of ["What happened?", "I will ask …", "Tell more:", "Who was there?!"]) assert.equal(lead(label), label);
  assert.equal(lead("Before (the visit)"), "Before (the visit):");
});
