/** A statement that is true or not. An answer is `t` or `f`. */

import { ask } from "#parts/question/ask.js";
import { entry } from "#parts/question/options.js";

/** @param {string} answer */
const response = (answer) => [answer === "t" ? "true" : "false"];

/** @type {import("../../player/behaviour.js").Behaviour} */
export const behaviour = {
  kind: "true-false",

  score: (answer, [right]) => Number(response(answer)[0] === right),

  response,

  fits: (_, answer) => answer === "t" || answer === "f",

  entry,

  attach(element, services) {
    const inputs = [...element.querySelectorAll("input")];
    const marks = /** @type {NodeListOf<HTMLElement>} */ (element.querySelectorAll("[data-sk-of]"));
    ask(element, services, {
      read: () => inputs.find((input) => input.checked)?.value || "",
      write(answer) {
        for (const input of inputs) input.checked = input.value === answer;
      },
      mark(answer) {
        for (const mark of marks) mark.hidden = mark.dataset["skOf"] !== answer;
      },
      named: (answer) => [answer],
      first: () => inputs.find((input) => input.checked) || inputs[0],
    });
  },
};
