/** The table of docs/runtime.md, "What each event becomes": each cell holds all that is called, in its order. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { Attempt } from "../../scormkit/player/attempt.js";
import { connect as cmi5 } from "../../scormkit/player/connectors/late/cmi5.js";
import { connect as scorm12 } from "../../scormkit/player/connectors/scorm12.js";
import { report as report12 } from "../../scormkit/player/connectors/scorm12_answers.js";
import { connect as scorm2004 } from "../../scormkit/player/connectors/scorm2004.js";
import { report as report2004 } from "../../scormkit/player/connectors/scorm2004_answers.js";
import { connect as tincan } from "../../scormkit/player/connectors/late/tincan.js";
import { Judge } from "../../scormkit/player/judging.js";
import { Clock, question, sheet } from "./helpers.js";
import { settled } from "./sessions.js";
import { CMI5, IRI, launchedWith, prepare, REGISTRATION, Store } from "./store.js";
import { windowOf } from "./windows.js";

const DOCUMENT = new URL("../../docs/runtime.md", import.meta.url);

const ANSWERS = { "cmi.interactions._count": "0", "adl.nav.request_valid.continue": "true" };

/** An LMS of either SCORM, which notes what it is told and keeps it; names are without what the table leaves off. */
class Scorm {
  constructor(connect, report, prefix, short, held) {
    Object.assign(this, { connect, report, held, log: [] });
    const note = (text, answer = "true") => this.log.push(text.replace(short, "")) && answer;
    const plain = ["Initialize", "Commit", prefix ? "Finish" : "Terminate"].map((name) => prefix + name);
    this.functions = {
      ...Object.fromEntries(plain.map((name) => [name, () => note(name)])),
      [`${prefix}GetValue`]: (name) => note(`${name} ?`, held[name] ?? ANSWERS[name] ?? ""),
      [`${prefix}SetValue`]: (name, value) => {
        held[name] = value;
        return note(`${name} = ${value}`);
      },
      [`${prefix}GetLastError`]: () => "0",
    };
  }

  async open(dataset) {
    const document = { body: { dataset } };
    const connector = this.connect(windowOf(this.functions, null, { document }));
    connector.writeInteraction = (interaction) => this.report(connector.api, interaction);
    return connector;
  }

  again() {
    const held = this.held;
    if ("cmi.entry" in held) held["cmi.entry"] = "resume";
  }

  review() {
    for (const name of ["cmi.core.lesson_mode", "cmi.mode"]) this.held[name] = "review";
    return true;
  }
}

/** An LMS with a record store, which notes what is asked of it. */
class Records {
  constructor(connect, parameters) {
    Object.assign(this, { connect, parameters, store: prepare(new Store()), seen: 0 });
    this.store.tags = "always";
  }

  get log() {
    const news = this.store.log.slice(this.seen);
    this.seen = this.store.log.length;
    return news.flatMap(({ method, path, body, stateId }) => {
      if (path === "statements" && method === "POST") return body.map(({ verb }) => verb.id.split("/").at(-1));
      return `${method} ${stateId || { "agents/profile": "cmi5LearnerPreferences" }[path] || path}`;
    });
  }

  open() {
    this.store.handedOut = false;
    const dataset = { "data-sk-verb": "interacted", skActivity: "s", skVerb: "interacted" };
    return this.connect(launchedWith(this.store, this.parameters, new Map(), { activities: [dataset] }));
  }

  again() {}

  review() {
    // A launch of Tin Can has no such mode.
    return this.connect === cmi5 && prepare(this.store, { launchMode: "Review" });
  }
}

const TINCAN = { endpoint: CMI5.endpoint, auth: "Basic eA==", actor: CMI5.actor, registration: REGISTRATION, activity_id: IRI };
const COLUMNS = {
  "SCORM 1.2": () => new Scorm(scorm12, report12, "LMS", "cmi.core.", { "cmi.core.lesson_status": "not attempted" }),
  "SCORM 2004": () =>
    new Scorm(scorm2004, report2004, "", "cmi.", { "cmi.entry": "ab-initio", "cmi.completion_status": "unknown", "cmi.mode": "normal" }),
  cmi5: () => new Records(cmi5, CMI5),
  "Tin Can": () => new Records(tincan, TINCAN),
};

/** One learner at one LMS. */
class Learner {
  constructor(lms, unit = {}) {
    this.lms = lms;
    this.unit = { id: "m1", pages: ["one", "two"], needed: ["one", "two"], trackables: [question("q", ["a"])], passing: null, fails: false, ...unit };
    this.clock = new Clock();
  }

  async connect() {
    this.connector = await this.lms.open({ skUnit: "m1", ...(this.unit.passing === null ? {} : { skPassing: "50" }) });
    this.entry = await this.connector.open();
  }

  async begin() {
    const { trackables, ...outline } = this.unit;
    this.attempt = new Attempt(outline, this.connector, this.entry, this.clock, () => {});
    this.attempt.begin();
    await settled();
    this.judge = new Judge(this.attempt, trackables);
  }

  async visit(page) {
    this.attempt.visit(page);
    this.clock.pass(2000);
    await settled();
  }

  async answer(id, answer) {
    this.judge.answer(id, answer);
    await settled();
  }

  /** What the LMS was told since this was asked last. */
  news() {
    const { log } = this.lms;
    return log.splice(0);
  }
}

async function under(lms, unit, { pages = ["one", "two"] } = {}) {
  const learner = new Learner(lms, unit);
  await learner.connect();
  await learner.begin();
  for (const page of pages) await learner.visit(page);
  learner.news();
  return learner;
}
const two = { trackables: [question("q", ["a"]), question("r", ["a"])] };
const passing = { passing: 50 };

/**
 * Each row of the table, and how it comes about: gives what the LMS was told; nothing where there is no such thing.
 */
const EVENTS = {
  async "launch"(lms) {
    const learner = new Learner(lms, passing);
    await learner.connect();
    return learner.news();
  },
  async "the first session begins"(lms) {
    const learner = new Learner(lms, passing);
    await learner.connect();
    learner.news();
    await learner.begin();
    return learner.news();
  },
  async "a later session begins"(lms) {
    const first = await under(lms, passing);
    first.attempt.finish();
    await settled();
    lms.again();
    const learner = new Learner(lms, passing);
    await learner.connect();
    learner.news();
    await learner.begin();
    return learner.news();
  },
  async "a page is turned, and two seconds pass"(lms) {
    const learner = await under(lms, passing, { pages: ["one"] });
    await learner.visit("two");
    return learner.news();
  },
  async "something is done that is no answer"(lms) {
    const learner = await under(lms, { ...passing, trackables: [...two.trackables, sheet("s")] });
    await learner.answer("s", "1");
    learner.clock.pass(2000);
    await settled();
    return learner.news();
  },
  async "an answer, and something is left open"(lms) {
    const learner = await under(lms, { ...passing, ...two });
    await learner.answer("q", "b");
    return learner.news();
  },
  async "the last page is seen, where there are no questions"(lms) {
    const learner = await under(lms, { trackables: [] }, { pages: ["one"] });
    await learner.visit("two");
    return learner.news();
  },
  async "the last answer, where there is no passing score"(lms) {
    const learner = await under(lms, { trackables: [question("q", ["a"], { weight: 0 })] });
    await learner.answer("q", "a");
    return learner.news();
  },
  async "the last answer, and the passing score is reached"(lms) {
    const learner = await under(lms, passing);
    await learner.answer("q", "a");
    return learner.news();
  },
  async "the last answer, and it is not reached"(lms) {
    const learner = await under(lms, passing);
    await learner.answer("q", "b");
    return learner.news();
  },
  async "the same, with `on_fail: report`"(lms) {
    const learner = await under(lms, { ...passing, fails: true });
    await learner.answer("q", "b");
    return learner.news();
  },
  async "then it is reached after all"(lms) {
    const learner = await under(lms, { ...passing, fails: true });
    await learner.answer("q", "b");
    learner.news();
    await learner.answer("q", "a");
    return learner.news();
  },
  async "the page goes out of sight with something unsaved"(lms) {
    const learner = await under(lms, passing, { pages: ["one"] });
    learner.attempt.visit("two");
    learner.attempt.flush();
    await settled();
    return learner.news();
  },
  async "next module"(lms) {
    const learner = await under(lms, passing);
    await learner.answer("q", "a");
    learner.news();
    if (!learner.attempt.next) return null;
    learner.news();
    await learner.attempt.exit("proceed");
    return learner.news();
  },
  async "save and exit"(lms) {
    const learner = await under(lms, passing);
    await learner.attempt.exit();
    await settled();
    return learner.news();
  },
  async "the page goes away"(lms) {
    const learner = await under(lms, passing);
    learner.attempt.finish();
    await settled();
    return learner.news();
  },
  async "the same, after `failed`"(lms) {
    const learner = await under(lms, { ...passing, fails: true });
    await learner.answer("q", "b");
    learner.news();
    learner.attempt.finish();
    await settled();
    return learner.news();
  },
  async "anything, to look back or without credit"(lms) {
    if (!lms.review()) return null;
    const learner = new Learner(lms, passing);
    await learner.connect();
    learner.news();
    await learner.begin();
    await learner.visit("two");
    await learner.answer("q", "a");
    learner.attempt.finish();
    await settled();
    return learner.news();
  },
};

/** The cells of the table by row and column. */
function readTable() {
  const text = readFileSync(DOCUMENT, "utf-8");
  const [, section] = text.split("\n## What each event becomes\n");
  const [head, , ...rows] = section.split("\n").filter((line) => line.startsWith("|")).map((line) => line.slice(1, -1).split("|").map((cell) => cell.trim()));
  const names = head.slice(1).map((name) => name.replace(/ \(.*/, ""));
  return new Map(rows.map(([name, ...cells]) => [name, new Map(cells.map((cell, n) => [names[n], cell]))]));
}

/**
 * Whether the calls are those of a cell. A cell that names no value leaves it open, and `interactions` stands for all
 * that is said of one.
 */
function agree(cell, calls) {
  const told = [...cell.matchAll(/`([^`]+)`/g)].map(([, text]) => text);
  const heard = calls.map((call) => call.replace(/^(?:cmi\.)?interactions\.\d.*/, "interactions")).filter((call, n, all) => call !== "interactions" || all[n - 1] !== call);
  assert.deepEqual(heard.map((call, n) => (call.startsWith(`${told[n]} = `) ? told[n] : call)), told);
}

const TABLE = readTable();

test("the table has a row for each event that is known here, and no other", () => {
  assert.deepEqual([...TABLE.keys()], Object.keys(EVENTS));
});

for (const [name, cells] of TABLE) {
  test(name, async () => {
    assert.deepEqual([...cells.keys()], Object.keys(COLUMNS));
    for (const [column, lms] of Object.entries(COLUMNS)) {
      const calls = await EVENTS[name](lms());
      const cell = cells.get(column);
      if (calls === null) assert.equal(cell, "–");
      else agree(cell, calls);
    }
  });
}
