/**
 * Keeps the running session. A change is on disk before it shows, one after the other: an app that dies at any moment
 * goes on where it was.
 */

import { keep, readKept } from "@/lib/kept";
import type { Draft } from "./types";

type Held = { account: string | null; draft: Draft | null; ready: boolean };

let held: Held = { account: null, draft: null, ready: false };
let last: Promise<unknown> = Promise.resolve();
const listeners = new Set<() => void>();

const named = (account: string) => `session.${account}`;

export const runningNow = (): Held => held;

export function subscribeRunning(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function show(next: Held): void {
  held = next;
  for (const listener of listeners) listener();
}

function inTurn<T>(step: () => Promise<T>): Promise<T> {
  const next = last.then(step, step);
  last = next.catch(() => undefined);
  return next;
}

/** Read what an account has on this device; again to take over what another window has done since. */
export function openRunning(account: string): Promise<void> {
  return inTurn(async () => {
    const kept = await readKept<Draft>(named(account));
    const known = held.account === account && held.ready;
    if (known && (kept?.revision ?? 0) === (held.draft?.revision ?? 0) && kept?.id === held.draft?.id) return;
    show({ account, draft: kept, ready: true });
  });
}

/** Change the session by a rule, given what it is by then; one that returns the same changes nothing. Rejects when it cannot be kept. */
export function changeRunning(rule: (draft: Draft) => Draft | null): Promise<void> {
  return inTurn(async () => {
    if (!held.account || !held.draft) return;
    const next = rule(held.draft);
    if (next === held.draft) return;
    await write(next && { ...next, revision: held.draft.revision + 1 });
  });
}

/** Begin a session, unless one runs already. */
export function startRunning(draft: Draft): Promise<void> {
  return inTurn(async () => {
    if (held.account && held.ready && !held.draft) await write(draft);
  });
}

async function write(draft: Draft | null): Promise<void> {
  if (!held.account) return;
  await keep(named(held.account), draft);
  show({ ...held, draft });
}

/** Forget what an account has here: it was somebody's. */
export function forgetRunning(account: string): Promise<void> {
  return inTurn(async () => {
    await keep(named(account), null);
    if (held.account === account) show({ account: null, draft: null, ready: false });
  });
}
