/** What signing in asks of the server. Each rejects with ApiError. */

import { api, ok, type Schemas } from "@/api/client";
import type { Address } from "@/api/codes";
import { startSession } from "@/api/session";
import type { Provider, SocialToken } from "@/lib/social";

export type SignedIn = Schemas["SignedIn"];
export type Factor = Schemas["MfaRequired"];

export function addressOf(typed: string): Address | null {
  const text = typed.trim();
  if (text.includes("@")) return { email: text };
  return /\d{4,}/.test(text.replace(/[\s()./-]/g, "")) ? { phone: text } : null;
}

export const verifyCode = (address: Address, otp: string, purpose: "sign_in" | "register") => ok(api.POST("/api/auth/verify-otp", { body: { ...address, otp, purpose } }));
export const logIn = (address: Address, password: string) => ok(api.POST("/api/auth/login", { body: { ...address, password } }));
export const resetPassword = (address: Address, otp: string, password: string) => ok(api.POST("/api/auth/password/reset", { body: { ...address, otp, password } }));
export const verifyFactor = (body: Schemas["MfaIn"]) => ok(api.POST("/api/auth/mfa/verify", { body }));

export const asksForFactor = (answer: SignedIn): answer is Factor => "mfa_required" in answer;

/** Keep the session of an answer that has one. */
export async function enter(session: Schemas["Session"]): Promise<void> {
  if (!session.refresh_token) throw new Error("A session without a refresh token cannot be kept.");
  await startSession({ ...session, refresh_token: session.refresh_token }, session.user.id);
}

/** Sign in by what Google or Apple says of the person. */
export const logInBy = (provider: Provider, token: SocialToken) =>
  provider === "google" ? ok(api.POST("/api/auth/google-signin", { body: { id_token: token.id_token, nonce: token.nonce } })) : ok(api.POST("/api/auth/apple-signin", { body: token }));
