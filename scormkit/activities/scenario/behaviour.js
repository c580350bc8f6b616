/** Forum theatre: scenes play line by line; one stops them, steps in, sees what that does, rewinds, tries another way. */

import { END, NEXT, decode, encode, fit, fresh, place, take, walk, wayTo } from "./way.js";

/** @typedef {Element | null | undefined} Part */

/**
 * @param {Element} root
 * @param {string} name
 */
const all = (root, name) => [.../** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll(`[data-sk-${name}]`))];

/**
 * @param {Element} root
 * @param {string} name
 */
const find = (root, name) => /** @type {HTMLElement} */ (root.querySelector(`[data-sk-${name}]`));

/**
 * Copies of parts of the page; their ids stay with the originals.
 *
 * @param {Element[]} parts
 */
function copies(parts) {
  return parts.map((part) => {
    const twin = /** @type {Element} */ (part.cloneNode(true));
    for (const one of twin.querySelectorAll("[id]")) one.removeAttribute("id");
    return twin;
  });
}

/**
 * The steps that a scene on the page allows, and where they lead.
 *
 * @param {HTMLElement} scene
 */
function stepsOf(scene) {
  /** @type {Map<string, string | null>} */
  const steps = new Map(all(scene, "way").map(({ dataset }) => [dataset["skWay"] || "", dataset["skTo"] || ""]));
  if (scene.dataset["skNext"]) steps.set(NEXT, scene.dataset["skNext"]);
  return find(scene, "ends") ? steps.set(END, null) : steps;
}

/** @type {import("../../player/behaviour.js").Behaviour} */
export const behaviour = {
  kind: "scenario",

  fits: (_, answer) => decode(answer) !== null,

  done: (answer) => answer.startsWith("1"),

  response(answer) {
    const { last } = decode(answer) || fresh();
    return last.map(([scene, step]) => `${scene}.${step === NEXT ? "next" : step === END ? "end" : step}`);
  },

  entry(element) {
    const answer = [...element.querySelectorAll("[data-sk-trail] li > p")].map((part) => part.textContent || "");
    return answer.length ? { question: find(element, "question").innerText, answer } : null;
  },

  attach(element, { answer, record, say }) {
    const stage = find(element, "stage");
    const start = stage.dataset["skStage"] || "";
    const scenes = new Map(all(stage, "scene").map((scene) => [scene.dataset["skScene"] || "", scene]));
    const plan = new Map([...scenes].map(([id, scene]) => [id, stepsOf(scene)]));
    const [go, whole] = [find(element, "go"), find(element, "all")];
    const [back, again] = [find(element, "back"), find(element, "again")];
    const [came, map, words] = [find(element, "came"), find(element, "map"), find(element, "words")];
    const own = element.querySelector("textarea");
    const eyes = element.querySelector("select");
    /** @type {Map<Part, string>} What the learner wrote at each choice; gone with the page. */
    const written = new Map();

    let tries = fit((answer && decode(answer)) || fresh(), plan, start);
    /** How many lines of the scene are shown; whether they were asked for all at once; the ways that are laid open. */
    let [shown, unrolled] = [0, false];
    /** @type {HTMLElement | null} */
    let open = null;

    const here = () => /** @type {HTMLElement} */ (scenes.get(place(plan, start, tries.way)));
    const lines = () => all(here(), "line");
    const ended = () => tries.way.endsWith(END);
    const keep = () => record(encode(tries));

    /**
     * The choice on the page that a step stands for.
     *
     * @param {string} scene
     * @param {string} step
     */
    const choice = (scene, step) => scenes.get(scene)?.querySelector(`[data-sk-way="${step}"]`);

    /** The choice that led to this scene. */
    const latest = () => {
      const [scene, step] = walk(plan, start, tries.way.replace(END, "")).pop() || ["", ""];
      return choice(scene, step);
    };

    const show = () => {
      const scene = here();
      for (const one of scenes.values()) one.hidden = one !== scene;
      for (const [n, line] of lines().entries()) line.hidden = n >= shown;
      for (const moment of all(scene, "moment")) {
        const at = Number(moment.dataset["skMoment"] || shown);
        const [group, stop] = [find(moment, "group"), find(moment, "stop")];
        group.hidden = group !== open;
        if (stop) stop.hidden = group === open || ended() || at > shown || (at < shown && !unrolled);
      }
      for (const one of all(scene, "onward")) one.hidden = true;
      for (const one of all(scene, "ends")) one.hidden = !ended();
      for (const one of all(scene, "sees")) one.hidden = one.dataset["skSees"] !== eyes?.value;
      const tried = tries.tried.get(scene.dataset["skScene"] || "") || "";
      for (const one of all(scene, "way")) find(one, "been").hidden = !tried.includes(one.dataset["skWay"] || "");
      go.hidden = ended() || open?.dataset["skGroup"] === "final";
      whole.hidden = shown >= lines().length || open !== null;
      back.hidden = again.hidden = tries.way === "";
      if (words) words.hidden = open === null;
      draw();
    };

    /** Draw the map, and write down the way taken. */
    const draw = () => {
      const passed = walk(plan, start, tries.way);
      for (const item of all(map, "at")) {
        const id = item.dataset["skAt"] || "";
        const current = scenes.get(id) === here();
        const tried = tries.tried.get(id) || "";
        item.hidden = !current && !tried;
        item.toggleAttribute("data-sk-passed", current || passed.some(([scene]) => scene === id));
        item.querySelector("button")?.setAttribute("aria-current", current ? "step" : "false");
        find(item, "here").hidden = !current;
        for (const branch of all(item, "branch")) {
          const taken = tried.includes(branch.dataset["skBranch"] || "");
          find(branch, "tried").hidden = !taken;
          find(branch, "untried").hidden = taken;
        }
      }
      find(map, "count").textContent = String([...tries.tried.values()].filter((each) => each.includes(END)).length);
      element.toggleAttribute("data-sk-went", tries.way !== "");
      const items = passed.map(([scene, step]) => {
        const taken = choice(scene, step);
        const [item, line] = [document.createElement("li"), document.createElement("p")];
        const heading = scenes.get(scene)?.querySelector("h3");
        const parts = [heading?.textContent, taken && find(taken, "text").textContent, written.get(taken)];
        line.textContent = parts.filter(Boolean).join(" – ");
        item.append(line, ...copies(taken ? all(taken, "effects") : step === END ? all(here(), "ends") : []));
        return item;
      });
      find(element, "trail").querySelector("ol")?.replaceChildren(...items);
    };

    /** @param {HTMLElement} group */
    const lay = (group) => {
      open = group;
      if (!own) return;
      own.value = "";
      group.querySelector("ul")?.before(words);
    };

    /**
     * All lines of the scene were said: it waits for a choice, or the way ends.
     *
     * @returns {Part} Where the reading goes on.
     */
    const settle = () => {
      const final = all(here(), "group").find(({ dataset }) => dataset["skGroup"] === "final");
      const ends = find(here(), "ends");
      if (final) lay(final);
      else if (ends) tries = take(tries, plan, start, END, Number(stage.dataset["skWays"]));
      return (final || ends)?.querySelector("h4");
    };

    /** Begin the scene that the way has come to. */
    const enter = () => {
      const taken = latest();
      open = null;
      unrolled = ended();
      shown = unrolled ? lines().length : Math.min(1, lines().length);
      came.hidden = !taken;
      if (!taken) return;
      const [said, does] = [find(came, "said"), find(came, "does")];
      find(came, "chosen").textContent = find(taken, "text").textContent;
      said.textContent = written.get(taken) || "";
      said.hidden = !said.textContent;
      does.querySelector("dl")?.remove();
      does.append(...copies(all(taken, "effects")));
      does.hidden = !does.querySelector("dl");
      find(here(), "heading").after(came);
    };

    /** Show a scene that the learner came to, and keep how they came there. */
    const turn = () => {
      enter();
      if (!shown && !here().dataset["skNext"] && !ended()) settle();
      show();
      keep();
      find(here(), "heading").focus();
    };

    /** @param {string} step */
    const advance = (step) => {
      tries = take(tries, plan, start, step, Number(stage.dataset["skWays"]));
      turn();
    };

    /** @param {HTMLElement} moment */
    const stop = (moment) => {
      shown = Number(moment.dataset["skMoment"] || shown);
      lay(find(moment, "group"));
      show();
      find(moment, "ask").focus();
    };

    go.addEventListener("click", () => {
      open = null;
      const line = lines()[shown];
      if (line) {
        shown += 1;
        show();
        const stops = all(here(), "stop").some((one) => !one.hidden);
        const text = /** @type {HTMLElement} */ (line.lastElementChild).innerText;
        say(`${text}\n${stops ? find(element, "can").textContent : ""}`);
        go.scrollIntoView({ block: "nearest" });
      } else if (here().dataset["skNext"]) {
        advance(NEXT);
      } else {
        const next = /** @type {HTMLElement} */ (settle());
        show();
        if (ended()) keep();
        next.focus();
      }
    });

    whole.addEventListener("click", () => {
      const line = lines()[shown];
      shown = lines().length;
      unrolled = true;
      show();
      line?.focus();
    });

    stage.addEventListener("click", (event) => {
      const target = /** @type {Element} */ (event.target);
      const moment = /** @type {HTMLElement | null} */ (target.closest("[data-sk-moment]"));
      const taken = /** @type {HTMLElement | null} */ (target.closest("a.sk-step")?.closest("[data-sk-way]"));
      if (taken) {
        event.preventDefault();
        if (own?.value.trim()) written.set(taken, own.value.trim());
        advance(taken.dataset["skWay"] || "");
      } else if (moment && target.closest("[data-sk-stop]")) {
        stop(moment);
      }
    });

    back.addEventListener("click", () => {
      /** @type {Part} */
      let taken = null;
      do {
        taken = latest();
        if (ended()) taken = null;
        tries = { ...tries, way: tries.way.slice(0, -1) };
      } while (tries.way && !find(here(), "moment"));
      turn();
      const moment = /** @type {HTMLElement | null | undefined} */ (taken?.closest("[data-sk-moment]"));
      if (!moment) return;
      if (!moment.dataset["skMoment"]) shown = lines().length;
      stop(moment);
    });

    again.addEventListener("click", () => {
      tries = { ...tries, way: "" };
      turn();
    });

    map.addEventListener("click", ({ target }) => {
      const goal = /** @type {Element} */ (target).closest("button")?.closest("li")?.dataset["skAt"];
      if (!goal) return;
      const passed = walk(plan, start, tries.way).findIndex(([scene]) => scene === goal);
      const way = passed < 0 ? wayTo(tries.tried, plan, start, goal) : tries.way.slice(0, passed);
      tries = { ...tries, way: way ?? tries.way };
      turn();
    });

    eyes?.addEventListener("change", () => {
      show();
      say(all(here(), "sees").find((one) => !one.hidden)?.innerText || "");
    });

    // Browsers put back what was filled in before a reload.
    if (own) own.value = "";
    if (eyes) eyes.value = "";
    for (const one of all(element, "only")) one.hidden = false;
    enter();
    // What is kept waits for the learner's own doing: here nothing ends yet.
    if (!shown && !ended() && find(here(), "group")?.dataset["skGroup"] === "final") settle();
    show();
  },
};
