/** A button that prints the page it stands on, and says what to do where that cannot be. */

import { canPrint, toPaper } from "#player/paper.js";

/** @type {import("../../player/behaviour.js").Behaviour} */
export const behaviour = {
  kind: "print",

  attach(element, { say }) {
    /** @param {string} name */
    const find = (name) => /** @type {HTMLElement} */ (element.querySelector(`[data-sk-${name}]`));
    const [button, unable] = [find("print"), find("unable")];
    const page = /** @type {HTMLElement} */ (element.closest("[data-sk-page]"));
    button.hidden = !canPrint();
    unable.hidden = canPrint();
    button.addEventListener("click", async () => {
      unable.hidden = await toPaper(page);
      if (!unable.hidden) say(unable.innerText);
    });
  },
};
