// What was trained: models, their versions, which of them is active.
import { html, useRef, useState } from "../preact.js";
import { get, request } from "../http.js";
import { addressOf, goTo, useLoaded, useRoute } from "../state.js";
import { nameOf } from "../names.js";
import { Busy, Field, ProblemNote, count, percent } from "../parts.js";
import Versions from "../models/versions.js";

const alphabetName = (alphabet) => typeof alphabet === "string" ? alphabet : `${[...alphabet.symbols].length} symbols`;

function learnedFrom({ kind, request }) {
  const { cipher, pairs } = request?.data ?? {};
  return cipher ? nameOf(cipher.type) : pairs ? "Pairs" : kind === "language" ? "A text" : request ? "–" : "An import";
}

function ModelRow({ model, chosen }) {
  return html`<tr aria-current=${chosen ? "true" : undefined}>
    <th scope="row"><a href=${addressOf("models", { model: model.name })}>${model.name}</a>
      ${model.default && html` <small class="muted">the default</small>`}</th>
    <td>${learnedFrom(model)}</td>
    <td>${model.version}${model.versions.length > 1 && html` <small class="muted">of ${model.versions.length}</small>`}</td>
    <td>${percent(model.accuracy, 2)}</td>
    <td>${alphabetName(model.alphabet)}</td>
    <td>${count(model.parameters)}</td>
  </tr>`;
}

function Import({ onDone }) {
  const [problem, setProblem] = useState(null);
  const [busy, setBusy] = useState(false);
  const form = useRef(null);
  const submit = async (event) => {
    event.preventDefault();
    const fields = new FormData(form.current);
    const name = fields.get("name").trim();
    setBusy(true);
    setProblem(null);
    try {
      const answer = await request(`/models/${encodeURIComponent(name)}/weights?activate=${fields.has("activate")}`, {
        method: "PUT", body: fields.get("file"), headers: { "Content-Type": "application/octet-stream" },
      });
      const { version } = await answer.json();
      form.current.reset();
      onDone(name, version);
    } catch (error) {
      setProblem(error);
    }
    setBusy(false);
  };
  return html`<details class="import">
    <summary>Import weights</summary>
    <form ref=${form} onSubmit=${submit}>
      <p>A safetensors file with PyTorch's names, as this service hands them out, becomes a new version.</p>
      <div class="columns">
        <${Field} label="Model" hint="A new name, or one that exists">${(control) => html`
          <input ...${control} name="name" required pattern="[a-z0-9][a-z0-9._\\-]{0,63}" />`}<//>
        <${Field} label="File">${(control) => html`<input ...${control} name="file" type="file" required />`}<//>
      </div>
      <label><input type="checkbox" name="activate" checked /> The imported version becomes the active one</label>
      <div class="row"><button type="submit" aria-busy=${busy} disabled=${busy}>Import</button></div>
      <${ProblemNote} problem=${problem} />
    </form>
  </details>`;
}

export default function Models() {
  const { query } = useRoute();
  const models = useLoaded((signal) => get("/models", { signal }), []);
  const [said, setSaid] = useState("");
  const chosen = query.get("model");
  const model = models.data?.find((one) => one.name === chosen);
  const changed = (words) => {
    setSaid(words);
    models.reload();
  };
  const imported = (name, version) => {
    changed(`Imported as version ${version} of ${name}.`);
    goTo("models", { model: name });
  };
  return html`
    <h1>Models</h1>
    <p>Each training makes a version of a model. The active version of each answers requests; the others are kept.</p>
    <div class="row"><a role="button" class="small" href=${addressOf("train")}>Train another</a></div>
    <${Import} onDone=${imported} />
    <p role="status" class="said">${said}</p>
    <${ProblemNote} problem=${models.problem} />
    <div class="models-list">
    ${!models.data && models.loading && html`<${Busy}>Loading the models<//>`}
    ${models.data && html`<div class="scroll" tabindex="0" role="region" aria-label="Models">
      <table class="models">
        <thead><tr><th scope="col">Model</th><th scope="col">Learned from</th><th scope="col">Active version</th>
          <th scope="col">Accuracy</th><th scope="col">Alphabet</th><th scope="col">Parameters</th></tr></thead>
        <tbody>${models.data.map((one) => html`
          <${ModelRow} key=${one.name} model=${one} chosen=${one.name === chosen} />`)}</tbody>
      </table></div>`}</div>
    ${model && html`<${Versions} key=${model.name} model=${model} onChange=${changed} />`}
    ${chosen && models.data && !model && html`<${ProblemNote} problem=${{ title: "Not found",
      detail: `There is no model "${chosen}".` }} />`}`;
}
