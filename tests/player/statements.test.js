import assert from "node:assert/strict";
import { test } from "node:test";

import fc from "fast-check";

import { ofActivity, ofModule, verbOf } from "../../scormkit/player/statements.js";

const CATEGORIES = "https://w3id.org/xapi/cmi5/context/categories/";
const EXTENSIONS = "https://w3id.org/xapi/cmi5/context/extensions/";
const VERBS = ["initialized", "completed", "passed", "failed", "terminated"];
const stamp = { id: "11111111-1111-4111-8111-111111111111", timestamp: "2026-01-02T03:04:05.678Z" };
const launch = {
  actor: { account: { homePage: "https://lms.example", name: "7" }, objectType: "Agent" },
  registration: "22222222-2222-4222-8222-222222222222",
  activity: "https://lms.example/activity/1",
  iri: "https://courses.example/c/m1",
  template: {
    extensions: { [`${EXTENSIONS}sessionid`]: "s" },
    contextActivities: { grouping: [{ id: "https://courses.example/c/m1" }] },
  },
  cmi5: true,
  mastery: 0.7,
  profile: "",
  subject: "m1",
  activities: () => ({}),
};
const known = {
  ...launch,
  profile: "https://courses.example/c/xapi-profile/v-0123456789ab",
  definition: { type: "http://adlnet.gov/expapi/activities/module", name: { en: "One" } },
  activities: () => ({
    q: { verb: "answered", definition: { type: "http://adlnet.gov/expapi/activities/cmi.interaction" } },
    film: { verb: "completed", definition: { type: "https://w3id.org/xapi/video/activity-type/video" } },
    thought: { verb: "interacted", definition: { type: "http://adlnet.gov/expapi/activities/interaction" } },
  }),
};
/** The categories by which the template of what is said of this subject is found. */
const categories = (rest) => [
  { id: known.profile },
  {
    id: `https://courses.example/c/xapi-profile/categories/${rest}`,
    definition: { type: `https://courses.example/c/xapi-profile/types/${rest}` },
  },
];

test("the table of cmi5 9.5 and 9.6, verb by verb", () => {
  const said = Object.fromEntries(VERBS.map((verb) => [verb, ofModule(launch, stamp, verb, 62.5, 66.67)]));
  const score = { scaled: 0.6667, raw: 66, min: 0, max: 100 };
  const duration = "PT1M2.5S";
  assert.equal("result" in said.initialized, false);
  assert.deepEqual(said.completed.result, { completion: true, duration });
  assert.deepEqual(said.passed.result, { success: true, score, duration });
  assert.deepEqual(said.failed.result, { success: false, score, duration });
  assert.deepEqual(said.terminated.result, { duration });
  for (const verb of VERBS) {
    const { id, timestamp, actor, object, context } = said[verb];
    assert.deepEqual({ id, timestamp, actor, object }, { ...stamp, actor: launch.actor, object: { id: launch.activity } });
    assert.equal(said[verb].verb.id, `http://adlnet.gov/expapi/verbs/${verb}`);
    assert.equal(context.registration, launch.registration);
    assert.deepEqual(context.contextActivities.grouping, launch.template.contextActivities.grouping);
    const moving = ["completed", "passed", "failed"].includes(verb);
    const names = context.contextActivities.category.map((one) => one.id.replace(CATEGORIES, ""));
    assert.deepEqual(names, moving ? ["cmi5", "moveon"] : ["cmi5"], verb);
    assert.equal(context.extensions[`${EXTENSIONS}sessionid`], "s");
    const judged = verb === "passed" || verb === "failed";
    assert.equal(context.extensions[`${EXTENSIONS}masteryscore`], judged ? 0.7 : undefined, verb);
  }
});

test("without a mastery score there is none, and who is judged has a score", () => {
  for (const verb of ["passed", "failed"]) {
    const { result, context } = ofModule({ ...launch, mastery: null }, stamp, verb, 1, null);
    assert.deepEqual(result.score, { scaled: 0, raw: 0, min: 0, max: 100 });
    assert.deepEqual(context.extensions, launch.template.extensions);
  }
  const free = { ...launch, cmi5: false, mastery: null };
  assert.equal("score" in ofModule(free, stamp, "completed", 1, null).result, false);
});

test("a mastery score that the LMS put into the context itself stays as it is", () => {
  const template = { extensions: { [`${EXTENSIONS}masteryscore`]: 0.6 } };
  const { context } = ofModule({ ...launch, template }, stamp, "passed", 1, 80);
  assert.deepEqual(context.extensions, template.extensions);
});

test("what a page knows of itself is in every statement, behind what cmi5 wants", () => {
  for (const verb of VERBS) {
    const { object, context } = ofModule(known, stamp, verb, 1, 80);
    assert.deepEqual(object, { id: launch.activity, definition: known.definition });
    const { category } = context.contextActivities;
    assert.deepEqual(category.slice(-2), categories("m1"));
    assert.equal(category[0].id, `${CATEGORIES}cmi5`);
    const free = ofModule({ ...known, cmi5: false, mastery: null, template: {} }, stamp, verb, 1, 80);
    assert.deepEqual(free.context.contextActivities, { category: categories("m1") });
  }
  const { object, context } = ofActivity(known, stamp, { activity: "thought", latency: 3 });
  assert.deepEqual(object, { id: `${launch.iri}/thought`, definition: known.activities().thought.definition });
  assert.deepEqual(context.contextActivities.category, categories("m1/thought"));
  assert.deepEqual(context.contextActivities.parent, [{ id: launch.activity }]);
});

test("outside cmi5 what is completed or passed says all there is, and no category", () => {
  const free = { ...launch, cmi5: false, mastery: null, template: {} };
  const { result, context } = ofModule(free, stamp, "completed", 1, 80);
  assert.deepEqual(result, { completion: true, score: { scaled: 0.8, raw: 80, min: 0, max: 100 }, duration: "PT1S" });
  assert.deepEqual(context, { registration: launch.registration });
  assert.equal(ofModule(free, stamp, "failed", 1, 10).result.completion, true);
});

const interaction = { id: "m1_q", activity: "q", type: "matching", response: ["a.x"], correct: ["a.x", "b.y"] };
Object.assign(interaction, { result: "wrong", weight: 1, latency: 2.345, time: new Date(0) });

test("an answer is an activity of the course, and no matter of cmi5", () => {
  const said = ofActivity(known, stamp, interaction);
  assert.equal(said.verb.id, "http://adlnet.gov/expapi/verbs/answered");
  assert.deepEqual(said.result, { response: "a[.]x", success: false, duration: "PT2.35S" });
  assert.deepEqual(said.context.contextActivities.category, categories("m1/q"));
  assert.equal(said.context.extensions[`${EXTENSIONS}sessionid`], "s");
});

test("what is done without an answer says that alone, whatever comes along with it", () => {
  const film = ofActivity(known, stamp, { activity: "film", latency: 61 });
  assert.equal(film.verb.id, "http://adlnet.gov/expapi/verbs/completed");
  assert.deepEqual(film.result, { completion: true, duration: "PT1M1S" });
  const thought = ofActivity(known, stamp, { ...interaction, activity: "thought", response: ["secret"] });
  assert.equal(thought.verb.id, "http://adlnet.gov/expapi/verbs/interacted");
  assert.deepEqual(thought.result, { duration: "PT2.35S" });
});

test("a film that is completed completes no module", () => {
  const film = ofActivity(known, stamp, { activity: "film", latency: 61 });
  assert.equal(verbOf(film, launch.activity), "");
  for (const verb of VERBS) assert.equal(verbOf(ofModule(known, stamp, verb, 1, 1), launch.activity), verb);
});

test("where nothing is right or wrong there is no success", () => {
  const { result } = ofActivity(launch, stamp, { ...interaction, correct: null, result: "neutral" });
  assert.deepEqual(Object.keys(result), ["response", "duration"]);
});

test("a page that knows of no profile goes without, and of no address uses the LMS's", () => {
  const { object, context } = ofActivity({ ...launch, iri: "" }, stamp, interaction);
  assert.deepEqual(object, { id: `${launch.activity}/q` });
  assert.equal("category" in context.contextActivities, false);
});

test("what the LMS put into the context stays there whole, whatever it is", () => {
  const extensions = fc.dictionary(fc.webUrl(), fc.jsonValue(), { maxKeys: 3 });
  const activity = fc.webUrl().map((id) => ({ id }));
  const lists = fc.record(
    { grouping: fc.array(activity), category: fc.oneof(activity, fc.array(activity)), other: fc.array(activity) },
    { requiredKeys: [] },
  );
  const templates = fc.record({ extensions, contextActivities: lists, platform: fc.string() }, { requiredKeys: [] });
  fc.assert(
    fc.property(templates, fc.constantFrom(...VERBS), (template, verb) => {
      const before = JSON.stringify(template);
      const { context } = ofModule({ ...launch, template }, stamp, verb, 1, 50);
      assert.equal(JSON.stringify(template), before, "the template itself is left alone");
      assert.equal(context.platform, template.platform);
      for (const [name, value] of Object.entries(template.extensions || {})) {
        assert.equal(JSON.stringify(context.extensions[name]), JSON.stringify(value));
      }
      for (const [name, value] of Object.entries(template.contextActivities || {})) {
        const given = [value].flat();
        const kept = [context.contextActivities[name]].flat();
        assert.equal(JSON.stringify(kept.slice(0, given.length)), JSON.stringify(given));
      }
    }),
  );
});
