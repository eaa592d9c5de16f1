/** Leave this device as it was before: the session ended, and nothing of the person kept or shown. */

import { api } from "@/api/client";
import { dropDevice } from "@/api/devices";
import { forgetComputed } from "@/api/query";
import { endSession } from "@/api/session";
import * as notices from "@/lib/notices";
import { forgetReminders } from "@/lib/reminders/keeper";
import type { Phone } from "./phone";

export async function signOut(phone: Phone | null): Promise<void> {
  await forgetReminders(notices);
  await dropDevice();
  await api.POST("/api/auth/logout").catch(() => undefined); // without a network the session ends by its age
  await endSession();
  await forgetComputed();
  await phone?.erase();
}
