// What outlives a view: the address behind the #, and what a tab remembers.
import { useEffect, useState } from "./preact.js";
import { ofTab } from "./storage.js";

function current() {
  const [name, query] = location.hash.replace(/^#\/?/, "").split("?");
  return { view: name || "read", query: new URLSearchParams(query || "") };
}

/** The address of a view, with what it is to show. */
export function addressOf(view, query = {}) {
  const set = Object.entries(query).filter(([, value]) => value !== undefined && value !== "");
  return "#/" + view + (set.length ? "?" + new URLSearchParams(set) : "");
}

/** Goes to a view. */
export function goTo(view, query) {
  location.hash = addressOf(view, query);
}

/** The view that the address names, {view, query}; follows the address. */
export function useRoute() {
  const [route, setRoute] = useState(current);
  useEffect(() => {
    const changed = () => setRoute(current());
    addEventListener("hashchange", changed);
    return () => removeEventListener("hashchange", changed);
  }, []);
  return route;
}

/** What a tab has kept under a name. */
export function kept(name, initial) {
  try {
    return JSON.parse(ofTab.getItem("decipher." + name)) ?? initial;
  } catch {
    return initial;
  }
}

/** Keeps a value while the tab is open, through reloads. */
export function keep(name, value) {
  try {
    ofTab.setItem("decipher." + name, JSON.stringify(value));
  } catch {
    // too long to be kept: then it isn't
    ofTab.removeItem("decipher." + name);
  }
}

/** As useState, but kept while the tab is open, through other views and reloads. */
export function useKept(name, initial) {
  const [value, setValue] = useState(() => kept(name, initial));
  useEffect(() => keep(name, value), [value]);
  return [value, setValue];
}

/** Forgets what the views have kept in this tab, but not the key. */
export function forgetKept() {
  Array.from({ length: ofTab.length }, (_, i) => ofTab.key(i)).filter((name) => name.startsWith("decipher.") && name !== "decipher.key")
    .forEach((name) => ofTab.removeItem(name));
}

/** A promise's result as {data, problem, loading}; begins again when one of "inputs" changes. */
export function useLoaded(load, inputs) {
  const [state, setState] = useState({ loading: true });
  const [again, setAgain] = useState(0);
  useEffect(() => {
    const control = new AbortController();
    setState((before) => ({ ...before, problem: undefined, loading: true }));
    load(control.signal).then(
      (data) => !control.signal.aborted && setState({ data, loading: false }),
      (problem) => !control.signal.aborted && setState({ problem, loading: false }));
    return () => control.abort();
  }, [...inputs, again]);
  return { ...state, reload: () => setAgain((count) => count + 1) };
}
