// The parts of an Enigma that are set by hand.
import { html } from "../preact.js";
import { Drawing } from "./cells.js";
import { Cells } from "./letters.js";
import { Strip } from "./grids.js";

const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
const ROTORS = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII"];
const KINDS = { I: 5, Norway: 5, M3: 8, M4: 8, Tirpitz: 8 };

function rotorsAt(model, place) {
  if (model === "M4" && place === 0) {
    return ["Beta", "Gamma"];
  }
  return model === "G-111" ? ["I", "II", "V"] : ROTORS.slice(0, KINDS[model] || 3);
}

/** The rotors from left to right; one that stands elsewhere changes places. */
export function Rotors({ cipher, name, label, onChange, readOnly }) {
  const rotors = cipher[name];
  const choose = (place) => (event) => {
    const before = rotors.indexOf(event.target.value);
    onChange({ ...cipher, [name]: rotors.map((one, at) => (at === place ? event.target.value
      : at === before ? rotors[place] : one)) });
  };
  return html`<${Drawing} label=${label}><ol class="cells rotors">${rotors.map((rotor, place) => html`<li key=${place}>
    <select aria-label=${`Rotor ${place + 1} from the left`} value=${rotor} disabled=${readOnly} onChange=${choose(place)}>
      ${[...new Set([...rotorsAt(cipher.model, place), rotor])].map((one) => html`<option value=${one}>${one}</option>`)}
    </select></li>`)}</ol><//>`;
}
Rotors.fits = (value) => Array.isArray(value) && value.length > 0;

/** Letters that are seen in windows. */
export function Windows({ cipher, name, label, onChange, readOnly }) {
  return html`<${Drawing} label=${label}><${Cells} letters=${[...cipher[name].toUpperCase()]} symbols=${LETTERS} of=${label}
    readOnly=${readOnly} onChange=${(changed) => onChange({ ...cipher, [name]: changed.join("") })} /><//>`;
}
Windows.fits = (value) => /^[a-z]+$/i.test(value);

const pairsIn = (value) => value.toUpperCase().split(/[\s,/]+/).filter(Boolean);

/** Letters that are plugged in pairs: pick two, and a cable joins them. */
export function Plugboard({ cipher, name, label, onChange, readOnly }) {
  const pairs = pairsIn(cipher[name]);
  const partner = (letter) => pairs.find((pair) => pair.includes(letter))?.replace(letter, "");
  const plug = (one, other) => {
    const free = pairs.filter((pair) => !pair.includes(LETTERS[one]) && !pair.includes(LETTERS[other]));
    const cable = one === other || partner(LETTERS[one]) === LETTERS[other] ? []
      : [[LETTERS[one], LETTERS[other]].sort().join("")];
    onChange({ ...cipher, [name]: [...free, ...cable].sort().join(" ") });
  };
  return html`<${Drawing} label=${label}><${Strip} label=${label} cells=${LETTERS} under=${LETTERS.map(partner)}
    readOnly=${readOnly} verb="Plug" hint="Pick two letters to join them, or the same one twice to free it." onPair=${plug} /><//>`;
}
Plugboard.fits = (value) => typeof value === "string" && /^([a-z]{2}([\s,/]+|$))*$/i.test(value.trim());
