/** The moments that a learner marks in a film, beside those of others. */

import { parts, seek } from "#parts/recording/recording.js";
import { clock, whole } from "./answer.js";

/**
 * @param {HTMLElement} element
 * @param {HTMLVideoElement} video
 * @param {import("./answer.js").Viewing} viewing
 * @param {{ keep: () => void, say: (text: string) => void }} services
 * @returns {() => void} What shows all that can be shown where the film cannot be played.
 */
export function marking(element, video, viewing, { keep, say }) {
  /** @param {string} name */
  const find = (name) => parts(element, `[data-sk-${name}]`)[0];
  const [mark, list, strip, compare, closing] = [
    find("mark"),
    find("moments"),
    find("strip"),
    find("compare"),
    find("closing"),
  ];
  const [early, full] = [find("early"), find("full")];
  const mine = /** @type {HTMLTemplateElement | undefined} */ (find("mine"));
  if (!mark || !list || !strip || !early || !full || !mine) return () => {};
  const others = parts(element, "[data-sk-other]");
  const most = Number(mark.dataset["skMark"]);

  /**
   * @param {string} name
   * @param {number} second
   */
  const tell = (name, second) => say((find(name)?.textContent || "").replace("{time}", clock(second)));

  /** @param {number} second */
  const item = (second) => {
    const copy = /** @type {DocumentFragment} */ (mine.content.cloneNode(true));
    const one = /** @type {HTMLElement} */ (copy.firstElementChild);
    one.dataset["skAtSecond"] = String(second);
    for (const place of one.querySelectorAll("span")) place.textContent = clock(second);
    one.querySelector("[data-sk-again]")?.addEventListener("click", () => {
      seek(video, second);
      video.focus();
      video.play().catch(() => {});
    });
    one.querySelector("[data-sk-remove]")?.addEventListener("click", () => {
      viewing.moments = viewing.moments.filter((other) => other !== second);
      show();
      keep();
      tell("removed", second);
      mark.focus();
    });
    return one;
  };

  /** @param {HTMLElement} one */
  const at = ({ dataset }) => Number(dataset["skAtSecond"] || dataset["skOther"]);

  const show = () => {
    const items = [...viewing.moments.map(item), ...others].sort((one, other) => at(one) - at(other));
    list.replaceChildren(...items);
    const shown = items.filter(({ hidden }) => !hidden);
    list.hidden = !shown.length;
    full.hidden = true;
    if (compare) compare.hidden = !viewing.moments.length || !others[0]?.hidden;
    strip.hidden = !shown.length || !Number.isFinite(video.duration);
    const dots = shown.map((one) => {
      const dot = document.createElement("i");
      dot.style.left = `${(at(one) / video.duration) * 100}%`;
      if (others.includes(one)) dot.className = "sk-other";
      return dot;
    });
    strip.replaceChildren(...dots);
  };

  mark.addEventListener("click", () => {
    const second = whole(video.currentTime);
    early.hidden = video.played.length > 0;
    const known = viewing.moments.includes(second);
    full.hidden = !early.hidden || known || viewing.moments.length < most;
    if (!early.hidden || !full.hidden) {
      say((full.hidden ? early : full).textContent || "");
      return;
    }
    if (!known) {
      viewing.moments = [...viewing.moments, second].sort((one, other) => one - other);
      show();
      keep();
    }
    tell("marked", second);
  });
  video.addEventListener("durationchange", show);

  /** @param {boolean} compared */
  const reveal = (compared) => {
    for (const one of others) one.hidden = !compared;
    if (closing) closing.hidden = !compared;
    show();
  };
  compare?.addEventListener("click", () => {
    reveal(true);
    list.tabIndex = -1;
    list.focus();
  });
  mark.hidden = false;
  reveal(false);

  return () => {
    mark.hidden = true;
    reveal(true);
  };
}
