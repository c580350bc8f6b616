/** A question with options, of which one or several can be chosen. */

import { ask } from "#parts/question/ask.js";
import { entry, fits, score } from "#parts/question/options.js";

/** @type {import("../../player/behaviour.js").Behaviour} */
export const behaviour = {
  kind: "choice",

  score,

  response: (answer) => [...answer],

  fits,

  entry,

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
