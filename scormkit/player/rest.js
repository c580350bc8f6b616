/** What a module has beside its first page: it comes once that is there, so that nobody waits for it. */

const SHORTEST = 1000;
const LONGEST = 30000;
/** For so many milliseconds is worked without a break. */
const SLICE = 16;

/**
 * Put the other pages, and the meanings of words on them, behind the first. Where there are no others, this is all.
 *
 * @param {Document} document
 */
export async function addPages(document) {
  const address = document.body.dataset["skWhole"];
  if (!address) return;
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status}`);
  const whole = new DOMParser().parseFromString(await answer.text(), "text/html");
  const parts = /** @type {NodeListOf<HTMLElement>} */ (whole.querySelectorAll(".sk-page, .sk-meaning"));
  const before = document.getElementById("sk-outcome");
  const breathe = breathing();
  for (const part of parts) {
    await breathe();
    if (document.getElementById(part.id)) continue;
    part.hidden = part.dataset["skPage"] !== undefined;
    // A copy: to a document that is not shown nothing is loaded, and captions that failed there once stay so.
    before?.before(document.importNode(part, true));
  }
}

/**
 * Lets the page see to its learner now and then, while there is much to do: on a slow phone all of it at once would take
 * a noticeable while.
 */
export function breathing() {
  let since = 0;
  return async () => {
    if (performance.now() - since < SLICE) return;
    await new Promise((go) => setTimeout(go));
    since = performance.now();
  };
}

/**
 * Add a script or a style sheet to the page.
 *
 * @param {Document} document
 * @param {"script" | "link"} tag
 * @param {Record<string, string>} attributes
 */
export function add(document, tag, attributes) {
  return new Promise((done, failed) => {
    const element = Object.assign(document.createElement(tag), attributes, { onload: done, onerror: failed });
    document.head.append(element);
  });
}

/**
 * Do this until it succeeds, again after 1, 2, 4 … 30 seconds.
 *
 * @param {() => Promise<unknown>} job
 * @param {() => void} failed
 */
export async function surely(job, failed) {
  for (let pause = SHORTEST; ; pause = Math.min(pause * 2, LONGEST)) {
    try {
      await job();
      return;
    } catch {
      failed();
    }
    await new Promise((done) => setTimeout(done, pause));
  }
}
