/** A question with options: choose, check, read what it does, try again. */

/** @type {import("../../player/main.js").Behaviour} */
export const behaviour = {
  kind: "choice",

  /** Each right option chosen is a hit, each other one a miss that takes a hit away; an answer is its option ids. */
  score(answer, correct) {
    const hits = [...answer].filter((option) => correct.includes(option)).length;
    return Math.max(0, (hits - (answer.length - hits)) / correct.length);
  },

  response: (answer) => [...answer],

  fits: (element, answer) => [...answer].every((option) => element.querySelector(`input[value="${option}"]`)),

  attach(element, { answer, correct, record, say }) {
    /** @param {string} name */
    const find = (name) => /** @type {HTMLElement} */ (element.querySelector(`[data-sk-${name}]`));
    const inputs = [...element.querySelectorAll("input")];
    const options = /** @type {HTMLFieldSetElement} */ (element.querySelector("fieldset"));
    const [check, retry, hint, feedback] = [find("check"), find("retry"), find("hint"), find("feedback")];
    const chosen = () => inputs.filter((input) => input.checked).map((input) => input.value);

    const show = () => {
      const ids = chosen();
      const score = correct && behaviour.score ? behaviour.score(ids.join(""), correct) : null;
      const verdict = score === null ? "" : score === 1 ? "right" : score > 0 ? "partly" : "wrong";
      for (const part of /** @type {NodeListOf<HTMLElement>} */ (element.querySelectorAll("[data-sk-if]"))) {
        const wanted = part.dataset["skIf"] || "";
        part.hidden = wanted !== verdict && !ids.includes(wanted);
      }
      for (const mark of /** @type {NodeListOf<HTMLElement>} */ (element.querySelectorAll("[data-sk-of]"))) {
        mark.hidden = !ids.includes(mark.dataset["skOf"] || "");
      }
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
      for (const mark of /** @type {NodeListOf<HTMLElement>} */ (element.querySelectorAll("[data-sk-of]"))) {
        mark.hidden = true;
      }
    };

    check.addEventListener("click", () => {
      hint.hidden = chosen().length > 0;
      if (!hint.hidden) {
        say(hint.textContent || "");
        inputs[0]?.focus();
        return;
      }
      show();
      retry.focus({ preventScroll: true });
      say(feedback.innerText);
      record(chosen().join(""));
    });
    retry.addEventListener("click", () => {
      open(true);
      (inputs.find((input) => input.checked) || inputs[0])?.focus();
    });
    for (const input of inputs) {
      // Browsers restore what was chosen before a reload; only what was answered counts.
      input.checked = answer !== null && answer.includes(input.value);
      input.addEventListener("change", () => {
        hint.hidden = true;
      });
    }
    if (answer === null) open(true);
    else show();
  },
};
