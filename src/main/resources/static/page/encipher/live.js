// The other text, as one types.
import { post } from "../http.js";
import { useEffect, useState } from "../preact.js";

/** Milliseconds without a keystroke. */
const PAUSE = 250;

const ask = ({ enciphers, groups, ...request }, signal) => (enciphers
  ? post("/encrypt", groups ? { ...request, groups: 5 } : request, { signal })
  : post("/decrypt", request, { signal }));

/**
 * What comes out, as {text, problem, busy}: some time after the request was changed last.
 * @param request {text, cipher, alphabet, characters, enciphers, groups}
 */
export function useLive(request) {
  const [state, setState] = useState({ text: "", busy: true });
  useEffect(() => {
    const control = new AbortController();
    setState((before) => ({ ...before, busy: true }));
    const timer = setTimeout(() => ask(request, control.signal).then(
      ({ text }) => control.signal.aborted || setState({ text, busy: false }),
      (problem) => control.signal.aborted || setState({ text: "", problem, busy: false })), PAUSE);
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [JSON.stringify(request)]);
  return state;
}
