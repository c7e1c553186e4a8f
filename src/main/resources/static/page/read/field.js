// Where the ciphertext goes: typed, pasted, dropped or from a file.
import { html, useState } from "../preact.js";
import { Field, count, counted } from "../parts.js";
import { EXAMPLES } from "./examples.js";

const LARGEST = 5_000_000;

/** The text of a file: UTF-8, or else what Windows wrote. */
async function read(file) {
  if (file.size > LARGEST) {
    throw new Error(`${file.name} is too large: at most ${count(LARGEST / 1e6)} MB are read.`);
  }
  const bytes = await file.arrayBuffer();
  let text;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    text = new TextDecoder("windows-1252").decode(bytes);
  }
  if (text.includes("\0")) {
    throw new Error(`${file.name} isn't a text.`);
  }
  return text.trimEnd();
}

/** Plain Enter solves a text of one line when it is pressed at its end. */
const isOneLine = (text) => !text.trimEnd().includes("\n");

/** The big field; calls onChange(text), onReplace(text, hints) with another text altogether, and onSolve(). */
export function TextField({ text, onChange, onReplace, onSolve }) {
  const [over, setOver] = useState(false);
  const [wrong, setWrong] = useState();
  const [file, setFile] = useState("");
  const take = async (chosen) => {
    setOver(false);
    if (chosen) {
      try {
        onReplace(await read(chosen));
        setWrong(undefined);
        setFile(chosen.name);
      } catch (problem) {
        setWrong(problem.message);
      }
    }
  };
  const drop = (event) => {
    const [dropped] = event.dataTransfer.files;
    if (dropped) {
      event.preventDefault();
      take(dropped);
    }
    setOver(false);
  };
  const type = (event) => {
    if (event.key !== "Enter" || event.isComposing || event.shiftKey || !text.trim()) {
      return;
    }
    const atEnd = event.target.selectionEnd >= text.trimEnd().length;
    if (event.ctrlKey || event.metaKey || isOneLine(text) && atEnd) {
      event.preventDefault();
      onSolve();
    }
  };
  const keys = isOneLine(text) ? "Enter solves it, Shift+Enter begins a new line." : "Ctrl+Enter solves it.";
  return html`<div class=${"ciphertext" + (over ? " over" : "")} onDragOver=${(event) => {
    event.preventDefault();
    setOver(true);
  }} onDragLeave=${() => setOver(false)} onDrop=${drop}>
    <${Field} label="Ciphertext" hint=${text ? `${counted(text.length, "character")}. ${keys}` : "Paste it, drop a file here, or try one of those below."}
      error=${wrong}>${(control) => html`<textarea ...${control} class="text" rows="6" value=${text} spellcheck="false"
        autocapitalize="off" autocomplete="off" onKeyDown=${type} onInput=${({ target }) => {
          setWrong(undefined);
          onChange(target.value);
        }}></textarea>`}<//>
    <div class="row">
      <label class="file">Open a file
        <input type="file" accept=".txt,text/*" onChange=${({ target }) => {
          take(target.files[0]);
          target.value = "";
        }} /></label>
      <span class="muted"><small role="status">${file && `${file} was read.`}</small></span>
    </div>
    <div class="row tries"><span>Try one:</span> ${EXAMPLES.map((one) => html`<button type="button"
      class="secondary outline small" onClick=${() => {
        setFile("");
        setWrong(undefined);
        onReplace(one.text, one.hints);
      }}>${one.name}</button>`)}</div>
  </div>`;
}
