/** A sheet on paper or in a file: what the learner takes along. */

/**
 * Print one activity alone.
 *
 * @param {HTMLElement} element
 */
export function printAlone(element) {
  const root = document.documentElement;
  root.dataset["skPrint"] = "one";
  element.dataset["skPrinted"] = "";
  const over = () => {
    delete root.dataset["skPrint"];
    delete element.dataset["skPrinted"];
  };
  addEventListener("afterprint", over, { once: true });
  print();
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
