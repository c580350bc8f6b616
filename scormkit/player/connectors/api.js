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

const THROWN = {};
/** The last errors of an LMS that has, or knows, no session (SCORM 1.2 RTE 3.3; SCORM 2004 RTE 3.1.7). */
const ENDED = ["301", "132", "133", "142", "143"];

/** An API whose functions all begin with `prefix`. None of its methods throws. */
export class Api {
  /**
   * @param {Functions} functions
   * @param {string} prefix `LMS` in SCORM 1.2, nothing in SCORM 2004.
   */
  constructor(functions, prefix) {
    this.functions = functions;
    this.prefix = prefix;
    /** Whether there was something that the LMS could not be asked: what it holds is then not known. */
    this.blind = false;
    /** Whether the LMS took anything. Where it refused all, this session has no say over what an earlier one left. */
    this.took = false;
    /** Whether the last call was not answered: an LMS that never answers may have taken it all the same. */
    this.quiet = false;
  }

  /**
   * Call a function that succeeds or fails. Where the LMS gives no answer, its last error decides.
   *
   * @param {string} name
   * @param {string[]} values
   */
  does(name, ...values) {
    const said = String(attempt(() => this.functions[this.prefix + name]?.(...values), false) ?? "").toLowerCase();
    this.quiet = said === "";
    if (this.quiet) return this.error === "0";
    return said === "true" || said === "1";
  }

  /** @private */
  get error() {
    return String(attempt(() => this.functions[`${this.prefix}GetLastError`]?.()));
  }

  /** Whether the LMS has ended the session, where a call has failed. */
  get over() {
    return ENDED.includes(this.error);
  }

  /**
   * What was thrown once may be given the next time.
   *
   * @param {string} element
   */
  get(element) {
    const ask = () => this.functions[`${this.prefix}GetValue`]?.(element);
    let value = attempt(ask, THROWN);
    if (value === THROWN) value = attempt(ask, THROWN);
    if (value !== THROWN) return String(value ?? "").trim();
    this.blind = true;
    return "";
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
    const taken = this.does("SetValue", element, String(value));
    this.took ||= taken || this.quiet;
    return taken;
  }

  /**
   * Some LMSs have opened the session themselves, and answer false to a second time; then the data are there to be
   * read. Others fail once.
   *
   * @param {string} element One that always has a value.
   * @param {string[]} values What it can be.
   */
  opens(element, values) {
    const open = () => this.does("Initialize", "") || values.includes(this.get(element));
    const opened = open() || open();
    this.blind = false;
    return opened;
  }

  /**
   * Keep what was taken. Where nothing was, an LMS would keep that this session does not mean to come back.
   *
   * @param {string} name `Commit`, or what ends the session.
   */
  keeps(name) {
    return this.took && this.does(name, "");
  }
}
