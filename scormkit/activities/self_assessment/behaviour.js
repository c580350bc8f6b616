/** Statements on a scale, the average of each group, and how that was at an earlier moment. */

import { isDone } from "#parts/sheet/notes.js";
import { sheet } from "#parts/sheet/sheet.js";
import { draw } from "./picture.js";

/** @typedef {import("./picture.js").Series} Series */

/**
 * @param {Element} element
 * @param {string} name
 * @returns {HTMLElement[]}
 */
const all = (element, name) => [...element.querySelectorAll(`[data-sk-${name}]`)].map((one) => /** @type {any} */ (one));

/** @param {Element} statement */
const inputs = (statement) => [...statement.querySelectorAll("input")];

/** @param {Element} statement */
const chosen = (statement) => inputs(statement).find(({ checked }) => checked);

/** @param {Element} element */
const points = (element) => Number(element.querySelector("[data-sk-points]")?.getAttribute("data-sk-points"));

/** @param {number} value */
const figure = (value) => value.toLocaleString(document.documentElement.lang || "en", { maximumFractionDigits: 1 });

/**
 * The average of what was chosen in each group, by the group's id; null where nothing was.
 *
 * @param {Element} element
 * @returns {Map<string, number | null>}
 */
function averages(element) {
  return new Map(
    all(element, "group").map((group) => {
      const values = all(group, "statement").flatMap((statement) => Number(chosen(statement)?.value) || []);
      return [group.dataset["skGroup"] || "", mean(values)];
    }),
  );
}

/** @param {number[]} values */
export function mean(values) {
  return values.length ? values.reduce((sum, value) => sum + value, 0) / values.length : null;
}

/**
 * The earlier self-assessment that this one is compared with, where something was chosen there on the same scale.
 *
 * @param {Element} element
 */
function earlier(element) {
  const id = all(element, "result")[0]?.dataset["skCompare"];
  return id ? document.querySelector(`[data-sk-kind="self-assessment"][data-sk-activity="${id}"]`) : null;
}

/** @param {HTMLElement} element */
function show(element) {
  const result = /** @type {HTMLElement} */ (all(element, "result")[0]);
  const now = averages(element);
  const other = earlier(element);
  const then = other && points(other) === points(element) ? averages(other) : new Map();
  const compared = [...now.keys()].some((group) => then.get(group));
  const table = /** @type {HTMLElement} */ (result.querySelector("table"));

  /** @param {string} word */
  const word = (word) => table.dataset[word] || "";
  for (const row of all(result, "row")) {
    const group = row.dataset["skRow"] || "";
    const [value, before] = [now.get(group) ?? null, then.get(group) ?? null];
    /** @param {string} name @param {string} text */
    const put = (name, text) => {
      for (const cell of all(row, name)) cell.textContent = text;
    };
    put("now", value === null ? "–" : figure(value));
    put("then", before === null ? "–" : figure(before));
    const change = value === null || before === null ? null : Math.round((value - before) * 10) / 10;
    const words = change === 0 ? "skSame" : change && change > 0 ? "skMore" : "skLess";
    put("change", change === null ? "" : word(words).replace("{n}", figure(Math.abs(change))));
  }
  for (const part of all(result, "then")) part.hidden = !compared;
  for (const part of all(result, "alone")) part.hidden = compared;
  result.hidden = ![...now.values()].some((value) => value !== null);
  const series = [[...now.values()], ...(compared ? [[...now.keys()].map((group) => then.get(group) ?? null)] : [])];
  draw(/** @type {SVGElement} */ (result.querySelector("svg")), points(element), series);
}

/**
 * @param {HTMLElement} group
 * @param {number | null | undefined} value
 */
const line = (group, value) => `${all(group, "name")[0]?.innerText}: ${value ? figure(value) : "–"}`;

/** @param {HTMLElement} element */
const question = (element) => all(element, "question")[0]?.innerText.trim() || "";

/** @type {import("../../player/behaviour.js").Behaviour} */
export const behaviour = {
  kind: "self-assessment",
  done: isDone,

  entry(element) {
    const found = averages(element);
    const groups = all(element, "group").filter(({ dataset }) => found.get(dataset["skGroup"] || ""));
    const answer = groups.map((group) => line(group, found.get(group.dataset["skGroup"] || "")));
    return answer.length ? { question: question(element), answer } : null;
  },

  attach(element, services) {
    const statements = all(element, "statement");
    sheet(element, services, {
      read() {
        const values = statements.map((one) => [one.dataset["skStatement"], chosen(one)?.value]);
        const text = values.flatMap(([id, value]) => (value ? `${id}${value}` : [])).join("");
        return /** @type {Record<string, string>} */ (text ? { v: text } : {});
      },
      write(values) {
        const pairs = new Map([...(values["v"] || "").matchAll(/(.)(.)/g)].map(([, id, value]) => [id, value]));
        for (const one of statements) {
          for (const input of inputs(one)) input.checked = pairs.get(one.dataset["skStatement"]) === input.value;
        }
      },
      text() {
        const found = averages(element);
        const parts = all(element, "group").flatMap((group) => [
          `== ${line(group, found.get(group.dataset["skGroup"] || ""))} ==`,
          ...all(group, "statement").map((one) => {
            const label = /** @type {HTMLElement | undefined} */ (chosen(one)?.nextElementSibling);
            return `${one.querySelector("legend")?.innerText}\n${label ? label.textContent : "–"}`;
          }),
        ]);
        return `${[question(element), ...parts].join("\n\n")}\n`;
      },
      changed: () => show(element),
      lacking() {
        const open = statements.find((one) => !chosen(one));
        return open && inputs(open)[0];
      },
    });
    earlier(element)?.addEventListener("input", () => show(element));
  },
};
