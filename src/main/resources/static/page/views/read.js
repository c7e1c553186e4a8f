import { html } from "../preact.js";

export default function Read() {
  return html`<h1>Read</h1>`;
}
