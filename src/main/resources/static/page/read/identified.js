// What kind of cipher a text is, and why.
import { html, useEffect, useState } from "../preact.js";
import { post } from "../http.js";
import { isCipher, nameOf } from "../names.js";
import { ProblemNote, percent } from "../parts.js";
import { Evidence } from "./evidence.js";
import { partOf } from "./part.js";
import { formInWords } from "./words.js";

const PAUSE = 400;
const SHOWN = 6;
const MOST_BLANK = 1000;

/** What the service says of a text, as {data, problem}, once nobody has typed for a moment. */
export function useIdentified(text) {
  const [said, setSaid] = useState({});
  useEffect(() => {
    if (text.length < MOST_BLANK && text.replace(/\s/g, "").length < 2) {
      setSaid({});
      return undefined;
    }
    const control = new AbortController();
    const timer = setTimeout(() => post("/identify", { text: partOf(text) || text }, { signal: control.signal }).then(
      (data) => setSaid({ data }),
      (problem) => problem.name === "AbortError" || setSaid({ problem })), PAUSE);
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [text]);
  return said;
}

function Type({ type, probability, onSolveAs }) {
  const name = nameOf(type);
  return html`<li>
    ${isCipher(type)
      ? html`<button type="button" class="secondary outline small" title="Solve as this kind"
          onClick=${() => onSolveAs(type)}>${name}</button>`
      : html`<span>${name}</span>`}
    <span class="bar" aria-hidden="true"><span style=${{ width: probability * 100 + "%" }}></span></span>
    <span class="share">${percent(probability, 0)}</span>
  </li>`;
}

/** The likeliest types, language and form of a text; "types" and "read", the language, are a search's, which knows more. */
export function Identified({ said: { data, problem }, types, read, isPart, onSolveAs }) {
  const shown = (types?.length ? types : data?.types || []).filter(({ probability }, i) => i < SHOWN && probability >= 0.005);
  const language = data?.languages[0] || { language: "english", probability: 0 };
  return html`<section aria-labelledby="kind-title" class="identified">
    <h2 id="kind-title">What kind of cipher</h2>
    ${!data && !problem && html`<p class="muted">It shows here as soon as there is a text.</p>`}
    ${problem?.status === 400 ? html`<p class="muted">${problem.detail}</p>` : html`<${ProblemNote} problem=${problem} />`}
    ${data && html`
      <p role="status">Most likely: <strong>${nameOf(shown[0]?.type || "unknown")}</strong>. ${read ? `Written in ${nameOf(read)}.`
        : language.probability >= 0.5 ? `${nameOf(language.language)}, by the look of it (${percent(language.probability, 0)}).`
          : "The language doesn't show before the text is read."}
        ${data.form.length > 0 && ` Form: ${formInWords(data.form)}.`}</p>
      <p class="muted"><small>Click on a kind to solve the text as that.${isPart && " Only the beginning was looked at."}</small></p>
      <ol class="types">${shown.map((one) =>
        html`<${Type} key=${one.type} ...${one} onSolveAs=${onSolveAs} />`)}</ol>
      <details><summary>Why</summary><${Evidence} evidence=${data.evidence} language=${language} /></details>`}
  </section>`;
}
