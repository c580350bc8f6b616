/** An open question to oneself. What is typed stays where the author's `storage` says, and that is the page as a rule. */

import { fields } from "#parts/sheet/fields.js";
import { isDone } from "#parts/sheet/notes.js";
import { sheet } from "#parts/sheet/sheet.js";

/** @param {HTMLElement} element */
const question = (element) => /** @type {HTMLElement} */ (element.querySelector("[data-sk-question]")).innerText.trim();

/** @type {import("../../player/behaviour.js").Behaviour} */
export const behaviour = {
  kind: "reflection",
  done: isDone,

  entry(element) {
    const [text] = Object.values(fields(element).read());
    return text ? { question: question(element), answer: text.split("\n") } : null;
  },

  attach(element, services) {
    const others = /** @type {HTMLElement | null} */ (element.querySelector("[data-sk-others]"));
    const { read, write } = fields(element);
    sheet(element, services, {
      read,
      write,
      text: () => `${question(element)}\n\n${Object.values(read()).join()}\n`,
      finished() {
        if (others) others.hidden = false;
      },
    });
  },
};
