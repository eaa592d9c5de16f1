/** Who is signed in: the tokens, kept through restarts, renewed in time, and told of to whoever listens. */

import { keepSecret, readSecret } from "@/lib/secrets";

const NAME = "fitzen.session";
const EARLY_MS = 30_000;

export type Tokens = { access_token: string; refresh_token: string; expires_in: number };
export type Session = { userId: string; access: string; refresh: string; until: number };
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

let session: Session | null = null;
let loaded: Promise<void> | null = null;
let renewing: Promise<Session | null> | null = null;
const listeners = new Set<() => void>();

export const currentSession = (): Session | null => session;
export const subscribeSession = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Read what was kept. Safe to call again. */
export function loadSession(): Promise<void> {
  loaded ??= readSecret(NAME).then((kept) => {
    session = kept ? (JSON.parse(kept) as Session) : null;
    tell();
  });
  return loaded;
}

export async function startSession(tokens: Tokens, userId: string): Promise<void> {
  await keep({ userId, access: tokens.access_token, refresh: tokens.refresh_token, until: Date.now() + tokens.expires_in * 1000 });
}

export async function endSession(): Promise<void> {
  await keep(null);
}

/**
 * Return a token that holds, renewed where its time is over or `refused` says that the server does not take it. Null
 * when nobody is signed in (any more). Rejects when the server cannot be reached: nobody is signed out by that.
 */
export async function accessToken(base: string, send: Fetch, refused?: string): Promise<string | null> {
  await loadSession();
  if (!session) return null;
  if (session.access !== refused && session.until - EARLY_MS > Date.now()) return session.access;
  renewing ??= renew(base, send, session).finally(() => {
    renewing = null;
  });
  return (await renewing)?.access ?? null;
}

async function renew(base: string, send: Fetch, old: Session): Promise<Session | null> {
  const answer = await send(`${base}/api/auth/refresh`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ refresh_token: old.refresh }),
  });
  if (answer.status === 401) {
    if (session?.refresh === old.refresh) await keep(null); // another may have begun meanwhile, as after a new password
    return session;
  }
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  const tokens = (await answer.json()) as Tokens;
  await startSession(tokens, old.userId);
  return session;
}

async function keep(next: Session | null): Promise<void> {
  session = next;
  await keepSecret(NAME, next ? JSON.stringify(next) : null);
  tell();
}

function tell(): void {
  for (const listener of listeners) listener();
}
