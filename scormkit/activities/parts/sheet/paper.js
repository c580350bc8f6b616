/** A sheet on paper or in a file: what the learner takes along. */

// How long a browser may take to begin: Safari does so a while after it was asked.
const PATIENCE = 1000;

/** Whether the browser has printing at all: the views in which some apps show pages have not. */
export const canPrint = () => typeof window.print === "function";

/**
 * Print one part of the document alone: an activity, or a page.
 *
 * @param {HTMLElement} element
 * @returns {Promise<boolean>} Whether it was begun. A frame whose sandbox allows no modals, and many an app, ignore that
 * they are asked; then no `beforeprint` comes (HTML, 8.8.2 Printing).
 */
export function printAlone(element) {
  if (!canPrint()) return Promise.resolve(false);
  const root = document.documentElement;
  const over = () => {
    delete root.dataset["skPrint"];
    for (const each of document.querySelectorAll("[data-sk-printed]")) each.removeAttribute("data-sk-printed");
  };
  // What was asked for before, and never came to an end, is not printed along.
  over();
  root.dataset["skPrint"] = "one";
  element.dataset["skPrinted"] = "";
  addEventListener("afterprint", over, { once: true });
  return new Promise((resolve) => {
    addEventListener("beforeprint", () => resolve(true), { once: true });
    window.print();
    setTimeout(() => resolve(false), PATIENCE);
  });
}

/**
 * @param {string} name
 * @param {string} text
 * @param {string} [type]
 */
export function download(name, text, type = "text/plain") {
  const href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  Object.assign(document.createElement("a"), { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 1000);
}
