import { html } from "../preact.js";
import { useKept } from "../state.js";
import Key from "../keys/key.js";
import CipherForm from "../keys/form.js";

export default function Encipher() {
  const [cipher, setCipher] = useKept("keys.cipher", { type: "substitution", key: "QWERTYUIOPASDFGHJKLZXCVBNM" });
  return html`<h1>Encipher</h1>
    <${CipherForm} cipher=${cipher} onChange=${setCipher} allowRandom allowAny />
    <h2>Key</h2>
    <${Key} cipher=${cipher} onChange=${setCipher} />
    <pre class="text" aria-label="JSON" tabindex="0">${JSON.stringify(cipher)}</pre>`;
}
