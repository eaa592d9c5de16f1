/** Leave this device as it was before: the session ended, and nothing of the person kept, what was typed neither. */

import { api } from "@/api/client";
import { forgetComputed } from "@/api/query";
import { endSession } from "@/api/session";
import { forgetKept } from "@/lib/kept";
import type { Phone } from "@/sync/phone";

export async function signOut(phone: Phone | null): Promise<void> {
  await api.POST("/api/auth/logout").catch(() => undefined); // without a network the session ends by its age
  await leaveDevice(phone);
}

/** Forget who was here. First the session: what screens would still write is theirs no more. */
export async function leaveDevice(phone: Phone | null): Promise<void> {
  await endSession();
  await forgetComputed();
  await phone?.erase();
  await forgetKept();
}
