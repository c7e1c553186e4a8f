// Small pieces that several views are made of.
import { html, useEffect, useRef, useState } from "./preact.js";

let ids = 0;

/** An id for an element that another one refers to. */
export function useId(prefix) {
  const id = useRef(null);
  id.current ??= prefix + "-" + ++ids;
  return id.current;
}

/** A problem in its own words, with the places that it names. */
export function ProblemNote({ problem }) {
  if (!problem || problem.name === "AbortError") {
    return null;
  }
  const said = problem.detail || problem.message;
  const { errors = [] } = problem;
  const isSaid = ({ pointer, detail }) => said.includes(detail) && (errors.length === 1 || said.includes(pointer));
  const more = errors.filter((one) => !isSaid(one));
  return html`<div class="problem" role="alert">
    <strong>${problem.title || "Something went wrong"}</strong>
    <p>${said}</p>
    ${more.length > 0 && html`<ul>${more.map((one) => html`
      <li><code>${one.pointer}</code> ${one.detail}</li>`)}</ul>`}
  </div>`;
}

/**
 * A control with its label, what it means, and what is wrong with it.
 * "children" is a function from the attributes that the control needs to the control.
 */
export function Field({ label, hint, error, children }) {
  const id = useId("field");
  const described = [hint && id + "-hint", error && id + "-error"].filter(Boolean).join(" ");
  const control = { id, "aria-describedby": described || undefined, "aria-invalid": error ? "true" : undefined };
  return html`<div class="field">
    <label for=${id}>${label}</label>
    ${children(control)}
    ${hint && html`<small id=${id + "-hint"}>${hint}</small>`}
    ${error && html`<small id=${id + "-error"} class="error">${error}</small>`}
  </div>`;
}

/** Copies a text; resolves to false where the browser doesn't allow it, as on a page without TLS. */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Copies a text, and says so. */
export function CopyButton({ text, children = "Copy" }) {
  const [said, setSaid] = useState("");
  useEffect(() => {
    if (said) {
      const timer = setTimeout(() => setSaid(""), 2000);
      return () => clearTimeout(timer);
    }
  }, [said]);
  const press = async () => setSaid(await copy(text) ? "Copied" : "The browser doesn't allow it");
  return html`<button type="button" class="secondary outline small" onClick=${press}>
    <span aria-live="polite">${said || children}</span></button>`;
}

/** Gives the user a file. */
export function download(name, content, type = "text/plain;charset=utf-8") {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/** A share from 0 to 1 as people read it. */
export function percent(share, digits = 1) {
  if (share === null || share === undefined) {
    return "–";
  }
  // what isn't all right is never shown as 100 %
  const shown = share < 1 ? Math.min(share * 100, 100 - 10 ** -digits) : 100;
  return shown.toFixed(digits).replace(/\.0+$/, "") + " %";
}

/** A time in seconds as people read it. */
export function duration(seconds) {
  if (seconds === null || seconds === undefined) {
    return "–";
  }
  if (seconds < 60) {
    return (seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)) + " s";
  }
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? minutes + " min" : Math.floor(minutes / 60) + " h " + (minutes % 60) + " min";
}

/** A whole number with its thousands apart. */
export const count = (number) => (number ?? 0).toLocaleString("en");

/** How many there are of what: "1 letter", "2 letters". */
export const counted = (number, one) => `${count(number)} ${one}${number === 1 ? "" : "s"}`;

/** A moment, in the time of the one who looks. */
export const moment = (iso) => new Date(iso).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" });

const SI = ["B", "kB", "MB", "GB"];

/** A size in bytes as people read it. */
export function bytes(size) {
  const step = Math.min(Math.floor(Math.log10(Math.max(size, 1)) / 3), SI.length - 1);
  return (size / 1000 ** step).toFixed(step ? 1 : 0) + " " + SI[step];
}

/** Counts the changes between light and dark, for what draws its colours itself. */
export function useScheme() {
  const [changes, setChanges] = useState(0);
  useEffect(() => {
    const media = matchMedia("(prefers-color-scheme: dark)");
    const changed = () => setChanges((number) => number + 1);
    media.addEventListener("change", changed);
    addEventListener("themechange", changed);
    return () => {
      media.removeEventListener("change", changed);
      removeEventListener("themechange", changed);
    };
  }, []);
  return changes;
}

/** An element's ref; the view gets the focus where it would go away with the element. */
export function useFocusKept() {
  const element = useRef(null);
  useEffect(() => {
    const own = element.current;
    return () => own.contains(document.activeElement) && document.getElementById("main").focus({ preventScroll: true });
  }, []);
  return element;
}

/** What is under way: said once to those who can't see it. */
export function Busy({ children }) {
  return html`<p aria-busy="true" role="status">${children}</p>`;
}
