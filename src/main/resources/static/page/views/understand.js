import { html } from "../preact.js";

export default function Understand() {
  return html`<h1>Understand</h1>`;
}
