/**
 * The SCORM 2004 LMS page: a table of contents, the buttons that the content leaves to the LMS, and `API_1484_11` for
 * the SCO in the frame, which the sequencer delivers.
 *
 * Sources: SCORM 2004 4th Edition, Run-Time Environment (RTE) 3, Sequencing and Navigation (SN) 5.6.
 */

import { api, flat, keep, noted, tell } from "./calls.js";
import { Engine } from "./engine.js";

const FUNCTIONS = ["Initialize", "Terminate", "GetValue", "SetValue", "Commit", "GetLastError", "GetErrorString", "GetDiagnostic"];
/** @type {Record<string, string>} */
const BUTTONS = {
  previous: "Previous",
  continue: "Continue",
  exit: "Leave this part",
  suspendAll: "Save and leave",
  exitAll: "End the course",
};
const FLOWS = ["continue", "previous"];
const CHOICE = /^adl\.nav\.request_valid\.choice\.\{target=(.+)\}$/;

const launch = JSON.parse(document.getElementById("launch")?.textContent || "");
const page = /** @type {any} */ (window);
const engine = new Engine(launch.tree, launch.state);
const { lms } = engine;
const [buttons, contents, message] = ["buttons", "contents", "message"].map(
  (id) => /** @type {HTMLElement} */ (document.getElementById(id)),
);

/** The identifier of the activity whose SCO is in the frame, or was last. */
let sco = "";
/** What the learner asked the LMS for; it goes before what the SCO asks for (SN 5.6.1). */
let asked = "";
/** Whether the SCO is being taken away: its last words are waited for. */
let clearing = false;
/** Whether the session that ends is suspended as a whole. */
let suspended = false;
/** Where the learner is, as the host was told last, whenever that was. */
let told = "";

const frame = document.createElement("iframe");
frame.name = "sco";
document.querySelector("main")?.append(frame);

/** @param {boolean} committed */
function handOver(committed) {
  const state = engine.state();
  const timeless = state.replace(/"timestamp":"[^"]*"/g, "");
  const reached = keep(sco, {
    number: launch.number,
    elements: committed ? flat(lms.renderCMIToJSONObject()) : null,
    // It is long, and all the last words of a page that goes away share 64 KiB (Fetch, 4.6).
    state: timeless === told ? null : state,
    tracked: engine.tracked(),
    suspended,
  });
  if (reached) told = timeless;
  return reached;
}

/**
 * What scorm-again leaves open: its answers on what may be asked for are as old as the session.
 *
 * @param {string} name
 * @param {string[]} values
 * @returns {string | void}
 */
function before(name, [element = ""]) {
  if (name === "Terminate" && lms.isInitialized()) {
    if (asked) lms.adl.nav.request = asked;
    asked = "";
    suspended = lms.adl.nav.request === "suspendAll";
  }
  if (name !== "GetValue" || !lms.isInitialized()) return;
  const flow = FLOWS.find((each) => element === `adl.nav.request_valid.${each}`);
  if (flow) return String(engine.allows(/** @type {"continue" | "previous"} */ (flow)));
  const target = CHOICE.exec(element)?.[1];
  if (target) return String(engine.validity().choice.has(target));
}

/**
 * @param {string} name
 * @param {string} result
 */
function after(name, result) {
  let reached = true;
  if (name === "Commit") {
    reached = handOver(true);
    show();
  }
  if (name === "Terminate") {
    reached = handOver(result === "true");
    suspended = false;
    // The SCO is still on its way out of this call.
    if (!clearing) setTimeout(settle);
  }
  return reached;
}

/** Take away what is in the frame, and hear its last words. */
async function clear() {
  if (!frame.src || frame.src === "about:blank") return;
  clearing = true;
  const gone = new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
  frame.src = "about:blank";
  await gone;
  clearing = false;
}

/**
 * The learner asks the LMS to go somewhere.
 *
 * @param {string} request
 * @param {string} [target]
 */
async function leave(request, target) {
  asked = target ? `{target=${target}}${request}` : request;
  await clear();
  // An asset says nothing at its end; nor does a SCO that was not begun, or has ended before.
  if (asked) engine.ask(request, target);
  asked = "";
  await settle();
}

/** Go where the sequencer says. */
async function settle() {
  const next = engine.take();
  if (next) {
    await deliver(next);
  } else if (engine.ended) {
    await clear();
    say("You have left the course. ");
    const again = document.createElement("a");
    again.href = `/start?number=${launch.number}`;
    again.textContent = "Come back";
    message?.append(again);
  } else if (engine.exception) {
    say(`That is not possible now (${engine.exception}).`);
  } else if (!sco) {
    say("Choose a part.");
  }
  if (sco) handOver(false);
  show();
}

/** @param {any} activity */
async function deliver(activity) {
  await clear();
  sco = activity.id;
  const { href, elements } = tell(`/begin/${encodeURIComponent(sco)}`, {
    number: launch.number,
    resumed: activity.deliveryWasResumed === true,
  });
  engine.load(elements);
  say("");
  frame.title = activity.title;
  frame.src = href;
}

/** @param {string} text */
function say(text) {
  if (message) message.textContent = text;
}

/** Show what the learner may do now. */
function show() {
  const { current } = engine;
  const validity = engine.validity();
  const offered = Object.keys(BUTTONS).filter((request) => !validity.hidden.includes(request));
  buttons?.replaceChildren(
    ...offered.map((request) => {
      const usable = FLOWS.includes(request)
        ? engine.allows(/** @type {"continue" | "previous"} */ (request))
        : Boolean(request === "exit" ? current?.isActive : current);
      return button(BUTTONS[request] ?? request, usable, () => leave(request), request);
    }),
  );
  const tracked = new Map(engine.tracked().map((each) => [each.id, each]));
  /** @param {any[]} activities @returns {HTMLElement[]} */
  const items = (activities) =>
    activities
      .filter((each) => each.isVisible)
      .map((each) => {
        const item = document.createElement("li");
        const entry = button(each.title, validity.choice.has(each.id), () => leave("choice", each.id), each.id);
        if (each === current) entry.setAttribute("aria-current", "page");
        const status = document.createElement("small");
        const { completion, success } = tracked.get(each.id) ?? { completion: "", success: "" };
        status.textContent = [completion, success].filter((said) => said !== "unknown").join(", ");
        item.append(entry, status);
        if (each.children.length) {
          const below = document.createElement("ol");
          below.append(...items(each.children));
          item.append(below);
        }
        return item;
      });
  contents?.replaceChildren(...items(engine.root.children));
}

/**
 * @param {string} text
 * @param {boolean} usable
 * @param {() => void} press
 * @param {string} request
 */
function button(text, usable, press, request) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = text;
  made.disabled = !usable;
  made.dataset["request"] = request;
  made.addEventListener("click", press);
  return made;
}

page.calls = noted();
page.faults = launch.faults;
if (launch.api) {
  page.API_1484_11 = api(lms, { names: FUNCTIONS, lastError: "GetLastError", faults: launch.faults, before, after });
}
addEventListener("pagehide", () => sco && handOver(false));

engine.begin(launch.wanted);
await settle();
