/**
 * A short name for a text that does not say the text: it keeps apart what several people leave in one browser.
 *
 * It is no secret: who knows a text can tell whether it gives this name.
 *
 * @param {string} text
 * @returns {string} Empty for an empty text, else eight characters.
 */
export function digest(text) {
  let [low, high] = [0x811c9dc5, 0x01000193];
  for (const character of text) {
    const code = character.codePointAt(0) || 0;
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ low, 0x5bd1e995);
  }
  const name = ((low >>> 0).toString(36) + (high >>> 0).toString(36)).slice(0, 8);
  return text && name.padStart(8, "0");
}
