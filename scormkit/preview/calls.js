/**
 * What both LMS pages share: an API that notes every call and fails on request, and the data model made flat.
 *
 * The data model and its rules are scorm-again's.
 */

/** @typedef {{ name: string, values: string[], result: string | null, error: string }} Call */
/**
 * @typedef {{ call: string, how: "false" | "throw" | "silent" | "late", times: number, element: string, above: number,
 *   error: string, seconds: number }} Fault
 */

/** The general exception of either standard (SCORM 1.2 RTE 3.3; SCORM 2004 RTE 3.1.7.1). */
const GENERAL = "101";

/**
 * Every call of this page, and which of them the host has not been told of.
 *
 * @type {{ all: Call[], told: number }}
 */
const calls = { all: [], told: 0 };

/** @returns {Call[]} */
export function noted() {
  return calls.all;
}

/**
 * Hand the host the calls that it has not heard of, with whatever else there is to tell.
 *
 * @param {string} sco
 * @param {Record<string, unknown>} what
 * @returns {boolean} Whether the host could be reached.
 */
export function keep(sco, what) {
  const reached = tell(`/kept/${encodeURIComponent(sco)}`, { ...what, calls: calls.all.slice(calls.told) }) !== null;
  if (reached) calls.told = calls.all.length;
  return reached;
}

/**
 * An API for a SCO.
 *
 * @param {Record<string, (...values: string[]) => unknown>} lms scorm-again's
 * @param {{ names: string[], lastError: string, faults: Fault[], after: (name: string, result: string) => boolean,
 *   before?: (name: string, values: string[]) => string | void }} how `before` and `after` are called around each call
 *   that does not fail; what `before` gives is the answer, and where `after` gives false the call has failed after all
 */
export function api(lms, { names, lastError, faults, after, before }) {
  /** The error of the last call, where that failed on request or for want of a network. */
  let failed = "";

  /**
   * @param {string} name
   * @param {unknown[]} given
   */
  function answer(name, given) {
    const values = given.map(String);
    const fault = faults.find((each) => concerns(each, name, values));
    if (fault) fault.times -= 1;
    if (fault?.how === "late") wait(fault.seconds);
    else if (fault) {
      failed = fault.error;
      calls.all.push({ name, values, result: fault.how === "false" ? "false" : null, error: failed });
      if (fault.how === "throw") throw new Error(`${name} fails on request`);
      return fault.how === "false" ? "false" : undefined;
    }
    const known = before?.(name, values) ?? (name === lastError && failed ? failed : undefined);
    const result = known ?? String(lms[name]?.(...values));
    const error = known !== undefined || name === lastError ? "0" : String(lms[lastError]?.());
    if (name !== lastError) failed = "";
    const call = { name, values, result, error };
    calls.all.push(call);
    if (after(name, result)) return result;
    failed = GENERAL;
    return Object.assign(call, { result: "false", error: failed }).result;
  }

  return Object.fromEntries(names.map((name) => [name, (/** @type {unknown[]} */ ...given) => answer(name, given)]));
}

/**
 * @param {Fault} fault
 * @param {string} name
 * @param {string[]} values
 */
function concerns({ call, times, element, above }, name, [about = "", value = ""]) {
  return call === name && times > 0 && (!element || (element === about && value.length > above));
}

/**
 * Let the page stand still, as for an LMS that is slow to answer.
 *
 * @param {number} seconds
 */
function wait(seconds) {
  const request = new XMLHttpRequest();
  request.open("GET", `/late/${seconds}`, false);
  request.send();
}

/**
 * The data model as elements and values.
 *
 * @param {Record<string, any>} tree
 * @returns {Record<string, string>}
 */
export function flat(tree) {
  /**
   * @param {Record<string, any>} part
   * @param {string} above
   * @returns {[string, string][]}
   */
  const flatten = (part, above) =>
    Object.entries(part).flatMap(([name, value]) => {
      const element = above ? `${above}.${name}` : name;
      if (value && typeof value === "object") return flatten(value, element);
      return value === "" || value === undefined ? [] : [[element, String(value)]];
    });
  return Object.fromEntries(flatten(tree, ""));
}

/**
 * Tell the host, before anything else happens.
 *
 * @param {string} url
 * @param {unknown} what
 * @returns {any} its answer; an empty one where the page is going away and may not wait for it; null where there is none
 */
export function tell(url, what) {
  const body = JSON.stringify(what);
  const request = new XMLHttpRequest();
  try {
    request.open("POST", url, false);
    request.send(body);
  } catch {
    return navigator.onLine && navigator.sendBeacon(url, body) ? {} : null;
  }
  return request.status === 200 ? JSON.parse(request.responseText) : null;
}
