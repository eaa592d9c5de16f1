/** What the ways of signing in ask of the server. Each rejects with ApiError. */

import { queryOptions } from "@tanstack/react-query";
import { api, ok, type Schemas } from "@/api/client";
import type { Address } from "@/api/codes";
import { keys } from "@/api/keys";
import { startSession } from "@/api/session";

export type Way = "email" | "phone";

export const factorQuery = queryOptions({ queryKey: keys.factor(), queryFn: () => ok(api.GET("/api/auth/mfa")) });
export const devicesQuery = queryOptions({ queryKey: keys.devices(), queryFn: async () => (await ok(api.GET("/api/auth/sessions"))).items });

export const endOf = (session_id: string) => ok(api.DELETE("/api/auth/sessions/{session_id}", { params: { path: { session_id } } }));

/** With a session the address becomes one's own; the session stays. */
export const addAddress = (to: Address, otp: string) => ok(api.POST("/api/auth/verify-otp", { body: { ...to, otp, purpose: "sign_in" } }));

/** Set a password, which ends every session, and begin another here. Return what to verify first, where a second factor is on. */
export async function setPassword(to: Address, otp: string, password: string): Promise<string | null> {
  await ok(api.POST("/api/auth/password/reset", { body: { ...to, otp, password } }));
  return begun(await ok(api.POST("/api/auth/login", { body: { ...to, password } })));
}

export async function verifyFactor(mfa_token: string, code: string): Promise<void> {
  await begun(await ok(api.POST("/api/auth/mfa/verify", { body: { mfa_token, code } })));
}

async function begun(answer: Schemas["SignedIn"]): Promise<string | null> {
  if ("mfa_required" in answer) return answer.mfa_token;
  if (answer.refresh_token) await startSession({ ...answer, refresh_token: answer.refresh_token }, answer.user.id);
  return null;
}

export const enrol = () => ok(api.POST("/api/auth/mfa/totp"));
export const confirm = (code: string) => ok(api.POST("/api/auth/mfa/totp/confirm", { body: { code } }));
export const switchOff = (code: string) => ok(api.DELETE("/api/auth/mfa/totp", { body: factorOf(code) }));

/** Six digits are of the app, anything else is a recovery code. */
export const factorOf = (typed: string): { code: string } | { recovery_code: string } => {
  const code = typed.replace(/\s/g, "");
  return /^\d{6}$/.test(code) ? { code } : { recovery_code: typed.trim() };
};
