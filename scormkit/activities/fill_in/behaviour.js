/**
 * A text with blanks. An answer is, blank by blank and joined by `--`, the id of the blank and what stands in it, in
 * which a blank is `_`, and all else that is no plain letter or digit is `-` and its UTF-16 code in three digits.
 */

import { ask } from "#parts/question/ask.js";

const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** @param {string} text */
export function pack(text) {
  return text.replace(/[^A-Za-z0-9]/g, (one) => {
    const code = one.charCodeAt(0);
    const places = [Math.floor(code / 62 ** 2), Math.floor(code / 62) % 62, code % 62];
    return one === " " ? "_" : `-${places.map((digit) => DIGITS[digit]).join("")}`;
  });
}

/** @param {string} packed */
export function unpack(packed) {
  return packed.replace(/_|-([A-Za-z0-9]{3})/g, (_, code) =>
    code ? String.fromCharCode([...code].reduce((sum, digit) => sum * 62 + DIGITS.indexOf(digit), 0)) : " ",
  );
}

/**
 * @param {string} answer
 * @returns {[string, string][]} What stands in each blank, by its id.
 */
const parts = (answer) => answer.split("--").map((part) => [part.slice(0, 1), unpack(part.slice(1))]);

/**
 * What a blank lets pass.
 *
 * @typedef {object} Rules
 * @property {string[]} answers
 * @property {boolean} [cased] Whether capitals matter.
 * @property {boolean} [accents] Whether accents matter.
 * @property {boolean} [typos] Whether one typing error is let pass.
 */

/**
 * A text without what makes no difference.
 *
 * @param {string} text
 * @param {Rules} rules
 */
function fold(text, { cased, accents }) {
  const plain = text.normalize("NFKC").replace(/[‘’‚‹›´`]/g, "'").replace(/[“”„«»]/g, '"').replace(/[‐-―−]/g, "-");
  const bare = accents ? plain : plain.normalize("NFD").replace(/\p{M}/gu, "");
  return (cased ? bare : bare.toLowerCase()).replace(/\s+/g, " ").trim();
}

/**
 * Whether one letter more, less or other, or two neighbours exchanged, make one text into the other.
 *
 * @param {string} one
 * @param {string} other
 */
function almost(one, other) {
  const shorter = Math.min(one.length, other.length);
  let start = 0;
  while (start < shorter && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < shorter - start && one[one.length - 1 - end] === other[other.length - 1 - end]) end += 1;
  const [a, b] = [one.slice(start, one.length - end), other.slice(start, other.length - end)];
  return (a.length < 2 && b.length < 2) || (a.length === 2 && [...a].reverse().join("") === b);
}

/**
 * @param {string} text
 * @param {Rules} rules
 * @returns {"right" | "near" | "wrong"} `near` with one typing error that is let pass.
 */
export function judge(text, rules) {
  const given = fold(text, rules);
  const answers = rules.answers.map((answer) => fold(answer, rules));
  if (answers.includes(given)) return "right";
  return rules.typos && answers.some((answer) => answer.length > 3 && almost(given, answer)) ? "near" : "wrong";
}

/** @typedef {HTMLInputElement | HTMLSelectElement} Blank */

/**
 * @param {Element} element
 * @returns {Blank[]}
 */
const blanks = (element) => [...element.querySelectorAll("[data-sk-blank]")].map((one) => /** @type {Blank} */ (one));

/** @param {Blank} blank */
const idOf = (blank) => blank.dataset["skBlank"] || "";

/**
 * Whether a text can stand in a blank: a list may have been given other choices.
 *
 * @param {Blank} blank
 * @param {string} text
 */
const holds = (blank, text) => !("options" in blank) || [...blank.options].some(({ value }) => value === text);

/**
 * Each blank with how an answer fills it.
 *
 * @param {HTMLElement} element
 * @param {string} answer
 */
function judged(element, answer) {
  const given = new Map(parts(answer));
  return blanks(element).map((blank) => {
    const { skAnswers = "", skCased, skAccents, skTypos } = blank.dataset;
    const answers = skAnswers.split(" ").map(decodeURIComponent);
    const rules = { answers, cased: skCased === "", accents: skAccents === "", typos: skTypos === "" };
    return { blank, verdict: judge(given.get(idOf(blank)) || "", rules) };
  });
}

/** @type {import("../../player/behaviour.js").Behaviour} */
export const behaviour = {
  kind: "fill-in",

  /** Each blank is an equal share. */
  score(answer, _, element) {
    const all = judged(element, answer);
    return all.filter(({ verdict }) => verdict !== "wrong").length / all.length;
  },

  response: (answer) => parts(answer).map(([, text]) => text),

  fits: (element, answer) =>
    parts(answer).some(([id, text]) => text && blanks(element).some((one) => idOf(one) === id && holds(one, text))),

  entry(element) {
    const question = /** @type {HTMLElement} */ (element.querySelector(".sk-question")).innerText.trim();
    if (!blanks(element).some(({ value }) => value.trim())) return null;
    const paragraphs = [...element.querySelectorAll(".sk-gaps p")].map((paragraph) =>
      [...paragraph.childNodes].map((node) => {
        const [blank] = node instanceof Element ? blanks(node) : [];
        return blank ? blank.value.trim() || "…" : node.textContent;
      }),
    );
    return { question, answer: paragraphs.map((each) => each.join("")) };
  },

  attach(element, services) {
    const all = blanks(element);
    element.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && event.target instanceof HTMLInputElement) {
        // The focus moves to another button, which this very key must not press.
        event.preventDefault();
        /** @type {HTMLElement} */ (element.querySelector("[data-sk-check]")).click();
      }
    });
    ask(element, services, {
      read() {
        const values = all.map(({ value }) => value.trim());
        return values.join("") && all.map((blank, n) => idOf(blank) + pack(values[n] || "")).join("--");
      },
      write(answer) {
        const given = new Map(parts(answer || ""));
        for (const blank of all) blank.value = given.get(idOf(blank)) || "";
      },
      mark(answer) {
        for (const { blank, verdict } of judged(element, answer || "")) {
          for (const mark of blank.parentElement?.querySelectorAll("[data-sk-mark]") || []) {
            /** @type {HTMLElement} */ (mark).hidden = answer === null || mark.getAttribute("data-sk-mark") !== verdict;
          }
        }
      },
      named: (answer) => judged(element, answer).flatMap(({ blank, verdict }) => (verdict === "wrong" ? idOf(blank) : [])),
      first: () => all.find(({ value }) => !value.trim()) || all[0],
    });
  },
};
