/** How a module stands as a whole: the marks in its menu, and what is said once it comes to an end. */

import { improvable, unseenPages } from "./judging.js";

/** @typedef {import("./frame.js").Frame} Frame */
/** @typedef {import("./judging.js").Judge} Judge */

export class Outcome {
  /**
   * @param {Frame} frame
   * @param {Judge} judge
   */
  constructor(frame, judge) {
    this.frame = frame;
    this.judge = judge;
    /** What was said last, so that each is said once. */
    this.said = "";
    const { menu } = frame;
    menu.addEventListener("keydown", ({ key }) => {
      if (key !== "Escape" || !menu.open) return;
      menu.open = false;
      menu.querySelector("summary")?.focus();
    });
  }

  /** Show how things stand. */
  update() {
    const { frame, judge } = this;
    const { state } = judge.attempt;
    const undone = pagesOf(frame.document, judge.open);
    for (const mark of frame.menu.querySelectorAll("[data-sk-mark]")) {
      const page = mark.getAttribute("data-sk-mark") || "";
      const seen = state.seen.includes(page);
      const name = !seen ? "unseen" : undone.has(page) ? "open" : "done";
      mark.textContent = frame.word(`mark_${name}`);
      mark.setAttribute("data-sk-is", name);
    }
    const unseen = unseenPages(judge.unit, state);
    this.conclude(frame.pages.filter((page) => undone.has(page) || unseen.includes(page)));
  }

  /**
   * Say how the module stands: on its last page, and wherever it comes to an end.
   *
   * @private
   * @param {string[]} undone The pages where something is yet to be seen or done.
   */
  conclude(undone) {
    const { frame, judge } = this;
    const { status, score, state } = judge.attempt;
    const ended = status === "passed" || status === "completed";
    const outcome = ended ? status : undone.length ? "open" : "retry";
    const better = outcome === "retry" ? pagesOf(frame.document, improvable(judge.unit, state.answers)) : new Set();
    const todo = ended ? [] : [...undone, ...frame.pages.filter((page) => better.has(page))];
    const values = { score: Math.floor(score || 0), passing: judge.unit.passing || 0 };
    const text = frame.word(`outcome_${outcome}${ended && score === null ? "_unscored" : ""}`, values);
    const panel = frame.part("outcome");
    panel.hidden = frame.page !== frame.pages[frame.pages.length - 1] && outcome === "open";
    panel.dataset["skIs"] = outcome;
    frame.part("verdict").textContent = text;
    this.list(todo);
    if (this.said && outcome !== this.said && outcome !== "open") frame.say(text);
    this.said = outcome;
  }

  /**
   * List the pages where there is something to do. Links that stay are not touched: one may have the focus, or be under
   * a finger.
   *
   * @private
   * @param {string[]} pages
   */
  list(pages) {
    const { frame } = this;
    const list = frame.part("todo");
    const links = pages.map((page) => `#p-${page}`);
    if (`${links}` === `${[...list.querySelectorAll("a")].map((link) => link.getAttribute("href"))}`) return;
    list.replaceChildren(
      ...pages.map((page, n) => {
        const link = Object.assign(frame.document.createElement("a"), { href: links[n] });
        link.textContent = frame.part(page, "h-").textContent;
        const item = frame.document.createElement("li");
        item.append(link);
        return item;
      }),
    );
  }
}

/**
 * @param {Document} document
 * @param {string[]} activities The ids of activities.
 */
function pagesOf(document, activities) {
  const found = document.querySelectorAll(activities.map((id) => `[data-sk-activity="${id}"]`).join() || "none");
  return new Set([...found].map((one) => one.closest("[data-sk-page]")?.getAttribute("data-sk-page")));
}
