// What a network has learned, and how it does it.
import { html } from "../preact.js";
import { get } from "../http.js";
import { goTo, useLoaded, useRoute } from "../state.js";
import { Busy, Field, ProblemNote } from "../parts.js";
import Card from "../understand/card.js";
import Confusion from "../understand/confusion.js";
import Hidden from "../understand/hidden.js";

export default function Understand() {
  const { query } = useRoute();
  const models = useLoaded((signal) => get("/models", { signal }), []);
  const named = query.get("model");
  const model = models.data?.find((one) => named ? one.name === named : one.default);
  const number = Number(query.get("version")) || model?.activeVersion;
  const version = useLoaded(async (signal) => model && get(`/models/${model.name}/versions/${number}`, { signal }),
    [model?.name, number]);
  return html`
    <h1>Understand</h1>
    <${ProblemNote} problem=${models.problem ?? version.problem} />
    ${named && models.data && !model && html`<${ProblemNote} problem=${{ title: "Not found", detail: `There is no model "${named}".` }} />`}
    ${model && html`<div class="row">
      <${Field} label="Model">${(control) => html`<select ...${control} value=${model.name}
        onChange=${(event) => goTo("understand", { model: event.target.value })}>
        ${models.data.map((one) => html`<option value=${one.name}>${one.name}</option>`)}</select>`}<//>
      <${Field} label="Version">${(control) => html`<select ...${control} value=${number}
        onChange=${(event) => goTo("understand", { model: model.name, version: event.target.value })}>
        ${[...model.versions].reverse().map((one) => html`<option value=${one}>${one}${one === model.activeVersion
          ? " (active)" : ""}</option>`)}</select>`}<//>
    </div>`}
    ${(models.loading || version.loading) && !version.data && html`<${Busy}>Loading<//>`}
    ${version.data && html`<div key=${version.data.model + version.data.version}>
      <${Card} version=${version.data} />
      ${version.data.kind !== "language" && html`<${Confusion} version=${version.data} /><${Hidden} version=${version.data} />`}
    </div>`}`;
}
