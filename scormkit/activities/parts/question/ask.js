/** The course of every question with an answer: answer, check, read what it does, try again. */

/**
 * What a kind of question knows of its own answers.
 *
 * @typedef {object} Field
 * @property {() => string} read The answer as it now stands; empty while it is not whole.
 * @property {(answer: string | null) => void} write Put an answer back, or begin afresh.
 * @property {(answer: string | null) => void} [mark] Show at each part how it was judged; null takes the marks away.
 * @property {(answer: string) => string[]} [named] The parts that feedback of their own is given on.
 * @property {() => HTMLElement | null | undefined} first Where the answering begins.
 */

/**
 * Expects in `element` what `macros.html` makes, and one fieldset that holds all that the learner answers with.
 *
 * @param {HTMLElement} element
 * @param {import("../../../player/behaviour.js").Services} services
 * @param {Field} field
 */
export function ask(element, { answer, score, record, say }, field) {
  /** @param {string} name */
  const find = (name) => /** @type {HTMLElement} */ (element.querySelector(`[data-sk-${name}]`));
  const options = /** @type {HTMLFieldSetElement} */ (element.querySelector("fieldset"));
  const [check, retry, hint, feedback] = [find("check"), find("retry"), find("hint"), find("feedback")];

  /** @param {string} given */
  const show = (given) => {
    const points = score(given);
    const verdict = points === null ? "" : points === 1 ? "right" : points > 0 ? "partly" : "wrong";
    const called = [verdict, ...(field.named ? field.named(given) : [])];
    for (const part of /** @type {NodeListOf<HTMLElement>} */ (element.querySelectorAll("[data-sk-if]"))) {
      part.hidden = !(part.dataset["skIf"] || "").split(" ").some((wanted) => called.includes(wanted));
    }
    field.mark?.(given);
    element.dataset["skVerdict"] = verdict;
    open(false);
  };

  /** @param {boolean} asking Whether the question waits for an answer. */
  const open = (asking) => {
    options.disabled = !asking;
    check.hidden = !asking;
    retry.hidden = asking;
    feedback.hidden = asking;
    if (!asking) return;
    delete element.dataset["skVerdict"];
    field.mark?.(null);
  };

  check.addEventListener("click", () => {
    const given = field.read();
    hint.hidden = given !== "";
    if (!given) {
      say(hint.textContent || "");
      field.first()?.focus();
      return;
    }
    show(given);
    retry.focus({ preventScroll: true });
    say(feedback.innerText);
    record(given);
  });
  retry.addEventListener("click", () => {
    open(true);
    field.first()?.focus();
  });
  options.addEventListener("input", () => {
    hint.hidden = true;
  });
  // Browsers restore what was filled in before a reload; only what was answered counts, and what this learner has begun.
  const begun = options.querySelector("[data-sk-touched=input]");
  if (begun) begun.dispatchEvent(new Event("change", { bubbles: true }));
  else field.write(answer);
  if (begun || answer === null) open(true);
  else show(answer);
}
