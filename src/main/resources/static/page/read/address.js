// What a link to this view brings: a text with hints, or a model to decrypt with.
import { useEffect } from "../preact.js";
import { addressOf, useRoute } from "../state.js";
import { hintsOf } from "./share.js";

/** Calls onText(text, hints) and onModel({model, version}) with what the address has, which then goes from there. */
export function useAddress({ onText, onModel }) {
  const route = useRoute();
  useEffect(() => {
    const { text, hints, model, version } = Object.fromEntries(route.query);
    if (route.view !== "read") {
      return;
    }
    if (model) {
      onModel({ model, version: Number(version) || undefined });
    }
    if (text !== undefined) {
      onText(text, hintsOf(hints));
    }
    if (model || text !== undefined) {
      // so that a reload shows what has been made of it since
      history.replaceState(null, "", addressOf("read"));
    }
  }, [route]);
}
