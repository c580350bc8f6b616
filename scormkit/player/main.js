/**
 * The player: opens the attempt, shows the first page, and then brings in all that a module has beside it.
 */

import { Attempt } from "./attempt.js";
import { Frame } from "./frame.js";
import { add, addPages, surely } from "./rest.js";

/** @typedef {import("./contract.js").Connector} Connector */

/**
 * What those that come later work with.
 *
 * @typedef {object} Player
 * @property {Attempt} attempt
 * @property {Connector} connector
 * @property {Frame} frame
 * @property {Promise<void>} whole Until all pages are there.
 * @property {() => void} shown Called whenever something has changed that may show.
 */

/**
 * @param {(window: Window) => Connector | Promise<Connector>} connect
 * @param {string[]} later The script and the style sheet that come later, as seen from the player's own.
 * @returns {Promise<Player>}
 */
export async function start(connect, [script = "", style = ""]) {
  const { skWhole, skUnit: id = "", skPassing: passing, skFails: fails } = document.body.dataset;
  // A browser fetches nothing from beside a page that is opened from disk.
  if (skWhole && location.protocol === "file:") {
    location.replace(`${skWhole}${location.search}${location.hash}`);
    // Nothing begins here that would have to end at once.
    await new Promise(() => {});
  }
  const own = /** @type {HTMLScriptElement} */ (document.currentScript).src;
  const frame = new Frame(document);
  const { pages, needed } = frame;
  /** @type {Attempt | null} None until the LMS has said what there is; the page can be read all the same. */
  let attempt = null;
  let complete = false;
  /** @type {string[]} The pages that the learner turned away from or wrote on until all was there. */
  const used = [];
  const use = () => {
    if (!frame.page || (attempt && complete)) return;
    used.push(frame.page);
    attempt?.visit(frame.page);
  };
  /** @type {HTMLElement | null} */
  let told = null;
  const lacking = () => (told ||= frame.warn("no_pages"));

  async function bringIn() {
    /** @param {string} name */
    const beside = (name) => new URL(name, own).href;
    const awake = surely(() => add(document, "script", { src: beside(script) }), lacking);
    await Promise.all([
      surely(() => addPages(document), lacking),
      skWhole && surely(() => add(document, "link", { rel: "stylesheet", href: beside(style) }), lacking),
    ]);
    // Whoever is on a page by now stays there, unless another was asked for.
    if (frame.page !== wanted() && (pageAt() || !used.length)) turn(pageAt() !== "");
    complete = true;
    void awake.then(() => frame.forget(told));
  }

  /**
   * The page that is to be shown: the one that was asked for, where the learner began to do something, or what the
   * LMS says.
   */
  const wanted = () =>
    pageAt() || pages.find((each) => location.hash === `#p-${each}`) || used[0] || attempt?.start || pages[0] || "";

  /** @param {boolean} turned */
  const turn = (turned) => {
    const target = document.getElementById(location.hash.slice(1));
    const named = pageAt();
    const section = target?.closest("[data-sk-page]");
    if (turned && location.hash) {
      // Whoever asks for more than is there yet is told, and led there once it is.
      if (!target && !complete) return lacking().scrollIntoView();
      // What lies on the page that is shown is left to the browser, and so is what lies on none.
      if (!named || (named === frame.page && target !== section)) return;
    }
    const page = wanted();
    if (!frame.has(page)) return;
    if (turned) use();
    if (!turned && page === frame.page) return attempt?.visit(page);
    frame.show(page, turned);
    attempt?.visit(page);
    if (!target || target === section) return;
    target.tabIndex = -1;
    target.focus();
  };
  // What is filled in or folded out before its activity is awake is not put back by a browser, but the learner's own.
  for (const sign of ["input", "play", "toggle"]) {
    addEventListener(sign, ({ target }) => {
      if (sign !== "toggle") use();
      /** @type {HTMLElement} */ (target).dataset["skTouched"] = sign;
    }, true);
  }
  addEventListener("hashchange", () => turn(true));
  turn(false);
  const whole = loaded().then(bringIn);

  const connector = await connect(window);
  const unit = { id, pages, needed, passing: passing ? Number(passing) : null, fails: fails !== undefined };
  const clock = {
    now: Date.now,
    /** @type {import("./contract.js").Clock["after"]} */
    after(milliseconds, job) {
      const timer = setTimeout(job, milliseconds);
      return () => clearTimeout(timer);
    },
  };
  const found = (attempt = new Attempt(unit, connector, await connector.open(), clock, () => {
    frame.update(found);
    player.shown();
  }));
  /** @type {Player} */
  const player = { attempt: found, connector, frame, whole, shown: () => {} };
  attempt.begin();
  if (connector.host === "missing") frame.warn("no_lms");
  if (attempt.damaged) frame.warn("damaged");
  // Who has begun to do something is not taken away from it, nor once the other pages come.
  if (used.length) used.push(frame.page);
  else turn(false);
  for (const page of used) attempt.visit(page);

  for (const sign of ["keydown", "pointerdown", "pointermove", "scroll", "timeupdate"]) {
    addEventListener(sign, () => attempt.here(), true);
  }
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) attempt.flush();
  });
  // Not `unload`: browsers skip it on phones and begin to block it in LMSs. A page that comes back from the
  // browser's memory comes back to a session that is over, so it begins a new one.
  addEventListener("pagehide", () => attempt.finish());
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) location.reload();
  });
  frame.part("exit").hidden = connector.host !== "lms";
  for (const way of /** @type {const} */ (["exit", "proceed"])) {
    const button = /** @type {HTMLButtonElement} */ (frame.part(way));
    button.addEventListener("click", async () => {
      button.disabled = true;
      if (await attempt.exit(way)) frame.end();
      else frame.say(frame.word("status_failing"));
      button.disabled = false;
    });
  }
  return player;
}

/** Until the first page is there with all that it shows: what comes later should not hold it up. */
function loaded() {
  return new Promise((done) => {
    if (document.readyState === "complete") done(undefined);
    else addEventListener("load", done);
  });
}

/** The page that has what the address leads to. */
function pageAt() {
  const section = document.getElementById(location.hash.slice(1))?.closest("[data-sk-page]");
  return section?.getAttribute("data-sk-page") || "";
}
