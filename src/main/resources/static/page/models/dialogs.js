// What is asked before something is done with a version.
import { html, useRef, useState } from "../preact.js";
import { send } from "../http.js";
import { Field, useId } from "../parts.js";

/** A button that opens a form in a dialog; "onSubmit" takes the form's fields. */
function Ask({ label, title, yes, onSubmit, children }) {
  const dialog = useRef(null);
  const id = useId("ask");
  const submit = (event) => {
    event.preventDefault();
    dialog.current.close();
    onSubmit(new FormData(event.target));
  };
  return html`<button type="button" class="small secondary outline" onClick=${() => dialog.current.showModal()}>${label}</button>
    <dialog ref=${dialog} aria-labelledby=${id}><article>
      <h2 id=${id}>${title}</h2>
      <form onSubmit=${submit}>
        ${children}
        <footer>
          <button type="button" class="secondary" onClick=${() => dialog.current.close()}>Cancel</button>
          <button type="submit">${yes}</button>
        </footer>
      </form>
    </article></dialog>`;
}

export function Confirm({ label, question, detail, onYes }) {
  return html`<${Ask} label=${label} title=${question} yes="Delete" onSubmit=${onYes}>
    <p>${detail}</p><//>`;
}

export function Describe({ version, path, act }) {
  const submit = (fields) => act(`Version ${version.version} is described.`, () => send("PATCH", path, {
    description: fields.get("description") || null,
    tags: fields.get("tags").split(",").map((tag) => tag.trim()).filter(Boolean),
  }), true);
  return html`<${Ask} label="Describe" title=${`Describe version ${version.version}`} yes="Keep" onSubmit=${submit}>
    <${Field} label="Description">${(control) => html`
      <input ...${control} name="description" value=${version.description ?? ""} />`}<//>
    <${Field} label="Tags" hint="With commas between them">${(control) => html`
      <input ...${control} name="tags" value=${(version.tags ?? []).join(", ")} />`}<//>
  <//>`;
}

const ALIAS_RULE = "1 to 32 lower-case letters, digits and hyphens, a letter first";

export function Alias({ model, version, act }) {
  const [wrong, setWrong] = useState(false);
  const submit = (fields) => {
    const alias = fields.get("alias");
    act(`${model.name}@${alias} is version ${version.version} now.`,
      () => send("PUT", `/models/${model.name}/aliases/${encodeURIComponent(alias)}`, { version: version.version }));
  };
  const refuse = (event) => {
    // the browser's own words don't tell the rule
    event.preventDefault();
    event.target.focus();
    setWrong(true);
  };
  return html`<${Ask} label="Give it an alias" title=${`An alias for version ${version.version}`} yes="Keep"
      onSubmit=${submit}>
    <${Field} label="Alias" error=${wrong && "must be " + ALIAS_RULE}
        hint=${`${model.name}@alias then is this version, wherever a model is read. An alias is ${ALIAS_RULE}.`}>
      ${(control) => html`<input ...${control} name="alias" required pattern="[a-z][a-z0-9\\-]{0,31}" autocomplete="off"
        autocapitalize="none" spellcheck=${false} onInvalid=${refuse} onInput=${() => setWrong(false)} />`}<//>
  <//>`;
}
