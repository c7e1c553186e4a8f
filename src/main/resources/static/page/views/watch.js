import { html } from "../preact.js";

export default function Watch() {
  return html`<h1>Watch</h1>`;
}
