/** The page of all modules: the ways to and from it, and what all modules together come to. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { together } from "#player/overview.js";
import { wayBack, wayTo } from "#player/ways.js";

const IRI = "https://example.org/smo";

test("a launch is handed on to a module, and leads back as it was", () => {
  const launch = new URLSearchParams({
    endpoint: "https://lrs.example.org/",
    auth: "Basic a b",
    actor: '{"mbox":"mailto:a@example.org"}',
    registration: "r",
    activity_id: IRI,
  });
  const there = new URLSearchParams(wayTo(`?${launch}`, `${IRI}/m1`));
  assert.equal(there.get("activity_id"), `${IRI}/m1`);
  for (const name of ["endpoint", "auth", "actor", "registration"]) assert.equal(there.get(name), launch.get(name));
  const [page, back] = (wayBack(`?${there}`) || "").split("?");
  assert.equal(page, "../index.html");
  assert.deepEqual(Object.fromEntries(new URLSearchParams(back)), Object.fromEntries(launch));
});

test("without an LMS there is a way back too, and none where a module was opened by itself", () => {
  assert.equal(wayTo("", ""), "?overview=");
  assert.equal(wayBack("?overview"), "../index.html");
  assert.equal(wayBack(""), null);
  assert.equal(wayBack("?endpoint=x&activity_id=y"), null);
});

/** @param {Partial<import("#player/overview.js").Outcome>} given */
const outcome = (given) => ({ status: null, score: null, weight: 1, scored: false, judged: false, ...given });

test("all modules together are done when each is, and passed when those that judge are", () => {
  const done = outcome({ status: "completed" });
  const passed = outcome({ status: "passed", score: 90, scored: true, judged: true, weight: 3 });
  assert.equal(together([done, outcome({})]), null);
  assert.equal(together([done, outcome({ status: "incomplete" })]), null);
  assert.equal(together([done, outcome({ status: "failed", score: 10, judged: true })]), null);
  assert.equal(together([done, outcome({ status: "completed", judged: true })]), null);
  assert.deepEqual(together([done, done]), { status: "completed", score: null });
  assert.deepEqual(together([done, passed]), { status: "passed", score: 90 });
  const other = outcome({ status: "passed", score: 80, scored: true, judged: true });
  const unjudged = outcome({ status: "completed", score: 60, scored: true });
  assert.deepEqual(together([done, unjudged]), { status: "completed", score: 60 });
  assert.deepEqual(together([passed, other]), { status: "passed", score: 87.5 });
});
