/** Items to be put in order. An answer is their ids, from first to last. */

import { ask } from "#parts/question/ask.js";

/**
 * The most items of an answer that already follow each other rightly: a longest increasing subsequence. All others
 * belong elsewhere, between these.
 *
 * @param {string} answer
 * @param {string[]} correct
 */
export function inLine(answer, correct) {
  let longest = "";
  /** The longest row that ends with each item so far. */
  /** @type {string[]} */
  const rows = [];
  for (const item of answer) {
    let before = "";
    for (const row of rows) {
      const follows = correct.indexOf(row.slice(-1)) < correct.indexOf(item);
      if (follows && row.length > before.length) before = row;
    }
    rows.push(before + item);
    if (before.length >= longest.length) longest = before + item;
  }
  return longest;
}

/**
 * @param {HTMLElement} element
 * @returns {NodeListOf<HTMLElement>}
 */
const items = (element) => element.querySelectorAll("[data-sk-item]");

/** @param {HTMLElement} element */
const read = (element) => [...items(element)].map(({ dataset }) => dataset["skItem"]).join("");

/** @param {HTMLElement} item */
const textOf = (item) => item.querySelector("[data-sk-text]")?.textContent || "";

/** @type {import("../../player/behaviour.js").Behaviour} */
export const behaviour = {
  kind: "ordering",

  /** Each item beyond the first that need not move is an equal share: 1 in order, 0 in the opposite order. */
  score: (answer, correct) => Math.max(0, inLine(answer, correct).length - 1) / (correct.length - 1),

  response: (answer) => [...answer],

  /** An order of other items than these is another order. */
  fits: (element, answer) => [...answer].sort().join("") === [...read(element)].sort().join(""),

  entry(element) {
    const question = /** @type {HTMLElement} */ (element.querySelector(".sk-question")).innerText.trim();
    if (!("skTouched" in element.dataset)) return null;
    return { question, answer: [...items(element)].map((item, n) => `${n + 1}. ${textOf(item)}`) };
  },

  attach(element, services) {
    const list = /** @type {HTMLElement} */ (element.querySelector("[data-sk-said]"));
    const options = /** @type {HTMLFieldSetElement} */ (element.querySelector("fieldset"));

    const show = () => {
      for (const item of items(list)) {
        const [up, down] = item.querySelectorAll("button");
        // Not disabled: that would take the focus away from the button that was pressed last.
        up?.setAttribute("aria-disabled", String(!item.previousElementSibling));
        down?.setAttribute("aria-disabled", String(!item.nextElementSibling));
      }
    };

    /**
     * Change places with a neighbour. The neighbour is what moves in the page, so that the item keeps focus and finger.
     *
     * @param {Element} item
     * @param {boolean} up
     */
    const move = (item, up) => {
      const neighbour = up ? item.previousElementSibling : item.nextElementSibling;
      if (!neighbour) return false;
      if (up) item.after(neighbour);
      else item.before(neighbour);
      show();
      return true;
    };

    /** @param {HTMLElement} item */
    const moved = (item) => {
      element.dataset["skTouched"] = "";
      options.dispatchEvent(new Event("input"));
      const all = [...items(list)];
      const said = (list.dataset["skSaid"] || "").replace("{n}", `${all.indexOf(item) + 1}`);
      services.say(`${textOf(item)}: ${said.replace("{total}", `${all.length}`)}`);
    };

    list.addEventListener("click", ({ target }) => {
      const button = /** @type {HTMLElement} */ (target).closest("button");
      const item = /** @type {HTMLElement | null} */ (button && button.closest("li"));
      if (item && move(item, button?.dataset["skMove"] === "up")) moved(item);
    });

    list.addEventListener("pointerdown", (event) => {
      const grip = /** @type {HTMLElement | null} */ (/** @type {HTMLElement} */ (event.target).closest("[data-sk-grip]"));
      const item = /** @type {HTMLElement | null} */ (grip && grip.closest("li"));
      if (!grip || !item || event.button || options.disabled) return;
      event.preventDefault();
      grip.setPointerCapture(event.pointerId);
      const before = read(list);
      let start = event.clientY;
      item.dataset["skDragged"] = "";

      /** @param {PointerEvent} now */
      const drag = ({ clientY }) => {
        for (;;) {
          const way = clientY - start;
          const next = /** @type {HTMLElement | null} */ (way < 0 ? item.previousElementSibling : item.nextElementSibling);
          if (!next) break;
          const up = next.offsetTop - item.offsetTop;
          const step = way < 0 ? up : up + next.offsetHeight - item.offsetHeight;
          // More than half, so that the way back is less than half: else the two would change places for ever.
          if (Math.abs(way) <= Math.abs(step) / 2) break;
          move(item, way < 0);
          start += step;
        }
        item.style.transform = `translateY(${clientY - start}px)`;
      };
      const drop = () => {
        grip.removeEventListener("pointermove", drag);
        item.style.transform = "";
        delete item.dataset["skDragged"];
        if (read(list) !== before) moved(item);
      };
      grip.addEventListener("pointermove", drag);
      grip.addEventListener("lostpointercapture", drop, { once: true });
    });

    ask(element, services, {
      // An order of one's own may well be the one that is shown; a right one never is.
      read: () => ("skTouched" in element.dataset || !services.correct ? read(list) : ""),
      write(answer) {
        const all = [...items(list)];
        for (const id of answer || "") list.append(...all.filter(({ dataset }) => dataset["skItem"] === id));
        show();
      },
      mark(answer) {
        // What was answered is the learner's own, also where nothing was moved.
        if (answer) element.dataset["skTouched"] = "";
        const staying = inLine(answer || "", services.correct || []);
        for (const mark of /** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll("[data-sk-mark]"))) {
          const id = mark.closest("li")?.dataset["skItem"] || "";
          const judged = staying === answer ? "right" : staying.includes(id) ? "stay" : "move";
          mark.hidden = !answer || mark.dataset["skMark"] !== judged;
        }
      },
      first: () => list.querySelector("button:not([aria-disabled='true'])"),
    });
  },
};
