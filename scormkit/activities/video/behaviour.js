/** A film that stops at its pauses, and in which moments can be marked. */

import { parts, recording } from "#parts/recording/recording.js";
import { isViewing, pack, restrict, unpack } from "./answer.js";
import { marking } from "./moments.js";
import { pausing } from "./pauses.js";

/** @type {import("../../player/behaviour.js").Behaviour} */
export const behaviour = {
  kind: "video",

  fits: (_, answer) => isViewing(answer),

  done: (answer) => unpack(answer).done,

  entry(element) {
    const [question] = parts(element, "[data-sk-question]");
    const times = parts(element, "[data-sk-at-second] .sk-time").map((time) => time.innerText);
    return question && times.length ? { question: question.innerText.trim(), answer: times } : null;
  },

  attach(element, { answer, record, say }) {
    const video = /** @type {HTMLVideoElement} */ (parts(element, "video")[0]);
    const pauses = parts(element, "[data-sk-pause]").map(({ dataset }) => dataset["skPause"] || "");
    const most = Number(parts(element, "[data-sk-mark]")[0]?.dataset["skMark"] || 0);
    const viewing = restrict(unpack(answer || "0"), pauses, most);
    const keep = () => record(pack(viewing));
    const finish = () => {
      viewing.done = true;
      keep();
    };
    const open = [pausing(element, video, viewing, { keep, finish, say }), marking(element, video, viewing, { keep, say })];
    const fail = () => {
      for (const each of open) each();
    };
    recording(element, video, { done: viewing.done, finish, fail, say });
    // A browser may remember that they were off in another film.
    for (const track of video.textTracks) if (track.language === document.documentElement.lang) track.mode = "showing";
  },
};
