/** Leave this device as it was before: the session ended, and nothing of the person kept. */

import { api } from "@/api/client";
import { forgetComputed } from "@/api/query";
import { currentSession, endSession } from "@/api/session";
import { forgetRunning } from "@/lib/running";
import type { Phone } from "@/sync/phone";

export async function signOut(phone: Phone | null): Promise<void> {
  const account = currentSession()?.userId;
  await api.POST("/api/auth/logout").catch(() => undefined); // without a network the session ends by its age
  await endSession();
  await forgetComputed();
  if (account) await forgetRunning(account);
  await phone?.erase();
}
