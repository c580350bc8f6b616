import assert from "node:assert/strict";
import { test } from "node:test";

import { windowOf } from "./windows.js";
import { connect } from "../../scormkit/player/connectors/scorm2004.js";
import { report } from "../../scormkit/player/connectors/scorm2004_answers.js";

/** A well-behaved LMS that holds `elements` and notes what is set. */
function api(elements = {}, more = {}) {
  const log = [];
  const asked = [];
  return {
    log,
    asked,
    Initialize: () => "true",
    Terminate: () => log.push("terminate") && "true",
    GetValue: (element) => asked.push(element) && (elements[element] ?? ""),
    SetValue: (element, value) => log.push(`${element}=${value}`) && "true",
    Commit: () => log.push("commit") && "true",
    GetLastError: () => "0",
    ...more,
  };
}

const at = (lms) => connect(windowOf(lms));
const entryOf = (elements) => at(api(elements)).open();

test("without an API the module runs alone, and knows that it should not", () => {
  assert.equal(at(null).host, "missing");
  assert.equal(at(api({}, { Initialize: () => "false" })).host, "missing");
  assert.equal(at(api({ "cmi.completion_status": "unknown" }, { Initialize: () => "false" })).host, "lms");
});

test("a first launch asks for nothing that was never set", () => {
  const lms = api({ "cmi.entry": "ab-initio", "cmi.completion_status": "unknown", "cmi.success_status": "unknown" });
  assert.deepEqual(at(lms).open(), { writable: true, status: null, score: null, page: "", state: "" });
  assert.ok(!lms.asked.some((name) => /location|suspend_data|score/.test(name)), String(lms.asked));
});

test("what the LMS holds is read, also by one that does not say how the learner comes in", () => {
  for (const entry of ["resume", ""]) {
    const elements = { "cmi.entry": entry, "cmi.completion_status": "incomplete", "cmi.score.raw": "66.67" };
    Object.assign(elements, { "cmi.location": "two", "cmi.suspend_data": "2abcd~" });
    assert.deepEqual(entryOf(elements), { writable: true, status: "incomplete", score: 66.67, page: "two", state: "2abcd~" });
  }
});

test("a score is asked for only where there can be one, or where nobody knows", () => {
  for (const [module, success, state, answered, asks] of [
    ["scored", "unknown", "1abcd~", "0", false],
    ["scored", "unknown", "1abcd~", "", false],
    ["neither", "unknown", "1abcd~", "2", false],
    // An LMS may have taken the score and not the state, or have the state of an older build.
    ["scored", "unknown", "1abcd~", "2", true],
    ["scored", "unknown", "2abcd~", "0", true],
    ["scored", "unknown", "", "0", true],
    ["scored", "unknown", "of another course", "0", true],
    ["judged", "unknown", "1abcd~", "2", false],
    ["judged", "unknown", "2abcd~", "2", false],
    ["judged", "failed", "2abcd~", "2", true],
    ["judged", "passed", "1abcd~", "2", true],
    ["judged", "", "1abcd~", "2", true],
  ]) {
    const elements = { "cmi.entry": "resume", "cmi.success_status": success, "cmi.suspend_data": state };
    Object.assign(elements, { "cmi.interactions._count": answered });
    const lms = api({ ...elements, "cmi.score.raw": "40" });
    const dataset = { scored: { skScored: "" }, judged: { skScored: "", skPassing: "70" } }[module] || {};
    const window = windowOf(lms, undefined, { document: { body: { dataset } } });
    assert.equal(connect(window).open().score, asks ? 40 : null, JSON.stringify([module, success, state, answered]));
    assert.equal(lms.asked.includes("cmi.score.raw"), asks);
  }
});

test("two statuses become one", () => {
  for (const [completion, success, status] of [
    ["unknown", "unknown", null],
    ["not attempted", "", null],
    ["", "", null],
    ["incomplete", "unknown", "incomplete"],
    ["incomplete", "failed", "incomplete"],
    ["incomplete", "passed", "incomplete"],
    ["completed", "unknown", "completed"],
    ["completed", "", "completed"],
    ["completed", "failed", "failed"],
    ["completed", "passed", "passed"],
  ]) {
    const elements = { "cmi.completion_status": completion, "cmi.success_status": success };
    assert.equal(entryOf(elements).status, status, `${completion} ${success}`);
  }
});

test("review, browse and no-credit forbid writing; what is empty does not", () => {
  assert.equal(entryOf({ "cmi.mode": "review" }).writable, false);
  assert.equal(entryOf({ "cmi.mode": "browse" }).writable, false);
  assert.equal(entryOf({ "cmi.credit": "no-credit" }).writable, false);
  assert.equal(entryOf({ "cmi.mode": "normal", "cmi.credit": "credit" }).writable, true);
});

test("one status becomes two", () => {
  for (const [status, lines] of [
    ["incomplete", ["cmi.completion_status=incomplete"]],
    ["completed", ["cmi.completion_status=completed"]],
    ["passed", ["cmi.completion_status=completed", "cmi.success_status=passed"]],
    ["failed", ["cmi.completion_status=completed", "cmi.success_status=failed"]],
  ]) {
    const lms = api();
    assert.equal(at(lms).writeStatus(status), true);
    assert.deepEqual(lms.log, lines);
  }
});

test("a status is taken where both halves are", () => {
  for (const refused of ["cmi.completion_status", "cmi.success_status"]) {
    const lms = api({}, { SetValue: (element) => String(element !== refused) });
    assert.equal(at(lms).writeStatus("passed"), false);
  }
});

test("a score is written as min, max, raw and scaled", () => {
  const lms = api();
  at(lms).writeScore(66.67);
  assert.deepEqual(lms.log, ["cmi.score.min=0", "cmi.score.max=100", "cmi.score.raw=66.67", "cmi.score.scaled=0.6667"]);
});

test("the place, how far it is, and the state go together", () => {
  const lms = api();
  assert.equal(at(lms).writeState("1abcd~", "two", 0.3333), true);
  assert.deepEqual(lms.log, ["cmi.location=two", "cmi.progress_measure=0.3333", "cmi.suspend_data=1abcd~"]);
});

const interaction = {
  id: "m1_q",
  activity: "q",
  type: "choice",
  response: ["a", "c"],
  correct: ["a", "b"],
  result: "wrong",
  weight: 2,
  latency: 65.25,
  time: new Date(Date.UTC(2026, 0, 1, 9, 8, 7)),
};

test("an interaction is written in the order and the forms of the data model", () => {
  const lms = api({ "cmi.interactions._count": "4" });
  report(at(lms).api, interaction);
  assert.deepEqual(lms.log, [
    "cmi.interactions.4.id=m1_q",
    "cmi.interactions.4.type=choice",
    "cmi.interactions.4.correct_responses.0.pattern=a[,]b",
    "cmi.interactions.4.weighting=2",
    "cmi.interactions.4.timestamp=2026-01-01T09:08:07.0Z",
    "cmi.interactions.4.learner_response=a[,]c",
    "cmi.interactions.4.result=incorrect",
    "cmi.interactions.4.latency=PT1M5.25S",
  ]);
});

test("an interaction without right or wrong has no pattern and no weight", () => {
  const lms = api({ "cmi.interactions._count": "0" });
  report(at(lms).api, { ...interaction, correct: null, weight: null, result: "neutral" });
  assert.ok(!lms.log.some((line) => line.includes("pattern") || line.includes("weighting")));
  assert.ok(lms.log.includes("cmi.interactions.0.result=neutral"));
});

test("what the LMS does not count, or does not open, is left alone", () => {
  const none = api({ "cmi.interactions._count": "" });
  report(at(none).api, interaction);
  assert.deepEqual(none.log, []);
  const lms = api({ "cmi.interactions._count": "0" }, { SetValue: (name) => String(!name.endsWith(".type")) });
  report(at(lms).api, interaction);
  assert.deepEqual(lms.log, []);
});

test("a session ends as the learner ends it, and asks the LMS for nothing where the page just goes", () => {
  const end = (seconds, way) => {
    const lms = api();
    at(lms).close(seconds, way);
    return lms.log;
  };
  const time = "cmi.session_time=PT1M2.5S";
  assert.deepEqual(end(62.5, "gone"), [time, "terminate"]);
  assert.deepEqual(end(62.5, "exit"), [time, "adl.nav.request=suspendAll", "terminate"]);
  assert.deepEqual(end(62.5, "proceed"), [time, "adl.nav.request=continue", "terminate"]);
  assert.deepEqual(end(null, "exit"), ["terminate"]);
});

test("there is a next module where the LMS says so, and not where it does not know", () => {
  const element = "adl.nav.request_valid.continue";
  assert.equal(at(api({ [element]: "true" })).next(), true);
  for (const answer of ["false", "unknown", ""]) assert.equal(at(api({ [element]: answer })).next(), false);
});

test("nothing that an LMS throws comes through", () => {
  const lms = api();
  const connector = at(lms);
  for (const name of Object.keys(lms)) lms[name] = () => { throw new Error("down"); };
  assert.equal(connector.writeStatus("passed"), false);
  assert.equal(connector.writeSuspend(), false);
  assert.equal(connector.writeScore(1), false);
  assert.equal(connector.writeState("s", "p", 0), false);
  assert.equal(connector.commit(1), false);
  assert.equal(connector.next(), false);
  report(connector.api, interaction);
  connector.close(1, "exit");
  assert.equal(connector.open().state, "");
});

test("the passing score that the LMS judges by is the one that counts", () => {
  const passing = (scaled, dataset = { skPassing: "70" }) => {
    const window = windowOf(api({ "cmi.scaled_passing_score": scaled }), undefined, { document: { body: { dataset } } });
    return connect(window).open().passing;
  };
  assert.equal(passing("0.55"), 55);
  assert.equal(passing("0"), 0);
  assert.equal(passing(""), undefined);
  assert.equal(passing("none"), undefined);
  assert.equal(passing("0.55", {}), undefined, "a module without one is no test");
});

test("a state counts as taken only with how far it is", () => {
  for (const refused of ["cmi.location", "cmi.progress_measure", "cmi.suspend_data"]) {
    const lms = api({}, { SetValue: (element) => String(element !== refused) });
    assert.equal(at(lms).writeState("1abcd~", "two", 0.5), false, refused);
  }
});

test("no more than ten texts are written, and none is left out", () => {
  const lms = api({ "cmi.interactions._count": "0" });
  const words = Array.from({ length: 12 }, (_, n) => `w${n}`);
  report(at(lms).api, { ...interaction, type: "fill-in", response: words, correct: words });
  const text = "w0[,]w1[,]w2[,]w3[,]w4[,]w5[,]w6[,]w7[,]w8[,]w9, w10, w11";
  assert.ok(lms.log.includes(`cmi.interactions.0.learner_response=${text}`));
  assert.ok(lms.log.includes(`cmi.interactions.0.correct_responses.0.pattern=${text}`));
});

test("of what goes into the tenth text as much is written as an LMS has to keep", () => {
  const lms = api({ "cmi.interactions._count": "0" });
  const words = Array.from({ length: 20 }, () => "w".repeat(60));
  report(at(lms).api, { ...interaction, type: "fill-in", response: words, correct: null });
  const texts = lms.log.find((entry) => entry.includes("learner_response")).split("=")[1].split("[,]");
  assert.deepEqual(texts.map(({ length }) => length), [...Array(9).fill(60), 250]);
});
