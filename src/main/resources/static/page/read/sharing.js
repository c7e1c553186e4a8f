// The button that makes a link of a text.
import { html, useState } from "../preact.js";
import { copy } from "../parts.js";
import { linkOf } from "./share.js";

/** Copies a link with text and hints, which nobody gets but who is given it. */
export function Share({ text, hints }) {
  const [said, setSaid] = useState("");
  const press = async () => {
    const link = linkOf(text, hints);
    if (!link) {
      setSaid("The text is too long for a link. Send it as a file.");
      return;
    }
    setSaid(await copy(link) ? "Copied. Whoever opens the link sees the text." : "The browser doesn't allow it to be copied.");
  };
  return html`<button type="button" class="secondary outline small" onClick=${press}>Link with the text</button>
    <small role="status">${said}</small>`;
}
