/** What the learner did in this module, as it now stands on the page. Nothing of it is kept or sent. */

import { download } from "#parts/sheet/download.js";
import { toPaper } from "#player/paper.js";

/** @typedef {import("../../player/behaviour.js").Entry & { page: string }} PageEntry */

/**
 * @param {string} name
 * @param {string} text
 */
const make = (name, text) => Object.assign(document.createElement(name), { textContent: text });

/**
 * Entries by page, each page once and in order.
 *
 * What stands on a page that is not shown is read with the line breaks of its source.
 *
 * @param {PageEntry[]} entries
 * @returns {[string, PageEntry[]][]}
 */
export function byPage(entries) {
  /** @type {Map<string, PageEntry[]>} */
  const pages = new Map();
  for (const entry of entries) {
    const question = entry.question.replace(/\s+/g, " ").trim();
    pages.set(entry.page, [...(pages.get(entry.page) || []), { ...entry, question }]);
  }
  return [...pages];
}

/**
 * The sheet as text.
 *
 * @param {string} title
 * @param {PageEntry[]} entries
 */
export function asText(title, entries) {
  const pages = byPage(entries).map(([page, all]) =>
    [`== ${page} ==`, ...all.map(({ question, answer }) => [question, ...answer].join("\n"))].join("\n\n"),
  );
  return `${[title, ...pages].join("\n\n")}\n`;
}

/** @type {import("../../player/behaviour.js").Behaviour} */
export const behaviour = {
  kind: "summary",

  attach(element, { entries }) {
    /** @param {string} name */
    const find = (name) => /** @type {HTMLElement} */ (element.querySelector(`[data-sk-${name}]`));
    const file = find("download");

    const refresh = () => {
      const found = entries();
      find("empty").hidden = found.length > 0;
      find("entries").replaceChildren(
        ...byPage(found).map(([page, all]) => {
          const part = make("section", "");
          part.append(make("h4", page));
          for (const { question, answer } of all) {
            const item = make("div", "");
            const [asked, said] = [make("p", question), make("p", answer.join("\n"))];
            asked.className = "sk-asked";
            said.className = "sk-said";
            item.append(asked, said);
            part.append(item);
          }
          return part;
        }),
      );
    };
    addEventListener("hashchange", refresh);
    addEventListener("focus", refresh);
    addEventListener("beforeprint", refresh);
    // The page may be shown without any of these, and what it shows may be changed on the same page.
    new IntersectionObserver((seen) => seen.some(({ isIntersecting }) => isIntersecting) && refresh()).observe(element);
    document.addEventListener("change", refresh);
    // A click on the summary itself may be the beginning of a selection.
    document.addEventListener("click", ({ target }) => {
      if (element.getClientRects().length && !element.contains(/** @type {Node} */ (target))) refresh();
    });

    find("print").addEventListener("click", () => {
      refresh();
      toPaper(element);
    });
    file.addEventListener("click", () =>
      download(file.dataset["skDownload"] || "", asText(find("title").innerText, entries())),
    );
    find("buttons").hidden = false;
  },
};
