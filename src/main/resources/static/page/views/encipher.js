// Enciphering by rule, and deciphering with the key, as one types.
import { html, useState } from "../preact.js";
import { CopyButton, count, download, Field, ProblemNote } from "../parts.js";
import { addressOf, goTo, keep, useKept } from "../state.js";
import { AlphabetFields } from "../alphabet.js";
import { byChance, hasChance } from "../encipher/chance.js";
import { useLive } from "../encipher/live.js";
import { useCatalogue } from "../keys/catalogue.js";
import CipherForm from "../keys/form.js";
import Key from "../keys/key.js";

const EMPTY = { cipher: { type: "vigenere", key: "LEMON" }, symbols: {}, text: "Meet me at noon by the old mill.", enciphers: true, groups: false };

const NAMES = { true: "Plaintext", false: "Ciphertext" };

/** Characters that an address takes without harm. */
const SHORT = 2000;

/** Places at which the form shows what is wrong. */
const SHOWN = /^\/(text|cipher|alphabet|characters)(\/|$)/;

function solve(text) {
  if (text.length <= SHORT) {
    goTo("read", { text });
  } else {
    keep("read.text", text);
    goTo("read");
  }
}

function Cipher({ state, change, errorAt }) {
  const catalogue = useCatalogue().data;
  const [problem, setProblem] = useState(null);
  const { cipher, symbols } = state;
  const draw = () => {
    setProblem(null);
    byChance(cipher, catalogue, symbols).then((drawn) => change({ cipher: drawn }), setProblem);
  };
  return html`<section aria-label="Cipher and its key">
    <${CipherForm} cipher=${cipher} onChange=${(changed) => change({ cipher: changed })} errorAt=${(pointer) => errorAt("/cipher" + pointer)} />
    <p class="row chance"><button type="button" class="secondary small" onClick=${draw}
      disabled=${!catalogue || !hasChance(cipher, catalogue)}>A random key</button>
      <a href=${addressOf("train", { cipher: JSON.stringify(cipher), symbols: JSON.stringify(symbols) })}>Train a network on it</a></p>
    <${ProblemNote} problem=${problem} />
    <${AlphabetFields} value=${symbols} usual="the cipher's own" errorAt=${(name) => errorAt("/" + name)}
      onChange=${(changed) => change({ symbols: changed })} />
  </section>`;
}

function Direction({ enciphers, onChange }) {
  const choice = (value, label) => html`<label><input type="radio" name="direction" checked=${enciphers === value}
    onChange=${() => onChange(value)} />${label}</label>`;
  return html`<fieldset class="row direction"><legend class="unseen">Direction</legend>
    ${choice(true, "Encipher")}${choice(false, "Decipher")}</fieldset>`;
}

function Output({ name, result, ciphertext }) {
  const { text, busy, problem } = result;
  return html`
    <${Field} label=${name}>${(control) => html`
      <textarea ...${control} class="text" rows="8" readonly aria-busy=${busy} value=${text} />`}<//>
    <p class="row">
      <${CopyButton} text=${text} />
      <button type="button" class="secondary outline small" disabled=${!text}
        onClick=${() => download(name.toLowerCase() + ".txt", text)}>Download</button>
      <button type="button" class="small" disabled=${!ciphertext} onClick=${() => solve(ciphertext)}>Solve this</button>
      <span class="muted" role="status">${problem ? "" : busy ? "…" : count([...text].length) + " characters"}</span>
    </p>
    <${ProblemNote} problem=${problem?.errors?.length && problem.errors.every((one) => SHOWN.test(one.pointer)) ? null : problem} />`;
}

export default function Encipher() {
  const [state, setState] = useKept("encipher", EMPTY);
  const { cipher, symbols, text, enciphers, groups } = state;
  const result = useLive({ text, cipher, ...symbols, enciphers, groups });
  const change = (part) => setState((before) => ({ ...before, ...part }));
  const errorAt = (pointer) => result.problem?.at?.(pointer);
  const swap = () => change({ enciphers: !enciphers, text: result.text });
  return html`
    <h1>Encipher</h1>
    <p>Choose a cipher and its key, and type: the other text follows.</p>
    <div class="encipher">
      <${Cipher} state=${state} change=${change} errorAt=${errorAt} />
      <section aria-label="Texts">
        <div class="row spread">
          <${Direction} enciphers=${enciphers} onChange=${(value) => change({ enciphers: value })} />
          <button type="button" class="secondary outline small" onClick=${swap} disabled=${result.busy || !!result.problem}>⇅ Swap the texts</button>
        </div>
        <${Field} label=${NAMES[enciphers]} error=${errorAt("/text")}>${(control) => html`
          <textarea ...${control} class="text" rows="8" spellcheck=${false} autocomplete="off" value=${text}
            onInput=${(event) => change({ text: event.target.value })} />`}<//>
        ${enciphers && html`<label><input type="checkbox" checked=${groups} onChange=${(event) => change({ groups: event.target.checked })} />
          Write the ciphertext in groups of five</label>`}
        <${Output} name=${NAMES[!enciphers]} result=${result} ciphertext=${enciphers ? result.text : text} />
      </section>
      <section aria-labelledby="drawn-key" class="drawn-key">
        <h2 id="drawn-key">The key as people draw it</h2>
        <${Key} cipher=${cipher} alphabet=${symbols.alphabet} drawnOnly onChange=${(changed) => change({ cipher: changed })}
          errorAt=${(pointer) => errorAt("/cipher" + pointer)} />
      </section>
    </div>`;
}
