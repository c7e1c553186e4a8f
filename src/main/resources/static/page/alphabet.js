// Which characters are symbols: for the views that encipher and that train.
import { html, useState } from "./preact.js";
import { Field } from "./parts.js";

const KNOWN = {
  latin26: "A–Z",
  latin27: "A–Z and - (all else becomes -)",
  latin25: "A–Z without J (J is read as I)",
  latin36: "A–Z and 0–9",
};

/**
 * The fields for an alphabet, hidden until one looks for them, or has filled them in.
 * @param value {alphabet, characters} as the interface has them, each left out for the usual
 * @param usual says what is taken where no alphabet is named
 * @param errorAt what is wrong at "alphabet" or "characters" or below them, or undefined
 */
export function AlphabetFields({ value, onChange, usual, errorAt }) {
  const { alphabet, characters } = value;
  // not what is true now, which would close them in the midst of an edit
  const [opened] = useState(Boolean(alphabet || characters));
  const own = typeof alphabet === "object";
  const choose = (name) => onChange({
    ...value,
    alphabet: name === "" ? undefined : name === "own" ? { symbols: "ABCDEFGHIJKLMNOPQRSTUVWXYZ " } : name,
  });
  const change = (part) => {
    const { symbols, foreign } = { ...alphabet, ...part };
    onChange({ ...value, alphabet: foreign ? { symbols, foreign } : { symbols } });
  };
  return html`<details open=${opened}>
    <summary>Alphabet and characters</summary>
    <div class="columns">
    <${Field} label="Alphabet" error=${own ? undefined : errorAt("alphabet")}
        hint="The characters that are enciphered. Others stay as they are and where they are.">${(control) => html`
      <select ...${control} value=${own ? "own" : alphabet ?? ""} onChange=${(event) => choose(event.target.value)}>
        <option value="">${usual}</option>
        ${Object.entries(KNOWN).map(([name, text]) => html`<option value=${name}>${text}</option>`)}
        <option value="own">One of my own</option>
      </select>`}<//>
    ${own && html`
      <${Field} label="Its characters" error=${errorAt("alphabet/foreign") ? undefined : errorAt("alphabet")} hint="2 to 256 different ones, in their order">${(control) => html`
        <input ...${control} class="text" value=${alphabet.symbols} spellcheck=${false} autocomplete="off"
          onInput=${(event) => change({ symbols: event.target.value })} />`}<//>
      <${Field} label="Read all others as" error=${errorAt("alphabet/foreign")} hint="One of its characters. Empty: others stay as they are.">${(control) => html`
        <input ...${control} class="text" value=${alphabet.foreign ?? ""} autocomplete="off"
          onInput=${(event) => change({ foreign: event.target.value })} />`}<//>`}
    <${Field} label="Blanks, digits and punctuation" error=${errorAt("characters")}>${(control) => html`
      <select ...${control} value=${characters ?? ""}
          onChange=${(event) => onChange({ ...value, characters: event.target.value || undefined })}>
        <option value="">stay in their places</option>
        <option value="all">are enciphered too</option>
      </select>`}<//>
    </div>
  </details>`;
}
