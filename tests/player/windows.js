/** Windows in which an API is looked for. */

/** A window with an API, or without one, under `parent`; the topmost is its own parent. */
export function windowOf(found, parent, more = {}) {
  const window = { API: found, API_1484_11: found, ...more };
  window.parent = parent || window;
  window.top = more.top || (parent ? parent.top : window);
  return window;
}
