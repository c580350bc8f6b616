/** No LMS: the module works all the same, and nothing of it is kept. */

/**
 * @param {boolean} missing Whether an LMS was looked for.
 * @returns {import("../contract.js").Connector}
 */
export function alone(missing) {
  const taken = () => true;
  return {
    host: missing ? "missing" : "none",
    learner: () => "",
    open: () => ({ writable: true, status: null, score: null, page: "", state: "" }),
    writeStatus: taken,
    writeSuspend: taken,
    writeScore: taken,
    writeState: taken,
    writeInteraction: taken,
    commit: taken,
    close: taken,
  };
}

/** @returns {import("../contract.js").Connector} */
export function connect() {
  return alone(false);
}
