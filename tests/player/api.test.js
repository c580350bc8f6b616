import assert from "node:assert/strict";
import { test } from "node:test";

import { findApi as find } from "../../scormkit/player/connectors/api.js";
import { windowOf } from "./windows.js";

const findApi = (window) => find(window, "API");
const api = () => ({});

/** A window of another origin: whoever looks for an API in it is refused, but its parent may be asked for. */
function strange(parent) {
  const window = {
    get API() {
      throw new Error("SecurityError");
    },
  };
  window.parent = parent || window;
  window.top = window;
  return window;
}

test("the API is found here, above, at the opener, above the opener, and at the opener of the top", () => {
  const found = api();
  assert.equal(findApi(windowOf(found)), found);
  assert.equal(findApi(windowOf(null, windowOf(null, windowOf(found)))), found);
  assert.equal(findApi(windowOf(null, null, { opener: windowOf(found) })), found);
  assert.equal(findApi(windowOf(null, null, { opener: windowOf(null, windowOf(found)) })), found);
  assert.equal(findApi(windowOf(null, windowOf(null), { top: { opener: windowOf(found) } })), found);
});

test("the nearest API is the one", () => {
  const near = api();
  assert.equal(findApi(windowOf(near, windowOf(api()), { opener: windowOf(api()) })), near);
});

test("a window of another origin in between does not end the search", () => {
  const found = api();
  assert.equal(findApi(windowOf(null, strange(windowOf(found)))), found);
  assert.equal(findApi(windowOf(null, strange(null), { opener: windowOf(found) })), found);
});

test("windows that refuse everything, or never end, hold no API", () => {
  const refusing = new Proxy({}, { get: () => { throw new Error("SecurityError"); } });
  assert.equal(findApi(refusing), null);
  const endless = () => ({ get parent() { return endless(); } });
  assert.equal(findApi(endless()), null);
});

test("each standard's API is found by its own name", () => {
  const [old, young] = [{}, {}];
  const window = windowOf(null, null, { API: old, API_1484_11: young });
  assert.equal(find(window, "API"), old);
  assert.equal(find(window, "API_1484_11"), young);
});
