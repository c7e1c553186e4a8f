// A cipher's parameters as fields, made from what GET /ciphers says of them.
import { html, useEffect, useState } from "../preact.js";
import { Field } from "../parts.js";
import { canBeDrawn, hasLines, labelOf, Unreadable, writingOf } from "./values.js";

/** A cipher with another value of a parameter; undefined leaves it out. */
function withValue(cipher, name, value) {
  const { [name]: before, ...others } = cipher;
  return value === undefined ? others : { ...cipher, [name]: value };
}

/** The text of a field that is given to "onValue" each time it can be read, and what is wrong with it else. */
function useDraft(value, { format, parse, isEmpty = (text) => !text.trim(), empty }, onValue) {
  const shown = value === undefined ? "" : format(value);
  const [draft, setDraft] = useState({ text: shown, of: shown });
  useEffect(() => {
    // what comes from elsewhere goes before what stands here, but not what was read here
    if (draft.of !== shown) {
      setDraft({ text: shown, of: shown });
    }
  }, [shown]);
  const write = (text) => {
    try {
      const read = isEmpty(text) ? empty : parse(text, value);
      setDraft({ text, of: read === undefined ? "" : format(read) });
      onValue(read);
    } catch (problem) {
      if (!(problem instanceof Unreadable)) {
        throw problem;
      }
      setDraft({ text, of: draft.of, error: problem.message });
    }
  };
  return { text: draft.of === shown ? draft.text : shown, error: draft.error, write };
}

const SOURCES = { given: "given here", random: "drawn at random", any: "new for each message" };

const sourceOf = (value) => (value?.random ? "random" : value?.any ? "any" : "given");

function Source({ label, value, sources, onChange }) {
  return html`<select class="source" aria-label=${label + ": where it comes from"} value=${sourceOf(value)}
    onChange=${(event) => onChange(event.target.value)}>
    ${sources.map((one) => html`<option value=${one}>${SOURCES[one]}</option>`)}</select>`;
}

/** How long a key that is drawn may be. */
function Lengths({ label, value, onChange }) {
  const source = sourceOf(value);
  const [from, to] = value[source]?.length || [];
  const change = (least, most) => {
    const none = !(least > 0) && !(most > 0);
    onChange({ [source]: none ? {} : { length: [least || most, most || least] } });
  };
  const box = (name, now, put) => html`<input type="number" min="1" max="1000" aria-label=${`${label}: ${name} length`}
    placeholder="usual" value=${now ?? ""} onInput=${(event) => put(event.target.valueAsNumber)} />`;
  return html`<div class="lengths"><span>Length</span>${box("shortest", from, (least) => change(least, to))}
    <span>to</span>${box("longest", to, (most) => change(from, most))}</div>`;
}

function Control({ parameter, control, draft, readOnly }) {
  const attributes = { ...control, value: draft.text, disabled: readOnly, placeholder: parameter.default ?? "",
    spellcheck: false, autocomplete: "off", onInput: (event) => draft.write(event.target.value) };
  if (parameter.values) {
    return html`<select ...${attributes} onChange=${attributes.onInput}>
      ${parameter.optional && html`<option value="">${parameter.default ? `as usual: ${parameter.default}` : "as usual"}</option>`}
      ${parameter.values.map((one) => html`<option value=${one}>${one}</option>`)}</select>`;
  }
  if (parameter.type === "integer") {
    return html`<input ...${attributes} type="number" step="1" min=${parameter.minimum} max=${parameter.maximum} />`;
  }
  return hasLines(parameter) ? html`<textarea ...${attributes} class="text" rows="6" />`
    : html`<input ...${attributes} class="text" type="text" autocapitalize="characters" />`;
}

/** One parameter as a field. */
function Parameter({ parameter, cipher, onChange, error, sources = ["given"], readOnly }) {
  const { name } = parameter;
  const label = labelOf(name);
  const value = cipher[name];
  const drawn = sourceOf(value) !== "given";
  const put = (read) => onChange(withValue(cipher, name, read));
  const draft = useDraft(drawn ? undefined : value, writingOf(parameter), put);
  const [given, setGiven] = useState(undefined);
  const choose = (source) => {
    if (!drawn) {
      setGiven(value);
    }
    put(source === "given" ? given ?? "" : { [source]: {} });
  };
  const choice = canBeDrawn(parameter) && (sources.length > 1 || drawn);
  return html`<div class="parameter">
    ${drawn ? html`<div class="field"><strong>${label}</strong>
        <${Lengths} label=${label} value=${value} onChange=${put} />
        ${error && html`<small class="error">${error}</small>`}</div>`
      : html`<${Field} label=${label} hint=${parameter.description} error=${draft.error || error}>
        ${(control) => html`<${Control} parameter=${parameter} control=${control} draft=${draft} readOnly=${readOnly} />`}
      <//>`}
    ${choice && html`<${Source} label=${label} value=${value} sources=${[...new Set([...sources, sourceOf(value)])]} onChange=${choose} />`}
  </div>`;
}

/**
 * The parameters of a cipher as fields: the ones that it needs or has, then the others.
 * @param entry what GET /ciphers says of the type
 * @param errorAt what is wrong at a pointer relative to the cipher, "/key"
 */
export function Parameters({ entry, parameters = entry.parameters, cipher, errorAt = () => undefined, ...others }) {
  const field = (parameter) => html`<${Parameter} key=${entry.type + parameter.name} parameter=${parameter}
    cipher=${cipher} error=${errorAt("/" + parameter.name)} ...${others} />`;
  const first = (parameter) => !parameter.optional || parameter.name in entry.example;
  const rest = parameters.filter((parameter) => !first(parameter));
  const used = rest.some((parameter) => parameter.name in cipher || errorAt("/" + parameter.name));
  return html`<div class="parameters">${parameters.filter(first).map(field)}</div>
    ${rest.length > 0 && html`<details open=${used}><summary>More settings</summary>
      <div class="parameters">${rest.map(field)}</div></details>`}`;
}
