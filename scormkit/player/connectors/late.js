/** The way to an LRS takes more code than a first page should wait for: so it comes in a script of its own. */

import { add, surely } from "../rest.js";

/** @typedef {import("../contract.js").Connector} Connector */

const SCRIPT = "connector.js";

/**
 * @param {Window} window
 * @returns {Promise<Connector>}
 */
export async function connect(window) {
  const { document } = window;
  const opening = /** @type {HTMLElement} */ (document.querySelector("#sk-status span"));
  opening.hidden = false;
  const own = /** @type {HTMLScriptElement} */ (document.currentScript).src;
  await surely(() => add(document, "script", { src: new URL(SCRIPT, own).href }), () => {});
  return /** @type {any} */ (window)["scormkit"].connect(window);
}
