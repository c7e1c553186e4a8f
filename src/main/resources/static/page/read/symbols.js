// A plaintext whose symbols show how sure a network is of each, and what else each may be.
import { html, useEffect, useMemo, useRef, useState } from "../preact.js";
import { percent } from "../parts.js";

const LEVELS = [[0.99, "at least 99 %"], [0.9, "90 to 99 %"], [0.7, "70 to 90 %"], [0.5, "50 to 70 %"], [0, "below 50 %"]];

const levelOf = (confidence) => (confidence === null ? 0 : LEVELS.findIndex(([least]) => confidence >= least));

const share = (confidence) => (confidence < 0.001 ? "below 0.1 %" : percent(confidence));

function Legend() {
  return html`<p class="legend muted">Confidence: ${LEVELS.map(([, name], level) => html`
    <span key=${level}><span class=${`sure-${level}`}>abc</span> ${name}</span>`)}</p>`;
}

function Alternatives({ symbol, place, chosen, onChoose, onClose }) {
  const list = useRef(null);
  useEffect(() => list.current.querySelector("[aria-pressed=true]")?.focus(), [place]);
  const press = (event) => {
    const buttons = [...list.current.querySelectorAll("button")];
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (event.key === "Escape") {
      onClose();
    } else if (step) {
      buttons[buttons.indexOf(event.target) + step]?.focus();
    }
  };
  return html`<div class="alternatives" role="toolbar" aria-label=${`Readings of place ${place + 1}`} ref=${list} onKeyDown=${press}>
    <span>Place ${place + 1}, ${symbol.ciphertext}:</span>
    ${[symbol, ...symbol.alternatives].map(({ plaintext, confidence }) => html`<button type="button" key=${plaintext}
      class="secondary outline small" aria-pressed=${plaintext === chosen} onClick=${() => onChoose(plaintext)}>
      <b>${plaintext}</b> ${share(confidence)}</button>`)}
    <button type="button" class="secondary outline small" onClick=${onClose}>Close</button>
  </div>`;
}

/**
 * Each symbol as a button that opens its alternatives; the arrow keys move among them.
 * @param symbols as POST /decrypt gives them
 * @param choices what was chosen in place of a symbol, by its place
 * @param onChoose takes a place and what is to stand there
 */
export function Symbols({ symbols, choices, onChoose }) {
  const [open, setOpen] = useState(null);
  const text = useRef(null);
  const shown = (place) => choices[place] ?? symbols[place].plaintext;
  const focus = (place) => text.current.querySelector(`[data-place="${place}"]`)?.focus();
  const canOpen = (place) => symbols[place]?.alternatives?.length > 0;
  const press = (event) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const place = Number(event.target.dataset.place);
    if (step && !Number.isNaN(place)) {
      event.preventDefault();
      let next = place + step;
      while (symbols[next] && !canOpen(next)) {
        next += step;
      }
      focus(next);
    }
  };
  const close = () => {
    setOpen(null);
    focus(open);
  };
  const click = (event) => event.target.dataset.place !== undefined && setOpen(Number(event.target.dataset.place));
  // thousands of elements, of which a move of the focus changes two: not by drawing them all anew
  const letters = useMemo(() => symbols.map((symbol, place) => (canOpen(place) ? html`<button type="button" key=${place} data-place=${place}
        class=${`symbol sure-${levelOf(symbol.confidence)}${place in choices ? " chosen" : ""}`}
        tabindex="-1" aria-expanded="false"
        title=${place in choices ? "chosen by you" : percent(symbol.confidence)}>${shown(place)}</button>`
      : html`<span key=${place}>${shown(place)}</span>`)), [symbols, choices]);
  const reach = (button) => {
    text.current.querySelectorAll("[tabindex='0']").forEach((one) => { one.tabIndex = -1; });
    if (button) {
      button.tabIndex = 0;
    }
  };
  const focusIn = (event) => event.target.dataset.place !== undefined && reach(event.target);
  useEffect(() => {
    setOpen(null);
    reach(text.current.querySelector("[data-place]"));
  }, [symbols]);
  useEffect(() => {
    const button = text.current.querySelector(`[data-place="${open}"]`);
    button?.setAttribute("aria-expanded", "true");
    return () => button?.setAttribute("aria-expanded", "false");
  }, [open, letters]);
  return html`
    <p class="unseen">${symbols.map((one, place) => shown(place)).join("")}</p>
    <div class="text symbols" role="toolbar" aria-label="Plaintext, symbol by symbol" ref=${text} onKeyDown=${press} onClick=${click}
      onFocusIn=${focusIn}>${letters}</div>
    <div class="choosing">${!symbols[open] ? html`<p class="muted">Pick a letter to see what else it may be.</p>`
      : html`<${Alternatives} symbol=${symbols[open]} place=${open} chosen=${shown(open)} onClose=${close}
        onChoose=${(plaintext) => { onChoose(open, plaintext); close(); }} />`}</div>
    <${Legend} />`;
}
