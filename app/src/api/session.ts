/** Who is signed in: the tokens, kept through restarts, renewed in time, and told of to whoever listens. */

import { keepSecret, readSecret } from "@/lib/secrets";
import { alone, onSecretElsewhere, startAnew } from "@/lib/windows";

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
  loaded ??= kept().then((found) => {
    session = found;
    tell();
    onSecretElsewhere(NAME, () => void kept().then(adopt));
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
  if (holds(session, refused)) return session.access;
  renewing ??= alone(NAME, () => renew(base, send, refused)).finally(() => {
    renewing = null;
  });
  return (await renewing)?.access ?? null;
}

const holds = (of: Session, refused?: string): boolean => of.access !== refused && of.until - EARLY_MS > Date.now();

/** A refresh token serves once, and windows share it: what is kept now is read before it is used, and again after. */
async function renew(base: string, send: Fetch, refused?: string): Promise<Session | null> {
  const known = session;
  const old = await kept();
  if (session !== known) return session; // ended or begun meanwhile
  adopt(old);
  if (!old || holds(old, refused)) return old;
  const answer = await send(`${base}/api/auth/refresh`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ refresh_token: old.refresh }),
  });
  if (answer.status !== 401 && !answer.ok) throw new Error(`HTTP ${answer.status}`);
  const tokens = answer.ok ? ((await answer.json()) as Tokens) : null;
  const now = await kept();
  if (session?.refresh !== old.refresh) return session; // another may have begun, as after a new password
  if (now?.refresh !== old.refresh) adopt(now);
  else if (tokens) await startSession(tokens, old.userId);
  else await keep(null);
  return session;
}

async function kept(): Promise<Session | null> {
  const text = await readSecret(NAME);
  return text ? (JSON.parse(text) as Session) : null;
}

/** Go on with what another window has kept. Where that is nobody, or somebody else, nothing of who was here may stay. */
function adopt(next: Session | null): void {
  if (next?.access === session?.access && next?.refresh === session?.refresh) return;
  const isOther = session !== null && next?.userId !== session.userId;
  session = next;
  tell();
  if (isOther) startAnew();
}

async function keep(next: Session | null): Promise<void> {
  session = next;
  await keepSecret(NAME, next ? JSON.stringify(next) : null);
  tell();
}

function tell(): void {
  for (const listener of listeners) listener();
}
