/** A form that prints well, can be saved as a file, and be opened from it again. */

import { fields } from "#parts/sheet/fields.js";
import { isDone } from "#parts/sheet/notes.js";
import { download } from "#parts/sheet/download.js";
import { sheet } from "#parts/sheet/sheet.js";
import { read as readFile, write as writeFile } from "./file.js";

/**
 * @param {HTMLElement} element
 * @param {string} selector
 */
const text = (element, selector) => /** @type {HTMLElement | null} */ (element.querySelector(selector))?.innerText.trim();

/**
 * Each label with what was filled in under it, as a reader knows it; headings have nothing under them.
 *
 * @param {HTMLElement} element
 * @returns {[string, string | null][]}
 */
function rows(element) {
  const values = fields(element).read();
  const labels = /** @type {HTMLElement[]} */ ([...element.querySelectorAll("[data-sk-label]")]);
  return labels.map((label) => {
    const value = values[label.dataset["skLabel"] || ""] || "";
    const option = value && text(element, `[data-sk-field="${label.dataset["skLabel"]}"] [value="${CSS.escape(value)}"] + label`);
    return [label.innerText.trim(), label.dataset["skLabel"] ? option || value : null];
  });
}

/**
 * A label before its answer: with a colon, unless it ends a sentence by itself, as a question does.
 *
 * @param {string} label
 */
export const lead = (label) => (/\p{Po}$/u.test(label) ? label : `${label}:`);

/** @type {import("../../player/behaviour.js").Behaviour} */
export const behaviour = {
  kind: "worksheet",
  done: isDone,

  entry(element) {
    const filled = rows(element).filter(([, value]) => value);
    const question = text(element, "[data-sk-title]") || text(element, "[data-sk-question]") || "";
    // An empty line parts one answer from the next.
    const lines = filled.flatMap(([label, value]) => ["", lead(label), ...(value || "").split("\n")]);
    return lines.length ? { question, answer: lines.slice(1) } : null;
  },

  attach(element, services) {
    /** @param {string} name */
    const find = (name) => /** @type {HTMLElement} */ (element.querySelector(`[data-sk-${name}]`));
    const id = element.dataset["skActivity"] || "";
    const { read, write } = fields(element);
    const head = () => [text(element, "[data-sk-title]"), text(element, "[data-sk-question]")].filter(Boolean);
    const { replace, confirm } = sheet(element, services, {
      read,
      write,
      text: () =>
        [...head(), ...rows(element).map(([label, value]) => (value === null ? `== ${label} ==` : `${label}\n${value}`))]
          .join("\n\n")
          .concat("\n"),
    });

    const save = find("save");
    save.addEventListener("click", () => download(save.dataset["skSave"] || "", writeFile(id, read()), "application/json"));

    const [open, foreign] = [/** @type {HTMLInputElement} */ (find("open")), find("foreign")];
    open.addEventListener("change", async () => {
      const [file] = open.files || [];
      const values = file && readFile(await file.text().catch(() => ""), id);
      // The same file can be chosen again.
      open.value = "";
      foreign.hidden = Boolean(values) || !file;
      if (!foreign.hidden) services.say(foreign.innerText);
      if (!values) return;
      const put = () => {
        replace(values);
        services.say(open.dataset["skOpen"] || "");
      };
      if (Object.keys(read()).length) confirm("open", put);
      else put();
    });
  },
};
