/** One moment through several pairs of eyes: shows the view of one person at a time. */

/** @type {import("../../player/behaviour.js").Behaviour} */
export const behaviour = {
  kind: "perspectives",

  attach(element, { say }) {
    const buttons = /** @type {NodeListOf<HTMLElement>} */ (element.querySelectorAll("[data-sk-eye]"));
    const views = /** @type {NodeListOf<HTMLElement>} */ (element.querySelectorAll("[data-sk-view]"));
    const eyes = /** @type {HTMLElement} */ (element.querySelector("[data-sk-eyes]"));

    /** @param {string} id */
    const show = (id) => {
      for (const view of views) view.hidden = view.id !== id;
      for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset["skEye"] === id));
    };
    eyes.addEventListener("click", ({ target }) => {
      const button = /** @type {HTMLElement} */ (target).closest("button");
      const id = button?.dataset["skEye"];
      if (!id) return;
      show(id);
      say(document.getElementById(id)?.innerText || "");
    });
    // Paper shows every view.
    addEventListener("beforeprint", () => {
      for (const view of views) view.hidden = false;
    });
    addEventListener("afterprint", () => {
      show([...buttons].find((button) => button.getAttribute("aria-pressed") === "true")?.dataset["skEye"] || "");
    });
    eyes.hidden = false;
    show(views[0]?.id || "");
  },
};
