// Training: what to learn from, what the model is called, and how.
import { html, useEffect, useMemo, useRef, useState } from "../preact.js";
import { get } from "../http.js";
import { ProblemNote, Field } from "../parts.js";
import { addressOf, goTo, useKept, useLoaded, useRoute } from "../state.js";
import { AlphabetFields } from "../alphabet.js";
import CipherForm from "../keys/form.js";
import { Advanced } from "../train/advanced.js";
import { ModelFields } from "../train/model.js";
import { Pairs } from "../train/pairs.js";
import { DEMO, EMPTY, requestOf, sender } from "../train/request.js";

const SOURCES = { cipher: "A cipher", pairs: "Pairs of ciphertext and plaintext, whatever the cipher" };

function Demo({ onStart, busy }) {
  return html`<article class="demo">
    <p><strong>New here?</strong> Watch a small network learn to read the Vigenère cipher with the key LEMON, in about half a minute.</p>
    <button type="button" class="secondary" aria-busy=${busy} disabled=${busy} onClick=${onStart}>Train the demo</button>
  </article>`;
}

function Cipher({ state, change, errorAt }) {
  return html`
    <${CipherForm} cipher=${state.cipher} onChange=${(cipher) => change({ cipher })}
      errorAt=${(pointer) => errorAt("/data/cipher" + pointer)} allowRandom allowAny />
    <${Field} label="Length of a message" error=${errorAt("/data/messageLength")}
        hint="Symbols in each message that the service makes to learn from, 1 to 10,000">${(control) => html`
      <input ...${control} inputmode="numeric" placeholder="32" value=${state.messageLength}
        onInput=${(event) => change({ messageLength: event.target.value })} />`}<//>`;
}

function Source({ state, change, file, setFile, problem, errorAt }) {
  return html`<fieldset>
    <legend><h2>What to learn from</h2></legend>
    <div class="row sources">${Object.entries(SOURCES).map(([source, label]) => html`
      <label><input type="radio" name="source" checked=${state.source === source} onChange=${() => change({ source })} />${label}</label>`)}
    </div>
    ${state.source === "cipher"
      ? html`<${Cipher} state=${state} change=${change} errorAt=${errorAt} />`
      : html`<${Pairs} file=${file} onFile=${setFile} value=${state} onChange=${change} problem=${problem} errorAt=${errorAt} />`}
    <${AlphabetFields} value=${state.symbols} onChange=${(symbols) => change({ symbols })}
      usual=${state.source === "cipher" ? "the cipher's own" : "found from the pairs"}
      errorAt=${(name) => errorAt("/data/" + name)} />
  </fieldset>`;
}

/** The JSON object that an address, which anybody may have written, has under a name. */
function objectOf(query, name) {
  try {
    const value = JSON.parse(query.get(name) ?? "{}");
    if (value && typeof value === "object" && !Array.isArray(value)) {
      return value;
    }
  } catch {
    // cut off on its way
  }
  throw new Error(`The link that you followed has no ${name} that can be read.`);
}

/** What the address asks for: a cipher, or to go on from a version with what it was trained on. */
async function fromAddress(query, signal) {
  if (query.get("cipher")) {
    return { source: "cipher", cipher: objectOf(query, "cipher"), symbols: objectOf(query, "symbols"), from: "" };
  }
  const [name, version] = [query.get("from"), query.get("version") ?? "1"];
  const path = `/models/${encodeURIComponent(name)}/versions/${encodeURIComponent(version)}`;
  const data = (await get(path, { signal })).request?.data;
  // its network and alphabets are kept in any case
  const kept = { from: name + "/" + version, model: name, network: {}, chooseNetwork: undefined, symbols: {} };
  return data?.cipher ? { ...kept, source: "cipher", cipher: data.cipher, messageLength: String(data.messageLength ?? "") }
    : { ...kept, source: data?.pairs ? "pairs" : "cipher" };
}

export default function Train() {
  const { query } = useRoute();
  const [state, setState] = useKept("train", EMPTY);
  const [file, setFile] = useState(null);
  const [problem, setProblem] = useState(null);
  const [busy, setBusy] = useState(false);
  const models = useLoaded((signal) => get("/models", { signal }), []);
  const send = useMemo(sender, []);
  const form = useRef(null);
  const hasLeft = useRef(false);
  useEffect(() => () => { hasLeft.current = true; }, []);
  const change = (part) => setState((before) => ({ ...before, ...part }));
  const errorAt = (pointer) => problem?.at?.(pointer);

  useEffect(() => {
    if (query.get("from") || query.get("cipher")) {
      const control = new AbortController();
      fromAddress(query, control.signal).then((part) => {
        if (!control.signal.aborted) {
          change(part);
          // so that a reload shows what has been made of it since
          history.replaceState(null, "", addressOf("train"));
        }
      }, (wrong) => control.signal.aborted || setProblem(wrong));
      return () => control.abort();
    }
  }, [query]);
  useEffect(() => {
    const wrong = [...form.current.querySelectorAll("[aria-invalid=true]")];
    wrong.forEach((field) => field.closest("details")?.setAttribute("open", ""));
    wrong[0]?.focus();
  }, [problem]);

  const train = async (json, upload) => {
    if (busy) {
      return;
    }
    setBusy(true);
    setProblem(null);
    try {
      const job = await send(json, upload);
      // who went elsewhere in the meantime stays there
      if (!hasLeft.current) {
        goTo("watch", { job: job.id });
      }
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  const submit = (event) => {
    event.preventDefault();
    train(requestOf(state), state.source === "pairs" ? file : null);
  };
  const choose = (chosen) => {
    setProblem(null);
    setFile(chosen);
  };
  const missing = state.source === "pairs" && !file;
  return html`
    <h1>Train</h1>
    <${Demo} busy=${busy} onStart=${() => train(DEMO)} />
    <form ref=${form} class="train" novalidate onSubmit=${submit}>
      <${Source} state=${state} change=${change} file=${file} setFile=${choose} problem=${problem} errorAt=${errorAt} />
      <fieldset>
        <legend><h2>What it becomes</h2></legend>
        <${ModelFields} value=${state} models=${models.data} onChange=${change} errorAt=${errorAt} />
      </fieldset>
      <${Advanced} value=${state} onChange=${change} errorAt=${errorAt} />
      <${ProblemNote} problem=${problem} />
      <div class="row">
        <button type="submit" aria-busy=${busy} disabled=${busy || missing}>Train</button>
        <button type="button" class="secondary outline" onClick=${() => { setState(EMPTY); choose(null); }}>Start over</button>
        ${missing && html`<span class="muted">Choose a file of pairs first.</span>`}
      </div>
    </form>`;
}
