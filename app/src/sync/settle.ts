/** Wait for what the server makes of something that was just done, so that a form can show it at its fields. */

import { TakenError } from "./disk";
import { UnreachableError, type Phone } from "./phone";
import { keyOf, type Problem } from "./records";

/** A person does not wait longer for an answer: what was done is on the device and will be sent. */
const PATIENCE_MS = 6000;

export type Settled = { state: "taken" } | { state: "waiting" } | { state: "refused"; problem: Problem | null };

/**
 * Send what waits of a record and return what became of it. What was refused is taken back from the device: the form still
 * has it. `waiting`: there is no network, or it is slow, and it is sent later.
 */
export async function settle(phone: Phone, kind: string, id: string): Promise<Settled> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS);
  });
  try {
    if (phone.isWaiting(kind, id)) await Promise.race([phone.sync(), patience]);
  } catch (error) {
    if (!(error instanceof UnreachableError || error instanceof TakenError || phone.isFailing)) throw error;
  } finally {
    clearTimeout(timer);
  }
  const refused = phone.shown.find((each) => keyOf(each.op) === keyOf({ kind, id }) && each.result.status === "rejected");
  if (refused) {
    await phone.discard(refused);
    return { state: "refused", problem: refused.result.problem ?? null };
  }
  return { state: phone.isWaiting(kind, id) ? "waiting" : "taken" };
}
