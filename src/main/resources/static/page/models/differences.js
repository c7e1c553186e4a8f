// Where versions differ: in what they were asked for, and in what came of it.
import { html } from "../preact.js";
import { moment } from "../parts.js";

/** The leaves of an object by their path, arrays whole. */
function leaves(value, path, into) {
  if (value !== null && typeof value === "object" && !Array.isArray(value)) {
    Object.entries(value).forEach(([name, one]) => leaves(one, path ? path + "." + name : name, into));
  } else {
    into.set(path, value);
  }
  return into;
}

const LEFT_OUT = ["version", "createdAt", "job", "sha256", "accuracyByPosition", "accuracyByLength", "model"];

const shown = (value) => value === undefined ? "–" : typeof value === "object" ? JSON.stringify(value) : String(value);

export default function Differences({ versions }) {
  const columns = versions.map((version) => {
    const own = Object.fromEntries(Object.entries(version).filter(([name]) => !LEFT_OUT.includes(name)));
    return leaves(own, "", new Map());
  });
  const names = [...new Set(columns.flatMap((column) => [...column.keys()]))]
    .filter((name) => new Set(columns.map((column) => shown(column.get(name)))).size > 1);
  return html`<h3>Where they differ</h3>
    <div class="scroll" tabindex="0" role="region" aria-label="Where the versions differ"><table>
      <thead><tr><th scope="col">Property</th>${versions.map((version) => html`
        <th scope="col">Version ${version.version}, ${moment(version.createdAt)}</th>`)}</tr></thead>
      <tbody>${names.map((name) => html`<tr><th scope="row"><code>${name}</code></th>
        ${columns.map((column) => html`<td class="text">${shown(column.get(name))}</td>`)}</tr>`)}
        ${names.length === 0 && html`<tr><td colspan=${versions.length + 1}>Nowhere but in their weights.</td></tr>`}
      </tbody>
    </table></div>`;
}
