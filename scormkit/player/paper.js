/** What comes on paper: the whole module, or one part of it alone. */

// How long a browser may take to begin: Safari does so a while after it was asked.
const PATIENCE = 1000;

/** Whether the browser has printing at all: the views in which some apps show pages have not. */
export const canPrint = () => typeof window.print === "function";

/**
 * Print one part of the document alone: an activity, or a page. Without one, print all pages of the module.
 *
 * @param {HTMLElement} [part]
 * @returns {Promise<boolean>} Whether it was begun. A frame whose sandbox allows no modals, and many an app, ignore that
 * they are asked; then no `beforeprint` comes (HTML, 8.8.2 Printing).
 */
export function toPaper(part) {
  if (!canPrint()) return Promise.resolve(false);
  const root = document.documentElement;
  const over = () => {
    delete root.dataset["skPrint"];
    for (const each of document.querySelectorAll("[data-sk-printed]")) each.removeAttribute("data-sk-printed");
  };
  // What was asked for before, and never came to an end, is not printed along.
  over();
  if (part) {
    root.dataset["skPrint"] = "one";
    part.dataset["skPrinted"] = "";
  }
  addEventListener("afterprint", over, { once: true });
  return new Promise((resolve) => {
    addEventListener("beforeprint", () => resolve(true), { once: true });
    window.print();
    setTimeout(() => resolve(false), PATIENCE);
  });
}

/**
 * Offer the page at hand and the whole module for paper, in the menu: in an LMS's frame the browser's own way prints what
 * is around it.
 *
 * @param {import("./frame.js").Frame} frame
 */
export function offerPaper(frame) {
  const [offer, unable] = [frame.part("print"), frame.part("unable")];
  offer.hidden = !canPrint();
  for (const button of offer.querySelectorAll("button")) {
    button.addEventListener("click", async () => {
      const all = button.dataset["skPaper"] === "all";
      unable.hidden = await toPaper(all ? undefined : frame.part(frame.page, "p-"));
      if (!unable.hidden) frame.say(unable.innerText);
    });
  }
}
