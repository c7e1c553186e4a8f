import { html } from "../preact.js";
import { useRoute } from "../state.js";
import { Jobs } from "../watch/jobs.js";
import { Detail } from "../watch/detail.js";

export default function Watch() {
  const { query } = useRoute();
  const ids = [...new Set((query.get("job") || "").split(",").filter(Boolean))];
  return html`<h1>Watch</h1>${ids.length ? html`<${Detail} ids=${ids} />` : html`<${Jobs} />`}`;
}
