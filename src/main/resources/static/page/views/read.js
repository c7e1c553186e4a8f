// Reading a ciphertext: what kind it is, its solution, and the work on it by hand.
import { html, useEffect, useRef, useState } from "../preact.js";
import { get } from "../http.js";
import { ProblemNote, count, counted, duration, percent } from "../parts.js";
import { addressOf, keep, useKept, useLoaded } from "../state.js";
import { useAddress } from "../read/address.js";
import { TextField } from "../read/field.js";
import { Hints, NO_HINTS, Seconds, countOf, isAtHint, requestOf, toHead } from "../read/hints.js";
import { Identified, useIdentified } from "../read/identified.js";
import { partOf } from "../read/part.js";
import { Readings } from "../read/reading.js";
import { LONGEST_WAIT, useSolving } from "../read/solving.js";
import { Share } from "../read/sharing.js";
import { canStart } from "../read/start.js";
import WithModel from "../read/model.js";

function Status({ busy, run }) {
  if (busy) {
    return html`<p role="status" aria-busy="true">${run?.job ? html`Searching as a job.
      ${" "}<a href=${addressOf("watch", { job: run.job })}>Watch it</a>` : "Searching …"}</p>`;
  }
  const said = {
    done: run?.candidates.length ? `Done: ${nameCount(run.candidates.length)}.` : "Nothing was found that reads like a language. "
      + (run?.told ? "One of your hints may be wrong: search without them, or for longer."
        : "Search for longer, or say above what you know of it."),
    stopped: run?.candidates.length ? "Stopped. This is the best reading so far." : "Stopped before anything was found.",
    lost: run?.candidates.length ? "The search broke off. This is the best reading until then." : "",
  }[run?.ended];
  return html`<p role="status">${said}</p>`;
}

const textInWords = (detail) => (detail.startsWith("has nothing to solve")
  ? "There is nothing to solve in this text: it has fewer than two letters from A to Z. If other signs stand for letters, "
    + "choose Homophonic substitution as the kind of cipher."
  : `The text ${detail}.`);

const nameCount = (number) => (number === 1 ? "one reading" : `${number} readings`);

function Effort({ busy, run, progress }) {
  const { keysTried, seconds, share } = (busy ? progress : run?.answer) || {};
  return html`<p class="muted effort"><small>${keysTried !== undefined && seconds !== undefined
    && `${counted(keysTried, "key")} tried in ${duration(seconds)}`}${share !== undefined && `${percent(share, 0)} of the time`}</small></p>`;
}

export default function Read() {
  const [text, setText] = useKept("read.text", "");
  const [hints, setHints] = useKept("read.hints", NO_HINTS);
  const [chosen, setChosen] = useKept("read.chosen", 0);
  const [isOpen, setOpen] = useKept("read.open", false);
  const { run, busy, progress, problem, solve, cancel, change, forget } = useSolving();
  const said = useIdentified(text);
  const known = useLoaded(async (signal) => ({
    types: (await get("/ciphers", { signal })).map(({ type }) => type),
    languages: (await get("/languages", { signal })).map(({ name }) => name),
  }), []);
  const result = useRef(null);
  const cancelButton = useRef(null);
  const [withModel, setWithModel] = useState(false);
  const [links, setLinks] = useState(0);

  const replace = (other, otherHints) => {
    forget();
    setText(other);
    setHints({ ...NO_HINTS, maxSeconds: hints.maxSeconds, ...otherHints });
  };
  useAddress({
    onText: replace,
    onModel: (model) => {
      // where the part that decrypts with a model looks for it
      keep("read.model", model);
      setWithModel(true);
      setLinks((number) => number + 1);
    },
  });
  useEffect(() => {
    if (isAtHint(problem)) {
      setOpen(true);
    }
  }, [problem]);

  const begin = (changed = {}, start) => {
    const asked = { ...hints, ...changed };
    setHints(asked);
    setChosen(0);
    result.current.scrollIntoView({ block: "nearest" });
    solve({ ...requestOf(text, asked), start }, countOf(asked));
  };
  const isOfText = run?.source === text;
  const candidate = run?.candidates[Math.min(chosen, run.candidates.length - 1)];
  const goOn = () => {
    // the button that was pressed goes away
    cancelButton.current.focus();
    begin({ cipher: [candidate.cipher.type] }, candidate.cipher);
  };
  const canSolve = text.trim() !== "" && !busy;
  const atHint = isAtHint(problem);
  const atText = problem?.at?.("/text");
  const told = countOf(hints);
  return html`<h1>Read a ciphertext</h1>
  <div class="read">
    <div class="ask">
      <${TextField} text=${text} onChange=${setText} onReplace=${replace} onSolve=${() => canSolve && begin()} />
      <div class="row actions">
        <button type="button" aria-disabled=${!canSolve} onClick=${() => canSolve && begin()}>
          ${candidate && isOfText ? "Solve again" : "Solve"}</button>
        <button type="button" class="secondary" aria-disabled=${!busy} onClick=${() => busy && cancel()} ref=${cancelButton}>
          Cancel</button>
        <${Seconds} value=${hints.maxSeconds} onChange=${(maxSeconds) => setHints({ ...hints, maxSeconds })} />
        ${hints.maxSeconds > LONGEST_WAIT && html`<small class="muted">As a job, which goes on when you leave.</small>`}
      </div>
      ${text.trim() && html`<p class="row"><${Share} text=${text} hints=${hints} /></p>`}
      <details class="hints" open=${isOpen} onToggle=${({ target }) => setOpen(target.open)}>
        <summary>What you know of it${told > 0 && ` (${told})`}</summary>
        <${Hints} hints=${hints} onChange=${setHints} problem=${problem} types=${known.data?.types || []}
          languages=${known.data?.languages || []} />
        ${told > 0 && html`<button type="button" class="secondary outline small"
          onClick=${(event) => {
            toHead(event);
            setHints({ ...NO_HINTS, maxSeconds: hints.maxSeconds });
          }}>Forget all hints</button>`}
      </details>
      ${atHint ? html`<p role="alert" class="bad">A hint can't be used. What is wrong stands beside it.</p>`
        : atText ? html`<p role="alert" class="bad">${textInWords(atText)}</p>` : html`<${ProblemNote} problem=${problem} />`}
      ${problem?.status === 429 && html`<p>Try again${problem.retryAfter ? ` in ${counted(problem.retryAfter, "second")}` : ""}, or give
        it more than a minute: then it waits as a job.</p>`}
    </div>
    <${Identified} said=${said} types=${isOfText && run.answer?.types} isPart=${Boolean(partOf(text))}
      read=${isOfText && run.ended === "done" && candidate?.language}
      onSolveAs=${(type) => begin({ cipher: [type] })} />
    <div class="found">
      <section aria-labelledby="reading-title" class="result" ref=${result}>
        <h2 id="reading-title">Reading</h2>
        <${Status} busy=${busy} run=${run} />
        <${Effort} busy=${busy} run=${run} progress=${progress} />
        ${run && !isOfText && run.candidates.length > 0 && html`<p class="muted"><small>This is of the text before you changed it.</small></p>`}
        ${run?.part && html`<p class="muted"><small>The key was looked for in the first ${count(run.part.length)} characters.</small></p>`}
        ${candidate && html`<${Readings} run=${run} busy=${busy} hints=${hints} chosen=${chosen} onChoose=${setChosen}
          onHints=${(changed) => setHints({ ...hints, ...changed })} onCandidates=${(candidates) => change({ candidates })}
          onGoOn=${isOfText && canStart(candidate.cipher) ? goOn : undefined} />`}
      </section>
      ${text.trim() && html`<details class="model" open=${withModel} onToggle=${({ target }) => setWithModel(target.open)}>
        <summary>Decrypt with a trained model</summary>
        ${withModel && html`<${WithModel} key=${links} text=${text} />`}
      </details>`}
    </div>
  </div>`;
}
