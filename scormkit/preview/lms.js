/**
 * The LMS page: offers `window.API` to the SCO in its frame, notes every call, and hands over what is to be kept.
 *
 * The data model and its rules are scorm-again's; failing on request is ours.
 */

/** @typedef {{ name: string, values: string[], result: string | null, error: string }} Call */
/** @typedef {{ call: string, how: "false" | "throw" | "silent", times: number }} Fault */

(() => {
  const launch = JSON.parse(document.getElementById("launch")?.textContent || "");
  /** @type {Fault[]} */
  const faults = launch.faults;
  const page = /** @type {any} */ (window);
  /** @type {Call[]} Every call of this launch. */
  const calls = [];
  let handedOver = 0;

  // A log level above "error" keeps the console for what the SCO itself has to say.
  const lms = new page.Scorm12API({ autocommit: false, logLevel: 5 });
  lms.loadFromFlattenedJSON(launch.elements, "");

  /**
   * The data model as elements and values, flat.
   *
   * @param {Record<string, any>} tree
   * @param {string} above
   * @returns {[string, string][]}
   */
  function flatten(tree, above) {
    return Object.entries(tree).flatMap(([name, value]) => {
      const element = above ? `${above}.${name}` : name;
      if (value && typeof value === "object") return flatten(value, element);
      return value === "" || value === undefined ? [] : [[element, String(value)]];
    });
  }

  /** @param {boolean} committed */
  function handOver(committed) {
    const elements = committed ? Object.fromEntries(flatten(lms.renderCMIToJSONObject(), "")) : null;
    const body = JSON.stringify({ number: launch.number, elements, calls: calls.slice(handedOver) });
    const url = `/kept/${encodeURIComponent(launch.sco)}`;
    handedOver = calls.length;
    try {
      const request = new XMLHttpRequest();
      request.open("POST", url, false);
      request.send(body);
    } catch {
      // A page that is going away may not wait for an answer.
      navigator.sendBeacon(url, body);
    }
  }

  /**
   * @param {string} name
   * @param {unknown[]} given
   */
  function answer(name, given) {
    const values = given.map(String);
    const fault = faults.find((each) => each.call === name && each.times > 0);
    if (fault) {
      fault.times -= 1;
      calls.push({ name, values, result: fault.how === "false" ? "false" : null, error: "101" });
      if (fault.how === "throw") throw new Error(`${name} fails on request`);
      return fault.how === "false" ? "false" : undefined;
    }
    const result = String(lms[name](...values));
    const error = name === "LMSGetLastError" ? "0" : String(lms.LMSGetLastError());
    calls.push({ name, values, result, error });
    if (name === "LMSCommit" || name === "LMSFinish") handOver(true);
    return result;
  }

  const names = ["Initialize", "Finish", "GetValue", "SetValue", "Commit", "GetLastError", "GetErrorString", "GetDiagnostic"];
  page.calls = calls;
  if (launch.api) {
    page.API = Object.fromEntries(
      names.map((name) => [`LMS${name}`, (/** @type {unknown[]} */ ...given) => answer(`LMS${name}`, given)]),
    );
  }
  addEventListener("pagehide", () => handOver(false));

  const frame = document.createElement("iframe");
  frame.title = document.title;
  frame.name = "sco";
  frame.src = launch.href;
  document.body.append(frame);
})();
