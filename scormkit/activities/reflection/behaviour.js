/** An open question to oneself. What is typed stays in the page: nothing here stores or sends it. */

/** @type {import("../../player/main.js").Behaviour} */
export const behaviour = {
  kind: "reflection",

  attach(element, { answer, record }) {
    /** @param {string} name */
    const find = (name) => /** @type {HTMLElement} */ (element.querySelector(`[data-sk-${name}]`));
    const text = /** @type {HTMLTextAreaElement} */ (element.querySelector("textarea"));
    const [question, paper, done, thanks] = [find("question"), find("paper"), find("done"), find("thanks")];

    // A browser may put back what was typed before a reload, on a computer that others use too.
    text.value = "";
    // Paper shows all of the text, where the field shows only as many lines as it is high.
    addEventListener("beforeprint", () => {
      paper.textContent = text.value;
    });
    addEventListener("afterprint", () => {
      paper.textContent = "";
      delete document.documentElement.dataset["skPrint"];
      delete element.dataset["skPrinted"];
    });

    find("print").addEventListener("click", () => {
      document.documentElement.dataset["skPrint"] = "one";
      element.dataset["skPrinted"] = "";
      print();
    });

    const download = find("download");
    download.addEventListener("click", () => {
      const sheet = `${question.innerText.trim()}\n\n${text.value}\n`;
      const href = URL.createObjectURL(new Blob([sheet], { type: "text/plain;charset=utf-8" }));
      Object.assign(document.createElement("a"), { href, download: download.dataset["skDownload"] }).click();
      setTimeout(() => URL.revokeObjectURL(href), 1000);
    });

    const finish = () => {
      done.hidden = true;
      thanks.hidden = false;
    };
    done.addEventListener("click", () => {
      finish();
      thanks.focus();
      record("1");
    });
    find("buttons").hidden = false;
    if (answer !== null) finish();
  },
};
