// What more can be done with a version.
import { html } from "../preact.js";
import { post, request } from "../http.js";
import { addressOf, goTo } from "../state.js";
import { download } from "../parts.js";
import { Alias, Confirm, Describe } from "./dialogs.js";

/** @param act carries out what was chosen: takes what is said then, and a function */
export default function VersionMenu({ model, version, act }) {
  const path = `/models/${model.name}/versions/${version.version}`;
  const weights = async () => download(`${model.name}-${version.version}.safetensors`,
    await (await request(path + "/weights", { accept: "application/octet-stream" })).blob());
  const reproduce = async () => {
    const job = await post(path + "/reproduce");
    goTo("watch", { job: job.id });
  };
  return html`<div class="row">
    <a role="button" class="small secondary outline"
      href=${addressOf("train", { from: model.name, version: version.version })}>Train further</a>
    <button type="button" class="small secondary outline" onClick=${() => act(null, weights)}>Download the weights</button>
    <${Describe} version=${version} path=${path} act=${act} />
    <${Alias} model=${model} version=${version} act=${act} />
    ${version.job && html`<button type="button" class="small secondary outline"
      onClick=${() => act(null, reproduce)}>Reproduce</button>`}
    <${Confirm} label="Delete" question=${`Delete version ${version.version} of ${model.name}?`}
      detail="Its weights are gone then, and its number isn't given again."
      onYes=${() => act(`Version ${version.version} is deleted.`, () => request(path, { method: "DELETE" }))} />
  </div>`;
}
