import assert from "node:assert/strict";
import { test } from "node:test";

import fc from "fast-check";

import { cautions } from "../../scormkit/activities/parts/sheet/caution.js";
import { load, nameOf, save } from "../../scormkit/activities/parts/sheet/device.js";
import { isDone, notes, seal, unseal } from "../../scormkit/activities/parts/sheet/notes.js";
import { fit, pack, unpack } from "../../scormkit/activities/parts/sheet/packed.js";

// Any code points, half surrogate pairs among them.
const anything = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: "grapheme" }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes)),
);
const DUTCH =
  "Ik zag het kind aarzelen bij de deur. ‘Kom maar’, zei de moeder; toen liepen we samen naar binnen.\n" +
  "Daarna vroeg ik: hoe gaat het met jou? Ze zei dat het één lange week was geweest, met weinig rust…";

test("any text comes back as it was", () => {
  fc.assert(fc.property(anything, (text) => unpack(pack(text)) === text), { numRuns: 2000 });
});

test("a packed text has only the characters that nothing changes, no `--`, and at most six for each of the text", () => {
  fc.assert(
    fc.property(anything, (text) => {
      const packed = pack(text);
      assert.match(packed, /^[A-Za-z0-9_-]*$/);
      assert.ok(!packed.includes("--") && !packed.endsWith("-"));
      assert.ok(packed.length >= [...text].length && packed.length <= [...text].length * 6);
    }),
  );
});

test("Dutch prose takes hardly more room than it has characters", () => {
  assert.ok(pack(DUTCH).length < DUTCH.length * 1.1);
  assert.equal(pack("Ik zag het."), "Ik_zag_het-a");
});

test("no text at all makes unpacking fail", () => {
  fc.assert(fc.property(anything, (text) => typeof unpack(text) === "string"));
  fc.assert(fc.property(fc.stringMatching(/^[A-Za-z0-9_-]*$/), (text) => typeof unpack(text) === "string"));
  assert.deepEqual(["-Zzzzz", "-X1", "-", "a-Z", "-X--"].map(unpack), ["", "", "", "a", ""]);
});

test("what fits is a beginning of the text, as long as the room allows, and the rest is counted", () => {
  fc.assert(
    fc.property(anything, fc.nat(80), (text, room) => {
      const { packed, left, over } = fit(text, room);
      const characters = [...text];
      const kept = characters.slice(0, characters.length - over).join("");
      assert.equal(unpack(packed), kept);
      assert.equal(left, room - packed.length);
      assert.ok(left >= 0);
      if (over) assert.ok(pack(characters.slice(0, characters.length - over + 1).join("")).length > room);
    }),
  );
});

const id = fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz0123456789");
const values = fc.dictionary(id, anything.filter((text) => text !== ""), { maxKeys: 6 });

test("an answer brings back every field, and is no longer than declared", () => {
  fc.assert(
    fc.property(values, fc.boolean(), fc.integer({ min: 6, max: 200 }), (fields, done, room) => {
      const answer = seal(done, fields, room);
      const count = Object.keys(fields).length;
      assert.match(answer, /^[01][A-Za-z0-9_-]*$/);
      assert.ok(answer.length <= 1 + count * (1 + room) + 2 * Math.max(count - 1, 0));
      assert.equal(isDone(answer), done);
      for (const [key, text] of Object.entries(unseal(answer))) assert.ok(fields[key].startsWith(text) && text);
      assert.deepEqual(unseal(seal(done, fields, 1e6)), { ...fields });
    }),
  );
});

test("an answer of a build without texts says that it was done, and no more", () => {
  assert.deepEqual(unseal("1"), {});
  assert.ok(isDone("1") && !isDone("0ta") && !isDone(""));
});

class Shelf {
  map = new Map();
  get length() {
    return this.map.size;
  }
  key = (n) => [...this.map.keys()][n] ?? null;
  getItem = (name) => this.map.get(name) ?? null;
  setItem = (name, text) => void this.map.set(name, text);
  removeItem = (name) => void this.map.delete(name);
}
const DAY = 24 * 60 * 60 * 1000;

test("notes on a device come back to their owner, and to no one else", () => {
  const shelf = new Shelf();
  assert.ok(save(() => shelf, nameOf("ann c m", "note"), { t: "mine" }, 0));
  assert.deepEqual(load(() => shelf, nameOf("ann c m", "note"), DAY), { t: "mine" });
  assert.deepEqual(load(() => shelf, nameOf("bob c m", "note"), DAY), {});
});

test("90 days after the last change notes are gone, those of others too, and nothing else is", () => {
  const shelf = new Shelf();
  shelf.setItem("of the LMS", "stays");
  shelf.setItem(nameOf("x", "broken"), "{");
  save(() => shelf, nameOf("ann", "note"), { t: "old" }, 0);
  save(() => shelf, nameOf("bob", "note"), { t: "newer" }, 2 * DAY);
  assert.deepEqual(load(() => shelf, nameOf("ann", "note"), 90 * DAY), { t: "old" });
  assert.deepEqual(load(() => shelf, nameOf("bob", "note"), 91 * DAY), { t: "newer" });
  assert.deepEqual([...shelf.map.keys()], ["of the LMS", nameOf("bob", "note")]);
});

test("an empty sheet leaves nothing behind", () => {
  const shelf = new Shelf();
  save(() => shelf, "n", { t: "a" }, 0);
  assert.ok(save(() => shelf, "n", {}, 1));
  assert.equal(shelf.length, 0);
});

test("a browser that keeps nothing is told of, and breaks nothing", () => {
  const refuse = () => {
    throw new Error("SecurityError");
  };
  const full = Object.assign(new Shelf(), { setItem: refuse });
  for (const open of [refuse, () => full]) {
    assert.deepEqual(load(open, "n", 0), {});
    assert.equal(save(open, "n", { t: "a" }, 0), false);
    assert.equal(save(open, "n", {}, 0), true);
  }
});

test("without storage, or on the device, the LMS hears that a sheet was done and nothing of its text", () => {
  for (const storage of ["none", "device"]) {
    globalThis.localStorage = new Shelf();
    const told = [];
    const kept = notes(
      { storage, room: 600, sheet: "note" },
      { answer: null, owner: () => "ann", record: (answer) => told.push(answer) },
    );
    kept.keep({ t: "secret" });
    kept.finish({ t: "secret" });
    kept.keep({ t: "secret, and more" });
    assert.deepEqual(told, ["1"]);
    assert.equal(localStorage.length, storage === "device" ? 1 : 0);
  }
});

test("with the LMS a draft stays a draft until it is done, and done until the end", () => {
  const told = [];
  const place = { storage: "lms", room: 600, sheet: "note" };
  const kept = notes(place, { answer: null, owner: () => "ann", record: (answer) => told.push(answer) });
  kept.keep({ t: "a b" });
  kept.finish({ t: "a b" });
  kept.keep({ t: "a b c" });
  kept.keep({});
  assert.deepEqual(told, ["0ta_b", "1ta_b", "1ta_b_c", "1"]);
  const again = notes(place, { answer: "1ta_b_c", owner: () => "ann", record: () => {} });
  assert.deepEqual([again.values, again.done], [{ t: "a b c" }, true]);
});

test("what names a person is seen", () => {
  const seen = {
    mail: ["mail me: jan.de.vries@voorbeeld.nl", "<a@b.org>"],
    phone: ["06-12345678", "06 12 34 56 78", "(020) 123 45 67", "+31 6 1234 5678", "0031612345678", "06.12.34.56.78"],
    number: ["BSN 111222333", "1112.22.333", "123456782."],
    date: ["12-03-2011", "3/4/2011", "12-03-11", "2011-03-12", "op 12 maart 2011", "March 12, 2011", "3. März 2011", "1er août 2012"],
  };
  for (const [name, texts] of Object.entries(seen)) {
    for (const text of texts) assert.ok(cautions(text).includes(name), `${name}: ${text}`);
  }
  assert.deepEqual(cautions("Bel 0612345678, geboren 1-2-2015, j@k.nl"), ["mail", "phone", "date"]);
});

test("what names nobody is left alone", () => {
  const fine = [
    "",
    DUTCH,
    "van 09.00-10.30 en 11.00-12.30 uur",
    "van 9:00 tot 10:30, week 12 van 2011",
    "op 12 maart, in de lente van 2011",
    "2 van de 3 keer; 10/10; 1.000.000 keer, 100.000.001",
    "art. 1:265b BW, 123456789 is geen nummer",
    "@home is leuk",
    "blz. 12-13, 2019",
    "van 2019-2021",
    "3 maal in 2011",
  ];
  for (const text of fine) assert.deepEqual(cautions(text), [], text);
});
