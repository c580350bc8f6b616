/**
 * What both LMS pages share: an API that notes every call and fails on request, and the data model made flat.
 *
 * The data model and its rules are scorm-again's.
 */

/** @typedef {{ name: string, values: string[], result: string | null, error: string }} Call */
/** @typedef {{ call: string, how: "false" | "throw" | "silent", times: number }} Fault */

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

/** The calls since this was asked last. */
export function untold() {
  const news = calls.all.slice(calls.told);
  calls.told = calls.all.length;
  return news;
}

/**
 * An API for a SCO.
 *
 * @param {Record<string, (...values: string[]) => unknown>} lms scorm-again's
 * @param {{ names: string[], lastError: string, faults: Fault[], after: (name: string, result: string) => void,
 *   before?: (name: string, values: string[]) => string | void }} how `before` and `after` are called around each call
 *   that does not fail; what `before` gives is the answer
 */
export function api(lms, { names, lastError, faults, after, before }) {
  /**
   * @param {string} name
   * @param {unknown[]} given
   */
  function answer(name, given) {
    const values = given.map(String);
    const fault = faults.find((each) => each.call === name && each.times > 0);
    if (fault) {
      fault.times -= 1;
      calls.all.push({ name, values, result: fault.how === "false" ? "false" : null, error: "101" });
      if (fault.how === "throw") throw new Error(`${name} fails on request`);
      return fault.how === "false" ? "false" : undefined;
    }
    const known = before?.(name, values);
    const result = known ?? String(lms[name]?.(...values));
    const error = known !== undefined || name === lastError ? "0" : String(lms[lastError]?.());
    calls.all.push({ name, values, result, error });
    after(name, result);
    return result;
  }

  return Object.fromEntries(names.map((name) => [name, (/** @type {unknown[]} */ ...given) => answer(name, given)]));
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
 * @returns {any} its answer; null where the page is going away and may not wait for one
 */
export function tell(url, what) {
  const body = JSON.stringify(what);
  const request = new XMLHttpRequest();
  try {
    request.open("POST", url, false);
    request.send(body);
  } catch {
    navigator.sendBeacon(url, body);
    return null;
  }
  return request.status === 200 ? JSON.parse(request.responseText) : null;
}
