/**
 * Any text as `[A-Za-z0-9_-]`, the characters that no LMS and no transport changes; short for the languages of Europe.
 *
 *     letters a to z, digits        as they are
 *     blank                         _
 *     what stands in `SHORT`        - and a character of `CODES`
 *     any other character           - and X, Y or Z and its code point in 2, 3 or 4 digits of base 62
 *
 * So a character takes 6 at most, and `--` stands in no packed text: it can separate two.
 */

const CODES = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVW_";
const SHORT = ".,?!:;'\"()-/\néëèêïöüóáàäçôîûßñ‘’“”„«»–…€%&+*=@#[]<>_\u00a0\u202f°½É•";
const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const SIZES = "XYZ";
const FEWEST = 2;
const LAST = 0x10ffff;

/** @param {string} character */
function code(character) {
  if (/[A-Za-z0-9]/.test(character)) return character;
  if (character === " ") return "_";
  const at = SHORT.indexOf(character);
  if (at >= 0) return `-${CODES[at]}`;
  let digits = "";
  let rest = character.codePointAt(0) || 0;
  for (; rest || digits.length < FEWEST; rest = Math.floor(rest / DIGITS.length)) {
    digits = `${DIGITS[rest % DIGITS.length]}${digits}`;
  }
  return `-${SIZES[digits.length - FEWEST]}${digits}`;
}

/** @param {string} text */
export const pack = (text) => [...text].map(code).join("");

/**
 * What a packed text says. Never throws: what `pack` cannot have written is left out.
 *
 * @param {string} packed
 */
export function unpack(packed) {
  return packed.replace(/_|-(?:X..|Y...|Z....|[^XYZ]|.*)/g, (found) => {
    if (found === "_") return " ";
    const [, first = "", ...digits] = found;
    if (!digits.length) return (first && SHORT[CODES.indexOf(first)]) || "";
    const point = digits.reduce((sum, digit) => sum * DIGITS.length + DIGITS.indexOf(digit), 0);
    return point >= 0 && point <= LAST && digits.length === SIZES.indexOf(first) + FEWEST
      ? String.fromCodePoint(point)
      : "";
  });
}

/**
 * As much of the beginning of a text as `room` characters hold.
 *
 * @param {string} text
 * @param {number} room
 * @returns {{ packed: string, left: number, over: number }} The room that is left, and how many characters of the text
 * found none.
 */
export function fit(text, room) {
  let packed = "";
  let over = 0;
  for (const each of [...text].map(code)) {
    if (over || packed.length + each.length > room) over += 1;
    else packed += each;
  }
  return { packed, left: room - packed.length, over };
}
