/** What films and recordings have in common: a transcript that does as well, and an end. */

/**
 * The parts of an activity, those of other activities inside it left out.
 *
 * @param {HTMLElement} element
 * @param {string} selector
 */
export function parts(element, selector) {
  const found = /** @type {NodeListOf<HTMLElement>} */ (element.querySelectorAll(selector));
  return [...found].filter((one) => one.parentElement?.closest("[data-sk-kind]") === element);
}

/**
 * Go to a place, if the browser can: where a server gives a file only as a whole, it would go to the beginning instead.
 *
 * @param {HTMLMediaElement} media
 * @param {number} at In seconds.
 */
export function seek(media, at) {
  const { seekable, readyState } = media;
  const reached = seekable.length && seekable.end(seekable.length - 1) >= at;
  if (reached || readyState === HTMLMediaElement.HAVE_NOTHING) media.currentTime = at;
}

/**
 * Expects in `element` what `macros.html` makes.
 *
 * @param {HTMLElement} element
 * @param {HTMLMediaElement} media
 * @param {object} doing
 * @param {boolean} doing.done Whether the learner was done before.
 * @param {() => void} doing.finish Called once the learner has come to the end, of it or of the transcript.
 * @param {() => void} [doing.fail] Called where it cannot be played.
 * @param {(text: string) => void} doing.say
 */
export function recording(element, media, { done, finish, fail, say }) {
  /** @param {string} name */
  const find = (name) => parts(element, `[data-sk-${name}]`)[0];
  const [failed, finished, instead] = [find("failed"), find("finished"), find("instead")];

  const show = () => {
    const focused = instead?.contains(document.activeElement);
    if (finished) finished.hidden = false;
    if (instead) instead.hidden = true;
    // What goes takes the focus with it, and a reader would be back at the top.
    if (focused) finished?.focus();
  };
  const end = () => {
    show();
    finish();
  };
  if (instead) instead.hidden = done;
  if (done) show();
  const over = () => {
    end();
    if (finished) say(finished.textContent || "");
  };
  media.addEventListener("ended", over);
  // It may have been played before this runs.
  if (media.ended) over();
  find("read")?.addEventListener("click", end);

  const stop = () => {
    if (!failed || !failed.hidden) return;
    const focused = document.activeElement === media;
    failed.hidden = false;
    media.hidden = true;
    const transcript = find("transcript");
    transcript?.setAttribute("open", "");
    if (focused) transcript?.querySelector("summary")?.focus();
    fail?.();
  };
  const last = media.querySelector("source:last-of-type");
  last?.addEventListener("error", stop);
  media.addEventListener("error", stop);
  // All may have failed before this runs; at first a browser says so too, until it begins to look.
  setTimeout(() => {
    if (media.networkState === HTMLMediaElement.NETWORK_NO_SOURCE) stop();
  });

  // What is not shown any more, as when the learner turns the page, would go on to be heard.
  new IntersectionObserver(() => {
    if (!media.getClientRects().length) media.pause();
  }).observe(media);
}
