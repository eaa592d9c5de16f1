/** Leave this device as it was before: the session ended, and nothing of the person kept or shown. */

import { api, giveUp } from "@/api/client";
import { dropDevice } from "@/api/devices";
import { forgetComputed } from "@/api/query";
import { currentSession, endSession } from "@/api/session";
import { forgetHealth } from "@/lib/health/kept";
import { forgetKept } from "@/lib/kept";
import { setLockAfter } from "@/lib/lock";
import * as notices from "@/lib/notices";
import { erasePictures } from "@/lib/pictures/kept";
import { forgetReminders } from "@/lib/reminders/keeper";
import { forgetRunning } from "@/lib/running/store";
import { eraseUploads } from "@/lib/uploads";
import type { Phone } from "./phone";

export async function signOut(phone: Phone | null): Promise<void> {
  await dropDevice();
  giveUp();
  await api.POST("/api/auth/logout").catch(() => undefined); // without a network the session ends by its age
  await leaveDevice(phone);
}

/** Forget who was here: their session first, what was typed and not sent too. */
export async function leaveDevice(phone: Phone | null): Promise<void> {
  const account = currentSession()?.userId;
  await endSession();
  // Each by itself: one that fails must not leave the others' data behind.
  const forgotten = await Promise.allSettled([
    forgetReminders(notices),
    setLockAfter(null),
    forgetComputed(),
    ...(account ? [eraseUploads, erasePictures, forgetHealth, forgetRunning].map((forget) => forget(account)) : []),
    phone?.erase(),
    forgetKept(),
  ]);
  for (const each of forgotten) if (each.status === "rejected") throw each.reason;
}
