// The steps of a chain, each a cipher of its own.
import { html } from "../preact.js";
import { swapped } from "./catalogue.js";

const MOST = 10;

/** The steps as forms, which can be moved, taken out and added. */
export function Steps({ cipher, onChange, errorAt, form, ...options }) {
  const steps = cipher.steps || [];
  const put = (changed) => onChange({ ...cipher, steps: changed });
  const button = (name, disabled, changed) => html`<button type="button" class="secondary outline small"
    disabled=${disabled} onClick=${() => put(changed())}>${name}</button>`;
  return html`<ol class="steps">${steps.map((step, index) => html`<li key=${index}>
      <${form} cipher=${step} label=${`Step ${index + 1}`} errorAt=${(pointer) => errorAt(`/steps/${index}${pointer}`)}
        onChange=${(changed) => put(steps.map((one, at) => (at === index ? changed : one)))} ...${options} />
      <div class="row">
        ${button(`Move step ${index + 1} up`, index === 0, () => swapped(steps, index, index - 1))}
        ${button(`Take step ${index + 1} out`, steps.length === 1, () => steps.filter((one, at) => at !== index))}
      </div></li>`)}
    </ol>
    ${button("Add a step", steps.length >= MOST, () => [...steps, { type: "caesar", shift: 3 }])}
    ${errorAt("/steps") && html`<p class="bad">${errorAt("/steps")}</p>`}`;
}
