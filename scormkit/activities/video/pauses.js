/**
 * The pauses of a film: it stops at each that was not seen yet, once.
 *
 * Who jumps past one is not held up, but offered it; and all can be opened from a list, without playing.
 */

import { parts, seek } from "#parts/recording/recording.js";

/** How often the place in the film is looked at while it plays, in milliseconds; `timeupdate` alone may come late. */
const EVERY = 100;

/**
 * @param {HTMLElement} element
 * @param {HTMLVideoElement} video
 * @param {import("./answer.js").Viewing} viewing
 * @param {{ keep: () => void, finish: () => void, say: (text: string) => void }} services
 * @returns {() => void} What opens them all, where the film cannot be played.
 */
export function pausing(element, video, viewing, { keep, finish, say }) {
  /** @param {string} name */
  const find = (name) => parts(element, `[data-sk-${name}]`);
  const pauses = find("pause").map((panel) => {
    const id = panel.dataset["skPause"] || "";
    /** @param {string} name */
    const inside = (name) => /** @type {HTMLElement} */ (find(name).find((one) => panel.contains(one)));
    const stop = /** @type {HTMLElement} */ (find("stop").find((one) => one.dataset["skStop"] === id));
    return { id, panel, stop, at: Number(panel.dataset["skAt"]), head: inside("head"), on: inside("on") };
  });
  const [[stops], [passed], [back], [stopped]] = [find("stops"), find("passed"), find("back"), find("stopped")];
  if (!stops || !passed || !back) return () => {};
  /** Up to where the film was looked at. */
  let last = 0;
  let timer = 0;

  const mark = () => {
    for (const { id, stop } of pauses) {
      const seen = /** @type {HTMLElement} */ (stop.querySelector("[data-sk-seen]"));
      seen.hidden = !viewing.seen.has(id);
    }
  };

  /** @param {typeof pauses[number]} pause */
  const open = (pause) => {
    video.pause();
    if (document.fullscreenElement) document.exitFullscreen();
    for (const one of pauses) one.panel.hidden = one !== pause;
    passed.hidden = true;
    const news = !viewing.seen.has(pause.id);
    viewing.seen.add(pause.id);
    mark();
    // Those that were left out since may have been the last that were lacking.
    if (viewing.seen.size === pauses.length && !viewing.done) finish();
    else if (news) keep();
    pause.head.focus();
    say(stopped?.textContent || "");
  };

  /** @param {typeof pauses[number]} pause */
  const visit = (pause) => {
    open(pause);
    seek(video, pause.at);
  };

  const close = () => {
    const focused = document.activeElement;
    const shown = pauses.find(({ panel }) => !panel.hidden);
    if (!shown) return;
    shown.panel.hidden = true;
    if (shown.panel.contains(focused)) video.focus();
  };

  const look = () => {
    const now = video.currentTime;
    if (video.paused || video.seeking) return;
    const due = pauses.find(({ id, at }) => last <= at && at <= now && !viewing.seen.has(id));
    last = now;
    if (due) open(due);
  };

  video.addEventListener("timeupdate", look);
  video.addEventListener("play", () => {
    // Browsers say it a little later; by then a pause may have been opened.
    if (video.paused) return;
    close();
    clearInterval(timer);
    timer = setInterval(look, EVERY);
  });
  video.addEventListener("pause", () => clearInterval(timer));
  video.addEventListener("seeking", () => {
    last = video.currentTime;
  });
  video.addEventListener("seeked", () => {
    const missed = pauses.find(({ id, at }) => at < video.currentTime && !viewing.seen.has(id));
    const offered = Boolean(missed) && pauses.every(({ panel }) => panel.hidden);
    const news = offered && passed.hidden;
    passed.hidden = !offered;
    if (!missed) return;
    back.textContent = missed.head.textContent;
    back.onclick = () => visit(missed);
    if (news) say(passed.textContent || "");
  });
  for (const pause of pauses) {
    pause.panel.hidden = true;
    pause.on.hidden = false;
    pause.stop.addEventListener("click", () => visit(pause));
    pause.on.addEventListener("click", () => {
      close();
      // Where it may not play, the learner finds the film's own button under the focus.
      video.play().catch(() => {});
    });
  }
  stops.hidden = false;
  mark();

  return () => {
    stops.hidden = true;
    passed.hidden = true;
    for (const { panel, on } of pauses) {
      panel.hidden = false;
      on.hidden = true;
    }
  };
}
