import { html } from "../preact.js";

export default function Train() {
  return html`<h1>Train</h1>`;
}
