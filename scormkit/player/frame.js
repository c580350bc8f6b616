/**
 * What stands around the activities: pages one at a time, navigation, menu, progress, and what is said and shown.
 *
 * All that it shows or says stands in the page already, put there by `unit.html` in the course's language.
 */

import { improvable, unseenPages } from "./unit.js";

export class Frame {
  /** @param {Document} document */
  constructor(document) {
    this.document = document;
    this.title = document.title;
    this.pages = [...document.querySelectorAll("[data-sk-page]")].map((page) => page.getAttribute("data-sk-page") || "");
    this.page = "";
    /** What was said last of saving and of the outcome; so that each is said once. */
    this.saved = true;
    this.outcome = "";
    this.menu = /** @type {HTMLDetailsElement} */ (this.part("menu"));
    this.menu.addEventListener("keydown", ({ key }) => {
      if (key !== "Escape" || !this.menu.open) return;
      this.menu.open = false;
      this.menu.querySelector("summary")?.focus();
    });
    document.documentElement.dataset["skOn"] = "";
    for (const id of ["progress", "turn"]) this.part(id).hidden = false;
  }

  /**
   * A part of the page that the frame works with.
   *
   * @param {string} name
   * @param {string} [before] What its id begins with.
   */
  part(name, before = "sk-") {
    return /** @type {HTMLElement} */ (this.document.getElementById(before + name));
  }

  /**
   * A text of the page's own language, its placeholders filled in.
   *
   * @param {string} name
   * @param {Record<string, number>} [values]
   */
  word(name, values = {}) {
    const text = this.document.querySelector(`[data-sk-word="${name}"]`)?.textContent || "";
    return text.replace(/\{(\w+)\}/g, (_, key) => String(values[key]));
  }

  /**
   * Say something to those who hear the page.
   *
   * @param {string} text
   */
  say(text) {
    const live = this.part("live");
    // Additions are read out, also where the same text comes twice; what was read makes room.
    live.append(Object.assign(this.document.createElement("p"), { textContent: text }));
    if (live.children.length > 3) live.firstElementChild?.remove();
  }

  /**
   * Say and show something that the learner should not miss.
   *
   * @param {string} name
   */
  warn(name) {
    const banner = this.part("banner");
    banner.append(Object.assign(this.document.createElement("p"), { textContent: this.word(name) }));
    banner.hidden = false;
    this.say(this.word(name));
  }

  /**
   * Show one page.
   *
   * @param {string} page
   * @param {boolean} turned Whether the learner turned to it, so that the reading goes on at its heading.
   */
  show(page, turned) {
    this.page = page;
    for (const id of this.pages) {
      this.part(id, "p-").hidden = id !== page;
    }
    for (const link of this.menu.querySelectorAll("a")) {
      if (link.getAttribute("href") === `#p-${page}`) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
    const at = this.pages.indexOf(page);
    for (const [name, target] of [["previous", this.pages[at - 1]], ["next", this.pages[at + 1]]]) {
      const link = this.part(`${name}`);
      link.hidden = !target;
      if (target) link.setAttribute("href", `#p-${target}`);
    }
    const where = this.word("page_of", { n: at + 1, total: this.pages.length });
    this.part("where").textContent = where;
    /** @type {HTMLProgressElement} */ (this.part("bar")).value = at + 1;
    this.menu.open = false;
    const heading = this.part(page, "h-");
    this.document.title = `${heading.textContent} – ${this.title}`;
    if (!turned) return;
    // The focus then scrolls further where the LMS's page, and not this frame, is what scrolls.
    this.document.defaultView?.scrollTo(0, 0);
    heading.focus();
    this.say(where);
  }

  /**
   * Show how things stand.
   *
   * @param {import("./attempt.js").Attempt} attempt
   */
  update(attempt) {
    const { host } = attempt.connector;
    this.part("proceed").hidden = !attempt.next;
    const failing = attempt.saving === "failing";
    const kept = host === "lms" ? (attempt.writable ? attempt.saving : "review") : "unkept";
    this.part("status").textContent = this.word(`status_${kept}`);
    this.part("status").dataset["skSaving"] = kept;
    if (failing === this.saved) this.say(this.word(failing ? "status_failing" : "status_again"));
    this.saved = !failing;

    const undone = this.pagesOf(attempt.open);
    for (const mark of this.menu.querySelectorAll("[data-sk-mark]")) {
      const page = mark.getAttribute("data-sk-mark") || "";
      const seen = attempt.state.seen.includes(page);
      const name = !seen ? "unseen" : undone.has(page) ? "open" : "done";
      mark.textContent = this.word(`mark_${name}`);
      mark.setAttribute("data-sk-is", name);
    }
    const unseen = unseenPages(attempt.unit, attempt.state);
    this.conclude(attempt, this.pages.filter((page) => undone.has(page) || unseen.includes(page)));
  }

  /**
   * @private
   * @param {string[]} activities The ids of activities.
   */
  pagesOf(activities) {
    const found = this.document.querySelectorAll(activities.map((id) => `[data-sk-activity="${id}"]`).join() || "none");
    return new Set([...found].map((one) => one.closest("[data-sk-page]")?.getAttribute("data-sk-page")));
  }

  /**
   * Say how the module stands as a whole: on its last page, and wherever it comes to an end.
   *
   * @private
   * @param {import("./attempt.js").Attempt} attempt
   * @param {string[]} undone The pages where something is yet to be seen or done.
   */
  conclude({ status, unit, score, state }, undone) {
    const ended = status === "passed" || status === "completed";
    const outcome = ended ? status : undone.length ? "open" : "retry";
    const better = outcome === "retry" ? this.pagesOf(improvable(unit, state.answers)) : new Set();
    const todo = ended ? [] : [...undone, ...this.pages.filter((page) => better.has(page))];
    const values = { score: Math.floor(score || 0), passing: unit.passing || 0 };
    const text = this.word(`outcome_${outcome}${ended && score === null ? "_unscored" : ""}`, values);
    const panel = this.part("outcome");
    panel.hidden = this.page !== this.pages[this.pages.length - 1] && outcome === "open";
    panel.dataset["skIs"] = outcome;
    this.part("verdict").textContent = text;
    this.list(todo);
    if (this.outcome && outcome !== this.outcome && outcome !== "open") this.say(text);
    this.outcome = outcome;
  }

  /**
   * List the pages where there is something to do. Links that stay are not touched: one may have the focus, or be under
   * a finger.
   *
   * @private
   * @param {string[]} pages
   */
  list(pages) {
    const list = this.part("todo");
    const links = pages.map((page) => `#p-${page}`);
    if (`${links}` === `${[...list.querySelectorAll("a")].map((link) => link.getAttribute("href"))}`) return;
    list.replaceChildren(
      ...pages.map((page, n) => {
        const link = Object.assign(this.document.createElement("a"), { href: links[n] });
        link.textContent = this.part(page, "h-").textContent;
        const item = this.document.createElement("li");
        item.append(link);
        return item;
      }),
    );
  }

  /** Show that the session is over: nothing can be kept from here on. */
  end() {
    for (const id of ["main", "footer", "progress", "menu"]) this.part(id).hidden = true;
    this.part("end").hidden = false;
    this.part("ended").focus();
  }
}
