import assert from "node:assert/strict";
import { test } from "node:test";

import fc from "fast-check";

import { behaviour, judge, pack, unpack } from "../../scormkit/activities/fill_in/behaviour.js";

const typed = fc.string({ unit: "binary", maxLength: 60 });

test("what is typed comes back as it was, in few enough characters of the state's alphabet", () => {
  fc.assert(
    fc.property(typed, (text) => {
      const packed = pack(text);
      assert.match(packed, /^[A-Za-z0-9_-]*$/);
      assert.ok(packed.length <= 4 * text.length);
      assert.equal(packed.includes("--"), false);
      assert.equal(unpack(packed), text);
    }),
  );
});

test("plain words stay as they are, others take four characters a piece", () => {
  assert.equal(pack("goed nieuws 4"), "goed_nieuws_4");
  assert.equal(pack("é"), "-03l");
  assert.equal(pack("_-").length, 8);
});

test("a response lists what stands in each blank, empty ones too", () => {
  fc.assert(
    fc.property(fc.array(typed, { minLength: 1, maxLength: 9 }), (texts) => {
      const answer = texts.map((text, n) => `${n}${pack(text)}`).join("--");
      assert.deepEqual(behaviour.response(answer), texts);
    }),
  );
});

test("capitals, accents, spaces, quotes and dashes make no difference", () => {
  for (const text of ["pleegmoeder’s café-bezoek", " Pleegmoeder's  CAFE‑bezoek ", "pleegmoeder`s cafe\u0301-bezoek"]) {
    assert.equal(judge(text, { answers: ["pleegmoeder's café-bezoek"] }), "right");
  }
  assert.equal(judge("", { answers: ["ja"] }), "wrong");
});

test("capitals and accents make one where an author says so", () => {
  assert.equal(judge("zoé", { answers: ["Zoé"], cased: true }), "wrong");
  assert.equal(judge("Zoe", { answers: ["Zoé"], cased: true }), "right");
  assert.equal(judge("zoe", { answers: ["Zoé"], accents: true }), "wrong");
  assert.equal(judge("zoe\u0301", { answers: ["Zoé"], accents: true }), "right");
});

test("one typing error is let pass where an author says so, in words of four letters or more", () => {
  const rules = { answers: ["vertrouwen", "nee"], typos: true };
  for (const text of ["vertrouwe", "vertrouwwen", "vertruowen", "vertrouwem", "ertrouwen"]) {
    assert.equal(judge(text, rules), "near");
    assert.equal(judge(text, { ...rules, typos: false }), "wrong");
  }
  for (const text of ["vertrouw", "vrtruowen", "trouwen", "nae", ""]) assert.equal(judge(text, rules), "wrong");
  assert.equal(judge("vertrouwen", rules), "right");
});

test("any one letter added, lost, changed or swapped with its neighbour is one typing error", () => {
  const words = fc.string({ unit: fc.constantFrom(..."abcde"), minLength: 4, maxLength: 12 });
  fc.assert(
    fc.property(words, fc.nat(11), fc.constantFrom(..."abcde"), (word, place, letter) => {
      const at = place % word.length;
      const [head, tail] = [word.slice(0, at), word.slice(at)];
      const swapped = tail.length > 1 ? `${head}${tail[1]}${tail[0]}${tail.slice(2)}` : word;
      for (const text of [head + letter + tail, head + tail.slice(1), head + letter + tail.slice(1), swapped]) {
        assert.notEqual(judge(text, { answers: [word], typos: true }), "wrong");
      }
    }),
  );
});

/** A stand-in for the page: blanks as their attributes say. */
const page = (...blanks) => ({
  querySelectorAll: () =>
    blanks.map(([skBlank, ...answers]) => ({ dataset: { skBlank, skAnswers: answers.map(encodeURIComponent).join(" ") } })),
});

test("each blank is an equal share, found by its id", () => {
  const element = page(["a", "one", "first one"], ["b", "two"], ["c", "three"], ["d", "four"]);
  assert.equal(behaviour.score("aOne--btwo--cthree--dfour", [], element), 1);
  assert.equal(behaviour.score("dfour--afirst_one", [], element), 0.5);
  assert.equal(behaviour.score("atwo--bone", [], element), 0);
  assert.equal(behaviour.score("afirst_one--xold", [], element), 0.25);
});

test("an answer of an older build fits as long as one of its blanks is there", () => {
  const element = page(["a", "one"], ["b", "two"]);
  assert.equal(behaviour.fits(element, "aone--xold"), true);
  assert.equal(behaviour.fits(element, "xold"), false);
  assert.equal(behaviour.fits(element, "a--xold"), false);
  const [blank] = element.querySelectorAll();
  const choices = { querySelectorAll: () => [{ ...blank, options: [{ value: "" }, { value: "one" }] }] };
  assert.equal(behaviour.fits(choices, "aone"), true);
  assert.equal(behaviour.fits(choices, "aold"), false);
});
