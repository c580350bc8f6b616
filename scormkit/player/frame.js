/**
 * What stands around the activities: pages one at a time, navigation, menu, progress, and what is said and shown.
 *
 * All that it shows or says stands in the page already, put there by `unit.html` in the course's language.
 */

export class Frame {
  /** @param {Document} document */
  constructor(document) {
    this.document = document;
    this.title = document.title;
    this.menu = /** @type {HTMLDetailsElement} */ (this.part("menu"));
    /** The pages, as the menu names them; and those that have to be seen. */
    const marks = /** @type {NodeListOf<HTMLElement>} */ (this.menu.querySelectorAll("[data-sk-mark]"));
    this.pages = [...marks].map(pageOf);
    this.needed = [...marks].filter(({ dataset }) => dataset["skRequired"] !== undefined).map(pageOf);
    this.page = "";
    /** What was said last of saving, so that it is said once. */
    this.saved = true;
    /** @type {HTMLElement | null} Where it says that the LMS has ended the session. */
    this.over = null;
    document.documentElement.dataset["skOn"] = "";
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
   * Whether a page is there yet.
   *
   * @param {string} page
   */
  has(page) {
    return [...this.sections()].some(({ dataset }) => dataset["skPage"] === page);
  }

  /** The pages that are there: at first there may be but one. */
  sections() {
    return /** @type {NodeListOf<HTMLElement>} */ (this.document.querySelectorAll("[data-sk-page]"));
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
    const warning = Object.assign(this.document.createElement("p"), { textContent: this.word(name) });
    banner.append(warning);
    banner.hidden = false;
    this.say(this.word(name));
    return warning;
  }

  /**
   * Take back what need not worry the learner any more.
   *
   * @param {HTMLElement | null} warning
   */
  forget(warning) {
    warning?.remove();
    this.part("banner").hidden = !this.part("banner").children.length;
    return null;
  }

  /**
   * Show one page.
   *
   * @param {string} page
   * @param {boolean} turned Whether the learner turned to it, so that the reading goes on at its heading.
   */
  show(page, turned) {
    const instead = this.page;
    this.page = page;
    for (const id of ["progress", "turn"]) this.part(id).hidden = false;
    for (const section of this.sections()) section.hidden = section.dataset["skPage"] !== page;
    for (const link of this.menu.querySelectorAll("a")) {
      if (link.hash === `#p-${page}`) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
    const at = this.pages.indexOf(page);
    for (const [name, target] of [["previous", this.pages[at - 1]], ["next", this.pages[at + 1]]]) {
      const link = /** @type {HTMLAnchorElement} */ (this.part(`${name}`));
      link.hidden = !target;
      if (target) link.href = `#p-${target}`;
    }
    const where = this.word("page_of", { n: at + 1, total: this.pages.length });
    this.part("where").textContent = where;
    /** @type {HTMLProgressElement} */ (this.part("bar")).value = at + 1;
    this.menu.open = false;
    const heading = this.part(page, "h-");
    this.document.title = `${heading.textContent} – ${this.title}`;
    if (!instead) return;
    scrollTo(0, 0);
    // The focus then scrolls further where the LMS's page, and not this frame, is what scrolls.
    if (turned) heading.focus();
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
    // While it is tried again it is not kept yet.
    if (failing === this.saved && (failing || kept === "kept")) {
      this.saved = !failing;
      this.say(this.word(failing ? "status_failing" : "status_again"));
    }
    if (failing && attempt.connector.over?.()) this.over ||= this.warn("session_over");
    else if (this.saved) this.over = this.forget(this.over);
  }

  /** Show that the session is over: nothing can be kept from here on. */
  end() {
    for (const id of ["main", "footer", "progress", "menu"]) this.part(id).hidden = true;
    this.part("end").hidden = false;
    this.part("ended").focus();
  }
}

/** @param {HTMLElement} mark */
function pageOf({ dataset }) {
  return dataset["skMark"] || "";
}
