// What came of a job that made no model.
import { html } from "../preact.js";
import { addressOf } from "../state.js";
import { CopyButton, count, duration, percent } from "../parts.js";
import { FactList } from "./facts.js";

/** Characters that an address can carry. */
const LONGEST_LINK = 4000;
/** Characters of a reading that are shown at once. */
const SHOWN = 20_000;

function Reading({ candidate }) {
  const { text, language, confidence, cipher } = candidate;
  return html`<article class="reading">
    <pre class="text" tabindex="0" role="group" aria-label="Reading">${text.slice(0, SHOWN)}${text.length > SHOWN ? "…" : ""}</pre>
    <${FactList} facts=${{ confidence: percent(confidence), language: language ?? "–", cipher }} />
    <${CopyButton} text=${text}>Copy the reading<//>
  </article>`;
}

export function Solution({ job }) {
  const { candidates, keysTried, seconds } = job.result;
  const text = job.request?.text;
  const link = text && text.length <= LONGEST_LINK ? { text } : {};
  const [best, ...others] = candidates;
  return html`<section aria-labelledby="solution">
    <h2 id="solution">Result</h2>
    ${best ? html`<${Reading} candidate=${best} />` : html`<p>No reading was found that is more likely than chance.</p>`}
    ${others.length > 0 && html`<details><summary>${others.length} other readings</summary>
      ${others.map((one) => html`<${Reading} candidate=${one} />`)}</details>`}
    <p>${count(keysTried)} keys tried in ${duration(seconds)}. <a href=${addressOf("read", link)}>Go on in Read</a></p>
  </section>`;
}

export function Reproduction({ job }) {
  const { equal, tensor, index, provenance } = job.result;
  return html`<section aria-labelledby="reproduction">
    <h2 id="reproduction">Result</h2>
    <p>${equal ? "The training gave the same weights, bit for bit."
      : html`The training gave other weights; the first that differs is <code>${tensor}</code> at ${[index].flat().join(", ")}.`}</p>
    ${provenance && Object.keys(provenance).length > 0 && html`
      <h3>What is different from then</h3><${FactList} facts=${provenance} />`}
  </section>`;
}
