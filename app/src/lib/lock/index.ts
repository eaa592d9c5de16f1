/** The lock of the app: fingerprint, face, or the device's own code. The choice is of this device. */

import * as LocalAuthentication from "expo-local-authentication";
import { keep, readKept } from "@/lib/kept";
import { LOCK_AFTER, type LockAfter } from "./gate";

let after: LockAfter | null = null;
const listeners = new Set<() => void>();

export async function loadLock(): Promise<void> {
  const kept = await readKept<LockAfter>("lock");
  after = kept !== null && LOCK_AFTER.includes(kept) ? kept : null;
  for (const listener of listeners) listener();
}

/** Return after how many seconds away it locks; null where it does not. */
export const lockAfter = (): LockAfter | null => after;

export async function setLockAfter(next: LockAfter | null): Promise<void> {
  await keep("lock", next);
  after = next;
  for (const listener of listeners) listener();
}

export function subscribeLock(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether the device has anything to unlock by. */
export async function canLock(): Promise<boolean> {
  return (await LocalAuthentication.getEnrolledLevelAsync()) !== LocalAuthentication.SecurityLevel.NONE;
}

/** Ask for the person. A device that has no code any more opens: only who knew the code can have taken it away. */
export async function unlock(promptMessage: string): Promise<boolean> {
  if (!(await canLock())) return true;
  const { success } = await LocalAuthentication.authenticateAsync({ promptMessage, disableDeviceFallback: false });
  return success;
}
