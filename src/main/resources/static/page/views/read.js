import { html } from "../preact.js";
import { useKept } from "../state.js";
import WithModel from "../read/model.js";

export default function Read() {
  const [text, setText] = useKept("read.text", "");
  return html`<h1>Read</h1>
    <label>Ciphertext <textarea class="text" value=${text} onInput=${(event) => setText(event.target.value)} /></label>
    <details><summary>Decrypt with a trained model</summary><${WithModel} text=${text} /></details>`;
}
