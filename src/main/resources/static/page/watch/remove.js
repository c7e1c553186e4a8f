// Ends a job, or deletes one that has ended.
import { html, useEffect, useRef, useState } from "../preact.js";
import { send } from "../http.js";
import { ProblemNote, useFocusKept, useId } from "../parts.js";
import { hasEnded, titleOf } from "./words.js";

const WORDS = {
  cancel: ["Cancel", "Cancel this job?", "What it has done so far is lost.", "Cancel the job", "Keep it"],
  remove: ["Delete", "Delete this job?", "Its curves go with it. A model that it made stays.", "Delete the job", "Keep it"],
};

function Confirm({ title, text, yes, no, busy, problem, onAnswer }) {
  const dialog = useRef(null);
  const id = useId("confirm");
  useEffect(() => {
    const shown = dialog.current;
    shown.showModal();
    // closed, it gives the focus back; taken away as it is, it would not
    return () => shown.close();
  }, []);
  return html`<dialog ref=${dialog} aria-labelledby=${id} onCancel=${(event) => {
    event.preventDefault();
    onAnswer(false);
  }}>
    <article>
      <h2 id=${id}>${title}</h2>
      <p>${text}</p>
      <${ProblemNote} problem=${problem} />
      <footer>
        <button type="button" class="secondary" onClick=${() => onAnswer(false)}>${no}</button>
        <button type="button" aria-busy=${busy ? "true" : undefined} disabled=${busy}
          onClick=${() => onAnswer(true)}>${yes}</button>
      </footer>
    </article>
  </dialog>`;
}

/** onGone is called once the service has agreed, with the job where one is left. */
export function Remove({ job, onGone }) {
  const [asking, setAsking] = useState(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState(null);
  const place = useFocusKept();
  const kind = hasEnded(job) ? "remove" : "cancel";
  const [label] = WORDS[kind];
  const isLate = asking === "cancel" && kind === "remove";
  useEffect(() => {
    // the job has ended in the meantime: there is nothing left to cancel, and deleting is more than was asked for
    if (isLate) {
      setAsking(null);
    }
  }, [isLate]);
  const answer = async (agreed) => {
    setProblem(null);
    if (!agreed || isLate) {
      setAsking(null);
      return;
    }
    setBusy(true);
    try {
      const left = await send("DELETE", `/jobs/${job.id}`);
      setAsking(null);
      onGone(left);
    } catch (refused) {
      setProblem(refused);
    }
    setBusy(false);
  };
  const [, title, text, yes, no] = WORDS[asking] ?? [];
  return html`<span class="job-remove" ref=${place}>
    <button type="button" class="secondary outline small" aria-label=${`${label}: ${titleOf(job)}`}
      onClick=${() => setAsking(kind)}>${label}</button>
    ${asking && html`<${Confirm} ...${{ title, text, yes, no, busy, problem }} onAnswer=${answer} />`}
  </span>`;
}
