// A search as it goes on: its best reading so far, its end, and what can go wrong. It is the
// tab's, not the view's: it goes on while other views are looked at.
import { useEffect, useState } from "../preact.js";
import { events, follow, get, post, request } from "../http.js";
import { keep, kept } from "../state.js";
import { partOf } from "./part.js";

const OVER = ["succeeded", "failed", "cancelled"];
const KEPT = "read.run";

/** The longest that the service answers at once, in s. */
export const LONGEST_WAIT = 60;

let state = { run: kept(KEPT, null), busy: false, progress: null, problem: null };
let control = null;
let latest = null;
const watchers = new Set();

function set(changed) {
  const { run } = state;
  state = { ...state, ...changed };
  if (state.run !== run) {
    keep(KEPT, state.run);
  }
  watchers.forEach((watcher) => watcher(state));
}

const setRun = (run) => set({ run });
const change = (changed) => state.run && setRun({ ...state.run, ...changed });
const end = (ended) => state.run && !state.run.ended && change({ ended });

async function attempt(work) {
  control?.abort();
  const mine = new AbortController();
  control = mine;
  set({ busy: true, problem: null, progress: { keysTried: 0, seconds: 0 } });
  if (!state.run?.job) {
    end("stopped");
  }
  try {
    await work(mine.signal);
  } catch (problem) {
    if (problem.name !== "AbortError" && control === mine) {
      set({ problem });
      if (problem.at?.("/text")) {
        // what was found for another text
        setRun(null);
      }
      end("lost");
    }
  } finally {
    if (control === mine) {
      set({ busy: false });
    }
  }
}

const finish = async (answer, { source, part, told }, signal) => setRun({
  source, part, told, ended: "done", answer: { ...answer, candidates: undefined },
  candidates: part ? await wholeOf(answer.candidates, source, answer, signal) : answer.candidates,
});

async function watch(job, begun, signal) {
  await follow(`/jobs/${encodeURIComponent(job)}/events`, {
    signal, isLast: ({ event }) => OVER.includes(event), onEvent: ({ data }) => set({ progress: { share: data.progress } }),
  });
  const last = await get(`/jobs/${encodeURIComponent(job)}`, { signal });
  if (last.state === "SUCCEEDED") {
    await finish(last.result, begun, signal);
  } else if (last.state === "FAILED") {
    throw new Error(last.error);
  } else {
    change({ ended: "stopped", job: undefined });
  }
}

const solve = (asked, told) => attempt(async (signal) => {
  const source = asked.text;
  const part = partOf(source);
  const json = { ...asked, text: part || source };
  const begun = { source, part, told, candidates: [] };
  latest = begun;
  if (asked.maxSeconds > LONGEST_WAIT) {
    const job = await post("/solve", { ...json, async: true }, { signal });
    setRun({ ...begun, job: job.id });
    await watch(job.id, begun, signal);
    return;
  }
  for await (const { event, data } of events("/solve", { method: "POST", json, signal })) {
    signal.throwIfAborted();
    if (event === "types") {
      setRun({ ...begun, answer: { types: data, form: [] } });
    } else if (event === "candidate") {
      setRun({ ...(state.run || begun), candidates: [data] });
    } else if (event === "progress") {
      set({ progress: data });
    } else if (event === "failed") {
      throw Object.assign(new Error(data.detail), data);
    } else if (event === "done") {
      await finish(data, begun, signal);
      return;
    }
  }
  throw Object.assign(new Error("The connection was lost before the search ended."), { title: "No connection" });
});

function cancel() {
  control?.abort();
  // it may have been stopped before it said anything
  set({ busy: false, run: state.run || latest });
  const { run } = state;
  if (run && !run.ended) {
    if (run.job) {
      cancelJob(run.job).catch((problem) => set({ problem }));
    }
    change({ ended: "stopped", job: undefined });
  }
}

// a job goes on, as when one leaves: a link that brings another text must not end it
function forget() {
  control?.abort();
  set({ run: null, busy: false, problem: null });
}

/** After a reload, which ends a search but not a job. */
function resume() {
  const { run } = state;
  if (run && !run.ended && !control) {
    if (run.job) {
      attempt((signal) => watch(run.job, run, signal));
    } else {
      end("stopped");
    }
  }
}

/**
 * The search under way or the last one, as {run, busy, progress, problem, solve, cancel, change, forget}.
 * A run is {source, part, told, answer, candidates, ended}: "ended" is "done", "stopped" or "lost",
 * "part" the beginning that was searched where the source is long, and "told" the number of hints.
 */
export function useSolving() {
  const [now, setNow] = useState(state);
  useEffect(() => {
    watchers.add(setNow);
    setNow(state);
    resume();
    return () => watchers.delete(setNow);
  }, []);
  return { ...now, solve, cancel, change, forget };
}

async function cancelJob(id) {
  const path = `/jobs/${encodeURIComponent(id)}`;
  const { state } = await get(path);
  // the same call would delete a job that has ended in the meantime
  if (!OVER.includes(state.toLowerCase())) {
    await request(path, { method: "DELETE" });
  }
}

/** Readings of the beginning, gone on with to the end of the text. */
async function wholeOf(candidates, source, { ciphertext, form }, signal) {
  if (ciphertext !== undefined && form.some((one) => one !== "groups")) {
    return candidates;
  }
  return Promise.all(candidates.map(async (one) => {
    const { cipher, alphabet } = one;
    try {
      const whole = await post("/decrypt", { text: source, cipher, alphabet }, { signal });
      return { ...one, text: whole.text, words: undefined };
    } catch (problem) {
      if (problem.status !== 400 && problem.status !== 413) {
        throw problem;
      }
      // a key that deciphers no more than what it was found for
      return { ...one, isPart: true };
    }
  }));
}
