/**
 * The picture of a self-assessment: a radar for three groups or more, bars for one or two. The table beside it says the
 * same in figures, so nothing here is read out.
 */

const [WIDTH, MIDDLE, RADIUS] = [320, 160, 122];
const [BAR_LEFT, BAR_WIDTH, ROW] = [40, 264, 64];

/** @typedef {(number | null)[]} Series One average for each group; null where there is none. */

/**
 * Where a share of the way along an axis ends. The first axis points up, the others follow clockwise.
 *
 * @param {number} axis
 * @param {number} axes
 * @param {number} share
 * @returns {[number, number]}
 */
export function corner(axis, axes, share) {
  const angle = (2 * Math.PI * axis) / axes;
  /** @param {number} value */
  const tidy = (value) => Math.round(value * 100) / 100;
  return [tidy(MIDDLE + Math.sin(angle) * share * RADIUS), tidy(MIDDLE - Math.cos(angle) * share * RADIUS)];
}

/**
 * @param {SVGElement} svg
 * @param {number} points How many points the scale has.
 * @param {Series[]} series The moment now, and the earlier one where there is one.
 */
export function draw(svg, points, series) {
  const axes = series[0]?.length || 0;
  svg.replaceChildren();
  /**
   * @param {string} name
   * @param {string} kind
   * @param {Record<string, string | number>} attributes
   */
  const add = (name, kind, attributes) => {
    const shape = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries({ class: `sk-${kind}`, ...attributes })) shape.setAttribute(key, `${value}`);
    svg.append(shape);
    return shape;
  };
  /**
   * @param {number} axis
   * @param {number} x
   * @param {number} y
   */
  const number = (axis, x, y) => {
    add("text", "axis-number", { x, y }).textContent = `${axis + 1}`;
  };
  /**
   * @param {number} moment
   * @param {number} x
   * @param {number} y
   */
  const mark = (moment, x, y) => {
    if (moment) add("rect", "then", { x: x - 5, y: y - 5, width: 10, height: 10 });
    else add("circle", "now sk-dot", { cx: x, cy: y, r: 5 });
  };
  // What is now is drawn last, over what was.
  const moments = series.map((values, moment) => ({ values, moment, kind: moment ? "then" : "now" })).reverse();
  const all = Array.from({ length: axes }, (_, axis) => axis);

  if (axes < 3) {
    svg.setAttribute("viewBox", `0 0 ${WIDTH} ${axes * ROW}`);
    for (const axis of all) {
      const y = axis * ROW + ROW / 2;
      number(axis, BAR_LEFT / 2, y);
      for (let point = 0; point <= points; point += 1) {
        const x = BAR_LEFT + (point / points) * BAR_WIDTH;
        add("line", "ring", { x1: x, x2: x, y1: y - 22, y2: y + 22 });
      }
      for (const { values, moment, kind } of moments) {
        const width = ((values[axis] || 0) / points) * BAR_WIDTH;
        const top = series.length > 1 ? y - 16 + moment * 17 : y - 10;
        if (width) add("rect", `${kind} sk-topic-bar`, { x: BAR_LEFT, y: top, width, height: series.length > 1 ? 15 : 20 });
      }
    }
    return;
  }
  svg.setAttribute("viewBox", `0 0 ${WIDTH} ${WIDTH}`);
  /** @param {(number | null)[]} values */
  const outline = (values) => values.map((value, axis) => corner(axis, axes, (value || 0) / points).join()).join(" ");
  for (let point = 1; point <= points; point += 1) add("polygon", "ring", { points: outline(all.map(() => point)) });
  for (const axis of all) {
    const [x2, y2] = corner(axis, axes, 1);
    add("line", "ring", { x1: MIDDLE, y1: MIDDLE, x2, y2 });
    number(axis, ...corner(axis, axes, 1.17));
  }
  for (const { values, moment, kind } of moments) {
    if (values.every((value) => value !== null)) add("polygon", kind, { points: outline(values) });
    for (const axis of all) {
      const value = values[axis];
      if (value) mark(moment, ...corner(axis, axes, value / points));
    }
  }
}
