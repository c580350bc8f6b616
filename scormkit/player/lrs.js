/** Requests to an LRS (xAPI 1.0.3, Communication). None of them throws: no answer is null. */

// Browsers let 64 KiB of what a page sends outlive it, all requests together (Fetch, 4.6).
const ROOM = 60000;
const LONGEST_WAIT = 30000;
/** Until a launch is answered there is nothing to be kept, and the page can be read; and an LMS may answer but once. */
export const LONGEST_LAUNCH = 60000;

/** @typedef {Record<string, string>} Texts */

export class Lrs {
  /**
   * @param {Window["fetch"]} fetch
   * @param {string} endpoint With or without a slash at its end.
   * @param {string} authorization
   */
  constructor(fetch, endpoint, authorization) {
    this.fetch = fetch;
    this.endpoint = endpoint.replace(/\/*$/, "/");
    this.authorization = authorization;
    /** How many bytes may still be sent that are to outlive the page. */
    this.room = ROOM;
    /** For how many milliseconds an answer is awaited: longer until there is something to be kept. */
    this.wait = LONGEST_LAUNCH;
    /** Whether it was said last that this page may not ask for anything. */
    this.denied = false;
  }

  /**
   * @param {string} method
   * @param {string} resource
   * @param {Texts} parameters
   * @param {string} [body] JSON. It is sent even where the page goes away meanwhile, as far as there is room.
   * @param {Texts} [conditions] Further headers.
   * @returns {Promise<Response | null>}
   */
  async request(method, resource, parameters, body, conditions) {
    const size = body === undefined ? 0 : sizeOf(body);
    const keepalive = size > 0 && size <= this.room;
    const taken = keepalive ? size : 0;
    const headers = {
      Authorization: this.authorization,
      "X-Experience-API-Version": "1.0.3",
      ...(size ? { "Content-Type": "application/json" } : {}),
      ...conditions,
    };
    const query = new URLSearchParams(parameters).toString();
    const url = this.endpoint + resource + (query && `?${query}`);
    this.room -= taken;
    if (method !== "GET") this.wait = LONGEST_WAIT;
    const send = method === "GET" ? askAgain : ask;
    const response = await send(this.fetch, url, { method, headers, body: body ?? null, keepalive }, this.wait);
    this.room += taken;
    this.denied = [401, 403].includes(response?.status || 0);
    return response;
  }
}

/**
 * @param {Window["fetch"]} fetch
 * @param {string} url
 * @param {RequestInit} options
 * @param {number} wait In milliseconds.
 * @returns {Promise<Response | null>} null where no answer came, or none in time.
 */
export async function ask(fetch, url, options, wait) {
  try {
    return await fetch(url, { cache: "no-store", signal: AbortSignal.timeout(wait), ...options });
  } catch {
    return null;
  }
}

/**
 * Ask for what a module has to know before it can go on, and once more where that failed.
 *
 * @type {typeof ask}
 */
export async function askAgain(...what) {
  const response = await ask(...what);
  return response && response.status < 500 ? response : ask(...what);
}

/** @param {string} text */
export function sizeOf(text) {
  return new TextEncoder().encode(text).length;
}

/**
 * The JSON object that a text holds; null for anything else.
 *
 * @param {string} text
 * @returns {Record<string, any> | null}
 */
export function parse(text) {
  try {
    const found = JSON.parse(text);
    return found && typeof found === "object" && !Array.isArray(found) ? found : null;
  } catch {
    return null;
  }
}

/**
 * The JSON object that a response holds; null where it holds none, or tells of an error.
 *
 * @param {Response | null} response
 */
export async function objectOf(response) {
  return response?.ok ? parse(await response.text().catch(() => "")) : null;
}
