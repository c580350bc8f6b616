/** A recording: heard to the end, or read. */

import { parts, recording } from "#parts/recording/recording.js";

/** @type {import("../../player/behaviour.js").Behaviour} */
export const behaviour = {
  kind: "audio",

  attach(element, { answer, record, say }) {
    const audio = /** @type {HTMLAudioElement} */ (parts(element, "audio")[0]);
    const finish = () => {
      if (element.dataset["skActivity"]) record("1");
    };
    recording(element, audio, { done: answer !== null, finish, say });
  },
};
