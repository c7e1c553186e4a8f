// The frame around the views: navigation, colours, and the question for a key.
import { html, render, useEffect, useErrorBoundary, useRef, useState } from "./preact.js";
import { forgetKey, hasKey, onKeyNeeded, request } from "./http.js";
import { addressOf, forgetKept, useRoute } from "./state.js";
import { ProblemNote } from "./parts.js";
import { ofBrowser } from "./storage.js";

const VIEWS = {
  read: ["Read", "a ciphertext, with or without a key"],
  encipher: ["Encipher", "by any cipher, and back"],
  train: ["Train", "a network on a cipher or on pairs"],
  watch: ["Watch", "training as it happens"],
  understand: ["Understand", "what a network has learned"],
  models: ["Models", "what was trained"],
};

/** A view whose files didn't come: browsers remember that until the page is loaded anew. */
function NotLoaded({ name }) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState();
  const tryAgain = async () => {
    setBusy(true);
    try {
      await request(`/page/views/${name}.js`, { accept: "text/javascript", cache: "no-store" });
      location.reload();
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  };
  return html`<h1>${VIEWS[name][0]}</h1>
    <p role="alert">This view couldn't be loaded. The service may have been stopped, or the connection lost.</p>
    <${ProblemNote} problem=${busy ? null : problem} />
    <button type="button" aria-busy=${busy ? "true" : "false"} onClick=${tryAgain}>Try again</button>`;
}

function View({ name }) {
  const [component, setComponent] = useState(null);
  const [error, forget] = useErrorBoundary();
  useEffect(() => {
    let left = false;
    forget();
    import(`./views/${name}.js`).then(
      (module) => left || setComponent(() => module.default),
      () => left || setComponent(() => () => html`<${NotLoaded} name=${name} />`));
    return () => { left = true; };
  }, [name]);
  const startOver = () => {
    forgetKept();
    history.replaceState(null, "", addressOf(name));
    location.reload();
  };
  if (error) {
    return html`<h1>${VIEWS[name][0]}</h1><${ProblemNote} problem=${error} />
      <p>What this tab has kept of your work, or the link that you followed, can't be shown.</p>
      <button type="button" onClick=${startOver}>Forget it and start over</button>`;
  }
  return component && html`<${component} />`;
}

const THEMES = ["auto", "light", "dark"];

function Theme() {
  const [theme, setTheme] = useState(ofBrowser.getItem("decipher.theme") || "auto");
  useEffect(() => {
    if (theme === "auto") {
      document.documentElement.removeAttribute("data-theme");
      ofBrowser.removeItem("decipher.theme");
    } else {
      document.documentElement.dataset.theme = theme;
      ofBrowser.setItem("decipher.theme", theme);
    }
    dispatchEvent(new Event("themechange"));
  }, [theme]);
  return html`<label class="theme">Colours <select value=${theme} onChange=${(event) => setTheme(event.target.value)}>
    ${THEMES.map((one) => html`<option value=${one}>${one}</option>`)}</select></label>`;
}

function KeyDialog() {
  const dialog = useRef(null);
  const answer = useRef(null);
  const [again, setAgain] = useState(false);
  useEffect(() => onKeyNeeded(() => new Promise((resolve) => {
    setAgain(hasKey());
    forgetKey();
    answer.current = resolve;
    dialog.current.showModal();
  })), []);
  const close = (key) => {
    dialog.current.close();
    answer.current?.(key);
    answer.current = null;
  };
  const submit = (event) => {
    event.preventDefault();
    const key = new FormData(event.target).get("key").trim();
    event.target.reset();
    close(key || null);
  };
  return html`<dialog ref=${dialog} aria-labelledby="key-title" onCancel=${() => close(null)}>
    <article>
      <h2 id="key-title">This service needs a key</h2>
      ${again && html`<p role="alert">The last one wasn't accepted.</p>`}
      <form onSubmit=${submit}>
        <label>Key or token <input name="key" type="password" autocomplete="off" required /></label>
        <small>It is kept in this tab, and forgotten when you close it.</small>
        <footer>
          <button type="button" class="secondary" onClick=${() => close(null)}>Cancel</button>
          <button type="submit">Use it</button>
        </footer>
      </form>
    </article>
  </dialog>`;
}

function App() {
  const route = useRoute();
  const { view } = route;
  const name = Object.hasOwn(VIEWS, view) ? view : "read";
  const main = useRef(null);
  const first = useRef(true);
  useEffect(() => {
    // what had the focus may be gone
    if (!first.current && document.activeElement === document.body) {
      main.current.focus({ preventScroll: true });
    }
  }, [route]);
  useEffect(() => {
    document.title = `${VIEWS[name][0]} · Decipher`;
    if (!first.current) {
      // as on a page that was loaded anew
      main.current.focus();
      scrollTo(0, 0);
    }
    first.current = false;
  }, [name]);
  const skip = (event) => {
    event.preventDefault();
    main.current.focus();
  };
  return html`
    <a class="skip" href="#main" onClick=${skip}>Skip to the content</a>
    <header class="container-fluid page-header">
      <a class="brand" href=${addressOf("read")}>Decipher</a>
      <nav aria-label="Views"><ul>${Object.entries(VIEWS).map(([id, [label, title]]) => html`
        <li><a href=${addressOf(id)} title=${title} aria-current=${id === name ? "page" : undefined}>${label}</a></li>`)}
      </ul></nav>
    </header>
    <main id="main" class="container-fluid" tabindex="-1" ref=${main}>
      ${name !== view && html`<p class="problem" role="status">There is no such view. This is ${VIEWS[name][0]}.</p>`}
      <${View} name=${name} key=${name} />
    </main>
    <footer class="container-fluid page-footer">
      <small><a href="swagger-ui.html">The interface for programs</a></small>
      <${Theme} />
    </footer>
    <${KeyDialog} />`;
}

render(html`<${App} />`, document.getElementById("app"));
