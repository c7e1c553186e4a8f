// What a job was asked for, as facts that people can read.
import { html } from "../preact.js";
import { fieldName, nameOf } from "../names.js";
import { CopyButton } from "../parts.js";

/** Characters of a fact that are shown. */
const LONG = 200;
/** Characters that fit in a column. */
const WIDE = 30;

const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);

function inWords(value) {
  if (typeof value === "boolean") {
    return value ? "yes" : "no";
  }
  if (Array.isArray(value)) {
    return value.map(inWords).join(", ");
  }
  if (!isObject(value)) {
    return String(value);
  }
  const { type, ...rest } = value;
  const parts = Object.entries(rest).map(([name, one]) => `${fieldName(name).toLowerCase()} ${inWords(one)}`);
  return (type ? [nameOf(type), ...parts] : parts).join(", ");
}

function clip(text) {
  const symbols = [...text.slice(0, 2 * LONG + 2)];
  return symbols.length > LONG ? symbols.slice(0, LONG).join("") + "…" : text;
}

/** Names and values; what is long is cut. */
export function FactList({ facts }) {
  return html`<dl class="facts">${Object.entries(facts).map(([name, value]) => {
    const text = clip(inWords(value));
    return html`<div class=${text.length > WIDE ? "wide" : ""}><dt>${fieldName(name)}</dt><dd>${text}</dd></div>`;
  })}</dl>`;
}

/** Sections of a request become sections here; what isn't in one stands first. */
export function Facts({ request }) {
  const entries = Object.entries(request).filter(([, value]) => value !== null);
  const isSection = ([name, value]) => isObject(value) && name !== "cipher";
  const top = Object.fromEntries(entries.filter((entry) => !isSection(entry)));
  const text = JSON.stringify(request, null, 2);
  return html`<div class="columns">
      ${Object.keys(top).length > 0 && html`<section><h3>Asked for</h3><${FactList} facts=${top} /></section>`}
      ${entries.filter(isSection).map(([name, value]) => html`
        <section><h3>${fieldName(name)}</h3><${FactList} facts=${value} /></section>`)}
    </div>
    <${CopyButton} text=${text}>Copy as JSON<//>`;
}
