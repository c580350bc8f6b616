/** What every sheet does that a learner writes on: keep it where it belongs, print it, take it along, wipe it, be done. */

import { toPaper } from "#player/paper.js";
import { cautions } from "./caution.js";
import { notes } from "./notes.js";
import { fit } from "./packed.js";
import { download } from "./download.js";

/** @typedef {import("./notes.js").Values} Values */

/**
 * What a kind knows of its own sheet.
 *
 * @typedef {object} Form
 * @property {() => Values} read What stands on it; nothing that says nothing.
 * @property {(values: Values) => void} write Put this on it, and nothing else.
 * @property {() => string} text The sheet to read elsewhere.
 * @property {() => void} [changed] Called whenever something else stands on it.
 * @property {() => HTMLElement | undefined} [lacking] Where something has to be filled in before it can be done.
 * @property {() => void} [finished] Called once it is done, or was so before.
 */

// From here on the page says how much room is left.
const NEAR = 100;

/**
 * Expects in `element` what `macros.html` makes.
 *
 * @param {HTMLElement} element
 * @param {import("../../../player/behaviour.js").Services} services
 * @param {Form} form
 * @returns {{ replace: (values: Values) => void, confirm: (name: string, job: () => void) => void }} `replace` puts
 * something else on the sheet and keeps it; `confirm` does a job once the learner says so.
 */
export function sheet(element, services, form) {
  /** @param {string} name */
  const find = (name) => /** @type {HTMLElement} */ (element.querySelector(`[data-sk-${name}]`));
  /** @param {string} name */
  const all = (name) => /** @type {HTMLElement[]} */ ([...element.querySelectorAll(`[data-sk-${name}]`)]);
  const { say } = services;
  const [buttons, done, thanks] = [find("buttons"), find("done"), find("thanks")];
  const [unkept, hint, sure] = [find("unkept"), find("hint"), find("sure")];
  const { skStorage: storage, skRoom } = buttons.dataset;
  const room = Number(skRoom);
  const kept = notes({ storage, room, sheet: element.dataset["skActivity"] || "" }, services);

  /**
   * Show or hide a remark, and say it to those who hear the page when it appears.
   *
   * @param {HTMLElement} remark
   * @param {boolean} shown
   */
  const remark = (remark, shown) => {
    const news = shown && remark.hidden;
    remark.hidden = !shown;
    if (news) say(remark.innerText);
  };

  /** @param {boolean} pausing Whether the writer looks up: only then does a new remark on the text appear. */
  const look = (pausing) => {
    const values = form.read();
    for (const place of all("caution")) {
      const found = cautions(values[place.dataset["skCaution"] || ""] || "");
      if (!pausing && place.hidden) continue;
      for (const sign of /** @type {NodeListOf<HTMLElement>} */ (place.querySelectorAll("[data-sk-sign]"))) {
        sign.hidden = !found.includes(sign.dataset["skSign"] || "");
      }
      remark(place, found.length > 0);
    }
    for (const place of all("left")) {
      const { left, over } = fit(values[place.dataset["skLeft"] || ""] || "", room);
      const words = over ? place.dataset["skOver"] : place.dataset["skNear"];
      const is = over ? "over" : "near";
      // Each of the two is said once, and not at every key.
      if (place.dataset["skIs"] !== is) place.hidden = true;
      place.dataset["skIs"] = is;
      place.textContent = (words || "").replace("{n}", `${over || left}`);
      remark(place, over > 0 || left < NEAR);
    }
  };

  const keep = () => {
    const fine = kept.keep(form.read());
    if (unkept) remark(unkept, !fine);
    if (hint) hint.hidden = true;
    look(false);
    form.changed?.();
  };

  const finish = () => {
    done.hidden = true;
    thanks.hidden = false;
    form.finished?.();
  };

  // A browser may put back what was filled in before a reload, on a computer that others use too; what was typed before
  // this script came is another matter.
  const typed = element.querySelector("[data-sk-touched=input]") ? form.read() : null;
  form.write({ ...kept.values, ...typed });
  if (typed) keep();
  look(true);
  form.changed?.();
  if (kept.done) finish();
  buttons.hidden = false;

  // Before those that listen from further out.
  element.addEventListener("input", keep);
  element.addEventListener("change", () => look(true));
  done.addEventListener("click", () => {
    const place = form.lacking?.();
    if (place) {
      remark(hint, true);
      place.focus();
      return;
    }
    kept.finish(form.read());
    finish();
    thanks.focus();
  });

  // Paper shows all of a text, where a field shows only as much as it has room for.
  addEventListener("beforeprint", () => {
    const values = form.read();
    for (const paper of all("paper")) paper.textContent = values[paper.dataset["skPaper"] || ""] || "";
  });
  addEventListener("afterprint", () => {
    for (const paper of all("paper")) paper.textContent = "";
  });
  find("print").addEventListener("click", () => toPaper(element));
  const file = find("download");
  file.addEventListener("click", () => download(file.dataset["skDownload"] || "", form.text()));

  /** @param {Values} values */
  const replace = (values) => {
    form.write(values);
    element.dispatchEvent(new Event("input", { bubbles: true }));
    look(true);
  };

  /** @type {() => void} */
  let job = () => {};
  /** @type {Element | null} */
  let origin = null;
  /**
   * @param {string} name
   * @param {() => void} wanted
   */
  const confirm = (name, wanted) => {
    job = wanted;
    origin = document.activeElement;
    for (const question of all("ask")) question.hidden = question.dataset["skAsk"] !== name;
    sure.hidden = false;
    find("no").focus();
  };
  const back = () => {
    sure.hidden = true;
    if (origin instanceof HTMLElement) origin.focus();
  };
  // A browser's own dialog is no way: it does not open in a frame of another origin, as many LMSs have it.
  find("no")?.addEventListener("click", back);
  find("yes")?.addEventListener("click", () => {
    back();
    job();
  });
  const wipe = find("wipe");
  wipe?.addEventListener("click", () =>
    confirm("wipe", () => {
      replace({});
      say(wipe.dataset["skWipe"] || "");
    }),
  );
  return { replace, confirm };
}
