/** What comes in after the first page: all activities, what they do, and what follows from it. */

import { digest } from "./digest.js";
import { Judge } from "./judging.js";
import { Outcome } from "./outcome.js";
import { offerPaper } from "./paper.js";
import { breathing } from "./rest.js";
import { uuid } from "./uuid.js";
import { wayBack } from "./ways.js";
import { windows } from "./windows.js";

/** @typedef {import("./behaviour.js").Behaviour} Behaviour */

/**
 * @param {Promise<import("./main.js").Player>} starting
 * @param {Behaviour[]} behaviours
 * @param {(api: any, interaction: import("./contract.js").Interaction) => void} [report] How an LMS hears of an answer,
 * where its connector leaves that to come later.
 */
export async function join(starting, behaviours, report) {
  const player = await starting;
  await player.whole;
  const { attempt, connector, frame } = player;
  const { api } = connector;
  const { skCourse: course = "", skUnit: unit = "" } = document.body.dataset;
  const owner = () => [digest(connector.learner()), course, unit].join(" ");
  if (api && report) connector.writeInteraction = (interaction) => report(api, interaction);
  if (connector.quiet) silence(document);
  const activities = readActivities(behaviours);
  const judge = new Judge(attempt, activities.flatMap(({ trackable }) => trackable || []));

  const entries = () =>
    activities.flatMap(({ element, behaviour }) => {
      const entry = behaviour.entry?.(element);
      const page = element.closest("[data-sk-page]")?.getAttribute("data-sk-page") || "";
      return entry ? { ...entry, page: frame.part(page, "h-").innerText } : [];
    });
  const breathe = breathing();
  for (const { element, behaviour, trackable } of activities) {
    await breathe();
    const name = trackable ? trackable.id : "";
    behaviour.attach(element, {
      answer: attempt.state.answers.get(name) || null,
      correct: trackable ? trackable.correct : null,
      score: (answer) => (trackable && trackable.correct ? trackable.score(answer) : null),
      owner,
      record: (answer) => judge.answer(name, answer),
      say: (text) => frame.say(text),
      here: () => attempt.here(),
      entries,
    });
  }
  await breathe();
  offerPaper(frame);
  const outcome = new Outcome(frame, judge);
  const overview = wayBack(location.search);
  const link = /** @type {HTMLAnchorElement} */ (frame.part("overview"));
  link.hidden = overview === null;
  if (overview !== null) link.href = overview;
  const others = connector.host === "lms" && attempt.writable ? companions(player, judge, owner()) : null;
  player.shown = () => {
    outcome.update();
    others?.tell();
  };
  judge.draw(false);
}

/**
 * The other windows of this attempt, and what is said of them; null in a browser that knows of none.
 *
 * @param {import("./main.js").Player} player
 * @param {Judge} judge
 * @param {string} owner
 */
function companions({ connector, frame }, judge, owner) {
  // The same package may stand in several courses of an LMS.
  const channel = channelOf(`${location.pathname} ${owner}`);
  if (!channel) return null;
  /** @type {HTMLElement | null} */
  let told = null;
  const others = windows(channel, judge, {
    mark: uuid(),
    shares: connector.api !== undefined,
    met(are) {
      if (!are) frame.forget(told);
      told = are ? told || frame.warn("two_windows") : null;
    },
  });
  addEventListener("pagehide", others.leave);
  return others;
}

/** @param {string} name What the windows that are to speak to one another share. */
function channelOf(name) {
  try {
    return new BroadcastChannel(name);
  } catch {
    // Browsers before 2022 have none, and a frame may be forbidden to have one.
    return null;
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

/**
 * Films and recordings begin without sound (cmi5, 11.2); the learner turns it on where it is wanted.
 *
 * @param {Document} document
 */
function silence(document) {
  const media = /** @type {NodeListOf<HTMLMediaElement>} */ (document.querySelectorAll("audio, video"));
  for (const one of media) one.muted = true;
}
