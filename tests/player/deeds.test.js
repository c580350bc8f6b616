/** What is done and has no interaction: a film that was seen, a thought that was written down. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { Lms, question, sheet, under } from "./helpers.js";
import { fails, launch, settled } from "./sessions.js";
import { IRI, prepare, Store } from "./store.js";

const PROFILE = "https://courses.example/c/xapi-profile/v-0123456789ab";
const started = (answer) => answer.startsWith("1");
const drafted = (id, more = {}) => sheet(id, { size: 20, gradual: true, done: started, ...more });
const attributes = (id, verb, type) => ({ skActivity: id, skVerb: verb, skDefinition: JSON.stringify({ type }) });
const page = {
  body: { skProfile: PROFILE, skDefinition: '{"type":"http://adlnet.gov/expapi/activities/module"}' },
  activities: [
    attributes("q", "answered", "http://adlnet.gov/expapi/activities/cmi.interaction"),
    attributes("r", "interacted", "http://adlnet.gov/expapi/activities/interaction"),
    attributes("film", "completed", "https://w3id.org/xapi/video/activity-type/video"),
  ],
};
const unit = { trackables: [question("q", ["a"]), drafted("r"), drafted("film")] };
const verbOf = ({ verb }) => verb.id.split("/").at(-1);

class Hearing extends Lms {
  writeDeed({ activity, latency, ...more }) {
    assert.deepEqual(more, {}, "and nothing of what was answered");
    this.answer("deed", activity, latency);
  }
}

test("it is told of once, as soon as it is done, with the time that it took", () => {
  const { attempt, judge, lms, clock } = under({ trackables: [drafted("r")] }, new Hearing());
  clock.pass(3000);
  judge.answer("r", "0draft");
  clock.pass(5000);
  assert.deepEqual(lms.news(), ["state one", "commit"], "a draft is kept and not told of");
  judge.answer("r", "1word");
  assert.deepEqual(lms.news(), ["deed r 10", "state one", "commit"], "at once");
  judge.answer("r", "1words");
  clock.pass(5000);
  assert.deepEqual(lms.news(), ["state one", "commit"]);
});

test("what was done in an earlier session is not told of again", () => {
  const lms = new Hearing();
  under({ trackables: [drafted("r")] }, lms).judge.answer("r", "1word");
  const { attempt, judge } = under({ trackables: [drafted("r")] }, lms);
  judge.answer("r", "1words");
  assert.ok(!lms.log.some((line) => line.startsWith("deed")));
});

test("an LMS that cannot hear of it is not told, and has no commit more for it", () => {
  const { attempt, judge, lms, clock } = under({ trackables: [drafted("r")] });
  judge.answer("r", "1word");
  assert.deepEqual(lms.news(), []);
  clock.pass(2000);
  assert.deepEqual(lms.news(), ["state one", "commit"]);
});

test("in review nothing is told of it", () => {
  const lms = new Hearing({ writable: false });
  under({ trackables: [drafted("r")] }, lms).judge.answer("r", "1word");
  assert.deepEqual(lms.news(), []);
});

test("a record store hears the verb and the time, and never what was written", async () => {
  const store = prepare(new Store());
  const { attempt, judge } = await launch(store, { unit, page });
  judge.answer("r", "0secret");
  await settled();
  assert.deepEqual(store.verbs, ["initialized"]);
  judge.answer("r", "1secret");
  judge.answer("film", "1");
  judge.answer("q", "a");
  await settled();
  assert.deepEqual(store.verbs, ["initialized", "interacted", "completed", "answered"]);
  const [, thought, film] = store.statements;
  assert.equal(thought.object.id, `${IRI}/r`);
  assert.deepEqual(Object.keys(thought.result), ["duration"]);
  assert.equal(film.result.completion, true);
  assert.ok(!JSON.stringify(store.statements).includes("secret"));
  const category = film.context.contextActivities.category.map(({ id }) => id);
  assert.deepEqual(category, [PROFILE, "https://courses.example/c/xapi-profile/categories/m1/film"], "and none of cmi5");
});

test("a film that is completed neither completes the module nor keeps it from being completed", async () => {
  const store = prepare(new Store());
  const { attempt, judge } = await launch(store, { unit, page });
  judge.answer("film", "1");
  judge.answer("q", "a");
  attempt.visit("two");
  await settled();
  assert.deepEqual(store.verbs, ["initialized", "completed", "answered", "completed", "passed"]);
  const about = store.statements.filter((one) => verbOf(one) === "completed").map(({ object }) => object.id);
  assert.deepEqual(about, [`${IRI}/film`, "https://lms.example/activity/1"]);
  // What was promised of the module, here or in another window, says nothing of a film that is seen afterwards.
  const later = { trackables: [...unit.trackables, drafted("thought")] };
  const activities = [...page.activities, attributes("thought", "completed", "https://w3id.org/xapi/video/activity-type/video")];
  const second = await launch(store, { unit: later, page: { ...page, activities } });
  second.judge.answer("thought", "1");
  await settled();
  assert.deepEqual(store.verbs.slice(5), ["initialized", "completed"]);
});

test("where an LRS will not take it, it holds up nothing; without room it stays behind, and the last words do not", async () => {
  const store = prepare(new Store());
  store.refuses = ({ object }) => (object.id === `${IRI}/film` ? 400 : 0);
  const { attempt, judge } = await launch(store, { unit, page });
  judge.answer("film", "1");
  judge.answer("r", "1");
  await settled();
  assert.equal(attempt.saving, "kept");
  assert.deepEqual(store.verbs, ["initialized", "interacted"]);

  const other = prepare(new Store());
  const many = Array.from({ length: 200 }, (_, n) => drafted(`r${n}`));
  const busy = await launch(other, { unit: { trackables: many }, page });
  for (const { id } of many) busy.judge.answer(id, "1");
  busy.attempt.finish();
  await settled();
  assert.equal(other.verbs.at(-1), "terminated");
  const sent = other.log.filter(({ method }) => method !== "GET").slice(2);
  assert.ok(sent.reduce((sum, { body }) => sum + JSON.stringify(body).length, 0) <= 65536);
});

test("a promise that is said again keeps its score, and who failed unanswered has one too", async () => {
  const store = prepare(new Store());
  store.faults = Array(9).fill({ method: "POST", path: "statements", status: 503 });
  const { attempt, judge } = await launch(store, { unit, page });
  judge.answer("q", "a");
  attempt.visit("two");
  await settled();
  Object.assign(store, { faults: [] });
  await launch(store, { unit, page });
  const passed = store.statements.find((one) => verbOf(one) === "passed");
  assert.equal(passed.id, store.kept.told.passed);
  assert.equal(passed.result.score.scaled, 1);

  const other = prepare(new Store());
  const optional = { ...fails, trackables: [question("q", ["a"], { required: false })] };
  const second = await launch(other, { unit: optional, page });
  second.attempt.visit("two");
  await settled();
  assert.equal(await second.attempt.exit(), true);
  const failed = other.statements.find((one) => verbOf(one) === "failed");
  assert.equal(failed.result.score.scaled, 0);
});

test("who wants no sound is to get none", async () => {
  for (const audioPreference of ["off", "on", undefined]) {
    const store = Object.assign(prepare(new Store()), { preferences: { languagePreference: "nl", audioPreference } });
    const { connector } = await launch(store, { page });
    assert.equal(connector.quiet, audioPreference === "off");
    assert.deepEqual(store.verbs, ["initialized"]);
  }
});

test("where the preferences cannot be had at once, they are asked for again before anything is said", async () => {
  for (const status of [0, 503]) {
    const store = Object.assign(prepare(new Store()), { preferences: { audioPreference: "off" } });
    store.faults.push({ method: "GET", path: "agents/profile", status });
    const { connector } = await launch(store, { page });
    assert.equal(connector.quiet, true);
    const paths = store.log.map((one) => one.path);
    assert.deepEqual(paths.filter((one) => one === "agents/profile").length, 2);
    assert.ok(paths.lastIndexOf("agents/profile") < paths.indexOf("statements"));
  }
});
