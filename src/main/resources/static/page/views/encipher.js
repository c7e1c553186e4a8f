import { html } from "../preact.js";
import { useKept } from "../state.js";
import CipherForm from "../keys/form.js";

export default function Encipher() {
  const [cipher, setCipher] = useKept("keys.cipher", { type: "substitution", key: "QWERTYUIOPASDFGHJKLZXCVBNM" });
  return html`<h1>Encipher</h1>
    <${CipherForm} cipher=${cipher} onChange=${setCipher} allowRandom allowAny />
    <pre class="text" aria-label="JSON" tabindex="0">${JSON.stringify(cipher)}</pre>`;
}
