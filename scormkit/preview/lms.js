/** The SCORM 1.2 LMS page: offers `window.API` to the one SCO in its frame. */

import { api, flat, keep, noted } from "./calls.js";

const FUNCTIONS = ["Initialize", "Finish", "GetValue", "SetValue", "Commit", "GetLastError", "GetErrorString", "GetDiagnostic"];

const launch = JSON.parse(document.getElementById("launch")?.textContent || "");
const page = /** @type {any} */ (window);

// A log level above "error" keeps the console for what the SCO itself has to say.
const lms = new page.Scorm12API({ autocommit: false, logLevel: 5 });
lms.loadFromFlattenedJSON(launch.elements, "");

/** @param {boolean} committed */
function handOver(committed) {
  const elements = committed ? flat(lms.renderCMIToJSONObject()) : null;
  return keep(launch.sco, { number: launch.number, elements });
}

page.calls = noted();
page.faults = launch.faults;
if (launch.api) {
  page.API = api(lms, {
    names: FUNCTIONS.map((name) => `LMS${name}`),
    lastError: "LMSGetLastError",
    faults: launch.faults,
    after: (name) => !["LMSCommit", "LMSFinish"].includes(name) || handOver(true),
  });
}
addEventListener("pagehide", () => handOver(false));

const frame = document.createElement("iframe");
frame.title = document.title;
frame.name = "sco";
frame.src = launch.href;
document.body.append(frame);
