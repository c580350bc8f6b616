/** A worksheet as a file that it can be opened from again. */

/** @typedef {import("../parts/sheet/notes.js").Values} Values */

const FORM = "scormkit-worksheet-1";
const LONGEST = 1000000;

/**
 * @param {string} sheet
 * @param {Values} values
 */
export const write = (sheet, values) => `${JSON.stringify({ form: FORM, sheet, values }, null, 1)}\n`;

/**
 * What a file holds that a learner chose; null where it is no file of this sheet.
 *
 * @param {string} text
 * @param {string} sheet
 * @returns {Values | null}
 */
export function read(text, sheet) {
  if (text.length > LONGEST) return null;
  try {
    const found = JSON.parse(text);
    if (found.form !== FORM || found.sheet !== sheet) return null;
    return Object.fromEntries(Object.entries(found.values).filter(([, value]) => typeof value === "string"));
  } catch {
    return null;
  }
}
