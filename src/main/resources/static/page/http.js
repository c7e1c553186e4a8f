// All that the page says to the service, and the only file that knows how.
import { ofTab } from "./storage.js";

/** A problem document (RFC 9457), or what a lost connection looks like. */
export class Problem extends Error {
  constructor(status, body, retryAfter) {
    super(body.detail || body.title || "The service can't be reached.");
    this.status = status;
    this.title = body.title || "No connection";
    this.detail = this.message;
    // a fault of the path or the query has the name of a parameter instead of a pointer
    this.errors = (body.errors || []).map(({ pointer, parameter, detail }) => ({ pointer: pointer ?? parameter ?? "", detail }));
    this.retryAfter = retryAfter;
  }

  /** What is wrong at a JSON pointer or below it, or undefined. */
  at(pointer) {
    return this.errors.find((one) => one.pointer === pointer || one.pointer.startsWith(pointer + "/"))?.detail;
  }
}

const KEY = "decipher.key";
let askForKey = async () => null;
let asking = null;

/** Says who asks the user for a key: a function that resolves to one, or to null. */
export function onKeyNeeded(ask) {
  askForKey = ask;
}

/** Whether a key is sent with each request. */
export const hasKey = () => ofTab.getItem(KEY) !== null;

/** Forgets the key. */
export const forgetKey = () => ofTab.removeItem(KEY);

async function newKey() {
  asking ??= askForKey().finally(() => { asking = null; });
  const key = await asking;
  if (key) {
    ofTab.setItem(KEY, key);
  }
  return key;
}

/** Always at this service, whatever the path says: the key goes with it. */
function url(path) {
  return new URL("." + path, document.baseURI);
}

async function problemOf(response) {
  let body = {};
  try {
    body = await response.json();
  } catch {
    body = { title: response.statusText, detail: `The service answered with status ${response.status}.` };
  }
  return new Problem(response.status, body, Number(response.headers.get("Retry-After")) || undefined);
}

/**
 * Sends a request and asks for a key where one is needed.
 * @param path from the service's root, for example "/jobs"; what users or links name in it is to be encoded
 * @param options as of fetch, with "json" for a JSON body and "accept" for a media type
 * @returns the response, of a status below 400
 * @throws Problem else, or the AbortError of options.signal
 */
export async function request(path, { json, accept = "application/json", headers = {}, ...options } = {}) {
  const own = { Accept: accept + ", application/problem+json", ...headers };
  if (json !== undefined) {
    own["Content-Type"] = "application/json";
    options.body = JSON.stringify(json);
  }
  for (let denied = null; ;) {
    const key = ofTab.getItem(KEY);
    let response;
    try {
      response = await fetch(url(path),
        { ...options, headers: key ? { ...own, Authorization: "Bearer " + key } : own });
    } catch (error) {
      throw error.name === "AbortError" ? error : new Problem(0, {});
    }
    if (response.status === 401 && denied !== "cancelled") {
      // another request may have been given a key in the meantime
      denied = ofTab.getItem(KEY) !== key || await newKey() ? "asked" : "cancelled";
      if (denied === "asked") {
        continue;
      }
    }
    if (!response.ok) {
      throw await problemOf(response);
    }
    return response;
  }
}

/** The JSON of an answer. */
export const get = async (path, options) => (await request(path, options)).json();

/** Sends JSON; resolves to the answer's, or to null where there is none. */
export async function send(method, path, json, options) {
  const response = await request(path, { method, json, ...options });
  const text = await response.text();
  return text ? JSON.parse(text) : null;
}

/** Sends JSON by POST. */
export const post = (path, json, options) => send("POST", path, json, options);

/** Sends a form with files; resolves to the JSON of the answer. */
export const upload = async (path, form, options) =>
  (await request(path, { method: "POST", body: form, ...options })).json();

/** Each server-sent event of an answer, {event, data}, data as the JSON it is. */
export async function* events(path, options) {
  const response = await request(path, { accept: "text/event-stream", ...options });
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) {
        return;
      }
      const blocks = (rest + value).split(/\r?\n\r?\n/);
      rest = blocks.pop();
      for (const block of blocks) {
        const event = eventOf(block);
        if (event) {
          yield event;
        }
      }
    }
  } catch (error) {
    throw error.name === "AbortError" ? error : new Problem(0, {});
  } finally {
    reader.cancel().catch(() => {});
  }
}

function eventOf(block) {
  let event = "message";
  const data = [];
  for (const line of block.split(/\r?\n/)) {
    const [, name, value] = /^(event|data): ?(.*)$/.exec(line) || [];
    if (name === "event") {
      event = value;
    } else if (name === "data") {
      data.push(value);
    }
  }
  return data.length ? { event, data: JSON.parse(data.join("\n")) } : null;
}

const FIRST_WAIT = 500;
const LONGEST_WAIT = 10000;

/**
 * Follows a stream of events until one of them is the last, and connects again whenever
 * the connection is lost.
 * @param isLast says whether an event is the last
 * @param onEvent takes each event
 * @param onConnection takes true once connected, false once that is lost
 * @throws Problem where the service refuses
 */
export async function follow(path, { isLast, onEvent, onConnection = () => {}, signal }) {
  for (let wait = FIRST_WAIT; !signal.aborted;) {
    try {
      for await (const event of events(path, { signal })) {
        wait = FIRST_WAIT;
        onConnection(true);
        onEvent(event);
        if (isLast(event)) {
          return;
        }
      }
    } catch (error) {
      if (error.name === "AbortError") {
        return;
      }
      if (error.status >= 400 && error.status < 500 && error.status !== 429) {
        throw error;
      }
    }
    onConnection(false);
    await new Promise((resolve) => { setTimeout(resolve, wait); });
    wait = Math.min(2 * wait, LONGEST_WAIT);
  }
}
