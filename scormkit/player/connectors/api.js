/**
 * The API of a SCORM LMS: where it is found, and calls that come back whatever the LMS does.
 *
 * Every call is guarded: an LMS may throw, answer with a boolean or a string, or answer nothing.
 */

/** @typedef {Record<string, (...values: string[]) => unknown>} Functions */

// Frames in frames in frames: far more than any LMS nests, and an end to a chain that never ends.
const MOST_PARENTS = 20;

/**
 * The API of the LMS: this window, its parents, its opener and the opener's parents, the top window's opener
 * (SCORM 1.2 RTE 3.3; SCORM 2004 RTE 3.3). A window of another origin throws when it is looked into, and its parent
 * may still be ours.
 *
 * @param {Window} window
 * @param {string} name `API` or `API_1484_11`.
 * @returns {Functions | null}
 */
export function findApi(window, name) {
  const starts = [() => window, () => window.opener, () => window.top?.opener];
  for (const start of starts) {
    let here = attempt(start);
    for (let n = 0; here && n <= MOST_PARENTS; n += 1) {
      const place = here;
      const api = attempt(() => place[name]);
      if (api) return api;
      const above = attempt(() => place.parent);
      here = above === place ? null : above;
    }
  }
  return null;
}

/**
 * @param {() => any} job
 * @param {unknown} [otherwise]
 * @returns {any}
 */
function attempt(job, otherwise) {
  try {
    return job();
  } catch {
    return otherwise;
  }
}

/** An API whose functions all begin with `prefix`. None of its methods throws. */
export class Api {
  /**
   * @param {Functions} functions
   * @param {string} prefix `LMS` in SCORM 1.2, nothing in SCORM 2004.
   */
  constructor(functions, prefix) {
    this.functions = functions;
    this.prefix = prefix;
  }

  /**
   * Call a function that succeeds or fails. Where the LMS gives no answer, its last error decides.
   *
   * @param {string} name
   * @param {string[]} values
   */
  does(name, ...values) {
    const said = String(attempt(() => this.functions[this.prefix + name]?.(...values), false) ?? "").toLowerCase();
    if (said === "") return String(attempt(() => this.functions[`${this.prefix}GetLastError`]?.())) === "0";
    return said === "true" || said === "1";
  }

  /** @param {string} element */
  get(element) {
    return String(attempt(() => this.functions[`${this.prefix}GetValue`]?.(element)) ?? "").trim();
  }

  /**
   * A number that the LMS holds; null where it holds none.
   *
   * @param {string} element
   */
  number(element) {
    const value = this.get(element);
    return value === "" || Number.isNaN(Number(value)) ? null : Number(value);
  }

  /**
   * @param {string} element
   * @param {string | number} value
   */
  set(element, value) {
    return this.does("SetValue", element, String(value));
  }

  /**
   * Some LMSs have opened the session themselves, and answer false to a second time; then the data are there to be
   * read.
   *
   * @param {string} element One that always has a value.
   * @param {string[]} values What it can be.
   */
  opens(element, values) {
    return this.does("Initialize", "") || values.includes(this.get(element));
  }
}
