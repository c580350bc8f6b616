/**
 * Places on a picture, to choose from or to open. Below the picture stands a list of the same places; what is done
 * at one is done at the other.
 *
 * An answer to a question is the ids of the places chosen. While exploring it is the ids of the places opened, with
 * `-` after them until these were all.
 */

import { ask } from "#parts/question/ask.js";
import { distinct, fits, score } from "#parts/question/options.js";

const MORE = "-";

/** @typedef {import("../../player/behaviour.js").Services} Services */

/**
 * @param {HTMLElement} element
 * @returns {HTMLElement[]}
 */
const spots = (element) => [.../** @type {NodeListOf<HTMLElement>} */ (element.querySelectorAll("[data-sk-spot]"))];

/** @param {HTMLElement} spot */
const idOf = ({ dataset }) => dataset["skSpot"] || "";

/**
 * A small place at the edge is drawn as large as a finger: all of that stays on the picture too.
 *
 * @param {string} middle
 */
const within = (middle) => `clamp(1.375rem, ${middle}, 100% - 1.375rem)`;

/** @type {import("../../player/behaviour.js").Behaviour & { done(answer: string): boolean }} */
export const behaviour = {
  kind: "hotspot",

  score,

  response: (answer) => [...answer],

  done: (answer) => !answer.endsWith(MORE),

  fits(element, answer) {
    if (element.querySelectorAll("input").length) return fits(element, answer);
    const [opened, known] = [[...answer.replace(MORE, "")], spots(element).map(idOf)];
    return distinct(opened) && opened.every((id) => known.includes(id));
  },

  entry(element) {
    const question = /** @type {HTMLElement} */ (element.querySelector(".sk-question")).innerText.trim();
    const labels = /** @type {NodeListOf<HTMLElement>} */ (element.querySelectorAll(":checked + label [data-sk-label]"));
    return labels.length ? { question, answer: [...labels].map(({ innerText }) => innerText) } : null;
  },

  attach(element, services) {
    for (const { dataset, style } of spots(element)) {
      const [left = "", top = "", width = "", height = ""] = (dataset["skAt"] || "").split(" ");
      Object.assign(style, { left: within(left), top: within(top), width, height });
    }
    if (element.querySelector("fieldset")) attachQuestion(element, services);
    else attachExploring(element, services);
  },
};

/**
 * @param {HTMLElement} element
 * @param {Services} services
 */
function attachQuestion(element, services) {
  const inputs = [...element.querySelectorAll("input")];
  const marks = /** @type {NodeListOf<HTMLElement>} */ (element.querySelectorAll("[data-sk-of]"));
  const pairs = spots(element).map((spot) => ({ spot, input: inputs.find(({ value }) => value === idOf(spot)) }));

  const show = () => {
    for (const { spot, input } of pairs) spot.setAttribute("aria-pressed", String(input?.checked));
  };
  for (const { spot, input } of pairs) spot.addEventListener("click", () => input?.click());
  element.addEventListener("change", show);
  ask(element, services, {
    read: () => inputs.filter((input) => input.checked).map((input) => input.value).join(""),
    write(answer) {
      for (const input of inputs) input.checked = answer !== null && answer.includes(input.value);
      show();
    },
    mark(answer) {
      for (const mark of marks) mark.hidden = !(answer || "").includes(mark.dataset["skOf"] || MORE);
      for (const { spot } of pairs) {
        const judged = services.correct && answer?.includes(idOf(spot));
        spot.dataset["skIs"] = judged ? (services.correct?.includes(idOf(spot)) ? "right" : "wrong") : "";
      }
    },
    named: (answer) => [...answer],
    first: () => inputs.find((input) => input.checked) || inputs[0],
  });
}

/**
 * @param {HTMLElement} element
 * @param {Services} services
 */
function attachExploring(element, { answer, record, say }) {
  const count = /** @type {HTMLElement} */ (element.querySelector("[data-sk-count]"));
  const after = /** @type {HTMLElement | null} */ (element.querySelector("[data-sk-feedback]"));
  const all = spots(element);
  const opened = new Set(answer === null ? "" : answer.replace(MORE, ""));
  // What was whole in an older build stays so, even if places were added since.
  let whole = answer !== null && behaviour.done(answer);

  const show = () => {
    for (const spot of all) {
      const seen = opened.has(idOf(spot));
      spot.dataset["skIs"] = seen ? "seen" : "";
      /** @type {HTMLElement} */ (placeOf(spot).querySelector(".sk-seen")).hidden = !seen;
    }
    const text = (count.dataset["skCount"] || "").replace("{n}", `${opened.size}`);
    count.textContent = text.replace("{total}", `${all.length}`);
    count.classList.toggle("sk-right", opened.size === all.length);
    if (after) after.hidden = !whole;
  };
  /** @param {HTMLElement} spot */
  const placeOf = (spot) =>
    /** @type {HTMLDetailsElement} */ (element.querySelector(`[data-sk-place="${idOf(spot)}"]`));

  for (const spot of all) {
    const place = placeOf(spot);
    spot.addEventListener("click", () => {
      place.open = !place.open;
      if (!place.open) return;
      place.querySelector("summary")?.focus({ preventScroll: true });
      place.scrollIntoView({ block: "nearest" });
    });
    const look = () => {
      spot.setAttribute("aria-expanded", String(place.open));
      if (!("skTouched" in place.dataset) || opened.has(idOf(spot))) return;
      opened.add(idOf(spot));
      const last = opened.size === all.length;
      whole ||= last;
      show();
      if (last) say([count, after].map((part) => part?.innerText || "").join(" "));
      record(all.map(idOf).filter((id) => opened.has(id)).join("") + (whole ? "" : MORE));
    };
    place.addEventListener("toggle", look);
    // It may have been opened before this runs, and closed again by the next.
    look();
  }
  show();
}
