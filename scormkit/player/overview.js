/**
 * The page of all modules, where an LMS launches that page and not a module: hands on how it was launched, shows which
 * modules are done, and tells the LMS once all of them are.
 */

import { launched, open } from "./connectors/late/tincan.js";
import { documentOf } from "./record.js";
import { wayTo } from "./ways.js";

/**
 * What one module came to.
 *
 * @typedef {object} Outcome
 * @property {import("./contract.js").Status | null} status
 * @property {number | null} score On 0 to 100.
 * @property {number} weight What the module counts for.
 * @property {boolean} scored Whether it has a score.
 * @property {boolean} judged Whether it is passed or failed.
 */

/**
 * What all modules together came to; null while one of them is not done.
 *
 * @param {Outcome[]} outcomes
 * @returns {{ status: "completed" | "passed", score: number | null } | null}
 */
export function together(outcomes) {
  if (!outcomes.every(({ status, judged }) => status === "passed" || (status === "completed" && !judged))) return null;
  const status = outcomes.some(({ judged }) => judged) ? "passed" : "completed";
  const scored = outcomes.filter((outcome) => outcome.scored);
  const points = scored.reduce((sum, { score, weight }) => sum + (score || 0) * weight, 0);
  const whole = scored.reduce((sum, { weight }) => sum + weight, 0);
  return { status, score: scored.length ? Math.round((points / whole) * 100) / 100 : null };
}

export async function start() {
  const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("[data-sk-module]"));
  for (const link of links) link.search = wayTo(location.search, iriOf(link));
  // Who comes back by the browser's own button wants to see what is done by now.
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) location.reload();
  });
  const found = launched(window);
  if (!found) return;
  const { lrs, launch } = found;
  const outcomes = await Promise.all(
    [...links].map(async (link) => {
      const kept = await documentOf(lrs, { ...launch, activity: iriOf(link) }).open();
      const { skJudged, skScored, skWeight } = link.dataset;
      return {
        status: kept && kept.status,
        score: kept && kept.score,
        weight: Number(skWeight),
        scored: skScored !== undefined,
        judged: skJudged !== undefined,
      };
    }),
  );
  outcomes.forEach(({ status }, n) => {
    const mark = links[n]?.parentElement?.querySelector("[data-sk-done]");
    if (mark instanceof HTMLElement) mark.hidden = status !== "completed" && status !== "passed";
  });
  const connector = await open(found);
  if (!connector) return;
  const all = together(outcomes);
  if (all) {
    if (all.score !== null) connector.writeScore(all.score);
    connector.writeStatus(all.status);
  } else connector.writeStatus("incomplete");
  const began = Date.now();
  const seconds = () => (Date.now() - began) / 1000;
  void connector.commit(seconds());
  addEventListener("pagehide", () => connector.close(seconds(), "gone"));
}

/** @param {HTMLElement} link */
function iriOf(link) {
  return link.dataset["skModule"] || "";
}
