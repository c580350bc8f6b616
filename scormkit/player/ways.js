/** The ways between the page of all modules and a module, where a package has such a page. Pure. */

/**
 * The query that launches a module as this page was launched, and tells it the way back.
 *
 * @param {string} search The query of the page of all modules.
 * @param {string} iri The module's id.
 */
export function wayTo(search, iri) {
  const query = new URLSearchParams(search);
  query.set("overview", query.get("activity_id") || "");
  if (query.has("endpoint")) query.set("activity_id", iri);
  return `?${query}`;
}

/**
 * Where the page of all modules is, as seen from a module; null where the module was not opened from one.
 *
 * @param {string} search The query of the module's page.
 */
export function wayBack(search) {
  const query = new URLSearchParams(search);
  const activity = query.get("overview");
  if (activity === null) return null;
  query.delete("overview");
  query.delete("activity_id");
  if (activity) query.set("activity_id", activity);
  const rest = `${query}`;
  return `../index.html${rest && `?${rest}`}`;
}
