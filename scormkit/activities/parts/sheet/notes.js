/**
 * Where a learner's writing is kept: nowhere but on the page, in this browser, or by the LMS.
 *
 * What goes to the LMS as the answer: `0` for a draft or `1` for a sheet that is done and, with `lms` alone, the fields
 * that say something: the id of each and its packed text, with `--` between them. It is never an interaction.
 */

import { load, nameOf, save } from "./device.js";
import { fit, unpack } from "./packed.js";

/** @typedef {Record<string, string>} Values What stands in the fields, by the fields' ids of one character. */

/**
 * @param {boolean} done
 * @param {Values} values
 * @param {number} room How long the packed text of a field may be.
 */
export function seal(done, values, room) {
  const parts = Object.entries(values).map(([id, text]) => id + fit(text, room).packed);
  return Number(done) + parts.filter((part) => part.length > 1).join("--");
}

/**
 * @param {string} answer
 * @returns {Values}
 */
export function unseal(answer) {
  const parts = answer.slice(1).split("--").filter((part) => part.length > 1);
  return Object.fromEntries(parts.map((part) => [part[0], unpack(part.slice(1))]));
}

/**
 * @param {{ storage: string | undefined, room: number, sheet: string }} place
 * @param {import("../../../player/behaviour.js").Services} services
 */
export function notes({ storage, room, sheet }, { answer, owner, record }) {
  const open = () => localStorage;
  const name = storage === "device" ? nameOf(owner(), sheet) : "";
  let done = isDone(answer || "");

  return {
    /** What was kept before. */
    values: storage === "device" ? load(open, name, Date.now()) : storage === "lms" ? unseal(answer || "") : {},
    done,

    /**
     * @param {Values} values
     * @returns {boolean} Whether they are kept as they should be, as far as this page can tell.
     */
    keep(values) {
      if (storage === "lms") record(seal(done, values, room));
      return storage !== "device" || save(open, name, values, Date.now());
    },

    /** @param {Values} values */
    finish(values) {
      done = true;
      record(seal(done, storage === "lms" ? values : {}, room));
    },
  };
}

/** @param {string} answer */
export const isDone = (answer) => answer.startsWith("1");
