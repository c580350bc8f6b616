/** A question with options, of which one or several can be chosen. */

import { ask } from "#parts/question/ask.js";

/** @type {import("../../player/main.js").Behaviour} */
export const behaviour = {
  kind: "choice",

  /** Each right option chosen is a hit, each other one a miss that takes a hit away; an answer is its option ids. */
  score(answer, correct) {
    const hits = [...answer].filter((option) => correct.includes(option)).length;
    return Math.max(0, (hits - (answer.length - hits)) / correct.length);
  },

  response: (answer) => [...answer],

  fits: (element, answer) => [...answer].every((option) => element.querySelector(`input[value="${option}"]`)),

  attach(element, services) {
    const inputs = [...element.querySelectorAll("input")];
    const marks = /** @type {NodeListOf<HTMLElement>} */ (element.querySelectorAll("[data-sk-of]"));
    ask(element, services, {
      read: () => inputs.filter((input) => input.checked).map((input) => input.value).join(""),
      write(answer) {
        for (const input of inputs) input.checked = answer !== null && answer.includes(input.value);
      },
      mark(answer) {
        for (const mark of marks) mark.hidden = !(answer || "").includes(mark.dataset["skOf"] || "-");
      },
      named: (answer) => [...answer],
      first: () => inputs.find((input) => input.checked) || inputs[0],
    });
  },
};
