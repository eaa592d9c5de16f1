/** Leave this device as it was before: the session ended, and nothing of the person kept or shown. */

import { api } from "@/api/client";
import { dropDevice } from "@/api/devices";
import { forgetComputed } from "@/api/query";
import { currentSession, endSession } from "@/api/session";
import { forgetHealth } from "@/lib/health/kept";
import { setLockAfter } from "@/lib/lock";
import * as notices from "@/lib/notices";
import { erasePictures } from "@/lib/pictures/kept";
import { forgetReminders } from "@/lib/reminders/keeper";
import { forgetRunning } from "@/lib/running/store";
import { eraseUploads } from "@/lib/uploads";
import type { Phone } from "./phone";

export async function signOut(phone: Phone | null): Promise<void> {
  const account = currentSession()?.userId;
  await forgetReminders(notices);
  await dropDevice();
  await api.POST("/api/auth/logout").catch(() => undefined); // without a network the session ends by its age
  await endSession();
  await setLockAfter(null);
  await forgetComputed();
  if (account) await Promise.all([eraseUploads(account), erasePictures(account), forgetHealth(account), forgetRunning(account)]);
  await phone?.erase();
}
