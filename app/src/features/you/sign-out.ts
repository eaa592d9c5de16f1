/** Leave this device as it was before: the session ended, and nothing of the person kept. */

import { api } from "@/api/client";
import { forgetComputed } from "@/api/query";
import { currentSession, endSession } from "@/api/session";
import { releaseAll } from "@/lib/held";
import { forgetKept } from "@/lib/kept";
import type { Phone } from "@/sync/phone";

export async function signOut(phone: Phone | null): Promise<void> {
  await api.POST("/api/auth/logout").catch(() => undefined); // without a network the session ends by its age
  const userId = currentSession()?.userId;
  await endSession();
  await forgetComputed();
  await releaseAll();
  if (userId) await forgetKept(userId);
  await phone?.erase();
}
