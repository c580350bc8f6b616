/** Two windows of one attempt: what was done in either is kept, whichever saves last. */

import assert from "node:assert/strict";
import { test } from "node:test";

import fc from "fast-check";

import { decode } from "../../scormkit/player/state.js";
import { windows } from "../../scormkit/player/windows.js";
import { Clock, launch, Lms, question } from "./helpers.js";

const QUESTIONS = ["q", "r", "s"];
const TRACKABLES = QUESTIONS.map((id) => question(id, ["a"]));

/** Windows of one browser: what one says arrives at the others once `deliver` is called. */
class Browser {
  constructor() {
    this.lms = new Lms();
    this.open = [];
    this.said = [];
    this.clock = new Clock();
  }

  launch({ shares = true, trackables = TRACKABLES } = {}) {
    const { attempt, judge } = launch({ trackables }, this.lms, this.clock);
    const one = { attempt, judge, met: [] };
    attempt.begin();
    attempt.visit(attempt.start);
    one.channel = { onmessage: null, postMessage: (data) => this.said.push([one, data]) };
    const how = { mark: `${this.open.length}`, shares, met: (others) => one.met.push(others) };
    Object.assign(one, windows(one.channel, judge, how));
    attempt.changed = () => one.tell();
    this.open.push(one);
    return one;
  }

  deliver() {
    while (this.said.length) {
      const [from, data] = this.said.shift();
      for (const one of this.open) if (one !== from) one.channel.onmessage({ data });
    }
  }

  /** A learner who began, so that there is an attempt to come back to; and then two windows of it. */
  two(how) {
    this.launch(how).attempt.finish();
    this.open = [];
    const pair = [this.launch(how), this.launch(how)];
    this.deliver();
    return pair;
  }

  get kept() {
    return decode(this.lms.entry.state);
  }
}

test("what is answered in one window counts in the other", () => {
  const browser = new Browser();
  const [one, other] = browser.two();
  for (const { met } of [one, other]) assert.ok(met.length && met.every(Boolean));
  one.judge.answer("q", "a");
  browser.deliver();
  assert.equal(other.attempt.state.answers.get("q"), "a");
  other.judge.answer("r", "a");
  browser.deliver();
  assert.deepEqual([...browser.kept.answers].sort(), [["q", "a"], ["r", "a"]]);
  assert.equal(one.attempt.score, other.attempt.score);
});

test("a window that opens while the other has something unsaved hears of it", () => {
  const browser = new Browser();
  browser.launch().attempt.finish();
  const one = browser.launch();
  browser.lms.failing.state = 1;
  one.judge.answer("q", "a");
  const other = browser.launch();
  assert.equal(other.attempt.state.answers.has("q"), false);
  browser.deliver();
  assert.equal(other.attempt.state.answers.get("q"), "a");
});

test("an attempt that begins takes nothing from a window of an older one, nor gives it anything", () => {
  const browser = new Browser();
  const older = browser.launch();
  older.judge.answer("q", "a");
  Object.assign(browser.lms.entry, { state: "", page: "", status: null, score: null });
  const newer = browser.launch();
  browser.deliver();
  newer.judge.answer("r", "a");
  browser.deliver();
  assert.equal(newer.attempt.state.answers.has("q"), false);
  assert.equal(older.attempt.state.answers.has("r"), false);
  assert.deepEqual([older.met, newer.met], [[], []]);
});

test("where a record store puts them together, a window hears of the other and takes nothing over", () => {
  const browser = new Browser();
  const [one, other] = browser.two({ shares: false });
  one.judge.answer("q", "a");
  browser.deliver();
  assert.equal(other.attempt.state.answers.has("q"), false);
  assert.ok(other.met.every(Boolean));
});

test("a window that goes says so, and one that is over says nothing more", () => {
  const browser = new Browser();
  const [one, other] = browser.two();
  one.leave();
  browser.deliver();
  assert.equal(other.met.at(-1), false);
  const before = one.met.length;
  one.attempt.finish();
  other.judge.answer("q", "a");
  browser.deliver();
  assert.equal(one.met.length, before);
});

test("what another build of the course knew is left where it is not known here", () => {
  const browser = new Browser();
  browser.launch().attempt.finish();
  const [one, other] = [browser.launch(), browser.launch({ trackables: TRACKABLES.slice(1) })];
  browser.deliver();
  one.judge.answer("q", "a");
  browser.deliver();
  assert.equal(other.attempt.state.answers.has("q"), false);
});

const deed = fc.tuple(fc.nat(1), fc.constantFrom(...QUESTIONS), fc.constantFrom("a", "b", "ab"));

test("whatever is answered where, the LMS keeps the last answer to each question", () => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 20 }), (deeds) => {
      const browser = new Browser();
      const pair = browser.two();
      for (const [at, id, answer] of deeds) {
        pair[at].judge.answer(id, answer);
        browser.deliver();
      }
      browser.clock.pass(100000);
      browser.deliver();
      browser.clock.pass(100000);
      const last = new Map(deeds.map(([, id, answer]) => [id, answer]));
      assert.deepEqual(browser.kept.answers, new Map(last));
      for (const { attempt } of pair) assert.deepEqual(new Map([...attempt.state.answers].sort()), new Map([...last].sort()));
    }),
  );
});

test("however late the windows hear of one another, no question loses its answer", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(deed, fc.boolean()), { maxLength: 20 }), (deeds) => {
      const browser = new Browser();
      const pair = browser.two();
      for (const [[at, id, answer], heard] of deeds) {
        pair[at].judge.answer(id, answer);
        if (heard) browser.deliver();
      }
      browser.deliver();
      browser.clock.pass(100000);
      browser.deliver();
      browser.clock.pass(100000);
      for (const id of new Set(deeds.map(([[, one]]) => one))) {
        const given = deeds.flatMap(([[, one, answer]]) => (one === id ? [answer] : []));
        assert.ok(given.includes(browser.kept.answers.get(id)), `${id} is ${browser.kept.answers.get(id)}`);
      }
    }),
  );
});
