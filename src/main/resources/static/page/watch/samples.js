// Messages that training never saw, and how they were decrypted epoch by epoch.
import { html, useEffect, useState } from "../preact.js";
import { Field } from "../parts.js";
import { nameOf } from "./words.js";

/** Symbols of a message that are shown. */
const LONG = 400;
/** How long a film of all epochs is in steps, and how long a step stands, in milliseconds. */
const STEPS = 60;
const STANDS = 250;

/** Stretches of a decrypted text, [text, whether it is wrong]. */
function stretches(decrypted, plaintext) {
  const parts = [];
  decrypted.forEach((symbol, index) => {
    const wrong = symbol !== plaintext[index];
    if (parts.length && parts.at(-1)[1] === wrong) {
      parts.at(-1)[0] += symbol;
    } else {
      parts.push([symbol, wrong]);
    }
  });
  return parts;
}

const NAMES = ["Ciphertext", "Decrypted", "Plaintext"];
/** A model of a language reads a text and predicts each time which letter is next. */
const LANGUAGE_NAMES = ["Letters read", "Next, predicted", "Next in the text"];

function Message({ sample, names }) {
  const plaintext = [...sample.plaintext];
  const decrypted = [...sample.decrypted];
  const wrong = plaintext.filter((symbol, index) => symbol !== decrypted[index]).length;
  const cut = (symbols) => symbols.slice(0, LONG).join("") + (symbols.length > LONG ? "…" : "");
  return html`<li><dl class="sample">
    <dt>${names[0]}</dt><dd class="text">${cut([...sample.ciphertext])}</dd>
    <dt>${names[1]}</dt><dd class="text">${stretches(decrypted.slice(0, LONG), plaintext).map(([text, isWrong]) =>
      (isWrong ? html`<mark>${text}</mark>` : text))}${decrypted.length > LONG && "…"}</dd>
    <dt>${names[2]}</dt><dd class="text">${cut(plaintext)}</dd>
    <dt>Wrong</dt><dd>${wrong ? `${wrong} of ${plaintext.length}` : `none of ${plaintext.length}`}</dd>
  </dl></li>`;
}

export function Samples({ runs }) {
  const [chosen, setChosen] = useState(null);
  // null is the newest, whichever that is
  const [at, setAt] = useState(null);
  const [playing, setPlaying] = useState(false);
  const run = runs.find(({ id }) => id === chosen) ?? runs[0];
  const points = run.history;
  const last = points.length - 1;
  const index = Math.min(at ?? last, last);
  const goTo = (next) => setAt(next >= last ? null : next);
  useEffect(() => {
    if (playing) {
      const timer = setTimeout(() => {
        goTo(index + Math.ceil(points.length / STEPS));
        setPlaying(index + Math.ceil(points.length / STEPS) < last);
      }, STANDS);
      return () => clearTimeout(timer);
    }
  }, [playing, index]);
  const play = () => {
    setPlaying(!playing);
    if (!playing && index === last) {
      setAt(0);
    }
  };
  const names = run.job.request?.data?.corpus ? LANGUAGE_NAMES : NAMES;
  const { epoch, samples } = points[index];
  return html`<section aria-labelledby="samples">
    <h2 id="samples">Messages it never saw</h2>
    <p class="muted">Letters that are wrong are <mark>marked</mark>.</p>
    ${runs.length > 1 && html`<label>Run <select value=${run.id} onChange=${(event) => setChosen(event.target.value)}>
      ${runs.map(({ id, job }) => html`<option value=${id}>${nameOf(job)}</option>`)}</select></label>`}
    <div class="row samples-controls">
      <button type="button" class="secondary outline small" disabled=${last === 0} onClick=${play}>${playing ? "Stop" : "Play"}</button>
      <${Field} label=${`Epoch ${epoch} of ${points[last].epoch}`}>${(control) => html`
        <input ...${control} type="range" min="0" max=${last} step="1" value=${index} disabled=${last === 0}
          aria-valuetext=${`Epoch ${epoch}`} onInput=${(event) => {
            setPlaying(false);
            goTo(Number(event.target.value));
          }} />`}<//>
    </div>
    <ul class="samples">${samples.map((sample) => html`<${Message} sample=${sample} names=${names} />`)}</ul>
  </section>`;
}
