/** Where the server pushes to: this device registers at each start, and is taken off at sign-out. */

import Constants from "expo-constants";
import { newId } from "@/lib/id";
import { keep, readKept } from "@/lib/kept";
import { deviceLocale } from "@/lib/locale";
import { dropToken, platform, pushToken } from "@/lib/push/token";
import { api, ok } from "./client";

const REGISTERED = "push";

/** Coming back to the app is no start: the same token is sent again after so long. */
const AGAIN_MS = 12 * 3600_000;

type Registered = { userId: string; token: string; delivers: boolean; at: number };

async function deviceId(): Promise<string> {
  const kept = await readKept<string>("device");
  if (kept) return kept;
  const made = newId();
  await keep("device", made);
  return made;
}

/** Register, and return whether the server's pushes reach this device. Without a network: as it was. */
export async function registerDevice(userId: string): Promise<boolean> {
  const kept = await readKept<Registered>(REGISTERED);
  const before = kept?.userId === userId ? kept : null;
  const token = await pushToken();
  if (token === undefined) return !!before?.delivers;
  if (token === null) {
    if (before) await dropDevice();
    return false;
  }
  if (before?.token === token && Math.abs(Date.now() - before.at) < AGAIN_MS) return before.delivers;
  try {
    const path = { user_id: "me", device_id: await deviceId() };
    const body = { platform, token, locale: deviceLocale(), app_version: Constants.expoConfig?.version } as const;
    const { delivers } = await ok(api.PUT("/api/users/{user_id}/devices/{device_id}", { params: { path }, body }));
    await keep(REGISTERED, { userId, token, delivers, at: Date.now() } satisfies Registered);
    return delivers;
  } catch {
    return before?.token === token && before.delivers; // what the server has is this token, or a dead one
  }
}

/** Have nothing pushed to this device any more; without a network its token is given up. */
export async function dropDevice(): Promise<void> {
  if (!(await readKept<Registered>(REGISTERED))) return;
  await keep(REGISTERED, null);
  await api.DELETE("/api/users/{user_id}/devices/{device_id}", { params: { path: { user_id: "me", device_id: await deviceId() } } }).catch(() => undefined);
  await dropToken().catch(() => undefined);
}
