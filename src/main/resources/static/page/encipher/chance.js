// Random keys: the service draws the keys that are texts; numbers are drawn here.
import { post } from "../http.js";
import { canBeDrawn } from "../keys/values.js";

const whole = (least, most) => Math.floor(Math.random() * (most - least + 1)) + least;

/** Factors that have no divisor in common with 26. */
const FACTORS = [3, 5, 7, 9, 11, 15, 17, 19, 21, 23, 25];

const NUMBERS = {
  caesar: () => ({ shift: whole(1, 25) }),
  affine: () => ({ a: FACTORS[whole(0, FACTORS.length - 1)], b: whole(0, 25) }),
  "rail-fence": () => ({ rails: whole(2, 8) }),
  scytale: () => ({ columns: whole(2, 9) }),
  bazeries: () => ({ number: whole(1, 999999) }),
};

const hasKey = (parameter) => !parameter.optional && canBeDrawn(parameter);

/** A cipher whose keys are left to chance; itself where it has none. */
function left(cipher, catalogue) {
  const entry = catalogue.find((one) => one.type === cipher.type);
  if (cipher.type === "chain") {
    return { ...cipher, steps: cipher.steps.map((step) => left(step, catalogue)) };
  }
  if (cipher.type === "enigma") {
    // whatever else it isn't given is drawn as well
    return { type: cipher.type, model: cipher.model };
  }
  const keys = entry.parameters.filter(hasKey).map((parameter) => [parameter.name, { random: {} }]);
  return { ...cipher, ...Object.fromEntries(keys), ...NUMBERS[cipher.type]?.() };
}

/** Whether a cipher has anything that chance could choose. */
export function hasChance(cipher, catalogue) {
  return JSON.stringify(left(cipher, catalogue)) !== JSON.stringify(cipher) || cipher.type in NUMBERS;
}

/** The same type of cipher with another key. */
export async function byChance(cipher, catalogue, symbols) {
  const chosen = left(cipher, catalogue);
  const answer = await post("/encrypt", { text: "", cipher: chosen, ...symbols });
  // the answer has a cipher only where the service drew something
  return answer.cipher ?? chosen;
}
