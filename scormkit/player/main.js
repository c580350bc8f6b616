/** The player: reads the module from the page, opens the attempt, and brings page, activities and LMS together. */

import { Attempt } from "./attempt.js";
import { Frame } from "./frame.js";
import { wayBack } from "./ways.js";

/** @typedef {import("./contract.js").Connector} Connector */

/**
 * What an activity's behaviour is given.
 *
 * @typedef {object} Services
 * @property {string | null} answer The answer from an earlier session, to be shown again.
 * @property {string[] | null} correct The components of the right answer; null where nothing is right or wrong.
 * @property {(answer: string) => number | null} score From 0 to 1; null where nothing is right or wrong.
 * @property {() => string} owner Whose place this is: names the learner, course and module without saying who that is.
 * @property {(answer: string) => void} record Keep and report an answer: `[A-Za-z0-9_-]+`, no longer than declared.
 * @property {(text: string) => void} say Say something to those who hear the page.
 * @property {() => (Entry & { page: string })[]} entries The learner's own sheet of the whole module, as it now stands.
 */

/**
 * What a kind of activity does: the `behaviour` that its `behaviour.js` exports.
 *
 * @typedef {object} Behaviour
 * @property {string} kind
 * @property {(element: HTMLElement, services: Services) => void} attach
 * @property {(answer: string, correct: string[], element: HTMLElement) => number} [score] From 0 to 1; for kinds that
 * can be scored.
 * @property {(answer: string) => string[]} [response] The components that an answer names, as the LMS hears of them.
 * @property {(element: HTMLElement, answer: string) => boolean} [fits] Whether an answer, perhaps given in an older
 * build, still means something here.
 * @property {(answer: string) => boolean} [done] Whether an answer counts as done; every one does where this is left out.
 * @property {(element: HTMLElement) => Entry | null} [entry] What goes on the learner's own sheet of this module.
 */

/**
 * What one activity adds to the learner's own sheet: its question, and what the learner made of it.
 *
 * @typedef {object} Entry
 * @property {string} question
 * @property {string[]} answer Lines of text.
 */

/**
 * @param {(window: Window) => Connector | Promise<Connector>} connect
 * @param {Behaviour[]} behaviours
 */
export async function start(connect, behaviours) {
  const connector = await connect(window);
  const entry = await connector.open();
  const activities = readActivities(behaviours);
  const frame = new Frame(document);
  const { skCourse: course = "", skUnit: id = "", skPassing: passing, skFails: fails } = document.body.dataset;
  const trackables = activities.flatMap(({ trackable }) => trackable || []);
  const unit = {
    id,
    pages: frame.pages,
    needed: frame.pages.filter((page) => frame.part(page, "p-").dataset["skRequired"] !== undefined),
    trackables,
    passing: passing ? Number(passing) : null,
    fails: fails !== undefined,
  };
  const owner = () => [connector.learner(), course, id].join(" ");
  const clock = {
    now: () => Date.now(),
    /** @type {import("./contract.js").Clock["after"]} */
    after(milliseconds, job) {
      const timer = setTimeout(job, milliseconds);
      return () => clearTimeout(timer);
    },
  };
  const attempt = new Attempt(unit, connector, entry, clock, () => frame.update(attempt));

  const entries = () =>
    activities.flatMap(({ element, behaviour }) => {
      const entry = behaviour.entry?.(element);
      const page = element.closest("[data-sk-page]")?.getAttribute("data-sk-page") || "";
      return entry ? { ...entry, page: frame.part(page, "h-").innerText } : [];
    });
  for (const { element, behaviour, trackable } of activities) {
    const name = trackable ? trackable.id : "";
    behaviour.attach(element, {
      answer: attempt.state.answers.get(name) || null,
      correct: trackable ? trackable.correct : null,
      score: (answer) => (trackable && trackable.correct ? trackable.score(answer) : null),
      owner,
      record: (answer) => attempt.answer(name, answer),
      say: (text) => frame.say(text),
      entries,
    });
  }

  /** @param {boolean} turned */
  const turn = (turned) => {
    const target = document.getElementById(location.hash.slice(1));
    const section = /** @type {HTMLElement | null | undefined} */ (target?.closest("[data-sk-page]"));
    const page = section?.dataset["skPage"];
    // What lies on the page that is shown is left to the browser, and so is what lies on none.
    if (turned && location.hash && (!page || (page === frame.page && target !== section))) return;
    frame.show(page || attempt.start, turned);
    attempt.visit(frame.page);
    if (!target || target === section) return;
    target.tabIndex = -1;
    target.focus();
  };
  attempt.begin();
  if (connector.host === "missing") frame.warn("no_lms");
  if (attempt.damaged) frame.warn("damaged");
  turn(false);

  addEventListener("hashchange", () => turn(true));
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") attempt.flush();
  });
  // Not `unload`: browsers skip it on phones and begin to block it in LMSs. A page that comes back from the
  // browser's memory comes back to a session that is over, so it begins a new one.
  addEventListener("pagehide", () => attempt.finish());
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) location.reload();
  });
  frame.part("exit").hidden = connector.host !== "lms";
  const overview = wayBack(location.search);
  const link = /** @type {HTMLAnchorElement} */ (frame.part("overview"));
  link.hidden = overview === null;
  if (overview !== null) link.href = overview;
  for (const [id, way] of /** @type {const} */ ([["exit", "exit"], ["proceed", "next"]])) {
    const button = /** @type {HTMLButtonElement} */ (frame.part(id));
    button.addEventListener("click", async () => {
      button.disabled = true;
      if (await attempt.exit(way)) frame.end();
      else frame.say(frame.word("status_failing"));
      button.disabled = false;
    });
  }
}

/**
 * The activities on the page that do something.
 *
 * @param {Behaviour[]} behaviours
 */
function readActivities(behaviours) {
  const elements = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-sk-kind]"));
  return [...elements].flatMap((element) => {
    const behaviour = behaviours.find(({ kind }) => kind === element.dataset["skKind"]);
    return behaviour ? [{ element, behaviour, trackable: readTrackable(element, behaviour) }] : [];
  });
}

/**
 * @param {HTMLElement} element
 * @param {Behaviour} behaviour
 * @returns {import("./unit.js").Trackable | null}
 */
function readTrackable(element, { score, response, fits, done }) {
  const { skActivity: id, skRequired, skWeight, skSize, skInteraction, skCorrect } = element.dataset;
  if (!id) return null;
  const correct = skCorrect === undefined ? null : skCorrect.split(" ").map(decodeURIComponent);
  return {
    id,
    required: skRequired !== undefined,
    weight: Number(skWeight),
    size: Number(skSize),
    interaction: skInteraction || null,
    correct,
    fits: (answer) => !fits || fits(element, answer),
    gradual: done !== undefined,
    done: (answer) => !done || done(answer),
    score: (answer) => (score && correct ? score(answer, correct, element) : 0),
    response: (answer) => (response ? response(answer) : [answer]),
  };
}
