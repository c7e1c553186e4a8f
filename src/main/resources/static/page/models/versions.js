// The versions of one model, side by side, and what can be done with each.
import { html, useRef, useState } from "../preact.js";
import { get, request, send } from "../http.js";
import { addressOf, goTo, useLoaded } from "../state.js";
import { Busy, ProblemNote, bytes, count, moment, percent, useFocusKept, useId } from "../parts.js";
import { Confirm } from "./dialogs.js";
import Differences from "./differences.js";
import VersionMenu from "./menu.js";

/** Of so many versions all is loaded; older ones are asked for. */
const SHOWN = 20;

function previous(history, active) {
  return history?.find((one) => one.version !== active)?.version;
}

function Version({ model, version, aliases, chosen, onChoose, act: carryOut }) {
  const [open, setOpen] = useState(false);
  const more = useRef(null);
  const row = useFocusKept();
  const menu = useId("more");
  const act = (words, what, again) => {
    // the button that was pressed goes away
    more.current.focus({ preventScroll: true });
    setOpen(false);
    return carryOut(words, what, again);
  };
  const active = version.version === model.activeVersion;
  return html`<tr ref=${row}>
    <td><input type="checkbox" aria-label=${"Compare version " + version.version} checked=${chosen}
      onChange=${() => onChoose(version.version)} /></td>
    <th scope="row">${version.version} ${active && html`<mark>active</mark>`}
      ${aliases.map((alias) => html` <button type="button" class="small outline secondary"
        aria-label=${`Take the alias ${alias} away`} onClick=${() => act(`The alias ${alias} is gone.`,
          () => request(`/models/${model.name}/aliases/${alias}`, { method: "DELETE" }))}>@${alias} ×</button>`)}</th>
    <td class="nowrap">${moment(version.createdAt)}</td>
    <td>${percent(version.accuracy, 2)}</td>
    <td>${percent(version.exactMessages, 2)}</td>
    <td>LSTM ${version.network.layers > 1 ? `${version.network.layers} × ` : ""}${version.network.hidden}</td>
    <td>${count(version.parameters)}</td>
    <td class="nowrap">${bytes(version.size)}</td>
    <td>${version.description} ${(version.tags ?? []).map((tag) => html` <kbd>${tag}</kbd>`)}</td>
    <td class="actions">
      ${!active && html`<button type="button" class="small" aria-label=${`Activate version ${version.version}`}
        onClick=${() => act(`Version ${version.version} is active now.`,
          () => send("PUT", `/models/${model.name}/active`, { version: version.version }))}>Activate</button>`}
      <a href=${addressOf("understand", { model: model.name, version: version.version })}
        aria-label=${`Understand version ${version.version}`}>Understand</a>
      <button type="button" class="small secondary outline" ref=${more} aria-expanded=${open} aria-controls=${open ? menu : undefined}
        aria-label=${`More for version ${version.version}`} onClick=${() => setOpen(!open)}>More</button>
    </td>
  </tr>
  ${open && html`<tr id=${menu}><td class="more" colspan="10">
    <${VersionMenu} model=${model} version=${version} act=${act} /></td></tr>`}`;
}

function History({ history }) {
  const CAUSES = { FIRST: "the model's first", JOB: "trained", REQUEST: "activated", IMPORT: "imported", SEED: "the service's own" };
  return html`<details><summary>Which version was active when</summary>
    <ul>${history.map((one) => html`<li>${moment(one.activatedAt)}: version ${one.version}, ${CAUSES[one.cause]
      ?? one.cause.toLowerCase()}${one.by && `, by ${one.by}`}</li>`)}</ul></details>`;
}

export default function Versions({ model, onChange }) {
  const numbers = [...model.versions].sort((a, b) => b - a);
  const [shown, setShown] = useState(SHOWN);
  const [chosen, setChosen] = useState([]);
  const [problem, setProblem] = useState(null);
  const section = useFocusKept();
  const path = `/models/${model.name}`;
  const loaded = useLoaded((signal) => Promise.all([
    Promise.all(numbers.slice(0, shown).map((number) => get(`${path}/versions/${number}`, { signal }))),
    get(path + "/history", { signal }),
  ]), [model.name, model.versions.join(), model.activeVersion, JSON.stringify(model.aliases), shown]);
  const [versions, history] = loaded.data ?? [];
  // "again": what the list of models doesn't show has changed
  const act = async (words, what, again = false) => {
    setProblem(null);
    try {
      await what();
      if (words) {
        onChange(words);
      }
      if (again) {
        loaded.reload();
      }
    } catch (error) {
      setProblem(error);
    }
  };
  const choose = (number) => setChosen((before) => before.includes(number) ? before.filter((one) => one !== number)
    : [...before, number]);
  const before = previous(history, model.activeVersion);
  const compared = versions?.filter((one) => chosen.includes(one.version)) ?? [];
  return html`<section aria-labelledby="versions-title" ref=${section}>
    <h2 id="versions-title">${model.name}</h2>
    <div class="row">
      ${before && model.versions.includes(before) && html`<button type="button" class="small"
        onClick=${() => act(`Version ${before} is active again.`,
          () => send("PUT", path + "/active", { version: before }))}>Go back to version ${before}</button>`}
      <a role="button" class="small secondary outline" href=${addressOf("read", { model: model.name })}>Decrypt with it</a>
      <${Confirm} label="Delete the model" question=${`Delete ${model.name} with all its versions?`}
        detail="Their weights are gone then." onYes=${() => act(`${model.name} is deleted.`, async () => {
          await request(path, { method: "DELETE" });
          goTo("models");
        })} />
    </div>
    <${ProblemNote} problem=${problem ?? loaded.problem} />
    ${!versions && loaded.loading && html`<${Busy}>Loading the versions<//>`}
    ${versions && html`
      <div class="scroll" tabindex="0" role="region" aria-label=${`Versions of ${model.name}`}><table class="versions">
        <thead><tr><th scope="col">Compare</th><th scope="col">Version</th><th scope="col">Made</th>
          <th scope="col">Accuracy</th><th scope="col">Exact messages</th><th scope="col">Network</th>
          <th scope="col">Parameters</th><th scope="col">Size</th><th scope="col">Description</th>
          <th scope="col">Actions</th></tr></thead>
        <tbody>${versions.map((version) => html`<${Version} key=${version.version} model=${model} version=${version}
          aliases=${Object.entries(model.aliases).filter(([, number]) => number === version.version).map(([alias]) => alias)}
          chosen=${chosen.includes(version.version)} onChoose=${choose} act=${act} />`)}</tbody>
      </table></div>
      ${numbers.length > shown && html`<button type="button" class="small secondary"
        onClick=${() => setShown(shown + SHOWN)}>Show older versions</button>`}
      ${compared.length > 1 ? html`<${Differences} versions=${compared} />`
        : versions.length > 1 && html`<p class="muted">Choose two or more to see where they differ.</p>`}
      <${History} history=${history} />`}
  </section>`;
}
