/** Stand-ins for what the attempt works with: an LMS that notes all it is told, and a clock that stands still. */

import { Attempt } from "../../scormkit/player/attempt.js";
import { Judge } from "../../scormkit/player/judging.js";
import { encode } from "../../scormkit/player/state.js";
import { behaviour as choice } from "../../scormkit/activities/choice/behaviour.js";

export class Clock {
  time = 1000000;
  jobs = [];
  now = () => this.time;
  after = (milliseconds, run) => {
    const job = { at: this.time + milliseconds, run };
    this.jobs.push(job);
    return () => {
      this.jobs = this.jobs.filter((other) => other !== job);
    };
  };

  pass(milliseconds) {
    const end = this.time + milliseconds;
    for (;;) {
      const due = this.jobs.filter(({ at }) => at <= end).sort((one, other) => one.at - other.at)[0];
      if (!due) break;
      this.jobs = this.jobs.filter((other) => other !== due);
      this.time = due.at;
      due.run();
    }
    this.time = end;
  }
}

export class Lms {
  host = "lms";
  log = [];
  /** How many calls of each name are yet to fail. */
  failing = {};
  interactions = [];

  constructor(entry = {}) {
    this.entry = { writable: true, status: null, score: null, page: "", state: "", ...entry };
  }

  learner() {
    return "";
  }

  open() {
    return { ...this.entry };
  }

  answer(name, ...values) {
    const fails = (this.failing[name] || 0) > 0;
    if (fails) this.failing[name] -= 1;
    this.log.push([name, ...values, ...(fails ? ["refused"] : [])].join(" "));
    return !fails;
  }

  writeStatus(status) {
    return this.answer("status", status);
  }

  writeSuspend() {
    return this.answer("suspend");
  }

  writeScore(score) {
    return this.answer("score", score);
  }

  writeState(state, page, progress) {
    this.progress = progress;
    const taken = this.answer("state", page);
    if (taken) Object.assign(this.entry, { state, page });
    return taken;
  }

  writeInteraction(interaction) {
    this.interactions.push(interaction);
    this.answer("interaction", interaction.id, interaction.response.join("+"), interaction.result);
  }

  commit(seconds) {
    this.lastSeconds = seconds;
    return this.answer("commit");
  }

  close(seconds) {
    this.answer("close", seconds);
  }

  /** What was logged since the last time. */
  news() {
    return this.log.splice(0);
  }
}

export function question(id, correct, more = {}) {
  return {
    id,
    required: true,
    weight: correct ? 1 : 0,
    size: 4,
    interaction: "choice",
    correct,
    gradual: false,
    done: () => true,
    fits: (answer) => !answer.includes("x"),
    score: (answer) => (correct ? choice.score(answer, correct) : 0),
    response: choice.response,
    ...more,
  };
}

export const sheet = (id, more = {}) => question(id, null, { interaction: null, size: 1, required: false, ...more });

export function launch(unit = {}, lms = new Lms(), clock = new Clock()) {
  const whole = { id: "m1", pages: ["one", "two"], trackables: [], passing: null, fails: false, ...unit };
  whole.needed ||= whole.pages;
  let changes = 0;
  const attempt = new Attempt(whole, lms, lms.open(), clock, () => {
    changes += 1;
  });
  const judge = new Judge(attempt, whole.trackables);
  return { attempt, judge, lms, clock, changes: () => changes };
}

/** A saved state, as an LMS hands it back. */
export const state = (page, seen, answers = {}) => encode({ page, seen, answers: new Map(Object.entries(answers)) });

/** An attempt that has begun and sees its first page, with that saved. */
export function under(unit, lms) {
  const all = launch(unit, lms);
  all.attempt.begin();
  all.attempt.visit(all.attempt.start);
  all.clock.pass(2000);
  all.lms.news();
  return all;
}
