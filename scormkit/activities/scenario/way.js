/**
 * The ways through a scenario that a learner has tried. Pure; knows no page.
 *
 * A step is one character: the id of a choice, `NEXT` where a scene went on by itself, `END` where a way ended. As an
 * answer:
 *
 *     1 2 -door-ab -hall-E -garden-c -- ac      (without the blanks)
 *     | | |                             the way now: the steps from the first scene
 *     | | each scene and the steps tried in it
 *     | how many of these scenes are the latest way to an end; there the first step is the one taken
 *     whether enough ends were reached
 *
 * No way comes to a scene twice: who comes back to a scene stands where they stood. So no way is longer than there are
 * scenes.
 */

export const NEXT = "N";
export const END = "E";

const FORM = /^([01])(\d+)((?:-[a-z][a-z0-9_]*-[a-z0-9NE]+)*)--([a-z0-9NE]*)$/;

/**
 * Where each step leads, by scene; null where it ends.
 *
 * @typedef {Map<string, Map<string, string | null>>} Plan
 */

/**
 * @typedef {object} Tries
 * @property {boolean} done Whether enough ends were reached.
 * @property {Map<string, string>} tried The steps tried in each scene.
 * @property {string} way The steps taken from the first scene.
 * @property {[scene: string, step: string][]} last The latest way to an end.
 */

/** @returns {Tries} */
export function fresh() {
  return { done: false, tried: new Map(), way: "", last: [] };
}

/**
 * @param {Tries} tries
 * @returns {string}
 */
export function encode({ done, tried, way, last }) {
  const ordered = new Map([...last, ...tried]);
  for (const [scene, step] of last) ordered.set(scene, step + (tried.get(scene) || "").replace(step, ""));
  return [`${Number(done)}${last.length}`, ...[...ordered].flat(), "", way].join("-");
}

/**
 * @param {string} answer
 * @returns {Tries | null} null where the text is no answer.
 */
export function decode(answer) {
  const found = FORM.exec(answer);
  if (!found) return null;
  const [, done, count, listed = "", way = ""] = found;
  /** @type {Map<string, string>} */
  const tried = new Map([...listed.matchAll(/-(\w+)-(\w+)/g)].map(([, scene = "", steps = ""]) => [scene, steps]));
  const last = [...tried].slice(0, Number(count)).map(([scene, steps]) => [scene, steps.charAt(0)]);
  return { done: done === "1", tried, way, last: /** @type {Tries["last"]} */ (last) };
}

/**
 * What of these tries still means something.
 *
 * @param {Tries} tries
 * @param {Plan} plan
 * @param {string} start
 * @returns {Tries}
 */
export function fit({ done, tried, way, last }, plan, start) {
  /** @type {Tries["tried"]} */
  const known = new Map();
  for (const [scene, steps] of tried) {
    const kept = [...new Set(steps)].filter((step) => plan.get(scene)?.has(step)).join("");
    if (kept) known.set(scene, kept);
  }
  const whole = last.every(([scene, step]) => plan.get(scene)?.has(step));
  const passed = walk(plan, start, way);
  return { done, tried: known, way: passed.map(([, step]) => step).join(""), last: whole ? last : [] };
}

/**
 * The scenes of a way with the step taken in each, as far as it can be walked.
 *
 * @param {Plan} plan
 * @param {string} start
 * @param {string} way
 */
export function walk(plan, start, way) {
  /** @type {[scene: string, step: string][]} */
  const passed = [];
  /** @type {string | null} */
  let scene = start;
  for (const step of way) {
    /** @type {string | null | undefined} */
    const target = scene === null ? undefined : plan.get(scene)?.get(step);
    if (scene === null || target === undefined || passed.some(([before]) => before === target)) break;
    passed.push([scene, step]);
    scene = target;
  }
  return passed;
}

/**
 * The scene that a way has come to.
 *
 * @param {Plan} plan
 * @param {string} start
 * @param {string} way
 */
export function place(plan, start, way) {
  const [scene, step] = walk(plan, start, way).pop() || [start, END];
  return plan.get(scene)?.get(step) || scene;
}

/**
 * What becomes of the tries with one step more.
 *
 * @param {Tries} tries
 * @param {Plan} plan
 * @param {string} start
 * @param {string} step
 * @param {number} wanted How many different ends have to be reached.
 * @returns {Tries}
 */
export function take({ done, tried, way, last }, plan, start, step, wanted) {
  const scene = place(plan, start, way);
  const steps = tried.get(scene) || "";
  const more = new Map(tried).set(scene, steps.includes(step) ? steps : steps + step);
  const target = plan.get(scene)?.get(step);
  const passed = walk(plan, start, way);
  const before = target === scene ? passed.length : passed.findIndex(([one]) => one === target);
  const ended = [...more.values()].filter((each) => each.includes(END)).length;
  return {
    done: done || ended >= wanted,
    tried: more,
    way: before >= 0 ? way.slice(0, before) : way + step,
    last: step === END ? [...passed, [scene, step]] : last,
  };
}

/**
 * A shortest way to a scene by steps that were tried; null where there is none.
 *
 * @param {Tries["tried"]} tried
 * @param {Plan} plan
 * @param {string} start
 * @param {string} goal
 */
export function wayTo(tried, plan, start, goal) {
  const ways = new Map([[start, ""]]);
  for (const [scene, way] of ways) {
    if (scene === goal) return way;
    for (const step of tried.get(scene) || "") {
      const target = plan.get(scene)?.get(step);
      if (target && !ways.has(target)) ways.set(target, way + step);
    }
  }
  return null;
}
