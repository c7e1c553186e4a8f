// A model's card: what it is, what made it, how it was judged, what it is not for.
import { html } from "../preact.js";
import { bytes, count, moment, percent } from "../parts.js";
import { addressOf } from "../state.js";
import Curve from "./curve.js";
import { symbolsOf } from "../keys/catalogue.js";

function Facts({ facts }) {
  return html`<dl class="card-facts">${facts.filter(([, value]) => value !== undefined && value !== null && value !== "")
    .map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

function learnedFrom(version) {
  const data = version.request?.data;
  if (!data) {
    return version.kind === "language" ? "a text" : "an import: what it learned from isn't known";
  }
  if (data.cipher) {
    return html`random messages, enciphered by <code class="text">${JSON.stringify(data.cipher)}</code>`;
  }
  return data.pairs ? `${count(data.pairs.count)} known pairs` : data.corpus ? "a text" : "–";
}

const alphabetInWords = (alphabet) => {
  const symbols = symbolsOf(alphabet);
  return `${typeof alphabet === "string" ? alphabet + ", " : ""}${symbols.length} symbols: ${symbols.join("")}`;
};

function networkInWords(network) {
  const parts = [`an embedding of ${network.embedding}`,
    `${network.bidirectional ? "a bidirectional " : "an "}LSTM of ${network.hidden}${network.layers > 1 ? ` in ${network.layers} layers` : ""}`];
  if (network.headHidden) {
    parts.push(`a hidden layer of ${network.headHidden}`);
  }
  parts.push("a linear layer");
  const more = [network.skip && "the head sees the ciphertext symbol", network.feedback && "the LSTM sees the plaintext before it",
    network.attentionHeads && `it looks at ${network.attentionHeads} other places`].filter(Boolean);
  return parts.join(", ") + (more.length ? "; " + more.join("; ") : "");
}

/** What follows from how it was trained and judged, and no more. */
function notFor(version) {
  const cipher = version.request?.data?.cipher;
  const says = [];
  if (version.kind === "language") {
    return ["decrypting: it judges how likely a text is"];
  }
  if (!version.request) {
    says.push("anything that you haven't tried it on: nobody here knows how it was judged");
  }
  if (cipher) {
    const free = Object.values(cipher).some((value) => value?.any !== undefined);
    says.push(free ? "other ciphers; a key of a length that it wasn't trained for" : "other keys of the same cipher, or other ciphers: it is sure of itself there too, and wrong");
  } else if (version.request?.data?.pairs) {
    says.push("texts of another key or cipher than the pairs', nor symbols that the pairs don't have");
  }
  const judged = version.accuracyByLength ?? [];
  const worst = judged.filter((one) => one.accuracy < 0.99);
  if (worst.length > 0) {
    says.push(`messages of ${worst[0].length} symbols and more, if each letter counts: ${percent(worst[0].accuracy)} were right there`);
  }
  if (judged.length > 0) {
    says.push(`messages longer than ${count(judged.at(-1).length)} symbols: none were judged`);
  }
  return says;
}

export default function Card({ version }) {
  const provenance = version.provenance ?? {};
  const positions = (version.accuracyByPosition ?? []).map((accuracy, i) => [i + 1, accuracy]).filter(([, y]) => y !== null);
  const lengths = (version.accuracyByLength ?? []).map((one) => [one.length, one.accuracy]);
  const low = Math.min(0.9, ...positions.map(([, y]) => y), ...lengths.map(([, y]) => y));
  const exact = (value) => percent(value, 2);
  return html`<section aria-labelledby="card-title">
    <h2 id="card-title">${version.model}, version ${version.version}</h2>
    ${version.description && html`<p>${version.description}</p>`}
    <div class="columns">
      <div><h3>What it is</h3><${Facts} facts=${[["Learned from", learnedFrom(version)],
        ["Plaintext", alphabetInWords(version.alphabet)],
        ["Ciphertext", JSON.stringify(version.ciphertextAlphabet) !== JSON.stringify(version.alphabet) && version.ciphertextAlphabet
          ? JSON.stringify(version.ciphertextAlphabet) : undefined],
        ["Network", networkInWords(version.network)], ["Parameters", count(version.parameters)],
        ["Size", bytes(version.size)], ["SHA-256", html`<code class="text">${version.sha256}</code>`]]} /></div>
      <div><h3>What made it</h3><${Facts} facts=${[["When", moment(version.createdAt)],
        ["Job", version.job && html`<a href=${addressOf("watch", { job: version.job })}>${version.job}</a>`],
        ["Epochs", version.epoch], ["Steps", version.step && count(version.step)],
        ["Service", provenance.service && `${provenance.service}, ${provenance.commit?.slice(0, 12) ?? "commit not known"}`],
        ["Made with", provenance.djl && `DJL ${provenance.djl}, PyTorch ${provenance.torch}`],
        ["On", provenance.processor && `${provenance.processor}, ${provenance.threads} threads, ${provenance.os}`]]} /></div>
      <div><h3>How it was judged</h3><${Facts} facts=${[["Accuracy", exact(version.accuracy)],
        ["Exact messages", exact(version.exactMessages)], ["Validation loss", version.validationLoss?.toPrecision(3)],
        ["On", provenance.judgedOn && `${count(provenance.judgedOn)} messages that training never saw`]]} />
        <h3>What it is not for</h3><ul>${notFor(version).map((one) => html`<li>${one}</li>`)}</ul></div>
    </div>
    ${(positions.length > 0 || lengths.length > 0) && html`<h2>Where it is right</h2><div class="columns">
      ${positions.length > 0 && html`<${Curve} points=${positions} low=${low} high=${1} label="Accuracy by position"
        xName="Position" yName="Accuracy" format=${exact} />`}
      ${lengths.length > 0 && html`<${Curve} points=${lengths} low=${low} high=${1} log label="Accuracy by length of the message"
        xName="Length" yName="Accuracy" format=${exact} />`}</div>`}
  </section>`;
}
