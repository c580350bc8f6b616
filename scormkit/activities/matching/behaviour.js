/** Items that each belong to a target. An answer is a row of pairs, each an item's id and then its target's. */

import { ask } from "#parts/question/ask.js";
import { distinct } from "#parts/question/options.js";

/** @param {string} answer */
const pairs = (answer) => answer.match(/../g) || [];

/**
 * @param {HTMLElement} element
 * @returns {NodeListOf<HTMLSelectElement>}
 */
const choices = (element) => element.querySelectorAll("[data-sk-item]");

/** @param {HTMLSelectElement} select */
const pair = ({ dataset, value }) => `${dataset["skItem"]}${value}`;

/** @type {import("../../player/behaviour.js").Behaviour & { response(answer: string): string[] }} */
export const behaviour = {
  kind: "matching",

  /** Each item at its target is an equal share. */
  score(answer, correct) {
    return behaviour.response(answer).filter((each) => correct.includes(each)).length / correct.length;
  },

  response: (answer) => pairs(answer).map(([item, target]) => `${item}.${target}`),

  fits(element, answer) {
    const known = [...choices(element)].flatMap(({ dataset, options }) =>
      [...options].map(({ value }) => `${dataset["skItem"]}${value}`),
    );
    const given = pairs(answer);
    const once = distinct(given.map(([item = ""]) => item));
    return answer.length % 2 === 0 && once && given.every((each) => known.includes(each));
  },

  entry(element) {
    const question = /** @type {HTMLElement} */ (element.querySelector(".sk-question")).innerText.trim();
    const chosen = [...choices(element)].filter(({ value }) => value);
    const answer = chosen.map(({ labels, selectedOptions }) => `${labels[0]?.innerText} → ${selectedOptions[0]?.text}`);
    return answer.length ? { question, answer } : null;
  },

  attach(element, services) {
    const selects = [...choices(element)];

    const show = () => {
      for (const select of selects) {
        const shown = /** @type {HTMLElement} */ (select.nextElementSibling);
        shown.textContent = select.selectedOptions[0]?.text || "";
        shown.classList.toggle("sk-picked", select.value !== "");
      }
    };
    element.addEventListener("change", show);
    ask(element, services, {
      read: () => (selects.every(({ value }) => value) ? selects.map(pair).join("") : ""),
      write(answer) {
        const given = pairs(answer || "");
        for (const select of selects) {
          select.value = given.find(([item]) => item === select.dataset["skItem"])?.[1] || "";
        }
        show();
      },
      mark(answer) {
        const given = behaviour.response(answer || "");
        for (const select of selects) {
          const right = services.correct?.includes(`${select.dataset["skItem"]}.${select.value}`);
          const item = /** @type {HTMLElement} */ (select.closest("li"));
          for (const mark of /** @type {NodeListOf<HTMLElement>} */ (item.querySelectorAll("[data-sk-mark]"))) {
            mark.hidden = !given.length || (mark.dataset["skMark"] === "right") !== right;
          }
        }
      },
      named: (answer) => pairs(answer).map(([item]) => item || ""),
      first: () => selects.find(({ value }) => !value) || selects[0],
    });
  },
};
