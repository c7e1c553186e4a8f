// The network and the training in all detail. Whatever is left empty the service chooses.
import { html, useState } from "../preact.js";
import { Field } from "../parts.js";
import { NETWORK, TRAINING, TUTORIAL } from "./fields.js";

const CHOICES = { "": undefined, true: true, false: false };

function Setting({ field: [name, label, hint, usual, range], value, error, onChange }) {
  return html`<${Field} label=${label} hint=${hint} error=${error}>${(control) => range
    ? html`<input ...${control} inputmode=${range.step ? "numeric" : "decimal"} autocomplete="off"
        value=${value ?? ""} placeholder=${usual} onInput=${(event) => onChange(event.target.value)} />`
    : html`<select ...${control} value=${String(value ?? "")} onChange=${(event) => onChange(CHOICES[event.target.value])}>
        <option value="">${usual === "yes" || usual === "no" ? "as usual: " + usual : usual}</option>
        <option value="true">yes</option><option value="false">no</option>
      </select>`}<//>`;
}

function Settings({ fields, values, pointer, errorAt, onChange }) {
  return html`<div class="columns settings">${fields.map((field) => html`
    <${Setting} key=${field[0]} field=${field} value=${values[field[0]]} error=${errorAt(`${pointer}/${field[0]}`)}
      onChange=${(value) => onChange({ ...values, [field[0]]: value })} />`)}</div>`;
}

/** @param value {network, training, chooseNetwork} as far as the user has said */
export function Advanced({ value, onChange, errorAt }) {
  const { network, training, chooseNetwork } = value;
  const [opened] = useState(Object.keys({ ...network, ...training }).length > 0);
  const change = (part) => onChange({ ...value, ...part });
  return html`<details class="advanced" open=${opened}>
    <summary>Advanced: network and training</summary>
    <p>A field that you leave empty is chosen for you; its usual value is shown in grey. The job tells what was chosen.</p>
    <fieldset>
      <legend><h3>Network</h3></legend>
      <p class="row">
        <button type="button" class="secondary outline small" onClick=${() => change({ network: TUTORIAL })}>The tutorial's network</button>
        <button type="button" class="secondary outline small" onClick=${() => change({ network: {}, chooseNetwork: undefined })}>Leave it all to the service</button>
      </p>
      <${Setting} field=${["chooseNetwork", "May another network be chosen?", "The service watches how well several learn, unless more is named here than sizes", "if only sizes are named"]}
        value=${chooseNetwork} error=${errorAt("/chooseNetwork")} onChange=${(chosen) => change({ chooseNetwork: chosen })} />
      <${Settings} fields=${NETWORK} values=${network} pointer="/network" errorAt=${errorAt}
        onChange=${(changed) => change({ network: changed })} />
    </fieldset>
    <fieldset>
      <legend><h3>Training</h3></legend>
      <${Settings} fields=${TRAINING} values=${training} pointer="/training" errorAt=${errorAt}
        onChange=${(changed) => change({ training: changed })} />
    </fieldset>
  </details>`;
}
