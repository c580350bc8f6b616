/**
 * A guided walk for a group: one step at a time, each with a timer that helps and stops nothing.
 *
 * An answer is `1` once the last step was finished, else `0`; the ids of the steps done; a hyphen; and the id of the
 * step that the group is at: `0ab-c`.
 */

import { toPaper } from "#player/paper.js";
import { screen } from "./awake.js";
import { MINUTE, extend, face, news, pause, remaining, start, timer } from "./clock.js";

const FORM = /^([01])([a-z0-9]*)-([a-z0-9])$/;
const TICK = 500;

/**
 * The parts of this walk; those of a walk inside one of its steps are left out.
 *
 * @param {Element} root
 * @param {string} name
 */
function all(root, name) {
  const found = /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll(`[data-sk-walk-${name}]`));
  return [...found].filter((one) => one.closest("[data-sk-kind]") === root.closest("[data-sk-kind]"));
}

/**
 * @param {Element} root
 * @param {string} name
 */
const find = (root, name) => /** @type {HTMLElement} */ (all(root, name)[0]);

/**
 * @param {boolean} over
 * @param {Iterable<string>} done
 * @param {string} at
 */
export const encode = (over, done, at) => `${Number(over)}${[...done].join("")}-${at}`;

/**
 * What of an answer still means something among these steps.
 *
 * @param {string | null} answer
 * @param {string[]} steps
 */
export function decode(answer, steps) {
  const [, over = "0", done = "", at = ""] = FORM.exec(answer || "") || [];
  return {
    over: over === "1",
    done: new Set([...done].filter((id) => steps.includes(id))),
    at: steps.includes(at) ? at : steps[0] || "",
  };
}

/** @type {import("../../player/behaviour.js").Behaviour} */
export const behaviour = {
  kind: "stepper",

  fits: (_, answer) => FORM.test(answer),

  done: (answer) => answer.startsWith("1"),

  entry(element) {
    const done = all(element, "to").filter((link) => link.dataset["skIs"] === "done");
    const answer = done.map((link) => find(link, "name").innerText);
    return answer.length ? { question: find(element, "title").innerText, answer } : null;
  },

  attach(element, { answer, record, say, here }) {
    const legs = all(element, "leg");
    const ids = legs.map((leg) => leg.dataset["skWalkLeg"] || "");
    const [previous, next] = [find(element, "previous"), find(element, "next")];
    const [thanks, list] = [find(element, "thanks"), find(element, "list")];
    const [clock, run] = [find(element, "clock"), find(element, "run")];
    const bar = clock.querySelector("progress");
    const timers = new Map(legs.map((leg, n) => [ids[n] || "", timer(Number(leg.dataset["skMinutes"]))]));
    let { over, done, at } = decode(answer, ids);
    const stayOn = screen(navigator.wakeLock);
    let seen = 0;
    /** @type {ReturnType<typeof setInterval> | undefined} */
    let ticking;

    const now = () => Date.now();
    const current = () => /** @type {import("./clock.js").Timer} */ (timers.get(at));

    /** Show the time; say it where there is something to say. */
    const tick = () => {
      const left = remaining(current(), now());
      const running = current().since !== null;
      find(element, "time").textContent = face(left);
      clock.dataset["skIs"] = left <= 0 ? "over" : running ? "running" : "still";
      run.textContent = run.dataset[running ? "skPause" : "skStart"] || "";
      find(element, "over").hidden = left > 0;
      if (bar) [bar.max, bar.value] = [current().whole, Math.max(0, left)];
      const what = running && news(current().whole, seen, left);
      if (what) say(find(element, what).textContent || "");
      // Who looks at a clock touches nothing, and is there all the same.
      if (running && left > 0) here();
      seen = left;
    };

    /** @param {import("./clock.js").Timer} changed */
    const set = (changed) => {
      timers.set(at, changed);
      seen = remaining(changed, now());
      clearInterval(ticking);
      if (changed.since !== null) ticking = setInterval(tick, TICK);
      stayOn(changed.since !== null);
      tick();
    };

    const show = () => {
      for (const [n, leg] of legs.entries()) leg.hidden = ids[n] !== at;
      for (const link of all(list, "to")) {
        const id = link.dataset["skWalkTo"] || "";
        link.dataset["skIs"] = done.has(id) ? "done" : "";
        link.setAttribute("aria-current", id === at ? "step" : "false");
        find(link, "mark").hidden = !done.has(id);
        find(link, "here").hidden = id !== at;
      }
      const last = at === ids[ids.length - 1];
      previous.hidden = at === ids[0];
      next.textContent = next.dataset[last ? "skFinish" : "skOn"] || "";
      thanks.hidden = !over;
      set(current());
    };

    /** @param {string | undefined} id */
    const go = (id) => {
      if (!id) return;
      timers.set(at, pause(current(), now()));
      at = id;
      show();
      record(encode(over, done, at));
      const leg = /** @type {HTMLElement} */ (legs[ids.indexOf(at)]);
      find(leg, "heading").focus({ preventScroll: true });
      // Left to itself, the focus puts the heading halfway down a phone, and what is to be read aloud below it.
      const { top, bottom } = leg.getBoundingClientRect();
      if (top < 0 || bottom > innerHeight) leg.scrollIntoView();
    };

    previous.addEventListener("click", () => go(ids[ids.indexOf(at) - 1]));
    next.addEventListener("click", () => {
      done.add(at);
      const following = ids[ids.indexOf(at) + 1];
      if (following) {
        go(following);
        return;
      }
      over = true;
      timers.set(at, pause(current(), now()));
      show();
      record(encode(over, done, at));
      thanks.focus();
    });
    list.addEventListener("click", (event) => {
      const link = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest("[data-sk-walk-to]"));
      if (!link) return;
      event.preventDefault();
      go(link.dataset["skWalkTo"]);
    });

    run.addEventListener("click", () => set((current().since === null ? start : pause)(current(), now())));
    find(element, "more").addEventListener("click", () => {
      set(extend(current(), now()));
      say(find(element, "time").textContent || "");
    });
    find(element, "reset").addEventListener("click", () => {
      set(timer(current().whole / MINUTE));
      say(find(element, "time").textContent || "");
    });
    document.addEventListener("visibilitychange", () => {
      if (!document.hidden) stayOn(current().since !== null);
      tick();
    });

    const overview = /** @type {HTMLDetailsElement} */ (list);
    overview.open = matchMedia("(min-width: 48rem)").matches;
    addEventListener("beforeprint", () => {
      overview.open = true;
    });
    find(element, "print").addEventListener("click", () => {
      overview.open = true;
      toPaper(element);
    });
    for (const one of all(element, "only")) one.hidden = false;
    show();
  },
};
