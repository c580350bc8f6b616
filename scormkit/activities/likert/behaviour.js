/**
 * A place on a scale. An answer is the id of a point such as `4`; with several statements, the id of each and then that
 * of its point, such as `a4b2`.
 */

import { ask } from "#parts/question/ask.js";
import { distinct } from "#parts/question/options.js";

/** @param {string} answer */
const pairs = (answer) => (answer.length > 1 ? answer.match(/../g) || [] : answer ? [answer] : []);

/**
 * @param {HTMLElement} element
 * @returns {NodeListOf<HTMLElement>}
 */
const rows = (element) => element.querySelectorAll("[data-sk-row]");

/** @param {Element} row */
const chosen = (row) => /** @type {HTMLInputElement | null} */ (row.querySelector("input:checked"));

/** @param {Element | null} input */
const labelOf = (input) => input?.nextElementSibling?.textContent?.trim() || "";

/** @type {import("../../player/behaviour.js").Behaviour} */
export const behaviour = {
  kind: "likert",

  response: (answer) => pairs(answer).map((pair) => [...pair].join(".")),

  fits(element, answer) {
    const given = pairs(answer);
    const there = given.every((pair) =>
      element.querySelector(`[data-sk-row="${pair.slice(0, -1)}"] [value="${pair.slice(-1)}"]`),
    );
    return there && given.join("") === answer && distinct(given.map((pair) => pair.slice(0, -1)));
  },

  entry(element) {
    const question = /** @type {HTMLElement} */ (element.querySelector(".sk-question")).innerText.trim();
    const answer = [...rows(element)].flatMap((row) => {
      const statement = row.querySelector(".sk-statement")?.textContent;
      const input = chosen(row);
      return input ? [[...(statement ? [statement] : []), labelOf(input)].join(" → ")] : [];
    });
    return answer.length ? { question, answer } : null;
  },

  attach(element, services) {
    const all = [...rows(element)];
    ask(element, services, {
      read: () => (all.every(chosen) ? all.map((row) => row.dataset["skRow"] + (chosen(row)?.value || "")).join("") : ""),
      write(answer) {
        const given = pairs(answer || "");
        for (const row of all) {
          for (const input of row.querySelectorAll("input")) {
            input.checked = given.includes(row.dataset["skRow"] + input.value);
          }
        }
      },
      mark() {
        for (const mine of element.querySelectorAll("[data-sk-mine]")) {
          const of = mine.closest("[data-sk-of]")?.getAttribute("data-sk-of");
          const row = all.find(({ dataset }) => dataset["skRow"] === of);
          const input = row ? chosen(row) : null;
          const at = input && mine.querySelector(`[data-sk-at="${input.value}"]`);
          if (!at) continue;
          mine.querySelector(".sk-there")?.setAttribute("cx", at.getAttribute("cx") || "");
          /** @type {HTMLElement} */ (mine.querySelector("[data-sk-stands]")).textContent = at.getAttribute("data-sk-said");
        }
      },
      first() {
        const row = all.find((one) => !chosen(one)) || all[0];
        return row && (chosen(row) || row.querySelector("input"));
      },
    });
  },
};
