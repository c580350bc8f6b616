/**
 * A gentle look at a text for what names a person: it is for the writer's eyes, on the page, and goes nowhere.
 *
 * It keeps to what has a form of its own. Names of people and places have none, and a warning that is mostly wrong is
 * soon not read.
 */

const MAIL = /[^\s@<>()]+@[^\s@<>()]+\.\p{L}{2,}/u;
const PHONES = [
  /(?<![\w.,])(?:\+|00)[1-9](?:[ ()/\u00a0-]{0,3}\d){8,13}(?!\d)/,
  /(?<![\w.,])0[1-9](?:[ ()/\u00a0-]{0,3}\d){7,9}(?!\d)/,
  /(?<![\w.,])0[1-9](?:\.\d\d){4}(?![.\d])/,
];
const NUMBER = /(?<![\d.,])(?:\d{9}|\d{4}[. ]\d{2}[. ]\d{3}|\d{3}[. ]\d{3}[. ]\d{3})(?!\d)/g;
const MONTH = "(?:jan|f[eé][bv]|m(?:a|ä|ei|rt)|apr|avr|ju[nil]|au|ao[uû]|sep|o[ck]t|nov|d[eé][cz])\\p{L}*\\.?,?";
const YEAR = "(?:19|20)\\d\\d(?!\\d)";
const DATES = [
  new RegExp(`(?<!\\d)(?:0?[1-9]|[12]\\d|3[01])([-/.])(?:0?[1-9]|1[0-2])\\1${YEAR}`),
  /(?<![\d/-])(?:0[1-9]|[12]\d|3[01])([-/])(?:0[1-9]|1[0-2])\1\d\d(?![\d/-])/,
  new RegExp(`(?<!\\d)${YEAR}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])(?!\\d)`),
  new RegExp(`(?<!\\d)\\d\\d?(?:\\.|st|nd|rd|th|er|e)?\\s+${MONTH}\\s+${YEAR}`, "iu"),
  new RegExp(`(?<!\\p{L})${MONTH}\\s+\\d\\d?,?\\s+${YEAR}`, "iu"),
];

/**
 * The check digit of a Dutch citizen service number (BSN): of ten numbers that are none, nine do not pass.
 *
 * @param {string} number
 */
function isCitizen(number) {
  const digits = [...number.replace(/\D/g, "")].map(Number);
  const sum = digits.reduce((total, digit, n) => total + digit * (n === 8 ? -1 : 9 - n), 0);
  return sum % 11 === 0 && digits.some((digit) => digit > 0);
}

/**
 * What a text seems to hold: `mail`, `phone`, `number` or `date`.
 *
 * @param {string} text
 * @returns {string[]}
 */
export function cautions(text) {
  if (!text) return [];
  const found = {
    mail: MAIL.test(text),
    phone: PHONES.some((form) => form.test(text)),
    number: (text.match(NUMBER) || []).some(isCitizen),
    date: DATES.some((form) => form.test(text)),
  };
  return Object.entries(found).flatMap(([name, is]) => (is ? [name] : []));
}
