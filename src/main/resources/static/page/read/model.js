// Decrypting by a model, and how sure it is.
import { html, useEffect, useState } from "../preact.js";
import { Busy, CopyButton, count, Field, percent, ProblemNote } from "../parts.js";
import { get, post } from "../http.js";
import { nameOf } from "../names.js";
import { useKept, useLoaded } from "../state.js";
import { Symbols } from "./symbols.js";

/** Beyond this many, a button for each symbol would make the page slow. */
const MOST_TINTED = 2000;
const ALTERNATIVES = 3;
const SETTLED = 300;

/** A value that has been the same for a while. */
function useSettled(value) {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), SETTLED);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

/** Chooses a model, the default one first, and one of its versions. */
function Choice({ models, chosen, onChoose, error }) {
  const model = models.find((one) => one.name === chosen.model);
  const sorted = [...models].sort((one, other) => other.default - one.default || (one.name < other.name ? -1 : 1));
  const versions = model?.versions.filter((one) => one !== model.activeVersion).reverse() || [];
  return html`<div class="columns">
    <${Field} label="Model" error=${error("/model")}>${(control) => html`<select ...${control} value=${chosen.model}
      onChange=${(event) => onChoose({ model: event.target.value })}>
      ${sorted.map((one) => html`<option value=${one.name}>${one.name}${one.default ? " (the default)" : ""}</option>`)}
    </select>`}<//>
    <${Field} label="Version" error=${error("/version")}>${(control) => html`<select ...${control}
      value=${chosen.version ?? ""} onChange=${(event) => onChoose({ model: chosen.model,
        version: event.target.value ? Number(event.target.value) : undefined })}>
      <option value="">${model ? `${model.activeVersion} (the active one)` : ""}</option>
      ${versions.map((one) => html`<option value=${one}>${one}</option>`)}</select>`}<//>
  </div>`;
}

function Judgement({ answer }) {
  const { confidence, language, plausibility } = answer;
  return html`<ul class="judgement">
    <li>Mean confidence: ${percent(confidence)}</li>
    ${typeof plausibility === "number" && html`<li>
      ${plausibility < 0.5 ? "Reads like none of the languages that are known here" : `Reads like ${nameOf(language)}: ${percent(plausibility)}`}</li>`}
    <li class="muted">${answer.model}, version ${answer.version}</li>
  </ul>`;
}

function Plaintext({ answer }) {
  const [choices, setChoices] = useState({});
  useEffect(() => setChoices({}), [answer]);
  const { symbols } = answer;
  const text = symbols ? symbols.map((one, place) => choices[place] ?? one.plaintext).join("") : answer.text;
  const choose = (place, plaintext) => setChoices(({ [place]: before, ...others }) =>
    (plaintext === symbols[place].plaintext ? others : { ...others, [place]: plaintext }));
  return html`
    ${symbols ? html`<${Symbols} symbols=${symbols} choices=${choices} onChoose=${choose} />`
      : html`<div class="text plain" tabindex="0" role="region" aria-label="Plaintext">${text}</div>
        <p class="muted">Beyond ${count(MOST_TINTED)} symbols the text is shown without its confidence letter by letter.</p>`}
    <${CopyButton} text=${text}>Copy the plaintext<//>`;
}

/**
 * Decrypts by a model of the user's choice, as they type.
 * @param text the ciphertext
 */
export default function WithModel({ text }) {
  const { data: all, problem: none } = useLoaded((signal) => get("/models", { signal }), []);
  const [kept, setKept] = useKept("read.model", {});
  const settled = useSettled(text);
  const models = all?.filter((one) => one.kind !== "language");
  const chosen = models?.some((one) => one.name === kept.model) ? kept
    : { model: models?.find((one) => one.default)?.name || models?.[0]?.name };
  const decrypt = async (signal) => {
    if (!settled.trim() || !chosen.model) {
      return null;
    }
    const alternatives = settled.length > MOST_TINTED ? 0 : ALTERNATIVES;
    return post("/decrypt", { text: settled, ...chosen, alternatives, language: "auto" }, { signal });
  };
  const { data: answer, problem, loading } = useLoaded(decrypt, [settled, chosen.model, chosen.version]);
  if (!all) {
    return none ? html`<${ProblemNote} problem=${none} />` : html`<${Busy}>Fetching the models …<//>`;
  }
  const error = (pointer) => problem?.at?.(pointer);
  return html`<div class="with-model">
    <${Choice} models=${models} chosen=${chosen} onChoose=${setKept} error=${error} />
    ${!error("/model") && !error("/version") && html`<${ProblemNote} problem=${problem} />`}
    <div aria-live="polite" aria-busy=${loading}>${answer && html`<${Judgement} answer=${answer} />`}</div>
    ${answer ? html`<${Plaintext} answer=${answer} />`
      : !problem && !loading && html`<p class="muted">Enter a ciphertext, and its plaintext is shown here.</p>`}
  </div>`;
}
