/** An LRS that fits in a test, as `fetch` meets it, and the window of a launch. */

import { createHash } from "node:crypto";

const verbOf = ({ verb }) => verb.id.split("/").at(-1);

/** Whether cmi5 defines a statement; of what it merely allows no rule of 9.3 speaks. */
const isDefined = ({ context }) => [context.contextActivities.category ?? []].flat().some(({ id }) => id.endsWith("/cmi5"));

/** Whether a statement breaks a rule of cmi5 (9.3) after these others of its registration. */
function breaks(statement, token, others, sessions) {
  const verb = isDefined(statement) ? verbOf(statement) : "";
  const ours = others.filter(({ id }) => sessions.get(id) === token);
  const said = (list, name) => list.filter((one) => isDefined(one) && verbOf(one) === name);
  if (verb === "initialized") return said(ours, verb).length > 0;
  // Requests may overtake one another: what counts is when it was said.
  if (said(ours, "terminated").some(({ timestamp }) => timestamp <= statement.timestamp)) return true;
  if (verb === "completed" || verb === "passed") return said(others, verb).length > 0;
  return verb === "failed" && said(others, "passed").length > 0;
}

const tagOf = (text) => `"${createHash("sha1").update(text).digest("hex")}"`;

export class Store {
  /** Documents by the place that a request names. */
  documents = new Map();
  statements = [];
  /** Every request: method, what is asked for, headers, body. */
  log = [];
  /** Answers to give instead, first come first served: `{ method, path, status }`; status 0 is no answer. */
  faults = [];
  /** Whether it gives tags: with a document alone, with what is written too, or never. */
  tags = "read";
  /** The status to refuse a statement with; 0 where it is taken. */
  refuses = () => 0;
  /** Each token stands for a session of cmi5, and its rules hold for what comes with one. */
  tokens = [];
  /** The learner's preferences, of cmi5. */
  preferences = null;
  handedOut = false;
  /** The tokens that statements came with, by their ids. */
  sessions = new Map();
  /** Called before each answer. */
  before = async () => {};

  fetch = async (url, options) => {
    const { pathname, searchParams } = new URL(url);
    const path = pathname.replace(/^.*\/(statements|activities\/state|agents\/profile|fetch)$/, "$1");
    const { method, headers = {}, body, keepalive = false } = options;
    const asked = { method, path, headers, keepalive, body: body && JSON.parse(body), stateId: searchParams.get("stateId") };
    this.log.push(asked);
    await this.before(asked);
    const at = this.faults.findIndex((one) => one.method === method && one.path === path);
    if (at >= 0) {
      const [{ status }] = this.faults.splice(at, 1);
      if (!status) throw new TypeError("Failed to fetch");
      return new Response("no", { status });
    }
    if (path === "fetch") return this.hand();
    if (path === "statements") return method === "POST" ? this.take(asked.body, headers.Authorization) : this.find(searchParams.get("statementId"));
    if (path === "agents/profile") return this.preferences ? Response.json(this.preferences) : new Response("", { status: 404 });
    return this.keep(method, searchParams.toString(), headers, body);
  };

  hand() {
    if (this.handedOut) return Response.json({ "error-code": "1", "error-text": "taken" });
    this.handedOut = true;
    this.tokens.push(btoa(`token${this.tokens.length}`));
    return Response.json({ "auth-token": this.tokens.at(-1) });
  }

  find(id) {
    const found = this.statements.find((one) => one.id === id);
    return found ? Response.json(found) : new Response("", { status: 404 });
  }

  take(statements, authorization) {
    const status = Math.max(...statements.map((one) => this.refuses(one)));
    if (status) return new Response("", { status });
    const token = authorization.replace("Basic ", "");
    // One that is known already makes the whole batch a conflict: an LRS may, and it is the harder case.
    if (statements.some(({ id }) => this.statements.some((one) => one.id === id))) return new Response("", { status: 409 });
    const all = [...this.statements];
    for (const one of statements) {
      if (this.tokens.includes(token) && breaks(one, token, all, this.sessions)) return new Response("", { status: 403 });
      all.push(one);
      this.sessions.set(one.id, token);
    }
    this.statements = all;
    return Response.json(statements.map(({ id }) => id));
  }

  keep(method, place, headers, body) {
    const found = this.documents.get(place);
    const tag = found === undefined ? null : tagOf(found);
    const tagged = (text, also) => (this.tags === "always" || (also && this.tags === "read") ? { ETag: tagOf(text) } : {});
    if (method === "GET") {
      return found === undefined ? new Response("", { status: 404 }) : new Response(found, { headers: tagged(found, true) });
    }
    if (headers["If-Match"] && headers["If-Match"] !== tag) return new Response("", { status: 412 });
    if (headers["If-None-Match"] === "*" && tag) return new Response("", { status: 412 });
    this.documents.set(place, body);
    return new Response(null, { status: 204, headers: tagged(body, false) });
  }

  /** The document that the player keeps. */
  get kept() {
    const [found] = [...this.documents].filter(([place]) => place.includes("stateId=scormkit")).map(([, text]) => text);
    return found === undefined ? undefined : JSON.parse(found);
  }

  get verbs() {
    return this.statements.map(verbOf);
  }
}

export const ACTOR = { objectType: "Agent", account: { homePage: "https://lms.example", name: "7" } };
export const REGISTRATION = "22222222-2222-4222-8222-222222222222";
export const IRI = "https://courses.example/c/m1";
export const CMI5 = {
  endpoint: "https://lms.example/xapi",
  fetch: "https://lms.example/fetch",
  registration: REGISTRATION,
  activityId: "https://lms.example/activity/1",
  actor: JSON.stringify(ACTOR),
};
export const TEMPLATE = {
  extensions: { "https://w3id.org/xapi/cmi5/context/extensions/sessionid": "s1" },
  contextActivities: { grouping: [{ id: IRI }] },
};

/** The page of a module: what its body says, and the activities that say what they are. */
function pageOf({ body = {}, activities = [] }) {
  const found = { "[data-sk-verb]": activities.map((dataset) => ({ dataset })) };
  return { body: { dataset: { skIri: IRI, skUnit: "m1", ...body } }, querySelectorAll: (selector) => found[selector] };
}

/** A window that was launched with these parameters, and keeps what `storage` kept. */
export function launchedWith(store, parameters, storage = new Map(), page = {}) {
  const visited = [];
  return {
    visited,
    storage,
    fetch: store.fetch,
    location: { search: `?${new URLSearchParams(parameters)}`, assign: (url) => visited.push(url) },
    document: pageOf(page),
    sessionStorage: { getItem: (key) => storage.get(key) ?? null, setItem: (key, text) => storage.set(key, text) },
  };
}

/** Put down what an LMS says of a cmi5 launch. */
export function prepare(store, data = {}) {
  const { activityId, registration } = CMI5;
  const place = new URLSearchParams({ activityId, agent: CMI5.actor, registration, stateId: "LMS.LaunchData" });
  store.documents.set(place.toString(), JSON.stringify({ contextTemplate: TEMPLATE, launchMode: "Normal", moveOn: "Passed", ...data }));
  return store;
}
