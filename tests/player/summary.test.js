import assert from "node:assert/strict";
import { test } from "node:test";

import { asText, byPage } from "../../scormkit/activities/summary/behaviour.js";

const ENTRIES = [
  { page: "One", question: "Why?", answer: ["Because", "of that"] },
  { page: "Two", question: "Who?", answer: ["We"] },
  { page: "One", question: "When?", answer: ["Now"] },
];

test("each page comes once, in order, with all that was done on it", () => {
  assert.deepEqual(
    byPage(ENTRIES).map(([page, all]) => [page, all.map(({ question }) => question)]),
    [["One", ["Why?", "When?"]], ["Two", ["Who?"]]],
  );
});

test("as text it can be read without the page", () => {
  assert.equal(
    asText("Mine", ENTRIES),
    "Mine\n\n== One ==\n\nWhy?\nBecause\nof that\n\nWhen?\nNow\n\n== Two ==\n\nWho?\nWe\n",
  );
  assert.equal(asText("Mine", []), "Mine\n");
});

test("a question is told in one go, wherever its source broke a line", () => {
  const [[, [entry]]] = byPage([{ page: "One", question: "What do you see,\n and   why?\n", answer: ["A\nB"] }]);
  assert.deepEqual(entry, { page: "One", question: "What do you see, and why?", answer: ["A\nB"] });
});
