// Which model gets the new version, and what it goes on from.
import { html } from "../preact.js";
import { Field } from "../parts.js";

const NAME = /^[a-z0-9][a-z0-9._-]{0,63}$/;

const RULE = "1 to 64 lower-case letters, digits, dots, underscores and hyphens, a letter or digit first";

function standing(name, models, error) {
  if (name === "") {
    return RULE;
  }
  if (!NAME.test(name)) {
    return error ? "" : "This can't be a name: " + RULE;
  }
  const model = models?.find((one) => one.name === name);
  return model ? `There is ${name} already: this becomes version ${Math.max(...model.versions) + 1} or later. Version ${model.activeVersion} is active now.`
    : models ? `A new model: ${name}, version 1.` : "";
}

function versionsOf(model) {
  return [...model.versions].reverse().map((version) => html`
    <option value=${model.name + "/" + version}>${model.name}, version ${version}${version === model.activeVersion ? " (active)" : ""}</option>`);
}

/** @param value {model, from, activate} */
export function ModelFields({ value, models, onChange, errorAt }) {
  const { model, from, activate } = value;
  const known = models?.some((one) => one.versions.some((version) => one.name + "/" + version === from));
  return html`
    <div class="columns">
      <div>
        <${Field} label="Model" error=${errorAt("/model")}>${(control) => html`
          <input ...${control} value=${model} required autocomplete="off" autocapitalize="none" spellcheck=${false}
            onInput=${(event) => onChange({ model: event.target.value })} />`}<//>
        <small class="standing" role="status">${standing(model, models, errorAt("/model"))}</small>
      </div>
      <${Field} label="Begin with" error=${errorAt("/from")}
          hint="A version to go on from keeps its network and its alphabets: then leave those empty.">${(control) => html`
        <select ...${control} value=${from} onChange=${(event) => onChange({ from: event.target.value })}>
          <option value="">a network that has learned nothing</option>
          ${from && !known && html`<option value=${from}>${from.replace("/", ", version ")}</option>`}
          ${models?.map(versionsOf)}
        </select>`}<//>
    </div>
    <label><input type="checkbox" checked=${activate} onChange=${(event) => onChange({ activate: event.target.checked })} />
      The new version becomes the active one as soon as it is trained</label>
    <p class="muted"><small>Otherwise the one that is active now stays so. A model's first version is active in any case.</small></p>`;
}
