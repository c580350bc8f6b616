/** A question whose answer is a number. An answer is the number with `_` for its point, such as `-2_5`. */

import { ask } from "#parts/question/ask.js";

/**
 * A number as it is typed, in plain digits with a point; null where it is none.
 *
 * The mark of the language is the decimal one, and blanks, apostrophes and the other mark may stand between groups of
 * three digits. Where the other mark cannot be that, as in a Dutch `1.5`, it is the decimal one.
 *
 * @param {string} typed
 * @param {string} decimal The decimal mark of the language: `,` or `.`.
 */
export function read(typed, decimal) {
  const group = decimal === "," ? "." : ",";
  let text = typed.replace(/[−–]/g, "-").replace(/(\d)[\s'’](?=\d{3}(?!\d))/g, "$1").replace(/\s/g, "");
  const grouped = new RegExp(`^[-+]?[1-9]\\d{0,2}(\\${group}\\d{3})+(\\${decimal}\\d*)?$`).test(text);
  if (grouped) text = text.replaceAll(group, "");
  const parts = /^([-+]?)(\d*)(?:[.,](\d*))?$/.exec(text);
  if (!parts || !(parts[2] || parts[3])) return null;
  const [whole, rest] = [(parts[2] || "").replace(/^0+/, "") || "0", (parts[3] || "").replace(/0+$/, "")];
  const number = rest ? `${whole}.${rest}` : whole;
  return parts[1] === "-" && number !== "0" ? `-${number}` : number;
}

/** @param {string} answer */
const number = (answer) => Number(answer.replace("_", "."));

/**
 * @param {string} answer
 * @param {string[] | null} correct The smallest and the largest right number, each empty where that end is open.
 * @returns {"low" | "high" | ""}
 */
export function side(answer, correct) {
  const [low = "", high = ""] = correct || [];
  if (low && number(answer) < Number(low)) return "low";
  return high && number(answer) > Number(high) ? "high" : "";
}

/** @type {import("../../player/behaviour.js").Behaviour} */
export const behaviour = {
  kind: "numeric",

  score: (answer, correct) => (side(answer, correct) ? 0 : 1),

  response: (answer) => [answer.replace("_", ".")],

  fits: (_, answer) => /^-?\d+(_\d+)?$/.test(answer),

  entry(element) {
    const question = /** @type {HTMLElement} */ (element.querySelector(".sk-question")).innerText.trim();
    const { value = "" } = element.querySelector("input") || {};
    const unit = element.querySelector(".sk-number span")?.textContent || "";
    return value ? { question, answer: [`${value} ${unit}`.trim()] } : null;
  },

  attach(element, services) {
    const field = /** @type {HTMLElement} */ (element.querySelector("[data-sk-decimal]"));
    const input = /** @type {HTMLInputElement} */ (element.querySelector("input"));
    const { skDecimal: decimal = ".", skStep: step = "" } = field.dataset;

    /** @param {number} times */
    const change = (times) => {
      // In whole steps of the finer of both, so that 0.1 and 0.2 make 0.3.
      const now = read(input.value, decimal) || "0";
      const digits = Math.max(...[now, step].map((each) => (each.split(".")[1] || "").length));
      const text = (Number(now) + times * Number(step)).toFixed(digits).replace(".", decimal);
      if (text.length > input.maxLength) return;
      input.value = text;
      input.dispatchEvent(new Event("input", { bubbles: true }));
      services.say(text);
    };
    field.addEventListener("click", ({ target }) => {
      const by = /** @type {HTMLElement} */ (target).dataset["skBy"];
      if (by) change(Number(by));
    });
    input.addEventListener("keydown", (event) => {
      const { key } = event;
      const arrow = step && (key === "ArrowUp" || key === "ArrowDown");
      if (!arrow && key !== "Enter") return;
      // Enter moves the focus to another button, which this very key must not press.
      event.preventDefault();
      if (arrow) change(key === "ArrowUp" ? 1 : -1);
      else /** @type {HTMLElement} */ (element.querySelector("[data-sk-check]")).click();
    });

    ask(element, services, {
      read: () => (read(input.value, decimal) || "").replace(".", "_"),
      write(answer) {
        input.value = (answer || "").replace("_", decimal);
      },
      named: (answer) => [side(answer, services.correct)],
      first: () => input,
    });
  },
};
