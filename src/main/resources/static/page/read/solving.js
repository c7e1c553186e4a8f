// A search as it goes on: its best reading so far, its end, and what can go wrong.
import { useEffect, useRef, useState } from "../preact.js";
import { events, follow, get, post, request } from "../http.js";
import { useKept } from "../state.js";
import { partOf } from "./part.js";

const OVER = ["succeeded", "failed", "cancelled"];

/** The longest that the service answers at once, in s. */
export const LONGEST_WAIT = 60;

/**
 * The search under way or the last one, as {run, busy, progress, problem, solve, cancel, change, forget}.
 * A run is {source, part, answer, candidates, ended}: "ended" is "done", "stopped" or "lost",
 * and "part" the beginning that was searched where the source is long.
 */
export function useSolving() {
  const [run, setRun] = useKept("read.run", null);
  const [busy, setBusy] = useState(false);
  const [progress, setProgress] = useState(null);
  const [problem, setProblem] = useState(null);
  const control = useRef(null);
  const change = (changed) => setRun((before) => before && { ...before, ...changed });

  async function attempt(work) {
    control.current?.abort();
    const mine = new AbortController();
    control.current = mine;
    setBusy(true);
    setProblem(null);
    setProgress({ keysTried: 0, seconds: 0 });
    setRun((before) => before && !before.ended && !before.job ? { ...before, ended: "stopped" } : before);
    try {
      await work(mine.signal);
    } catch (error) {
      if (error.name !== "AbortError" && control.current === mine) {
        setProblem(error);
        setRun((before) => before && !before.ended ? { ...before, ended: "lost" } : before);
      }
    } finally {
      if (control.current === mine) {
        setBusy(false);
      }
    }
  }

  const finish = async (answer, source, part, signal) => setRun({
    source, part, ended: "done", answer: { ...answer, candidates: undefined },
    candidates: part ? await wholeOf(answer.candidates, source, answer, signal) : answer.candidates,
  });

  async function watch(job, source, part, signal) {
    await follow(`/jobs/${encodeURIComponent(job)}/events`, {
      signal, isLast: ({ event }) => OVER.includes(event), onEvent: ({ data }) => setProgress({ share: data.progress }),
    });
    const end = await get(`/jobs/${encodeURIComponent(job)}`, { signal });
    if (end.state === "SUCCEEDED") {
      await finish(end.result, source, part, signal);
    } else if (end.state === "FAILED") {
      throw new Error(end.error);
    } else {
      change({ ended: "stopped", job: undefined });
    }
  }

  const solve = (asked) => attempt(async (signal) => {
    const source = asked.text;
    const part = partOf(source);
    const json = { ...asked, text: part || source };
    const begun = { source, part, candidates: [] };
    if (asked.maxSeconds > LONGEST_WAIT) {
      const job = await post("/solve", { ...json, async: true }, { signal });
      setRun({ ...begun, job: job.id });
      await watch(job.id, source, part, signal);
      return;
    }
    for await (const { event, data } of events("/solve", { method: "POST", json, signal })) {
      if (event === "types") {
        setRun({ ...begun, answer: { types: data, form: [] } });
      } else if (event === "candidate") {
        setRun((before) => ({ ...(before || begun), candidates: [data] }));
      } else if (event === "progress") {
        setProgress(data);
      } else if (event === "failed") {
        throw Object.assign(new Error(data.detail), data);
      } else if (event === "done") {
        await finish(data, source, part, signal);
        return;
      }
    }
    throw Object.assign(new Error("The connection was lost before the search ended."), { title: "No connection" });
  });

  const cancel = () => {
    control.current?.abort();
    setBusy(false);
    if (run?.job && !run.ended) {
      cancelJob(run.job).catch(setProblem);
    }
    setRun((before) => before && !before.ended ? { ...before, ended: "stopped", job: undefined } : before);
  };

  useEffect(() => {
    if (run && !run.ended) {
      if (run.job) {
        attempt((signal) => watch(run.job, run.source, run.part, signal));
      } else {
        change({ ended: "stopped" });
      }
    }
    return () => control.current?.abort();
  }, []);

  // a job goes on, as when one leaves: a link that brings another text must not end it
  const forget = () => {
    control.current?.abort();
    setBusy(false);
    setRun(null);
    setProblem(null);
  };

  return { run, busy, progress, problem, solve, cancel, change, forget };
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
