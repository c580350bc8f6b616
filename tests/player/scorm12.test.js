import assert from "node:assert/strict";
import { test } from "node:test";

import { windowOf } from "./windows.js";
import { connect } from "../../scormkit/player/connectors/scorm12.js";
import { report } from "../../scormkit/player/connectors/scorm12_answers.js";

/** A well-behaved LMS that holds `elements` and notes what is set. */
function api(elements = {}, more = {}) {
  const log = [];
  return {
    log,
    LMSInitialize: () => "true",
    LMSFinish: () => log.push("finish") && "true",
    LMSGetValue: (element) => elements[element] ?? "",
    LMSSetValue: (element, value) => log.push(`${element}=${value}`) && "true",
    LMSCommit: () => log.push("commit") && "true",
    LMSGetLastError: () => "0",
    ...more,
  };
}

test("without an API the module runs alone, and knows that it should not", () => {
  const connector = connect(windowOf(null));
  assert.equal(connector.host, "missing");
  assert.deepEqual(connector.open(), { writable: true, status: null, score: null, page: "", state: "" });
});

const entryOf = (elements) => connect(windowOf(api(elements))).open();

test("what is empty means normal, for credit, not begun", () => {
  assert.deepEqual(entryOf({}), { writable: true, status: null, score: null, page: "", state: "" });
});

test("what the LMS holds is read", () => {
  const elements = {
    "cmi.core.lesson_mode": "normal",
    "cmi.core.credit": "credit",
    "cmi.core.lesson_status": "incomplete",
    "cmi.core.score.raw": "66.67",
    "cmi.core.lesson_location": "two",
    "cmi.suspend_data": "1abcd~",
  };
  assert.deepEqual(entryOf(elements), { writable: true, status: "incomplete", score: 66.67, page: "two", state: "1abcd~" });
});

test("review, browse and no-credit forbid writing", () => {
  assert.equal(entryOf({ "cmi.core.lesson_mode": "review" }).writable, false);
  assert.equal(entryOf({ "cmi.core.lesson_mode": "Browse" }).writable, false);
  assert.equal(entryOf({ "cmi.core.credit": "no-credit" }).writable, false);
});

test("browsed, not attempted and unknown words are a beginning", () => {
  for (const status of ["browsed", "not attempted", "unknown", "null", "0"]) {
    assert.equal(entryOf({ "cmi.core.lesson_status": status }).status, null, status);
  }
  assert.equal(entryOf({ "cmi.core.lesson_status": "Passed" }).status, "passed");
});

test("a score that is no number is no score", () => {
  for (const score of ["", "n/a", undefined]) assert.equal(entryOf({ "cmi.core.score.raw": score }).score, null);
  assert.equal(entryOf({ "cmi.core.score.raw": "0" }).score, 0);
});

test("an LMS that opened the session itself is read; one that holds nothing is none", () => {
  const open = { LMSInitialize: () => "false" };
  assert.equal(connect(windowOf(api({ "cmi.core.lesson_status": "incomplete" }, open))).host, "lms");
  assert.equal(connect(windowOf(api({}, open))).host, "missing");
  assert.equal(connect(windowOf(api({}, { LMSInitialize: () => { throw new Error("down"); } }))).host, "missing");
});

test("what an LMS answers is understood: strings, booleans, numbers, and nothing with a last error", () => {
  for (const [answer, code, taken] of [
    ["true", "0", true],
    [true, "101", true],
    [1, "0", true],
    ["false", "0", false],
    [false, "0", false],
    [undefined, "0", true],
    [undefined, 0, true],
    ["", "405", false],
    [undefined, undefined, false],
    ["error", "0", false],
  ]) {
    const lms = api({}, { LMSSetValue: () => answer, LMSCommit: () => answer, LMSGetLastError: () => code });
    const connector = connect(windowOf(lms));
    assert.equal(connector.writeStatus("incomplete"), taken, `${answer} ${code}`);
    assert.equal(connector.commit(1), taken, `${answer} ${code}`);
  }
});

test("nothing that an LMS throws comes through", () => {
  const lms = api();
  const connector = connect(windowOf(lms));
  for (const name of Object.keys(lms)) lms[name] = () => { throw new Error("down"); };
  assert.equal(connector.writeStatus("incomplete"), false);
  assert.equal(connector.writeSuspend(), false);
  assert.equal(connector.writeScore(1), false);
  assert.equal(connector.writeState("s", "p"), false);
  assert.equal(connector.commit(1), false);
  report(connector.api, { id: "q", type: "choice", response: [], correct: null, result: "neutral", weight: null, latency: 0, time: new Date() });
  connector.close(1);
  assert.equal(connector.open().state, "");
});

test("score is written as min, max, raw", () => {
  const lms = api();
  connect(windowOf(lms)).writeScore(66.67);
  assert.deepEqual(lms.log, ["cmi.core.score.min=0", "cmi.core.score.max=100", "cmi.core.score.raw=66.67"]);
});

test("the session's length goes with every commit and before the finish, and not where nothing may be written", () => {
  const lms = api();
  const connector = connect(windowOf(lms));
  connector.commit(1);
  connector.close(62.5);
  assert.deepEqual(lms.log, ["cmi.core.session_time=00:00:01.00", "commit", "cmi.core.session_time=00:01:02.50", "finish"]);
  lms.log.length = 0;
  connector.close(null);
  assert.deepEqual(lms.log, ["finish"]);
});

const interaction = {
  id: "m1_q",
  type: "choice",
  response: ["a", "c"],
  correct: ["a", "b"],
  result: "wrong",
  weight: 2,
  latency: 3.25,
  time: new Date(2026, 0, 1, 9, 8, 7),
};

test("an interaction is appended where the LMS's count says", () => {
  const lms = api({ "cmi.interactions._count": "4" });
  report(connect(windowOf(lms)).api, interaction);
  assert.deepEqual(lms.log, [
    "cmi.interactions.4.id=m1_q",
    "cmi.interactions.4.type=choice",
    "cmi.interactions.4.correct_responses.0.pattern=a,b",
    "cmi.interactions.4.weighting=2",
    "cmi.interactions.4.student_response=a,c",
    "cmi.interactions.4.result=wrong",
    "cmi.interactions.4.time=09:08:07",
    "cmi.interactions.4.latency=00:00:03.25",
  ]);
});

test("an interaction without right or wrong has no pattern and no weight", () => {
  const lms = api({ "cmi.interactions._count": 0 });
  report(connect(windowOf(lms)).api, { ...interaction, correct: null, weight: null, result: "neutral" });
  assert.ok(!lms.log.some((line) => line.includes("pattern") || line.includes("weighting")));
  assert.ok(lms.log.includes("cmi.interactions.0.result=neutral"));
});

test("an LMS without interactions is not troubled with them", () => {
  for (const count of ["", "none", undefined]) {
    const lms = api({ "cmi.interactions._count": count });
    report(connect(windowOf(lms)).api, interaction);
    assert.deepEqual(lms.log, []);
  }
});

test("where all is refused nothing is kept, and where nothing is answered all is", () => {
  const ends = (answer) => {
    const lms = api({}, { LMSSetValue: () => answer, LMSGetLastError: () => "" });
    const connector = connect(windowOf(lms));
    connector.writeSuspend();
    connector.commit(1);
    connector.close(2, "gone");
    return lms.log;
  };
  assert.deepEqual(ends("false"), []);
  assert.deepEqual(ends(undefined), ["commit", "finish"]);
  assert.deepEqual(ends("true"), ["commit", "finish"]);
});
