import { html } from "../preact.js";

export default function Encipher() {
  return html`<h1>Encipher</h1>`;
}
