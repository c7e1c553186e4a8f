// What the browser keeps for the page: of a tab, and of all. Where it keeps nothing, as some do when
// they are told to, it is forgotten with the page.

class Forgetting {

  #values = new Map();

  get length() {
    return this.#values.size;
  }

  key(i) {
    return [...this.#values.keys()][i] ?? null;
  }

  getItem(name) {
    return this.#values.get(name) ?? null;
  }

  setItem(name, value) {
    this.#values.set(name, String(value));
  }

  removeItem(name) {
    this.#values.delete(name);
  }

}

function storage(name) {
  try {
    return window[name] ?? new Forgetting();
  } catch {
    return new Forgetting();
  }
}

export const ofTab = storage("sessionStorage");
export const ofBrowser = storage("localStorage");
