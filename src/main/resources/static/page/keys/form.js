// A form for any cipher of the catalogue.
import { html } from "../preact.js";
import { nameOf } from "../names.js";
import { Busy, Field, ProblemNote } from "../parts.js";
import { byFamily, useCatalogue } from "./catalogue.js";
import { Parameters } from "./fields.js";
import { Steps } from "./steps.js";

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/**
 * Chooses a cipher, and its key.
 * @param cipher the cipher as the interface has it, {type, …}, or null while there is none
 * @param onChange takes the cipher after each edit; the service has the last word on it
 * @param types names of the types to choose from; left out, all
 * @param errorAt what is wrong at a pointer relative to the cipher, for example
 * (pointer) => problem?.at("/cipher" + pointer)
 * @param allowRandom whether a key may be left to chance, {"random": {}}
 * @param allowAny whether each message may have a key of its own, {"any": {}}
 */
export default function CipherForm({ cipher, onChange, types, errorAt = () => undefined, allowRandom, allowAny,
  label = "Cipher" }) {
  const { data, problem } = useCatalogue();
  if (!data) {
    return html`<div class="cipher-form">${problem ? html`<${ProblemNote} problem=${problem} />`
      : html`<${Busy}>Fetching the ciphers …<//>`}</div>`;
  }
  const offered = data.filter((entry) => !types || types.includes(entry.type));
  const entry = data.find((one) => one.type === cipher?.type);
  const choose = (event) => onChange(data.find((one) => one.type === event.target.value).example);
  const sources = ["given", allowRandom && "random", allowAny && "any"].filter(Boolean);
  const fields = entry?.parameters.filter((one) => one.name !== "steps") || [];
  return html`<div class="cipher-form">
    <${Field} label=${label} hint=${entry && entry.description + "."} error=${errorAt("/type")}>
      ${(control) => html`<select ...${control} value=${cipher?.type || ""} onChange=${choose}>
        ${!entry && html`<option value="" disabled>Choose a cipher</option>`}
        ${byFamily(offered).map(([family, entries]) => html`<optgroup label=${family}>
          ${entries.map((one) => html`<option value=${one.type}>${nameOf(one.type)}</option>`)}</optgroup>`)}
      </select>`}
    <//>
    ${entry && html`
      <${Parameters} entry=${entry} parameters=${fields} cipher=${cipher} onChange=${onChange} errorAt=${errorAt}
        sources=${sources} />
      ${fields.length < entry.parameters.length && html`<${Steps} cipher=${cipher} onChange=${onChange}
        errorAt=${errorAt} form=${CipherForm} types=${offered.map((one) => one.type).filter((one) => one !== entry.type)}
        allowRandom=${allowRandom} allowAny=${allowAny} />`}
      ${entry.parameters.length > 0 && html`<button type="button" class="secondary outline small"
        disabled=${same(cipher, entry.example)} onClick=${() => onChange(entry.example)}>Use the example's key</button>`}`}
  </div>`;
}
