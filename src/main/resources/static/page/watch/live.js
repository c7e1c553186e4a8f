// What the service says of jobs, kept up to date.
import { useEffect, useRef, useState } from "../preact.js";
import { follow, get } from "../http.js";
import { columnsOf } from "./run.js";
import { hasEnded, isTraining } from "./words.js";

/** Milliseconds after which a stream that says nothing is opened anew: it may be dead. */
const SILENCE = 30_000;
/** Milliseconds between two looks at a history: at least this, and ten times what a look takes. */
const BETWEEN = 1000;
const TIMES = 10;
/** Milliseconds until a look that failed is repeated. */
const AGAIN = 3000;

/** Whether it is no use to ask the same again. */
const isRefusal = (problem) => problem.status >= 400 && problem.status < 500 && problem.status !== 429;

/** Asks again and again while the page can be seen; {data, problem, lost, reload}. */
export function usePolled(load, inputs, wait) {
  const [state, setState] = useState({});
  const reload = useRef(null);
  useEffect(() => {
    let timer;
    let control;
    const ask = async () => {
      clearTimeout(timer);
      control?.abort();
      control = new AbortController();
      const { signal } = control;
      let next = { lost: false };
      try {
        next.data = await load(signal);
      } catch (problem) {
        next = isRefusal(problem) ? { problem, lost: false } : { lost: true };
      }
      if (!signal.aborted) {
        setState((before) => ({ data: before.data, ...next }));
        if (!next.problem && !document.hidden) {
          timer = setTimeout(ask, wait);
        }
      }
    };
    const seen = () => (document.hidden ? clearTimeout(timer) : ask());
    reload.current = ask;
    ask();
    document.addEventListener("visibilitychange", seen);
    return () => {
      document.removeEventListener("visibilitychange", seen);
      clearTimeout(timer);
      control?.abort();
    };
  }, inputs);
  return { ...state, reload: () => reload.current() };
}

/** Loads a job's history whenever it is told of another epoch, and seldom if it is long. */
function historyOf(id, tell, signal) {
  let known = "";
  let wanted = "";
  let busy = false;
  const load = async () => {
    if (busy || wanted === known || signal.aborted) {
      return;
    }
    busy = true;
    const asked = wanted;
    const began = performance.now();
    let wait = AGAIN;
    try {
      const history = await get(`/jobs/${encodeURIComponent(id)}/history`, { signal });
      tell({ history, columns: columnsOf(history) });
      known = asked;
      wait = Math.max(BETWEEN, TIMES * (performance.now() - began));
    } catch (problem) {
      known = isRefusal(problem) ? asked : known;
    }
    setTimeout(() => {
      busy = false;
      load();
    }, wait);
  };
  return (epoch) => {
    wanted = epoch;
    load();
  };
}

/** Follows a job and its history until it has ended; returns what stops it. */
function watch(id, tell) {
  const whole = new AbortController();
  const wantHistory = historyOf(id, tell, whole.signal);
  let stream = null;
  let timer;
  let over = false;
  const stop = () => {
    clearTimeout(timer);
    stream?.abort();
  };
  const start = () => {
    stop();
    if (over || document.hidden) {
      return;
    }
    stream = new AbortController();
    const { signal } = stream;
    const heard = () => {
      clearTimeout(timer);
      timer = setTimeout(start, SILENCE);
    };
    heard();
    follow(`/jobs/${encodeURIComponent(id)}/events`, {
      signal,
      isLast: ({ data }) => hasEnded(data),
      onConnection: (connected) => signal.aborted || tell({ lost: !connected }),
      onEvent: ({ data: job }) => {
        over = hasEnded(job);
        heard();
        tell({ job });
        if (isTraining(job) && job.epoch) {
          wantHistory(job.state + job.epoch);
        }
      },
    }).then(() => over && stop(), (problem) => {
      over = true;
      stop();
      tell({ problem, lost: false });
    });
  };
  const cut = () => {
    stop();
    tell({ lost: !over });
  };
  // a browser allows few connections to a service: those who don't look leave theirs to others
  document.addEventListener("visibilitychange", start);
  addEventListener("offline", cut);
  addEventListener("online", start);
  start();
  return () => {
    stop();
    whole.abort();
    document.removeEventListener("visibilitychange", start);
    removeEventListener("offline", cut);
    removeEventListener("online", start);
  };
}

/** For each of some jobs {job, history, columns, problem, lost}, as far as it is known. */
export function useWatched(ids) {
  const [all, setAll] = useState({});
  useEffect(() => {
    const stops = ids.map((id) => watch(id, (change) =>
      setAll((before) => ({ ...before, [id]: { ...before[id], ...change } }))));
    return () => stops.forEach((stop) => stop());
  }, [ids.join()]);
  return ids.map((id) => ({ id, ...all[id] }));
}
